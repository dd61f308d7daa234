"""When an order must be shipped and picked up, and how near that is: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from xiaoer.orders.models import OrderStatus
from xiaoer.promises import rules as promises
from xiaoer.promises.rules import Hours
from xiaoer.shipping.models import Stage, Urgency

S = OrderStatus
STEPS = (Urgency.CALM, Urgency.SOON, Urgency.NEAR, Urgency.LAST)
NOT_OWED = frozenset({S.UNPAID, S.HELD, S.REFUNDING})
GONE = frozenset({S.CLOSED, S.CANCELLED})
TRAVELLED = frozenset({S.IN_TRANSIT, S.SIGNED, S.COMPLETED})
BY_SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock of shipping stands, announced beforehand."""

    starts_at: datetime
    ends_at: datetime
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an order as far as shipping goes."""

    source: str
    status: OrderStatus
    start: datetime | None
    """Payment; for cash on delivery the order itself."""
    presale_on: datetime | None
    promise_hours: int | None
    """The shortest time a product of the order is promised to be shipped in."""
    promised_ship_by: datetime | None
    marked_at: datetime | None
    handed_at: datetime | None
    held_sec: int = 0

    def facts(self) -> dict[str, Any]:
        """What `ship_deadlines` is asked with."""
        asked: dict[str, Any] = {
            "order.source": self.source,
            "order.presale": self.presale_on is not None,
        }
        if self.promise_hours is not None:
            asked["order.ship_promise_hours"] = self.promise_hours
        return asked


@dataclass(frozen=True, slots=True)
class Rule:
    """What the table says for such an order."""

    row: str
    version_id: UUID | None
    ship_hours: int
    pickup_hours: int
    overlooked_hours: int
    warn_hours: tuple[int, ...]
    business_time: bool
    complaint: bool

    @classmethod
    def of(cls, row: str, version_id: UUID, outputs: Mapping[str, Any]) -> "Rule":
        warnings = ("warn_first_hours", "warn_second_hours", "warn_last_hours")
        warn = {int(outputs[name]) for name in warnings if outputs.get(name)}
        ship = int(outputs.get("ship_hours", 48))
        return cls(
            row=row,
            version_id=version_id,
            ship_hours=ship,
            pickup_hours=max(int(outputs.get("pickup_hours", ship)), ship),
            overlooked_hours=int(outputs.get("overlooked_hours", ship // 4)),
            warn_hours=tuple(sorted(warn, reverse=True)),
            business_time=bool(outputs.get("business_time", False)),
            complaint=bool(outputs.get("complaint", False)),
        )


@dataclass(frozen=True, slots=True)
class Deadlines:
    ship_by: datetime
    pickup_by: datetime
    overlook_at: datetime
    row: str


def deadlines(
    told: Told, rule: Rule, hours: Hours | None, pauses: Sequence[Pause]
) -> Deadlines | None:
    """Until when the order must be shipped and scanned; None while nothing can be said.

    A time the platform itself told stands as it is told. Otherwise hours are counted from payment,
    for presale from the agreed day if that is later, outside announced pauses, and later by as
    long as the platform forbade shipping (SHP-1).
    """
    spare = timedelta(hours=rule.pickup_hours - rule.ship_hours)
    if told.promised_ship_by is not None:
        start = min(told.start or told.promised_ship_by, told.promised_ship_by)
        overlook_at = min(start + timedelta(hours=rule.overlooked_hours), told.promised_ship_by)
        return Deadlines(
            told.promised_ship_by, told.promised_ship_by + spare, overlook_at, BY_SOURCE
        )
    if told.start is None:
        return None
    start = max(told.start, told.presale_on) if told.presale_on else told.start
    counted = hours if rule.business_time else None
    mine = [pause for pause in pauses if pause.source in (None, told.source)]
    held = timedelta(seconds=told.held_sec)
    ship, pickup, overlooked = (
        due(start, each, counted, mine) + held
        for each in (rule.ship_hours, rule.pickup_hours, rule.overlooked_hours)
    )
    return Deadlines(ship, pickup, min(overlooked, ship), rule.row)


def due(start: datetime, count: int, hours: Hours | None, pauses: Sequence[Pause]) -> datetime:
    """`count` hours after `start`, by the calendar, while no pause holds."""
    end = promises.add_business_time(hours, start, count * 3600)
    covered = start
    for pause in sorted(pauses, key=lambda each: each.starts_at):
        begins = max(pause.starts_at, covered)
        if begins >= end or pause.ends_at <= begins:
            continue
        lost = promises.business_seconds_between(hours, begins, pause.ends_at)
        end = promises.add_business_time(hours, end, lost)
        covered = pause.ends_at
    return end


def stage_of(told: Told) -> Stage:
    """A courier's scan ends the watch, whatever the order's status says; a click does not."""
    if told.handed_at is not None and told.status is not S.PART_SHIPPED:
        return Stage.PICKED
    if told.status in GONE or told.status in TRAVELLED:
        return Stage.ENDED
    if told.status in NOT_OWED:
        return Stage.WAITING
    return Stage.MARKED if told.status is S.SHIPPED else Stage.OWED


def due_of(stage: Stage, ship_by: datetime, pickup_by: datetime) -> datetime:
    return pickup_by if stage is Stage.MARKED else ship_by


def urgency_of(stage: Stage, due_at: datetime, warn_hours: Sequence[int], now: datetime) -> Urgency:
    """How near `due_at` is; calm where nothing is owed."""
    if stage not in (Stage.OWED, Stage.MARKED):
        return Urgency.CALM
    if due_at <= now:
        return Urgency.OVER
    passed = sum(1 for each in warn_hours if due_at - timedelta(hours=each) <= now)
    return STEPS[min(passed, len(STEPS) - 1)]


def is_overlooked(stage: Stage, overlook_at: datetime, parcels: int, now: datetime) -> bool:
    """Owed for so long, and nobody has made a label for it."""
    return stage is Stage.OWED and parcels == 0 and overlook_at <= now
