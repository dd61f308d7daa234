"""Phrases are kept true: dates, keepers, review cycles, and what they repeat."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from xiaoer.core import auth, clock, events, i18n
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.i18n import Locale
from xiaoer.phrases import queries, rules
from xiaoer.phrases.errors import PhraseRetired as RetiredAlready
from xiaoer.phrases.events import PhraseCared, PhraseReviewed, PhraseReviewNeeded
from xiaoer.phrases.models import Changing, Phrase, PhraseCategory, PhraseLink, Promotion
from xiaoer.phrases.rules.care import NO_CHANGE, Change
from xiaoer.phrases.service.telling import told
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.workforce.errors import AgentNotFound
from xiaoer.workforce.models import Agent

TASK = "phrase_review"
TITLE = Change("复审快捷语", "Review a quick phrase")
"""Of the task, in the language of whoever keeps the phrase."""
REVIEW_WITHIN = timedelta(days=3)
MARKED_AT_ONCE = 500
ANY = "*"
"""A link to any courier, any policy."""


@dataclass(frozen=True)
class Link:
    """A fact that a phrase repeats."""

    kind: Changing
    ref: str
    name: str = ""


@dataclass(frozen=True)
class Care:
    """While when a phrase holds, who keeps it, how often it is looked at, and what it repeats."""

    valid_from: datetime | None = None
    valid_until: datetime | None = None
    conditions: str = ""
    keeper_id: UUID | None = None
    review_days: int | None = None
    links: Sequence[Link] = field(default_factory=tuple)


def care_for(session: Session, actor: Actor, phrase_id: UUID, care: Care) -> Phrase:
    """Set all of it. A later end renews an expired phrase (QP-9)."""
    actor.must(Permission.PHRASES_EDIT)
    phrase = queries.get(session, actor, phrase_id, lock=True)
    if phrase.retired:
        raise RetiredAlready
    apply(session, phrase, care)
    check_offer(session, phrase)
    session.flush()
    events.emit(session, actor, PhraseCared(**told(phrase)))
    return phrase


def apply(session: Session, phrase: Phrase, care: Care) -> None:
    """Put the care into a stored phrase. What a linked promotion tells fills what is left out."""
    if care.keeper_id is not None and session.get(Agent, care.keeper_id) is None:
        raise AgentNotFound
    promotion = _promotion(session, phrase, care)
    phrase.valid_from = care.valid_from
    phrase.valid_until = care.valid_until or (promotion.ends_at if promotion else None)
    phrase.conditions = care.conditions or (promotion.conditions if promotion else "")
    rules.check_validity(phrase.valid_from, phrase.valid_until)
    phrase.keeper_id, phrase.review_days = care.keeper_id, care.review_days
    phrase.reviewed_at = phrase.reviewed_at or clock.now()
    phrase.review_due_at = rules.due_after(phrase.reviewed_at, phrase.review_days)
    _link(session, phrase, care.links)


def _promotion(session: Session, phrase: Phrase, care: Care) -> Promotion | None:
    code = next((each.ref for each in care.links if each.kind is Changing.PROMOTION), None)
    if code is None or phrase.shop_id is None:
        return None
    return queries.promotion(session, phrase.shop_id, code)


def _link(session: Session, phrase: Phrase, links: Sequence[Link]) -> None:
    known = {(each.kind, each.ref): each for each in queries.links(session, [phrase.id])}
    wanted = {(each.kind, each.ref): each for each in links}
    for key in known.keys() - wanted.keys():
        kind, ref = key
        session.execute(
            delete(PhraseLink).where(
                PhraseLink.phrase_id == phrase.id, PhraseLink.kind == kind, PhraseLink.ref == ref
            )
        )
    for key in wanted.keys() - known.keys():
        one = wanted[key]
        session.add(PhraseLink(phrase_id=phrase.id, kind=one.kind, ref=one.ref, name=one.name))


def check_offer(session: Session, phrase: Phrase) -> None:
    """What promises a discount or a gift states its conditions and its end (QP-19)."""
    category = session.get_one(PhraseCategory, phrase.category_id)
    if category.offers:
        texts = [phrase.text, *(each["text"] for each in phrase.variants)]
        rules.check_terms(texts, phrase.conditions, phrase.valid_until)


def review(session: Session, actor: Actor, phrase_id: UUID) -> Phrase:
    """Somebody looked: it still holds. The cycle begins anew and the review task is done."""
    actor.must(Permission.PHRASES_EDIT)
    phrase = queries.get(session, actor, phrase_id, lock=True)
    if phrase.retired:
        raise RetiredAlready
    phrase.reviewed_at = clock.now()
    phrase.review_due_at = rules.due_after(phrase.reviewed_at, phrase.review_days)
    phrase.review_reason = phrase.review_since = None
    session.flush()
    for task_id in _open_tasks(session, phrase):
        tasks.complete(session, auth.system(actor.name), task_id, result="已核对")
    events.emit(session, actor, PhraseReviewed(**told(phrase)))
    return phrase


def mark_overdue(session: Session, actor: Actor) -> int:
    """Ask for a look at phrases whose cycle has run out; how many (QP-8)."""
    due = and_(Phrase.review_due_at <= clock.now(), Phrase.review_reason.is_(None))
    found = _shared(session, due)
    _mark(session, actor, found, Changing.OVERDUE, NO_CHANGE)
    return len(found)


def mark_changed(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None,
    kind: Changing,
    refs: Sequence[str],
    change: Change,
) -> int:
    """Ask for a look at the phrases that repeat a fact which has changed; how many (QP-7).

    Without a shop the change concerns the phrases of all shops.
    """
    link = and_(PhraseLink.kind == kind, or_(PhraseLink.ref.in_(refs), PhraseLink.ref == ANY))
    concerned: ColumnElement[bool] = Phrase.id.in_(select(PhraseLink.phrase_id).where(link))
    if shop_id is not None:
        concerned = and_(concerned, Phrase.shop_id == shop_id)
    found = _shared(session, concerned)
    if not found:
        return 0
    for each in queries.links(session, [one.id for one in found]):
        if each.kind is kind and each.ref in (*refs, ANY):
            each.changed_at = clock.now()
            each.change, each.change_en = change.zh[:200], change.en[:200]
    _mark(session, actor, found, kind, change)
    return len(found)


def _shared(session: Session, concerned: ColumnElement[bool]) -> Sequence[Phrase]:
    query = (
        select(Phrase)
        .where(Phrase.shop_id.is_not(None), Phrase.retired_at.is_(None), concerned)
        .order_by(Phrase.id)
        .limit(MARKED_AT_ONCE)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return session.scalars(query).all()


def _mark(
    session: Session, actor: Actor, found: Sequence[Phrase], reason: Changing, change: Change
) -> None:
    """A phrase that waits for a look already gets the newer reason, and no second task."""
    fresh = [each for each in found if each.review_reason is None]
    for each in found:
        each.review_reason, each.review_since = reason, clock.now()
    session.flush()
    languages = _languages(session, fresh)
    for each in fresh:
        _open_task(session, actor, each, change, languages.get(each.keeper_id, "zh"))
    needed = [
        PhraseReviewNeeded(**told(each), reason=reason.value, keeper_id=each.keeper_id)
        for each in found
    ]
    events.emit_many(session, actor, needed)


def _languages(session: Session, found: Sequence[Phrase]) -> dict[UUID | None, Locale]:
    """What the keepers read."""
    keepers = {each.keeper_id for each in found} - {None}
    query = select(Agent.id, Agent.locale).where(Agent.id.in_(keepers))
    return {row.id: i18n.locale_of(row.locale) for row in session.execute(query)}


def _open_task(
    session: Session, actor: Actor, phrase: Phrase, change: Change, locale: Locale
) -> None:
    title = TITLE.told_in(locale)
    tasks.open_task(
        session,
        actor,
        title=f"{title} · {phrase.title}",
        description=change.told_in(locale),
        kind=TASK,
        due_at=clock.now() + REVIEW_WITHIN,
        shop_id=phrase.shop_id,
        subject_type="phrase",
        subject_id=phrase.id,
        agent_id=phrase.keeper_id,
    )


def _open_tasks(session: Session, phrase: Phrase) -> Sequence[UUID]:
    query = select(Task.id).where(
        Task.shop_id == phrase.shop_id,
        Task.subject_id == phrase.id,
        Task.kind == TASK,
        Task.ended_at.is_(None),
    )
    return session.scalars(query).all()


def end_with(session: Session, promotion: Promotion) -> None:
    """Phrases of a promotion hold no longer than it does (QP-11)."""
    spoken = select(PhraseLink.phrase_id).where(
        PhraseLink.kind == Changing.PROMOTION, PhraseLink.ref == promotion.code
    )
    for each in _shared(session, and_(Phrase.shop_id == promotion.shop_id, Phrase.id.in_(spoken))):
        ends = min(each.valid_until or promotion.ends_at, promotion.ends_at)
        each.valid_until = ends
        if each.valid_from is not None and each.valid_from >= ends:
            each.valid_from = None
    session.flush()


def count_due(session: Session, shop_ids: Sequence[UUID]) -> int:
    """How many shared phrases of these shops wait for a look."""
    query = select(func.count()).where(
        Phrase.shop_id.in_(shop_ids),
        Phrase.retired_at.is_(None),
        Phrase.review_reason.is_not(None),
    )
    return session.scalar(query) or 0
