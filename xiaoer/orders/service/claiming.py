"""What a customer is told about an order."""

import hmac
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import queries, rules
from xiaoer.orders.errors import OrderNotMatched
from xiaoer.orders.models import Order


def claim(session: Session, *, shop_id: UUID, order_no: str, phone_tail: str) -> Order:
    """The order, for a shopper who knows its number and the last four digits of its phone.

    One refusal (`OrderNotMatched`) and one comparison whether the order exists or not, so that
    nobody learns which numbers are real. The caller limits attempts.
    """
    order = queries.by_number(session, shop_id=shop_id, order_no=order_no.strip())
    known = order.phone_tail if order else ""
    matches = hmac.compare_digest(known.encode(), phone_tail.strip().encode())
    if order is None or not known or not matches:
        raise OrderNotMatched
    return order


def status_sentence(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    locale: Literal["zh", "en"],
    ship_by: datetime | None = None,
) -> str:
    """A ready answer to “where is my order?” in the shop's time (ORD-2). `ship_by`: by when it
    leaves, as whoever watches it knows; else what its source promised."""
    actor.must(Permission.ORDERS_READ)
    order = queries.get(session, actor, order_id)
    zone = shops.get(session, order.shop_id).zone
    return rules.status_sentence(order, locale, zone, ship_by=ship_by)
