"""Talking to providers: always here, in the worker, never under a lock."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from uuid import UUID

import anyio.to_thread
import psycopg
from sqlalchemy.orm import Session

from xiaoer.core import batching, clock, db, queue
from xiaoer.payments import provider, service
from xiaoer.payments.sandbox import client

LOOK_SEC = 1.0
"""How far behind its time a check may start."""
PAUSE_AFTER_FAILURE_SEC = 1.0

_DUE = "SELECT 1 FROM money_movements WHERE next_check_at <= %s LIMIT 1"

logger = logging.getLogger(__name__)

provider.connect(provider.DEFAULT, client.present)


@queue.several("payments.submit", own_transactions=True)
def submit(session: Session, payloads: Sequence[queue.Payload]) -> batching.After | None:
    """Movements are claimed along with their jobs, and carried out after that."""
    return service.carry_out(session, [UUID(each["movement_id"]) for each in payloads])


@queue.task("payments.check", own_transactions=True)
def check(_session: Session, payload: queue.Payload) -> None:
    service.check(UUID(payload["movement_id"]))


async def loop(url: str, shutdown: asyncio.Event) -> None:
    """Ask about movements nobody answered for. Any number of these may run side by side."""
    while not shutdown.is_set():
        try:
            address = db.plain_url(url)
            async with await psycopg.AsyncConnection.connect(address, autocommit=True) as looking:
                await _look(looking, shutdown)
        except Exception:
            logger.exception("The clock of payments lost its database; trying again.")
            await asyncio.sleep(PAUSE_AFTER_FAILURE_SEC)


async def _look(looking: psycopg.AsyncConnection, shutdown: asyncio.Event) -> None:
    while not shutdown.is_set():
        cursor = await looking.execute(_DUE, (clock.now(),))
        row = await cursor.fetchone()
        if row is not None and await anyio.to_thread.run_sync(_sweep):
            continue
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(shutdown.wait(), LOOK_SEC)


def _sweep() -> bool:
    with db.transaction() as session:
        return service.sweep(session) > 0
