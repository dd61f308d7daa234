from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class Mood(StrEnum):
    """How the twin behaves."""

    WELL = "well"
    SLOW = "slow"
    """Takes its time before it confirms."""
    AWAY = "away"
    """Confirms nothing and takes nothing."""
    FORGETFUL = "forgetful"
    """Takes the message and fails before it confirms, so that it is sent again."""


class TwinAccount(Model):
    """The stand-in account of one shop. A shop without a row has one that is well."""

    __tablename__ = "wechat_twins"
    __table_args__ = (
        CheckConstraint("mood IN ('well', 'slow', 'away', 'forgetful')", name="mood_is_known"),
    )

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    mood: Mapped[Mood] = mapped_column(String(10), default=Mood.WELL)


class TwinMessage(Model):
    """What stands on one phone: what the person wrote, and what arrived from the shop."""

    __tablename__ = "wechat_twin_messages"
    __table_args__ = (
        Index("uq_wechat_twin_messages_key", "shop_id", "message_key", unique=True),
        Index("ix_wechat_twin_messages_phone", "shop_id", "open_id", "id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    open_id: Mapped[str] = mapped_column(String(100))
    from_shop: Mapped[bool]
    message_key: Mapped[str] = mapped_column(String(100))
    """Names the message, so that a second delivery of it changes nothing."""
    text: Mapped[str]
    at: Mapped[Utc] = mapped_column(default=clock.now)
