"""Review cycles and promotions end by the clock; new shops get words to begin with."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import auth, db, periodic, queue
from xiaoer.phrases.service import caring, promotions, ready

CARE = "phrases.care"


@queue.task(CARE, own_transactions=True)
def look_over(_session: Session, _payload: queue.Payload) -> None:
    """Mark what is due, some in each transaction; twice is harmless."""
    with db.transaction() as session:
        ready.give(session)
    found = 1
    while found:
        with db.transaction() as session:
            found = promotions.look_over(session)
    found = 1
    while found:
        with db.transaction() as session:
            found = caring.mark_overdue(session, auth.system("phrases"))


loop = periodic.every(timedelta(minutes=10), CARE)
