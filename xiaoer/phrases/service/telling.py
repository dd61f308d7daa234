"""What all events of a phrase have in common."""

from typing import Any

from xiaoer.phrases.models import Phrase


def told(phrase: Phrase) -> dict[str, Any]:
    return {
        "shop_id": phrase.shop_id,
        "phrase_id": phrase.id,
        "owner_agent_id": phrase.owner_agent_id,
        "version": phrase.version,
    }
