"""What was confirmed and told before an order was placed, and what was recommended."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class CardAnswer(StrEnum):
    """What a customer says of a pre-confirmation card."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


NO_TEXT = text("''")


class Preconfirmation(Model):
    """A card sent before the purchase: model, specification, pieces, address, price (PCF-1)."""

    __tablename__ = "preconfirmations"
    __table_args__ = (
        Index("ix_preconfirmations_customer", "customer_id", "sku_id", "sent_at"),
        Index("ix_preconfirmations_conversation", "conversation_id"),
        CheckConstraint("quantity > 0", name="quantity_is_positive"),
        CheckConstraint("price_cents >= 0", name="price_is_not_negative"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_when"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    conversation_id: Mapped[UUID | None]
    sku_id: Mapped[UUID] = mapped_column(ForeignKey("skus.id"))
    model: Mapped[str] = mapped_column(String(300))
    spec: Mapped[str] = mapped_column(String(300))
    quantity: Mapped[int]
    address: Mapped[str] = mapped_column(Text)
    price_cents: Mapped[int] = mapped_column(BigInteger)
    """For all pieces."""
    currency: Mapped[str] = mapped_column(String(3))
    fields: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    """What the category wants besides: size, voltage, compatibility (PCF-2)."""
    sent_by: Mapped[str] = mapped_column(String(100))
    sent_at: Mapped[Utc] = mapped_column(default=clock.now)
    answer: Mapped[CardAnswer | None] = mapped_column(one_of(CardAnswer, 10))
    words: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class HintTold(Model):
    """A customer was told of a risk (PCF-3); as it was told, whatever the hint says later."""

    __tablename__ = "hints_told"
    __table_args__ = (Index("ix_hints_told_customer", "customer_id", "product_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    conversation_id: Mapped[UUID | None]
    product_id: Mapped[UUID] = mapped_column(ForeignKey("products.id"))
    hint_id: Mapped[UUID] = mapped_column(ForeignKey("risk_hints.id"))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(300))
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class Recommendation(Model):
    """A SKU was recommended; whether it was bought is read from the orders (PRD-5)."""

    __tablename__ = "recommendations"
    __table_args__ = (Index("ix_recommendations_shop", "shop_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    conversation_id: Mapped[UUID | None]
    sku_id: Mapped[UUID] = mapped_column(ForeignKey("skus.id"))
    need: Mapped[str] = mapped_column(String(300), default="", server_default=NO_TEXT)
    agent_id: Mapped[UUID | None]
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
