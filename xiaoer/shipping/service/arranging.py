"""What the watch goes by: warehouses, and times announced in which nobody ships."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from xiaoer.core import events, queue
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.shipping.errors import NoTimeSuspended, WarehouseCodeTaken, WarehouseNotFound
from xiaoer.shipping.events import ShippingSuspended, WarehouseChanged
from xiaoer.shipping.models import Suspension, Warehouse

RENEW = "shipping.renew"
"""The job that brings every open watch of a shop up to date."""


def suspend(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    reason: str,
    source: str | None = None,
) -> Suspension:
    """Announce a time in which the clock of shipping stands; open orders follow in the worker.

    It is for the shop to tell customers and platform beforehand (SHP-1).
    """
    actor.must(Permission.SHIPPING_MANAGE)
    must_reach(actor, shop_id)
    if ends_at <= starts_at:
        raise NoTimeSuspended
    told = Suspension(
        shop_id=shop_id,
        source=source,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
        announced_by=actor.name,
    )
    session.add(told)
    session.flush()
    queue.defer(session, RENEW, {"shop_id": shop_id}, dedupe=f"{RENEW}:{shop_id}")
    event = ShippingSuspended(
        shop_id=shop_id,
        suspension_id=told.id,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
    )
    events.emit(session, actor, event)
    return told


def set_warehouse(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    code: str,
    name: str,
    warehouse_id: UUID | None = None,
    group_id: UUID | None = None,
    lead_id: UUID | None = None,
    usual: bool = False,
    active: bool = True,
) -> Warehouse:
    """Add a warehouse, or set one otherwise. One of a shop is the usual one."""
    actor.must(Permission.SHIPPING_MANAGE)
    must_reach(actor, shop_id)
    place = _warehouse(session, shop_id, warehouse_id)
    same = select(Warehouse.id).where(Warehouse.shop_id == shop_id, Warehouse.code == code)
    if session.scalar(same) not in (None, place.id):
        raise WarehouseCodeTaken(code=code)
    if usual:
        session.execute(
            update(Warehouse)
            .where(Warehouse.shop_id == shop_id, Warehouse.usual, Warehouse.id != place.id)
            .values(usual=False)
        )
    place.code, place.name, place.group_id, place.lead_id = code, name, group_id, lead_id
    place.usual, place.active = usual, active
    session.add(place)
    session.flush()
    told = WarehouseChanged(shop_id=shop_id, warehouse_id=place.id, code=code, name=name)
    events.emit(session, actor, told)
    return place


def _warehouse(session: Session, shop_id: UUID, warehouse_id: UUID | None) -> Warehouse:
    if warehouse_id is None:
        return Warehouse(shop_id=shop_id)
    found = session.get(Warehouse, warehouse_id, with_for_update=True)
    if found is None or found.shop_id != shop_id:
        raise WarehouseNotFound
    return found
