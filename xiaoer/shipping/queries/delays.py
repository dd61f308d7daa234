"""Delays as lists, and what they came to (SHP-5, SHP-9)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach

_LISTED = """
SELECT d.*, o.order_no, o.customer_id, o.currency, w.stage, w.due_at, w.complaint,
    w.compensation_cents, c.name AS customer
FROM ship_delays d JOIN orders o ON o.id = d.order_id JOIN ship_watches w ON w.order_id = d.order_id
LEFT JOIN customers c ON c.id = o.customer_id
WHERE d.shop_id = :shop AND (d.ended_at IS NOT NULL) = :over
    AND (CAST(:order AS uuid) IS NULL OR d.order_id = :order)
    AND (CAST(:key AS timestamptz) IS NULL OR (d.opened_at, d.id) < (:key, :id))
ORDER BY d.opened_at DESC, d.id DESC LIMIT :limit
"""


def delays(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    over: bool = False,
    order_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Row[Any]], str | None]:
    """Delays under way, or those that ended, the newest first; one statement."""
    must_reach(actor, shop_id)
    key, last = paging.keys(after, (datetime, UUID)) if after else (None, None)
    asked = {"shop": shop_id, "over": over, "order": order_id, "key": key, "id": last}
    rows = session.execute(text(_LISTED), asked | {"limit": limit + 1}).all()
    page = rows[:limit]
    more = len(rows) > limit
    return page, paging.cursor(page[-1].opened_at, page[-1].id) if more else None


_PAID = text("""
SELECT d.cause, d.warehouse_id, h.name AS warehouse, p.title AS product, count(DISTINCT d.id) AS
    delays, count(DISTINCT d.id) FILTER (WHERE d.compensated_cents > 0) AS compensated,
    sum(d.compensated_cents) AS cents
FROM ship_delays d LEFT JOIN warehouses h ON h.id = d.warehouse_id
LEFT JOIN LATERAL (SELECT title FROM order_lines WHERE order_id = d.order_id
    ORDER BY paid_cents DESC, position LIMIT 1) AS p ON true
WHERE d.shop_id = :shop AND d.opened_at >= :since AND d.opened_at < :until
GROUP BY 1, 2, 3, 4 ORDER BY cents DESC, delays DESC, product LIMIT 500
""")


def compensations(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """Delays and what was paid for them, by cause, warehouse and the order's main product."""
    must_reach(actor, shop_id)
    return session.execute(_PAID, {"shop": shop_id, "since": since, "until": until}).all()
