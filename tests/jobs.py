"""The worker's part of a test: what is due is done in the test's own transaction."""

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import clock, queue

_TAKE = text(
    "DELETE FROM pgqueuer WHERE status = 'queued' AND execute_after <= :now"
    " RETURNING id, entrypoint, payload"
)


def perform_due(session: Session) -> int:
    """Do the work that is due, and what it leaves behind; how many jobs."""
    done = 0
    session.flush()
    while rows := session.execute(_TAKE, {"now": clock.now()}).all():
        for row in sorted(rows):
            queue.perform(session, row.entrypoint, orjson.loads(row.payload or b"{}"))
            session.flush()
            done += 1
    return done
