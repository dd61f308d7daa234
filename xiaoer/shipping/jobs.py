"""Background work of shipping."""

import asyncio
import contextlib
import logging
import time
from uuid import UUID

import anyio.to_thread
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from xiaoer.core import db, queue
from xiaoer.core.shops import Shop
from xiaoer.orders import service as orders
from xiaoer.shipping import service
from xiaoer.shipping.service.arranging import RENEW
from xiaoer.shipping.service.silence import BATCH

PREDICT_SEC = 60.0
LOOK_SEC = 1.0
"""Board figures are added up and silent parcels looked for so often."""

PREDICT = "shipping.predict"
"""One such job waits or runs for each shop at a time."""

logger = logging.getLogger(__name__)


@queue.task(RENEW)
def renew(session: Session, payload: queue.Payload) -> None:
    """The rules of a shop changed: every open watch goes by them."""
    service.renew_open(session, UUID(payload["shop_id"]))


@queue.task(PREDICT)
def predict(session: Session, payload: queue.Payload) -> None:
    """Which orders of a shop will be late, and of which goods more must come."""
    shop_id = UUID(payload["shop_id"])
    service.predict(session, shop_id)
    orders.replenish_low(session, shop_id)


async def loop(_url: str, shutdown: asyncio.Event) -> None:
    """Look for what stands still, and keep the counts short. Several may run side by side."""
    foreseen = 0.0
    while not shutdown.is_set():
        try:
            full = await anyio.to_thread.run_sync(_look)
            if time.monotonic() - foreseen >= PREDICT_SEC:
                foreseen = time.monotonic()
                await anyio.to_thread.run_sync(_leave_predictions)
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


def _leave_predictions() -> None:
    with db.transaction() as session:
        for shop_id in session.scalars(select(Shop.id)):
            dedupe = f"{PREDICT}:{shop_id}"
            queue.defer(session, PREDICT, {"shop_id": shop_id}, dedupe=dedupe)
