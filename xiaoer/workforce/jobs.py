"""Work by the clock: who is gone without saying so, and what may be forgotten."""

import asyncio
import contextlib
import logging

import anyio.to_thread
from sqlalchemy.exc import OperationalError

from xiaoer.core import db
from xiaoer.workforce import service

EVERY_SEC = 30.0

logger = logging.getLogger(__name__)


async def loop(_url: str, shutdown: asyncio.Event) -> None:
    """Sweep every half minute until `shutdown`; a lost database is waited for."""
    while not shutdown.is_set():
        try:
            await anyio.to_thread.run_sync(sweep)
        except OperationalError as error:
            logger.warning("The sweep of presences found no database (%s).", error)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(shutdown.wait(), EVERY_SEC)


def sweep() -> None:
    """Take the silent for gone, forget sign-ins that are over."""
    with db.transaction() as session:
        service.sweep(session)
    with db.transaction() as session:
        service.forget_old(session)
