"""Versions of playbooks, runs with their steps, words and evidence, and appeals."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    String,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Uuid

from xiaoer.core import clock
from xiaoer.core.db import Id, Json, Model, Utc, one_of


class Ruling(StrEnum):
    """How the platform judged a run that was contested, from our side."""

    WON = "won"
    PARTLY = "partly"
    LOST = "lost"


class AppealTarget(StrEnum):
    """What an appeal is against (EVD-3)."""

    REVIEW = "review"
    DISPUTE = "dispute"
    PENALTY = "penalty"


class AppealState(StrEnum):
    PREPARING = "preparing"
    SUBMITTED = "submitted"
    WON = "won"
    LOST = "lost"
    DROPPED = "dropped"


class AppealReason(StrEnum):
    """Why an appeal ended as it did, to improve how evidence is kept (EVD-4)."""

    EVIDENCE_ACCEPTED = "evidence_accepted"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_REFUSED = "evidence_refused"
    EVIDENCE_LATE = "evidence_late"
    RULES = "rules"
    """The platform's rules said so, whatever was proved."""
    OTHER = "other"


class PlaybookVersion(Model):
    """One text of a playbook, named by its hash. The database refuses to change or delete it."""

    __tablename__ = "playbook_versions"
    __table_args__ = (Index("uq_playbook_versions_hash", "content_hash", unique=True),)

    id: Mapped[Id]
    playbook: Mapped[str] = mapped_column(String(40))
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[Json]
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class PlaybookRun(Model):
    """A playbook gone through for one subject. At most one goes on per playbook and subject."""

    __tablename__ = "playbook_runs"
    __table_args__ = (
        Index(
            "uq_playbook_runs_live",
            *("shop_id", "subject_id", "playbook"),
            unique=True,
            postgresql_where=text("finished_at IS NULL"),
        ),
        Index("ix_playbook_runs_subject", "shop_id", "subject_id", "started_at"),
        Index("ix_playbook_runs_ended", "shop_id", "playbook", "finished_at"),
        Index("ix_playbook_runs_version_id", "version_id"),
        CheckConstraint("(finished_at IS NULL) = (result IS NULL)", name="end_has_a_result"),
        CheckConstraint("(ruling IS NULL) = (ruled_at IS NULL)", name="ruling_has_a_time"),
        CheckConstraint("ruling IS NULL OR result IS NOT NULL", name="ruled_after_the_end"),
        CheckConstraint("ruling IN ('won', 'partly', 'lost')", name="ruling_is_known"),
        CheckConstraint("cost_cents >= 0", name="cost_not_below"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    playbook: Mapped[str] = mapped_column(String(40))
    version_id: Mapped[UUID] = mapped_column(ForeignKey("playbook_versions.id"))
    subject_type: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[UUID]
    folders: Mapped[list[list[str]]] = mapped_column(JSONB)
    """Whose evidence counts: [type, id] each, the subject's own first."""
    facts: Mapped[dict[str, str]] = mapped_column(JSONB)
    step: Mapped[str | None] = mapped_column(String(40))
    """What is to be done or answered now; None: the path is at its end, or the run is."""
    branch: Mapped[str | None] = mapped_column(String(20))
    """As far as answers and facts tell."""
    started_by_id: Mapped[UUID | None]
    started_by_name: Mapped[str] = mapped_column(String(100))
    started_at: Mapped[Utc] = mapped_column(default=clock.now)
    finished_by_name: Mapped[str | None] = mapped_column(String(100))
    finished_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    result: Mapped[str | None] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(Text, default="")
    cost_cents: Mapped[int | None] = mapped_column(BigInteger)
    """What the end cost the shop, in the shop's currency, where whoever ended it knew."""
    ruling: Mapped[Ruling | None] = mapped_column(one_of(Ruling, 10))
    ruled_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    appeal_until: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def ended(self) -> bool:
        return self.finished_at is not None


class PlaybookStep(Model):
    """A step taken, and by whom. One taken back stays, with the time of that."""

    __tablename__ = "playbook_steps"
    __table_args__ = (
        Index("uq_playbook_steps_position", "run_id", "position", unique=True),
        Index(
            "uq_playbook_steps_once",
            *("run_id", "step"),
            unique=True,
            postgresql_where=text("undone_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    run_id: Mapped[UUID] = mapped_column(ForeignKey("playbook_runs.id"))
    position: Mapped[int]
    step: Mapped[str] = mapped_column(String(40))
    answer: Mapped[str | None] = mapped_column(String(40))
    by_facts: Mapped[bool]
    note: Mapped[str] = mapped_column(Text)
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    undone_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class PlaybookWords(Model):
    """Words of a step that somebody took over into a message."""

    __tablename__ = "playbook_words"
    __table_args__ = (Index("ix_playbook_words_run_id", "run_id", "at"),)

    id: Mapped[Id]
    run_id: Mapped[UUID] = mapped_column(ForeignKey("playbook_runs.id"))
    step: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(40))
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class PlaybookEvidence(Model):
    """Somebody says: this piece of evidence is what that item of the checklist asks for."""

    __tablename__ = "playbook_evidence"
    __table_args__ = (Index("ix_playbook_evidence_evidence_id", "evidence_id"),)

    run_id: Mapped[UUID] = mapped_column(ForeignKey("playbook_runs.id"), primary_key=True)
    item: Mapped[str] = mapped_column(String(40), primary_key=True)
    evidence_id: Mapped[UUID] = mapped_column(ForeignKey("evidence_items.id"), primary_key=True)
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class Appeal(Model):
    """Our objection to a ruling, a review or a penalty, with its proof and its end (EVD-3)."""

    __tablename__ = "appeals"
    __table_args__ = (
        Index("uq_appeals_number", "shop_id", "number", unique=True),
        Index(
            "uq_appeals_live",
            *("shop_id", "subject_id", "target"),
            unique=True,
            postgresql_where=text("state IN ('preparing', 'submitted')"),
        ),
        Index("ix_appeals_due", "shop_id", "due_at", "id"),
        Index("ix_appeals_run_id", "run_id"),
        CheckConstraint("target IN ('review', 'dispute', 'penalty')", name="target_is_known"),
        CheckConstraint(
            "state IN ('preparing', 'submitted', 'won', 'lost', 'dropped')", name="state_is_known"
        ),
        CheckConstraint(
            "state NOT IN ('submitted', 'won', 'lost') OR submitted_at IS NOT NULL",
            name="submitted_has_a_time",
        ),
        CheckConstraint(
            "(state IN ('won', 'lost', 'dropped')) = (ended_at IS NOT NULL)", name="end_has_a_time"
        ),
        CheckConstraint("(state IN ('won', 'lost')) = (reason IS NOT NULL)", name="end_says_why"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    """What people call it, counted per shop."""
    target: Mapped[AppealTarget] = mapped_column(one_of(AppealTarget, 10))
    subject_type: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[UUID]
    folders: Mapped[list[list[str]]] = mapped_column(JSONB)
    run_id: Mapped[UUID | None] = mapped_column(ForeignKey("playbook_runs.id"))
    state: Mapped[AppealState] = mapped_column(
        one_of(AppealState, 10), default=AppealState.PREPARING
    )
    due_at: Mapped[Utc]
    """To be submitted before then."""
    statement: Mapped[str] = mapped_column(Text, default="")
    evidence_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()), default=list)
    opened_by_name: Mapped[str] = mapped_column(String(100))
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    submitted_by_name: Mapped[str | None] = mapped_column(String(100))
    submitted_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    reason: Mapped[AppealReason | None] = mapped_column(one_of(AppealReason))
    result_note: Mapped[str] = mapped_column(Text, default="")
