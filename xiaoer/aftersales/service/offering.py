"""Offers within a case: another amount or kind (T4, T5), and retention before a refund (RTN)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import (
    CaseCannotMove,
    CentsChanged,
    OfferExpired,
    OfferNotFound,
    OfferNotPossible,
    OfferUnderWay,
)
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Closed,
    Decided,
    Offer,
    OfferKind,
    OfferState,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    approving,
    authority,
    clocks,
    deciding,
    deducting,
    gathering,
    retracting,
)
from xiaoer.aftersales.service.holding import (
    Held,
    check_ours,
    close,
    engine,
    hold,
    move,
    robot,
)
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies import service as policies
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks

OFFER = "offer"
ISSUE_WITHIN = timedelta(hours=24)


def propose(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    cents: int,
    kind: CaseKind | None = None,
    words: str = "",
) -> Case:
    """Offer the buyer another amount or kind (T4); the clock is theirs now."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    check_ours(case)
    rules.check_before(Command.PROPOSE, case.state)
    refunds = {CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND}
    if kind is not None and kind is not case.kind and not {kind, case.kind} <= refunds:
        raise CaseCannotMove(state=case.state.value, command=f"propose {kind.value}")
    _check_offered(session, actor, held, kind or case.kind, cents)
    authority.must_suffice(session, actor, case, "approve_refund", cents)
    case.previous, case.decided = case.state, Decided.OFFERED
    move(session, actor, held, Command.PROPOSE, CaseState.AWAITING_BUYER_CONFIRM, cents=cents)
    assert case.deadline_at is not None
    _add(
        session,
        Offer(
            shop_id=case.shop_id,
            case_id=case.id,
            order_id=case.order_id,
            kind=OfferKind.PROPOSAL,
            case_kind=kind,
            cents=cents,
            words=words,
            answer_by=case.deadline_at,
            by_id=actor.id,
            by_name=actor.name,
        ),
    )
    return case


def _check_offered(session: Session, actor: Actor, held: Held, kind: CaseKind, cents: int) -> None:
    """Raise unless so much can be offered: nothing where no money goes back."""
    if kind in rules.PAYS_BACK:
        retracting.check_cents(session, actor, held, cents)
    elif cents:
        raise CentsChanged(cents=0, given=cents)


def accept(session: Session, actor: Actor, *, case_id: UUID, version: int | None = None) -> Case:
    """The buyer takes what was offered (T5): it is agreed to, or the order is kept (RTN-3)."""
    retracting.must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    offer = _open_offer(session, held.case)
    if clock.now() >= offer.answer_by:
        raise OfferExpired
    _answer(session, actor, offer, OfferState.ACCEPTED)
    if offer.kind is not OfferKind.PROPOSAL:
        _keep_order(session, actor, held, offer)
        return held.case
    case = held.case
    rules.check_before(Command.ACCEPT, case.state)
    if offer.case_kind is not None and offer.case_kind is not case.kind:
        case.converted_from, case.kind = case.kind, offer.case_kind
    if case.kind in rules.PAYS_BACK:
        deducting.agreed_otherwise(case)
        case.requested_cents = offer.cents
    if case.kind is CaseKind.REFUND_ONLY:
        case.terms = case.terms | {"require_return": False}
    approving.agree(session, actor, held, Command.ACCEPT, cents=case.requested_cents)
    return case


def _keep_order(session: Session, actor: Actor, held: Held, offer: Offer) -> None:
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


def decline(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int | None = None,
    counter_cents: int | None = None,
    words: str = "",
) -> Case:
    """The buyer does not want it: back to where the case was, without delay (T5, RTN-3).

    `counter_cents`: what they would take instead (FM3-2); it is kept with the offer.
    """
    retracting.must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    offer = _open_offer(session, held.case)
    if counter_cents is not None:
        retracting.check_cents(session, actor, held, counter_cents)
    offer.counter_cents, offer.answer_words = counter_cents, words.strip()
    _answer(session, actor, offer, OfferState.DECLINED)
    _go_back(session, actor, held, offer)
    return held.case


def _go_back(session: Session, actor: Actor, held: Held, offer: Offer) -> None:
    case = held.case
    if offer.kind is OfferKind.PROPOSAL:
        case.decided = Decided.PENDING
        then = case.previous or CaseState.AWAITING_MERCHANT
        move(session, actor, held, Command.DECLINE, then, offer=offer.state.value)
    else:
        move(session, actor, held, Command.NOTE, retention=offer.state.value)


def lapse(session: Session, held: Held) -> None:
    """No answer to a proposal in time (D4)."""
    offer = _open_offer(session, held.case)
    _answer(session, robot(), offer, OfferState.EXPIRED)
    _go_back(session, robot(), held, offer)


def expire(session: Session, offer_id: UUID) -> None:
    """No answer to a retention offer: the request is back at the approval in time (RTN-4)."""
    offer = session.get(Offer, offer_id)
    if offer is None:
        return
    held = hold(session, robot(), offer.case_id)
    session.refresh(offer)
    if offer.state is OfferState.OPEN and clock.now() >= offer.answer_by:
        _answer(session, robot(), offer, OfferState.EXPIRED)
        if held.case.state not in rules.TERMINAL:
            _go_back(session, robot(), held, offer)


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
    offer = _add(
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
        kind=OFFER,
        subject_type="case_offer",
        subject_id=offer.id,
        due_at=answer_by,
    )
    promises.make_many(session, engine(actor), [terms])


def _add(session: Session, offer: Offer) -> Offer:
    """One open offer at a time: the case is locked, so looking is enough."""
    query = select(Offer.id).where(Offer.case_id == offer.case_id, Offer.state == OfferState.OPEN)
    if session.scalar(query) is not None:
        raise OfferUnderWay
    session.add(offer)
    session.flush()
    return offer


def _open_offer(session: Session, case: Case) -> Offer:
    query = select(Offer).where(Offer.case_id == case.id, Offer.state == OfferState.OPEN)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise OfferNotFound
    return found


def _answer(session: Session, actor: Actor, offer: Offer, state: OfferState) -> None:
    offer.state, offer.answered_at = state, clock.now()
    session.flush()
    if offer.kind is not OfferKind.PROPOSAL:
        promises.keep_for(
            session, engine(actor), shop_id=offer.shop_id, subject_id=offer.id, kinds=[OFFER]
        )
