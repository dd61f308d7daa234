"""Courses and lessons; exams and their questions; who sits them and how it went."""

import datetime as dt
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Date,
    DateTime,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of

YES = text("true")


class Course(Model):
    """What there is to learn about one matter, lesson by lesson."""

    __tablename__ = "courses"
    __table_args__ = (Index("ix_courses_shop", "shop_id", postgresql_where=text("active")),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text, default="")
    active: Mapped[bool] = mapped_column(default=True, server_default=YES)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_by: Mapped[str] = mapped_column(String(100))


class Lesson(Model):
    """One step of a course: own words, and the product or the article that says the rest."""

    __tablename__ = "lessons"
    __table_args__ = (Index("ix_lessons_course", "course_id", "position"),)

    id: Mapped[Id]
    course_id: Mapped[UUID] = mapped_column(ForeignKey("courses.id"))
    position: Mapped[int] = mapped_column(SmallInteger)
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text, default="")
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id"))
    article_id: Mapped[UUID | None] = mapped_column(ForeignKey("articles.id"))


class Exam(Model):
    """A test on a course that comes round again every `period_days` (PRD-7)."""

    __tablename__ = "exams"
    __table_args__ = (
        Index("ix_exams_due", "next_on", postgresql_where=text("active")),
        Index("ix_exams_shop", "shop_id"),
        CheckConstraint("pass_percent BETWEEN 1 AND 100", name="mark_is_a_share"),
        CheckConstraint("period_days BETWEEN 1 AND 730", name="period_is_sane"),
        CheckConstraint("days_to_sit BETWEEN 1 AND period_days", name="ends_within_the_period"),
        CheckConstraint("tries BETWEEN 1 AND 10", name="tries_are_sane"),
        CheckConstraint("role IS NULL OR group_id IS NULL", name="role_or_group"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("courses.id"))
    title: Mapped[str] = mapped_column(String(200))
    pass_percent: Mapped[int] = mapped_column(SmallInteger)
    period_days: Mapped[int] = mapped_column(SmallInteger)
    days_to_sit: Mapped[int] = mapped_column(SmallInteger)
    tries: Mapped[int] = mapped_column(SmallInteger)
    """How often it may be taken in one round."""
    role: Mapped[str | None] = mapped_column(String(40))
    """Who sits it: those of a role, of a group, or whoever serves customers of the shop."""
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent_groups.id"))
    active: Mapped[bool] = mapped_column(default=True, server_default=YES)
    round_on: Mapped[dt.date | None] = mapped_column(Date)
    """The day on which the present round began, in the shop's time."""
    next_on: Mapped[dt.date] = mapped_column(Date)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_by: Mapped[str] = mapped_column(String(100))


class QuestionKind(StrEnum):
    SINGLE = "single"
    """One answer is right."""
    MULTIPLE = "multiple"
    """Right with all right answers and no other."""


class Question(Model):
    """A question of an exam. Written anew it is another row: what was answered stays readable."""

    __tablename__ = "exam_questions"
    __table_args__ = (
        Index("ix_exam_questions_exam", "exam_id", "position", postgresql_where=text("active")),
    )

    id: Mapped[Id]
    exam_id: Mapped[UUID] = mapped_column(ForeignKey("exams.id"))
    position: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[QuestionKind] = mapped_column(one_of(QuestionKind))
    text: Mapped[str] = mapped_column(String(500))
    options: Mapped[list[str]] = mapped_column(ARRAY(String(300)))
    right: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    """Places in `options`, from 0."""
    why: Mapped[str] = mapped_column(String(500), default="")
    """Told with the result."""
    active: Mapped[bool] = mapped_column(default=True, server_default=YES)


class SittingState(StrEnum):
    DUE = "due"
    PASSED = "passed"
    FAILED = "failed"
    """Taken as often as allowed, and never passed."""
    MISSED = "missed"
    """The next round began before it was passed."""
    EXCUSED = "excused"


class Sitting(Model):
    """An agent is to take an exam in one of its rounds; the record of how it went."""

    __tablename__ = "sittings"
    __table_args__ = (
        Index("uq_sittings_round", "exam_id", "round_on", "agent_id", unique=True),
        Index("ix_sittings_agent", "agent_id", "due_at"),
        Index(
            "ix_sittings_due",
            "shop_id",
            "due_at",
            "id",
            postgresql_where=text("state = 'due'"),
        ),
        Index("ix_sittings_ended", "shop_id", text("ended_at DESC"), text("id DESC")),
        CheckConstraint("(state = 'due') = (ended_at IS NULL)", name="ended_has_a_time"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    exam_id: Mapped[UUID] = mapped_column(ForeignKey("exams.id"))
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"))
    round_on: Mapped[dt.date] = mapped_column(Date)
    state: Mapped[SittingState] = mapped_column(
        one_of(SittingState), default=SittingState.DUE, server_default=text("'due'")
    )
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    due_at: Mapped[Utc]
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"))
    """How the agent comes to know of it."""
    taken: Mapped[int] = mapped_column(SmallInteger, default=0, server_default=text("0"))
    best_percent: Mapped[int | None] = mapped_column(SmallInteger)
    ended_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    note: Mapped[str] = mapped_column(String(200), default="", server_default=text("''"))
    """Why it was excused."""


class Attempt(Model):
    """One paper, as it was handed in."""

    __tablename__ = "attempts"
    __table_args__ = (Index("uq_attempts_number", "sitting_id", "number", unique=True),)

    id: Mapped[Id]
    sitting_id: Mapped[UUID] = mapped_column(ForeignKey("sittings.id"))
    number: Mapped[int] = mapped_column(SmallInteger)
    percent: Mapped[int] = mapped_column(SmallInteger)
    passed: Mapped[bool]
    at: Mapped[Utc] = mapped_column(default=clock.now)
    facts: Mapped[dict[str, Any]] = mapped_column(
        JSONB, default=dict, server_default=text("'{}'::jsonb")
    )
    """The mark and the number of questions it was judged by."""


class Answer(Model):
    """What was chosen for one question; the weakest questions are counted from it."""

    __tablename__ = "attempt_answers"
    __table_args__ = (Index("ix_attempt_answers_question", "question_id"),)

    attempt_id: Mapped[UUID] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    question_id: Mapped[UUID] = mapped_column(ForeignKey("exam_questions.id"), primary_key=True)
    chosen: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    right: Mapped[bool]
