"""Response figures split by one dimension and narrowed by others (RSP-3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.core.shops import Shop
from xiaoer.metrics.queries import rounds as reading
from xiaoer.metrics.queries.windows import Window, monday
from xiaoer.metrics.rules import rounds as rules
from xiaoer.metrics.rules import shifts
from xiaoer.metrics.rules.rounds import SUMMED, Figures, Key, Sums
from xiaoer.workforce import queries as workforce


class SplitBy(StrEnum):
    """What figures can be split by."""

    TOPIC = "topic"
    CHANNEL = "channel"
    AGENT = "agent"
    SHIFT = "shift"
    DAY = "day"
    WEEK = "week"
    HOUR = "hour"


_COLUMN = {
    SplitBy.TOPIC: "topic",
    SplitBy.CHANNEL: "channel",
    SplitBy.AGENT: "agent_id",
    SplitBy.SHIFT: "hour",
    SplitBy.HOUR: "hour",
    SplitBy.DAY: "NULL",
    SplitBy.WEEK: "NULL",
}
_CELLS = (
    "SELECT day, {column}, " + ", ".join(f"sum({name})" for name in SUMMED) + " FROM metrics_cells"
    " WHERE shop_id = %(shop)s AND day >= %(first)s AND day < %(until)s"
    " AND (%(channel)s::text IS NULL OR channel = %(channel)s)"
    " AND (%(topic)s::text IS NULL OR topic = %(topic)s)"
    " AND (%(agent)s::uuid IS NULL OR agent_id = %(agent)s)"
    " AND (%(hours)s::int[] IS NULL OR hour = ANY(%(hours)s)) GROUP BY 1, 2"
)


@dataclass(frozen=True)
class Narrowed:
    """Only rounds of this channel, topic, agent, shift or hour of the day. An empty topic or shift
    is none."""

    channel: str | None = None
    topic: str | None = None
    agent_id: UUID | None = None
    shift: str | None = None
    hour: int | None = None

    def hours(self, shop: Shop) -> list[int] | None:
        """The hours of the day that count; None: all."""
        if self.hour is not None:
            return [self.hour]
        if self.shift is None:
            return None
        found = shifts.by_hour(shifts.read(shop.settings))
        return [hour for hour in range(shifts.HOURS) if found.get(hour, "") == self.shift]

    def fits(self, key: Key, hours: Sequence[int] | None) -> bool:
        return (
            self.channel in (None, key.channel)
            and self.topic in (None, key.topic)
            and self.agent_id in (None, key.agent_id)
            and (hours is None or key.hour in hours)
        )


@dataclass(frozen=True)
class Line:
    """Figures of one value; `key` empty: of none (no topic, nobody, no shift)."""

    key: str
    label: str
    figures: Figures


@dataclass(frozen=True)
class Responses:
    """Of everything, of each value, and of each day of the window; `settled_until`: days before
    it are rolled up."""

    total: Figures
    lines: Sequence[Line]
    days: Sequence[tuple[date, Figures]]
    settled_until: date | None


Part = tuple[date, Any, Sums]
"""What was counted of a day for one value of a column."""


def responses(
    session: Session, shop: Shop, when: Window, by: SplitBy, only: Narrowed = Narrowed()
) -> Responses:
    """Two statements for rolled-up days and the rows since, and one for names."""
    total, of_day = Sums(), defaultdict[date, Sums](Sums)
    of_value: dict[str, Sums] = defaultdict(Sums)
    name = _namer(shop, by)
    for day, value, sums in parts(session, shop, when, by, only):
        total.add(sums)
        of_day[day].add(sums)
        of_value[name(day, value)].add(sums)
    labels = _labels(session, by, of_value)
    lines = [Line(key, labels.get(key, key), rules.figures(s)) for key, s in of_value.items()]
    return Responses(
        total=rules.figures(total),
        lines=_sorted(lines, by, shop),
        days=[(day, rules.figures(of_day[day])) for day in when.days],
        settled_until=reading.settled_until(session, shop.id),
    )


def parts(
    session: Session, shop: Shop, when: Window, by: SplitBy, only: Narrowed = Narrowed()
) -> list[Part]:
    """Every day is either rolled up or counted from its rows."""
    live = reading.live_from(session, shop.id, when.first)
    hours = only.hours(shop)
    values = {
        "shop": shop.id,
        "first": when.first,
        "until": min(live, when.last + timedelta(days=1)),
        "channel": only.channel,
        "topic": only.topic,
        "agent": only.agent_id,
        "hours": hours,
    }
    rows = db.read(session, _CELLS.format(column=_COLUMN[by]), values)
    found = [(row[0], row[1], Sums(*row[2:])) for row in rows]
    if live > when.last:
        return found
    for day, those in reading.by_day(session, shop, live, when.until).items():
        for key, sums in rules.cells(those, shop.zone).items():
            if only.fits(key, hours):
                found.append((day, _value(key, by), sums))
    return found


def _value(key: Key, by: SplitBy) -> Any:
    return None if _COLUMN[by] == "NULL" else getattr(key, _COLUMN[by])


def _namer(shop: Shop, by: SplitBy) -> Any:
    """From a day and a column's value to the key of a line."""
    of_hour = shifts.by_hour(shifts.read(shop.settings))

    def name(day: date, value: Any) -> str:
        if by is SplitBy.DAY:
            return day.isoformat()
        if by is SplitBy.WEEK:
            return monday(day).isoformat()
        if by is SplitBy.SHIFT:
            return of_hour.get(value, "")
        return "" if value is None else str(value)

    return name


def _labels(session: Session, by: SplitBy, keys: Iterable[str]) -> Mapping[str, str]:
    if by is not SplitBy.AGENT:
        return {}
    names = workforce.names(session, {UUID(key) for key in keys if key})
    return {str(agent_id): name for agent_id, name in names.items()}


def _sorted(lines: list[Line], by: SplitBy, shop: Shop) -> list[Line]:
    """Time in its order; else where most was asked first."""
    if by in (SplitBy.DAY, SplitBy.WEEK):
        return sorted(lines, key=lambda line: line.key)
    if by is SplitBy.HOUR:
        return sorted(lines, key=lambda line: int(line.key))
    if by is SplitBy.SHIFT:
        order = [each.name for each in shifts.read(shop.settings)]
        return sorted(lines, key=lambda line: order.index(line.key) if line.key in order else 99)
    return sorted(lines, key=lambda line: (-line.figures.rounds, line.label))
