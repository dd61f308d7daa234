"""What was said, whose turn it is, and what is only begun."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.conversations.models.states import MessageKind
from xiaoer.core.db import Id, Model, Utc


class Message(Model):
    """One message, private note or system line; `seq` has no gaps within a conversation."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        UniqueConstraint("conversation_id", "client_id"),
        Index(
            "ix_messages_search",
            "search",
            postgresql_using="gin",
            postgresql_with={"fastupdate": "on", "gin_pending_list_limit": "256"},
        ),
    )

    id: Mapped[Id]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"))
    shop_id: Mapped[UUID]
    seq: Mapped[int]
    client_id: Mapped[UUID]
    author: Mapped[str] = mapped_column(String(10))
    author_id: Mapped[UUID | None]
    author_name: Mapped[str] = mapped_column(String(100), default="")
    kind: Mapped[str] = mapped_column(String(10), default=MessageKind.TEXT)
    text: Mapped[str] = mapped_column(default="")
    attachments: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB)
    card: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    system: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    auto: Mapped[bool] = mapped_column(default=False)
    phrase_id: Mapped[UUID | None]
    at: Mapped[Utc]
    search: Mapped[Any | None] = mapped_column(TSVECTOR, deferred=True)
    """Words of the text, each behind its conversation's shelf (`rules.shelf`)."""


class Turn(Model):
    """对话轮次: the first unanswered question of the customer and the first answer by a person."""

    __tablename__ = "turns"
    __table_args__ = (
        CheckConstraint("(answer_seq IS NULL) = (answered_at IS NULL)", name="answered_has_a_time"),
        CheckConstraint("answered_at IS NULL OR dropped_at IS NULL", name="answered_or_dropped"),
        Index("ix_turns_shop", "shop_id", "asked_at"),
    )

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    question_seq: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[UUID]
    asked_at: Mapped[Utc]
    answer_seq: Mapped[int | None]
    answered_at: Mapped[Utc | None]
    agent_id: Mapped[UUID | None]
    seconds: Mapped[float | None]
    dropped_at: Mapped[Utc | None]
    """When the talk was closed without an answer."""


class Draft(Model):
    """What an agent began to write in a conversation."""

    __tablename__ = "drafts"

    agent_id: Mapped[UUID] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    text: Mapped[str]
    updated_at: Mapped[Utc]
