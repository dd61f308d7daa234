"""Tasks and what is said about them."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class TaskState(StrEnum):
    OPEN = "open"
    """Nobody has said that they have seen it."""
    ACKNOWLEDGED = "acknowledged"
    """Somebody has taken it."""
    DONE = "done"
    CANCELLED = "cancelled"


class Task(Model):
    """Something to do, about a subject or by itself."""

    __tablename__ = "tasks"
    __table_args__ = (
        CheckConstraint(
            "(state IN ('done', 'cancelled')) = (ended_at IS NOT NULL)", name="ended_has_a_time"
        ),
        CheckConstraint(
            "state <> 'acknowledged' OR assignee_agent_id IS NOT NULL", name="taken_by_somebody"
        ),
        CheckConstraint("(subject_type IS NULL) = (subject_id IS NULL)", name="subject_is_whole"),
        Index("uq_tasks_number", "shop_id", "number", unique=True),
        Index(
            "ix_tasks_queue", "shop_id", "due_at", "id", postgresql_where=text("ended_at IS NULL")
        ),
        Index(
            "ix_tasks_assignee",
            "shop_id",
            "assignee_agent_id",
            "due_at",
            "id",
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_tasks_subject", "shop_id", "subject_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    """What people call it, counted per shop."""
    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    subject_type: Mapped[str | None] = mapped_column(String(30))
    subject_id: Mapped[UUID | None]
    assignee_agent_id: Mapped[UUID | None]
    assignee_group_id: Mapped[UUID | None]
    state: Mapped[TaskState] = mapped_column(one_of(TaskState), default=TaskState.OPEN)
    due_at: Mapped[Utc]
    created_by_id: Mapped[UUID | None]
    created_by_name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    acknowledged_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    ended_by_id: Mapped[UUID | None]
    result: Mapped[str] = mapped_column(Text, default="")
    """How it was done, or why it was cancelled."""

    @property
    def ended(self) -> bool:
        return self.ended_at is not None


class TaskComment(Model):
    """A remark on a task."""

    __tablename__ = "task_comments"
    __table_args__ = (Index("ix_task_comments_task_id", "task_id", "at"),)

    id: Mapped[Id]
    task_id: Mapped[UUID] = mapped_column(ForeignKey("tasks.id"))
    author_id: Mapped[UUID | None]
    author_name: Mapped[str] = mapped_column(String(100))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[Utc] = mapped_column(default=clock.now)
