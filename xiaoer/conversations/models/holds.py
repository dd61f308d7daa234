"""稍等承诺: what an agent checks for a customer, and by when the customer hears of it."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class HoldState(StrEnum):
    """`late`: it was not answered when it was promised, whatever came of it afterwards."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    CANCELLED = "cancelled"


class HoldPromise(Model):
    """One "one moment, please", from its phrase to its answer (HOLD-3)."""

    __tablename__ = "hold_promises"
    __table_args__ = (
        CheckConstraint("due_at > started_at", name="promised_ahead"),
        CheckConstraint("state <> 'kept' OR ended_at IS NOT NULL", name="kept_has_ended"),
        Index(
            "uq_hold_promises_one_live",
            "conversation_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_hold_promises_shop_started", "shop_id", "started_at"),
        Index(
            "ix_hold_promises_live", "shop_id", "due_at", postgresql_where=text("ended_at IS NULL")
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"))
    """Who owes the answer: it goes along when the talk is transferred (HOLD-8)."""
    checking: Mapped[str] = mapped_column(String(200))
    state: Mapped[HoldState] = mapped_column(one_of(HoldState), default=HoldState.OPEN)
    started_at: Mapped[Utc] = mapped_column(default=clock.now)
    due_at: Mapped[Utc]
    extensions: Mapped[int] = mapped_column(default=0)
    late_at: Mapped[Utc | None]
    """When a promised time passed without an answer; a later extension leaves it."""
    ended_at: Mapped[Utc | None]
    answer_seq: Mapped[int | None]
    as_hoped: Mapped[bool | None]
    """Whether the answer was what the customer hoped for."""
    reason: Mapped[str] = mapped_column(String(500), default="")
    """Why it was not, or why the promise was given up."""
    alternatives: Mapped[list[str]] = mapped_column(ARRAY(String(500)), default=list)
