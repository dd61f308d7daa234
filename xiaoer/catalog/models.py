"""Tables of the catalogue."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


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
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
