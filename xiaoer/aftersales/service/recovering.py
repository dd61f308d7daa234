"""Fast refunds that have to be got back (FST-8): they weigh on the customer's credit meanwhile."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import ReasonNeeded, RecoveryNotFound
from xiaoer.aftersales.events import RecoveryEnded, RecoveryOpened
from xiaoer.aftersales.models import Case, Recovery, RecoveryState
from xiaoer.aftersales.service.holding import engine
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.money import Money
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

How = Literal["recovered", "written_off"]
NEVER = "never_arrived"
RECOVER, WITHIN = "recover_refund", timedelta(days=3)


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
        due_at=clock.now() + WITHIN,
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
    query = select(Recovery).where(Recovery.id == recovery_id).with_for_update()
    found = session.scalars(query).one_or_none()
    if found is None or not actor.reaches(found.shop_id):
        raise RecoveryNotFound
    if found.state is RecoveryState.OPEN:
        _end(session, actor, found, how, note.strip())
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
