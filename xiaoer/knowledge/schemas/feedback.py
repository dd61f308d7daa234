"""Flags, gaps and votes."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.core.web import Line
from xiaoer.knowledge.models import (
    FlagKind,
    GapSource,
    GapState,
    Resolution,
)
from xiaoer.knowledge.schemas.articles import Body, Note


class FlagIn(BaseModel):
    kind: FlagKind
    note: Note = ""
    proposed: Body = ""


class ResolutionIn(BaseModel):
    resolution: Resolution
    answer: Note = ""


class FlagOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    article_id: UUID
    title: str = ""
    version: int
    kind: FlagKind
    note: str
    proposed: str
    by_name: str
    at: dt.datetime
    resolution: Resolution | None
    answer: str
    resolved_by_name: str | None
    resolved_at: dt.datetime | None


class FlagList(BaseModel):
    items: list[FlagOut]
    next: str | None


class GapIn(BaseModel):
    shop_id: UUID
    question: Annotated[Line, Field(min_length=1)]
    source: Literal["desk", "talk"] = "desk"


class GapOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    question: str
    source: GapSource
    times: int
    state: GapState
    article_id: UUID | None
    first_at: dt.datetime
    last_at: dt.datetime


class GapList(BaseModel):
    items: list[GapOut]
    next: str | None


class ClosingIn(BaseModel):
    """The article that answers it now; none: it needs no answer."""

    article_id: UUID | None = None


class VoteIn(BaseModel):
    solved: bool


class VisitorVote(VoteIn):
    voter: UUID
    """The name that the customer's browser gave itself; not a person's."""
