"""Tables of orders. Amounts are cents of the order's currency."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class OrderStatus(StrEnum):
    """Where an order stands (domain.md §10 maps the marketplaces' own words)."""

    UNPAID = "unpaid"
    PAID = "paid"
    HELD = "held"
    """Paid, but the platform forbids shipping for now."""
    PART_SHIPPED = "part_shipped"
    SHIPPED = "shipped"
    IN_TRANSIT = "in_transit"
    SIGNED = "signed"
    COMPLETED = "completed"
    REFUNDING = "refunding"
    CLOSED = "closed"
    """Ended after the money went back."""
    CANCELLED = "cancelled"
    """Ended before it was paid, or called off before it was shipped."""


class LineStatus(StrEnum):
    NORMAL = "normal"
    REFUNDING = "refunding"
    REFUNDED = "refunded"
    REPAIR_ASKED = "repair_asked"
    REFUSED = "refused"


class Flag(StrEnum):
    """Colours of the remark flag, in the marketplaces' order 1–5."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"


class RemarkType(StrEnum):
    """What changed (MEM-1)."""

    ADDRESS = "address"
    RECEIVER = "receiver"
    SKU = "sku"
    QUANTITY = "quantity"
    SHIP_TIME = "ship_time"
    INVOICE = "invoice"
    GIFT = "gift"
    PRICE = "price"
    PACKAGING = "packaging"
    OTHER = "other"


def _one_of(column: str, kinds: type[StrEnum]) -> str:
    return f"{column} IN ({', '.join(repr(each.value) for each in kinds)})"


class Order(Model):
    """One purchase in one shop."""

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("shop_id", "order_no"),
        Index("ix_orders_shop_recent", "shop_id", text("recency DESC"), text("id DESC")),
        Index(
            "ix_orders_shop_status_recent",
            "shop_id",
            "status",
            text("recency DESC"),
            text("id DESC"),
        ),
        Index("ix_orders_customer_recent", "customer_id", text("recency DESC"), text("id DESC")),
        Index(
            "ix_orders_order_no_words",
            "shop_id",
            "order_no",
            postgresql_ops={"order_no": "text_pattern_ops"},
        ),
        Index("ix_orders_tracking", "tracking_no", postgresql_where=text("tracking_no <> ''")),
        Index(
            "ix_orders_phone_tail",
            "shop_id",
            "phone_tail",
            text("recency DESC"),
            postgresql_where=text("phone_tail <> ''"),
        ),
        CheckConstraint(_one_of("status", OrderStatus), name="status_is_known"),
        CheckConstraint(_one_of("flag", Flag), name="flag_is_known"),
        CheckConstraint("refunded_cents BETWEEN 0 AND paid_cents", name="refunds_fit_the_payment"),
        CheckConstraint("freight_cents >= 0", name="freight_is_not_negative"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_no: Mapped[str] = mapped_column(String(64))
    """The number the shop's own system gave it."""
    source: Mapped[str] = mapped_column(String(30))
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    status: Mapped[OrderStatus] = mapped_column(String(20))
    currency: Mapped[str] = mapped_column(String(3))
    list_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Goods at list price, before any discount."""
    merchant_discount_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """What the shop paid of it; below zero when the price was raised by hand."""
    platform_discount_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """What the marketplace paid of it; it never goes to the buyer in cash."""
    freight_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    paid_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """What the buyer really paid, freight included."""
    refunded_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    amounts_known: Mapped[bool] = mapped_column(default=True, server_default=text("true"))
    """False: the source's amounts can be read in two ways, so none is taken (all are 0)."""
    item_count: Mapped[int] = mapped_column(default=0)
    placed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    paid_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    shipped_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the shop said that it is on its way (consign_time)."""
    collected_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the courier had it, as the source tells (collect_time); scans tell it better."""
    signed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    completed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    closed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    promised_ship_by: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    promised_arrival: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    receiver_name: Mapped[str] = mapped_column(String(100), default="")
    receiver_phone: Mapped[str] = mapped_column(String(40), default="")
    phone_tail: Mapped[str] = mapped_column(
        String(4),
        Computed(r"right(regexp_replace(receiver_phone, '\D', '', 'g'), 4)", persisted=True),
    )
    receiver_address: Mapped[str] = mapped_column(Text, default="")
    courier: Mapped[str] = mapped_column(String(60), default="")
    tracking_no: Mapped[str] = mapped_column(String(120), default="")
    parcel_text: Mapped[str] = mapped_column(Text, default="")
    """The courier's last words about the parcel."""
    parcel_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    buyer_message: Mapped[str] = mapped_column(Text, default="")
    flag: Mapped[Flag | None] = mapped_column(String(10))
    facts: Mapped[dict[str, Any]] = mapped_column(
        JSONB, default=dict, server_default=text("'{}'::jsonb")
    )
    """What the source told besides, under its own words."""
    content_hash: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    """Tells an order that is known already from one that changed at the source."""
    version: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
    recency: Mapped[Utc] = mapped_column(
        Computed("coalesce(placed_at, created_at)", persisted=True)
    )
    """Lists sort by it: a source without dates has none to sort by."""


class OrderLine(Model):
    """One SKU of an order, with its share of every amount."""

    __tablename__ = "order_lines"
    __table_args__ = (
        UniqueConstraint("order_id", "position"),
        Index("ix_order_lines_sku_id", "sku_id"),
        CheckConstraint(_one_of("status", LineStatus), name="status_is_known"),
        CheckConstraint("quantity IS NULL OR quantity > 0", name="quantity_is_positive"),
        CheckConstraint("tax_cents >= 0", name="tax_is_not_negative"),
        CheckConstraint(
            "paid_cents = list_cents - merchant_discount_cents - platform_discount_cents",
            name="amounts_add_up",
        ),
    )

    id: Mapped[Id]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"))
    position: Mapped[int]
    sku_id: Mapped[UUID | None] = mapped_column(ForeignKey("skus.id"))
    title: Mapped[str] = mapped_column(String(300))
    spec: Mapped[str] = mapped_column(String(300), default="")
    image_url: Mapped[str | None] = mapped_column(Text)
    quantity: Mapped[int | None]
    """None: the source left it blank, and it is not guessed."""
    list_cents: Mapped[int] = mapped_column(BigInteger)
    merchant_discount_cents: Mapped[int] = mapped_column(BigInteger)
    platform_discount_cents: Mapped[int] = mapped_column(BigInteger)
    paid_cents: Mapped[int] = mapped_column(BigInteger)
    """What the buyer may get back for the whole line; split once, when the order was written."""
    tax_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    """Tax within what was paid for the line, as its source tells; goes back with the units, by no
    rate of today (aftersales.md A.6 f)."""
    status: Mapped[LineStatus] = mapped_column(String(20), default=LineStatus.NORMAL)
    facts: Mapped[dict[str, Any]] = mapped_column(
        JSONB, default=dict, server_default=text("'{}'::jsonb")
    )


class OrderRemark(Model):
    """A note for everybody who handles the order later. Never changed, never removed."""

    __tablename__ = "order_remarks"
    __table_args__ = (
        Index("ix_order_remarks_order", "order_id", text("id DESC")),
        CheckConstraint(_one_of("type", RemarkType), name="type_is_known"),
        CheckConstraint(_one_of("flag", Flag), name="flag_is_known"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    type: Mapped[RemarkType] = mapped_column(String(20))
    old_value: Mapped[str | None] = mapped_column(Text)
    new_value: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text, default="")
    flag: Mapped[Flag | None] = mapped_column(String(10))
    author_id: Mapped[UUID | None]
    author_name: Mapped[str] = mapped_column(String(100))
    source_message_id: Mapped[UUID | None]
    """The message of the talk in which the customer asked for the change."""
    at: Mapped[Utc] = mapped_column(default=clock.now)
