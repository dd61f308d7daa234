"""Journeys as they happen: pickup, hubs, delivery, and what goes wrong. Pure.

The same number plays the same journey, so that a rehearsal can be repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

HUBS = (
    "杭州转运中心",
    "上海转运中心",
    "武汉转运中心",
    "广州转运中心",
    "成都转运中心",
    "郑州转运中心",
)


class Kind(StrEnum):
    NORMAL = "normal"
    LOCKER = "locker"
    """Put into a locker and fetched from there."""
    SLOW = "slow"
    """Stands still between hubs for days."""
    REFUSED = "refused"
    """Refused at the door, and goes back."""
    LOST = "lost"
    """No word after a hub."""
    FAKE = "fake"
    """A number and never a scan."""
    TRACELESS = "traceless"
    """Scanned once, and nothing after."""


@dataclass(frozen=True, slots=True)
class Step:
    """A scan, so many hours after the label."""

    hours: float
    code: str
    text: str
    place: str


def plan(number: str, kind: Kind = Kind.NORMAL, *, pickup_hours: float | None = None) -> list[Step]:
    """The scans of this number's journey, in order of time."""
    luck = Random(number)
    hubs = luck.sample(HUBS, 2)
    wait = luck.uniform(2, 14) if pickup_hours is None else pickup_hours
    label = Step(0.0, "101", "商家已下单", "")
    pickup = Step(wait, "103", f"【{hubs[0]}】快件已揽收", hubs[0])
    if kind is Kind.FAKE:
        return [label]
    if kind is Kind.TRACELESS:
        return [label, pickup]
    steps = [label, pickup, *_through(hubs, wait, luck, slow=kind is Kind.SLOW)]
    if kind is Kind.LOST:
        return steps[:3]
    return [*steps, *_last_leg(steps[-1].hours, hubs[1], kind, luck)]


def _through(hubs: Sequence[str], start: float, luck: Random, *, slow: bool) -> list[Step]:
    first = start + luck.uniform(3, 9)
    second = first + luck.uniform(10, 26) + (96 if slow else 0)
    return [
        Step(first, "1002", f"快件离开【{hubs[0]}】，已发往【{hubs[1]}】", hubs[0]),
        Step(second, "1001", f"快件到达【{hubs[1]}】", hubs[1]),
    ]


def _last_leg(start: float, place: str, kind: Kind, luck: Random) -> list[Step]:
    out = start + luck.uniform(4, 12)
    leaving = Step(out, "5", "快件正在派送，请保持电话畅通", place)
    if kind is Kind.LOCKER:
        return [
            leaving,
            Step(out + 2, "501", "快件已存放至驿站，请及时取件", place),
            Step(out + 20, "304", "快件已从驿站取出", place),
        ]
    if kind is Kind.REFUSED:
        return [
            leaving,
            Step(out + 3, "14", "收件人拒收", place),
            Step(out + 10, "6", "快件退回中", place),
            Step(out + 60, "3", "退件已签收", place),
        ]
    code = luck.choice(("301", "301", "303"))
    said = "本人签收" if code == "301" else "家人代签"
    return [leaving, Step(out + luck.uniform(1, 6), code, f"快件已签收：{said}", place)]


def usual(number: str) -> Kind:
    """What this number plays unless it was told otherwise: nine of ten arrive."""
    luck = int.from_bytes(number.encode()) % 41
    return _LUCK.get(luck, Kind.NORMAL)


_LUCK = {
    0: Kind.SLOW, 1: Kind.SLOW, 2: Kind.REFUSED, 3: Kind.LOST, 4: Kind.FAKE,
    5: Kind.LOCKER, 6: Kind.LOCKER, 7: Kind.LOCKER, 8: Kind.LOCKER,
}  # fmt: skip
