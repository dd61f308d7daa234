"""The catalogue over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from xiaoer.catalog import queries, service
from xiaoer.catalog.schemas import (
    Counted,
    DifferenceList,
    DifferenceOut,
    ProductList,
    ProductOut,
    StockOut,
    Threshold,
)
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Line, Me, Router

router = Router(prefix="/api", tags=["catalog"])

Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/products")
def products(
    session: Db,
    actor: Me,
    q: Line = "",
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: Limit = 50,
) -> ProductList:
    actor.must(Permission.CATALOG_READ)
    found, following = queries.search(
        session, actor, q=q, shop_id=shop_id, after=after, limit=limit
    )
    skus = queries.skus_of(session, [product.id for product in found])
    limits = queries.thresholds(session, list({product.shop_id for product in found}))
    items = [ProductOut.of(each, skus[each.id], limits[each.shop_id]) for each in found]
    return ProductList(items=items, next=following)


@router.get("/skus/{sku_id}/stock")
def stock(session: Db, actor: Me, sku_id: UUID) -> StockOut:
    actor.must(Permission.CATALOG_READ)
    sku = queries.sku(session, actor, sku_id)
    return StockOut.of(sku, queries.thresholds(session, [sku.shop_id])[sku.shop_id])


@router.put("/skus/{sku_id}/stock")
def record_stock(session: Db, actor: Me, sku_id: UUID, body: Counted) -> StockOut:
    sku = service.record_stock(
        session, actor, sku_id=sku_id, page=body.page_stock, actual=body.actual_stock
    )
    return StockOut.of(sku, queries.thresholds(session, [sku.shop_id])[sku.shop_id])


@router.get("/stock-differences")
def stock_differences(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: Limit = 50,
) -> DifferenceList:
    actor.must(Permission.CATALOG_READ)
    found, following = queries.differences(
        session, actor, shop_id=shop_id, after=after, limit=limit
    )
    limits = queries.thresholds(session, list({sku.shop_id for sku, _ in found}))
    items = [DifferenceOut.made(sku, title, limits[sku.shop_id]) for sku, title in found]
    return DifferenceList(items=items, next=following)


@router.put("/shops/{shop_id}/stock-threshold", status_code=204)
def set_threshold(session: Db, actor: Me, shop_id: UUID, body: Threshold) -> None:
    service.set_threshold(session, actor, shop_id=shop_id, pieces=body.pieces)
