"""How phrases do in talks, and what has none yet, on the wire."""

import datetime as dt
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.conversations.models import HotState


class HotOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    question: str
    times: int
    state: HotState
    phrase_id: UUID | None
    example_id: UUID
    last_at: dt.datetime
    mined_at: dt.datetime


class HotList(BaseModel):
    items: list[HotOut]
    next: None = None


class MineIn(BaseModel):
    shop_id: UUID


class CoverIn(BaseModel):
    phrase_id: UUID


class PhraseFigures(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    phrase_id: UUID
    title: str
    sent: int
    edited: int
    response_sec: float | None
    score: float | None
    rated: int


class AgentFigures(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    agent_id: UUID
    name: str
    replies: int
    by_phrase: int
    unedited: int
    mechanical: float
    score_unedited: float | None
    score: float | None


class PhraseReport(BaseModel):
    """Of the stretch of time `start` … `end`."""

    start: dt.datetime
    end: dt.datetime
    phrases: list[PhraseFigures]
    agents: list[AgentFigures]
