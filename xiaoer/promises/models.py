"""Promises and the calendars their clocks run on."""

import datetime as dt
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import DateTime

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of

LIVE = text("ended_at IS NULL")
FIRING = text("next_fire_at IS NOT NULL")


class PromiseState(StrEnum):
    """Where a promise stands. OPEN and PAUSED are owed; BROKEN is owed until it is ended."""

    OPEN = "open"
    """The clock runs."""
    PAUSED = "paused"
    """The clock stands; what was left is in `remaining_sec`."""
    KEPT = "kept"
    """Done before it was due, or while paused."""
    LATE = "late"
    """Done, but not before it was due."""
    BROKEN = "broken"
    """Due has passed and it is not done. Doing it afterwards makes it LATE; releasing it
    afterwards ends it and leaves it BROKEN, because a breach does not go away."""
    RELEASED = "released"
    """No longer owed, before it was due."""


class Promise(Model):
    """Something owed to somebody until a moment. At most one live promise per kind and subject.

    shop_id and calendar_id carry no foreign key: each promise made would lock the one row of its
    shop, on the path of every message.
    """

    __tablename__ = "promises"
    __table_args__ = (
        CheckConstraint(
            "state IN ('open', 'paused', 'kept', 'late', 'broken', 'released')",
            name="state_is_known",
        ),
        CheckConstraint("(state = 'open') = (next_fire_at IS NOT NULL)", name="only_open_fires"),
        CheckConstraint(
            "(state = 'paused') = (remaining_sec IS NOT NULL)", name="paused_keeps_rest"
        ),
        CheckConstraint(
            "(state IN ('kept', 'late')) = (kept_at IS NOT NULL)", name="done_has_a_time"
        ),
        CheckConstraint(
            "state = 'broken' OR (state IN ('open', 'paused')) = (ended_at IS NULL)",
            name="owed_or_ended",
        ),
        Index(
            "uq_promises_live",
            "shop_id",
            "subject_id",
            "kind",
            unique=True,
            postgresql_where=LIVE,
        ),
        # Across shops on purpose: the clock asks for the nearest of all.
        Index("ix_promises_next_fire_at", "next_fire_at", postgresql_where=FIRING),
        Index("ix_promises_owed", "shop_id", "due_at", "id", postgresql_where=LIVE),
        Index("ix_promises_subject", "shop_id", "subject_id", "made_at"),
        # A thousand rows change a second: dead entries must not pile up before the nearest one.
        {"postgresql_with": {"autovacuum_vacuum_scale_factor": "0.02"}},
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(40))
    """What is owed: `reply`, `hold`, `ship`, `refund`, `callback`, `task` …"""
    subject_type: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[UUID]
    owner_agent_id: Mapped[UUID | None]
    owner_group_id: Mapped[UUID | None]
    calendar_id: Mapped[UUID | None]
    """Hours in which its clock runs; none: always."""
    state: Mapped[PromiseState] = mapped_column(one_of(PromiseState), default=PromiseState.OPEN)
    made_at: Mapped[Utc] = mapped_column(default=clock.now)
    due_at: Mapped[Utc]
    warn_at: Mapped[list[dt.datetime]] = mapped_column(ARRAY(DateTime(timezone=True)), default=list)
    """Ascending, each before `due_at`."""
    warned: Mapped[int] = mapped_column(default=0)
    """How many of `warn_at` have been told."""
    next_fire_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    remaining_sec: Mapped[float | None]
    """Business seconds left when it was paused."""
    paused_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    kept_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    broken_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    """When the clock told of the breach."""
    ended_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    """When nothing was owed any more, for whatever reason."""
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)


class BusinessCalendar(Model):
    """Hours of business: the usual week; its exceptions are `CalendarDay`s."""

    __tablename__ = "business_calendars"

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    timezone: Mapped[str] = mapped_column(String(60))
    week: Mapped[dict[str, list[list[str]]]] = mapped_column(JSONB)
    """ISO weekday "1"…"7" → [["09:00", "12:00"], …]. An end not after its start is on the next
    day ("22:00"–"06:00"); "24:00" is midnight."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class CalendarDay(Model):
    """A date that is not like its weekday: a holiday, a make-up workday, other hours."""

    __tablename__ = "calendar_days"

    calendar_id: Mapped[UUID] = mapped_column(ForeignKey("business_calendars.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    name: Mapped[str] = mapped_column(String(100), default="")
    hours: Mapped[list[list[str]]] = mapped_column(JSONB)
    """Like a day of `week`; empty: closed."""
