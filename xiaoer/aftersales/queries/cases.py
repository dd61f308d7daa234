"""Cases: who may see which, one of them whole, and those of an order."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, bindparam, exists, func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import CaseNotFound
from xiaoer.aftersales.models import (
    Amendment,
    Case,
    CaseEvent,
    CaseEvidence,
    CaseFeedback,
    CaseGuide,
    CaseLine,
    CaseParcel,
    Clawback,
    Closed,
    Dispute,
    Inspection,
    Interception,
    Offer,
    Replacement,
    UnitClaim,
)
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.prepared import prepared
from xiaoer.core.remembering import keep, known, remembered, remembers
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.payments import queries as payments


def visible_to(actor: Actor) -> Select[Case]:
    """Staff see the cases of their shops; customers those of their own orders (I25)."""
    query = select(Case)
    if not actor.all_shops:
        query = query.where(Case.shop_id.in_(actor.shop_ids))
    if actor.kind is ActorKind.CUSTOMER:
        query = query.where(Case.order_id.in_(own_order_ids(actor)))
    return query


def own_order_ids(actor: Actor) -> Select[UUID]:
    """Orders a shopper proved to know, and if the shop vouches for them, those in their name."""
    return select(Order.id).where(_own(actor))


def _own(actor: Actor) -> ColumnElement[bool]:
    return orders.belongs_to(actor.id, vouched=_vouched(actor)) if actor.id else Order.id.is_(None)


def _vouched(actor: Actor) -> bool:
    return actor.may(Permission.AFTERSALES_VOUCHED)


def get(session: Session, actor: Actor, case_id: UUID) -> Case:
    """The case, if the actor may see it: asked once within a verb."""

    def read() -> Case:
        if actor.all_shops and actor.kind is not ActorKind.CUSTOMER:
            found = session.get(Case, case_id)  # nothing is hidden from it
        else:
            found = session.scalars(visible_to(actor).where(Case.id == case_id)).one_or_none()
        if found is None:
            raise CaseNotFound
        return found

    return remembered(session, _case_key(actor, case_id), read)


def _case_key(actor: Actor, case_id: UUID) -> Hashable:
    return "case", actor.kind, actor.id, actor.shop_ids, case_id


def order_for(session: Session, actor: Actor, order_id: UUID, *, lock: bool = False) -> Order:
    """The order, if the actor may act on it; a stranger's is not there."""
    shopper = orders.Shopper(actor.id, vouched=_vouched(actor))
    of = shopper if actor.kind is ActorKind.CUSTOMER else None
    return orders.get(session, actor, order_id, lock=lock, of=of)


def of_order(session: Session, actor: Actor, order_id: UUID) -> Sequence[Case]:
    """The newest first."""
    query = visible_to(actor).where(Case.order_id == order_id).order_by(Case.id.desc())
    return session.scalars(query).all()


@dataclass(frozen=True)
class Past:
    """What has happened to an order after its sale: for most orders nothing, and nothing of it
    has to be read then."""

    cases: bool
    changed: bool
    """Some unit is worth something else than was paid for it: replaced, or a coupon lapsed."""
    amended: bool
    only: UUID | None = None
    """The one case there is: the verb has just made it."""


def past(session: Session, order_id: UUID) -> Past:
    """Remembered within a verb: who opens a case tells it, who replaces a unit forgets it."""

    def read() -> Past:
        cases, changed, swapped, untouched = _past().one(session, order_id=order_id)
        payments.keep_untouched(session, order_id, untouched)
        return Past(cases, changed, swapped)

    return remembered(session, past_key(order_id), read)


@prepared
def _past() -> Select[*tuple[bool, ...]]:
    order_id = bindparam("order_id", type_=Uuid())
    of_order = select(Case.id).where(Case.order_id == order_id)
    replaced = exists().where(Replacement.case_id.in_(of_order))
    lapsed = exists().where(Clawback.case_id.in_(of_order))
    amended = exists().where(Amendment.order_id == order_id)
    return select(of_order.exists(), replaced | lapsed, amended, payments.untouched(order_id))


def case_made(session: Session, actor: Actor, case: Case) -> None:
    """A verb has just written a case that the actor may see."""
    keep(session, _case_key(actor, case.id), case)
    keep(session, _story_key(case.id), [])
    if remembers(session):
        before = past(session, case.order_id)
        only = None if before.cases else case.id
        keep(session, past_key(case.order_id), replace(before, cases=True, only=only))


