"""The parcels of the demo, their scans so far, and the warehouses and couriers they go through.

A number decides its journey here and at the couriers' twin alike: what is told here up to now, the
twin tells from now on."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.connectors.couriers.twin import journeys
from xiaoer.connectors.couriers.twin.journeys import Kind
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import OrderRow
from xiaoer.shipping import service as shipping
from xiaoer.shipping.service import Label, Scan
from xiaoer.workforce.models import Agent, Group

S = OrderStatus
COURIERS = (
    ("顺丰速运", "SF", 4), ("圆通速递", "YT", 3), ("中通快递", "7", 2), ("京东物流", "JD", 2),
)  # fmt: skip
"""Name, how its numbers begin, and its share of the parcels."""
DIGITS = 13
HOUSES = (("hz", "杭州余杭仓", True), ("gz", "广州白云仓", False))
SENT = (S.PART_SHIPPED, S.SHIPPED, S.IN_TRANSIT, S.SIGNED)
FITTING = {
    S.PART_SHIPPED: (Kind.NORMAL,),
    S.SHIPPED: (Kind.NORMAL,),
    S.IN_TRANSIT: (Kind.NORMAL, Kind.LOCKER, Kind.SLOW, Kind.REFUSED, Kind.LOST),
}
"""Journeys of orders that have come so far; of all others it was an ordinary one."""
ARRIVED = (Kind.NORMAL, Kind.LOCKER)
NEVER_SCANNED = 0.08
AT_ONCE = 500


@dataclass(frozen=True)
class Carried:
    """A parcel: how long ago its label was made, if its order says, and the hours of its way."""

    courier: str
    number: str
    since_label: timedelta | None
    hours: float | None = None


def carried(chance: random.Random, status: OrderStatus) -> Carried:
    """A parcel whose journey has come as far as an order of that status says."""
    fake = status is S.SHIPPED and chance.random() < NEVER_SCANNED
    courier, number = drawn(chance, (Kind.FAKE,) if fake else FITTING.get(status, ARRIVED))
    if fake:
        return Carried(courier, number, timedelta(hours=chance.uniform(20, 60)))
    steps = journeys.plan(number, journeys.usual(number))
    pickup, whole = steps[1].hours, steps[-1].hours
    if status in (S.SHIPPED, S.PART_SHIPPED):
        return Carried(courier, number, timedelta(hours=pickup * chance.uniform(0.1, 0.95)))
    if status is S.IN_TRANSIT:
        still = 40 if journeys.usual(number) is Kind.LOST else -0.2
        since = chance.uniform(pickup + 0.2, whole + still)
        return Carried(courier, number, timedelta(hours=since))
    if status is S.SIGNED:
        since = whole + chance.uniform(0.5, 216)
        return Carried(courier, number, timedelta(hours=since), whole)
    return Carried(courier, number, None)


def drawn(chance: random.Random, kinds: Sequence[Kind] = tuple(Kind)) -> tuple[str, str]:
    """A courier by its share, and one of its numbers that plays such a journey."""
    courier, begins, _ = chance.choices(COURIERS, [share for _, _, share in COURIERS])[0]
    while True:
        number = f"{begins}{chance.randrange(10 ** (DIGITS - 1), 10**DIGITS)}"
        if journeys.usual(number) in kinds:
            return courier, number


def add_places(session: Session, shop: Shop, agents: dict[str, Agent]) -> None:
    """The shop's warehouses and couriers, and who answers for them; it asks after payment."""
    boss = system("demo")
    names = [courier for courier, _, _ in COURIERS]
    shop.settings = shop.settings | {
        "orders": {"address_check": True, "couriers": names, "cod_fee_cents": 800}
    }
    groups = {group.name: group.id for group in session.scalars(select(Group))}
    for code, name, usual in HOUSES:
        shipping.set_warehouse(
            session,
            boss,
            shop_id=shop.id,
            code=code,
            name=name,
            usual=usual,
            group_id=groups["仓储组"],
            lead_id=agents["laoli"].id,
        )
    for courier, _, share in COURIERS:
        shipping.set_courier(
            session,
            boss,
            shop_id=shop.id,
            courier=courier,
            share=share,
            group_id=groups["物流组"],
            lead_id=agents["heshi"].id,
        )


def add_parcels(
    session: Session, shop: Shop, now: datetime, bought: list[tuple[UUID, UUID, OrderRow]]
) -> None:
    """The parcels of what is on its way or arrived lately, with every scan so far; and the watch
    over all orders."""
    sent = [row for _, _, row in bought if row.status in SENT and row.shipped_at]
    for first in range(0, len(sent), AT_ONCE):
        batch = sent[first : first + AT_ONCE]
        labels = [_label(row) for row in batch]
        shipping.pack(session, system("demo"), shop_id=shop.id, labels=labels)
        scans = [scan for row in batch for scan in _scans(row, now)]
        shipping.take(session, system("demo"), shop_id=shop.id, scans=scans)
    shipping.catch_up(session, shop.id)
    while shipping.find_silent(session):
        pass
    shipping.fold(session)


def _label(row: OrderRow) -> Label:
    return Label(
        order_no=row.order_no,
        courier=row.courier,
        tracking_no=row.tracking_no,
        labelled_at=row.shipped_at,
        last=row.status is not S.PART_SHIPPED,
        warehouse=row.facts.get("warehouse", ""),
        region=province(row.receiver_address),
    )


def _scans(row: OrderRow, now: datetime) -> list[Scan]:
    assert row.shipped_at
    return [
        Scan(row.courier, row.tracking_no, at, step.code, step.text, step.place)
        for step in journeys.plan(row.tracking_no, journeys.usual(row.tracking_no))
        if (at := row.shipped_at + timedelta(hours=step.hours)) <= now
    ]


def province(address: str) -> str:
    ends = [place for mark in "省市区" if (place := address.find(mark)) > 0]
    return address[: min(ends) + 1] if ends else ""
