"""What can be done with the catalogue."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from xiaoer.catalog import queries, rules
from xiaoer.catalog.errors import NothingCounted, OutOfStock, SkuNotFound
from xiaoer.catalog.events import (
    CatalogLoaded,
    ProductsChanged,
    StockRecorded,
    StockThresholdSet,
)
from xiaoer.catalog.models import Sku, StockHold
from xiaoer.core import clock, events, ids, shops
from xiaoer.core.auth import Actor, Permission


@dataclass(frozen=True)
class ProductRow:
    """A product as another system knows it."""

    external_id: str
    title: str
    category: str | None = None
    image_url: str | None = None
    page_url: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SkuRow:
    """A SKU as another system knows it. Stocks are pieces; None leaves the known number alone."""

    product_external_id: str
    external_id: str
    spec: str
    price_cents: int
    code: str | None = None
    image_url: str | None = None
    on_sale: bool = True
    page_stock: int | None = None
    page_synced_at: datetime | None = None
    actual_stock: int | None = None
    actual_synced_at: datetime | None = None


_UPSERT_PRODUCTS = text("""
INSERT INTO products (id, shop_id, external_id, title, category, image_url, page_url, facts,
                      created_at, updated_at)
SELECT id, :shop_id, external_id, title, category, image_url, page_url, facts, :now, :now
FROM json_to_recordset(CAST(:rows AS json)) AS row(
    id uuid, external_id text, title text, category text, image_url text, page_url text,
    facts jsonb)
ON CONFLICT (shop_id, external_id) DO UPDATE SET
    title = excluded.title, category = excluded.category, image_url = excluded.image_url,
    page_url = excluded.page_url, facts = excluded.facts, updated_at = excluded.updated_at
WHERE (products.title, products.category, products.image_url, products.page_url, products.facts)
    IS DISTINCT FROM (excluded.title, excluded.category, excluded.image_url, excluded.page_url,
                      excluded.facts)
RETURNING external_id
""")

_UPSERT_SKUS = text("""
INSERT INTO skus (id, shop_id, product_id, external_id, code, spec, price_cents, currency,
                  image_url, on_sale, page_stock, page_synced_at, actual_stock, actual_synced_at,
                  created_at, updated_at)
SELECT row.id, :shop_id, products.id, row.external_id, row.code, row.spec, row.price_cents,
       :currency, row.image_url, row.on_sale, row.page_stock,
       CASE WHEN row.page_stock IS NOT NULL THEN coalesce(row.page_synced_at, :now) END,
       row.actual_stock,
       CASE WHEN row.actual_stock IS NOT NULL THEN coalesce(row.actual_synced_at, :now) END,
       :now, :now
FROM json_to_recordset(CAST(:rows AS json)) AS row(
    id uuid, product_external_id text, external_id text, code text, spec text, price_cents int,
    image_url text, on_sale boolean, page_stock int, page_synced_at timestamptz,
    actual_stock int, actual_synced_at timestamptz)
JOIN products ON products.shop_id = :shop_id AND products.external_id = row.product_external_id
ON CONFLICT (shop_id, external_id) DO UPDATE SET
    product_id = excluded.product_id, code = excluded.code, spec = excluded.spec,
    price_cents = excluded.price_cents, currency = excluded.currency,
    image_url = excluded.image_url, on_sale = excluded.on_sale,
    page_stock = coalesce(excluded.page_stock, skus.page_stock),
    page_synced_at = coalesce(excluded.page_synced_at, skus.page_synced_at),
    actual_stock = coalesce(excluded.actual_stock, skus.actual_stock),
    actual_synced_at = coalesce(excluded.actual_synced_at, skus.actual_synced_at),
    updated_at = excluded.updated_at
WHERE (skus.product_id, skus.code, skus.spec, skus.price_cents, skus.currency, skus.image_url,
       skus.on_sale)
    IS DISTINCT FROM (excluded.product_id, excluded.code, excluded.spec, excluded.price_cents,
                      excluded.currency, excluded.image_url, excluded.on_sale)
    OR excluded.page_stock IS NOT NULL OR excluded.actual_stock IS NOT NULL
RETURNING external_id
""")


def load(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    products: Sequence[ProductRow],
    skus: Sequence[SkuRow],
) -> dict[str, UUID]:
    """Create the products and SKUs or bring them up to date; gives each SKU's id by external id.

    A few statements however many rows; what is known already is not touched, and nothing is
    told then. A SKU whose product is unknown is left out.
    """
    actor.must(Permission.CATALOG_EDIT)
    shop = shops.get(session, shop_id)
    known = _changing(session, shop_id, products, skus)
    changed = _run(session, _UPSERT_PRODUCTS, products, {"shop_id": shop_id})
    written = _run(session, _UPSERT_SKUS, skus, {"shop_id": shop_id, "currency": shop.currency})
    if changed or written:
        told = CatalogLoaded(shop_id=shop_id, products=changed, skus=written)
        events.emit(session, actor, told)
    if known:
        events.emit(session, actor, ProductsChanged(shop_id=shop_id, product_ids=known))
    return queries.sku_ids(session, shop_id, [sku.external_id for sku in skus])


_CHANGING = text("""
SELECT products.id FROM products JOIN json_to_recordset(CAST(:products AS json)) AS row(
    external_id text, title text, category text, facts jsonb)
    ON products.external_id = row.external_id
