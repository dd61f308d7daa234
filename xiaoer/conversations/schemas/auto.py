"""Automatic replies on the wire."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.conversations.models import Occasion
from xiaoer.core.web import Line, Words

Keyword = Annotated[Line, Field(min_length=1, max_length=40)]


class AutoReplyIn(BaseModel):
    """`text` may hold {position} and {wait}. `window_min`: not twice to a customer within it."""

    name: Annotated[Line, Field(min_length=1, max_length=60)]
    occasion: Occasion
    text: Annotated[Words, Field(min_length=1, max_length=1000)]
    channel: Annotated[Line, Field(max_length=20)] | None = None
    keywords: Annotated[list[Keyword], Field(max_length=50)] = []
    queue_over: Annotated[int, Field(ge=0, le=10_000)] = 5
    window_min: Annotated[int, Field(ge=1, le=10_080)] = 30
    position: Annotated[int, Field(ge=0, le=1000)] = 0
    active: bool = True


class NewAutoReply(AutoReplyIn):
    shop_id: UUID


class AutoReplyOut(AutoReplyIn):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    updated_at: dt.datetime


class AutoReplyList(BaseModel):
    items: list[AutoReplyOut]
    next: None = None
