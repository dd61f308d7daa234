"""Help by a lead, on the wire."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.conversations.models import HelpWay
from xiaoer.core.web import Words


class HelpIn(BaseModel):
    way: HelpWay = HelpWay.WHISPER
    note: Annotated[Words, Field(max_length=500)] = ""


class WhisperIn(BaseModel):
    client_id: UUID
    text: Annotated[Words, Field(min_length=1, max_length=2000)]


class HelpOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    conversation_id: UUID
    agent_id: UUID
    way: HelpWay
    note: str
    at: dt.datetime


class HelpList(BaseModel):
    items: list[HelpOut]
    next: None = None
