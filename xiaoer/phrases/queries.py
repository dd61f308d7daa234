"""Phrases an actor is offered."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, bindparam, case, func, or_, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.core import clock, db, paging
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.prepared import among, prepared
from xiaoer.core.shops import must_reach
from xiaoer.phrases.errors import CategoryNotFound, PhraseNotFound
from xiaoer.phrases.models import (
    Abroad,
    CheckSettings,
    Emoji,
    Phrase,
    PhraseCategory,
    PhraseLink,
    PhraseVersion,
    Promotion,
    WordRule,
)
from xiaoer.phrases.rules import Limits, Standing, Watched


def _standing(standing: Standing) -> list[ColumnElement[bool]]:
    now, retired = clock.now(), Phrase.retired_at.is_not(None)
    if standing is Standing.RETIRED:
        return [retired]
    begun = or_(Phrase.valid_from.is_(None), Phrase.valid_from <= now)
    lasts = or_(Phrase.valid_until.is_(None), Phrase.valid_until > now)
    meant: dict[Standing, list[ColumnElement[bool]]] = {
        Standing.HOLDS: [begun, lasts],
        Standing.DUE: [Phrase.review_reason.is_not(None)],
        Standing.EXPIRED: [Phrase.valid_until <= now],
    }
    return [~retired, *meant.get(standing, [])]


def visible_to(actor: Actor) -> Select[Phrase]:
    """Shared phrases of the actor's shops and the actor's own; nobody sees another's own."""
    return _visible(actor.all_shops).params(_whose(actor))


def _visible(everywhere: bool) -> Select[Phrase]:
    shared = Phrase.shop_id.is_not(None) if everywhere else Phrase.shop_id == among("shops")
    return select(Phrase).where(
        or_(shared, Phrase.owner_agent_id == bindparam("agent", type_=Uuid()))
    )


def _whose(actor: Actor) -> dict[str, Any]:
    owner = actor.id if actor.kind is ActorKind.AGENT else None
    return {"agent": owner, "shops": list(actor.shop_ids)}


def get(session: Session, actor: Actor, phrase_id: UUID, *, lock: bool = False) -> Phrase:
    query = visible_to(actor).where(Phrase.id == phrase_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    phrase = session.scalars(query).one_or_none()
    if phrase is None:
        raise PhraseNotFound
    return phrase


def offered(
    session: Session,
    actor: Actor,
    *,
    q: str = "",
    category_id: UUID | None = None,
    scope: str | None = None,
    shop_id: UUID | None = None,
    standing: Standing = Standing.HOLDS,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Phrase], str | None]:
    """Phrases by category and title; with `q` the best matches first, without a next page."""
    query = visible_to(actor).where(*_standing(standing))
    if category_id:
        query = query.where(Phrase.category_id == category_id)
    if scope:
        shared = Phrase.owner_agent_id.is_(None)
        query = query.where(shared if scope == "shared" else ~shared)
    if shop_id:
        query = query.where(or_(Phrase.shop_id == shop_id, Phrase.shop_id.is_(None)))
    if q.strip():
        return session.scalars(_best(query, q.strip().lstrip("/")).limit(limit)).all(), None
    return _page(session, query, after, limit)


def _best(query: Select[Phrase], q: str) -> Select[Phrase]:
    starts, holds = _like(q) + "%", f"%{_like(q)}%"
    rank = case(
        (func.lower(Phrase.shortcut) == q.lower(), 0),
        (Phrase.shortcut.ilike(starts), 1),
        (Phrase.title.ilike(starts), 2),
        (Phrase.initials.ilike(starts), 3),
        (Phrase.title.ilike(holds), 4),
        (Phrase.initials.ilike(holds), 5),
        (Phrase.text.ilike(holds), 6),
    )
    return query.where(rank.is_not(None)).order_by(rank, Phrase.uses.desc(), Phrase.id)


def _like(q: str) -> str:
    return q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _page(
    session: Session, query: Select[Phrase], after: str | None, limit: int
) -> tuple[Sequence[Phrase], str | None]:
    key = (PhraseCategory.position, Phrase.title, Phrase.id)
    query = query.join(PhraseCategory, PhraseCategory.id == Phrase.category_id)
    if after:
        query = query.where(tuple_(*key) > tuple_(*paging.keys(after, (int, str, UUID))))
    rows = session.execute(
        query.add_columns(PhraseCategory.position).order_by(*key).limit(limit + 1)
    ).all()
    page = rows[:limit]
    phrases = [row[0] for row in page]
    if len(rows) <= limit:
        return phrases, None
    last, position = page[-1]
    return phrases, paging.cursor(position, last.title, last.id)


def versions(session: Session, phrase: Phrase) -> Sequence[PhraseVersion]:
    """The history of a phrase, newest first."""
    return session.scalars(
        select(PhraseVersion)
        .where(PhraseVersion.phrase_id == phrase.id)
        .order_by(PhraseVersion.version.desc())
    ).all()


def categories(session: Session) -> Sequence[PhraseCategory]:
    return session.scalars(
        select(PhraseCategory).order_by(PhraseCategory.position, PhraseCategory.id)
    ).all()


def category(session: Session, category_id: UUID) -> PhraseCategory:
    found = session.get(PhraseCategory, category_id)
    if found is None:
        raise CategoryNotFound
    return found


