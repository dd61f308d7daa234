"""How scores went from week to week. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Week:
    """`monday`: its first day in the shop's zone; `mean_bp` of so many scores."""

    monday: date
    scores: int
    mean_bp: int


def monday_of(at: datetime, zone: ZoneInfo) -> date:
    day = at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())


def weeks(scored: Iterable[tuple[datetime, int]], zone: ZoneInfo) -> list[Week]:
    """Weeks in which something was scored, the oldest first."""
    found: dict[date, list[int]] = defaultdict(list)
    for at, total_bp in scored:
        found[monday_of(at, zone)].append(total_bp)
    return [
        Week(day, len(all_), round(sum(all_) / len(all_))) for day, all_ in sorted(found.items())
    ]
