"""One order's watch, its parcels and their scans."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.orders import queries as orders
from xiaoer.shipping.models import Parcel, ShipWatch, TrackingEvent, Warehouse


def of_order(
    session: Session, actor: Actor, order_id: UUID
) -> tuple[ShipWatch | None, list[tuple[Parcel, list[TrackingEvent]]]]:
    """The watch and every parcel with its scans, the newest first: four statements at most."""
    orders.get(session, actor, order_id)
    watch = session.get(ShipWatch, order_id)
    parcels = session.scalars(
        select(Parcel).where(Parcel.order_id == order_id).order_by(Parcel.id)
    ).all()
    scans: dict[UUID, list[TrackingEvent]] = {parcel.id: [] for parcel in parcels}
    if parcels:
        told = select(TrackingEvent).where(TrackingEvent.parcel_id.in_(scans))
        for scan in session.scalars(told.order_by(TrackingEvent.at.desc())):
            scans[scan.parcel_id].append(scan)
    return watch, [(parcel, scans[parcel.id]) for parcel in parcels]


def warehouses(session: Session, actor: Actor, shop_id: UUID | None = None) -> Sequence[Warehouse]:
    query = select(Warehouse).order_by(Warehouse.shop_id, Warehouse.code)
    if not actor.all_shops:
        query = query.where(Warehouse.shop_id.in_(actor.shop_ids))
    if shop_id is not None:
        query = query.where(Warehouse.shop_id == shop_id)
    return session.scalars(query).all()
