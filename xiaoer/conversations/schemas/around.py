"""Kept views, closing reasons, settings of channels, ready words."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.conversations.models import Priority, Stage, ViewScope
from xiaoer.conversations.schemas.talks import Sort, ViewName
from xiaoer.conversations.schemas.verbs import Tag
from xiaoer.core.web import Line, Words

Standing = Annotated[Words, Field(max_length=1000)]
Seconds = Annotated[int, Field(ge=1, le=7 * 86400)]


class ReasonOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    name_zh: str
    name_en: str


class ReasonList(BaseModel):
    items: list[ReasonOut]
    next: str | None = None


class ViewFilters(BaseModel):
    view: ViewName = "all"
    shop_id: UUID | None = None
    channel: Annotated[Line, Field(max_length=20)] | None = None
    stage: Stage | None = None
    priority: Priority | None = None
    tags: Annotated[list[Tag], Field(max_length=20)] = []
    sort: Sort | None = None


class ViewIn(BaseModel):
    name: Annotated[Line, Field(min_length=1, max_length=60)]
    filters: ViewFilters
    scope: ViewScope = ViewScope.MINE


class ViewOut(BaseModel):
    id: UUID
    name: str
    filters: dict[str, Any]
    scope: ViewScope
    mine: bool


class ViewList(BaseModel):
    items: list[ViewOut]
    next: str | None = None


class ChannelSettingsIn(BaseModel):
    open_hours: UUID | None = None
    first_response_target_sec: Seconds = 30
    response_target_sec: Seconds = 180
    amber_ratio: Annotated[float, Field(gt=0, le=1)] = 0.7
    requeue_after_sec: Seconds | None = None
    hold_contact_ratio: Annotated[float, Field(gt=0, le=1)] = 0.5
    hold_alert_sec: Seconds = 60
    hold_lookup_sec: Seconds = 60
    skill: Annotated[Line, Field(max_length=40)] | None = None
    signature_zh: Line = ""
    signature_en: Line = ""
    welcome_text: Standing = ""
    offline_text: Standing = ""


class ChannelSettingsOut(ChannelSettingsIn):
    model_config = ConfigDict(from_attributes=True)


class PhraseContext(BaseModel):
    conversation_id: UUID
    order_id: UUID | None = None


class BeingWritten(BaseModel):
    text: Annotated[Words, Field(max_length=10_000)]
    phrase_id: UUID | None = None


class RenderedOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    text: str
    missing: list[str]


class OrderStatusAsk(BaseModel):
    order_id: UUID


class SentenceOut(BaseModel):
    text: str
