"""Windows in a shop's own days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop


@dataclass(frozen=True)
class Window:
    """Whole days of a shop, the last of them today unless it is one before."""

    since: datetime
    until: datetime
    timezone: str
    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=each) for each in range(self.length)]

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def window(shop: Shop, days: int) -> Window:
    """The last `days`, today included, up to now."""
    now = clock.now()
    last = now.astimezone(shop.zone).date()
    first = last - timedelta(days=days - 1)
    return Window(midnight(first, shop.zone), now, shop.timezone, first, last)


def before(shop: Shop, when: Window) -> Window:
    """As many days, just before."""
    last = when.first - timedelta(days=1)
    first = last - timedelta(days=when.length - 1)
    start, end = midnight(first, shop.zone), when.since
    return Window(start, end, shop.timezone, first, last)


def within(shop: Shop, when: Window, first: date | None, last: date | None) -> Window:
    """Those of its days; a day outside of it is none."""
    first, last = max(first or when.first, when.first), min(last or when.last, when.last)
    until = min(midnight(last + timedelta(days=1), shop.zone), when.until)
    return Window(midnight(first, shop.zone), until, shop.timezone, first, last)


def shop_of(session: Session, actor: Actor, shop_id: UUID) -> Shop:
    actor.must(Permission.METRICS_READ)
    shops.must_reach(actor, shop_id)
    return shops.get(session, shop_id)
