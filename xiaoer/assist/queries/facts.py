"""What may be said about a talk: facts our services know, in sentences. A model gets no others."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.assist.models import Reading
from xiaoer.assist.queries import suggesting
from xiaoer.conversations.queries import rows
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.i18n import Locale
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_service
from xiaoer.orders.models import Order
from xiaoer.shipping import queries as shipping

ORDERS = 3


def of_talk(
    session: Session, actor: Actor, conversation_id: UUID, asked: str, locale: Locale
) -> list[str]:
    """Where the orders stand, then the published words that fit what is asked."""
    talk = rows.get(session, actor, conversation_id)
    told: list[str] = []
    if actor.may(Permission.ORDERS_READ):
        found = _orders(session, talk["shop_id"], talk["customer"]["id"], conversation_id)
        told += [
            order_service.status_sentence(
                session,
                actor,
                order_id=order.id,
                locale=locale,
                ship_by=shipping.ship_by(session, order.id),
            )
            for order in found
        ]
    offers = suggesting.suggestions(
        session,
        actor,
        shop_id=talk["shop_id"],
        conversation_id=conversation_id,
        asked=asked,
    )
    told += [each.text for each in offers if each.kind == "phrase" and not each.missing]
    return [" ".join(each.split()) for each in told]


def _orders(
    session: Session, shop_id: UUID, customer_id: UUID, conversation_id: UUID
) -> list[Order]:
    """The orders the customer named; else their latest. Never another customer's."""
    reading = session.get(Reading, conversation_id)
    mine = select(Order).where(
        Order.shop_id == shop_id, orders.belongs_to(customer_id, vouched=True)
    )
    if reading and reading.order_nos:
        named = session.scalars(mine.where(Order.order_no.in_(reading.order_nos))).all()
        if named:
            return list(named)[:ORDERS]
    return list(session.scalars(mine.order_by(Order.recency.desc()).limit(1)))
