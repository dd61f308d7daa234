"""Which orders a visitor may see: the shop vouches for them, or they know what only the buyer
knows."""

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.channels.webchat import limits, queries
from xiaoer.channels.webchat.events import OrderClaimed
from xiaoer.channels.webchat.models import OrderClaim
from xiaoer.channels.webchat.queries import ShownOrder
from xiaoer.channels.webchat.service.visiting import guest_of, known_guest
from xiaoer.channels.webchat.visitors import Visitor
from xiaoer.core import clock, events
from xiaoer.orders import service as orders
from xiaoer.orders.errors import OrderNotMatched


def claim(
    session: Session, visitor: Visitor, *, order_no: str, phone_tail: str, address: str
) -> ShownOrder | None:
    """The order, if the tail fits; None otherwise, whatever was wrong.

    A wrong guess must stay counted, so it is an answer and not an error that would undo the
    count. Raises `TooManyAttempts` before anything is compared.
    """
    order_no = order_no.strip()
    limits.count_try(
        session,
        visitor=f"{visitor.shop_id}{visitor.external_id}",
        address=address,
        order=f"{visitor.shop_id}{order_no}",
    )
    try:
        order = orders.claim(
            session, shop_id=visitor.shop_id, order_no=order_no, phone_tail=phone_tail
        )
    except OrderNotMatched:
        return None
    guest = guest_of(session, visitor)
    claimed = pg_insert(OrderClaim).values(
        customer_id=guest.customer_id,
        order_id=order.id,
        shop_id=guest.shop_id,
        claimed_at=clock.now(),
    )
    new = session.execute(claimed.on_conflict_do_nothing().returning(OrderClaim.order_id)).scalar()
    if new is not None:
        told = OrderClaimed(shop_id=guest.shop_id, customer_id=guest.customer_id, order_id=order.id)
        events.emit(session, guest.actor, told)
    return queries.shown_order(session, order.id)


def orders_of(session: Session, visitor: Visitor) -> list[ShownOrder]:
    """The visitor's orders: all of a vouched customer, of others only what they claimed."""
    guest = known_guest(session, visitor)
    if guest is None:
        return []
    return queries.shown_orders(session, guest)
