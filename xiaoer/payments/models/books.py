"""The ledger, and what providers told us."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of
from xiaoer.payments.models.words import Account, known


class LedgerEntry(Model):
    """One debit and its credit in one row, so that the books cannot be out of balance."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        Index("ix_ledger_entries_order", "order_id", "id"),
        Index("ix_ledger_entries_instrument", "instrument_id"),
        CheckConstraint("cents > 0", name="cents_are_positive"),
        CheckConstraint("debit <> credit", name="two_accounts"),
        CheckConstraint(known("debit", Account), name="debit_is_known"),
        CheckConstraint(known("credit", Account), name="credit_is_known"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[Utc] = mapped_column(default=clock.now)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("orders.id"))
    payment_id: Mapped[UUID | None] = mapped_column(ForeignKey("payments.id"))
    movement_id: Mapped[UUID | None] = mapped_column(ForeignKey("money_movements.id"))
    instrument_id: Mapped[UUID | None] = mapped_column(ForeignKey("instruments.id"))
    """Whose stored value moved."""
    debit: Mapped[Account] = mapped_column(one_of(Account))
    credit: Mapped[Account] = mapped_column(one_of(Account))
    cents: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    memo: Mapped[str] = mapped_column(String(40))


class ProviderEvent(Model):
    """What a provider told us, once each: the same event again has no effect (I12)."""

    __tablename__ = "provider_events"
    __table_args__ = (
        UniqueConstraint("provider", "provider_ref", "type"),
        Index("ix_provider_events_movement", "movement_id"),
    )

    id: Mapped[Id]
    provider: Mapped[str] = mapped_column(String(30))
    provider_ref: Mapped[str] = mapped_column(String(120))
    type: Mapped[str] = mapped_column(String(20))
    movement_id: Mapped[UUID | None]
    body: Mapped[dict[str, Any]] = mapped_column(JSONB)
    outcome: Mapped[str] = mapped_column(String(20))
    received_at: Mapped[Utc] = mapped_column(default=clock.now)
