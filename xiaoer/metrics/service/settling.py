"""Rolling up days that no longer change, one after the other."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, ids
from xiaoer.core.db import Model
from xiaoer.core.shops import Shop
from xiaoer.metrics.models import AgentDay, Cell, PresetDay, Served, Settled
from xiaoer.metrics.queries import rounds as reading
from xiaoer.metrics.rules import people, presets
from xiaoer.metrics.rules import rounds as rules
from xiaoer.metrics.rules.rounds import SUMMED

OPEN_DAYS = 2
"""Today and yesterday still change: what was asked before midnight is answered after it."""
FARTHEST_DAYS = 400
"""Where nothing is rolled up yet, it begins at most so long ago."""
AT_ONCE = 31

_OLDEST = text("SELECT min(asked_at) FROM turns WHERE shop_id = :shop AND asked_at >= :since")


def settle(session: Session, shop: Shop) -> int:
    """Roll up the next days that no longer change; so many were, at most `AT_ONCE`.

    The row of the shop is locked: two jobs at once roll up nothing twice.
    """
    today = clock.now().astimezone(shop.zone).date()
    end = today - timedelta(days=OPEN_DAYS - 1)
    known = session.get(Settled, shop.id, with_for_update=True, populate_existing=True)
    if known is None:
        session.execute(
            pg_insert(Settled)
            .values(shop_id=shop.id, until=_beginning(session, shop, end))
            .on_conflict_do_nothing()
        )
        known = session.get(Settled, shop.id, with_for_update=True, populate_existing=True)
        assert known is not None
    days = [known.until + timedelta(days=each) for each in range((end - known.until).days)]
    for day in days[:AT_ONCE]:
        _roll_up(session, shop, day)
        known.until = day + timedelta(days=1)
    session.flush()
    return len(days[:AT_ONCE])


def _beginning(session: Session, shop: Shop, end: date) -> date:
    since = clock.now() - timedelta(days=FARTHEST_DAYS)
    oldest = session.scalar(_OLDEST, {"shop": shop.id, "since": since})
    return min(oldest.astimezone(shop.zone).date(), end) if oldest else end


def _roll_up(session: Session, shop: Shop, day: date) -> None:
    asked = reading.of_day(session, shop, day)
    if not asked:
        return
    at = {"shop_id": shop.id, "day": day}
    rates = ((each, presets.rate(each, asked, shop.zone)) for each in presets.PRESETS)
    rolled: dict[type[Model], list[dict[str, Any]]] = {
        Cell: [
            vars(key) | {"id": ids.new_id()} | {name: getattr(sums, name) for name in SUMMED}
            for key, sums in rules.cells(asked, shop.zone).items()
        ],
        AgentDay: [{"agent_id": who} | vars(own) for who, own in people.days(asked).items()],
        PresetDay: [{"preset": each.code} | vars(rate) for each, rate in rates if rate.counted],
        Served: [{"customer_id": who, "at": when} for who, when in rules.served(asked).items()],
    }
    for table, rows in rolled.items():
        if rows:
            session.execute(insert(table), [at | row for row in rows])
