"""Policies, their versions and edits, decisions, outcomes, switches and replays."""

import datetime as dt
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    String,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Json, Model, Utc, one_of


class VersionState(StrEnum):
    DRAFT = "draft"
    SHADOW = "shadow"
    """Decides nothing; what it would have decided otherwise is kept."""
    ACTIVE = "active"
    RETIRED = "retired"


class Outcome(StrEnum):
    MATCHED = "matched"
    DEFAULT = "default"
    NEED_FACT = "need_fact"
    """A row could not be judged: the decision names the facts it needs."""


class SwitchState(StrEnum):
    ON = "on"
    OFF = "off"
    KILLED = "killed"
    """Off at once and in every promotion, until somebody takes it back."""


class ReplayState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Policy(Model):
    """A decision table for a scope. The narrowest decides: product, category, shop, house.

    Without a shop it holds for every shop. Statutory tables are called `statutory.<table>`.
    """

    __tablename__ = "policies"
    __table_args__ = (
        Index(
            "uq_policies_scope",
            *("table", "shop_id", "category", "product_id"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("category IS NULL OR product_id IS NULL", name="one_scope"),
    )

    id: Mapped[Id]
    table: Mapped[str] = mapped_column(String(60))
    shop_id: Mapped[UUID | None] = mapped_column(ForeignKey("shops.id"), index=True)
    category: Mapped[str | None] = mapped_column(String(100))
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("products.id"), index=True)
    created_at: Mapped[Utc] = mapped_column(default=clock.now)

    @property
    def statutory(self) -> bool:
        return self.table.startswith("statutory.")


class PolicyVersion(Model):
    """One text of a policy. What is no draft is never changed (a trigger holds it)."""

    __tablename__ = "policy_versions"
    __table_args__ = (
        Index("uq_policy_versions_number", "policy_id", "number", unique=True),
        Index(
            "uq_policy_versions_shadow",
            "policy_id",
            unique=True,
            postgresql_where=text("state = 'shadow'"),
        ),
        Index(
            "uq_policy_versions_open_end",
            "policy_id",
            unique=True,
            postgresql_where=text("state = 'active' AND effective_until IS NULL"),
        ),
        CheckConstraint("state IN ('draft', 'shadow', 'active', 'retired')", name="state_is_known"),
        CheckConstraint("state <> 'active' OR effective_from IS NOT NULL", name="active_since"),
        CheckConstraint("effective_until >= effective_from", name="until_is_later"),
    )

    id: Mapped[Id]
    policy_id: Mapped[UUID] = mapped_column(ForeignKey("policies.id"))
    number: Mapped[int]
    state: Mapped[VersionState] = mapped_column(one_of(VersionState), default=VersionState.DRAFT)
    content: Mapped[Json]
    """The table, its clauses, sentences and tests: `rules.content` says how."""
    content_hash: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int] = mapped_column(default=1)
    """Counts the edits of a draft, so that two editors do not overwrite each other."""
    based_on: Mapped[UUID | None] = mapped_column(ForeignKey("policy_versions.id"))
    author_name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    effective_from: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    effective_until: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    published_by: Mapped[str | None] = mapped_column(String(100))


