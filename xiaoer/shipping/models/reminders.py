"""What warehouses and couriers are asked, and the people who answer for a courier."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of
from xiaoer.shipping.models.watches import Cause


class Receiver(StrEnum):
    WAREHOUSE = "warehouse"
    COURIER = "courier"


class CourierDesk(Model):
    """A courier the shop works with: who answers for it, and its share of the parcels (FM1-2)."""

    __tablename__ = "courier_desks"
    __table_args__ = (CheckConstraint("share >= 0", name="share_is_not_negative"),)

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    courier: Mapped[str] = mapped_column(String(40), primary_key=True)
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent_groups.id"))
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("agents.id"))
    share: Mapped[int] = mapped_column(Integer, default=0)
    """Weight among the shop's couriers; 0: only when all others have stopped."""
    stopped_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """It takes nothing for now: new parcels go to the others."""


class Reminder(Model):
    """A question to a warehouse or a courier about some orders: a task with what came of it."""

    __tablename__ = "ship_reminders"
    __table_args__ = (
        Index("uq_ship_reminders_task", "task_id", unique=True),
        Index("ix_ship_reminders_shop", "shop_id", "closed_at", text("id DESC")),
        CheckConstraint(
            "(receiver = 'warehouse') >= (warehouse_id IS NOT NULL)", name="one_receiver"
        ),
        CheckConstraint("(closed_at IS NULL) = (cause IS NULL)", name="closed_says_why"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    task_id: Mapped[UUID] = mapped_column(ForeignKey("tasks.id"))
    receiver: Mapped[Receiver] = mapped_column(one_of(Receiver, 10))
    warehouse_id: Mapped[UUID | None] = mapped_column(ForeignKey("warehouses.id"))
    courier: Mapped[str] = mapped_column(String(40), default="", server_default=text("''"))
    note: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    sent_by: Mapped[str] = mapped_column(String(100))
    sent_at: Mapped[Utc] = mapped_column(default=clock.now)
    ack_by: Mapped[Utc]
    acknowledged_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    escalated_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    difficulty: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    proposed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the receiver says it can be done."""
    answered_by: Mapped[str] = mapped_column(String(100), default="", server_default=text("''"))
    plan: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    """What both sides agreed on; it is also remarked on each order (PCK-6)."""
    agreed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    cause: Mapped[Cause | None] = mapped_column(one_of(Cause, 20))
    action: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    result: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    lesson: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    closed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    closed_by: Mapped[str] = mapped_column(String(100), default="", server_default=text("''"))


class ReminderOrder(Model):
    """An order a reminder is about."""

    __tablename__ = "ship_reminder_orders"

    reminder_id: Mapped[UUID] = mapped_column(ForeignKey("ship_reminders.id"), primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True, index=True)
