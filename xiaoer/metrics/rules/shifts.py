"""Shifts: named hours of the day that figures are split by. Pure."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from xiaoer.metrics.errors import ShiftsNotWhole

HOURS = 24


@dataclass(frozen=True)
class Shift:
    """From the hour `begins` to before `ends`; an end not after its start is on the next day."""

    name: str
    begins: int
    ends: int

    @property
    def hours(self) -> list[int]:
        length = (self.ends - self.begins) % HOURS or HOURS
        return [(self.begins + each) % HOURS for each in range(length)]


USUAL = (Shift("早班", 8, 16), Shift("晚班", 16, 0), Shift("夜班", 0, 8))
"""What a shop is split by that has set nothing."""


def read(settings: dict[str, Any]) -> tuple[Shift, ...]:
    """The shifts of a shop's settings."""
    chosen = settings.get("metrics", {}).get("shifts")
    return tuple(Shift(**each) for each in chosen) if chosen else USUAL


def written(shifts: Sequence[Shift]) -> list[dict[str, Any]]:
    return [asdict(each) for each in shifts]


def check(shifts: Sequence[Shift]) -> None:
    """Raise `ShiftsNotWhole` for shifts without a name or that share an hour."""
    hours = [hour for each in shifts for hour in each.hours]
    names = {each.name for each in shifts}
    if not shifts or len(set(hours)) < len(hours) or len(names) < len(shifts):
        raise ShiftsNotWhole


def by_hour(shifts: Sequence[Shift]) -> dict[int, str]:
    """The shift of each hour; an hour of none is missing."""
    return {hour: each.name for each in shifts for hour in each.hours}