class PolicyEdit(Model):
    """Who changed what in a draft, and what stood there before."""

    __tablename__ = "policy_edits"
    __table_args__ = (Index("ix_policy_edits_version_id", "version_id", "revision"),)

    id: Mapped[Id]
    version_id: Mapped[UUID] = mapped_column(ForeignKey("policy_versions.id"))
    revision: Mapped[int]
    what: Mapped[str] = mapped_column(String(120))
    before: Mapped[Any] = mapped_column(JSONB, nullable=True)
    after: Mapped[Any] = mapped_column(JSONB, nullable=True)
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class PolicyReading(Model):
    """An agent has read a version in force (POL-8)."""

    __tablename__ = "policy_readings"

    version_id: Mapped[UUID] = mapped_column(ForeignKey("policy_versions.id"), primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(primary_key=True)
    agent_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class Decision(Model):
    """What a version said to these facts, and why. Never changed; an override is a new row."""

    __tablename__ = "policy_decisions"
    __table_args__ = (
        Index("ix_policy_decisions_table", "shop_id", "table", "at", "id"),
        Index("ix_policy_decisions_subject_id", "subject_id"),
        Index("ix_policy_decisions_override_of", "override_of"),
        CheckConstraint(
            "(override_of IS NULL) = (override_reason IS NULL)", name="override_says_why"
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    table: Mapped[str] = mapped_column(String(60))
    version_id: Mapped[UUID] = mapped_column(ForeignKey("policy_versions.id"))
    content_hash: Mapped[str] = mapped_column(String(64))
    subject_type: Mapped[str | None] = mapped_column(String(30))
    subject_id: Mapped[UUID | None]
    facts: Mapped[Json]
    facts_hash: Mapped[str] = mapped_column(String(64))
    """Of the facts this table reads: cases with the same hash are alike (POL-4)."""
    outcome: Mapped[Outcome] = mapped_column(one_of(Outcome, 10))
    row: Mapped[str | None] = mapped_column(String(40))
    """The row that matched; `default` when none did; nothing while facts are missing."""
    outputs: Mapped[Json]
    trace: Mapped[Json]
    """`rows`, `clauses`, `needs`, `near` (missed rows, the first cell that failed), `floor`."""
    actor_kind: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc]
    override_of: Mapped[UUID | None] = mapped_column(ForeignKey("policy_decisions.id"))
    override_reason: Mapped[str | None] = mapped_column(Text)

    @property
    def needs(self) -> list[str]:
        """Names of the facts without which nothing could be decided."""
        needed: list[str] = self.trace.get("needs", [])
        return needed

    @property
    def decided(self) -> str | None:
        """`approve`, `review`, `refuse`, `need_evidence`, `counter_offer`; None: not decided."""
        found: str | None = self.outputs.get("decision")
        return found


class DecisionOutcome(Model):
    """How the case of a decision ended: what a replay estimates with."""

    __tablename__ = "policy_outcomes"
    __table_args__ = (CheckConstraint("took_sec >= 0 AND refunded_cents >= 0", name="not_below"),)

    decision_id: Mapped[UUID] = mapped_column(ForeignKey("policy_decisions.id"), primary_key=True)
    took_sec: Mapped[int]
    """From application to completion."""
    refunded_cents: Mapped[int] = mapped_column(BigInteger)
    by_hand: Mapped[bool]
    disputed: Mapped[bool]


class ShadowDifference(Model):
    """What a version in shadow would have decided otherwise."""

    __tablename__ = "policy_shadow_differences"

    decision_id: Mapped[UUID] = mapped_column(ForeignKey("policy_decisions.id"), primary_key=True)
    version_id: Mapped[UUID] = mapped_column(
        ForeignKey("policy_versions.id"), primary_key=True, index=True
    )
    outcome: Mapped[Outcome] = mapped_column(one_of(Outcome, 10))
    row: Mapped[str | None] = mapped_column(String(40))
    outputs: Mapped[Json]


class AutomationSwitch(Model):
    """What a person set an automation to; without a row the table `switches` recommends."""

    __tablename__ = "automation_switches"
    __table_args__ = (
        CheckConstraint("state IN ('on', 'off', 'killed')", name="state_is_known"),
        CheckConstraint("daily_limit > 0", name="limit_is_positive"),
    )

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(60), primary_key=True)
    state: Mapped[SwitchState] = mapped_column(one_of(SwitchState, 10))
    daily_limit: Mapped[int | None]
    """Decisions a day of the shop; None: as the table says."""
    reason: Mapped[str] = mapped_column(String(300), default="")
    set_by: Mapped[str] = mapped_column(String(100))
    set_at: Mapped[Utc] = mapped_column(default=clock.now)


class Replay(Model):
    """A version run over past decisions, in the worker."""

    __tablename__ = "policy_replays"
    __table_args__ = (
        Index("ix_policy_replays_version_id", "version_id"),
        CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", name="state_is_known"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    version_id: Mapped[UUID] = mapped_column(ForeignKey("policy_versions.id"))
    content: Mapped[Json]
    """The draft as it was when the replay was asked for."""
    since: Mapped[Utc]
    until: Mapped[Utc]
    state: Mapped[ReplayState] = mapped_column(one_of(ReplayState, 10), default=ReplayState.WAITING)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    report: Mapped[Any] = mapped_column(JSONB, nullable=True)
    changes: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), default=list)
    """The first decisions that would change."""
    asked_by: Mapped[str] = mapped_column(String(100))
    asked_at: Mapped[Utc] = mapped_column(default=clock.now)
    finished_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
