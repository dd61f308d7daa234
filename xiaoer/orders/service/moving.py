"""Where orders and their parcels go."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import queries, rules
from xiaoer.orders.events import OrderMoved, ParcelReported
from xiaoer.orders.models import Order, OrderStatus

_TIMES = {
    OrderStatus.PAID: "paid_at",
    OrderStatus.SHIPPED: "shipped_at",
    OrderStatus.SIGNED: "signed_at",
    OrderStatus.COMPLETED: "completed_at",
    OrderStatus.CLOSED: "closed_at",
    OrderStatus.CANCELLED: "closed_at",
}


def move(session: Session, actor: Actor, *, order_id: UUID, status: OrderStatus) -> Order:
    """Set where the order stands; an illegal step is refused (`OrderCannotMove`)."""
    actor.must(Permission.ORDERS_EDIT)
    order = queries.get(session, actor, order_id, lock=True)
    rules.check_move(order.status, status)
    before, order.status = order.status, status
    now = clock.now()
    if (column := _TIMES.get(status)) and getattr(order, column) is None:
        setattr(order, column, now)
    _touch(order, now)
    events.emit(
        session,
        actor,
        OrderMoved(
            shop_id=order.shop_id,
            order_id=order.id,
            order_no=order.order_no,
            customer_id=order.customer_id,
            before=str(before),
            after=str(status),
        ),
    )
    return order


def count_money(
    session: Session, *, order_id: UUID, paid_cents: int = 0, refunded_cents: int = 0
) -> None:
    """Payments tell that so much more was paid or went back (below zero: less).

    They hold the order's lock and announce it themselves, so no event is added.
    """
    order = session.get_one(Order, order_id)
    order.paid_cents += paid_cents
    order.refunded_cents += refunded_cents
    _touch(order, clock.now())


def report_parcel(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    courier: str,
    tracking_no: str,
    text: str,
    at: datetime,
) -> Order:
    """Take the courier's latest words; older news than what is known changes nothing."""
    actor.must(Permission.ORDERS_EDIT)
    order = queries.get(session, actor, order_id, lock=True)
    if order.parcel_at is not None and at <= order.parcel_at:
        return order
    order.courier, order.tracking_no = courier, tracking_no
    order.parcel_text, order.parcel_at = text, at
    _touch(order, clock.now())
    session.flush()
    events.emit(
        session,
        actor,
        ParcelReported(
            shop_id=order.shop_id,
            order_id=order.id,
            order_no=order.order_no,
            customer_id=order.customer_id,
            courier=courier,
            tracking_no=tracking_no,
            text=text,
            at=at,
        ),
    )
    return order


def follow_merge(session: Session, *, kept_id: UUID, merged_id: UUID) -> None:
    """Two customers turned out to be one person: the orders go to the one who stays."""
    session.execute(update(Order).where(Order.customer_id == merged_id).values(customer_id=kept_id))


def forget(session: Session, *, customer_id: UUID) -> None:
    """Erase whom and where the parcels went to; what was bought and paid stays."""
    session.execute(
        update(Order)
        .where(Order.customer_id == customer_id)
        .values(receiver_name="", receiver_phone="", receiver_address="", buyer_message="")
    )


def _touch(order: Order, now: datetime) -> None:
    order.version += 1
    order.updated_at = now
