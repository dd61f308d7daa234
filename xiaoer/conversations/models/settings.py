"""What a shop and its people set up around talks."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.conversations.models.states import (
    AMBER_RATIO,
    FIRST_TARGET_SEC,
    HOLD_ALERT_SEC,
    HOLD_CONTACT_RATIO,
    HOLD_LOOKUP_SEC,
    TARGET_SEC,
)
from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


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
        CheckConstraint(
            "hold_contact_ratio > 0 AND hold_contact_ratio <= 1", name="contact_before_due"
        ),
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
    hold_contact_ratio: Mapped[float] = mapped_column(default=HOLD_CONTACT_RATIO)
    hold_alert_sec: Mapped[int] = mapped_column(default=HOLD_ALERT_SEC)
    hold_lookup_sec: Mapped[int] = mapped_column(default=HOLD_LOOKUP_SEC)
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
            hold_contact_ratio=HOLD_CONTACT_RATIO,
            hold_alert_sec=HOLD_ALERT_SEC,
            hold_lookup_sec=HOLD_LOOKUP_SEC,
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
