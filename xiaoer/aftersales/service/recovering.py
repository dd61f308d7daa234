"""Fast refunds that have to be got back (FST-8): they weigh on the customer's credit meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import (
    ReasonNeeded,
    RecoveryNotFound,
    RecoveryOver,
    RemindedLately,
)
from xiaoer.aftersales.events import RecoveryEnded, RecoveryOpened, RecoveryReminded
from xiaoer.aftersales.models import Case, Recovery, RecoveryState
from xiaoer.aftersales.service import telling
from xiaoer.aftersales.service.holding import engine
from xiaoer.aftersales.service.wording import Facts
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.money import Money
from xiaoer.orders.models import Order
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

How = Literal["recovered", "written_off"]
NEVER = "never_arrived"
RECOVER = "recover_refund"
REMIND_AGAIN_AFTER = timedelta(hours=24)


def begin(session: Session, actor: Actor, case: Case, why: str) -> Recovery:
    """The money is out and the goods are not here, or not as they should be."""
    recovery = Recovery(
        shop_id=case.shop_id,
        case_id=case.id,
        customer_id=case.customer_id,
        cents=case.approved_cents,
        why=why,
    )
    session.add(recovery)
    session.flush()
    told = RecoveryOpened(
        shop_id=case.shop_id,
        case_id=case.id,
        recovery_id=recovery.id,
        cents=recovery.cents,
        why=why,
    )
    events.emit(session, actor, told)
    tasks.open_task(
        session,
        engine(actor),
        title=f"追回极速退款 {Money(recovery.cents, case.currency)} · 售后 {case.number}",
        kind=RECOVER,
        due_at=recovery.due_at,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
    return recovery


def arrived(session: Session, actor: Actor, case: Case) -> None:
    """What never came has come after all: there is nothing left to get back."""
    query = select(Recovery).where(
        Recovery.case_id == case.id, Recovery.why == NEVER, Recovery.state == RecoveryState.OPEN
    )
    found = session.scalars(query.with_for_update()).one_or_none()
    if found is not None:
        _end(session, actor, found, "recovered", "parcel arrived")


def remind(session: Session, actor: Actor, *, recovery_id: UUID) -> Recovery:
    """Ask the customer for it; once a day, and as long as it is open.

    Raises `RecoveryNotFound`, `RecoveryOver`, `RemindedLately`.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    found = _held(session, actor, recovery_id)
    if found.state is not RecoveryState.OPEN:
        raise RecoveryOver
    if found.reminded_at and clock.now() - found.reminded_at < REMIND_AGAIN_AFTER:
        raise RemindedLately(hours=REMIND_AGAIN_AFTER // timedelta(hours=1))
    found.reminders, found.reminded_at = found.reminders + 1, clock.now()
    session.flush()
    told = RecoveryReminded(
        shop_id=found.shop_id, case_id=found.case_id, recovery_id=found.id, times=found.reminders
    )
    events.emit(session, actor, told)
    case = session.get_one(Case, found.case_id)
    once = f"case_recovery:{found.reminders}"
    telling.tell(session, case, f"case_recovery_{found.why}", _owed(found), once=once)
    return found


def _owed(recovery: Recovery) -> Callable[[Facts], None]:
    def fill(facts: Facts) -> None:
        facts.told["amount"] = str(Money(recovery.cents, facts.case.currency))
        facts.told["order_no"] = facts.session.get_one(Order, facts.case.order_id).order_no

    return fill


def end(
    session: Session,
    actor: Actor,
    *,
    recovery_id: UUID,
    how: How,
    note: str,
) -> Recovery:
    """It came back, or is given up."""
    actor.must(Permission.AFTERSALES_DECIDE)
    if not note.strip():
        raise ReasonNeeded
    found = _held(session, actor, recovery_id)
    if found.state is RecoveryState.OPEN:
        _end(session, actor, found, how, note.strip())
    elif found.state.value != how:
        raise RecoveryOver
    return found


def _held(session: Session, actor: Actor, recovery_id: UUID) -> Recovery:
    query = select(Recovery).where(Recovery.id == recovery_id).with_for_update()
    found = session.scalars(query).one_or_none()
    if found is None or not actor.reaches(found.shop_id):
        raise RecoveryNotFound
    return found


def _end(session: Session, actor: Actor, recovery: Recovery, how: How, note: str) -> None:
    recovery.state, recovery.ended_at = RecoveryState(how), clock.now()
    recovery.note = note
    session.flush()
    told = RecoveryEnded(
        shop_id=recovery.shop_id, case_id=recovery.case_id, recovery_id=recovery.id, how=how
    )
    events.emit(session, actor, told)
    for each in to_do.open_about(session, recovery.shop_id, recovery.case_id, RECOVER):
        tasks.complete(session, engine(actor), each.id, result=how)
