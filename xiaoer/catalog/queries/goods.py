"""Reads of the catalogue, scoped to what the actor may reach."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.catalog import rules
from xiaoer.catalog.errors import SkuNotFound
from xiaoer.catalog.models import Product, ProductCard, Sku, StockHold
from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop


def products_visible_to(actor: Actor) -> Select[Product]:
    query = select(Product)
    return query if actor.all_shops else query.where(Product.shop_id.in_(actor.shop_ids))


def skus_visible_to(actor: Actor) -> Select[Sku]:
    query = select(Sku)
    return query if actor.all_shops else query.where(Sku.shop_id.in_(actor.shop_ids))


def search(
    session: Session,
    actor: Actor,
    *,
    q: str = "",
    shop_id: UUID | None = None,
    most_cents: int | None = None,
    in_stock: bool = False,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[Product], str | None]:
    """Products by title, by an article number or form of one of their SKUs, or by what their card
    says; with a budget or only what the warehouse has, those with a SKU that fits."""
    query = products_visible_to(actor)
    if shop_id:
        query = query.where(Product.shop_id == shop_id)
    if q:
        query = query.where(_named(q))
    if most_cents is not None or in_stock:
        query = query.where(
            Product.id.in_(select(Sku.product_id).where(*_fits(most_cents, in_stock)))
        )
    if after:
        query = query.where(
            tuple_(Product.title, Product.id) > tuple_(*paging.keys(after, (str, UUID)))
        )
    found = list(session.scalars(query.order_by(Product.title, Product.id).limit(limit + 1)))
    more = len(found) > limit
    found = found[:limit]
    return found, paging.cursor(found[-1].title, found[-1].id) if more else None


def _named(q: str) -> ColumnElement[bool]:
    by_sku = select(Sku.product_id).where(
        Sku.code.startswith(q, autoescape=True) | Sku.spec.icontains(q, autoescape=True)
    )
    texts = (
        ProductCard.features,
        ProductCard.functions,
        ProductCard.precautions,
        ProductCard.advantages,
        ProductCard.usage,
        ProductCard.policies,
    )
    by_card = select(ProductCard.product_id).where(
        or_(*(each.icontains(q, autoescape=True) for each in texts))
    )
    by_title = Product.title.icontains(q, autoescape=True)
    return or_(by_title, Product.id.in_(by_sku), Product.id.in_(by_card))


def _fits(most_cents: int | None, in_stock: bool) -> list[ColumnElement[bool]]:
    fits: list[ColumnElement[bool]] = []
    if most_cents is not None:
        fits.append(Sku.price_cents <= most_cents)
    if in_stock:
        fits.append(func.coalesce(Sku.actual_stock, 1) > 0)
    return fits


def skus_of(
    session: Session,
    product_ids: Sequence[UUID],
    *,
    most_cents: int | None = None,
    in_stock: bool = False,
) -> dict[UUID, list[Sku]]:
    """The SKUs of several products that fit, in one read."""
    found: dict[UUID, list[Sku]] = {each: [] for each in product_ids}
    query = select(Sku).where(Sku.product_id.in_(product_ids), *_fits(most_cents, in_stock))
    query = query.order_by(Sku.spec, Sku.id)
    for sku in session.scalars(query):
        found[sku.product_id].append(sku)
    return found


def sku(session: Session, actor: Actor, sku_id: UUID) -> Sku:
    found = session.scalar(skus_visible_to(actor).where(Sku.id == sku_id))
    if found is None:
        raise SkuNotFound
    return found


def sku_ids(session: Session, shop_id: UUID, names: Collection[str]) -> dict[str, UUID]:
    """SKUs by what another system calls them: their id there, or the article number."""
    if not names:
        return {}
    query = select(Sku.external_id, Sku.code, Sku.id).where(
        Sku.shop_id == shop_id, Sku.external_id.in_(names) | Sku.code.in_(names)
    )
    found: dict[str, UUID] = {}
    for external_id, code, sku_id in session.execute(query):
        found[external_id] = sku_id
        if code:
            found.setdefault(code, sku_id)
    return found


def thresholds(session: Session, shop_ids: Sequence[UUID]) -> dict[UUID, int]:
    rows = session.execute(select(Shop.id, Shop.settings).where(Shop.id.in_(shop_ids)))
    return {row.id: rules.threshold(row.settings) for row in rows}


def differences(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[tuple[Sku, str]], str | None]:
    """SKUs whose two numbers differ by more than their shop allows, the worst first (STK-3)."""
    distance = func.abs(Sku.stock_difference)
    allowed = func.coalesce(
        Shop.settings[rules.THRESHOLD_SETTING].as_integer(), rules.DEFAULT_THRESHOLD
    )
    query = (
        select(Sku, Product.title)
        .join(Product, Product.id == Sku.product_id)
        .join(Shop, Shop.id == Sku.shop_id)
        .where(Sku.stock_difference != 0, distance > allowed)
    )
    if not actor.all_shops:
        query = query.where(Sku.shop_id.in_(actor.shop_ids))
    if shop_id:
        query = query.where(Sku.shop_id == shop_id)
    if after:
        worst, last = paging.keys(after, (int, UUID))
        query = query.where((distance < worst) | ((distance == worst) & (Sku.id > last)))
    rows = session.execute(query.order_by(distance.desc(), Sku.id).limit(limit + 1))
    found = [(row[0], row[1]) for row in rows]
    more = len(found) > limit
    found = found[:limit]
    if not more:
        return found, None
    last_sku = found[-1][0]
    return found, paging.cursor(abs(last_sku.stock_difference or 0), last_sku.id)


def held(session: Session, sku_ids: Collection[UUID]) -> dict[UUID, int]:
    """Pieces that are set aside, by SKU; those of which none are, are left out."""
    query = (
        select(StockHold.sku_id, func.sum(StockHold.pieces))
        .where(StockHold.sku_id.in_(sku_ids))
        .group_by(StockHold.sku_id)
    )
    return {sku_id: int(pieces) for sku_id, pieces in session.execute(query)}


@dataclass(frozen=True)
class Part:
    """Something a kit consists of: so many pieces in one kit, and its weight in the kit's price."""

    title: str
    qty: int
    weight: int
    spec: str = ""
    sku_id: UUID | None = None


def kits(session: Session, sku_ids: Collection[UUID]) -> dict[UUID, list[Part]]:
    """What the kits among these SKUs consist of (`components` among the product's facts)."""
    rows = session.execute(
        select(Sku.id, Product.facts["components"])
        .join(Product, Product.id == Sku.product_id)
        .where(Sku.id.in_(sku_ids), Product.facts.has_key("components"))
    )
    return {sku_id: [part(each) for each in told] for sku_id, told in rows if told}


def part(told: Mapping[str, Any]) -> Part:
    sku_id = told.get("sku_id")
    return Part(
        title=str(told["title"]),
        qty=int(told.get("qty", 1)),
        weight=int(told["weight"]),
        spec=str(told.get("spec", "")),
        sku_id=UUID(str(sku_id)) if sku_id else None,
    )
