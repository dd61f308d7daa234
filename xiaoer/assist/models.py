"""What was read out of each talk, what a shop has switched, and what its agents taught."""

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class Reading(Model):
    """A talk as far as it was read: its topic, its mood and what was picked out. No words of the
    customer are kept here but order numbers and the few that showed the mood."""

    __tablename__ = "assist_readings"
    __table_args__ = (
        CheckConstraint("risk BETWEEN 0 AND 3", name="risk_is_known"),
        Index("ix_assist_readings_tense", "shop_id", "read_at", postgresql_where=text("risk >= 2")),
    )

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    shop_id: Mapped[UUID]
    seq: Mapped[int] = mapped_column(default=0)
    """The last customer message that was read."""
    topic: Mapped[str | None] = mapped_column(String(80))
    topic_share: Mapped[float] = mapped_column(default=0)
    consultations: Mapped[list[str]] = mapped_column(
        ARRAY(String(20)), default=list, server_default=text("'{}'")
    )
    """Every kind of consultation the talk has touched (RSP-2)."""
    topic_by: Mapped[UUID | None]
    """The agent who set the topic by hand; then no model changes it."""
    moods: Mapped[list[str]] = mapped_column(ARRAY(String(20)), default=list)
    mood_words: Mapped[list[str]] = mapped_column(ARRAY(String(40)), default=list)
    mood_seq: Mapped[int | None]
    risk: Mapped[int] = mapped_column(default=0)
    hardest: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """The highest risk it ever had: a hard talk stays one when it ends well (EMT-4)."""
    urges: Mapped[int] = mapped_column(default=0)
    """How often the customer urged the shipment."""
    order_nos: Mapped[list[str]] = mapped_column(ARRAY(String(60)), default=list)
    read_at: Mapped[Utc] = mapped_column(default=clock.now)


class ReadingPlace(Model):
    """How far the events have been read; one row, held by whoever reads."""

    __tablename__ = "assist_place"

    id: Mapped[int] = mapped_column(primary_key=True)
    xid: Mapped[int] = mapped_column(BigInteger)
    event_id: Mapped[int] = mapped_column(BigInteger)


class Switch(Model):
    """A feature a shop has switched, away from what it is by default."""

    __tablename__ = "assist_switches"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    feature: Mapped[str] = mapped_column(String(20), primary_key=True)
    on: Mapped[bool]


class Taught(Model):
    """A label an agent gave to a customer's words: what a shop's own model learns from."""

    __tablename__ = "assist_taught"
    __table_args__ = (Index("ix_assist_taught_shop", "shop_id", "id"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    conversation_id: Mapped[UUID]
    task: Mapped[str] = mapped_column(String(10))
    label: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    agent_id: Mapped[UUID | None]
    at: Mapped[Utc] = mapped_column(default=clock.now)


class BotTalk(Model):
    """How the bot does in a talk nobody serves."""

    __tablename__ = "assist_bot_talks"

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    shop_id: Mapped[UUID]
    seq: Mapped[int] = mapped_column(default=0)
    """The last customer message it has considered."""
    answered: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    """In a row."""
    handed_over: Mapped[str | None] = mapped_column(String(20))
    """Why it speaks no more in this talk."""
    asking: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """The request for money back that the customer was shown and has not agreed to yet."""


class CoolDown(Model):
    """An agent rests a little after a hard talk, and is back by itself."""

    __tablename__ = "assist_cool_downs"

    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"), primary_key=True)
    started_at: Mapped[Utc]
    until: Mapped[Utc]


class Guided(Model):
    """What a customer answered to guided questions, to be the fields of a case (CMM-6)."""

    __tablename__ = "assist_guided"
    __table_args__ = (
        CheckConstraint("items = '{}' OR order_id IS NOT NULL", name="items_of_an_order"),
    )

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    shop_id: Mapped[UUID]
    script: Mapped[str] = mapped_column(String(20))
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("orders.id"))
    said: Mapped[dict[str, str]] = mapped_column(JSONB, default=dict)
    items: Mapped[dict[str, int]] = mapped_column(JSONB, default=dict)
    evidence: Mapped[list[str]] = mapped_column(ARRAY(String(30)), default=list)
    agent_id: Mapped[UUID | None]
    at: Mapped[Utc] = mapped_column(default=clock.now)
