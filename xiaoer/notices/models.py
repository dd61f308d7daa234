"""Notices, every attempt to send them, and the words they are made of."""

import datetime as dt
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class NoticeState(StrEnum):
    QUEUED = "queued"
    """To be sent, or to be sent again, or by the next channel."""
    SENT = "sent"
    """A carrier has taken it."""
    DELIVERED = "delivered"
    FAILED = "failed"
    """No channel is left."""


class Purpose(StrEnum):
    SERVICE = "service"
    MARKETING = "marketing"
    """Only to those who agreed."""


class Outcome(StrEnum):
    UNDER_WAY = "under_way"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    """For good: this channel does not reach the customer."""
    UNREACHABLE = "unreachable"
    """No answer; whether it was sent is not known, so it goes again under the same key."""


class NoticeTemplate(Model):
    """The words of a kind of notice in one language; `{name}` is filled from the facts."""

    __tablename__ = "notice_templates"
    __table_args__ = (
        Index("uq_notice_templates_code", "shop_id", "code", "locale", unique=True),
        CheckConstraint("locale IN ('zh', 'en')", name="locale_is_spoken"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    code: Mapped[str] = mapped_column(String(40))
    locale: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(Text)
    purpose: Mapped[Purpose] = mapped_column(one_of(Purpose), default=Purpose.SERVICE)
    urgent: Mapped[bool] = mapped_column(default=False)
    """Sent at night too."""


class Notice(Model):
    """One message to one customer, by the first of `channels` that works."""

    __tablename__ = "notices"
    __table_args__ = (
        CheckConstraint("cardinality(channels) > 0", name="has_a_channel"),
        CheckConstraint("channel = ANY (channels)", name="channel_is_its_own"),
        CheckConstraint("(state = 'delivered') = (delivered_at IS NOT NULL)", name="arrived_when"),
        CheckConstraint("(state = 'failed') = (failed_at IS NOT NULL)", name="failed_when"),
        Index("ix_notices_shop", "shop_id", "created_at", "id"),
        Index("ix_notices_customer", "shop_id", "customer_id", "created_at"),
        Index(
            "ix_notices_subject",
            "subject_id",
            "created_at",
            postgresql_where=text("subject_id IS NOT NULL"),
        ),
        Index(
            "uq_notices_dedupe",
            "shop_id",
            "dedupe_key",
            unique=True,
            postgresql_where=text("dedupe_key IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    subject_type: Mapped[str | None] = mapped_column(String(30))
    subject_id: Mapped[UUID | None]
    template_code: Mapped[str] = mapped_column(String(40))
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    text: Mapped[str] = mapped_column(Text)
    urgent: Mapped[bool]
    channels: Mapped[list[str]] = mapped_column(ARRAY(String(20)))
    """In the order of preference."""
    channel: Mapped[str] = mapped_column(String(20))
    """The one it is at now."""
    state: Mapped[NoticeState] = mapped_column(one_of(NoticeState), default=NoticeState.QUEUED)
    tries: Mapped[int] = mapped_column(default=0)
    """Attempts on the present channel."""
    send_after: Mapped[Utc] = mapped_column(default=clock.now)
    claimed_until: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    """A worker is sending it and has not come back yet."""
    external_id: Mapped[str | None] = mapped_column(String(200))
    failure: Mapped[str] = mapped_column(Text, default="")
    dedupe_key: Mapped[str | None] = mapped_column(String(120))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    sent_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    delivered_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    failed_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class NoticeAttempt(Model):
    """One try to hand a notice to a carrier."""

    __tablename__ = "notice_attempts"

    notice_id: Mapped[UUID] = mapped_column(ForeignKey("notices.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[Outcome] = mapped_column(one_of(Outcome), default=Outcome.UNDER_WAY)
    detail: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[Utc] = mapped_column(default=clock.now)
    ended_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
