"""Tasks on the wire."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from xiaoer.core.web import Line, Words
from xiaoer.tasks.models import TaskState

Text = Annotated[Words, Field(min_length=1, max_length=2000)]
Code = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,29}$")]


class Subject(BaseModel):
    type: Code
    id: UUID


class SubjectOut(Subject):
    name: str
    """As people know it; empty where the reader may not know it."""


class NewTask(BaseModel):
    """Without an assignee: the actor's own. Without `due_at`: within a day."""

    title: Annotated[Line, Field(min_length=1)]
    kind: Code = "general"
    description: Annotated[Words, Field(max_length=4000)] = ""
    shop_id: UUID | None = None
    subject: Subject | None = None
    agent_id: UUID | None = None
    group_id: UUID | None = None
    due_at: AwareDatetime | None = None


class Assignment(BaseModel):
    agent_id: UUID | None = None
    group_id: UUID | None = None
    note: Annotated[Words, Field(max_length=500)] = ""


class Postponement(BaseModel):
    due_at: AwareDatetime
    reason: Annotated[Words, Field(min_length=1, max_length=500)]


class Completion(BaseModel):
    """`note` is the result; a task without one is not done."""

    note: Annotated[Words, Field(max_length=2000)] = ""


class Reason(BaseModel):
    reason: Text


class Said(BaseModel):
    text: Text


class Ref(BaseModel):
    id: UUID
    name: str


class TaskOut(BaseModel):
    id: UUID
    number: int
    shop_id: UUID
    kind: str
    title: str
    description: str
    state: TaskState
    subject: SubjectOut | None
    assignee: Ref | None
    group: Ref | None
    due_at: dt.datetime
    overdue: bool
    created_at: dt.datetime
    created_by: str
    acknowledged_at: dt.datetime | None
    ended_at: dt.datetime | None
    result: str


class TaskPage(BaseModel):
    items: list[TaskOut]
    next: str | None


class CommentOut(BaseModel):
    id: UUID
    author: str
    text: str
    at: dt.datetime


class TaskDetail(TaskOut):
    comments: list[CommentOut]


class TaskStep(BaseModel):
    """Something that happened to a task; `assignee` names who was to do it from then on."""

    at: dt.datetime
    kind: str
    by: str
    auto: bool
    assignee: str | None
    due_at: dt.datetime | None = None
    before: dt.datetime | None = None
    note: str = ""
    reason: str = ""
    result: str = ""
    text: str = ""


class TaskStory(BaseModel):
    items: list[TaskStep]
    next: str | None
