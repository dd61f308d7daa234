"""How long a return took, leg by leg: what is ours, what the buyer's, the courier's (KP4-8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from xiaoer.aftersales.models.words import CaseKind


class Leg(StrEnum):
    """The five segments of a return-refund, in their order."""

    APPROVAL = "approval"
    MAILING = "mailing"
    TRANSIT = "transit"
    INSPECTION = "inspection"
    REFUND = "refund"


OURS = frozenset({Leg.APPROVAL, Leg.INSPECTION, Leg.REFUND})
"""What the shop itself can make shorter."""
TARGET_HOURS: Mapping[Leg, int] = {
    Leg.APPROVAL: 24,
    Leg.MAILING: 72,
    Leg.TRANSIT: 96,
    Leg.INSPECTION: 24,
    Leg.REFUND: 24,
}
"""Unless the shop sets its own."""


COMPLETE_HOURS: Mapping[CaseKind, int] = {CaseKind.REFUND_ONLY: 24, CaseKind.RETURN_REFUND: 168}
"""From the request to its end (RFU-8), unless the shop sets its own."""


@dataclass(frozen=True)
class Marks:
    """The moments at which one leg of a return ends and the next begins."""

    opened_at: datetime
    approved_at: datetime | None = None
    sent_at: datetime | None = None
    signed_at: datetime | None = None
    inspected_at: datetime | None = None
    paid_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Timed:
    """A leg of one case; without an end it goes on."""

    leg: Leg
    began_at: datetime
    ended_at: datetime | None
    seconds: int
    target_sec: int
    ours: bool

    @property
    def late(self) -> bool:
        return self.seconds > self.target_sec


def targets(hours: Mapping[Leg, int] = TARGET_HOURS) -> dict[Leg, int]:
    """Seconds a leg may take, of the shop's hours."""
    return {leg: hours[leg] * 3600 for leg in Leg}


def timed(marks: Marks, now: datetime, wanted: Mapping[Leg, int]) -> list[Timed]:
    """The legs that began. A leg whose end nobody noted ends with the next mark that is known."""
    points = [
        marks.approved_at, marks.sent_at, marks.signed_at, marks.inspected_at, marks.paid_at,
    ]  # fmt: skip
    found: list[Timed] = []
    began: datetime | None = marks.opened_at
    for number, leg in enumerate(Leg):
        if began is None:
            break
        ended = _first(points[number:])
        until = ended or marks.ended_at or now
        seconds = max(int((until - began).total_seconds()), 0)
        found.append(Timed(leg, began, ended or marks.ended_at, seconds, wanted[leg], leg in OURS))
        if ended is None:
            break
        began = ended
    return found


def _first(points: Sequence[datetime | None]) -> datetime | None:
    return next((each for each in points if each is not None), None)


class CourierLeg(StrEnum):
    """What a courier does with a parcel of a case (RET-19)."""

    PICK_UP = "pick_up"
    """From being handed in to the first scan."""
    TRANSIT = "transit"
    """From the first scan to the last one before the door."""
    SIGNATURE = "signature"
    """From there to the signature."""


_LAST_MILE = ("our_region", "out_for_delivery")


def of_courier(
    sent_at: datetime, scans: Sequence[Mapping[str, Any]], signed_at: datetime | None
) -> dict[CourierLeg, int]:
    """Seconds of each leg that can be told from the scans; each scan has `node` and `at`."""
    told = [(str(each["node"]), datetime.fromisoformat(str(each["at"]))) for each in scans]
    moving = [at for node, at in told if node not in ("none", "signed")]
    if not moving:
        return {}
    first = min(moving)
    found = {CourierLeg.PICK_UP: _seconds(sent_at, first)}
    near = [at for node, at in told if node in _LAST_MILE]
    if signed_at is None:
        return found
    last = min(near) if near else signed_at
    found[CourierLeg.TRANSIT] = _seconds(first, last)
    if near:
        found[CourierLeg.SIGNATURE] = _seconds(last, signed_at)
    return found


def _seconds(since: datetime, until: datetime) -> int:
    return max(int((until - since).total_seconds()), 0)
