"""What customers think of a talk, and what many of them ask."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class TalkRating(Model):
    """How content a customer was with a talk, 1 to 5; the last word counts."""

    __tablename__ = "conversation_ratings"
    __table_args__ = (
        CheckConstraint("score BETWEEN 1 AND 5", name="score_is_known"),
        Index("ix_conversation_ratings_shop", "shop_id", "at"),
    )

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    shop_id: Mapped[UUID]
    agent_id: Mapped[UUID | None]
    """Who served it last."""
    score: Mapped[int] = mapped_column(SmallInteger)
    comment: Mapped[str] = mapped_column(String(500), default="")
    at: Mapped[Utc] = mapped_column(default=clock.now)


class HotState(StrEnum):
    OPEN = "open"
    """No phrase answers it yet."""
    COVERED = "covered"
    DISMISSED = "dismissed"


class HotQuestion(Model):
    """咨询热点: what many customers asked lately, in different words (QP-2)."""

    __tablename__ = "hot_questions"
    __table_args__ = (
        CheckConstraint("times > 0", name="asked_at_least_once"),
        CheckConstraint("(state = 'covered') = (phrase_id IS NOT NULL)", name="phrase_is_named"),
        Index("uq_hot_questions_key", "shop_id", "key", unique=True),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    key: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(String(200))
    """The wording most of them used."""
    times: Mapped[int]
    """In the period that was looked at last."""
    state: Mapped[HotState] = mapped_column(one_of(HotState), default=HotState.OPEN)
    phrase_id: Mapped[UUID | None]
    example_id: Mapped[UUID]
    """A talk in which it was asked."""
    last_at: Mapped[Utc]
    mined_at: Mapped[Utc] = mapped_column(default=clock.now)
