"""Fast refunds that have to be got back (FST-8): they weigh on the customer's credit meanwhile."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import ReasonNeeded, RecoveryNotFound
from xiaoer.aftersales.events import RecoveryEnded, RecoveryOpened
from xiaoer.aftersales.models import Case, Recovery, RecoveryState
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission


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
    return recovery


def end(
    session: Session,
    actor: Actor,
    *,
    recovery_id: UUID,
    how: Literal["recovered", "written_off"],
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
        found.state, found.ended_at = RecoveryState(how), clock.now()
        found.note = note.strip()
        session.flush()
        told = RecoveryEnded(
            shop_id=found.shop_id, case_id=found.case_id, recovery_id=found.id, how=how
        )
        events.emit(session, actor, told)
    return found
