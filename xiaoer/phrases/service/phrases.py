"""Phrases are written, changed, copied and retired."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.phrases import queries, rules
from xiaoer.phrases.errors import (
    CategoryDisabled,
    NotAnAgent,
    OffersAreShared,
    PhraseChangedMeanwhile,
    ShortcutTaken,
    WhichShop,
)
from xiaoer.phrases.errors import PhraseRetired as RetiredAlready
from xiaoer.phrases.events import (
    PhraseChanged,
    PhraseRestored,
    PhraseRetired,
    PhraseWritten,
)
from xiaoer.phrases.models import Phrase, PhraseCategory, PhraseVersion
from xiaoer.phrases.service import caring
from xiaoer.phrases.service.caring import Care
from xiaoer.phrases.service.telling import told

Variants = Sequence[Mapping[str, Any]]


def write(
    session: Session,
    actor: Actor,
    *,
    shared: bool,
    category_id: UUID,
    title: str,
    text: str,
    shop_id: UUID | None = None,
    shortcut: str | None = None,
    variants: Variants = (),
    care: Care | None = None,
) -> Phrase:
    """A phrase shared in a shop (editors only), or the actor's own, which nobody cares for.

    An actor of one shop alone need not name it.
    """
    _may_write(actor, shared=shared)
    phrase = Phrase(
        shop_id=_shop(session, actor, shop_id) if shared else None,
        owner_agent_id=None if shared else _owner(actor),
        category_id=category_id,
        title=title,
        text=text,
        variants=[dict(each) for each in variants],
        shortcut=shortcut or None,
    )
    return _write(session, actor, phrase, care=care if shared else None)


def copy(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    """The actor's own phrase with the words of a shared one, to be changed freely."""
    actor.must(Permission.PHRASES_READ)
    source = queries.get(session, actor, phrase_id)
    if session.get_one(PhraseCategory, source.category_id).offers:
        raise OffersAreShared
    own = Phrase(
        owner_agent_id=_owner(actor),
        category_id=source.category_id,
        title=source.title,
        text=source.text,
        variants=source.variants,
    )
    return _write(session, actor, own, copied_from=source.id)


def change(
    session: Session,
    actor: Actor,
    phrase_id: UUID,
    *,
    title: str | None = None,
    text: str | None = None,
    category_id: UUID | None = None,
    shortcut: str | None = None,
    variants: Variants | None = None,
    care: Care | None = None,
    expected_version: int | None = None,
) -> Phrase:
    """Say it otherwise from now on; the words before stay in the history.

    What is None stays as it is; an empty `shortcut` takes it away.
    """
    phrase = _to_edit(session, actor, phrase_id)
    if phrase.retired:
        raise RetiredAlready
    if expected_version is not None and expected_version != phrase.version:
        raise PhraseChangedMeanwhile(version=phrase.version)
    _put(session, phrase, category_id, shortcut)
    before = phrase.title, phrase.text, phrase.variants
    phrase.title, phrase.text = title or phrase.title, text or phrase.text
    if variants is not None:
        phrase.variants = [dict(each) for each in variants]
    if care is not None and phrase.shared:
        caring.apply(session, phrase, care)
    _check_words(session, phrase)
    phrase.initials = rules.initials(phrase.title)
    phrase.updated_at = clock.now()
    if before != (phrase.title, phrase.text, phrase.variants):
        phrase.version += 1
        _keep_version(session, actor, phrase)
    session.flush()
    events.emit(session, actor, PhraseChanged(**told(phrase)))
    return phrase


def _put(session: Session, phrase: Phrase, category_id: UUID | None, shortcut: str | None) -> None:
    """Into another category, under another shortcut."""
    if category_id is not None and category_id != phrase.category_id:
        _check_category(session, category_id, shared=phrase.shared)
        phrase.category_id = category_id
    if shortcut is not None:
        phrase.shortcut = shortcut or None
        _check_shortcut(session, phrase)


