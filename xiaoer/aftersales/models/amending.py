"""What was changed of an order before it was shipped."""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.aftersales.models.words import AmendmentKind
from xiaoer.core import clock
from xiaoer.core.db import Id, Json, Model, Utc, one_of


class Amendment(Model):
    """An order changed before it was shipped: other items, another address or payment."""

    __tablename__ = "order_amendments"
    __table_args__ = (Index("ix_order_amendments_order", "order_id", "id"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    kind: Mapped[AmendmentKind] = mapped_column(one_of(AmendmentKind))
    before: Mapped[Json]
    after: Mapped[Json]
    due_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Charged to the buyer; below zero: given back."""
    instrument_id: Mapped[UUID | None] = mapped_column(ForeignKey("instruments.id"))
    decision_id: Mapped[UUID | None] = mapped_column(ForeignKey("policy_decisions.id"))
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
