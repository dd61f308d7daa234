"""Phrases are written, changed, copied, retired, rendered and counted."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.phrases import queries, rules
from xiaoer.phrases.errors import (
    CategoryDisabled,
    NotAnAgent,
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
from xiaoer.phrases.models import Phrase, PhraseVersion
from xiaoer.phrases.rules import Rendered


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
) -> Phrase:
    """A phrase shared in a shop (editors only), or the actor's own.

    An actor of one shop alone need not name it.
    """
    _may_write(actor, shared=shared)
    return _write(
        session,
        actor,
        Phrase(
            shop_id=_shop(session, actor, shop_id) if shared else None,
            owner_agent_id=None if shared else _owner(actor),
            category_id=category_id,
            title=title,
            text=text,
            shortcut=shortcut or None,
        ),
    )


def copy(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    """The actor's own phrase with the words of a shared one, to be changed freely."""
    actor.must(Permission.PHRASES_READ)
    source = queries.get(session, actor, phrase_id)
    own = Phrase(
        owner_agent_id=_owner(actor),
        category_id=source.category_id,
        title=source.title,
        text=source.text,
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
    if category_id is not None and category_id != phrase.category_id:
        _check_category(session, category_id)
        phrase.category_id = category_id
    if shortcut is not None:
        phrase.shortcut = shortcut or None
        _check_shortcut(session, phrase)
    before = phrase.title, phrase.text
    phrase.title, phrase.text = title or phrase.title, text or phrase.text
    rules.check_variables(phrase.text)
    phrase.initials = rules.initials(phrase.title)
    phrase.updated_at = clock.now()
    if before != (phrase.title, phrase.text):
        phrase.version += 1
        _keep_version(session, actor, phrase)
    session.flush()
    events.emit(session, actor, PhraseChanged(**_common(phrase)))
    return phrase


def retire(session: Session, actor: Actor, phrase_id: UUID) -> None:
    """Offer it no more. Its history stays, and it can be restored."""
    phrase = _to_edit(session, actor, phrase_id)
    if phrase.retired:
        return
    phrase.retired_at = clock.now()
    session.flush()
    events.emit(session, actor, PhraseRetired(**_common(phrase)))


def restore(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    phrase = _to_edit(session, actor, phrase_id)
    if phrase.retired:
        _check_shortcut(session, phrase)
        phrase.retired_at = None
        session.flush()
        events.emit(session, actor, PhraseRestored(**_common(phrase)))
    return phrase


def render(
    session: Session, actor: Actor, phrase_id: UUID, facts: Mapping[str, str | None]
) -> Rendered:
    """The present words with `facts` (names of `rules.VARIABLES`) filled in."""
    actor.must(Permission.PHRASES_READ)
    phrase = queries.get(session, actor, phrase_id)
    if phrase.retired:
        raise RetiredAlready
    return rules.render(phrase.text, facts)


def record_use(session: Session, actor: Actor, phrase_id: UUID) -> None:
    """It was sent once more. One statement; a phrase the actor does not see is not counted."""
    seen = queries.visible_to(actor).where(Phrase.id == phrase_id).with_only_columns(Phrase.id)
    session.execute(
        update(Phrase)
        .where(Phrase.id.in_(seen))
        .values(uses=Phrase.uses + 1, last_used_at=clock.now())
        .execution_options(synchronize_session=False)
    )


def _write(
    session: Session, actor: Actor, phrase: Phrase, copied_from: UUID | None = None
) -> Phrase:
    rules.check_variables(phrase.text)
    if copied_from is None:
        _check_category(session, phrase.category_id)
    _check_shortcut(session, phrase)
    phrase.initials = rules.initials(phrase.title)
    session.add(phrase)
    session.flush()
    _keep_version(session, actor, phrase)
    session.flush()
    events.emit(session, actor, PhraseWritten(**_common(phrase), copied_from=copied_from))
    return phrase


def _may_write(actor: Actor, *, shared: bool) -> None:
    actor.must(Permission.PHRASES_EDIT if shared else Permission.PHRASES_READ)


def _to_edit(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    actor.must(Permission.PHRASES_READ)
    phrase = queries.get(session, actor, phrase_id, lock=True)
    _may_write(actor, shared=phrase.shared)
    return phrase


def _shop(session: Session, actor: Actor, shop_id: UUID | None) -> UUID:
    if shop_id is not None:
        if not actor.reaches(shop_id):
            raise shops.ShopNotFound(shop=shop_id)
        return shops.get(session, shop_id).id
    reached = shops.visible_to(session, actor)
    if len(reached) != 1:
        raise WhichShop
    return reached[0].id


def _owner(actor: Actor) -> UUID:
    if actor.kind is not ActorKind.AGENT or actor.id is None:
        raise NotAnAgent
    return actor.id


def _check_category(session: Session, category_id: UUID) -> None:
    category = queries.category(session, category_id)
    if not category.active:
        raise CategoryDisabled(category=category.name_zh)


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
            author_id=actor.id,
            author_name=actor.name,
        )
    )


def _common(phrase: Phrase) -> dict[str, Any]:
    return {
        "shop_id": phrase.shop_id,
        "phrase_id": phrase.id,
        "owner_agent_id": phrase.owner_agent_id,
        "version": phrase.version,
    }
