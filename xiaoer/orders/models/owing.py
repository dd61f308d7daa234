"""What is owed to a buyer beside the goods: an invoice, an installation (FM5-2, FM5-3)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class OwedKind(StrEnum):
    INVOICE = "invoice"
    INSTALLATION = "installation"


NO_TEXT = text("''")


class OwedService(Model):
    """One of them for an order, with the time it is due and when it was done."""

    __tablename__ = "owed_services"
    __table_args__ = (
        Index("uq_owed_services", "order_id", "kind", unique=True),
        Index(
            "ix_owed_services_open",
            *("shop_id", "kind", "due_at"),
            postgresql_where=text("done_at IS NULL"),
        ),
        CheckConstraint("due_at > asked_at", name="there_is_time"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    kind: Mapped[OwedKind] = mapped_column(one_of(OwedKind))
    title: Mapped[str] = mapped_column(String(200))
    """Whom the invoice is for, or what is installed."""
    tax_no: Mapped[str] = mapped_column(String(40), default="", server_default=NO_TEXT)
    asked_by: Mapped[str] = mapped_column(String(100))
    asked_at: Mapped[Utc] = mapped_column(default=clock.now)
    due_at: Mapped[Utc]
    task_id: Mapped[UUID] = mapped_column(ForeignKey("tasks.id"))
    done_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    done_by: Mapped[str] = mapped_column(String(100), default="", server_default=NO_TEXT)
    result: Mapped[str] = mapped_column(String(200), default="", server_default=NO_TEXT)
    """The invoice's number, or how the installation went."""
