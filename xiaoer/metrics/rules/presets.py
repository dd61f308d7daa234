"""How platforms measure response (domain.md §1): one way of counting with parameters, and what each
platform sets them to. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from zoneinfo import ZoneInfo

from xiaoer.metrics.rules.rounds import Round


class Unit(StrEnum):
    """What is one: a round, a talk by its first answer or its mean, a person on a day."""

    ROUND = "round"
    FIRST = "first"
    TALK_MEAN = "talk_mean"
    PERSON = "person"


@dataclass(frozen=True)
class Preset:
    """Good ones of those asked from `begins` to before `ends`, in the shop's time; a unit is good
    when the answer took at most `within_sec`. `ends` midnight: until the day is over."""

    code: str
    unit: Unit
    within_sec: int
    begins: time
    ends: time
    days: int
    zh: str
    en: str


MIDNIGHT = time(0)
PRESETS = (
    Preset(
        "taobao_3min", Unit.ROUND, 180, time(8), time(23), 30,
        "淘宝 3 分钟响应率：3 分钟内答复的轮次 ÷ 全部轮次，08:00–23:00 提问",
        "Taobao: rounds answered within 3 minutes of all rounds asked 08:00–23:00",
    ),
    Preset(
        "jd_first_30s", Unit.FIRST, 30, time(9), time(23), 30,
        "京东首次 30 秒应答率：首答不超过 30 秒的会话 ÷ 全部会话，09:00–23:00 进线",
        "JD: talks first answered within 30 seconds of all that began 09:00–23:00",
    ),
    Preset(
        "douyin_3min", Unit.TALK_MEAN, 180, time(8), time(23), 30,
        "抖音 3 分钟人工回复率：平均等待 ≤ 3 分钟的会话 ÷ 有提问的会话，08:00–23:00；没人接算 0",
        "Douyin: talks with an average wait within 3 minutes, 08:00–23:00; unanswered ones fail",
    ),
    Preset(
        "pdd_3min", Unit.PERSON, 180, time(8), time(23), 30,
        "拼多多 3 分钟人工回复率：每天按人算，每句都在 3 分钟内有人回的 ÷ 来问的，08:00–23:00",
        "PDD: people with every question answered within 3 minutes, by person and day, 08:00–23:00",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Rate:
    good: int
    counted: int


def rate(preset: Preset, rounds: Iterable[Round], zone: ZoneInfo) -> Rate:
    """Of the rounds of one day of the shop. Those of other days are another rate."""
    asked = [each for each in rounds if _inside(preset, each, zone)]
    if preset.unit is Unit.ROUND:
        groups: list[Sequence[Round]] = [[each] for each in asked]
    elif preset.unit is Unit.FIRST:
        groups = [[each] for each in asked if each.first]
    else:
        groups = _grouped(asked, by_person=preset.unit is Unit.PERSON)
    return Rate(sum(_good(preset, each) for each in groups), len(groups))


def _inside(preset: Preset, each: Round, zone: ZoneInfo) -> bool:
    at = each.asked_at.astimezone(zone).time()
    return preset.begins <= at and (preset.ends == MIDNIGHT or at < preset.ends)


def _grouped(rounds: Iterable[Round], *, by_person: bool) -> list[Sequence[Round]]:
    found: dict[object, list[Round]] = defaultdict(list)
    for each in rounds:
        found[each.customer_id if by_person else each.conversation_id].append(each)
    return list(found.values())


def _good(preset: Preset, rounds: Sequence[Round]) -> bool:
    waits = [each.seconds for each in rounds if each.seconds is not None]
    if preset.unit is Unit.TALK_MEAN:
        return bool(waits) and sum(waits) / len(waits) <= preset.within_sec
    return len(waits) == len(rounds) and max(waits) <= preset.within_sec
