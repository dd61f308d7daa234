"""Tables of imports from files."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class ImportState(StrEnum):
    READY = "ready"
    """Read and matched; waits for a person to start it."""
    UNMATCHED = "unmatched"
    """No heading was recognised as the order number: a person must match it."""
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Outcome(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    USED = "used"
    """A row of a companion file (lines, payments, customers) that went into its order."""


MAIN = "orders"
"""The part whose rows are counted: one or more rows for each order."""


class ImportRun(Model):
    """One file, or a folder of files that belong together, on its way into a shop."""

    __tablename__ = "import_runs"
    __table_args__ = (Index("ix_import_runs_shop", "shop_id", text("id DESC")),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    name: Mapped[str] = mapped_column(String(200))
    path: Mapped[str] = mapped_column(Text)
    format: Mapped[str] = mapped_column(String(30))
    state: Mapped[ImportState] = mapped_column(String(12))
    headings: Mapped[list[str]] = mapped_column(JSONB, default=list)
    fingerprint: Mapped[str] = mapped_column(String(32), default="")
    mapping: Mapped[dict[str, str]] = mapped_column(JSONB, default=dict)
    """Field → heading."""
    decimal_comma: Mapped[bool | None]
    """How a person said `1052,75` is to be read; None: nobody said, so it is not read."""
    staged: Mapped[bool] = mapped_column(default=False)
    """Every row lies in `import_rows`; what remains is writing orders."""
    rows: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None] = mapped_column(Text)
    started_by: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class ImportRow(Model):
    """One row of a file: its content until it is written, then only what became of it."""

    __tablename__ = "import_rows"
    __table_args__ = (
        Index(
            "ix_import_rows_waiting",
            "run_id",
            "part",
            "key",
            "line",
            postgresql_where=text("outcome IS NULL"),
        ),
        Index(
            "ix_import_rows_told",
            "run_id",
            "part",
            "line",
            postgresql_where=text("code IS NOT NULL"),
        ),
        CheckConstraint(
            "outcome IN ('created', 'updated', 'unchanged', 'duplicate', 'rejected', 'used')",
            name="outcome_is_known",
        ),
    )

    run_id: Mapped[UUID] = mapped_column(
        ForeignKey("import_runs.id", ondelete="CASCADE"), primary_key=True
    )
    part: Mapped[str] = mapped_column(String(30), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), default="")
    """The order's number, in whichever part."""
    data: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    outcome: Mapped[Outcome | None] = mapped_column(String(10))
    code: Mapped[str | None] = mapped_column(String(40))
    """The first of its problems; a row that was taken may have some too, then it is flagged."""
    problems: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB)
    """`{code, …facts}` of each."""


class ImportMapping(Model):
    """How a person matched the headings of one kind of file; used for the next one like it."""

    __tablename__ = "import_mappings"
    __table_args__ = (UniqueConstraint("shop_id", "fingerprint"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    fingerprint: Mapped[str] = mapped_column(String(32))
    """Hash of the headings, in any order."""
    headings: Mapped[list[str]] = mapped_column(JSONB)
    mapping: Mapped[dict[str, str]] = mapped_column(JSONB)
    decimal_comma: Mapped[bool | None]
    kept_by: Mapped[str] = mapped_column(String(100))
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
