"""Notices on the wire."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.core.web import Words
from xiaoer.notices.models import NoticeState, Outcome, Purpose

Code = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,39}$")]
Channel = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,19}$")]
Number = Annotated[int, Field(ge=-(2**53), le=2**53)]
Fact = Annotated[Words, Field(max_length=500)] | Number | None
SubjectType = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,29}$")]


class Subject(BaseModel):
    type: SubjectType
    id: UUID


class NewNotice(BaseModel):
    """`channels` in the order they are tried."""

    customer_id: UUID
    template: Code
    facts: Annotated[dict[Code, Fact], Field(max_length=30)] = {}
    channels: Annotated[list[Channel], Field(min_length=1, max_length=5)]
    locale: Literal["zh", "en"] = "zh"
    subject: Subject | None = None


class NoticeOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    customer_id: UUID
    subject_type: str | None
    subject_id: UUID | None
    template_code: str
    text: str
    channels: list[str]
    channel: str
    state: NoticeState
    failure: str
    send_after: dt.datetime
    created_at: dt.datetime
    sent_at: dt.datetime | None
    delivered_at: dt.datetime | None
    failed_at: dt.datetime | None


class NoticePage(BaseModel):
    items: list[NoticeOut]
    next: str | None


class AttemptOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    number: int
    channel: str
    outcome: Outcome
    detail: str
    at: dt.datetime
    ended_at: dt.datetime | None


class NoticeDetail(NoticeOut):
    attempts: list[AttemptOut]


class TemplateIn(BaseModel):
    shop_id: UUID
    code: Code
    locale: Literal["zh", "en"] = "zh"
    text: Annotated[Words, Field(min_length=1, max_length=1000)]
    purpose: Purpose = Purpose.SERVICE
    urgent: bool = False


class TemplateOut(TemplateIn):
    model_config = ConfigDict(from_attributes=True)

    id: UUID


class HouseWords(BaseModel):
    """Words every shop has without writing any."""

    code: str
    zh: str
    en: str


class TemplateList(BaseModel):
    items: list[TemplateOut]
    house: list[HouseWords]
    next: None = None
