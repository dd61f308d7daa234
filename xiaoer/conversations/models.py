"""Conversations and what hangs on them. The row of a conversation carries what its list shows, so
that a list is one range of one index and a message is one update."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    TextClause,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class State(StrEnum):
    OPEN = "open"
    SNOOZED = "snoozed"
    CLOSED = "closed"


class Stage(StrEnum):
    """售前, 售中, 售后."""

    PRESALE = "presale"
    INSALE = "insale"
    AFTERSALE = "aftersale"


class Priority(StrEnum):
    NORMAL = "normal"
    HIGH = "high"


class Author(StrEnum):
    """Whose words a message holds; a note is for colleagues only."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"
    NOTE = "note"


class ViewScope(StrEnum):
    MINE = "mine"
    EVERYBODY = "everybody"


class MessageKind(StrEnum):
    TEXT = "text"
    IMAGE = "image"
    FILE = "file"
    CARD = "card"
    SYSTEM = "system"


FIRST_TARGET_SEC = 30
TARGET_SEC = 180
AMBER_RATIO = 0.7
"""Targets of a channel that nobody has set up; the share of a target after which amber shows."""

OPEN = text("state = 'open'")
SNOOZED = text("state = 'snoozed'")
CLOSED = text("state = 'closed'")
UNASSIGNED = text("state = 'open' AND assignee_id IS NULL")
WAITING = text("state = 'open' AND waiting_since IS NOT NULL")

SERVED = text("state = 'open' AND assignee_id IS NOT NULL")
STAGED = text("state = 'open' AND stage IS NOT NULL")
GOING_ON = text("state <> 'closed'")
LEFT = text("left_unanswered_at IS NOT NULL")


def _index(name: str, *columns: str, where: TextClause, unique: bool = False) -> Index:
    """A range per shop that holds the rows of one view only."""
    return Index(name, "shop_id", *columns, unique=unique, postgresql_where=where)


