from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.channels.wechat.models import Mood
from xiaoer.core.web import Line, Words

OpenId = Annotated[Line, Field(min_length=1, max_length=100)]


class WrittenIn(BaseModel):
    """What a person of the twin writes; `key` names it for a repeated call."""

    key: Annotated[Line, Field(min_length=1, max_length=100)]
    text: Words
    name: Line = ""


class WrittenOut(BaseModel):
    conversation_id: UUID
    seq: int


class OnPhoneOut(BaseModel):
    from_shop: bool
    text: str
    at: datetime


class PhoneOut(BaseModel):
    items: list[OnPhoneOut]


class MoodIn(BaseModel):
    mood: Mood
