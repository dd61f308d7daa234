"""Replies that a rule gives, and when each customer last got one."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class Occasion(StrEnum):
    """When a rule speaks (RSP-7)."""

    OFF_DUTY = "off_duty"
    """The channel is closed."""
    PEAK = "peak"
    """More talks wait than `queue_over`."""
    QUEUED = "queued"
    """Nobody serves the talk yet."""
    KEYWORD = "keyword"
    """The message holds one of `keywords`, whoever serves."""


class AutoReply(Model):
    """A text that is sent by itself. The first rule that fits speaks, by `position`."""

    __tablename__ = "auto_replies"
    __table_args__ = (
        CheckConstraint("window_min BETWEEN 1 AND 10080", name="window_is_sane"),
        CheckConstraint(
            "(occasion = 'keyword') = (cardinality(keywords) > 0)", name="keywords_of_keyword"
        ),
        Index("ix_auto_replies_shop", "shop_id", "position"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    name: Mapped[str] = mapped_column(String(60))
    occasion: Mapped[Occasion] = mapped_column(one_of(Occasion))
    channel: Mapped[str | None] = mapped_column(String(20))
    """None: any."""
    keywords: Mapped[list[str]] = mapped_column(ARRAY(String(40)), default=list)
    queue_over: Mapped[int] = mapped_column(default=5)
    text: Mapped[str] = mapped_column(String(1000))
    window_min: Mapped[int] = mapped_column(default=30)
    """The same customer does not get it twice within so many minutes (RSP-9)."""
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)


class AutoReplySent(Model):
    """When a customer last got an automatic reply."""

    __tablename__ = "auto_reply_sendings"

    auto_reply_id: Mapped[UUID] = mapped_column(ForeignKey("auto_replies.id"), primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[Utc]
