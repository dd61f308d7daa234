"""Ready words for the composer: phrases filled in from the talk, and where an order stands."""

from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from xiaoer.conversations.queries import fitting, rows
from xiaoer.conversations.queries.rows import Shown
from xiaoer.core import shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.money import Money
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_service
from xiaoer.orders.models import Order
from xiaoer.phrases import service as phrases
from xiaoer.phrases.rules import Rendered
from xiaoer.shipping import queries as shipping


def render_phrase(
    session: Session,
    actor: Actor,
    phrase_id: UUID,
    *,
    conversation_id: UUID,
    order_id: UUID | None = None,
) -> Rendered:
    """The phrase with what the talk and its order know filled in; the rest is named as missing."""
    actor.must(Permission.PHRASES_READ)
    talk = rows.get(session, actor, conversation_id)
    facts: dict[str, str | None] = {
        "customer_name": talk["customer"]["name"],
        "shop_name": talk["shop_name"],
        "agent_name": actor.name,
        "order_no": talk["order_no"],
    }
    order = _order(session, actor, talk, order_id)
    if order is not None:
        facts |= _order_facts(session, order, shops.get(session, order.shop_id).zone)
    fit = fitting.fit_of(session, conversation_id)
    return phrases.render(session, actor, phrase_id, facts, fit)


def order_status(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    order_id: UUID,
    locale: Literal["zh", "en"],
) -> str:
    """One sentence about an order of this shop, to be sent as it is or edited (ORD-2)."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    rows.get(session, actor, conversation_id)
    ship_by = shipping.ship_by(session, order_id)
    return order_service.status_sentence(
        session, actor, order_id=order_id, locale=locale, ship_by=ship_by
    )


def _order(session: Session, actor: Actor, talk: Shown, order_id: UUID | None) -> Order | None:
    if order_id is not None:
        return orders.get(session, actor, order_id)
    if talk["order_no"]:
        return orders.by_number(session, shop_id=talk["shop_id"], order_no=talk["order_no"])
    return None


def _order_facts(session: Session, order: Order, zone: ZoneInfo) -> dict[str, str | None]:
    lines = orders.lines(session, order.id)
    arrival = order.promised_arrival
    return {
        "order_no": order.order_no,
        "courier": order.courier,
        "tracking_no": order.tracking_no,
        "amount": str(Money(order.paid_cents, order.currency)),
        "product": lines[0].title if lines else None,
        "eta": arrival.astimezone(zone).strftime("%m-%d") if arrival else None,
    }
