"""Taking back, asking once more, going to a third person, starting over."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    AmountTooHigh,
    CaseCannotMove,
    DisputeUnderWay,
    GoodsReceived,
    MoneyUnderWay,
    NothingToRefund,
    ReasonNeeded,
    TooManyAttempts,
    UnitTaken,
)
from xiaoer.aftersales.events import CaseOpened
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseLine,
    CaseState,
    Closed,
    Decided,
    Dispute,
    DisputeState,
    Goods,
    Money,
    Party,
    UnitClaim,
)
from xiaoer.aftersales.rules import Command, Wanted
from xiaoer.aftersales.service import branching, clocks, making, refunding
from xiaoer.aftersales.service.holding import (
    Held,
    close,
    engine,
    hold,
    move,
    robot,
    told_of,
)
from xiaoer.core import clock, events
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
    """Raise unless so much can go back for the units of the case (I4)."""
    units = refunding.accepted_units(session, engine(actor), held)
    rules.amounts(units, freight_cents=held.case.freight_cents, asked_cents=cents)


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


def ship_instead(session: Session, actor: Actor, *, case_id: UUID) -> Case:
    """The parcel really left after the request was made: the case is closed (T10)."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id)
    case, order = held.case, held.order
    rules.check_before(Command.SHIP_INSTEAD, case.state)
    left = order.shipped_at is not None and order.shipped_at >= case.opened_at
    if order.status in rules.UNSHIPPED or not left:
        raise CaseCannotMove(state=case.state.value, command=Command.SHIP_INSTEAD.value)
    close(session, actor, held, Command.SHIP_INSTEAD, Closed.SHIPPED_INSTEAD)
    return case


def reopen(session: Session, actor: Actor, *, case_id: UUID, reason: str) -> Case:
    """Start over from a case that ended: a new one with the same content (T27, I13)."""
    actor.must(Permission.AFTERSALES_OVERRIDE)
    if not reason.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id)
    old = held.case
    if old.state not in rules.TERMINAL:
        raise CaseCannotMove(state=old.state.value, command="reopen")
    boss = engine(actor)
    wanted = [Wanted(each.order_line_id, each.qty) for each in queries.lines_of(session, old.id)]
    units = queries.units_of(session, boss, held.order)
    chosen = rules.chosen_units(units, wanted, free_only=old.kind in rules.CLAIMS_UNITS)
    left = sum(each.left_cents for each in chosen)
    if old.kind in rules.PAYS_BACK and not left:
        raise NothingToRefund
    if old.kind in rules.PAYS_BACK and old.requested_cents > left + old.freight_cents:
        raise AmountTooHigh(asked_cents=old.requested_cents, max_cents=left + old.freight_cents)
    case = _copy(session, actor, old, reason.strip())
    if case.kind in rules.CLAIMS_UNITS:
        taken = {each.key for each in units if each.taken}
        if taken & {each.key for each in chosen}:
            raise UnitTaken
        session.add_all(
            UnitClaim(case_id=case.id, order_line_id=each.order_line_id, unit=each.unit)
            for each in chosen
        )
    session.flush()
    told = CaseOpened(
        **told_of(case), reason=case.reason.value, requested_cents=case.requested_cents
    )
    events.emit(session, actor, told)
    clocks.pause_order(session, boss, case)
    return case


_COPIED = (
    "shop_id", "order_id", "customer_id", "kind", "phase", "currency", "requested_cents",
    "freight_cents", "due_cents", "instrument_id", "reason", "first_reason", "reason_text",
    "quality", "reasonable", "condition", "got_goods", "liability", "freight_payer", "terms",
    "decision_id", "mode", "platform",
)  # fmt: skip


def _copy(session: Session, actor: Actor, old: Case, reason: str) -> Case:
    case = making.make(
        session,
        actor,
        **making.copied(old, _COPIED),
        command="reopen",
        told={"of": old.id, "reason": reason},
        goods=rules.goods_of(old.phase, old.got_goods),
        attempts=old.attempts,
        parent_id=old.id,
    )
    for line in queries.lines_of(session, old.id):
        session.add(
            CaseLine(
                case_id=case.id,
                order_line_id=line.order_line_id,
                title=line.title,
                spec=line.spec,
                qty=line.qty,
                replacement_sku_id=line.replacement_sku_id,
                quoted_cents=line.quoted_cents,
                refund_cents=line.refund_cents,
            )
        )
    session.flush()
    return case
