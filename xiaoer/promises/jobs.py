"""The clock of all promises: it sleeps until the nearest one and tells what has come."""

import asyncio
import contextlib
import logging

import anyio.to_thread
import psycopg

from xiaoer.core import clock, db
from xiaoer.promises import service

LONGEST_SLEEP_SEC = 0.25
"""A nearer promise may be made while the clock sleeps; each fires within a second of its time."""
SHORTEST_SLEEP_SEC = 0.05
"""What comes within it is told in one transaction; what somebody holds is not asked for faster."""
PAUSE_AFTER_FAILURE_SEC = 1.0

_NEAREST = "SELECT min(next_fire_at) FROM promises WHERE next_fire_at IS NOT NULL"

logger = logging.getLogger(__name__)


async def loop(url: str, shutdown: asyncio.Event) -> None:
    """Fire promises until `shutdown`. Any number of these may run side by side."""
    while not shutdown.is_set():
        try:
            address = db.plain_url(url)
            async with await psycopg.AsyncConnection.connect(address, autocommit=True) as looking:
                await _tick(looking, shutdown)
        except Exception:
            logger.exception("The clock of promises lost its database; trying again.")
            await asyncio.sleep(PAUSE_AFTER_FAILURE_SEC)


async def _tick(looking: psycopg.AsyncConnection, shutdown: asyncio.Event) -> None:
    while not shutdown.is_set():
        cursor = await looking.execute(_NEAREST)
        row = await cursor.fetchone()
        nearest = row[0] if row else None
        left = (nearest - clock.now()).total_seconds() if nearest else LONGEST_SLEEP_SEC
        if left <= 0:
            if await anyio.to_thread.run_sync(_fire):
                continue
            left = SHORTEST_SLEEP_SEC
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(shutdown.wait(), min(left, LONGEST_SLEEP_SEC))


def _fire() -> bool:
    """Tell what has come; whether there may be more at once."""
    with db.transaction() as session:
        return service.fire_due(session).full
