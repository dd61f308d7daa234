"""An order confirms its receipt by itself after some days; an open case stops that clock."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case
from xiaoer.aftersales.rules import UNSHIPPED
from xiaoer.aftersales.service import clocks
from xiaoer.aftersales.service.holding import robot
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_verbs
from xiaoer.orders.errors import OrderNotFound
from xiaoer.orders.events import OrderMoved
from xiaoer.orders.models import OrderStatus
from xiaoer.promises import service as promises

ON_ITS_WAY = (OrderStatus.SHIPPED, OrderStatus.IN_TRANSIT, OrderStatus.SIGNED)
OVER = (OrderStatus.COMPLETED, OrderStatus.CLOSED, OrderStatus.CANCELLED)


def concerns(event: OrderMoved) -> bool:
    """Whether the step says anything to a clock: what is called off before it left has none."""
    return event.before not in UNSHIPPED or event.after not in (*UNSHIPPED, *OVER)


def follow(session: Session, order_id: UUID, status: OrderStatus) -> None:
    """Start the clock when the order is shipped, end it when the order has ended."""
    boss = robot()
    try:
        order = orders.get(session, boss, order_id, lock=True)
    except OrderNotFound:
        return
    if status in ON_ITS_WAY and order.status in ON_ITS_WAY:
        days = clocks.choices(session, order.shop_id).confirm_days
        terms = promises.terms(
            session,
            shop_id=order.shop_id,
            kind=clocks.CONFIRM,
            subject_type="order",
            subject_id=order.id,
            seconds=days * 86400.0,
            facts={"order_no": order.order_no},
        )
        made = promises.make_many(session, boss, [terms])
        open_case = session.scalars(
            select(Case).where(Case.order_id == order.id, Case.ended_at.is_(None)).limit(1)
        ).first()
        if made and open_case is not None:
            clocks.pause_order(session, boss, open_case)
    elif order.status in OVER:
        promises.release_for(
            session,
            boss,
            shop_id=order.shop_id,
            subject_id=order.id,
            kinds=[clocks.CONFIRM],
            reason=str(order.status),
        )


def fire(session: Session, order_id: UUID) -> None:
    """Nobody objected in time: the order is complete, unless a case is open."""
    boss = robot()
    order = orders.get(session, boss, order_id, lock=True)
    busy = select(Case.id).where(Case.order_id == order_id, Case.ended_at.is_(None)).limit(1)
    if session.scalar(busy) is None and order.status in ON_ITS_WAY:
        order_verbs.move(session, boss, order_id=order_id, status=OrderStatus.COMPLETED)
