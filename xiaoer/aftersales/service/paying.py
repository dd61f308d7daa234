"""Money beside refunds: the difference a buyer pays, and what the shop gives of its own."""

from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import InstrumentNeeded
from xiaoer.aftersales.models import Case, CaseState, Money
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service.holding import Held, engine, hold, move, robot
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.payments import service as payments
from xiaoer.payments.models import MovementState


def charge(
    session: Session, actor: Actor, held: Held, *, instrument_id: UUID | None = None
) -> None:
    """Ask the buyer for the difference (T15). Stored value pays at once."""
    case = held.case
    used = instrument_id or case.instrument_id
    if used is None:
        raise InstrumentNeeded
    boss = engine(actor)
    movement = payments.charge(
        session,
        boss,
        order_id=case.order_id,
        instrument_id=used,
        cents=case.due_cents,
        currency=case.currency,
        reason_ref=case.id,
        key=uuid5(case.id, f"top-up {case.version}"),
    )
    case.instrument_id, case.money = used, Money.SUBMITTED
    if movement.state is MovementState.SETTLED:
        paid(session, held)


def pay(
    session: Session, actor: Actor, *, case_id: UUID, version: int, instrument_id: UUID
) -> Case:
    """The buyer pays the difference, another way or once more after a failure."""
    asks = actor.kind is ActorKind.CUSTOMER
    actor.must(Permission.AFTERSALES_ASK if asks else Permission.AFTERSALES_REQUEST)
    held = hold(session, actor, case_id, version=version)
    rules.check_before(Command.TOP_UP, held.case.state)
    if held.case.money is not Money.SUBMITTED:
        charge(session, actor, held, instrument_id=instrument_id)
        if held.case.state is CaseState.AWAITING_PAYMENT:
            move(session, actor, held, Command.NOTE, paying=str(instrument_id))
    return held.case


def follow_charge(session: Session, case_id: UUID, *, settled: bool) -> None:
    """The provider told whether the buyer paid; told twice, nothing more happens."""
    held = hold(session, robot(), case_id)
    if held.case.state is not CaseState.AWAITING_PAYMENT:
        return
    if settled:
        paid(session, held)
    elif held.case.money is not Money.FAILED:
        held.case.money = Money.FAILED
        move(session, robot(), held, Command.NOTE, money=Money.FAILED.value)


def paid(session: Session, held: Held) -> None:
    held.case.money = Money.SETTLED
    then = CaseState.AWAITING_REPLACEMENT_SHIP
    move(session, robot(), held, Command.TOP_UP, then, cents=held.case.due_cents)


def give(session: Session, actor: Actor, held: Held) -> None:
    """Pay a compensation out of the shop's own money (T30)."""
    case, boss = held.case, engine(actor)
    made = payments.compensate(
        session,
        boss,
        order_id=case.order_id,
        cents=case.approved_cents,
        currency=case.currency,
        reason_ref=case.id,
        key=uuid5(case.id, f"compensation {case.version}"),
        to=case.instrument_id,
    )
    case.payout_id = made[0].payout_id
    case.money = Money.RESERVED
    move(session, robot(), held, Command.SUBMIT, CaseState.REFUND_PROCESSING)
    case.money = Money.SUBMITTED
    assert case.payout_id is not None
    payments.submit(session, boss, payout_id=case.payout_id)
