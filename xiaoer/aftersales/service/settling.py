"""What became of the money of cases, whoever tells of it and however often."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.models import Case, CaseState, Goods, Money
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import calling, ordering, restoring
from xiaoer.aftersales.service.holding import Held, complete, hold, hold_ahead, move, robot
from xiaoer.payments import queries as paid
from xiaoer.payments.events import ChargedBack
from xiaoer.payments.models import Direction, MovementState

STILL_OPEN = (MovementState.RESERVED, MovementState.SUBMITTED, MovementState.UNKNOWN)


def follow(session: Session, case_id: UUID) -> None:
    """See what became of the case's money; safe to be told of more than once, in any order."""
    boss = robot()
    held = hold(session, boss, case_id)
    case = held.case
    out = [each for each in paid.for_reason(session, case.id) if each.direction is Direction.OUT]
    replaced = {each.replaces_id for each in out if each.replaces_id}
    standing = [each for each in out if each.id not in replaced]
    settled = sum(each.cents for each in standing if each.state is MovementState.SETTLED)
    case.refunded_cents = settled
    states = {each.state for each in standing}
    if MovementState.REVERSED in states:
        if case.money is not Money.REVERSED:
            calling.came_back(session, held)
        _note_money(session, held, Money.REVERSED)
    elif MovementState.FAILED in states:
        _failed(session, held)
    elif states == {MovementState.SETTLED}:
        restoring.give_back(session, held)
        _settled(session, held)
        if paid.taken_back(session, standing):
            _note_money(session, held, Money.REVERSED)
    elif case.state is CaseState.REFUND_FAILED and states & set(STILL_OPEN):
        case.money = Money.SUBMITTED
        move(session, boss, held, Command.RETRY, CaseState.REFUND_PROCESSING)


def follow_all(session: Session, reason_refs: Sequence[UUID]) -> None:
    """The same for money of many cases, read and locked together; what is no case's is left."""
    case_ids = hold_ahead(session, reason_refs)
    paid.read_ahead(session, case_ids)
    paid.chargebacks_ahead(session, case_ids)
    for case_id in case_ids:
        follow(session, case_id)


def charged_back(session: Session, event: ChargedBack) -> None:
    """A bank took a payment: what was refunded of it has left the shop twice, and the cases that
    did it say so (T28). They stay where they are."""
    calling.charged_back(session, event)
    for reason in paid.drawn_by(session, event.reason_ref):
        if session.get(Case, reason) is not None:
            follow(session, reason)


def _settled(session: Session, held: Held) -> None:
    case = held.case
    if case.state in (CaseState.REFUND_PROCESSING, CaseState.REFUND_FAILED):
        case.money = Money.SETTLED
        case.goods = Goods.STAYS if case.goods is Goods.NOT_SENT else case.goods
        complete(session, robot(), held, Command.SETTLE, cents=case.refunded_cents)
        ordering.after_refund(session, robot(), held)
    else:
        _note_money(session, held, Money.SETTLED)


def _failed(session: Session, held: Held) -> None:
    case = held.case
    if case.state is CaseState.REFUND_PROCESSING:
        case.money = Money.FAILED
        move(session, robot(), held, Command.FAIL, CaseState.REFUND_FAILED)
    else:
        _note_money(session, held, Money.FAILED)


def _note_money(session: Session, held: Held, money: Money) -> None:
    """Money of a case that goes on with something else, or has ended (T28: never reopened)."""
    case = held.case
    if case.money is money:
        return
    if money is Money.REVERSED:
        calling.tell_house(session, held)
    if case.state not in rules.TERMINAL:
        case.money = money
        move(session, robot(), held, Command.NOTE, money=money.value)
    elif Money.REVERSED in (money, case.money):
        case.money = money  # it came back, or was paid once more after it had
