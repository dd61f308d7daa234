"""An order is changed before it is shipped: other articles, another address, another payment."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import queries
from xiaoer.orders.errors import OrderCannotMove
from xiaoer.orders.models import Order, OrderLine, OrderStatus

UNSHIPPED = (OrderStatus.PAID, OrderStatus.HELD)


@dataclass(frozen=True)
class Swap:
    """What a line becomes: another SKU, its words, and what the whole line costs now."""

    sku_id: UUID
    spec: str
    price_cents: int


def swap_lines(
    session: Session, actor: Actor, *, order_id: UUID, swaps: Mapping[UUID, Swap]
) -> Order:
    """Let lines of an unshipped order be other articles. What is paid changes with the payments
    that the caller makes; the amounts of lines and order follow the new prices here."""
    actor.must(Permission.ORDERS_EDIT)
    order = _unshipped(session, actor, order_id)
    for line in queries.lines(session, order.id):
        if swap := swaps.get(line.id):
            _swap(order, line, swap)
    _touch(session, order)
    return order


def _swap(order: Order, line: OrderLine, swap: Swap) -> None:
    order.list_cents += swap.price_cents - line.list_cents
    order.merchant_discount_cents -= line.merchant_discount_cents
    order.platform_discount_cents -= line.platform_discount_cents
    line.sku_id, line.spec = swap.sku_id, swap.spec
    line.list_cents = line.paid_cents = swap.price_cents
    line.merchant_discount_cents = line.platform_discount_cents = 0


def change_address(
    session: Session, actor: Actor, *, order_id: UUID, name: str, phone: str, address: str
) -> Order:
    """Send an unshipped order elsewhere. An empty name or phone stays as it was."""
    actor.must(Permission.ORDERS_EDIT)
    order = _unshipped(session, actor, order_id)
    order.receiver_name = name or order.receiver_name
    order.receiver_phone = phone or order.receiver_phone
    order.receiver_address = address
    _touch(session, order)
    return order


def _unshipped(session: Session, actor: Actor, order_id: UUID) -> Order:
    order = queries.get(session, actor, order_id, lock=True)
    if order.status not in UNSHIPPED:
        raise OrderCannotMove(now=str(order.status), then="amended")
    return order


def _touch(session: Session, order: Order) -> None:
    order.version += 1
    order.updated_at = clock.now()
    session.flush()
