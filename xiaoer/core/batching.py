"""Jobs that come together are done together (ADR 0015).

Some jobs are small and many. They are taken off the queue, done and gone in one transaction, some
of them at once: when it fails, or its process dies, they are all there again. Whoever fails in
company is tried alone; what fails alone is put off with growing pauses, and held at last.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import anyio.to_thread
import orjson
import psycopg
from sqlalchemy.orm import Session

from xiaoer.core import db, reading

CHANNEL = "xiaoer_jobs"
MOST = 40
"""So many jobs share a transaction: what they lock stays locked for all of them."""
SIDE_BY_SIDE = 2
LOOK_SEC = 1.0
"""Jobs that were left for a later time are looked for this often."""
SOON_SEC = 0.3
"""Who has been at work no longer than this takes what has come since, too: in one transaction jobs
cost less than in two. Who has been longer may wait for somebody outside."""
GATHER_SEC = (0.025, 0.2)
"""Between two looks for jobs, as long as the last one took, within these bounds: the first job is
done at once, what follows in a stream together."""

After = Callable[[], None]
Work = Callable[[Session, Sequence[dict[str, Any]]], After | None]
"""Does jobs in a transaction; what it gives back is done when that is committed."""

_TAKE = """
    DELETE FROM pgqueuer WHERE id = ANY(ARRAY(
        SELECT id FROM pgqueuer WHERE entrypoint = ANY(%(names)s) AND status = 'queued'
            AND execute_after <= now() AND (%(only)s::bigint IS NULL OR id = %(only)s)
        ORDER BY priority DESC, id LIMIT %(most)s FOR UPDATE SKIP LOCKED
    )) RETURNING id, entrypoint, payload
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


class _Loop:
    """One of those that work side by side."""

    def __init__(self) -> None:
        self.woken, self.resting = asyncio.Event(), False
        self.began: float | None = None

    @property
    def looks_soon(self) -> bool:
        """It is not resting, and not held up by what it does."""
        held_up = self.began is not None and time.monotonic() - self.began > SOON_SEC
        return not (self.resting or held_up)

    async def do(self, tasks: Sequence[Several]) -> int:
        """Do what is due, and gather what comes meanwhile; how many jobs there were."""
        self.woken.clear()
        begin = self.began = time.monotonic()
        try:
            found = await anyio.to_thread.run_sync(some, *tasks)
        finally:
            self.began = None
        if found < MOST:
            shortest, longest = GATHER_SEC
            await asyncio.sleep(min(max(2 * (time.monotonic() - begin), shortest), longest))
        return found

    async def rest(self) -> None:
        self.resting = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self.woken.wait(), LOOK_SEC)
        self.resting = False


def _wake(loops: Sequence[_Loop]) -> None:
    """One is enough for what has just come: who will look again soon, or else who rests."""
    soon = [each for each in loops if each.looks_soon]
    resting = [each for each in loops if each.resting]
    for each in (soon or resting or loops)[:1]:
        each.woken.set()


async def run(url: str, tasks: Sequence[Several], shutdown: asyncio.Event) -> None:
    """Work until `shutdown`. Raises when the database is lost."""
    async with await psycopg.AsyncConnection.connect(db.plain_url(url), autocommit=True) as hearing:
        await hearing.execute(f"LISTEN {CHANNEL}")
        loops = [_Loop() for _ in range(SIDE_BY_SIDE)]
        async with asyncio.TaskGroup() as group:
            group.create_task(_hear(hearing, loops, shutdown))
            for each in loops:
                group.create_task(_work(tasks, each, loops, shutdown))


async def _hear(
    hearing: psycopg.AsyncConnection, loops: Sequence[_Loop], shutdown: asyncio.Event
) -> None:
    while not shutdown.is_set():
        async for _ in hearing.notifies(timeout=LOOK_SEC, stop_after=1):
            _wake(loops)


async def _work(
    tasks: Sequence[Several], mine: _Loop, loops: Sequence[_Loop], shutdown: asyncio.Event
) -> None:
    while not shutdown.is_set():
        if await mine.do(tasks) < MOST:
            await mine.rest()
        else:  # there is more than one can take
            for other in loops:
                other.woken.set()


def some(*tasks: Several) -> int:
    """Do up to `MOST` jobs of these tasks that are due; how many there were."""
    taken: dict[int, Several] = {}
    try:
        _do(tasks, MOST, None, taken)
    except Exception as failure:
        if not taken:
            raise  # the queue itself cannot be read
        logger.info("%d jobs failed together: %s", len(taken), failure)
        for job_id, task in taken.items():
            alone(task, job_id)
    return len(taken)


def alone(task: Several, job_id: int) -> None:
    """Do one job, or put it off."""
    try:
        _do([task], 1, job_id, {})
    except Exception:
        logger.exception("A job of %s failed.", task.name)
        with db.transaction() as session:
            values = {"id": job_id, "most": task.attempts}
            session.connection().exec_driver_sql(_PUT_OFF, values)


def _do(tasks: Sequence[Several], most: int, only: int | None, taken: dict[int, Several]) -> None:
    by_name = {each.name: each for each in tasks}
    asked: dict[str, Any] = {"names": list(by_name), "most": most, "only": only}
    after = []
    with db.transaction() as session:
        rows = sorted(reading.run(session, _TAKE, asked))
        taken |= {job_id: by_name[name] for job_id, name, _ in rows}
        for task in tasks:
            payloads = [orjson.loads(each or b"{}") for _, name, each in rows if name == task.name]
            if payloads:
                after.append(task.work(session, payloads))
    for each in filter(None, after):
        _finish(each)


def _finish(after: After) -> None:
    """What was committed cannot be put off any more: a failure here is no failure of the others,
    and whoever returns work for afterwards finds out by itself what was not done."""
    try:
        after()
    except Exception:
        logger.exception("What was to be done after jobs failed.")