WHERE products.shop_id = :shop_id
    AND (products.title, products.category, products.facts)
        IS DISTINCT FROM (row.title, row.category, row.facts)
UNION
SELECT skus.product_id FROM skus JOIN json_to_recordset(CAST(:skus AS json)) AS row(
    external_id text, spec text, price_cents int, on_sale boolean)
    ON skus.external_id = row.external_id
WHERE skus.shop_id = :shop_id
    AND (skus.spec, skus.price_cents, skus.on_sale)
        IS DISTINCT FROM (row.spec, row.price_cents, row.on_sale)
""")


def _changing(
    session: Session, shop_id: UUID, products: Sequence[ProductRow], skus: Sequence[SkuRow]
) -> list[UUID]:
    """Known products of which these rows tell something new; a count of stock is nothing new."""
    rows = {"products": _json(products), "skus": _json(skus), "shop_id": shop_id}
    return sorted(session.scalars(_CHANGING, rows).all())


def _json(rows: Sequence[ProductRow | SkuRow]) -> str:
    return orjson.dumps([asdict(each) for each in rows]).decode()


def _run(
    session: Session, statement: Any, rows: Sequence[ProductRow | SkuRow], rest: dict[str, Any]
) -> int:
    """How many rows were written."""
    if not rows:
        return 0
    # One row per external id: an upsert may not touch the same row twice.
    unique = {row.external_id: asdict(row) | {"id": ids.new_id()} for row in rows}
    parameters = {"rows": orjson.dumps(list(unique.values())).decode(), "now": clock.now()} | rest
    return len(session.execute(statement, parameters).all())


def record_stock(
    session: Session,
    actor: Actor,
    *,
    sku_id: UUID,
    page: int | None = None,
    actual: int | None = None,
) -> Sku:
    """Note a count of the page, of the warehouse, or of both, as of now."""
    actor.must(Permission.CATALOG_EDIT)
    if page is None and actual is None:
        raise NothingCounted
    locked = queries.skus_visible_to(actor).where(Sku.id == sku_id).with_for_update()
    sku = session.scalar(locked)
    if sku is None:
        raise SkuNotFound
    now = clock.now()
    if page is not None:
        sku.page_stock, sku.page_synced_at = page, now
    if actual is not None:
        sku.actual_stock, sku.actual_synced_at = actual, now
    sku.updated_at = now
    session.flush()
    session.refresh(sku, ["stock_difference"])
    limit = queries.thresholds(session, [sku.shop_id])[sku.shop_id]
    events.emit(
        session,
        actor,
        StockRecorded(
            shop_id=sku.shop_id,
            sku_id=sku.id,
            page_stock=sku.page_stock,
            actual_stock=sku.actual_stock,
            flagged=rules.flagged(sku.stock_difference, limit),
        ),
    )
    return sku


def set_threshold(session: Session, actor: Actor, *, shop_id: UUID, pieces: int) -> None:
    """From how many pieces on a stock difference is listed in this shop (STK-3)."""
    actor.must(Permission.CATALOG_EDIT)
    shops.must_reach(actor, shop_id)
    shop = shops.get(session, shop_id)
    shop.settings = shop.settings | {rules.THRESHOLD_SETTING: pieces}
    session.flush()
    events.emit(session, actor, StockThresholdSet(shop_id=shop_id, pieces=pieces))


def set_aside(
    session: Session,
    actor: Actor,
    *,
    sku_id: UUID,
    pieces: int,
    subject_type: str,
    subject_id: UUID,
) -> StockHold:
    """Keep so many pieces of a SKU for a subject; asked again, the count is set anew.

    Raises `OutOfStock` when what the warehouse counted, less what is kept for others, is not
    enough. A SKU that nobody counts is never out of stock. For rooms above, whose verb has asked
    for its permission.
    """
    sku = session.scalar(queries.skus_visible_to(actor).where(Sku.id == sku_id).with_for_update())
    if sku is None:
        raise SkuNotFound
    mine = select(StockHold).where(StockHold.sku_id == sku_id, StockHold.subject_id == subject_id)
    found = session.scalars(mine).one_or_none()
    others = queries.held(session, [sku_id]).get(sku_id, 0) - (found.pieces if found else 0)
    if sku.actual_stock is not None and sku.actual_stock - others < pieces:
        raise OutOfStock(spec=sku.spec, left=max(sku.actual_stock - others, 0))
    if found is None:
        found = StockHold(
            shop_id=sku.shop_id,
            sku_id=sku_id,
            pieces=pieces,
            subject_type=subject_type,
            subject_id=subject_id,
        )
        session.add(found)
    found.pieces = pieces
    session.flush()
    return found


def let_go(session: Session, subject_id: UUID) -> int:
    """What was set aside for the subject has left, or is free again; how many kinds of goods."""
    gone = delete(StockHold).where(StockHold.subject_id == subject_id).returning(StockHold.id)
    return len(session.execute(gone).all())
