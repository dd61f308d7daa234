"""What the routes of phrases make of a body, and of what is stored."""

from typing import Any

from xiaoer.core import i18n
from xiaoer.phrases.models import Changing, PhraseLink
from xiaoer.phrases.schemas.care import CareIn
from xiaoer.phrases.service.caring import Care, Link


def care_of(body: CareIn) -> Care:
    links = [Link(Changing(each.kind), each.ref, each.name) for each in body.links]
    return Care(**body.model_dump(exclude={"links"}), links=links)


def link(stored: PhraseLink) -> dict[str, Any]:
    """With what changed in the reader's language."""
    english = stored.change_en if i18n.reader.get() == "en" else ""
    return {
        "kind": stored.kind,
        "ref": stored.ref,
        "name": stored.name,
        "changed_at": stored.changed_at,
        "change": english or stored.change,
    }
