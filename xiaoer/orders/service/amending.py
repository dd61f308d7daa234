"""An order is changed before it is shipped: other articles, another address, another payment."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.remembering import forget
from xiaoer.orders import queries
from xiaoer.orders.errors import OrderCannotMove
from xiaoer.orders.models import Order, OrderLine, OrderStatus
from xiaoer.orders.rules import share_of

UNSHIPPED = (OrderStatus.PAID, OrderStatus.HELD)


@dataclass(frozen=True)
class Swap:
    """What so many units of a line become: another SKU, its words, and what they cost now."""

    order_line_id: UUID
    qty: int
    sku_id: UUID
    spec: str
    price_cents: int
    """For all of these units."""


def swap_lines(
    session: Session, actor: Actor, *, order_id: UUID, swaps: Sequence[Swap]
) -> list[OrderLine]:
    """Let units of an unshipped order be other articles; the line of each swap, in their order.

    Units of a line that become different things, or stay, are parted: the first ones get lines of
    their own at the end of the order. What is paid changes with the payments that the caller
    makes; the amounts of lines and order follow the new prices here. No more units of a line may
    be swapped than it has, and none of a line whose units went back before.
    """
    actor.must(Permission.ORDERS_EDIT)
    order = _unshipped(session, actor, order_id)
    lines = {line.id: line for line in queries.lines(session, order.id)}
    last = max(line.position for line in lines.values())
    found = []
    for swap in swaps:
        line = lines[swap.order_line_id]
        if swap.qty < (line.quantity or 1):
            last += 1
            line = _part(line, swap.qty, last)
            session.add(line)
        _swap(order, line, swap)
        found.append(line)
    _touch(session, order)
    forget(session, queries.lines_key(order.id))
    return found


def _part(line: OrderLine, qty: int, position: int) -> OrderLine:
    """The first `qty` units as a line of their own; every amount is shared as it is refunded."""
    parted = OrderLine(
        id=ids.new_id(),
        order_id=line.order_id,
        position=position,
        sku_id=line.sku_id,
        title=line.title,
        spec=line.spec,
        image_url=line.image_url,
        quantity=qty,
        status=line.status,
        facts=dict(line.facts),
    )
    whole = line.quantity or 1
    for name in ("list_cents", "platform_discount_cents", "paid_cents", "tax_cents"):
        share = share_of(getattr(line, name), qty, whole)
        setattr(parted, name, share)
        setattr(line, name, getattr(line, name) - share)
    for each in (parted, line):
        each.merchant_discount_cents = (
            each.list_cents - each.platform_discount_cents - each.paid_cents
        )
    line.quantity = whole - qty
    return parted


def _swap(order: Order, line: OrderLine, swap: Swap) -> None:
    order.list_cents += swap.price_cents - line.list_cents
    order.merchant_discount_cents -= line.merchant_discount_cents
    order.platform_discount_cents -= line.platform_discount_cents
    line.sku_id, line.spec = swap.sku_id, swap.spec
    # at the rate at which it was bought
    line.tax_cents = line.tax_cents * swap.price_cents // line.paid_cents if line.paid_cents else 0
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
