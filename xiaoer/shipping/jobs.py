"""Background work of shipping."""

import asyncio
import contextlib
import logging
from uuid import UUID

import anyio.to_thread
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from xiaoer.core import db, queue
from xiaoer.shipping import service
from xiaoer.shipping.service.arranging import RENEW
from xiaoer.shipping.service.silence import BATCH

LOOK_SEC = 1.0
"""Board figures are added up and silent parcels looked for so often."""

logger = logging.getLogger(__name__)


@queue.task(RENEW)
def renew(session: Session, payload: queue.Payload) -> None:
    """The rules of a shop changed: every open watch goes by them."""
    service.renew_open(session, UUID(payload["shop_id"]))


async def loop(_url: str, shutdown: asyncio.Event) -> None:
    """Look for what stands still, and keep the counts short. Several may run side by side."""
    while not shutdown.is_set():
        try:
            full = await anyio.to_thread.run_sync(_look)
        except OperationalError as error:
            logger.warning("The watch over parcels found no database (%s).", error)
            full = False
        if not full:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(shutdown.wait(), LOOK_SEC)


def _look() -> bool:
    with db.transaction() as session:
        silent = service.find_silent(session)
    with db.transaction() as session:
        service.fold(session)
    return silent == BATCH
