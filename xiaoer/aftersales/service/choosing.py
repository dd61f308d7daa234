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
    shop = shops.held(session, actor, shop_id)
    before = rules.choices_of(shop.settings.get(SETTINGS, {}))
    made = replace(before, **_whole(before, changes))
    rules.check_choices(made)
    if made.calendar_id is not None:
        promised.calendar(session, actor, made.calendar_id)
    different = shops.choose(session, shop, SETTINGS, before.plain(), made.plain())
    if different:
        events.emit(session, actor, ChoicesMade(shop_id=shop_id, changes=different))
    return made
