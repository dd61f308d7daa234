"""Trouble on the way: a case with the courier, what was asked, claimed and told (LOG-1..4)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class TroubleType(StrEnum):
    DELAY = "delay"
    DAMAGE = "damage"
    LOSS = "loss"
    WRONG = "wrong"
    """Delivered to somebody else, or another parcel."""
    REFUSED = "refused"


class TroubleEnd(StrEnum):
    DELIVERED = "delivered"
    RESENT = "resent"
    REFUNDED = "refunded"
    CLAIMED = "claimed"


class EntryKind(StrEnum):
    INQUIRY = "inquiry"
    ANSWER = "answer"
    """The courier's, to an inquiry."""
    MILESTONE = "milestone"
    """Told to the customer."""
    CLAIM = "claim"
    PAYOUT = "payout"


class Trouble(Model):
    """A logistics case: one open case for a parcel at a time."""

    __tablename__ = "logistics_cases"
    __table_args__ = (
        Index("uq_logistics_cases_number", "shop_id", "number", unique=True),
        Index(
            "uq_logistics_cases_parcel",
            "parcel_id",
            unique=True,
            postgresql_where=sql("ended_at IS NULL AND parcel_id IS NOT NULL"),
        ),
        Index("ix_logistics_cases_shop", "shop_id", sql("opened_at DESC"), sql("id DESC")),
        Index("ix_logistics_cases_order", "order_id"),
        CheckConstraint("(ended_at IS NULL) = (ended IS NULL)", name="ended_how"),
        CheckConstraint("claim_cents >= 0 AND paid_cents >= 0", name="claims_are_not_negative"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    parcel_id: Mapped[UUID | None] = mapped_column(ForeignKey("parcels.id"))
    courier: Mapped[str] = mapped_column(String(40))
    region: Mapped[str] = mapped_column(String(60), default="", server_default=sql("''"))
    type: Mapped[TroubleType] = mapped_column(one_of(TroubleType))
    note: Mapped[str] = mapped_column(Text, default="", server_default=sql("''"))
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"))
    follow_up_at: Mapped[Utc]
    """Something must have happened by then; else whoever owns it is called (LOG-3)."""
    claim_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=sql("0"))
    paid_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=sql("0"))
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    opened_by: Mapped[str] = mapped_column(String(100))
    ended: Mapped[TroubleEnd | None] = mapped_column(one_of(TroubleEnd))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class TroubleEntry(Model):
    """Something done in a case, in the order of time."""

    __tablename__ = "logistics_entries"
    __table_args__ = (Index("ix_logistics_entries_case", "trouble_id", "id"),)

    id: Mapped[Id]
    trouble_id: Mapped[UUID] = mapped_column(ForeignKey("logistics_cases.id"))
    kind: Mapped[EntryKind] = mapped_column(one_of(EntryKind))
    text: Mapped[str] = mapped_column(Text)
    cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=sql("0"))
    due_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When an inquiry is to be answered."""
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    notice_id: Mapped[UUID | None] = mapped_column(ForeignKey("notices.id"))
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
