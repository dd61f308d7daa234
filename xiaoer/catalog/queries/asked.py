"""Reads of what is asked for, what is on its way, and what there is to know of a product."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from xiaoer.catalog.errors import ProductNotFound
from xiaoer.catalog.models import Product, ProductCard, Replenishment, RiskHint, Sku, StockAsk
from xiaoer.catalog.queries.goods import products_visible_to
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach


def product(session: Session, actor: Actor, product_id: UUID) -> Product:
    found = session.scalar(products_visible_to(actor).where(Product.id == product_id))
    if found is None:
        raise ProductNotFound
    return found


def cards(session: Session, product_ids: Collection[UUID]) -> dict[UUID, ProductCard]:
    query = select(ProductCard).where(ProductCard.product_id.in_(product_ids))
    return {each.product_id: each for each in session.scalars(query)}


def hints(session: Session, products: Collection[Product]) -> dict[UUID, list[RiskHint]]:
    """What must be told of each product: its own hints and those of its category."""
    if not products:
        return {}
    query = select(RiskHint).where(
        RiskHint.active,
        RiskHint.shop_id.in_({each.shop_id for each in products}),
        RiskHint.product_id.in_([each.id for each in products])
        | RiskHint.category.in_({each.category for each in products if each.category}),
    )
    found = list(session.scalars(query.order_by(RiskHint.id)))
    return {
        each.id: [
            hint
            for hint in found
            if hint.shop_id == each.shop_id
            and (hint.product_id == each.id or (hint.category and hint.category == each.category))
        ]
        for each in products
    }


def asked_in(session: Session, sku_id: UUID, conversation_id: UUID) -> StockAsk | None:
    """The note that this SKU was asked for in that talk."""
    query = select(StockAsk).where(
        StockAsk.sku_id == sku_id, StockAsk.conversation_id == conversation_id
    )
    return session.scalars(query.order_by(StockAsk.id.desc()).limit(1)).first()


def replenishing(session: Session, sku_ids: Collection[UUID]) -> dict[UUID, Replenishment]:
    """The open request for each of these SKUs."""
    query = select(Replenishment).where(
        Replenishment.sku_id.in_(sku_ids), Replenishment.ended_at.is_(None)
    )
    return {each.sku_id: each for each in session.scalars(query)}


def replenishments(
    session: Session, actor: Actor, *, shop_id: UUID, ended: bool = False, limit: int = 200
) -> list[tuple[Replenishment, Sku, str]]:
    """What is asked for, the oldest first; or what was, the latest first."""
    must_reach(actor, shop_id)
    query = (
        select(Replenishment, Sku, Product.title)
        .join(Sku, Sku.id == Replenishment.sku_id)
        .join(Product, Product.id == Sku.product_id)
        .where(Replenishment.shop_id == shop_id)
    )
    if ended:
        query = query.where(Replenishment.ended_at.is_not(None))
        query = query.order_by(Replenishment.ended_at.desc())
    else:
        query = query.where(Replenishment.ended_at.is_(None)).order_by(Replenishment.asked_at)
    return [(row[0], row[1], row[2]) for row in session.execute(query.limit(limit))]


_ASKED = text("""
SELECT a.sku_id, p.title, s.spec, s.code, s.page_stock, s.actual_stock,
    count(*) FILTER (WHERE a.at >= :since) AS asks,
    count(*) FILTER (WHERE a.at >= :since AND a.lost) AS lost,
    coalesce(sum(a.pieces) FILTER (WHERE a.at >= :since AND a.lost), 0)::int AS lost_pieces,
    count(*) FILTER (WHERE a.at < :since) AS before
FROM stock_asks a JOIN skus s ON s.id = a.sku_id JOIN products p ON p.id = s.product_id
WHERE a.shop_id = :shop AND a.at >= :before AND a.at < :until
GROUP BY a.sku_id, p.title, s.spec, s.code, s.page_stock, s.actual_stock
HAVING count(*) FILTER (WHERE a.at >= :since) > 0
ORDER BY lost DESC, asks DESC, a.sku_id LIMIT 200
""")


def asked(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """What was asked for in a time, and how often in the same time before it, a day at least
    (STK-8, STK-9)."""
    must_reach(actor, shop_id)
    before = since - max(until - since, timedelta(days=1))
    asked_ = {"shop": shop_id, "since": since, "until": until, "before": before}
    return session.execute(_ASKED, asked_).all()
