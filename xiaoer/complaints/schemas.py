"""The wire of complaints."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.complaints.models import About, ComplaintCause
from xiaoer.core.web import Words


class NotedIn(BaseModel):
    cause: ComplaintCause
    words: Annotated[Words, Field(max_length=500)] = ""


class CauseSet(BaseModel):
    cause: ComplaintCause


class ComplaintOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    subject_type: About
    subject_id: UUID
    customer_id: UUID | None
    agent_id: UUID | None
    agent_name: str
    cause: ComplaintCause
    words: str
    noted_by: str
    at: datetime


class ComplaintPage(BaseModel):
    items: list[ComplaintOut]
    next: str | None
