"""Parcels and scans for tests."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from tests.orders.factories import make_order
from xiaoer.connectors.couriers.twin.journeys import Kind, plan
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop
from xiaoer.orders.models import Order
from xiaoer.shipping import service
from xiaoer.shipping.service import Label, Scan


def packed(
    session: Session,
    actor: Actor,
    shop: Shop,
    *,
    number: str,
    courier: str = "yto",
    **facts: Any,
) -> Order:
    """A paid order with one parcel that the shop marked as shipped."""
    order = make_order(session, shop, **({"paid_at": clock.now()} | facts))
    label = Label(order.order_no, courier, number)
    service.pack(session, actor, shop_id=shop.id, labels=[label])
    return order


def scan(number: str, code: str, at: datetime, courier: str = "yto") -> Scan:
    return Scan(courier, number, at, code, text=f"扫描 {code}", place="杭州")


def scans_of(number: str, start: datetime, kind: Kind = Kind.NORMAL) -> list[Scan]:
    """What the twin plays for this number from `start`, as far as it has come by now."""
    return [
        Scan("yto", number, at, step.code, step.text, step.place)
        for step in plan(number, kind)
        if (at := start + timedelta(hours=step.hours)) <= clock.now()
    ]
