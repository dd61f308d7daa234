"""The catalogue over HTTP."""

from datetime import datetime, time, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query
from pydantic import AwareDatetime

from xiaoer.catalog import queries, service
from xiaoer.catalog.models import Replenishment
from xiaoer.catalog.schemas.cards import (
    DoubtIn,
    HintIn,
    HintOut,
    ProductCardIn,
    ProductCardOut,
)
from xiaoer.catalog.schemas.goods import (
    Counted,
    DifferenceList,
    DifferenceOut,
    ProductList,
    ProductOut,
    StockOut,
    Threshold,
)
from xiaoer.catalog.schemas.stock import (
    AskedOut,
    CountedOut,
    CountsIn,
    ExpectIn,
    ReplenishIn,
    ReplenishmentOut,
    SafetyIn,
    WithdrawalIn,
)
from xiaoer.catalog.service import Count
from xiaoer.core import clock, shops
from xiaoer.core.auth import Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Line, Me, Router

router = Router(prefix="/api", tags=["catalog"])

Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/products")
def products(
    session: Db,
    actor: Me,
    q: Line = "",
    shop_id: UUID | None = None,
    most_cents: Annotated[int | None, Query(ge=0)] = None,
    in_stock: bool = False,
    after: str | None = None,
    limit: Limit = 50,
) -> ProductList:
    actor.must(Permission.CATALOG_READ)
    fits: dict[str, Any] = {"most_cents": most_cents, "in_stock": in_stock}
    found, following = queries.search(
        session, actor, q=q, shop_id=shop_id, after=after, limit=limit, **fits
    )
    skus = queries.skus_of(session, [product.id for product in found], **fits)
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


@router.get("/products/{product_id}/card")
def card(session: Db, actor: Me, product_id: UUID) -> ProductCardOut:
    """What whoever sells the product must know, and must tell."""
    actor.must(Permission.CATALOG_READ)
    return _card(session, actor, product_id)


@router.put("/products/{product_id}/card")
def write_card(session: Db, actor: Me, product_id: UUID, body: ProductCardIn) -> ProductCardOut:
    service.write_card(
        session,
        actor,
        product_id,
        words=body.words(),
        owner_id=body.owner_id,
        review_on=body.review_on,
    )
    return _card(session, actor, product_id)


@router.post("/products/{product_id}/doubts", status_code=204)
def doubt(session: Db, actor: Me, product_id: UUID, body: DoubtIn) -> None:
    """Say that its card is wrong."""
    service.doubt(session, actor, product_id, words=body.words)


def _card(session: Db, actor: Me, product_id: UUID) -> ProductCardOut:
    product = queries.product(session, actor, product_id)
    found = queries.cards(session, [product_id]).get(product_id)
    today = clock.now().astimezone(shops.get(session, product.shop_id).zone).date()
    return ProductCardOut.made(product, found, queries.hints(session, [product])[product_id], today)


@router.post("/risk-hints", status_code=201)
def keep_hint(session: Db, actor: Me, body: HintIn) -> HintOut:
    told = body.model_dump(exclude={"id"})
    return HintOut.model_validate(service.keep_hint(session, actor, hint_id=body.id, **told))


@router.put("/skus/{sku_id}/safety-stock", status_code=204)
def set_safety(session: Db, actor: Me, sku_id: UUID, body: SafetyIn) -> None:
    """From how many pieces on more are asked for."""
    service.set_safety(session, actor, sku_id, body.pieces)


@router.get("/replenishments")
def replenishments(
    session: Db, actor: Me, shop_id: UUID, ended: bool = False
) -> list[ReplenishmentOut]:
    actor.must(Permission.CATALOG_READ)
    found = queries.replenishments(session, actor, shop_id=shop_id, ended=ended)
    return [ReplenishmentOut.made(*each) for each in found]


@router.post("/replenishments", status_code=201)
def ask_for(session: Db, actor: Me, body: ReplenishIn) -> ReplenishmentOut:
    found = service.ask_for(session, actor, **body.model_dump())
    return _replenishment(session, actor, found)


@router.put("/replenishments/{replenishment_id}/arrival")
def expect(session: Db, actor: Me, replenishment_id: UUID, body: ExpectIn) -> ReplenishmentOut:
    """Say when it comes."""
    found = service.expect(
        session, actor, replenishment_id, on=body.expected_on, pieces=body.pieces
    )
    return _replenishment(session, actor, found)


@router.post("/replenishments/{replenishment_id}/receipt")
def arrived(session: Db, actor: Me, replenishment_id: UUID) -> ReplenishmentOut:
    return _replenishment(session, actor, service.arrived(session, actor, replenishment_id))


@router.post("/replenishments/{replenishment_id}/withdrawal")
def call_off(
    session: Db, actor: Me, replenishment_id: UUID, body: WithdrawalIn
) -> ReplenishmentOut:
    found = service.call_off(session, actor, replenishment_id, why=body.why)
    return _replenishment(session, actor, found)


def _replenishment(session: Db, actor: Me, found: Replenishment) -> ReplenishmentOut:
    sku = queries.sku(session, actor, found.sku_id)
    title = queries.product(session, actor, sku.product_id).title
    return ReplenishmentOut.made(found, sku, title)


@router.get("/stock-asked")
def asked(
    session: Db,
    actor: Me,
    shop_id: UUID,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
) -> list[AskedOut]:
    """What customers asked for, today unless a time is named, and as long before it."""
    actor.must(Permission.CATALOG_READ)
    now = clock.now()
    shops.must_reach(actor, shop_id)
    zone = shops.get(session, shop_id).zone
    first = since or datetime.combine(now.astimezone(zone).date(), time(), zone)
    last = until or max(now, first) + timedelta(seconds=1)
    found = queries.asked(session, actor, shop_id=shop_id, since=first, until=last)
    return [AskedOut.model_validate(each) for each in found]


@router.post("/stock-counts", response_model=CountedOut)
def count_many(
    session: Db,
    actor: Me,
    body: CountsIn,
    key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> dict[str, Any]:
    """Take up to five thousand counts. Older ones than are known change nothing."""

    def do() -> dict[str, Any]:
        counts = [
            Count(each.sku, each.page_stock, each.actual_stock, each.at) for each in body.counts
        ]
        done = service.count_many(session, actor, shop_id=body.shop_id, counts=counts)
        return CountedOut.model_validate(done).model_dump(mode="json")

    scope, content = f"stock.counts:{actor.kind}:{actor.id}", body.model_dump(mode="json")
    with session.begin_nested():
        return once(session, scope=scope, key=key, content=content if key else None, do=do)
