"""What is cleaned up by itself."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import auth, db, periodic, queue
from xiaoer.core.files import service

SWEEP = "files.sweep"


@queue.task(SWEEP, own_transactions=True)
def sweep(_session: Session, _payload: queue.Payload) -> None:
    """Remove the uploads that nobody used, a few in each transaction."""
    swept = 1
    while swept:
        with db.transaction() as session:
            swept = service.sweep(session, auth.system("files"))


loop = periodic.every(timedelta(hours=1), SWEEP)
