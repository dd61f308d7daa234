"""How a shop serves a channel: hours, targets and standing texts (CHN-4, RSP-4)."""

from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations.events import ChannelSettingsChanged
from xiaoer.conversations.models import (
    HOLD_ALERT_SEC,
    HOLD_CONTACT_RATIO,
    HOLD_LOOKUP_SEC,
    ChannelSettings,
)
from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases.rules.care import Change
from xiaoer.promises import queries as promises
from xiaoer.promises.errors import CalendarNotFound

TOLD = {
    "open_hours": Change("营业时间", "opening hours"),
    "first_response_target_sec": Change("首次响应目标", "target of the first answer"),
    "response_target_sec": Change("响应目标", "target of answers"),
    "welcome_text": Change("欢迎语", "welcome"),
    "offline_text": Change("离线留言", "text outside the hours"),
    "signature_zh": Change("签名", "signature"),
    "signature_en": Change("英文签名", "English signature"),
}
"""What ready words may repeat of the settings."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What may be set; seconds count in the channel's open hours."""

    open_hours: UUID | None
    first_response_target_sec: int
    response_target_sec: int
    amber_ratio: float
    requeue_after_sec: int | None
    skill: str | None
    signature_zh: str
    signature_en: str
    welcome_text: str
    offline_text: str
    hold_contact_ratio: float = HOLD_CONTACT_RATIO
    hold_alert_sec: int = HOLD_ALERT_SEC
    hold_lookup_sec: int = HOLD_LOOKUP_SEC


def get(session: Session, actor: Actor, shop_id: UUID, channel: str) -> ChannelSettings:
    """The settings, or those that hold while nobody has set any."""
    actor.must(Permission.CONVERSATIONS_READ)
    shops.must_reach(actor, shop_id)
    found = session.get(ChannelSettings, (shop_id, channel))
    return found or ChannelSettings.usual(shop_id, channel)


def change(
    session: Session, actor: Actor, shop_id: UUID, channel: str, settings: Settings
) -> ChannelSettings:
    """Set all of it. Customers who wait already keep the target they were given."""
    actor.must(Permission.CHANNELS_MANAGE)
    shops.must_reach(actor, shop_id)
    if settings.open_hours is not None:
        calendar = promises.calendar(session, actor, settings.open_hours)
        if calendar.shop_id != shop_id:
            raise CalendarNotFound
    held = session.get(ChannelSettings, (shop_id, channel), with_for_update=True)
    held = held or ChannelSettings.usual(shop_id, channel)
    session.add(held)
    wanted = asdict(settings)
    changed = [name for name, value in wanted.items() if getattr(held, name) != value]
    for name in changed:
        setattr(held, name, wanted[name])
    session.flush()
    if changed:
        told = ChannelSettingsChanged(shop_id=shop_id, channel=channel, changed=changed)
        events.emit(session, actor, told)
    return held


def open_by(session: Session, calendar_id: UUID) -> list[str]:
    """Channels with the hours of this calendar."""
    query = select(ChannelSettings.channel).where(ChannelSettings.open_hours == calendar_id)
    return list(session.scalars(query))
