"""Appeals and how they ended."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from xiaoer.playbooks.models import AppealReason, AppealState, AppealTarget
from xiaoer.playbooks.schemas.fields import Note, Statement, SubjectRef


class OpenAppeal(BaseModel):
    target: AppealTarget
    subject: SubjectRef
    due_at: AwareDatetime
    statement: Statement = ""
    shop_id: UUID | None = None


class AppealRuling(BaseModel):
    statement: Statement = ""


class SubmitAppeal(BaseModel):
    statement: Statement
    evidence_ids: Annotated[list[UUID], Field(max_length=50)]


class DecideAppeal(BaseModel):
    won: bool
    reason: AppealReason
    note: Note = ""


class DropAppeal(BaseModel):
    reason: Annotated[Note, Field(min_length=1)]


class AppealOut(BaseModel):
    id: UUID
    shop_id: UUID
    number: int
    target: AppealTarget
    subject: SubjectRef
    run_id: UUID | None
    state: AppealState
    due_at: dt.datetime
    statement: str
    evidence_ids: list[UUID]
    opened_by: str
    opened_at: dt.datetime
    submitted_by: str | None
    submitted_at: dt.datetime | None
    ended_at: dt.datetime | None
    reason: AppealReason | None
    result_note: str


class AppealList(BaseModel):
    items: list[AppealOut]
    next: str | None


class AppealResultOut(BaseModel):
    target: AppealTarget
    state: AppealState
    reason: AppealReason
    appeals: int


class AppealResults(BaseModel):
    """Appeals that were won or lost in [since, until)."""

    shop_id: UUID
    since: dt.datetime
    until: dt.datetime
    items: list[AppealResultOut]
    next: None = None
