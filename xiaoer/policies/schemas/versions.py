"""Tables as managers edit, try, replay and switch them on."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from xiaoer.core.web import Line
from xiaoer.policies.models import Outcome, ReplayState, VersionState
from xiaoer.policies.schemas.fields import Position, Revision, TableName


class NewDraft(BaseModel):
    """Without `content` it begins as a copy of what is in force."""

    table: TableName
    shop_id: UUID | None = None
    category: Annotated[Line, Field(min_length=1, max_length=100)] | None = None
    product_id: UUID | None = None
    content: dict[str, Any] | None = None


class RowIn(BaseModel):
    """`revision`: the one that was looked at while writing."""

    row: dict[str, Any]
    position: Position | None = None
    revision: Revision | None = None


class ColumnIn(BaseModel):
    position: Position | None = None
    revision: Revision | None = None


class PartIn(BaseModel):
    value: Any = None
    revision: Revision | None = None


class VersionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    policy_id: UUID
    number: int
    state: VersionState
    content_hash: str
    revision: int
    based_on: UUID | None
    author_name: str
    created_at: dt.datetime
    effective_from: dt.datetime | None
    effective_until: dt.datetime | None
    published_by: str | None


class VersionFull(VersionOut):
    content: dict[str, Any]


class PolicyOut(BaseModel):
    id: UUID
    table: str
    shop_id: UUID | None
    category: str | None
    product_id: UUID | None
    statutory: bool
    in_force: VersionOut | None
    title: dict[str, str] | None
    waiting: int
    """Drafts and shadows."""


class PolicyList(BaseModel):
    items: list[PolicyOut]
    next: None = None


class VersionList(BaseModel):
    items: list[VersionOut]
    next: None = None


class EditOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    revision: int
    what: str
    before: Any
    after: Any
    actor_id: UUID | None
    actor_name: str
    at: dt.datetime


class EditList(BaseModel):
    items: list[EditOut]
    next: None = None


class CheckOut(BaseModel):
    passes: bool
    findings: list[dict[str, Any]]
    failures: list[dict[str, Any]]
    undercuts: list[dict[str, Any]]


class Trial(BaseModel):
    facts: dict[str, Any]


class TrialOut(BaseModel):
    outcome: Outcome
    row: str | None
    rows: list[str]
    outputs: dict[str, Any]
    clauses: list[str]
    needs: list[str]
    near: list[dict[str, Any]]
    explanation: list[dict[str, str]]


class Activation(BaseModel):
    effective_from: AwareDatetime | None = None


class ReadingOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    agent_id: UUID
    agent_name: str
    at: dt.datetime


class ReadingList(BaseModel):
    items: list[ReadingOut]
    next: None = None


class ReplayIn(BaseModel):
    shop_id: UUID
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None


class ReplayOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    version_id: UUID
    since: dt.datetime
    until: dt.datetime
    state: ReplayState
    total: int
    done: int
    report: dict[str, Any] | None
    changes: list[UUID]
    asked_by: str
    asked_at: dt.datetime
    finished_at: dt.datetime | None


class ReplayList(BaseModel):
    items: list[ReplayOut]
    next: None = None
