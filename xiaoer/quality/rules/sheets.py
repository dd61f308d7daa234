"""What a sheet asks, and what the points given come to. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from xiaoer.quality.errors import PointsMissing, PointsOutside, SheetNotWhole
from xiaoer.quality.models import SheetKind, Skill

WHOLE_BP = 10_000


@dataclass(frozen=True)
class Criterion:
    """What is looked at. `tip`: how to do it well, also shown while it can still be done."""

    code: str
    skill: Skill
    points: int
    zh: str
    en: str
    tip_zh: str = ""
    tip_en: str = ""


def read(criteria: Iterable[Mapping[str, Any]]) -> list[Criterion]:
    return [Criterion(**{**each, "skill": Skill(each["skill"])}) for each in criteria]


def check(criteria: Sequence[Criterion]) -> None:
    """Raise `SheetNotWhole` for what nobody could be scored by."""
    codes = {each.code for each in criteria}
    if not criteria or len(codes) < len(criteria) or any(each.points < 1 for each in criteria):
        raise SheetNotWhole


def total_bp(criteria: Sequence[Criterion], points: Mapping[str, int]) -> int:
    """Points given of all there are, in ten thousandths.

    Raises `PointsMissing` unless each criterion has points, `PointsOutside` for too many.
    """
    if missing := [each.zh for each in criteria if each.code not in points]:
        raise PointsMissing(criteria="、".join(missing))
    for each in criteria:
        if not 0 <= points[each.code] <= each.points:
            raise PointsOutside(criterion=each.zh, most=each.points)
    given = sum(points[each.code] for each in criteria)
    return round(given * WHOLE_BP / sum(each.points for each in criteria))


def by_skill(
    scored: Iterable[tuple[Sequence[Criterion], Mapping[str, int]]],
) -> dict[Skill, int]:
    """Points given of those there were for each skill, in ten thousandths, over several scores."""
    given: dict[Skill, int] = defaultdict(int)
    most: dict[Skill, int] = defaultdict(int)
    for criteria, points in scored:
        for each in criteria:
            given[each.skill] += points[each.code]
            most[each.skill] += each.points
    return {skill: round(given[skill] * WHOLE_BP / most[skill]) for skill in Skill if most[skill]}


@cache
def shipped(kind: SheetKind) -> tuple[Criterion, ...]:
    """The sheet every shop begins with."""
    raw = files("xiaoer.quality") / "shipped" / "sheets.json"
    return tuple(read(orjson.loads(raw.read_bytes())[kind.value]))
