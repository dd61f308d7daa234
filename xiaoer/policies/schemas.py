"""Policies on the wire."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, computed_field

from xiaoer.core.web import Line, Words
from xiaoer.policies.models import Outcome, ReplayState, SwitchState, VersionState
from xiaoer.policies.rules import explaining

TableName = Annotated[str, Field(max_length=60, pattern=r"^[a-z][a-z_.]*$")]
Id = Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Name = Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9_.]+$")]
Revision = Annotated[int, Field(ge=1, lt=2**31)]
Position = Annotated[int, Field(ge=0, le=1000)]
Reason = Annotated[Words, Field(min_length=1, max_length=300)]


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


class DecisionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    table: str
    version_id: UUID
    content_hash: str
    subject_type: str | None
    subject_id: UUID | None
    facts: dict[str, Any]
    outcome: Outcome
    row: str | None
    outputs: dict[str, Any]
    trace: dict[str, Any]
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    at: dt.datetime
    override_of: UUID | None
    override_reason: str | None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def explanation(self) -> list[dict[str, str]]:
        return explaining.sentences(self.row, self.trace)


class DecisionPage(BaseModel):
    items: list[DecisionOut]
    next: str | None


class OverrideIn(BaseModel):
    outputs: Annotated[dict[str, Any], Field(min_length=1)]
    reason: Annotated[Words, Field(min_length=1, max_length=2000)]


class AlikeOut(BaseModel):
    """Cases with the same facts that ended differently."""

    model_config = ConfigDict(from_attributes=True)

    table: str
    facts_hash: str
    cases: int
    endings: int
    overridden: int
    example_id: UUID


class AlikeList(BaseModel):
    items: list[AlikeOut]
    next: None = None


class ClauseOut(BaseModel):
    table: str
    version_id: UUID
    id: str
    zh: str
    en: str
    source: str | None = None


class ClauseList(BaseModel):
    items: list[ClauseOut]
    next: None = None


class TermOut(BaseModel):
    name: str
    type: str
    zh: str
    en: str
    values: list[str]


class VocabularyOut(BaseModel):
    facts: list[TermOut]
    outputs: list[TermOut]


class SwitchIn(BaseModel):
    shop_id: UUID
    state: SwitchState
    reason: Annotated[Words, Field(max_length=300)] = ""
    daily_limit: Annotated[int, Field(ge=1, lt=2**31)] | None = None


class SwitchOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    zh: str
    en: str
    on: bool
    recommended: bool
    daily_limit: int | None
    state: SwitchState | None
    reason: str
    set_by: str
    set_at: dt.datetime | None


class SwitchList(BaseModel):
    items: list[SwitchOut]
    next: None = None


class ProfileIn(BaseModel):
    shop_id: UUID


class PublishedTable(BaseModel):
    table: str
    number: int
    since: dt.datetime
    title: dict[str, str]
    about: dict[str, str] | None
    example: bool
    as_of: str | None
    clauses: list[dict[str, str]]


class Published(BaseModel):
    """What a customer may read: always the versions in force."""

    shop: str
    at: dt.datetime
    tables: list[PublishedTable]


Kind = Literal["facts", "outputs"]
