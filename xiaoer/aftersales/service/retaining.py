"""Something for keeping the order, offered before a refund (RTN). No deadline moves for it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import OfferNotPossible
from xiaoer.aftersales.models import Case, CaseState, Closed, Offer, OfferKind, OfferState
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import clocks, deciding, gathering, offers
from xiaoer.aftersales.service.holding import Held, close, engine, hold, move, robot
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies import service as policies
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks

ISSUE_WITHIN = timedelta(hours=24)


def possible(session: Session, actor: Actor, held: Held) -> list[dict[str, object]]:
    """The retention offers that policy has for this case (RTN-1, RTN-2)."""
    case = held.case
    if case.state is not CaseState.AWAITING_MERCHANT or case.quality:
        return []
    made = (
        select(func.count())
        .select_from(Offer)
        .where(Offer.order_id == case.order_id, Offer.kind != OfferKind.PROPOSAL)
    )
    budget = int(clocks.settings_of(session, case.shop_id).get("retention_budget_cents", 0))
    spent = select(func.coalesce(func.sum(Offer.cents), 0)).where(
        Offer.shop_id == case.shop_id,
        Offer.kind != OfferKind.PROPOSAL,
        Offer.state == OfferState.ACCEPTED,
    )
    facts = gathering.gather(session, gathering.matter_of(session, case, held.order)) | {
        "budget.order_offers": session.scalar(made) or 0,
        "budget.remaining_cents": max(budget - int(session.scalar(spent) or 0), 0),
    }
    said = policies.preview(
        session, engine(actor), table=deciding.RETENTION, shop_id=case.shop_id, facts=facts
    )
    items: list[dict[str, object]] = said.outputs.get("items", [])
    return [each for each in items if each.get("offer")]


def retain(session: Session, actor: Actor, *, case_id: UUID, version: int, kind: OfferKind) -> Case:
    """Offer something for keeping the order. The deadline never moves for it (RTN-4).

    Raises `OfferNotPossible` for reasons of quality and where policy has no such offer,
    `OfferUnderWay`, `CaseCannotMove`.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.RETAIN, case.state)
    if case.quality:
        raise OfferNotPossible(why="quality")
    found = next(
        (each for each in possible(session, actor, held) if each["offer"] == kind.value), None
    )
    if found is None:
        raise OfferNotPossible(why="policy")
    if found.get("offer_approval"):
        actor.must(Permission.AFTERSALES_OVERRIDE)
    _offer(session, actor, case, kind, found)
    move(session, actor, held, Command.NOTE, retention="offered", offer=kind.value)
    return case


def _offer(
    session: Session, actor: Actor, case: Case, kind: OfferKind, found: dict[str, object]
) -> None:
    assert case.deadline_at is not None
    back = timedelta(hours=int(str(found.get("return_before_deadline_hours", 4))))
    answer_by = case.deadline_at - back
    if answer_by <= clock.now():
        raise OfferNotPossible(why="deadline")
    valid = clock.now() + timedelta(days=int(str(found.get("offer_valid_days", 30))))
    offer = offers.add(
        session,
        Offer(
            shop_id=case.shop_id,
            case_id=case.id,
            order_id=case.order_id,
            kind=kind,
            cents=int(str(found.get("offer_cents", 0))),
            saves_cents=case.requested_cents,
            valid_until=valid,
            answer_by=answer_by,
            by_id=actor.id,
            by_name=actor.name,
        ),
    )
    terms = Terms(
        shop_id=case.shop_id,
        kind=offers.OFFER,
        subject_type="case_offer",
        subject_id=offer.id,
        due_at=answer_by,
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
