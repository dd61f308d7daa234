"""Phrases are filled in, and counted when they are sent."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.writing import beside
from xiaoer.phrases import queries, rules
from xiaoer.phrases.errors import PhraseNotInForce
from xiaoer.phrases.errors import PhraseRetired as RetiredAlready
from xiaoer.phrases.models import Phrase
from xiaoer.phrases.rules import Fit, Rendered


def render(
    session: Session,
    actor: Actor,
    phrase_id: UUID,
    facts: Mapping[str, str | None],
    fit: Fit | None = None,
) -> Rendered:
    """The present words for this customer and situation, with `facts` (names of
    `rules.VARIABLES`) filled in. One that does not hold today cannot be inserted (QP-9)."""
    actor.must(Permission.PHRASES_READ)
    phrase = queries.get(session, actor, phrase_id)
    if phrase.retired:
        raise RetiredAlready
    if not rules.in_force(phrase.valid_from, phrase.valid_until, clock.now()):
        raise PhraseNotInForce(title=phrase.title)
    text, _ = rules.fitting(phrase.text, phrase.variants, fit or Fit())
    return rules.render(text, {**facts, **_terms(session, phrase)})


def _terms(session: Session, phrase: Phrase) -> dict[str, str | None]:
    """What an offer says of itself."""
    if phrase.valid_until is None or phrase.shop_id is None:
        return {"conditions": phrase.conditions or None, "valid_until": None}
    ends = phrase.valid_until.astimezone(shops.get(session, phrase.shop_id).zone)
    return {"conditions": phrase.conditions or None, "valid_until": f"{ends:%Y-%m-%d %H:%M}"}


_USED = """
    UPDATE phrases p SET uses = p.uses + u.times, last_used_at = u.at
    FROM (SELECT id, count(*) AS times, max(at) AS at
        FROM json_to_recordset(%s::json) AS used(id uuid, at timestamptz) GROUP BY id) u
    WHERE p.id = u.id
"""


def record_use(session: Session, phrase_id: UUID) -> None:
    """It was sent once more; goes along with what is written next."""
    beside(session, _USED, [{"id": phrase_id, "at": clock.now()}])
