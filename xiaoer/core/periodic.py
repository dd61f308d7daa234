"""Work by the clock that a worker leaves for the queue, again and again."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import anyio.to_thread
from sqlalchemy.exc import OperationalError

from xiaoer.core import db, queue

logger = logging.getLogger(__name__)


def every(
    period: timedelta, name: str
) -> Callable[[str, asyncio.Event], Coroutine[Any, Any, None]]:
    """A worker's loop that leaves the job `name` behind now and after each `period`.

    However many workers there are, one such job waits or runs at a time.
    """

    async def loop(_url: str, shutdown: asyncio.Event) -> None:
        while not shutdown.is_set():
            try:
                await anyio.to_thread.run_sync(_leave, name)
            except OperationalError as error:
                logger.warning("The job %s found no database (%s).", name, error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(shutdown.wait(), period.total_seconds())

    return loop


def _leave(name: str) -> None:
    with db.transaction() as session:
        queue.defer(session, name, dedupe=name)
