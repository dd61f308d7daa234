"""What the chat reads: of its own, and what a visitor may see of talks and orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select, text, true
from sqlalchemy.orm import Session

from xiaoer.channels.webchat.models import OrderClaim, WebchatSettings
from xiaoer.channels.webchat.visitors import VOUCHED, Visitor
from xiaoer.core import db
from xiaoer.customers.models import Identity
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderLine

ORDERS_SHOWN = 20


def settings_of(session: Session, shop_id: UUID) -> WebchatSettings:
    """The shop's settings, or the defaults, which are not stored."""
    found = session.get(WebchatSettings, shop_id)
    return found or WebchatSettings(shop_id=shop_id, frame_ancestors=[], secret_generation=1)


class Whose(Protocol):
    """A visitor whose customer is known."""

    @property
    def shop_id(self) -> UUID: ...
    @property
    def customer_id(self) -> UUID: ...
    @property
    def verified(self) -> bool: ...


class Known(NamedTuple):
    """Whom an identity means today."""

    customer_id: UUID
    name: str


_BEHIND = (
    "SELECT c.id, c.name FROM customer_identities i JOIN customers c ON c.id = i.customer_id"
    " WHERE i.shop_id = %(shop_id)s AND i.channel = %(channel)s AND i.external_id = %(external_id)s"
)


def customer_behind(session: Session, visitor: Visitor) -> Known | None:
    values = {
        "shop_id": visitor.shop_id,
        "channel": visitor.channel,
        "external_id": visitor.external_id,
    }
    rows = db.read(session, _BEHIND, values)
    return Known(*rows[0]) if rows else None


def is_vouched(session: Session, customer_id: UUID) -> bool:
    """Whether the shop's own site knows this customer under some name already."""
    query = select(Identity.id).where(
        Identity.customer_id == customer_id, Identity.channel == VOUCHED
    )
    return session.scalar(query.limit(1)) is not None


@dataclass(frozen=True, slots=True)
class Talk:
    """What a customer may know of their talk."""

    id: UUID
    number: int
    state: str
    agent: str | None
    queued: bool
    staff_delivered_seq: int
    staff_read_seq: int
    closed_at: datetime | None
    hold_until: datetime | None


_TALK = (
    "SELECT c.id, c.number, c.state, a.name, c.queued_at IS NOT NULL, c.staff_delivered_seq,"
    " c.staff_read_seq, c.closed_at, c.hold_until"
    " FROM conversations c LEFT JOIN agents a ON a.id = c.assignee_id"
)
_LAST_TALK = text(
    f"{_TALK} WHERE c.shop_id = :shop_id AND c.customer_id = :customer_id"
    " AND c.channel = :channel ORDER BY c.id DESC LIMIT 1"
)
_TALKS = text(f"{_TALK} WHERE c.id = ANY(:ids)")


def last_talk(session: Session, shop_id: UUID, customer_id: UUID, channel: str) -> Talk | None:
    values = {"shop_id": shop_id, "customer_id": customer_id, "channel": channel}
    row = session.execute(_LAST_TALK, values).one_or_none()
    return Talk(*row) if row else None


def talks(session: Session, ids: Sequence[UUID]) -> dict[UUID, Talk]:
    """Heads of talks for live frames, whose topics decide who gets them."""
    return {row[0]: Talk(*row) for row in session.execute(_TALKS, {"ids": list(ids)})}


@dataclass(frozen=True)
class ShownOrder:
    """An order with its first line, for its buyer."""

    order: Order
    title: str | None
    image_url: str | None


def shown_order(session: Session, order_id: UUID) -> ShownOrder | None:
    return next(iter(_shown(session, Order.id == order_id)), None)


def shown_orders(session: Session, whose: Whose) -> list[ShownOrder]:
    """The claimed orders, and all of a vouched customer; newest first."""
    return _shown(session, _visible_to(whose))


def order_named(session: Session, whose: Whose, order_no: str) -> ShownOrder | None:
    """The order of that number, if the visitor may see it."""
    wanted = _visible_to(whose) & (Order.order_no == order_no)
    return next(iter(_shown(session, wanted)), None)


@orders.proved_by
def _claimed(customer_id: orders.Customer) -> Select[UUID]:
    """The desk lists what a visitor proved by number and phone tail beside their talk."""
    return select(OrderClaim.order_id).where(OrderClaim.customer_id == customer_id)


def _visible_to(whose: Whose) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [Order.id.in_(_claimed(whose.customer_id))]
    if whose.verified:
        wanted.append(Order.customer_id == whose.customer_id)
    return (Order.shop_id == whose.shop_id) & or_(*wanted)


def _shown(session: Session, wanted: ColumnElement[bool]) -> list[ShownOrder]:
    line = (
        select(OrderLine.title, OrderLine.image_url)
        .where(OrderLine.order_id == Order.id)
        .order_by(OrderLine.position)
        .limit(1)
        .lateral()
    )
    rows = session.execute(
        select(Order, line.c.title, line.c.image_url)
        .outerjoin(line, true())
        .where(wanted)
        .order_by(Order.recency.desc(), Order.id.desc())
        .limit(ORDERS_SHOWN)
    )
    return [ShownOrder(*row) for row in rows]
