"""What people say of articles, and what they asked in vain."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class FlagKind(StrEnum):
    """What is amiss with an article (KB-6)."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    UNCLEAR = "unclear"


class Resolution(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"


class GapSource(StrEnum):
    """Who asked what no article answers (KB-4)."""

    DESK = "desk"
    FAQ = "faq"
    TALK = "talk"


class GapState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


class ArticleFlag(Model):
    """An agent says that a version is wrong, outdated or unclear, and perhaps what is right."""

    __tablename__ = "article_flags"
    __table_args__ = (
        CheckConstraint(
            "(resolution IS NULL) = (resolved_at IS NULL)", name="resolution_has_a_time"
        ),
        Index(
            "ix_article_flags_open",
            "shop_id",
            text("at DESC"),
            text("id DESC"),
            postgresql_where=text("resolution IS NULL"),
        ),
        Index("ix_article_flags_article_id", "article_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"))
    version: Mapped[int]
    kind: Mapped[FlagKind] = mapped_column(one_of(FlagKind))
    note: Mapped[str] = mapped_column(Text, default="")
    proposed: Mapped[str] = mapped_column(Text, default="")
    """The text that should stand there instead."""
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    resolution: Mapped[Resolution | None] = mapped_column(one_of(Resolution))
    answer: Mapped[str] = mapped_column(Text, default="")
    resolved_by_name: Mapped[str | None] = mapped_column(String(100))
    resolved_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class ArticleGap(Model):
    """A question asked in vain, counted; alike ones are one row."""

    __tablename__ = "article_gaps"
    __table_args__ = (
        CheckConstraint("times > 0", name="asked_at_least_once"),
        CheckConstraint("(state = 'answered') = (article_id IS NOT NULL)", name="answer_is_named"),
        Index("uq_article_gaps_shop_id_key", "shop_id", "key", unique=True),
        Index(
            "ix_article_gaps_open",
            "shop_id",
            text("times DESC"),
            text("id DESC"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    key: Mapped[str] = mapped_column(String(200))
    """The question without its politeness: what makes two alike."""
    question: Mapped[str] = mapped_column(String(200))
    source: Mapped[GapSource] = mapped_column(one_of(GapSource))
    times: Mapped[int] = mapped_column(default=1)
    state: Mapped[GapState] = mapped_column(one_of(GapState), default=GapState.OPEN)
    article_id: Mapped[UUID | None] = mapped_column(ForeignKey("articles.id"))
    first_at: Mapped[Utc] = mapped_column(default=clock.now)
    last_at: Mapped[Utc] = mapped_column(default=clock.now)


class ArticleCount(Model):
    """How often a published article was opened, sent and voted for (GDE-4)."""

    __tablename__ = "article_counts"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    views: Mapped[int] = mapped_column(default=0)
    sent: Mapped[int] = mapped_column(default=0)
    solved: Mapped[int] = mapped_column(default=0)
    unsolved: Mapped[int] = mapped_column(default=0)


class ArticleVote(Model):
    """One person's word on whether an article solved the problem; it can be changed."""

    __tablename__ = "article_votes"

    article_id: Mapped[UUID] = mapped_column(ForeignKey("articles.id"), primary_key=True)
    voter: Mapped[UUID] = mapped_column(primary_key=True)
    """An agent, or the name a customer's browser gave itself."""
    solved: Mapped[bool]
    version: Mapped[int]
    at: Mapped[Utc] = mapped_column(default=clock.now)