def _story_key(case_id: UUID) -> Hashable:
    return "story", case_id


def goes_on(session: Session, event: CaseEvent) -> None:
    """The verb that made a case knows its whole story: nobody else can have added to it."""
    story: list[CaseEvent] | None = known(session, _story_key(event.case_id))
    if story is not None:
        story.append(event)


def is_new(session: Session, case_id: UUID) -> bool:
    """Whether this very verb makes it."""
    return known(session, _story_key(case_id)) is not None


def made_of(
    session: Session, case_id: UUID, lines: list[CaseLine], claims: list[UnitClaim]
) -> None:
    """A verb has just written what a case is about."""
    keep(session, _lines_key(case_id), lines)
    keep(session, claims_key(case_id), claims)


def _lines_key(case_id: UUID) -> Hashable:
    return "lines of", case_id


def claims_key(case_id: UUID) -> Hashable:
    return "claims of", case_id


def past_key(order_id: UUID) -> Hashable:
    return "past", order_id


def recent_attempts(session: Session, order_id: UUID, line_ids: Sequence[UUID]) -> int:
    """How often the same lines were asked for before, in cases that came to nothing."""
    if not past(session, order_id).cases:
        return 0
    query = (
        select(func.count(Case.id.distinct()))
        .join(CaseLine, CaseLine.case_id == Case.id)
        .where(
            Case.order_id == order_id,
            CaseLine.order_line_id.in_(line_ids),
            Case.closed_reason.is_not(None),
            Case.closed_reason != Closed.SHIPPED_INSTEAD,
        )
    )
    return session.scalar(query) or 0


@dataclass(frozen=True)
class Report:
    """One case with everything that belongs to it."""

    case: Case
    order: Order
    lines: Sequence[CaseLine]
    events: Sequence[CaseEvent]
    parcels: Sequence[CaseParcel]
    inspections: Sequence[Inspection]
    interceptions: Sequence[Interception]
    offers: Sequence[Offer]
    evidence: Sequence[CaseEvidence]
    disputes: Sequence[Dispute]
    replacements: Sequence[Replacement]
    guides: Sequence[CaseGuide]
    feedback: CaseFeedback | None


def lines_of(session: Session, case_id: UUID) -> list[CaseLine]:
    """Remembered within a verb: a case has the lines it was made with."""

    def read() -> Sequence[CaseLine]:
        query = select(CaseLine).where(CaseLine.case_id == case_id).order_by(CaseLine.id)
        return session.scalars(query).all()

    return list(remembered(session, _lines_key(case_id), read))


SELDOM: Sequence[Any] = (
    CaseParcel,
    Inspection,
    Interception,
    Offer,
    CaseEvidence,
    Dispute,
    Replacement,
    CaseGuide,
    CaseFeedback,
)
"""What most cases have nothing of."""


def parts_of(session: Session, case_id: UUID) -> set[Any]:
    """Which of these a case has: one statement, where reading each would be nine."""
    row = _parts().one(session, case_id=case_id)
    return {model for model, has in zip(SELDOM, row, strict=True) if has}


@prepared
def _parts() -> Select[*tuple[Any, ...]]:
    case_id = bindparam("case_id", type_=Uuid())
    return select(*(exists().where(model.case_id == case_id) for model in SELDOM))


def detail(session: Session, actor: Actor, case_id: UUID) -> Report:
    case = get(session, actor, case_id)
    story: list[CaseEvent] | None = known(session, _story_key(case_id))
    there = parts_of(session, case.id)

    def of(model: Any) -> list[Any]:
        if model in SELDOM and model not in there:
            return []
        query = select(model).where(model.case_id == case.id).order_by(model.id)
        return list(session.scalars(query))

    answered = session.get(CaseFeedback, case.id) if CaseFeedback in there else None
    return Report(
        case=case,
        order=session.get_one(Order, case.order_id),
        lines=lines_of(session, case.id),
        events=story or of(CaseEvent),
        parcels=of(CaseParcel),
        inspections=of(Inspection),
        interceptions=of(Interception),
        offers=of(Offer),
        evidence=of(CaseEvidence),
        disputes=of(Dispute),
        replacements=of(Replacement),
        guides=of(CaseGuide),
        feedback=answered,
    )
