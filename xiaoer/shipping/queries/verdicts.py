"""The hand-over of every watched order of a shop, for verdicts."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.orders.models import Order, OrderStatus
from xiaoer.shipping.models import ShipWatch
from xiaoer.shipping.rules import GONE, HandOver

ROWS_AT_ONCE = 5000


def hand_overs(session: Session, shop_id: UUID) -> Iterator[HandOver]:
    """Each watched order's limit, hand-over and end, by its number."""
    rows = session.execute(
        select(
            Order.order_no, ShipWatch.ship_by, ShipWatch.handed_at, ShipWatch.paid_at, Order.status
        )
        .join(Order, Order.id == ShipWatch.order_id)
        .where(ShipWatch.shop_id == shop_id)
        .order_by(Order.order_no)
        .execution_options(yield_per=ROWS_AT_ONCE)
    )
    for number, ship_by, handed_at, paid_at, status in rows:
        yield HandOver(number, ship_by, handed_at, paid_at, OrderStatus(status) in GONE)
