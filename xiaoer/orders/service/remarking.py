"""Remarks: what the next person must know about an order."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import queries, rules
from xiaoer.orders.errors import RemarkIncomplete
from xiaoer.orders.events import OrderRemarked
from xiaoer.orders.models import Flag, Order, OrderRemark, RemarkType


def remark(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    type: RemarkType,  # noqa: A002 - the word of the trade (MEM-1)
    text: str = "",
    old_value: str | None = None,
    new_value: str | None = None,
    flag: Flag | None = None,
    source_message_id: UUID | None = None,
) -> OrderRemark:
    """Write down what changed in the order, for good. A flag also colours the order (MEM-1..3).

    Raises `RemarkIncomplete` when a change does not say what it changed to.
    """
    actor.must(Permission.ORDERS_REMARK)
    order = queries.get(session, actor, order_id, lock=True)
    if (type in rules.CHANGES and not new_value) or not (text or new_value):
        raise RemarkIncomplete
    entry = OrderRemark(
        shop_id=order.shop_id,
        order_id=order.id,
        type=type,
        old_value=old_value,
        new_value=new_value,
        text=text,
        flag=flag,
        author_id=actor.id,
        author_name=actor.name,
        source_message_id=source_message_id,
    )
    session.add(entry)
    if flag is not None:
        order.flag = flag
    order.version += 1
    order.updated_at = clock.now()
    session.flush()
    events.emit(session, actor, _told(order, entry))
    return entry


def _told(order: Order, entry: OrderRemark) -> OrderRemarked:
    return OrderRemarked(
        shop_id=order.shop_id,
        order_id=order.id,
        order_no=order.order_no,
        customer_id=order.customer_id,
        remark_id=entry.id,
        type=str(entry.type),
        old_value=entry.old_value,
        new_value=entry.new_value,
        text=entry.text,
        flag=str(entry.flag) if entry.flag else None,
    )
