"""Work by the clock: who is gone without saying so, and what may be forgotten."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import clock, queue
from xiaoer.workforce import service

SWEEP_EVERY = timedelta(seconds=30)
FORGET_EVERY = timedelta(hours=1)


@queue.task("workforce.sweep")
def sweep(session: Session, _payload: queue.Payload) -> None:
    """Take the silent for gone, then come again in half a minute."""
    service.sweep(session)
    queue.defer(session, "workforce.sweep", run_at=clock.now() + SWEEP_EVERY)


@queue.task("workforce.forget")
def forget(session: Session, _payload: queue.Payload) -> None:
    service.forget_old(session)
    queue.defer(session, "workforce.forget", run_at=clock.now() + FORGET_EVERY)
