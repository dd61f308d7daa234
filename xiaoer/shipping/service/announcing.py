"""Customers hear of their parcels: on its way, out for delivery, signed, in trouble (NOT-1..3)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.shipping import rules
from xiaoer.shipping.errors import NothingToAnnounce
from xiaoer.shipping.models import Node, Parcel, Standstill
from xiaoer.shipping.service import saying, wording
from xiaoer.shipping.service.ruling import SETTINGS


class News(StrEnum):
    """What a customer may be told of a parcel."""

    SHIPPED = "shipped"
    OUT_FOR_DELIVERY = "out_for_delivery"
    """With the reminder to open and inspect before signing (FM1-4)."""
    SIGNED = "signed"
    EXCEPTION = "exception"


ON = "notices"
"""In the shop's settings of shipping: which of the news are told by themselves."""
USUAL = {
    News.SHIPPED: True,
    News.OUT_FOR_DELIVERY: True,
    News.SIGNED: False,
    News.EXCEPTION: False,
}
OF_NODE = {
    Node.OUT_FOR_DELIVERY: News.OUT_FOR_DELIVERY,
    Node.SIGNED: News.SIGNED,
    Node.TROUBLE: News.EXCEPTION,
    Node.REFUSED: News.EXCEPTION,
    Node.LOST: News.EXCEPTION,
}
FRESH = timedelta(hours=12)
"""Older news are history: imports of the past tell nobody anything."""


def fresh(at: datetime) -> bool:
    return at > clock.now() - FRESH


def by_rule(session: Session, told: Mapping[UUID, News]) -> None:
    """Tell news of parcels where their shops have them switched on; once for each parcel and kind.
    What a later scan has overtaken is not told. Parcels and orders are read together."""
    parcels = list(session.scalars(select(Parcel).where(Parcel.id.in_(told)).order_by(Parcel.id)))
    due = [each for each in parcels if is_due(session, each, told[each.id])]
    found = select(Order).where(Order.id.in_({each.order_id for each in due}))
    orders_of = {each.id: each for each in session.scalars(found)} if due else {}
    for parcel in due:
        order, news = orders_of[parcel.order_id], told[parcel.id]
        if order.customer_id is not None:
            facts, once = _facts(session, order, parcel), f"{parcel.id}:{news}"
            saying.say(session, system("shipping"), order, _code(news), facts, once=once)


def is_due(session: Session, parcel: Parcel, news: News) -> bool:
    if news is News.SHIPPED and parcel.marked_at is None:
        return False
    settings = shops.get(session, parcel.shop_id).settings.get(SETTINGS, {})
    return bool(settings.get(ON, {}).get(news, USUAL[news]))


QUICK_REFUND = "quick_refund"
"""In the shop's settings of shipping: one is offered where a parcel does not move (FM1-3)."""


def offer_refund(session: Session, parcel_id: UUID) -> None:
    """A parcel nobody picked up, or without a trace: its customer may wait or be paid back at once,
    where the shop has it so. Offered once for a parcel."""
    parcel = session.get(Parcel, parcel_id)
    if parcel is None or parcel.standstill not in (Standstill.UNSCANNED, Standstill.NO_TRACE):
        return
    settings = shops.get(session, parcel.shop_id).settings.get(SETTINGS, {})
    if settings.get(QUICK_REFUND):
        order = session.get_one(Order, parcel.order_id)
        facts, once = _facts(session, order, parcel), f"{parcel.id}:{QUICK_REFUND}"
        saying.say(session, system("shipping"), order, QUICK_REFUND, facts, once=once)


def announce(
    session: Session, actor: Actor, *, shop_id: UUID, order_ids: Sequence[UUID], news: News
) -> dict[UUID, str]:
    """Tell it by hand, of one order or many; the orders whose customers could not be told, and
    why. Raises `NothingToAnnounce` for an order without a parcel."""
    actor.must(Permission.SHIPPING_DELAY)
    unreached = {}
    for order_id in sorted(set(order_ids)):
        order = orders.get(session, actor, order_id)
        query = select(Parcel).where(Parcel.order_id == order.id, Parcel.shop_id == shop_id)
        parcel = session.scalars(query.order_by(Parcel.id.desc()).limit(1)).first()
        if parcel is None:
            raise NothingToAnnounce(order=order.order_no)
        try:
            facts = _facts(session, order, parcel)
            saying.must_say(session, actor, order, _code(news), facts)
        except DeskError as refusal:
            unreached[order_id] = refusal.sentence("zh")
    return unreached


def _code(news: News) -> str:
    return f"parcel_{news}"


def _facts(session: Session, order: Order, parcel: Parcel) -> dict[str, str]:
    language, zone = wording.language_and_zone(session, order)
    known = rules.known().get(parcel.courier)
    arrival = order.promised_arrival or parcel.labelled_at + timedelta(days=3)
    return {
        "courier": (known.zh if language == "zh" else known.en) if known else parcel.courier,
        "tracking_no": parcel.tracking_no,
        "arrival": wording.moment(arrival, zone, language)[:-6],
        "news": parcel.text or ("物流有新动态" if language == "zh" else "there is news of it"),
    }
