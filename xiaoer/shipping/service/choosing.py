"""What a shop chooses for its shipping: which news customers hear by themselves, and how."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.promises import queries as promised
from xiaoer.shipping.events import ShippingSettingsChanged
from xiaoer.shipping.service.announcing import ON, QUICK_REFUND, USUAL
from xiaoer.shipping.service.owning import CARE_GROUP
from xiaoer.shipping.service.ruling import SETTINGS
from xiaoer.shipping.service.saying import CHANNELS
from xiaoer.shipping.service.wording import CHANNELS as USUAL_CHANNELS

CALENDAR = "calendar_id"


def chosen(session: Session, shop_id: UUID) -> dict[str, Any]:
    """The choices that hold: the shop's own, else the house's."""
    held = shops.get(session, shop_id).settings.get(SETTINGS, {})
    return {
        ON: {str(news): bool(held.get(ON, {}).get(news, usual)) for news, usual in USUAL.items()},
        CHANNELS: list(held.get(CHANNELS) or USUAL_CHANNELS),
        QUICK_REFUND: bool(held.get(QUICK_REFUND, False)),
        CALENDAR: held.get(CALENDAR),
        CARE_GROUP: held.get(CARE_GROUP),
    }


def choose(
    session: Session, actor: Actor, *, shop_id: UUID, changes: Mapping[str, Any]
) -> dict[str, Any]:
    """Change what is named in `changes`, and tell what stood there before. What was promised keeps
    its time. Raises `CalendarNotFound`."""
    actor.must(Permission.SHIPPING_MANAGE)
    shop = shops.held(session, actor, shop_id)
    if changes.get(CALENDAR):
        promised.calendar(session, actor, UUID(changes[CALENDAR]))
    old = chosen(session, shop_id)
    new = {name: old[ON] | dict(value) if name == ON else value for name, value in changes.items()}
    different = shops.choose(session, shop, SETTINGS, old, new)
    if different:
        events.emit(session, actor, ShippingSettingsChanged(shop_id=shop_id, changes=different))
    return chosen(session, shop_id)
