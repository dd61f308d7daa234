"""Background work. A job is a row, written in the caller's transaction; pgqueuer runs it.

Delivery is at least once: a task must be safe to run twice. A task that keeps failing is held
(status `failed`) after `ATTEMPTS` tries and named by `xiaoer doctor`.
"""

import asyncio
import functools
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import anyio
import orjson
import psycopg
from pgqueuer.adapters.drivers.psycopg import PsycopgDriver
from pgqueuer.core.applications import PgQueuer
from pgqueuer.core.executors import DatabaseRetryEntrypointExecutor
from pgqueuer.domain.models import Job
from pgqueuer.ports.driver import NotifyCallback
from psycopg import AsyncRawCursor
from psycopg.rows import dict_row
from sqlalchemy.orm import Session

from xiaoer.core import batching, clock, db
from xiaoer.core.writing import beside

ATTEMPTS = 8
CONCURRENT_JOBS = 20
PAUSE_AFTER_FAILURE_SEC = 1.0

logger = logging.getLogger(__name__)

Payload = dict[str, Any]
Task = Callable[[Session, Payload], None]


@dataclass(frozen=True)
class _Registered:
    function: Task
    own_transactions: bool


_tasks: dict[str, _Registered] = {}
_several: dict[str, batching.Several] = {}

LEFT = "jobs_left"
"""Key in `Session.info`: this transaction leaves jobs that are done together."""
LEFT_ALONE = "jobs_left_alone"
"""Key in `Session.info`: it leaves jobs that pgqueuer runs one by one."""
CHANNEL = "ch_pgqueuer"
CHANGED = {"channel": CHANNEL, "type": "table_changed_event", "table": "pgqueuer"}


def news() -> str:
    """What pgqueuer's listeners expect to be told when there are jobs."""
    return orjson.dumps(CHANGED | {"operation": "insert", "sent_at": clock.now()}).decode()


def task(name: str, *, own_transactions: bool = False) -> Callable[[Task], Task]:
    """Register `function(session, payload)` as the work behind `name`.

    The worker gives it a transaction. With `own_transactions` the session is None: the task
    opens its own, for work that calls the outside world or is too long for one transaction.
    """

    def register(function: Task) -> Task:
        _tasks[name] = _Registered(function, own_transactions)
        return function

    return register


def several(
    name: str, *, own_transactions: bool = False
) -> Callable[[batching.Work], batching.Work]:
    """Register `function(session, payloads)` as the work behind `name`, for jobs that are small and
    many: those that are due are done together. What it returns is called after the commit, for
    what must not be done in a transaction; `own_transactions` says that it returns such."""

    def register(function: batching.Work) -> batching.Work:
        _several[name] = batching.Several(name, function, ATTEMPTS, own_transactions)
        return function

    return register


def defer(
    session: Session,
    name: str,
    payload: Payload | None = None,
    *,
    run_at: datetime | None = None,
    dedupe: str | None = None,
    priority: int = 0,
) -> None:
    """Leave a job behind; it exists if and only if this transaction commits.

    While a job with the same `dedupe` key waits or runs, another one is not added.
    """
    _leave(session, name, [payload or {}], run_at=run_at, dedupe=dedupe, priority=priority)


def defer_many(
    session: Session, name: str, payloads: Sequence[Payload], *, run_at: datetime | None = None
) -> None:
    """Leave many jobs of one name behind."""
    _leave(session, name, payloads, run_at=run_at)


_LEAVE = """
    INSERT INTO pgqueuer (priority, status, entrypoint, payload, dedupe_key, execute_after)
    SELECT priority, 'queued', name, convert_to(payload, 'UTF8'), dedupe,
        CASE WHEN later THEN at ELSE least(now(), at) END
    FROM json_to_recordset(%s::json) AS job(priority int, name text, payload text, dedupe text,
        at timestamptz, later boolean)
    ON CONFLICT (dedupe_key)
        WHERE status IN ('queued', 'picked') AND dedupe_key IS NOT NULL DO NOTHING
"""
"""Not by pgqueuer's own: it writes a line of its log for each, and puts the statement together
anew. A frozen clock says when a job is due."""


def noted(session: Session) -> None:
    """Jobs that pgqueuer runs were written beside the session: wake it when this ends."""
    session.info[LEFT_ALONE] = True


