"""What the verbs of the inbox are told."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from xiaoer.conversations.models import Priority, Stage
from xiaoer.core.web import Line, Words

Tag = Annotated[Line, Field(min_length=1, max_length=40)]


class Say(BaseModel):
    client_id: UUID
    kind: Literal["reply", "note"] = "reply"
    text: Words = ""
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []
    phrase_id: UUID | None = None


class Assignment(BaseModel):
    """`agent_id`: who serves it now; none but `group_id`: that group's queue; neither: queue."""

    agent_id: UUID | None = None
    group_id: UUID | None = None
    note: Annotated[Words, Field(max_length=1000)] = ""
    expected_assignee_id: UUID | None = None


class Snooze(BaseModel):
    until: AwareDatetime


class Closure(BaseModel):
    reason: Annotated[Line, Field(min_length=1, max_length=40)]
    note: Annotated[Words, Field(max_length=4000)] | None = None


class StageSet(BaseModel):
    stage: Stage | None


class PrioritySet(BaseModel):
    priority: Priority


class TagsSet(BaseModel):
    tags: Annotated[list[Tag], Field(max_length=20)]


class ReadSet(BaseModel):
    seq: Annotated[int, Field(ge=0, lt=2**31)]


class DraftSet(BaseModel):
    kind: Literal["reply", "note"] = "reply"
    text: Annotated[Words, Field(max_length=10_000)]


class BatchArguments(Assignment):
    """What the action needs of these."""

    reason: Annotated[Line, Field(max_length=40)] | None = None
    until: AwareDatetime | None = None
    stage: Stage | None = None
    tags: Annotated[list[Tag], Field(max_length=20)] = []


class Batch(BaseModel):
    ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    action: Literal["assign", "close", "snooze", "stage", "tags"]
    args: BatchArguments = BatchArguments()


class RefusalOut(BaseModel):
    id: UUID
    code: str
    message: str


class BatchOut(BaseModel):
    done: list[UUID]
    refused: list[RefusalOut]


Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60)]


class HoldIn(BaseModel):
    """`minutes`: about how long it takes. Without `text` the usual words are sent."""

    client_id: UUID
    checking: Annotated[Line, Field(min_length=1, max_length=200)]
    minutes: Minutes
    text: Annotated[Words, Field(max_length=4000)] = ""


class HoldExtension(BaseModel):
    client_id: UUID
    minutes: Minutes
    text: Annotated[Words, Field(max_length=4000)] = ""


class HoldAnswer(BaseModel):
    client_id: UUID
    text: Annotated[Words, Field(max_length=10_000)]
    as_hoped: bool
    reason: Annotated[Line, Field(max_length=500)] = ""
    alternatives: Annotated[list[Annotated[Line, Field(max_length=500)]], Field(max_length=10)] = []
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []


class HoldGivenUp(BaseModel):
    reason: Annotated[Line, Field(min_length=1, max_length=500)]
