"""What can still be promised of a SKU (STK-4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.catalog.models import Replenishment, Sku
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach

_OWED = text("""
SELECT l.sku_id, sum(coalesce(l.quantity, 1))::int AS pieces
FROM orders o JOIN order_lines l ON l.order_id = o.id
WHERE o.shop_id = :shop AND o.status IN ('paid', 'held', 'part_shipped')
    AND l.sku_id IS NOT NULL AND l.status NOT IN ('refunded', 'refused')
    AND (CAST(:skus AS uuid[]) IS NULL OR l.sku_id = ANY(:skus))
GROUP BY l.sku_id
""")


def owed(
    session: Session, shop_id: UUID, sku_ids: Collection[UUID] | None = None
) -> dict[UUID, int]:
    """Pieces that are paid for and have not left, by SKU; without `sku_ids` of the whole shop."""
    asked = {"shop": shop_id, "skus": list(sku_ids) if sku_ids is not None else None}
    return {row.sku_id: row.pieces for row in session.execute(_OWED, asked)}


@dataclass(frozen=True)
class Standing:
    """What there is of a SKU. `available`: None while nobody has counted."""

    sku: Sku
    held: int
    owed: int
    replenishment: Replenishment | None

    @property
    def available(self) -> int | None:
        """What the warehouse counted, less what is kept or sold: the page's number promises
        nothing."""
        counted = self.sku.actual_stock
        return None if counted is None else max(counted - self.held - self.owed, 0)


def standing(session: Session, actor: Actor, sku_id: UUID) -> Standing:
    """One SKU in this moment: four statements."""
    sku = catalog.sku(session, actor, sku_id)
    return standings(session, [sku])[sku_id]


def standings(session: Session, skus: Collection[Sku]) -> dict[UUID, Standing]:
    """Many SKUs of one shop in three statements."""
    if not skus:
        return {}
    ids = [each.id for each in skus]
    sold = owed(session, next(iter(skus)).shop_id, ids)
    held, coming = catalog.held(session, ids), catalog.replenishing(session, ids)
    return {
        each.id: Standing(each, held.get(each.id, 0), sold.get(each.id, 0), coming.get(each.id))
        for each in skus
    }


_SUFFICIENT = text("""
WITH sold AS (
    SELECT l.sku_id, sum(coalesce(l.quantity, 1)) AS pieces
    FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.shop_id = :shop AND o.paid_at >= :since AND l.sku_id IS NOT NULL
    GROUP BY l.sku_id
), owed AS (
    SELECT l.sku_id, sum(coalesce(l.quantity, 1)) AS pieces
    FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.shop_id = :shop AND o.status IN ('paid', 'held', 'part_shipped')
        AND l.sku_id IS NOT NULL AND l.status NOT IN ('refunded', 'refused')
    GROUP BY l.sku_id
), held AS (
    SELECT sku_id, sum(pieces) AS pieces FROM stock_holds WHERE shop_id = :shop GROUP BY sku_id
), standing AS (
    SELECT s.id AS sku_id, p.title, s.spec, s.page_stock, s.actual_stock,
        greatest(s.actual_stock - coalesce(h.pieces, 0) - coalesce(o.pieces, 0), 0)::int
            AS available,
        (s.actual_stock < coalesce(h.pieces, 0) + coalesce(o.pieces, 0)) AS oversold,
        ceil(coalesce(d.pieces, 0) * CAST(:factor AS numeric))::int AS wanted,
        r.pieces AS coming, r.expected_on
    FROM skus s JOIN products p ON p.id = s.product_id
    LEFT JOIN sold d ON d.sku_id = s.id LEFT JOIN owed o ON o.sku_id = s.id
    LEFT JOIN held h ON h.sku_id = s.id
    LEFT JOIN replenishments r ON r.sku_id = s.id AND r.ended_at IS NULL
    WHERE s.shop_id = :shop AND s.on_sale AND s.actual_stock IS NOT NULL
)
SELECT * FROM standing WHERE available < wanted OR oversold OR page_stock > available
ORDER BY oversold DESC, available - wanted, sku_id LIMIT 200
""")


def short_for(
    session: Session, actor: Actor, *, shop_id: UUID, days: int, factor: float
) -> list[Row[Any]]:
    """SKUs on sale of which there is not enough for `factor` times what the last `days` sold,
    that are oversold already, or whose page promises more than can be kept (FM2-1)."""
    must_reach(actor, shop_id)
    since = clock.now() - timedelta(days=days)
    asked = {"shop": shop_id, "since": since, "factor": factor}
    return list(session.execute(_SUFFICIENT, asked))
