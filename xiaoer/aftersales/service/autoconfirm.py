"""An order confirms its receipt by itself after some days; an open case stops that clock."""

from collections.abc import Sequence, Set
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case
from xiaoer.aftersales.rules import UNSHIPPED
from xiaoer.aftersales.service import clocks
from xiaoer.aftersales.service.holding import robot
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_verbs
from xiaoer.orders.events import OrderMoved
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.promises import service as promises
from xiaoer.promises.models import Promise

ON_ITS_WAY = (OrderStatus.SHIPPED, OrderStatus.IN_TRANSIT, OrderStatus.SIGNED)
OVER = (OrderStatus.COMPLETED, OrderStatus.CLOSED, OrderStatus.CANCELLED)


def concerns(event: OrderMoved) -> bool:
    """Whether the step says anything to a clock: what is called off before it left has none."""
    return event.before not in UNSHIPPED or event.after not in (*UNSHIPPED, *OVER)


def follow(session: Session, order_ids: Set[UUID]) -> None:
    """Start the clocks of orders that are on their way, end those of orders that have ended: a few
    statements however many there are. The orders are held until then."""
    query = select(Order.id, Order.shop_id, Order.order_no, Order.status)
    found = session.execute(
        query.where(Order.id.in_(order_ids)).order_by(Order.id).with_for_update()
    ).all()
    _start(session, [each for each in found if each.status in ON_ITS_WAY])
    over = [each for each in found if each.status in OVER]
    for shop_id in {each.shop_id for each in over}:
        ended = [each.id for each in over if each.shop_id == shop_id]
        promises.release_many(session, shop_id=shop_id, subject_ids=ended, kinds=[clocks.CONFIRM])


def _start(session: Session, orders: Sequence[Row[UUID, UUID, str, OrderStatus]]) -> None:
    terms = [
        promises.terms(
            session,
            shop_id=order.shop_id,
            kind=clocks.CONFIRM,
            subject_type="order",
            subject_id=order.id,
            seconds=clocks.choices(session, order.shop_id).confirm_days * 86400.0,
            facts={"order_no": order.order_no},
        )
        for order in orders
    ]
    if not terms:
        return
    made = promises.make_many(session, robot(), terms)
    cases = select(Case).where(
        Case.order_id.in_(select(Promise.subject_id).where(Promise.id.in_(made))),
        Case.ended_at.is_(None),
    )
    for case in session.scalars(cases.order_by(Case.order_id)).all() if made else ():
        clocks.pause_order(session, robot(), case)


def fire(session: Session, order_id: UUID) -> None:
    """Nobody objected in time: the order is complete, unless a case is open."""
    boss = robot()
    order = orders.get(session, boss, order_id, lock=True)
    busy = select(Case.id).where(Case.order_id == order_id, Case.ended_at.is_(None)).limit(1)
    if session.scalar(busy) is None and order.status in ON_ITS_WAY:
        order_verbs.move(session, boss, order_id=order_id, status=OrderStatus.COMPLETED)
