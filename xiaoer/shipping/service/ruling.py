"""What the dated tables say for many orders at once, each by the version of its own day."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, Uuid, bindparam, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.prepared import prepared
from xiaoer.policies import queries as held
from xiaoer.policies import service as policies
from xiaoer.policies.errors import NoPolicyInForce
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Hours
from xiaoer.shipping.models import Suspension, Warehouse
from xiaoer.shipping.rules import Pause, Rule, Told

DEADLINES, LATE = "ship_deadlines", "late_shipping"
SETTINGS = "shipping"
LATE_BY_A_DAY = 24
"""What being late costs is shown for a delay of up to so many hours."""
NAMES_WAREHOUSE = ("warehouse", "发货仓", "仓库", "发货仓库")
"""Facts of an order under which its source names the warehouse."""


class Ruling:
    """The tables, calendar, pauses and warehouses of one shop, read once for a batch."""

    def __init__(self, session: Session, shop_id: UUID) -> None:
        self.zone: ZoneInfo = shops.get(session, shop_id).zone
        settings = shops.get(session, shop_id).settings.get(SETTINGS, {})
        calendar = settings.get("calendar_id")
        self.hours: Hours | None = promises.hours_of(session, UUID(calendar) if calendar else None)
        self.pauses = [
            Pause(each.starts_at, each.ends_at, each.source)
            for each in _suspensions().all(session, shop_id=shop_id)
        ]
        self._session = session
        dated = held.dated(session, tables=(DEADLINES, LATE), shop_id=shop_id)
        self._deadlines, self._late = dated[DEADLINES], dated[LATE]
        places = _warehouses().all(session, shop_id=shop_id)
        self.owners: dict[UUID | None, UUID | None] = {each.id: each.group_id for each in places}
        """The people of each warehouse: they owe what leaves from there."""
        self._warehouses = {
            name: each.id
            for each in places
            if each.active
            for name in ([each.code, each.name, ""] if each.usual else [each.code, each.name])
        }
        self._known: dict[tuple[Any, ...], Rule] = {}
        self._costs: dict[tuple[Any, ...], tuple[int, str]] = {}

    def rule(self, told: Told) -> Rule:
        """The hours for such an order, by the table of the day it was paid."""
        version = _version(self._deadlines, told.start, DEADLINES)
        facts = told.facts()
        key = (version.version_id, *facts.values())
        if key not in self._known:
            result = policies.said_by(self._session, version, facts)
            self._known[key] = Rule.of(result.row or "", version.version_id, result.outputs)
        return self._known[key]

    def cost(self, told: Told, paid_cents: int) -> tuple[int, str]:
        """Cents and form of what the buyer is given when it is late by up to a day."""
        version = _version(self._late, told.start, LATE)
        key = (version.version_id, told.source, paid_cents)
        if key not in self._costs:
            facts = {
                "order.source": told.source,
                "order.paid_cents": paid_cents,
                "order.ship_late_hours": LATE_BY_A_DAY,
            }
            outputs = policies.said_by(self._session, version, facts).outputs
            cents = int(outputs.get("compensation_cents", 0))
            self._costs[key] = cents, str(outputs.get("form", ""))
        return self._costs[key]

    def warehouse(self, facts: dict[str, Any]) -> UUID | None:
        """The one the source names, else the shop's usual one."""
        named = next((str(facts[name]) for name in NAMES_WAREHOUSE if facts.get(name)), "")
        return self._warehouses.get(named) or self._warehouses.get("")

    def day(self, written: str | None) -> datetime | None:
        """The start of an agreed day, in the shop's time; None for what is no date."""
        try:
            return datetime.combine(date.fromisoformat((written or "")[:10]), time(), self.zone)
        except ValueError:
            return None


@prepared
def _suspensions() -> Select[Suspension]:
    return select(Suspension).where(Suspension.shop_id == bindparam("shop_id", type_=Uuid()))


@prepared
def _warehouses() -> Select[Warehouse]:
    return select(Warehouse).where(Warehouse.shop_id == bindparam("shop_id", type_=Uuid()))


def _version(table: held.Dated, start: datetime | None, name: str) -> held.Candidate:
    found = table.at(start or clock.now()) or table.at(clock.now())
    if found is None:
        raise NoPolicyInForce(table=name)
    return found
