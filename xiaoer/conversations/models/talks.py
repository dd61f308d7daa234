"""Conversations. The row carries what its list shows, so that a list is one range of one index
and a message is one update."""

from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    TextClause,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.conversations.models.states import Priority, State
from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc

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
        _index("ix_conversations_unassigned", "activity_at", "id", where=UNASSIGNED),
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
    hold_until: Mapped[Utc | None]
    """By when the customer was promised to hear the result of a check (`hold_promises`)."""
    hold_late: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    order_no: Mapped[str | None] = mapped_column(String(60))
    tags: Mapped[list[str]] = mapped_column(ARRAY(String(40)), default=list)
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    activity_at: Mapped[Utc] = mapped_column(default=clock.now)
    """When somebody last said something; lists show the most recent talk first."""
    version: Mapped[int] = mapped_column(BigInteger, default=1)
    """Grows with every change; a screen ignores an older row."""
