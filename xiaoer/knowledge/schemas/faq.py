"""What customers read: nothing of owners, notes and other versions."""

import datetime as dt
from uuid import UUID

from pydantic import BaseModel

from xiaoer.knowledge.models import (
    Kind,
)
from xiaoer.knowledge.schemas.articles import MediaOut
from xiaoer.knowledge.schemas.categories import CategoryOut


class FaqBrief(BaseModel):
    number: int
    kind: Kind
    category_id: UUID
    title: str
    title_en: str


class FaqOut(FaqBrief):
    """What a customer reads; nothing of owners, notes and other versions."""

    body: str
    body_en: str
    media: list[MediaOut]
    updated_at: dt.datetime
    solved: int


class FaqPage(BaseModel):
    shop: str
    categories: list[CategoryOut]
    articles: list[FaqBrief]


class FaqFound(BaseModel):
    items: list[FaqOut]
    answers: bool
    """Whether the first one is taken for an answer."""
