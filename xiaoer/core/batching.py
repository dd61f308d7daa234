"""Jobs that come together are done together (ADR 0015).

Some jobs are small and many. They are taken off the queue, done and gone in one transaction, some
of them at once: when it fails, or its process dies, they are all there again. Whoever fails in
company is tried alone; what fails alone is put off with growing pauses, and held at last.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import anyio.to_thread
import orjson
import psycopg
from sqlalchemy.orm import Session

from xiaoer.core import db

CHANNEL = "ch_pgqueuer"
MOST = 20
"""So many jobs share a transaction: what they lock stays locked for all of them."""
SIDE_BY_SIDE = 2
LOOK_SEC = 1.0
"""Jobs that were left for a later time are looked for this often."""

After = Callable[[], None]
Work = Callable[[Session, Sequence[dict[str, Any]]], After | None]
"""Does jobs in a transaction; what it gives back is done when that is committed."""

_TAKE = """
    DELETE FROM pgqueuer WHERE id = ANY(ARRAY(
        SELECT id FROM pgqueuer WHERE entrypoint = %(name)s AND status = 'queued'
            AND execute_after <= now() AND (%(only)s::bigint IS NULL OR id = %(only)s)
        ORDER BY priority DESC, id LIMIT %(most)s FOR UPDATE SKIP LOCKED
    )) RETURNING id, payload
"""
_PUT_OFF = """
    UPDATE pgqueuer SET attempts = attempts + 1, updated = now(),
        execute_after = now() + least(power(2, attempts), 300) * interval '1 second',
        status = CASE WHEN attempts < %(most)s THEN 'queued' ELSE 'failed' END::pgqueuer_status
    WHERE id = %(id)s AND status = 'queued'
"""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Several:
    """A task whose jobs are done together."""

    name: str
    work: Work
    attempts: int
    own_transactions: bool


async def run(url: str, tasks: Sequence[Several], shutdown: asyncio.Event) -> None:
    """Work until `shutdown`. Raises when the database is lost."""
    async with await psycopg.AsyncConnection.connect(db.plain_url(url), autocommit=True) as hearing:
        await hearing.execute(f"LISTEN {CHANNEL}")
        wake = [asyncio.Event() for _ in range(SIDE_BY_SIDE)]
        async with asyncio.TaskGroup() as group:
            group.create_task(_hear(hearing, wake, shutdown))
            for each in wake:
                group.create_task(_work(tasks, each, shutdown))


async def _hear(
    hearing: psycopg.AsyncConnection, wake: Sequence[asyncio.Event], shutdown: asyncio.Event
) -> None:
    while not shutdown.is_set():
        async for _ in hearing.notifies(timeout=LOOK_SEC, stop_after=1):
            pass
        for each in wake:
            each.set()


async def _work(tasks: Sequence[Several], wake: asyncio.Event, shutdown: asyncio.Event) -> None:
    while not shutdown.is_set():
        wake.clear()
        done = 0
        for each in tasks:
            done += await anyio.to_thread.run_sync(some, each)
        if not done:
            with suppress(TimeoutError):
                await asyncio.wait_for(wake.wait(), LOOK_SEC)


def some(task: Several) -> int:
    """Do up to `MOST` jobs that are due; how many there were."""
    taken: list[int] = []
    try:
        _do(task, MOST, None, taken)
    except Exception as failure:
        if not taken:
            raise  # the queue itself cannot be read
        logger.info("%d jobs of %s failed together: %s", len(taken), task.name, failure)
        for job_id in taken:
            alone(task, job_id)
    return len(taken)


def alone(task: Several, job_id: int) -> None:
    """Do one job, or put it off."""
    try:
        _do(task, 1, job_id, [])
    except Exception:
        logger.exception("A job of %s failed.", task.name)
        with db.transaction() as session:
            values = {"id": job_id, "most": task.attempts}
            session.connection().exec_driver_sql(_PUT_OFF, values)


def _do(task: Several, most: int, only: int | None, taken: list[int]) -> None:
    asked: Mapping[str, Any] = {"name": task.name, "most": most, "only": only}
    after = None
    with db.transaction() as session:
        rows = sorted(session.connection().exec_driver_sql(_TAKE, dict(asked)))
        taken += [row.id for row in rows]
        if rows:
            after = task.work(session, [orjson.loads(row.payload or b"{}") for row in rows])
    if after is not None:
        after()
