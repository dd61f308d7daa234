"""Parcels, inspections, interceptions, what replaced what, and what a lapsed coupon took."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Json, Model, Utc, one_of


class ParcelWay(StrEnum):
    BACK = "back"
    OUT = "out"
    """A replacement to the customer."""


class CaseParcel(Model):
    """A parcel of a case. A number coming back belongs to one case, or to those that were asked
    for together."""

    __tablename__ = "case_parcels"
    __table_args__ = (
        Index(
            "uq_case_parcels_back",
            "shop_id",
            "tracking_no",
            unique=True,
            postgresql_where=text("way = 'back' AND shares_id IS NULL"),
        ),
        Index(
            "ix_case_parcels_shares", "shares_id", postgresql_where=text("shares_id IS NOT NULL")
        ),
        Index("ix_case_parcels_case", "case_id"),
        Index(
            "ix_case_parcels_awaited",
            "shop_id",
            "sent_at",
            postgresql_where=text("arrived_at IS NULL AND way = 'back'"),
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    shares_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_parcels.id"))
    """In one box with that one, of a case that was asked for together with this."""
    way: Mapped[ParcelWay] = mapped_column(one_of(ParcelWay))
    carrier: Mapped[str] = mapped_column(String(60))
    tracking_no: Mapped[str] = mapped_column(String(120))
    node: Mapped[str] = mapped_column(String(20), default="none")
    """Where it is, in the words of policies (`return.node`)."""
    node_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    scans: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default=text("'[]'::jsonb")
    )
    """Each node with its time: the legs that couriers are measured by (RET-19)."""
    sent_at: Mapped[Utc] = mapped_column(default=clock.now)
    signed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    arrived_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Signed in by our warehouse."""
    lost_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """The courier lost it; a claim against them is made (RFS-13)."""
    claim_task_id: Mapped[UUID | None] = mapped_column(ForeignKey("tasks.id"))


class Inspection(Model):
    """What the warehouse found in a parcel (RET-12)."""

    __tablename__ = "inspections"
    __table_args__ = (Index("ix_inspections_case", "case_id"),)

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    passed: Mapped[bool]
    file_ids: Mapped[list[str]] = mapped_column(JSONB)
    note: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class InterceptionState(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class Interception(Model):
    """An order to the courier to stop a parcel (RFS-6). One under way at most per case."""

    __tablename__ = "interceptions"
    __table_args__ = (
        Index(
            "uq_interceptions_open",
            "case_id",
            unique=True,
            postgresql_where=text("state IN ('sent', 'accepted')"),
        ),
        Index("ix_interceptions_case", "case_id", "id"),
        Index(
            "ix_interceptions_answered",
            "answered_at",
            postgresql_where=text("answered_at IS NOT NULL"),
        ),
        CheckConstraint(
            "(state IN ('succeeded', 'failed')) = (answered_at IS NOT NULL)",
            name="answer_has_a_time",
        ),
    )

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    carrier: Mapped[str] = mapped_column(String(60))
    tracking_no: Mapped[str] = mapped_column(String(120))
    state: Mapped[InterceptionState] = mapped_column(one_of(InterceptionState))
    answer: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(String(100))
    sent_at: Mapped[Utc] = mapped_column(default=clock.now)
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Replacement(Model):
    """A unit that was replaced: what the customer holds for it now, and what they paid for it."""

    __tablename__ = "replacements"
    __table_args__ = (
        Index("ix_replacements_unit", "order_line_id", "unit", "id"),
        Index("ix_replacements_case", "case_id"),
        CheckConstraint("paid_cents >= 0", name="paid_is_not_negative"),
    )

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    order_line_id: Mapped[UUID]
    unit: Mapped[int]
    sku_id: Mapped[UUID | None] = mapped_column(ForeignKey("skus.id"))
    title: Mapped[str] = mapped_column(String(300))
    spec: Mapped[str] = mapped_column(String(300))
    before_cents: Mapped[int] = mapped_column(BigInteger)
    paid_cents: Mapped[int] = mapped_column(BigInteger)
    """paid(old) + top-up − refund (I20)."""
    adjust_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """What this changes in what may go back for the unit, beside what payments drew from it."""
    facts: Mapped[Json] = mapped_column(JSONB, default=dict, server_default=text("'{}'::jsonb"))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class Clawback(Model):
    """What a case kept back because a coupon lapsed, by the unit that stays with the buyer: it was
    paid for at its price without the coupon, and goes back at that price later (A.6 b)."""

    __tablename__ = "clawbacks"
    __table_args__ = (
        Index("ix_clawbacks_unit", "order_line_id", "unit"),
        Index("ix_clawbacks_case", "case_id"),
        CheckConstraint("cents > 0", name="cents_are_positive"),
    )

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    order_line_id: Mapped[UUID]
    unit: Mapped[int]
    cents: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[Utc] = mapped_column(default=clock.now)
