"""The reader of talks: in the worker, a little at a time."""

import asyncio
import contextlib
import logging
import time
from datetime import datetime
from uuid import UUID

import anyio.to_thread
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from xiaoer.assist.service import bot, cooling, reading
from xiaoer.core import auth, db, queue

EVERY_SEC = 0.5
REST_PER_WORK = 24.0
"""It rests so many times as long as it read: under a flood it takes 1/25 of one core, reads
many messages of a talk at once, and catches up when the flood ebbs."""
LONGEST_REST_SEC = 5.0

logger = logging.getLogger(__name__)


@queue.task(bot.JOB)
def answer(session: Session, payload: queue.Payload) -> None:
    """The bot answers a customer whom nobody serves."""
    conversation_id = UUID(payload["conversation_id"])
    bot.consider(session, auth.system("bot"), conversation_id, payload["seq"])


@queue.task(cooling.BACK)
def come_back(session: Session, payload: queue.Payload) -> None:
    """A rest after a hard talk is over."""
    until = datetime.fromisoformat(payload["until"])
    cooling.come_back(session, auth.system("presence"), UUID(payload["agent_id"]), until)


async def loop(_url: str, shutdown: asyncio.Event) -> None:
    """Read on until `shutdown`; a lost database is waited for."""
    while not shutdown.is_set():
        begin = time.monotonic()
        try:
            await anyio.to_thread.run_sync(read_on)
        except OperationalError as error:
            logger.warning("The reader of talks found no database (%s).", error)
        rest = (time.monotonic() - begin) * REST_PER_WORK
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(shutdown.wait(), min(max(EVERY_SEC, rest), LONGEST_REST_SEC))


def read_on() -> None:
    """One round in a transaction of its own."""
    with db.transaction() as session:
        reading.read_on(session)
