"""How phrases are kept true, on the wire."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from xiaoer.core.web import Line
from xiaoer.phrases.models import Changing

Conditions = Annotated[Line, Field(max_length=300)]
Kind = Literal["product", "promotion", "logistics", "policy", "article", "channel"]


class LinkIn(BaseModel):
    """A fact that the phrase repeats. `ref`: a product's or an article's id, a promotion's code, a
    courier, a policy's table, a channel, or `*` for any."""

    kind: Kind
    ref: Annotated[Line, Field(min_length=1, max_length=80)]
    name: Annotated[Line, Field(max_length=200)] = ""


class LinkOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    kind: Changing
    ref: str
    name: str
    changed_at: dt.datetime | None
    change: str


class CareIn(BaseModel):
    valid_from: AwareDatetime | None = None
    valid_until: AwareDatetime | None = None
    conditions: Conditions = ""
    keeper_id: UUID | None = None
    review_days: Annotated[int, Field(ge=1, le=3650)] | None = None
    links: Annotated[list[LinkIn], Field(max_length=30)] = []


class Inconsistency(BaseModel):
    """A fact changed after somebody last looked at the phrase."""

    phrase_id: UUID
    title: str
    text: str
    keeper_id: UUID | None
    reviewed_at: dt.datetime | None
    link: LinkOut


class InconsistencyList(BaseModel):
    items: list[Inconsistency]
    next: None = None


class PromotionIn(BaseModel):
    shop_id: UUID
    code: Annotated[Line, Field(min_length=1, max_length=40)]
    name: Annotated[Line, Field(min_length=1, max_length=100)]
    conditions: Conditions = ""
    starts_at: AwareDatetime
    ends_at: AwareDatetime


class PromotionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    code: str
    name: str
    conditions: str
    starts_at: dt.datetime
    ends_at: dt.datetime


class PromotionList(BaseModel):
    items: list[PromotionOut]
    next: None = None