def _leave(
    session: Session,
    name: str,
    payloads: Sequence[Payload],
    *,
    run_at: datetime | None = None,
    dedupe: str | None = None,
    priority: int = 0,
) -> None:
    if name not in _tasks and name not in _several:
        raise LookupError(f"No task is called {name}.")
    session.info[LEFT if name in _several else LEFT_ALONE] = True
    when = {"at": run_at or clock.now(), "later": run_at is not None}
    how = {"priority": priority, "name": name, "dedupe": dedupe, **when}
    jobs = [how | {"payload": orjson.dumps(each, default=str).decode()} for each in payloads]
    beside(session, _LEAVE, jobs)


def perform(session: Session | None, name: str, payload: Payload) -> None:
    """Do one job now, in `session` (tests) or in a transaction of its own."""
    if name in _several:
        _perform_several(session, name, payload)
        return
    registered = _tasks[name]
    if registered.own_transactions:
        registered.function(cast(Session, None), payload)
    elif session is not None:
        registered.function(session, payload)
    else:
        with db.transaction() as own:
            registered.function(own, payload)


def _perform_several(session: Session | None, name: str, payload: Payload) -> None:
    if session is not None and not _several[name].own_transactions:
        after = _several[name].work(session, [payload])
    else:
        with db.transaction() as own:
            after = _several[name].work(own, [payload])
    if after is not None:
        after()


async def run(url: str, shutdown: asyncio.Event) -> None:
    """Work until `shutdown`; a lost database is waited for, not given up."""
    while not shutdown.is_set():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_run_once(url, shutdown))
                group.create_task(batching.run(url, tuple(_several.values()), shutdown))
        except Exception:
            logger.exception("The queue lost its database; trying again.")
            await asyncio.sleep(PAUSE_AFTER_FAILURE_SEC)


async def _run_once(url: str, shutdown: asyncio.Event) -> None:
    address = db.plain_url(url)
    async with (
        await psycopg.AsyncConnection.connect(address, autocommit=True) as listening,
        await psycopg.AsyncConnection.connect(address, autocommit=True) as working,
    ):
        app = PgQueuer(_WorkerDriver(listening, working))
        for name in _tasks:
            app.entrypoint(
                name,
                accepts_context=False,
                on_failure="hold",
                executor_factory=functools.partial(
                    DatabaseRetryEntrypointExecutor, max_attempts=ATTEMPTS
                ),
            )(_performer(name))
        stopper = asyncio.create_task(_stop_with(shutdown, app))
        try:
            await app.qm.run(
                dequeue_timeout=timedelta(seconds=5),
                max_concurrent_tasks=CONCURRENT_JOBS,
                shutdown_on_listener_failure=True,
            )
        finally:
            stopper.cancel()


async def _stop_with(shutdown: asyncio.Event, app: PgQueuer) -> None:
    await shutdown.wait()
    app.shutdown.set()


def _performer(name: str) -> Callable[[Job], Any]:
    async def do(job: Job) -> None:
        payload = orjson.loads(job.payload or b"{}")
        await anyio.to_thread.run_sync(perform, None, name, payload)

    return do


class _WorkerDriver(PsycopgDriver):
    """Queries on a connection of their own: waiting for a NOTIFY holds the other one's lock.

    On two connections nothing else keeps a NOTIFY behind the LISTEN it is meant for: the first
    probe of the listener's health would be lost now and then, and the queue taken for deaf.
    """

    def __init__(self, listening: psycopg.AsyncConnection, working: psycopg.AsyncConnection):
        super().__init__(listening)
        self._working = working
        self._hears = asyncio.Event()

    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        await super().add_listener(channel, callback)
        self._hears.set()

    async def notify(self, channel: str, payload: str) -> None:
        await self._hears.wait()
        await super().notify(channel, payload)

    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        async with AsyncRawCursor(self._working, row_factory=dict_row) as cursor:
            await cursor.execute(query.encode(), args or None)
            return await cursor.fetchall()

    async def execute(self, query: str, *args: object) -> str:
        async with AsyncRawCursor(self._working) as cursor:
            await cursor.execute(query.encode(), args or None)
            return cursor.statusmessage or ""
