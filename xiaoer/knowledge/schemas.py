"""Knowledge on the wire."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.core.web import Line, Words
from xiaoer.knowledge.models import (
    ArticleState,
    FlagKind,
    GapSource,
    GapState,
    Kind,
    MediaKind,
    Resolution,
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


class FoundOut(BaseModel):
    """`answers`: near enough to be taken for an answer, not just the nearest there is."""

    article: ArticleOut
    score: float
    wording: str
    answers: bool


class HitList(BaseModel):
    items: list[FoundOut]
    usage: bool
    """Somebody cannot cope with a thing: guides stand first."""


class SectionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    key: str
    heading: str
    text: str


class CardOut(BaseModel):
    """What is known about a product, one published version for all who look."""

    sections: list[SectionOut]
    articles: list[ArticleOut]


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


class CategoryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    code: str | None
    name_zh: str
    name_en: str
    position: int
    active: bool


class CategoryList(BaseModel):
    items: list[CategoryOut]


class NewCategory(BaseModel):
    name_zh: Name
    name_en: Name | None = None


class CategoryIn(BaseModel):
    name_zh: Name | None = None
    name_en: Name | None = None
    active: bool | None = None


class CategoryOrder(BaseModel):
    ids: list[UUID]


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
