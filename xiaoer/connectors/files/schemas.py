"""Imports on the wire."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.connectors.files.formats.lists import ListKind
from xiaoer.connectors.files.models import ImportMapping, ImportRun, ImportState
from xiaoer.connectors.files.service import Preview
from xiaoer.core.web import Line


class ProblemOut(BaseModel):
    line: int
    code: str
    message: str
    outcome: str | None = None
    file: str | None = None


class ImportOut(BaseModel):
    id: UUID
    shop_id: UUID
    name: str
    format: str
    state: ImportState
    headings: list[str]
    fields: list[str]
    """Every field a heading may be matched to."""
    mapping: dict[str, str | None]
    decimal_comma: bool | None
    preview: list[dict[str, Any]]
    problems: list[ProblemOut]
    rows: int
    done: int
    counts: dict[str, int]
    failure: str | None
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(
        cls,
        run: ImportRun,
        *,
        fields: list[str],
        counts: dict[str, int],
        preview: Preview | None = None,
        problems: list[ProblemOut] | None = None,
    ) -> "ImportOut":
        same = (
            "id", "shop_id", "name", "format", "state", "headings", "decimal_comma", "rows",
            "done", "failure", "created_at", "finished_at",
        )  # fmt: skip
        seen = [ProblemOut(**each) for each in preview.problems] if preview else []
        return cls(
            **{name: getattr(run, name) for name in same},
            fields=fields,
            mapping=dict(run.mapping),
            preview=preview.rows if preview else [],
            problems=seen if problems is None else problems,
            counts=counts,
        )


class ImportList(BaseModel):
    items: list[ImportOut]


class MappingIn(BaseModel):
    mapping: dict[str, Line | None]
    decimal_comma: bool | None = None
    """How `1052,75` is to be read, when the person who knows the file says so."""
    keep: bool = False


class KeptIn(BaseModel):
    shop_id: UUID
    headings: list[Line] = Field(min_length=1, max_length=300)
    mapping: dict[str, Line | None]
    decimal_comma: bool | None = None


class MappingOut(BaseModel):
    id: UUID
    shop_id: UUID
    headings: list[str]
    mapping: dict[str, str]
    decimal_comma: bool | None
    kept_by: str
    updated_at: datetime

    @classmethod
    def of(cls, kept: ImportMapping) -> "MappingOut":
        return cls.model_validate(kept, from_attributes=True)


class MappingList(BaseModel):
    items: list[MappingOut]


class RowProblemOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    line: int
    code: str
    message: str


class BroughtOut(BaseModel):
    """`rows` = `new` + `known` + `waiting` + the number of `problems`."""

    model_config = ConfigDict(from_attributes=True)

    kind: ListKind
    rows: int
    new: int
    known: int
    waiting: int
    problems: list[RowProblemOut]
