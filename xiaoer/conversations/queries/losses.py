"""流失: customers who left before a person answered, with how long they had waited (RSP-6).

Days and hours are the shop's: each shop is counted in its own time zone.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, Integer, cast, extract, false, func, or_, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation
from xiaoer.conversations.queries import rows
from xiaoer.core import clock, paging, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop

_left, _waited = Conversation.left_unanswered_at, Conversation.left_waited_sec
_local = func.timezone(Shop.timezone, _left)
_day, _hour = cast(_local, Date), cast(extract("hour", _local), Integer)


@dataclass(frozen=True)
class Window:
    """From the start of the shop's first day to now, for the shops of one time zone."""

    timezone: str
    start: datetime
    end: datetime
    shop_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Figures:
    """Of everybody who left in the windows, whatever part of them is listed."""

    total: int
    before_first_answer: int
    average_wait_sec: float | None
    median_wait_sec: float | None
    longest_wait_sec: float | None
    by_hour: list[int]
    """24 counts, by the hour of the shop's day."""
    by_day: list[tuple[date, int]]
    """Every day of the windows, also those on which nobody left."""


@dataclass(frozen=True)
class Part:
    """Which of the losses are listed: a day, an hour of the day, those never answered at all."""

    day: date | None = None
    hour: int | None = None
    never_answered: bool = False

    def clauses(self) -> list[ColumnElement[bool]]:
        asked = []
        if self.day is not None:
            asked.append(_day == self.day)
        if self.hour is not None:
            asked.append(_hour == self.hour)
        if self.never_answered:
            asked.append(Conversation.responses == 0)
        return asked


def windows(
    session: Session, actor: Actor, *, days: int, shop_id: UUID | None = None
) -> list[Window]:
    """The last `days` of the shops the actor reaches, today included, by time zone."""
    actor.must(Permission.CONVERSATIONS_READ)
    by_zone: dict[str, list[UUID]] = defaultdict(list)
    for shop in shops.visible_to(session, actor):
        if shop_id in (None, shop.id):
            by_zone[shop.timezone].append(shop.id)
    now = clock.now()
    return [
        Window(name, _midnight(now, name, days - 1), now, tuple(ids))
        for name, ids in sorted(by_zone.items())
    ]


def _midnight(now: datetime, timezone: str, days_ago: int) -> datetime:
    zone = ZoneInfo(timezone)
    day = now.astimezone(zone).date() - timedelta(days=days_ago)
    return datetime.combine(day, time(), zone)


def figures(session: Session, within: list[Window]) -> Figures:
    inside = _inside(within)
    total, first, average, median, longest = session.execute(
        select(
            func.count(),
            func.count().filter(Conversation.responses == 0),
            func.avg(_waited),
            func.percentile_cont(0.5).within_group(_waited),
            func.max(_waited),
        ).where(inside)
    ).one()
    counted = session.execute(
        select(_day, _hour, func.count())
        .select_from(Conversation)
        .join(Shop, Shop.id == Conversation.shop_id)
        .where(inside)
        .group_by(_day, _hour)
    ).all()
    by_hour, by_day = Counter[int](), Counter[date]()
    for day, hour, count in counted:
        by_hour[hour] += count
        by_day[day] += count
    hours = [by_hour[hour] for hour in range(24)]
    by_days = [(day, by_day[day]) for day in _days(within)]
    return Figures(total, first, average, median, longest, hours, by_days)


def _days(within: list[Window]) -> list[date]:
    """Where it is tomorrow already for some of the shops, that day is one of them."""
    if not within:
        return []
    first = min(each.start.date() for each in within)
    last = max(each.end.astimezone(ZoneInfo(each.timezone)).date() for each in within)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def page(
    session: Session,
    within: list[Window],
    part: Part,
    *,
    order: Literal["left", "waited"] = "left",
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[dict[str, Any]], str | None]:
    """Newest first, or who waited longest first. Who came back is no loss."""
    keys = (_left if order == "left" else _waited, Conversation.id)
    query = (
        select(Conversation.id, _left, _waited)
        .join(Shop, Shop.id == Conversation.shop_id)
        .where(_inside(within), *part.clauses())
    )
    if after is not None:
        kinds = (datetime if order == "left" else float, UUID)
        query = query.where(tuple_(*keys) < paging.keys(after, kinds))
    found = session.execute(query.order_by(*(key.desc() for key in keys)).limit(limit + 1)).all()
    known = rows.by_ids(session, [row.id for row in found[:limit]])
    items = [
        {"conversation": known[row.id], "left_at": row[1], "waited_sec": row[2]}
        for row in found[:limit]
    ]
    if len(found) <= limit:
        return items, None
    last = found[limit - 1]
    return items, paging.cursor(last[1] if order == "left" else last[2], last[0])


def _inside(within: list[Window]) -> ColumnElement[bool]:
    return or_(
        false(),
        *(
            Conversation.shop_id.in_(each.shop_ids) & (_left >= each.start) & (_left <= each.end)
            for each in within
        ),
    )
