"""Articles, their versions, and what the search reads of them."""

import datetime as dt
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of

LONGEST_BODY = 20_000


class Kind(StrEnum):
    """What an article is (KB-1, GDE-1)."""

    PRODUCT = "product"
    POLICY = "policy"
    FAQ = "faq"
    GUIDE = "guide"


class ArticleState(StrEnum):
    DRAFT = "draft"
    """Not published yet."""
    PUBLISHED = "published"
    RETIRED = "retired"


class ReviewReason(StrEnum):
    """Why an article is to be looked at again."""

    OVERDUE = "overdue"
    """Its review cycle has run out (KB-3)."""
    POLICY = "policy"
    """A policy it depends on has changed (POL-8)."""


class MediaKind(StrEnum):
    VIDEO = "video"
    IMAGE = "image"


class ArticleCategory(Model):
    """One of the managed list that desk and FAQ sort articles by."""

    __tablename__ = "article_categories"

    id: Mapped[Id]
    code: Mapped[str | None] = mapped_column(String(30), unique=True)
    """Of those we bring; none: added by the house."""
    name_zh: Mapped[str] = mapped_column(String(60), unique=True)
    name_en: Mapped[str] = mapped_column(String(60), unique=True)
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)


class Article(Model):
    """What holds for all versions of an article: where it belongs, who keeps it, since when."""

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint("(state = 'draft') = (published IS NULL)", name="published_has_a_version"),
        CheckConstraint("published <= latest", name="published_is_written"),
        CheckConstraint("effective_until > effective_from", name="effective_for_a_time"),
        CheckConstraint("review_days BETWEEN 1 AND 3650", name="review_cycle_is_sane"),
        CheckConstraint(
            "(review_reason IS NULL) = (review_since IS NULL)", name="review_has_a_time"
        ),
        Index("uq_articles_shop_id_number", "shop_id", "number", unique=True),
        Index("ix_articles_shop_revision", "shop_id", "revision"),
        Index("ix_articles_shop_updated", "shop_id", text("updated_at DESC"), text("id DESC")),
        Index(
            "ix_articles_policy_tables",
            "policy_tables",
            postgresql_using="gin",
            postgresql_where=text("state = 'published'"),
        ),
        Index(
            "ix_articles_product_ids",
            "product_ids",
            postgresql_using="gin",
            postgresql_where=text("state = 'published'"),
        ),
        Index(
            "ix_articles_review_due",
            "review_due_at",
            postgresql_where=text("state = 'published' AND review_reason IS NULL"),
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    kind: Mapped[Kind] = mapped_column(one_of(Kind))
    category_id: Mapped[UUID] = mapped_column(ForeignKey("article_categories.id"))
    state: Mapped[ArticleState] = mapped_column(one_of(ArticleState), default=ArticleState.DRAFT)
    public: Mapped[bool] = mapped_column(default=False)
    """Customers read it too, in the FAQ."""
    product_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), default=list)
    """The products it is about; none: of the whole shop."""
    policy_tables: Mapped[list[str]] = mapped_column(ARRAY(String(60)), default=list)
    """The policies it repeats: when one changes it is to be reviewed."""
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("agents.id"))
    review_days: Mapped[int] = mapped_column(default=180)
    reviewed_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    review_due_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    review_reason: Mapped[ReviewReason | None] = mapped_column(one_of(ReviewReason))
    review_since: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    effective_from: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    effective_until: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    latest: Mapped[int] = mapped_column(default=1)
    """The version written last; it may be a draft beside the published one."""
    published: Mapped[int | None]
    """The version everybody reads, desk and customers alike (KB-5)."""
    revision: Mapped[int] = mapped_column(default=0)
    """Counts up in the shop with every change of what the search may find."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)


class ArticleVersion(Model):
    """The words of an article as somebody wrote them. Never changed."""

    __tablename__ = "article_versions"
    __table_args__ = (
        CheckConstraint(f"length(body) <= {LONGEST_BODY}", name="body_has_an_end"),
        CheckConstraint(f"length(body_en) <= {LONGEST_BODY}", name="english_body_has_an_end"),
    )

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    title_en: Mapped[str] = mapped_column(String(200), default="")
    body_en: Mapped[str] = mapped_column(Text, default="")
    questions: Mapped[list[str]] = mapped_column(ARRAY(String(200)), default=list)
    """Other wordings of the question, in either language, that should find it."""
    media: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    """Videos and pictured steps in their order (GDE-1, GDE-2)."""
    note: Mapped[str] = mapped_column(String(200), default="")
    author_id: Mapped[UUID | None]
    author_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    published_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    published_by_name: Mapped[str | None] = mapped_column(String(100))


class ArticleEntry(Model):
    """One wording by which a published article is found, made ready for the search.

    `features` is what `ranking.features` makes of the text: the index of a process is put together
    from these rows without reading a text again.
    """

    __tablename__ = "article_entries"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(200))
    features: Mapped[bytes] = mapped_column(LargeBinary)
