"""An agent asks a lead for help with a talk."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class HelpWay(StrEnum):
    WHISPER = "whisper"
    """A word the customer does not see."""
    TAKE_OVER = "take_over"


class HelpRequest(Model):
    """One call for help; at most one is open in a talk."""

    __tablename__ = "help_requests"
    __table_args__ = (
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_has_a_time"),
        Index(
            "uq_help_requests_one_open",
            "conversation_id",
            unique=True,
            postgresql_where=text("answered_at IS NULL"),
        ),
        Index(
            "ix_help_requests_open", "shop_id", "at", postgresql_where=text("answered_at IS NULL")
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"))
    way: Mapped[HelpWay] = mapped_column(one_of(HelpWay))
    note: Mapped[str] = mapped_column(String(500), default="")
    at: Mapped[Utc] = mapped_column(default=clock.now)
    answer: Mapped[HelpWay | None] = mapped_column(one_of(HelpWay))
    """What the lead did."""
    answered_by: Mapped[UUID | None]
    answered_at: Mapped[Utc | None]
