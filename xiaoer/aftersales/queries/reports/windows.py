"""The days a report looks at."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import aggregate_order_by

from xiaoer.core.shops import Shop

MOST = 100
"""Cases named behind a figure: the newest, or those that took longest."""


@dataclass(frozen=True)
class Window:
    """From `since` to `until`, both included."""

    since: datetime
    until: datetime
    timezone: str


def window(shop: Shop, days: int, now: datetime) -> Window:
    """The last `days` days of the shop's calendar, today included."""
    local = now.astimezone(shop.zone)
    first = local.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)
    return Window(first, now, str(shop.zone))


def newest(ids: Any, at: Any) -> Any:
    """The ids behind a figure, the newest first."""
    return func.array_agg(aggregate_order_by(ids, at.desc()))
