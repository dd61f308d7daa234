"""An article as it is written and shown, and its versions."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.core.web import Line, Words
from xiaoer.knowledge.models import (
    ArticleState,
    Kind,
    MediaKind,
    ReviewReason,
)
from xiaoer.knowledge.models.articles import LONGEST_BODY

Title = Annotated[Line, Field(min_length=1, max_length=200)]
Body = Annotated[Words, Field(max_length=LONGEST_BODY)]
Name = Annotated[Line, Field(min_length=1, max_length=60)]
Note = Annotated[Words, Field(max_length=2000)]
Short = Annotated[Words, Field(max_length=200)]


class Media(BaseModel):
    """A video, or one pictured step. One of `file_id` (an upload) and `url` (https) says where."""

    kind: MediaKind
    file_id: UUID | None = None
    url: Annotated[str, Field(max_length=500)] | None = None
    text: Short = ""
    text_en: Short = ""


class MediaOut(BaseModel):
    kind: MediaKind
    src: str
    """Where a browser finds it."""
    file_id: UUID | None
    url: str | None
    text: str
    text_en: str


class ArticleIn(BaseModel):
    """An article as it should be from now on; its words wait for being published."""

    kind: Kind
    category_id: UUID
    public: bool = False
    product_ids: Annotated[list[UUID], Field(max_length=200)] = []
    policy_tables: Annotated[list[Annotated[str, Field(max_length=60)]], Field(max_length=20)] = []
    owner_id: UUID | None = None
    review_days: Annotated[int, Field(ge=1, le=3650)] = 180
    effective_from: dt.datetime | None = None
    effective_until: dt.datetime | None = None
    title: Title
    body: Body = ""
    title_en: Annotated[Line, Field(max_length=200)] = ""
    body_en: Body = ""
    questions: Annotated[list[Title], Field(max_length=50)] = []
    media: Annotated[list[Media], Field(max_length=30)] = []
    note: Short = ""


class NewArticle(ArticleIn):
    shop_id: UUID


class ChangedArticle(ArticleIn):
    version: Annotated[int, Field(ge=1)]
    """The one that was looked at while writing."""


class WhichVersion(BaseModel):
    version: Annotated[int, Field(ge=1)]


class Counts(BaseModel):
    views: int
    sent: int
    solved: int
    unsolved: int


class ArticleBrief(BaseModel):
    id: UUID
    shop_id: UUID
    number: int
    kind: Kind
    category_id: UUID
    state: ArticleState
    public: bool
    title: str
    title_en: str
    version: int
    """The version these words are of."""
    latest: int
    published: int | None
    owner: str | None
    owner_id: UUID | None
    review_due_at: dt.datetime | None
    review_reason: ReviewReason | None
    effective_from: dt.datetime | None
    effective_until: dt.datetime | None
    open_flags: int
    counts: Counts | None
    updated_at: dt.datetime


class ArticleOut(ArticleBrief):
    body: str
    body_en: str
    questions: list[str]
    media: list[MediaOut]
    product_ids: list[UUID]
    policy_tables: list[str]
    review_days: int
    reviewed_at: dt.datetime | None
    note: str


class ArticleList(BaseModel):
    items: list[ArticleBrief]
    next: str | None


class VersionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    version: int
    title: str
    body: str
    title_en: str
    body_en: str
    questions: list[str]
    note: str
    author_name: str
    at: dt.datetime
    published_at: dt.datetime | None
    published_by_name: str | None


class VersionList(BaseModel):
    items: list[VersionOut]
