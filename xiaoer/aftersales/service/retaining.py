"""Something for keeping the order, offered before a refund (RTN). No deadline moves for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import OfferNotPossible
from xiaoer.aftersales.models import (
    RETENTION,
    Case,
    CaseState,
    Closed,
    Offer,
    OfferKind,
    OfferState,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import clocks, deciding, gathering, offers
from xiaoer.aftersales.service.holding import Held, close, engine, hold, move, robot
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders.models import Order
from xiaoer.policies import service as policies
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks

ISSUE_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class Offerable:
    """An offer that policy has for a case; `approval`: only somebody who may override makes it."""

    kind: OfferKind
    cents: int
    answer_by: datetime
    valid_until: datetime
    approval: bool


@dataclass(frozen=True)
class Retention:
    """What may be offered for keeping an order; with nothing to offer, `why` names the reason."""

    offers: Sequence[Offerable]
    why: str = ""


def possible(session: Session, actor: Actor, case: Case, order: Order) -> Retention:
    """The retention offers that policy has for this case (RTN-1, RTN-2)."""
    if case.state is not CaseState.AWAITING_MERCHANT or case.deadline_at is None:
        return Retention([], "state")
    if case.quality:
        return Retention([], "quality")
    made = (
        select(func.count())
        .select_from(Offer)
        .where(Offer.order_id == case.order_id, Offer.kind.in_(RETENTION))
    )
    before = session.scalar(made) or 0
    budget = clocks.choices(session, case.shop_id).retention_budget_cents
    facts = gathering.gather(session, gathering.matter_of(session, case, order)) | {
        "budget.order_offers": before,
        "budget.remaining_cents": max(budget - queries.retention_spent(session, case.shop_id), 0),
    }
    said = policies.preview(
        session, engine(actor), table=deciding.RETENTION, shop_id=case.shop_id, facts=facts
    )
    items: list[dict[str, Any]] = said.outputs.get("items", [])
    found = [_offerable(each, case.deadline_at) for each in items if each.get("offer")]
    if not found:
        return Retention([], "offered" if before else "policy")
    in_time = [each for each in found if each.answer_by > clock.now()]
    return Retention(in_time, "" if in_time else "deadline")


def _offerable(told: Mapping[str, Any], deadline_at: datetime) -> Offerable:
    back = timedelta(hours=int(told.get("return_before_deadline_hours", 4)))
    return Offerable(
        kind=OfferKind(told["offer"]),
        cents=int(told.get("offer_cents", 0)),
        answer_by=deadline_at - back,
        valid_until=clock.now() + timedelta(days=int(told.get("offer_valid_days", 30))),
        approval=bool(told.get("offer_approval")),
    )


def retain(session: Session, actor: Actor, *, case_id: UUID, version: int, kind: OfferKind) -> Case:
    """Offer something for keeping the order. The deadline never moves for it (RTN-4).

    Raises `OfferNotPossible` where policy has no such offer, `OfferUnderWay`, `CaseCannotMove`.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.RETAIN, case.state)
    known = possible(session, actor, case, held.order)
    found = next((each for each in known.offers if each.kind is kind), None)
    if found is None:
        raise OfferNotPossible.because(known.why or "policy")
    if found.approval:
        actor.must(Permission.AFTERSALES_OVERRIDE)
    _offer(session, actor, case, found)
    move(session, actor, held, Command.NOTE, retention="offered", offer=kind.value)
    return case


def _offer(session: Session, actor: Actor, case: Case, found: Offerable) -> None:
    offer = offers.add(
        session,
        Offer(
            shop_id=case.shop_id,
            case_id=case.id,
            order_id=case.order_id,
            kind=found.kind,
            cents=found.cents,
            saves_cents=case.requested_cents,
            valid_until=found.valid_until,
            answer_by=found.answer_by,
            by_id=actor.id,
            by_name=actor.name,
        ),
    )
    terms = Terms(
        shop_id=case.shop_id,
        kind=offers.OFFER,
        subject_type="case_offer",
        subject_id=offer.id,
        due_at=found.answer_by,
    )
    promises.make_many(session, engine(actor), [terms])


def expire(session: Session, offer_id: UUID) -> None:
    """No answer to a retention offer: the request is back at the approval in time (RTN-4)."""
    offer = session.get(Offer, offer_id)
    if offer is None:
        return
    held = hold(session, robot(), offer.case_id)
    session.refresh(offer)
    if offer.state is OfferState.OPEN and clock.now() >= offer.answer_by:
        offers.answer(session, robot(), offer, OfferState.EXPIRED)
        if held.case.state not in rules.TERMINAL:
            offers.go_back(session, robot(), held, offer)


def keep_order(session: Session, actor: Actor, held: Held, offer: Offer) -> None:
    """The request is withdrawn and what was promised is handed out."""
    case = held.case
    close(session, actor, held, Command.RETAIN, Closed.RETAINED, offer=offer.kind.value)
    names = {OfferKind.COUPON: "优惠券", OfferKind.GIFT: "赠品"}
    tasks.open_task(
        session,
        robot(),
        title=f"向客户发放{names.get(offer.kind, '补偿')} · 售后 {case.number}",
        kind="issue_offer",
        due_at=clock.now() + ISSUE_WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
        description=offer.words,
    )
