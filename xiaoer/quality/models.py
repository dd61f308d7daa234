"""Sheets in versions, and scores of talks and calls."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class SheetKind(StrEnum):
    TALK = "talk"
    CALL = "call"


class Skill(StrEnum):
    """What a criterion tells of an agent (CMM-9, CMM-10)."""

    LISTENING = "listening"
    EXPRESSION = "expression"
    QUESTIONING = "questioning"
    EMPATHY = "empathy"
    ACCURACY = "accuracy"
    PACE = "pace"
    TONE = "tone"
    RULES = "rules"


class Sheet(Model):
    """One version of the criteria of a shop; one that was scored by stays as it is."""

    __tablename__ = "quality_sheets"
    __table_args__ = (
        CheckConstraint("version > 0", name="version_is_positive"),
        Index("uq_quality_sheets_version", "shop_id", "kind", "version", unique=True),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    kind: Mapped[SheetKind] = mapped_column(one_of(SheetKind))
    version: Mapped[int]
    criteria: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Each as `rules.sheets.Criterion` has it."""
    made_by: Mapped[str] = mapped_column(String(100))
    made_at: Mapped[Utc] = mapped_column(default=clock.now)


class Score(Model):
    """A talk or a call scored by a sheet, once. `total_bp`: of all points, in ten thousandths."""

    __tablename__ = "quality_scores"
    __table_args__ = (
        CheckConstraint("total_bp BETWEEN 0 AND 10000", name="total_is_a_share"),
        Index("uq_quality_scores_subject", "subject_id", unique=True),
        Index("ix_quality_scores_agent", "agent_id", "at"),
        Index("ix_quality_scores_shop", "shop_id", "at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("quality_sheets.id"))
    kind: Mapped[SheetKind] = mapped_column(one_of(SheetKind))
    subject_id: Mapped[UUID]
    """The talk or the call; no foreign key, because calls are above this room."""
    subject_number: Mapped[str] = mapped_column(String(20))
    """What people call it: the talk's number; calls have none."""
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"))
    points: Mapped[dict[str, int]] = mapped_column(JSONB)
    """By the criterion's code."""
    remarks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    """`criterion`, `quote` (what was said), `seq` of the message, `text` (what to do better)."""
    total_bp: Mapped[int]
    scored_by_id: Mapped[UUID | None]
    scored_by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    seen_at: Mapped[Utc | None]
    """When the agent had read it."""
