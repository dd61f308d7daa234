"""A shop for a fortnight: its warehouses and couriers, and what really happened to each order.

What happens, happens at the full tick: a deadline lies between two of them, and the clock comes
before whoever packs or scans, so that it is known to the tick when each thing must be told.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from tests.jobs import perform_due
from tests.orders.factories import make_row
from tests.workforce.factories import make_agent
from xiaoer.connectors.couriers.twin.journeys import Kind, Step, plan
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop
from xiaoer.orders import service as orders
from xiaoer.promises import service as promises
from xiaoer.shipping import queries, service
from xiaoer.shipping.models import Receiver
from xiaoer.shipping.queries import Figure
from xiaoer.shipping.service import Label, Scan
from xiaoer.workforce.models import Group

DAYS, ORDERING_HOURS = 14, 10 * 24
HOUSES, COURIERS = ("hz", "gz"), ("yto", "zto")
BEHIND = range(2 * 24, 6 * 24)
"""Hours from the third day on in which the warehouse hz packs a third of what is ordered."""
STOPPED = range(4 * 24, 7 * 24)
"""Hours from the fifth day on in which zto scans nothing."""


@dataclass
class Truth:
    """What really happened to an order, kept apart from the product."""

    number: str
    house: str
    courier: str
    paid_at: datetime
    known_at: datetime
    marked_at: datetime | None = None
    picked_at: datetime | None = None
    ahead: list[Step] = field(default_factory=list)
    """Scans still to come."""
    seen: list[tuple[datetime, str]] = field(default_factory=list)
    """Scans told so far: when, and the code."""


class World:
    """The shop, tick after tick of `step`."""

    def __init__(self, session: Session, shop: Shop, actor: Actor, count: int) -> None:
        self.session, self.shop, self.actor = session, shop, actor
        self.count, self.luck = count, Random(11)
        self.start = clock.now()
        self.orders: dict[str, Truth] = {}
        self.stopped_for: dict[str, float] = defaultdict(float)
        self.late: list[tuple[datetime, Truth, Scan]] = []
        self.packed: dict[str, float] = defaultdict(float)
        self.reminded: set[object] = set()
        for code in HOUSES:
            group, lead = Group(name=code), make_agent(session, shop)
            session.add(group)
            session.flush()
            facts: dict[str, Any] = {"group_id": group.id, "lead_id": lead.id}
            service.set_warehouse(
                session, actor, shop_id=shop.id, code=code, name=code, usual=code == "hz", **facts
            )
        make_agent(session, shop, roles=("manager",))

    def run(self, step: timedelta, check: Callable[["World"], None]) -> None:
        """Fourteen days; `check` looks at the end of each."""
        for _ in range(DAYS * 24 * 3600 // int(step.total_seconds())):
            self._clock()
            self._order(step)
            self._pack(step)
            self._scan(step)
            perform_due(self.session)
            service.find_silent(self.session)
            if self.hour % 6 == 0:
                service.predict(self.session, self.shop.id)
                self._remind()
            perform_due(self.session)
            if (clock.now() + step - self.start) % timedelta(days=1) == timedelta(0):
                check(self)
                service.fold(self.session)
            self.session.commit()
            clock.advance(step)

    @property
    def hour(self) -> float:
        return (clock.now() - self.start).total_seconds() / 3600

    def _clock(self) -> None:
        while promises.fire_due(self.session).full:
            pass
        perform_due(self.session)

    def _order(self, step: timedelta) -> None:
        passed = min(self.hour + step.total_seconds() / 3600, ORDERING_HOURS)
        rows = []
        for _ in range(int(self.count * passed / ORDERING_HOURS) - len(self.orders)):
            place, now = len(self.orders), clock.now()
            truth = Truth(
                number=f"F{place:06}",
                house=HOUSES[place % 2],
                courier=COURIERS[place // 2 % 2],
                paid_at=now - timedelta(minutes=self.luck.randrange(1, 50)),
                known_at=now,
            )
            self.orders[truth.number] = truth
            facts = {"warehouse": truth.house}
            rows.append(make_row(order_no=truth.number, paid_at=truth.paid_at, facts=facts))
        if rows:
            orders.load(self.session, self.actor, shop_id=self.shop.id, rows=rows)
            perform_due(self.session)

    def _pack(self, step: timedelta) -> None:
        labels = []
        for house in HOUSES:
            slow = house == "hz" and self.hour in BEHIND
            pace = self.count / ORDERING_HOURS / 2 * (0.3 if slow else 2.0)
            self.packed[house] += pace * step.total_seconds() / 3600
            waiting = [o for o in self.orders.values() if o.house == house and not o.marked_at]
            for truth in waiting[: int(self.packed[house])]:
                self.packed[house] -= 1
                truth.marked_at = clock.now()
                number = f"YT{truth.number}"
                truth.ahead = plan(number, self._kind())[1:]
                labels.append(Label(truth.number, truth.courier, number, warehouse=house))
            self.packed[house] = min(self.packed[house], pace)
        if labels:
            service.pack(self.session, self.actor, shop_id=self.shop.id, labels=labels)

    def _kind(self) -> Kind:
        kinds = (Kind.NORMAL, Kind.LOCKER, Kind.SLOW, Kind.REFUSED, Kind.FAKE, Kind.TRACELESS)
        return self.luck.choices(kinds, (78, 10, 4, 4, 2, 2))[0]

    def _scan(self, step: timedelta) -> None:
        """Out of order, one in ten twice, and one in twenty hours late."""
        now, told = clock.now(), []
        for truth in self.orders.values():
            if truth.ahead and truth.courier == "zto" and self.hour in STOPPED:
                self.stopped_for[truth.number] += step.total_seconds() / 3600
                continue
            told += [(truth, self._next(truth)) for _ in range(self._due(truth))]
        for truth, scan in told:
            if truth.picked_at is None:
                truth.picked_at = now
            elif scan.code != "103" and self.luck.random() < 0.05:
                self.late.append((now + timedelta(hours=7), truth, scan))
        delayed = {id(scan) for _, _, scan in self.late}
        told = [each for each in told if id(each[1]) not in delayed]
        told += [(truth, scan) for at, truth, scan in self.late if at <= now]
        self.late = [each for each in self.late if each[0] > now]
        for truth, scan in told:
            truth.seen.append((scan.at, scan.code))
        self.luck.shuffle(told)
        scans = [scan for _, scan in told]
        scans += scans[: len(scans) // 10]
        if scans:
            service.take(self.session, self.actor, shop_id=self.shop.id, scans=scans)

    def _due(self, truth: Truth) -> int:
        """How many of its next scans have happened by now."""
        if truth.marked_at is None:
            return 0
        lag = self.stopped_for[truth.number]
        hours = (clock.now() - truth.marked_at).total_seconds() / 3600
        return sum(1 for step in truth.ahead if step.hours + lag <= hours)

    def _next(self, truth: Truth) -> Scan:
        step = truth.ahead.pop(0)
        number, now = f"YT{truth.number}", clock.now()
        return Scan(truth.courier, number, now, step.code, step.text, step.place)

    def _remind(self) -> None:
        rows, _ = queries.behind(
            self.session, self.actor, shop_id=self.shop.id, figure=Figure.OVER, limit=200
        )
        asked = {each.id for each in rows} - self.reminded
        if asked:
            self.reminded |= asked
            service.remind(
                self.session,
                self.actor,
                shop_id=self.shop.id,
                order_ids=sorted(asked),
                receiver=Receiver.WAREHOUSE,
            )
