"""The choices of a shop for its after-sales, and who changed them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.events import ChoicesMade
from xiaoer.aftersales.rules import Choices
from xiaoer.aftersales.service.clocks import SETTINGS
from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop
from xiaoer.promises import queries as promised


def _whole(before: Choices, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Targets that are not named stay as they are."""
    held = {name: getattr(before, name) for name in changes}
    return {
        name: {**held[name], **value} if isinstance(value, Mapping) else value
        for name, value in changes.items()
    }


def choose(session: Session, actor: Actor, *, shop_id: UUID, changes: Mapping[str, Any]) -> Choices:
    """Change what is named in `changes`, and tell what stood there before; cases that are open
    keep the clocks they have.

    Raises `ChoiceNotPossible`, `NoReturnMethod`, `CalendarNotFound`.
    """
    actor.must(Permission.AFTERSALES_MANAGE)
    if not actor.reaches(shop_id):
        raise shops.ShopNotFound(shop=shop_id)
    shop = session.get_one(Shop, shop_id, with_for_update=True, populate_existing=True)
    kept = shop.settings.get(SETTINGS, {})
    before = rules.choices_of(kept)
    made = replace(before, **_whole(before, changes))
    rules.check_choices(made)
    if made.calendar_id is not None:
        promised.calendar(session, actor, made.calendar_id)
    old, new = before.plain(), made.plain()
    different = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
    if different:
        chosen = kept | {name: new[name] for name in different}
        shop.settings = shop.settings | {SETTINGS: chosen}
        session.flush()
        events.emit(session, actor, ChoicesMade(shop_id=shop_id, changes=different))
    return made
