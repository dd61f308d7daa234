"""Review cycles end by the clock."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import auth, db, periodic, queue
from xiaoer.knowledge import service

REVIEWS = "knowledge.reviews"


@queue.task(REVIEWS, own_transactions=True)
def mark_overdue(_session: Session, _payload: queue.Payload) -> None:
    """Mark what is due, some in each transaction; twice is harmless."""
    marked = 1
    while marked:
        with db.transaction() as session:
            marked = service.mark_overdue(session, auth.system("knowledge"))


loop = periodic.every(timedelta(hours=1), REVIEWS)
