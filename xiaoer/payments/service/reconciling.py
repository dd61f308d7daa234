"""Finding out what became of movements nobody answered for (D12, D13). Never a new row, never
another key: the provider is asked under the movement's id, and told again only if it never heard.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, db, queue
from xiaoer.core.auth import system
from xiaoer.payments import provider, rules
from xiaoer.payments.models import Movement, MovementState
from xiaoer.payments.provider import Answer, ProviderAway, ProviderSilent, Verdict
from xiaoer.payments.service import moving, submitting

TASK = "payments.check"
AT_ONCE = 100
OPEN = (MovementState.SUBMITTED, MovementState.UNKNOWN)


def sweep(session: Session) -> int:
    """Leave a job for each movement whose time has come; how many. Any number may sweep at once."""
    now = clock.now()
    due = session.scalars(
        select(Movement)
        .where(Movement.next_check_at <= now)
        .order_by(Movement.next_check_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True),
        execution_options={"populate_existing": True},
    ).all()
    for movement in due:
        movement.next_check_at = now + rules.LEASE
    session.flush()
    queue.defer_many(session, TASK, [{"movement_id": str(each.id)} for each in due])
    late = [each for each in due if _overdue(each)]
    if late:
        moving.call_people(session, system(submitting.WORKER), late)
    return len(due)


def _overdue(movement: Movement) -> bool:
    since = movement.submitted_at or movement.created_at
    return movement.people_by is None and clock.now() - since >= rules.PEOPLE_WITHIN


def check(movement_id: UUID) -> None:
    """Ask the provider, outside of any transaction, and write what it says."""
    with db.transaction() as session:
        order = submitting.claim(session, movement_id, OPEN)
    if order is None:
        return
    answer = find_out(*order)
    with db.transaction() as session:
        submitting.record(session, system(submitting.WORKER), movement_id, answer)


def find_out(name: str, order: provider.Order) -> Answer | ProviderAway | ProviderSilent:
    """What the provider knows of a key; it is told again when it has never heard of it."""
    try:
        answer = provider.named(name).ask(order.key)
    except (ProviderAway, ProviderSilent) as silence:
        return silence
    return submitting.call(name, order) if answer.verdict is Verdict.ABSENT else answer
