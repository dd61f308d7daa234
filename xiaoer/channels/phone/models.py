"""Calls. What state a call is in follows from the moments that are known of it."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class CallDirection(StrEnum):
    INBOUND = "inbound"
    OUTBOUND = "outbound"


class CallState(StrEnum):
    RINGING = "ringing"
    TALKING = "talking"
    MISSED = "missed"
    """It ended and nobody had answered; of an outbound call, the customer had not."""
    ENDED = "ended"


class Matter(StrEnum):
    """What it was about (CHN-2)."""

    CONSULTATION = "consultation"
    ORDER = "order"
    AFTERSALES = "aftersales"
    COMPLAINT = "complaint"
    OTHER = "other"


class Call(Model):
    """One call. Telephone systems tell of it in pieces, late and twice; each piece is a moment."""

    __tablename__ = "calls"
    __table_args__ = (
        CheckConstraint("answered_at >= at AND ended_at >= at", name="moments_follow"),
        CheckConstraint("(agent_id IS NULL) = (agent_name = '')", name="agent_has_a_name"),
        Index(
            "uq_calls_external_id",
            "shop_id",
            "external_id",
            unique=True,
            postgresql_where=text("external_id IS NOT NULL"),
        ),
        Index("ix_calls_recent", "shop_id", "at", "id"),
        Index("ix_calls_number", "shop_id", "number", "at"),
        Index("ix_calls_customer_id", "customer_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    external_id: Mapped[str | None] = mapped_column(String(100))
    """The telephone system's own name for it; None: written down by hand."""
    direction: Mapped[CallDirection] = mapped_column(one_of(CallDirection))
    number: Mapped[str] = mapped_column(String(40))
    """The other side's, as `customers.rules.phone` writes it; empty when it was withheld."""
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    agent_id: Mapped[UUID | None]
    agent_name: Mapped[str] = mapped_column(String(100), default="")
    at: Mapped[Utc]
    answered_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    matter: Mapped[Matter | None] = mapped_column(one_of(Matter))
    subject: Mapped[str] = mapped_column(String(200), default="")
    result: Mapped[str] = mapped_column(Text, default="")
    recording_url: Mapped[str] = mapped_column(String(500), default="")
    callback_task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"))
    written_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)

    @property
    def state(self) -> CallState:
        if self.ended_at:
            return CallState.ENDED if self.answered_at else CallState.MISSED
        return CallState.TALKING if self.answered_at else CallState.RINGING

    @property
    def seconds(self) -> int | None:
        """How long they talked; None while they do, and when they did not."""
        if not (self.answered_at and self.ended_at):
            return None
        return max(round((self.ended_at - self.answered_at).total_seconds()), 0)