_CHECKS = (
    "SELECT w.kind, w.word, w.alternative, w.blocks, s.checks_on, s.emojis_per_message,"
    " s.emoji_every, s.emoji_blocks, s.emoji_mixed_warns, s.emoji_repeat_warns,"
    " s.emoji_abroad, s.phrases_in_a_row, s.longest_sentence"
    " FROM (SELECT 1) one LEFT JOIN reply_check_settings s ON s.shop_id = %(shop_id)s"
    " LEFT JOIN (SELECT DISTINCT ON (kind, word) * FROM word_rules"
    " WHERE shop_id = %(shop_id)s OR shop_id IS NULL"
    " ORDER BY kind, word, shop_id NULLS LAST) w ON w.active"
)


def checks_of(session: Session, shop_id: UUID) -> tuple[Limits | None, list[Watched]]:
    """What a shop watches for: its own rule of a word before the house's. No limits: switched off.
    One statement."""
    rows = db.read(session, _CHECKS, {"shop_id": shop_id})
    watched = [Watched(*row[:4]) for row in rows if row[0] is not None]
    on, *limits = rows[0][4:]
    if on is False:
        return None, watched
    return (Limits() if on is None else Limits(*limits)), watched


def emojis(session: Session, shop_id: UUID, *, active: bool = True) -> Sequence[Emoji]:
    """The managed set of a shop: its own of an emoji before the house's, by use."""
    own = select(Emoji.emoji).where(Emoji.shop_id == shop_id)
    shown = or_(Emoji.shop_id == shop_id, and_(Emoji.shop_id.is_(None), Emoji.emoji.not_in(own)))
    query = select(Emoji).where(shown).order_by(Emoji.use, Emoji.id)
    return session.scalars(query.where(Emoji.active) if active else query).all()


@prepared
def _texts(everywhere: bool) -> Select[str, list[Any]]:
    chosen = Phrase.id == bindparam("id", type_=Uuid())
    return _visible(everywhere).where(chosen).with_only_columns(Phrase.text, Phrase.variants)


def texts_of(session: Session, actor: Actor, phrase_id: UUID) -> list[str]:
    """The words of a phrase that the actor sees, and of its variants."""
    found = _texts(actor.all_shops).all(session, id=phrase_id, **_whose(actor))
    return [text for own, others in found for text in (own, *(each["text"] for each in others))]


def in_categories(
    session: Session, actor: Actor, shop_id: UUID, codes: Collection[str]
) -> Sequence[tuple[str, Phrase]]:
    """Phrases in force of these categories by code, the most used first."""
    query = (
        visible_to(actor)
        .join(PhraseCategory, PhraseCategory.id == Phrase.category_id)
        .where(
            PhraseCategory.code.in_(codes),
            or_(Phrase.shop_id == shop_id, Phrase.shop_id.is_(None)),
            *_standing(Standing.HOLDS),
        )
        .add_columns(PhraseCategory.code)
        .order_by(Phrase.uses.desc(), Phrase.id)
        .limit(MOST_SHOWN)
    )
    return [(row[1], row[0]) for row in session.execute(query)]


def links(session: Session, phrase_ids: Collection[UUID]) -> Sequence[PhraseLink]:
    """What these phrases repeat."""
    query = select(PhraseLink).where(PhraseLink.phrase_id.in_(phrase_ids))
    return session.scalars(query.order_by(PhraseLink.kind, PhraseLink.name)).all()


def inconsistent(
    session: Session, actor: Actor, shop_id: UUID
) -> Sequence[tuple[Phrase, PhraseLink]]:
    """Phrases of which a fact changed after somebody last looked, newest change first (QP-7)."""
    must_reach(actor, shop_id)
    query = (
        select(Phrase, PhraseLink)
        .join(PhraseLink, PhraseLink.phrase_id == Phrase.id)
        .where(
            Phrase.shop_id == shop_id,
            Phrase.retired_at.is_(None),
            PhraseLink.changed_at >= func.coalesce(Phrase.reviewed_at, Phrase.created_at),
        )
        .order_by(PhraseLink.changed_at.desc(), Phrase.id)
        .limit(MOST_SHOWN)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


MOST_SHOWN = 500


def promotion(
    session: Session, shop_id: UUID, code: str, *, lock: bool = False
) -> Promotion | None:
    query = select(Promotion).where(Promotion.shop_id == shop_id, Promotion.code == code)
    return session.scalar(query.with_for_update() if lock else query)


def promotions(session: Session, actor: Actor, shop_id: UUID) -> Sequence[Promotion]:
    """Of a shop, the latest end first."""
    must_reach(actor, shop_id)
    query = select(Promotion).where(Promotion.shop_id == shop_id)
    return session.scalars(query.order_by(Promotion.ends_at.desc()).limit(MOST_SHOWN)).all()


def word_rules(session: Session, actor: Actor, shop_id: UUID) -> Sequence[WordRule]:
    """The house's and the shop's own, by kind and word."""
    must_reach(actor, shop_id)
    query = select(WordRule).where(or_(WordRule.shop_id == shop_id, WordRule.shop_id.is_(None)))
    return session.scalars(query.order_by(WordRule.kind, WordRule.word, WordRule.shop_id)).all()


def check_settings(session: Session, actor: Actor, shop_id: UUID) -> CheckSettings:
    """The shop's, or those that hold while nobody has set any (they are not stored)."""
    must_reach(actor, shop_id)
    found = session.get(CheckSettings, shop_id)
    usual = Limits()
    return found or CheckSettings(
        shop_id=shop_id,
        on=True,
        emojis_per_message=usual.emojis_per_message,
        emoji_every=usual.emoji_every,
        emoji_blocks=usual.emoji_blocks,
        emoji_mixed_warns=usual.emoji_mixed_warns,
        emoji_repeat_warns=usual.emoji_repeat_warns,
        emoji_abroad=Abroad(usual.emoji_abroad),
        phrases_in_a_row=usual.phrases_in_a_row,
        longest_sentence=usual.longest_sentence,
    )
