"""What an order was paid with, and what may go back of it."""

from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of
from xiaoer.payments.models.words import Drain, InstrumentKind, known


class Instrument(Model):
    """A card, wallet, gift card or balance. Only stored value has a balance here."""

    __tablename__ = "instruments"
    __table_args__ = (
        UniqueConstraint(
            "shop_id", "customer_id", "external_id", postgresql_nulls_not_distinct=True
        ),
        Index("ix_instruments_customer", "customer_id"),
        CheckConstraint(known("kind", InstrumentKind), name="kind_is_known"),
        CheckConstraint(
            "(balance_cents IS NOT NULL) = (kind IN ('gift_card', 'balance'))",
            name="stored_value_has_a_balance",
        ),
        CheckConstraint("balance_cents >= 0", name="balance_is_not_negative"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    kind: Mapped[InstrumentKind] = mapped_column(one_of(InstrumentKind))
    external_id: Mapped[str] = mapped_column(String(120))
    """Its name at the source or the provider."""
    label: Mapped[str] = mapped_column(String(100), default="")
    currency: Mapped[str] = mapped_column(String(3))
    balance_cents: Mapped[int | None] = mapped_column(BigInteger)
    told: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Whether the source has told what was on it to begin with."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class OrderAccount(Model):
    """Marks an order whose payments are kept here, opened when they are first needed."""

    __tablename__ = "order_accounts"

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    drain: Mapped[Drain | None] = mapped_column(one_of(Drain))
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)


class Payment(Model):
    """Money that came in for an order. What may still go back is captured − reserved − settled."""

    __tablename__ = "payments"
    __table_args__ = (
        UniqueConstraint("id", "order_id", "currency"),
        Index("ix_payments_order", "order_id", "id"),
        Index("ix_payments_provider_ref", "provider", "provider_ref"),
        CheckConstraint("reserved_cents + settled_cents <= captured_cents", name="cap_holds"),
        CheckConstraint(
            "captured_cents >= 0 AND reserved_cents >= 0 AND settled_cents >= 0",
            name="amounts_are_not_negative",
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    instrument_id: Mapped[UUID] = mapped_column(ForeignKey("instruments.id"))
    provider: Mapped[str] = mapped_column(String(30))
    provider_ref: Mapped[str] = mapped_column(String(120), default="")
    """The provider's name of the charge."""
    currency: Mapped[str] = mapped_column(String(3))
    captured_cents: Mapped[int] = mapped_column(BigInteger)
    reserved_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Reserved, submitted or unknown."""
    settled_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    imported: Mapped[bool]
    created_at: Mapped[Utc] = mapped_column(default=clock.now)

    @property
    def left_cents(self) -> int:
        """What may still go back."""
        return self.captured_cents - self.reserved_cents - self.settled_cents
