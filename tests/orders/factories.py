"""Orders for tests, written the way imports write them."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.orders import service
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.service import LineRow, OrderRow


def make_row(**facts: Any) -> OrderRow:
    """An order of one line for ¥128, paid, unless told otherwise."""
    usual: dict[str, Any] = {
        "order_no": new_id().hex[-12:],
        "source": "test",
        "status": OrderStatus.PAID,
        "currency": "CNY",
        "lines": [LineRow(title="龙井茶 250 克", list_cents=12800)],
        "payable_cents": 12800,
        "paid_cents": 12800,
    }
    return OrderRow(**(usual | facts))


def make_order(
    session: Session, shop: Shop, *, customer_id: UUID | None = None, **facts: Any
) -> Order:
    row = make_row(customer_id=customer_id, **facts)
    loaded = service.load(session, system(), shop_id=shop.id, rows=[row])
    return session.scalars(select(Order).where(Order.id == loaded.ids[row.order_no])).one()