class Conversation(Model):
    """One contact between a customer and a shop over a channel."""

    __tablename__ = "conversations"
    __table_args__ = (
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_has_a_time"),
        CheckConstraint(
            "(state = 'snoozed') = (snoozed_until IS NOT NULL)", name="snoozed_has_an_end"
        ),
        CheckConstraint(
            "(state = 'open' AND assignee_id IS NULL) = (queued_at IS NOT NULL)",
            name="queued_when_nobody_serves",
        ),
        UniqueConstraint("shop_id", "number"),
        _index("uq_conversations_one_open", "customer_id", "channel", where=GOING_ON, unique=True),
        _index("ix_conversations_all", "activity_at", "id", where=OPEN),
        _index("ix_conversations_stage", "stage", "activity_at", "id", where=STAGED),
        _index("ix_conversations_queue", "queued_at", "id", where=UNASSIGNED),
        _index("ix_conversations_waiting", "waiting_since", "id", where=WAITING),
        _index("ix_conversations_snoozed", "activity_at", "id", where=SNOOZED),
        _index("ix_conversations_closed", "activity_at", "id", where=CLOSED),
        _index("ix_conversations_left", "left_unanswered_at", "id", where=LEFT),
        Index("ix_conversations_customer", "shop_id", "customer_id", "id"),
        Index(
            "ix_conversations_mine",
            "assignee_id",
            "shop_id",
            "activity_at",
            "id",
            postgresql_where=SERVED,
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    channel: Mapped[str] = mapped_column(String(20))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    state: Mapped[str] = mapped_column(String(10), default=State.OPEN)
    stage: Mapped[str | None] = mapped_column(String(10))
    priority: Mapped[str] = mapped_column(String(10), default=Priority.NORMAL)
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("agents.id"))
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent_groups.id"))
    skill: Mapped[str | None] = mapped_column(String(40))
    """What the agent must be able to do; None: anybody of the shop."""
    last_agent_id: Mapped[UUID | None]
    """Who served this customer before, asked first when it comes back."""
    queued_at: Mapped[Utc | None]
    waiting_since: Mapped[Utc | None]
    waiting_seq: Mapped[int | None]
    """The first customer message that no person has answered yet: the open turn."""
    last_seq: Mapped[int] = mapped_column(default=0)
    last_from: Mapped[str | None] = mapped_column(String(10))
    last_kind: Mapped[str | None] = mapped_column(String(10))
    last_text: Mapped[str | None] = mapped_column(String(120))
    last_at: Mapped[Utc | None]
    unread: Mapped[int] = mapped_column(default=0)
    """Customer messages after `staff_read_seq`; at least one when marked unread by hand."""
    staff_read_seq: Mapped[int] = mapped_column(default=0)
    staff_delivered_seq: Mapped[int] = mapped_column(default=0)
    customer_read_seq: Mapped[int] = mapped_column(default=0)
    customer_delivered_seq: Mapped[int] = mapped_column(default=0)
    first_response_sec: Mapped[float | None]
    responses: Mapped[int] = mapped_column(default=0)
    response_total_sec: Mapped[float] = mapped_column(default=0)
    snoozed_until: Mapped[Utc | None]
    closed_at: Mapped[Utc | None]
    closed_reason: Mapped[str | None] = mapped_column(String(40))
    left_unanswered_at: Mapped[Utc | None]
    """When the customer left while waiting (流失); None again when they come back."""
    left_waited_sec: Mapped[float | None]
    order_no: Mapped[str | None] = mapped_column(String(60))
    tags: Mapped[list[str]] = mapped_column(ARRAY(String(40)), default=list)
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    activity_at: Mapped[Utc] = mapped_column(default=clock.now)
    """When somebody last said something; lists show the most recent talk first."""
    version: Mapped[int] = mapped_column(BigInteger, default=1)
    """Grows with every change; a screen ignores an older row."""


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


class SavedView(Model):
    """A list somebody keeps, for herself or for everybody."""

    __tablename__ = "conversation_views"

    id: Mapped[Id]
    agent_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(String(60))
    scope: Mapped[str] = mapped_column(String(10))
    filters: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class ChannelSettings(Model):
    """How one shop serves one channel: hours, targets in seconds, signatures and standing texts."""

    __tablename__ = "channel_settings"
    __table_args__ = (
        CheckConstraint("first_response_target_sec > 0", name="first_target_is_positive"),
        CheckConstraint("response_target_sec > 0", name="target_is_positive"),
        CheckConstraint("amber_ratio > 0 AND amber_ratio <= 1", name="amber_before_red"),
    )

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    open_hours: Mapped[UUID | None]
    """A calendar of `promises`; None: always open."""
    first_response_target_sec: Mapped[int] = mapped_column(default=FIRST_TARGET_SEC)
    response_target_sec: Mapped[int] = mapped_column(default=TARGET_SEC)
    amber_ratio: Mapped[float] = mapped_column(default=AMBER_RATIO)
    requeue_after_sec: Mapped[int | None]
    """Waiting this long takes the talk from its agent back to the queue; None: never."""
    skill: Mapped[str | None] = mapped_column(String(40))
    signature_zh: Mapped[str] = mapped_column(String(200), default="")
    signature_en: Mapped[str] = mapped_column(String(200), default="")
    welcome_text: Mapped[str] = mapped_column(String(1000), default="")
    offline_text: Mapped[str] = mapped_column(String(1000), default="")

    @classmethod
    def usual(cls, shop_id: UUID, channel: str) -> "ChannelSettings":
        """What holds while nobody has set anything."""
        return cls(
            shop_id=shop_id,
            channel=channel,
            first_response_target_sec=FIRST_TARGET_SEC,
            response_target_sec=TARGET_SEC,
            amber_ratio=AMBER_RATIO,
            signature_zh="",
            signature_en="",
            welcome_text="",
            offline_text="",
        )


class ClosingReason(Model):
    """Why a conversation was closed; the house's own are known in every shop."""

    __tablename__ = "closing_reasons"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name_zh: Mapped[str] = mapped_column(String(60))
    name_en: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(SmallInteger)
    active: Mapped[bool] = mapped_column(default=True)
