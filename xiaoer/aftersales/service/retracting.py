"""Taking back, asking once more, going to a third person, shipped all the same."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import (
    AmountTooHigh,
    CaseCannotMove,
    DisputeUnderWay,
    GoodsReceived,
    MoneyUnderWay,
    TooManyAttempts,
)
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Closed,
    Decided,
    Dispute,
    DisputeState,
    Goods,
    Money,
    Party,
    Phase,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import branching, clocks, deducting, refunding
from xiaoer.aftersales.service.holding import (
    Held,
    close,
    engine,
    hold,
    move,
    robot,
)
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission

MOST_ATTEMPTS = 5


def must_speak_for_buyer(actor: Actor) -> None:
    asks = actor.kind is ActorKind.CUSTOMER
    actor.must(Permission.AFTERSALES_ASK if asks else Permission.AFTERSALES_REQUEST)


def withdraw(session: Session, actor: Actor, *, case_id: UUID, version: int | None = None) -> Case:
    """The buyer takes the request back, before goods were received or money set aside (T9)."""
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.WITHDRAW, case.state)
    if case.money is not Money.NONE:
        raise MoneyUnderWay
    if case.goods is Goods.RECEIVED:
        raise GoodsReceived
    end_dispute(session, case, DisputeState.WITHDRAWN)
    close(session, actor, held, Command.WITHDRAW, Closed.WITHDRAWN)
    return case


def end_dispute(session: Session, case: Case, state: DisputeState) -> None:
    query = select(Dispute).where(
        Dispute.case_id == case.id,
        Dispute.state.in_((DisputeState.EVIDENCE, DisputeState.REVIEWING)),
    )
    for dispute in session.scalars(query):
        dispute.state = state
    session.flush()


def revise(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    cents: int | None = None,
    kind: CaseKind | None = None,
    text: str = "",
) -> Case:
    """The buyer asks again after a refusal: less, otherwise, or with other words (T7)."""
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.REVISE, case.state)
    if case.attempts >= MOST_ATTEMPTS:
        raise TooManyAttempts(most=MOST_ATTEMPTS)
    if kind is not None and kind is not case.kind:
        refunds = {CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND}
        if not {kind, case.kind} <= refunds:
            raise CaseCannotMove(state=case.state.value, command=f"revise to {kind.value}")
        rules.check_shipped(case.phase, kind)
        case.converted_from, case.kind = case.kind, kind
    if cents is not None:
        check_cents(session, actor, held, cents)
        case.requested_cents = cents
    case.attempts += 1
    case.decided = Decided.PENDING
    case.reason_text = text or case.reason_text
    move(session, actor, held, Command.REVISE, CaseState.AWAITING_MERCHANT, cents=cents)
    return case


def check_cents(session: Session, actor: Actor, held: Held, cents: int) -> None:
    """Raise unless so much can go back for the units of the case (I4); for a price difference,
    unless the price fell by so much. What policy keeps back is not the buyer's to ask for."""
    case = held.case
    fell = case.notes.get("max_cents") if case.kind is CaseKind.PRICE_ADJUST else None
    if fell is not None and cents > fell:
        raise AmountTooHigh(asked_cents=cents, max_cents=fell)
    units = refunding.accepted_units(session, engine(actor), held)
    kept = deducting.kept_of(case) if actor.kind is ActorKind.CUSTOMER else ()
    freight = case.freight_cents
    rules.amounts(units, freight_cents=freight, asked_cents=cents, deductions=kept)


def escalate(
    session: Session, actor: Actor, *, case_id: UUID, version: int | None = None, words: str = ""
) -> Case:
    """Ask a third person to decide, after a refusal (T8). One dispute at a time."""
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.ESCALATE, case.state)
    dispute = Dispute(
        case_id=case.id,
        state=DisputeState.EVIDENCE,
        opened_by=Party.BUYER,
        words=words,
        evidence_due_at=clock.now(),
    )
    try:
        with session.begin_nested():
            session.add(dispute)
            session.flush()
    except IntegrityError as taken:
        raise DisputeUnderWay from taken
    case.previous = case.state
    move(session, actor, held, Command.ESCALATE, CaseState.DISPUTED)
    assert case.deadline_at is not None
    dispute.evidence_due_at = case.deadline_at
    dispute.run_id = branching.begin(session, robot(), held).id
    session.flush()
    return case


def ship_instead(session: Session, actor: Actor, *, case_id: UUID, version: int) -> Case:
    """The parcel really left after the buyer asked for a refund before shipping: the request is
    closed (T10). A shop may rule that out with its choice `ship_instead`: the
    request then goes on as a refund of a shipped order (RFU-7).
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case, order = held.case, held.order
    rules.check_before(Command.SHIP_INSTEAD, case.state)
    before_shipping = case.phase is Phase.PRE_SHIP or bool(case.notes.get("shipped_meanwhile"))
    left = order.shipped_at is not None and order.shipped_at >= case.opened_at
    allowed = clocks.choices(session, case.shop_id).ship_instead
    possible = case.kind is CaseKind.REFUND_ONLY and before_shipping and allowed
    if not possible or order.status in rules.UNSHIPPED or not left:
        raise CaseCannotMove(state=case.state.value, command=Command.SHIP_INSTEAD.value)
    close(session, actor, held, Command.SHIP_INSTEAD, Closed.SHIPPED_INSTEAD)
    return case