def retire(session: Session, actor: Actor, phrase_id: UUID) -> None:
    """Offer it no more. Its history stays, and it can be restored."""
    phrase = _to_edit(session, actor, phrase_id)
    if phrase.retired:
        return
    phrase.retired_at = clock.now()
    session.flush()
    events.emit(session, actor, PhraseRetired(**told(phrase)))


def restore(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    phrase = _to_edit(session, actor, phrase_id)
    if phrase.retired:
        _check_shortcut(session, phrase)
        phrase.retired_at = None
        session.flush()
        events.emit(session, actor, PhraseRestored(**told(phrase)))
    return phrase


def _write(
    session: Session,
    actor: Actor,
    phrase: Phrase,
    *,
    copied_from: UUID | None = None,
    care: Care | None = None,
) -> Phrase:
    rules.check_variables(phrase.text)
    if copied_from is None:
        _check_category(session, phrase.category_id, shared=phrase.shared)
    _check_shortcut(session, phrase)
    phrase.initials = rules.initials(phrase.title)
    phrase.reviewed_at = clock.now() if phrase.shared else None
    session.add(phrase)
    session.flush()
    if care is not None:
        caring.apply(session, phrase, care)
    _check_words(session, phrase)
    _keep_version(session, actor, phrase)
    session.flush()
    events.emit(session, actor, PhraseWritten(**told(phrase), copied_from=copied_from))
    return phrase


def _check_words(session: Session, phrase: Phrase) -> None:
    rules.check_variables(phrase.text)
    rules.check_variants(phrase.variants)
    if phrase.shared:
        caring.check_offer(session, phrase)


def _may_write(actor: Actor, *, shared: bool) -> None:
    actor.must(Permission.PHRASES_EDIT if shared else Permission.PHRASES_READ)


def _to_edit(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    actor.must(Permission.PHRASES_READ)
    phrase = queries.get(session, actor, phrase_id, lock=True)
    _may_write(actor, shared=phrase.shared)
    return phrase


def _shop(session: Session, actor: Actor, shop_id: UUID | None) -> UUID:
    if shop_id is not None:
        shops.must_reach(actor, shop_id)
        return shops.get(session, shop_id).id
    reached = shops.visible_to(session, actor)
    if len(reached) != 1:
        raise WhichShop
    return reached[0].id


def _owner(actor: Actor) -> UUID:
    if actor.kind is not ActorKind.AGENT or actor.id is None:
        raise NotAnAgent
    return actor.id


def _check_category(session: Session, category_id: UUID, *, shared: bool) -> None:
    category = queries.category(session, category_id)
    if not category.active:
        raise CategoryDisabled(category=category.name_zh)
    if category.offers and not shared:
        raise OffersAreShared


def _check_shortcut(session: Session, phrase: Phrase) -> None:
    if phrase.shortcut is None:
        return
    place = f"phrases:{phrase.shop_id or phrase.owner_agent_id}:{phrase.shortcut}"
    with session.no_autoflush:
        # two who choose the same one at once take turns
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(place, 0))))
        taken = session.scalar(
            select(Phrase.id).where(
                Phrase.shop_id.is_not_distinct_from(phrase.shop_id),
                Phrase.owner_agent_id.is_not_distinct_from(phrase.owner_agent_id),
                Phrase.shortcut == phrase.shortcut,
                Phrase.retired_at.is_(None),
                Phrase.id.is_distinct_from(phrase.id),
            )
        )
    if taken:
        raise ShortcutTaken(shortcut=phrase.shortcut)


def _keep_version(session: Session, actor: Actor, phrase: Phrase) -> None:
    session.add(
        PhraseVersion(
            phrase_id=phrase.id,
            version=phrase.version,
            title=phrase.title,
            text=phrase.text,
            variants=phrase.variants,
            author_id=actor.id,
            author_name=actor.name,
        )
    )
