"""Business time: hours of the week, exceptions by date, and time counted in them only.

All sums step from span to span in UTC, so a day that has 23 or 25 hours is counted as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from xiaoer.promises.errors import BadHours, NeverOpen

DAY_MINUTES = 24 * 60
LONGEST_CLOSURE = timedelta(days=366)
_CLOCK = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")


@dataclass(frozen=True)
class Span:
    """Open from `start` to `end`, minutes after the local midnight of the day it begins on.

    `end` past 24:00 lies on the next day.
    """

    start: int
    end: int


@dataclass(frozen=True)
class Hours:
    """When business is open. `days` are dates that do not follow their weekday (empty: closed).

    A span belongs to the day it begins on: a holiday closes the night that begins on it, and
    leaves the early hours that belong to the day before.
    """

    zone: ZoneInfo
    week: Mapping[int, Sequence[Span]]
    """ISO weekday 1–7 → spans."""
    days: Mapping[date, Sequence[Span]] = field(default_factory=dict)
    name: str = ""

    def of(self, day: date) -> Sequence[Span]:
        special = self.days.get(day)
        return self.week.get(day.isoweekday(), ()) if special is None else special


def add_business_time(hours: Hours | None, start: datetime, seconds: float) -> datetime:
    """The moment at which `seconds` of business time have passed since `start`.

    The end of a span is preferred to the start of the next one; no seconds are no wait.
    Without `hours` business never closes.
    """
    if hours is None or seconds <= 0:
        return start + timedelta(seconds=max(seconds, 0))
    left = timedelta(seconds=seconds)
    for opens, closes in _spans(hours, start):
        begins = max(opens, start)
        if closes - begins >= left:
            return begins + left
        left -= closes - begins
    raise NeverOpen(calendar=hours.name)


def business_seconds_between(hours: Hours | None, start: datetime, end: datetime) -> float:
    """Business seconds from `start` to `end`; negative when `end` is earlier."""
    if end < start:
        return -business_seconds_between(hours, end, start)
    if hours is None:
        return (end - start).total_seconds()
    passed = timedelta()
    try:
        for opens, closes in _spans(hours, start):
            if opens >= end:
                break
            passed += min(closes, end) - max(opens, start)
    except NeverOpen:
        pass  # closed for good: what was counted before is all there is
    return passed.total_seconds()


def is_open(hours: Hours | None, at: datetime) -> bool:
    return next_opening(hours, at) == at


def next_opening(hours: Hours | None, at: datetime) -> datetime:
    """`at` itself when business is open then, else when it opens next."""
    if hours is None:
        return at
    for opens, _ in _spans(hours, at):
        return max(opens, at)
    raise NeverOpen(calendar=hours.name)


def openings(
    hours: Hours, first: date, count: int
) -> list[tuple[date, list[tuple[datetime, datetime]]]]:
    """When business is open on each of `count` days from `first`, under the day it opens.

    A night that began before `first` is open from the midnight of `first`.
    """
    opened: dict[date, list[tuple[datetime, datetime]]] = {
        first + timedelta(days=number): [] for number in range(count)
    }
    start = _instant(hours.zone, first, 0, fold=0)
    end = _instant(hours.zone, first + timedelta(days=count), 0, fold=0)
    try:
        for opens, closes in _spans(hours, start):
            if opens >= end:
                break
            begins = max(opens, start).astimezone(hours.zone)
            opened[begins.date()].append((begins, closes.astimezone(hours.zone)))
    except NeverOpen:
        pass  # closed for good: days without hours
    return list(opened.items())


def parse_day(hours: Sequence[Sequence[str]]) -> tuple[Span, ...]:
    """`[["09:00", "12:00"], ["22:00", "06:00"]]` as spans: in order, none over another."""
    spans = sorted((_span(each) for each in hours), key=lambda span: span.start)
    for first, second in pairwise(spans):
        if second.start < first.end:
            raise BadHours(
                hours=_written(hours), why_zh="时间段互相重叠", why_en="the intervals overlap"
            )
    return tuple(spans)


def parse_week(week: Mapping[str, Sequence[Sequence[str]]]) -> dict[int, tuple[Span, ...]]:
    for weekday in week:
        if weekday not in {"1", "2", "3", "4", "5", "6", "7"}:
            raise BadHours(
                hours=weekday, why_zh="星期应为 1 到 7", why_en="weekdays are 1 to 7, from Monday"
            )
    return {int(weekday): parse_day(hours) for weekday, hours in week.items()}


def _span(pair: Sequence[str]) -> Span:
    if len(pair) != 2:
        raise BadHours(
            hours=_written([pair]), why_zh="应有开始和结束", why_en="a start and an end are needed"
        )
    start, end = _minutes(pair[0]), _minutes(pair[1])
    if start in (DAY_MINUTES, end):
        raise BadHours(hours=_written([pair]), why_zh="时间段为空", why_en="the interval is empty")
    return Span(start, end if end > start else end + DAY_MINUTES)


def _minutes(text: str) -> int:
    parts = _CLOCK.fullmatch(text)
    minutes = int(parts[1]) * 60 + int(parts[2]) if parts else DAY_MINUTES + 1
    if minutes > DAY_MINUTES:
        raise BadHours(hours=text, why_zh="时间应写作 09:00", why_en="write times like 09:00")
    return minutes


def _written(hours: Sequence[Sequence[str]]) -> str:
    return ", ".join("–".join(pair) for pair in hours)


def _spans(hours: Hours, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Open spans in UTC that end after `start`, ascending, none over another."""
    day = start.astimezone(hours.zone).date() - timedelta(days=1)
    covered = start
    opened_last = day
    while day - opened_last <= LONGEST_CLOSURE:
        for opens, closes in _of_day(hours, day):
            if closes > covered:
                # a night that reaches into the next day's hours counts once
                yield (opens if covered == start else max(opens, covered)), closes
                covered = closes
                opened_last = day
        day += timedelta(days=1)
    raise NeverOpen(calendar=hours.name)


def _of_day(hours: Hours, day: date) -> Iterator[tuple[datetime, datetime]]:
    for span in hours.of(day):
        # Where clocks go back an hour comes twice: open at its first, close at its second.
        opens = _instant(hours.zone, day, span.start, fold=0)
        closes = _instant(hours.zone, day, span.end, fold=1)
        if closes > opens:
            yield opens, closes


def _instant(zone: ZoneInfo, day: date, minutes: int, *, fold: int) -> datetime:
    days, rest = divmod(minutes, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60, fold=fold))
    return wall.replace(tzinfo=zone).astimezone(UTC)
