"""Phrases are filled in, and counted when they are sent."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
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


def record_use(session: Session, actor: Actor, phrase_id: UUID) -> None:
    """It was sent once more. One statement; a phrase the actor does not see is not counted."""
    seen = queries.visible_to(actor).where(Phrase.id == phrase_id).with_only_columns(Phrase.id)
    session.execute(
        update(Phrase)
        .where(Phrase.id.in_(seen))
        .values(uses=Phrase.uses + 1, last_used_at=clock.now())
        .execution_options(synchronize_session=False)
    )
