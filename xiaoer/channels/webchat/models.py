from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Model, Utc


class WebchatSettings(Model):
    """How one shop embeds its chat. A shop without a row uses the defaults."""

    __tablename__ = "webchat_settings"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    frame_ancestors: Mapped[list[str]] = mapped_column(ARRAY(String(200)), default=list)
    """Origins whose pages may show the chat; none named: any page may."""
    secret_generation: Mapped[int] = mapped_column(default=1)
    """Grows when the vouching secret is renewed; the secret itself is never stored."""


class OrderClaim(Model):
    """A visitor who named an order and the tail of its phone: this order may be shown to them."""

    __tablename__ = "webchat_order_claims"

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID]
    claimed_at: Mapped[Utc] = mapped_column(default=clock.now)


class AttemptCounter(Model):
    """How often something guessable was tried in the present window, per visitor, address, order.

    Keys are hashes: an address is personal data and an order number may be somebody else's.
    """

    __tablename__ = "webchat_attempts"
    __table_args__ = (CheckConstraint("tries > 0", name="tries_are_counted"),)

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    window_start: Mapped[Utc] = mapped_column(index=True)
    tries: Mapped[int]


class VisitorPresence(Model):
    """When a page of the customer was last known to be open."""

    __tablename__ = "webchat_presence"

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    seen_at: Mapped[Utc]
