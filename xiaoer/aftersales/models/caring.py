"""Care for the customer of a case: guides they were sent, and what they say when it is over."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class CaseGuide(Model):
    """An illustrated instruction sent to the buyer, and how far they got with it (RET-7)."""

    __tablename__ = "case_guides"
    __table_args__ = (Index("uq_case_guides_code", "case_id", "code", unique=True),)

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    code: Mapped[str] = mapped_column(String(20))
    sent_by_id: Mapped[UUID | None]
    sent_by_name: Mapped[str] = mapped_column(String(100))
    sent_at: Mapped[Utc] = mapped_column(default=clock.now)
    seen_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """The buyer opened it first."""
    done: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default=text("'[]'::jsonb")
    )
    """Each step the buyer ticked, with its time."""


class CaseFeedback(Model):
    """What the buyer says of a case that is over (RET-20). Asked once, answered once."""

    __tablename__ = "case_feedback"
    __table_args__ = (
        CheckConstraint("score BETWEEN 1 AND 5", name="score_is_1_to_5"),
        CheckConstraint("(answered_at IS NULL) = (score IS NULL)", name="answer_has_a_score"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    asked_at: Mapped[Utc] = mapped_column(default=clock.now)
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    score: Mapped[int | None]
    solved: Mapped[bool | None]
    words: Mapped[str] = mapped_column(Text, default="")
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"))
    """Somebody looks into the problem that was told."""
