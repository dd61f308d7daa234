"""Rounds begin by the clock."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import periodic, queue
from xiaoer.training import service

ROUNDS = "training.rounds"


@queue.task(ROUNDS)
def begin_rounds(session: Session, _payload: queue.Payload) -> None:
    """Twice is harmless: nobody has two sittings in a round."""
    service.excuse_gone(session)
    service.begin_due(session)


loop = periodic.every(timedelta(hours=1), ROUNDS)
