"""Delays that customers are told of, and what they want (SHP-3..8)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of
from xiaoer.shipping.models.watches import Cause, Threat


class DelayAnswer(StrEnum):
    """What the customer wants of a delay (SHP-5)."""

    WAIT = "wait"
    SWAP = "swap"
    PARTIAL = "partial"
    REFUND = "refund"
    COMPENSATION = "compensation"


NO_TEXT = text("''")


class ShipDelay(Model):
    """An order that will be late or is, until it is shipped (SHP-6)."""

    __tablename__ = "ship_delays"
    __table_args__ = (
        Index(
            "uq_ship_delays_open",
            "order_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_ship_delays_order", "order_id"),
        Index("ix_ship_delays_shop", "shop_id", text("opened_at DESC"), text("id DESC")),
        Index("ix_ship_delays_task", "task_id", postgresql_where=text("ended_at IS NULL")),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_when"),
        CheckConstraint("compensated_cents >= 0", name="compensation_is_not_negative"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    warehouse_id: Mapped[UUID | None] = mapped_column(ForeignKey("warehouses.id"))
    courier: Mapped[str] = mapped_column(String(40), default="", server_default=NO_TEXT)
    threat: Mapped[Threat | None] = mapped_column(one_of(Threat, 20))
    """Why it was expected, if it was."""
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    missed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When its first deadline passed."""
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"))
    """Whose work it is to tell the customer."""
    cause: Mapped[Cause | None] = mapped_column(one_of(Cause, 20))
    reason: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    """As the customer was told it."""
    expected_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    notice_id: Mapped[UUID | None] = mapped_column(ForeignKey("notices.id"))
    told_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    told_by: Mapped[str] = mapped_column(String(100), default="", server_default=NO_TEXT)
    answer: Mapped[DelayAnswer | None] = mapped_column(one_of(DelayAnswer, 20))
    opinion: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    """What the customer thinks of it and needs, in their words."""
    solution: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    """What was agreed on."""
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    answered_by: Mapped[str] = mapped_column(String(100), default="", server_default=NO_TEXT)
    outcome: Mapped[str] = mapped_column(Text, default="", server_default=NO_TEXT)
    """What came of it: `done`, or why it could not be carried out."""
    case_id: Mapped[UUID | None]
    """The case of after-sales it led to."""
    compensated_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_why: Mapped[str] = mapped_column(String(20), default="", server_default=NO_TEXT)
    """`shipped`, or `called_off`: nothing is owed any more."""
