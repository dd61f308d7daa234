"""The board and what is behind it, one order, parcels and scans coming in."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel

from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.shipping import queries, service
from xiaoer.shipping.queries import Figure
from xiaoer.shipping.routes.once import Key, acted
from xiaoer.shipping.schemas import (
    BehindOut,
    BehindPage,
    BoardOut,
    LabelsIn,
    OrderShippingOut,
    PackedOut,
    ParcelOut,
    ScansIn,
    SuspensionIn,
    SuspensionOut,
    TakenOut,
    WarehouseIn,
    WarehouseSet,
    WatchOut,
)

router = Router(prefix="/api", tags=["shipping"])


@router.get("/shipping/board")
def board(session: Db, actor: Me, shop_id: UUID) -> BoardOut:
    actor.must(Permission.SHIPPING_READ)
    return BoardOut.of(queries.board(session, actor, shop_id), clock.now())


@router.get("/shipping/behind/{figure}")
def behind(
    session: Db,
    actor: Me,
    figure: Figure,
    shop_id: UUID,
    warehouse_id: UUID | None = None,
    courier: Annotated[str | None, Query(max_length=40)] = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> BehindPage:
    """The orders a figure counts, the most urgent first."""
    actor.must(Permission.SHIPPING_READ)
    rows, following = queries.behind(
        session,
        actor,
        shop_id=shop_id,
        figure=figure,
        warehouse_id=warehouse_id,
        courier=courier,
        after=after,
        limit=limit,
    )
    return BehindPage(items=[BehindOut.of(row) for row in rows], next=following)


@router.get("/shipping/orders/{order_id}")
def of_order(session: Db, actor: Me, order_id: UUID) -> OrderShippingOut:
    """What is owed about shipping an order, its parcels and every scan."""
    actor.must(Permission.SHIPPING_READ)
    watch, parcels = queries.of_order(session, actor, order_id)
    return OrderShippingOut(
        order_id=order_id,
        watch=WatchOut.of(watch) if watch else None,
        parcels=[ParcelOut.of(parcel, scans) for parcel, scans in parcels],
    )


@router.post("/shipping/parcels", response_model=PackedOut)
def pack(session: Db, actor: Me, body: LabelsIn, key: Key = None) -> dict[str, Any]:
    """Make up to a thousand parcels known."""

    def do() -> BaseModel:
        labels = [each.told() for each in body.parcels]
        return PackedOut.of(service.pack(session, actor, shop_id=body.shop_id, labels=labels))

    return acted(session, actor, "pack", key, body, do)


@router.post("/shipping/tracking", response_model=TakenOut)
def track(session: Db, actor: Me, body: ScansIn, key: Key = None) -> dict[str, Any]:
    """Take up to a thousand scans. Told again they change nothing, with a key or without."""

    def do() -> BaseModel:
        scans = [each.told() for each in body.scans]
        return TakenOut.of(service.take(session, actor, shop_id=body.shop_id, scans=scans))

    return acted(session, actor, "track", key, body, do)


@router.post("/shipping/suspensions", response_model=SuspensionOut, status_code=201)
def suspend(session: Db, actor: Me, body: SuspensionIn, key: Key = None) -> dict[str, Any]:
    """Announce a time in which the clock of shipping stands."""

    def do() -> BaseModel:
        told = service.suspend(session, actor, **body.model_dump())
        names = SuspensionOut.model_fields
        return SuspensionOut(**{name: getattr(told, name) for name in names})

    return acted(session, actor, "suspend", key, body, do)


@router.get("/shipping/warehouses")
def warehouses(session: Db, actor: Me, shop_id: UUID | None = None) -> list[WarehouseSet]:
    actor.must(Permission.SHIPPING_READ)
    return [WarehouseSet.of(each) for each in queries.warehouses(session, actor, shop_id)]


@router.post("/shipping/warehouses", response_model=WarehouseSet, status_code=201)
def add_warehouse(session: Db, actor: Me, body: WarehouseIn, key: Key = None) -> dict[str, Any]:
    def do() -> BaseModel:
        return WarehouseSet.of(service.set_warehouse(session, actor, **body.model_dump()))

    return acted(session, actor, "warehouse", key, body, do)


@router.put("/shipping/warehouses/{warehouse_id}")
def set_warehouse(session: Db, actor: Me, warehouse_id: UUID, body: WarehouseIn) -> WarehouseSet:
    told = service.set_warehouse(session, actor, warehouse_id=warehouse_id, **body.model_dump())
    return WarehouseSet.of(told)
