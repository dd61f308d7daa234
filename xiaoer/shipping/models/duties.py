"""Remarks that somebody must act on before the parcel leaves (MEM-4, MEM-5)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Model, Utc, one_of


class Party(StrEnum):
    """Who must take a change into account."""

    WAREHOUSE = "warehouse"
    SHIPPING = "shipping"
    """It has left: whoever talks to couriers."""
    RETURNS = "returns"


class RemarkDuty(Model):
    """A change of an order, and whether those it concerns have taken it into account."""

    __tablename__ = "remark_duties"
    __table_args__ = (
        Index(
            "ix_remark_duties_open", "order_id", postgresql_where=text("acknowledged_at IS NULL")
        ),
        Index("ix_remark_duties_task", "task_id"),
    )

    remark_id: Mapped[UUID] = mapped_column(ForeignKey("order_remarks.id"), primary_key=True)
    party: Mapped[Party] = mapped_column(one_of(Party, 10), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    task_id: Mapped[UUID] = mapped_column(ForeignKey("tasks.id"))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    acknowledged_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    acknowledged_by: Mapped[str] = mapped_column(String(100), default="", server_default=text("''"))
