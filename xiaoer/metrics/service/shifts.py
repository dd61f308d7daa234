"""Setting the shifts of a shop."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.metrics.events import ShiftsSet
from xiaoer.metrics.rules import shifts as rules
from xiaoer.metrics.rules.shifts import Shift


def set_shifts(session: Session, actor: Actor, shop_id: UUID, shifts: Sequence[Shift]) -> None:
    """Figures are split by these from now on, also those of the past. Raises `ShiftsNotWhole`."""
    actor.must(Permission.METRICS_MANAGE)
    rules.check(shifts)
    shop = shops.held(session, actor, shop_id)
    old = {"shifts": rules.written(rules.read(shop.settings))}
    new = {"shifts": rules.written(shifts)}
    if shops.choose(session, shop, "metrics", old, new):
        events.emit(session, actor, ShiftsSet(shop_id=shop_id, shifts=new["shifts"]))
