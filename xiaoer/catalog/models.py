"""Tables of the catalogue."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    Date,
    DateTime,
    ForeignKey,
    Index,
    String,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class Product(Model):
    """Something the shop offers, in one or more SKUs."""

    __tablename__ = "products"
    __table_args__ = (
        Index("uq_products_shop_id_external_id", "shop_id", "external_id", unique=True),
        Index("ix_products_shop_title", "shop_id", "title", "id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    external_id: Mapped[str] = mapped_column(String(100))
    """The id in the shop's own system (商品 ID)."""
    title: Mapped[str] = mapped_column(String(300))
    category: Mapped[str | None] = mapped_column(String(100))
    image_url: Mapped[str | None] = mapped_column(Text)
    page_url: Mapped[str | None] = mapped_column(Text)
    facts: Mapped[dict[str, Any]] = mapped_column(
        JSONB, default=dict, server_default=text("'{}'::jsonb")
    )
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)


class StockHold(Model):
    """Pieces of a SKU set aside for somebody, until they leave or are let go."""

    __tablename__ = "stock_holds"
    __table_args__ = (
        Index("uq_stock_holds_subject", "subject_id", "sku_id", unique=True),
        Index("ix_stock_holds_sku", "sku_id"),
        CheckConstraint("pieces > 0", name="pieces_are_positive"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    sku_id: Mapped[UUID] = mapped_column(ForeignKey("skus.id"))
    pieces: Mapped[int]
    subject_type: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[UUID]
    """Whom they are for: an exchange, say."""
    at: Mapped[Utc] = mapped_column(default=clock.now)


class Sku(Model):
    """One sellable form of a product: a colour, a size. Stocks are pieces."""

    __tablename__ = "skus"
    __table_args__ = (
        Index("uq_skus_shop_id_external_id", "shop_id", "external_id", unique=True),
        Index("ix_skus_product_id", "product_id"),
        Index("ix_skus_shop_code", "shop_id", "code"),
        Index(
            "ix_skus_shop_difference",
            "shop_id",
            text("abs(stock_difference) DESC"),
            "id",
            postgresql_where=text("stock_difference <> 0"),
        ),
        CheckConstraint("price_cents >= 0", name="price_is_not_negative"),
        CheckConstraint("safety_stock >= 0", name="safety_is_not_negative"),
        Index("ix_skus_safety", "shop_id", postgresql_where=text("safety_stock IS NOT NULL")),
        CheckConstraint(
            "(page_stock IS NULL) = (page_synced_at IS NULL)", name="page_count_has_a_time"
        ),
        CheckConstraint(
            "(actual_stock IS NULL) = (actual_synced_at IS NULL)", name="actual_count_has_a_time"
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id"))
    external_id: Mapped[str] = mapped_column(String(100))
    code: Mapped[str | None] = mapped_column(String(100))
    """The merchant's own article number (商家编码)."""
    spec: Mapped[str] = mapped_column(String(300), default="")
    price_cents: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    image_url: Mapped[str | None] = mapped_column(Text)
    on_sale: Mapped[bool] = mapped_column(default=True, server_default=text("true"))
    page_stock: Mapped[int | None]
    """What the product page says (页面库存)."""
    page_synced_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    actual_stock: Mapped[int | None]
    """What the warehouse's system says (实际库存)."""
    actual_synced_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    stock_difference: Mapped[int | None] = mapped_column(
        Computed("page_stock - actual_stock", persisted=True)
    )
    """Above zero: the page promises more than there is."""
    safety_stock: Mapped[int | None]
    """With so few pieces left to promise, more are asked for (安全库存)."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)


class Replenishing(StrEnum):
    """How far a request for more goods has come."""

    ASKED = "asked"
    ORDERED = "ordered"
    """It is known when they come."""
    ARRIVED = "arrived"
    CALLED_OFF = "called_off"


class Replenishment(Model):
    """More pieces of a SKU are asked for (补货); one open request for a SKU at a time."""

    __tablename__ = "replenishments"
    __table_args__ = (
        Index(
            "uq_replenishments_open",
            "sku_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_replenishments_shop", "shop_id", text("asked_at DESC"), text("id DESC")),
        CheckConstraint("pieces > 0", name="pieces_are_positive"),
        CheckConstraint(
            "(state IN ('arrived', 'called_off')) = (ended_at IS NOT NULL)", name="ended_when"
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    sku_id: Mapped[UUID] = mapped_column(ForeignKey("skus.id"))
    pieces: Mapped[int]
    reason: Mapped[str] = mapped_column(String(200))
    automatic: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """The safety stock was reached."""
    state: Mapped[Replenishing] = mapped_column(
        one_of(Replenishing), default=Replenishing.ASKED, server_default=text("'asked'")
    )
    asked_by: Mapped[str] = mapped_column(String(100))
    asked_at: Mapped[Utc] = mapped_column(default=clock.now)
    expected_on: Mapped[date | None] = mapped_column(Date)
    """What customers may be told."""
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_by: Mapped[str] = mapped_column(String(100), default="", server_default=text("''"))
    note: Mapped[str] = mapped_column(String(200), default="", server_default=text("''"))


class StockAsk(Model):
    """A customer asked for a SKU; `lost`: there was none, and the sale with it (STK-8, STK-9)."""

    __tablename__ = "stock_asks"
    __table_args__ = (
        Index("ix_stock_asks_shop", "shop_id", "at"),
        CheckConstraint("pieces > 0", name="pieces_are_positive"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    sku_id: Mapped[UUID] = mapped_column(ForeignKey("skus.id"))
    pieces: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    lost: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    conversation_id: Mapped[UUID | None]
    agent_id: Mapped[UUID | None]
    at: Mapped[Utc] = mapped_column(default=clock.now)


NO_TEXT, YES = text("''"), text("true")


class ProductCard(Model):
    """What whoever sells a product must know of it (PRD-1, PRD-2)."""

    __tablename__ = "product_cards"

    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id"), primary_key=True)
    features: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    functions: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    precautions: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    advantages: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    usage: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    policies: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    """What promotion, return and exchange rules say of it, in the shop's words."""
    owner_id: Mapped[UUID | None]
    """The agent who answers for it."""
    review_on: Mapped[date | None] = mapped_column(Date)
    """By then it is to be read again."""
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_by: Mapped[str] = mapped_column(String(100), default="", server_default=NO_TEXT)


class HintKind(StrEnum):
    """What buyers overlook (PCF-3)."""

    NOT_RETURNABLE = "not_returnable"
    COLOUR = "colour"
    INSTALLATION = "installation"
    PRESALE = "presale"
    OTHER = "other"


class RiskHint(Model):
    """Something to tell before a customer buys: of one product, or of a category."""

    __tablename__ = "risk_hints"
    __table_args__ = (
        Index("ix_risk_hints_shop", "shop_id", postgresql_where=text("active")),
        CheckConstraint("(product_id IS NULL) <> (category IS NULL)", name="of_one_or_the_other"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id"))
    category: Mapped[str | None] = mapped_column(String(100))
    kind: Mapped[HintKind] = mapped_column(one_of(HintKind))
    text: Mapped[str] = mapped_column(String(300))
    """As the customer is told it."""
    fee_cents: Mapped[int | None]
    """What installing costs (FM5-3)."""
    within_hours: Mapped[int | None]
    """Installed so long after it is signed for."""
    active: Mapped[bool] = mapped_column(default=True, server_default=YES)
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
