"""Platforms' own rates, by day and over their own window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.shops import Shop
from xiaoer.metrics.models import PresetDay
from xiaoer.metrics.queries import rounds as reading
from xiaoer.metrics.queries.windows import window
from xiaoer.metrics.rules import presets
from xiaoer.metrics.rules.presets import Preset, Rate
from xiaoer.metrics.rules.rounds import share_bp


@dataclass(frozen=True)
class PlatformRate:
    preset: Preset
    good: int
    counted: int
    share_bp: int | None
    days: Sequence[tuple[date, int | None]]


def rates(session: Session, shop: Shop) -> list[PlatformRate]:
    """Each preset over its own days; two statements."""
    longest = max(each.days for each in presets.PRESETS)
    when = window(shop, longest)
    found: dict[tuple[str, date], Rate] = {}
    live = reading.live_from(session, shop.id, when.first)
    rolled = select(PresetDay).where(
        PresetDay.shop_id == shop.id, PresetDay.day >= when.first, PresetDay.day < live
    )
    for row in session.scalars(rolled):
        found[row.preset, row.day] = Rate(row.good, row.counted)
    for day, asked in reading.by_day(session, shop, live, when.until).items():
        for preset in presets.PRESETS:
            found[preset.code, day] = presets.rate(preset, asked, shop.zone)
    return [_rate(each, when.days[-each.days :], found) for each in presets.PRESETS]


def _rate(
    preset: Preset, days: Sequence[date], found: dict[tuple[str, date], Rate]
) -> PlatformRate:
    rates = [found.get((preset.code, day), Rate(0, 0)) for day in days]
    good, counted = sum(r.good for r in rates), sum(r.counted for r in rates)
    by_day = [(day, share_bp(r.good, r.counted)) for day, r in zip(days, rates, strict=True)]
    return PlatformRate(preset, good, counted, share_bp(good, counted), by_day)
