"""The orders to look at first, and those that goods are missing for (ORD-5, STK-7)."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach


class Risk(StrEnum):
    """Why an order is on the list."""

    NOT_SHIPPED = "not_shipped"
    NOT_MOVING = "not_moving"
    NOT_SIGNED = "not_signed"


_FOCUS = text("""
WITH unshipped AS (
    SELECT order_id, due_at, threat, compensation_cents, 'not_shipped' AS risk,
        CASE urgency WHEN 'over' THEN 100 WHEN 'last' THEN 80 WHEN 'near' THEN 60
            WHEN 'soon' THEN 40 ELSE 0 END + CASE WHEN threat IS NOT NULL THEN 30 ELSE 0 END
            + CASE WHEN overlooked THEN 10 ELSE 0 END AS score, due_at AS since
    FROM ship_watches
    WHERE shop_id = :shop AND stage = 'owed'
        AND (urgency <> 'calm' OR threat IS NOT NULL OR overlooked)
    ORDER BY score DESC, due_at LIMIT :limit
), still AS (
    SELECT p.order_id, w.due_at, w.threat, w.compensation_cents,
        CASE WHEN p.node IN ('out_for_delivery', 'at_point') THEN 'not_signed'
            ELSE 'not_moving' END AS risk,
        CASE p.standstill WHEN 'no_trace' THEN 90 WHEN 'unscanned' THEN 70 ELSE 50 END AS score,
        p.standing_since AS since
    FROM parcels p JOIN ship_watches w ON w.order_id = p.order_id
    WHERE p.shop_id = :shop AND p.standstill IS NOT NULL
        AND p.node NOT IN ('signed', 'returned', 'lost', 'void')
    ORDER BY score DESC, p.standing_since LIMIT :limit
), risky AS (
    SELECT * FROM unshipped UNION ALL SELECT * FROM still
), worst AS (
    SELECT DISTINCT ON (order_id) * FROM risky ORDER BY order_id, score DESC, since
)
SELECT f.*, o.order_no, o.customer_id, o.status, o.courier, o.tracking_no, o.parcel_text,
    c.name AS customer
FROM worst f JOIN orders o ON o.id = f.order_id LEFT JOIN customers c ON c.id = o.customer_id
WHERE o.status NOT IN ('refunding', 'closed', 'cancelled')
ORDER BY f.score DESC, f.since, f.order_id LIMIT :limit
""")


def focus(session: Session, actor: Actor, *, shop_id: UUID, limit: int = 100) -> Sequence[Row[Any]]:
    """Paid and not shipped, shipped and not moving, delivered and not signed: the riskiest first.
    An order is there once, for the worst of it."""
    must_reach(actor, shop_id)
    return session.execute(_FOCUS, {"shop": shop_id, "limit": limit}).all()


_SHORT = text("""
SELECT d.id AS delay_id, d.order_id, o.order_no, o.paid_cents, o.currency, d.opened_at, d.told_at,
    d.expected_at, d.answer, d.ended_at, t.id AS task_id, t.number AS task_number,
    t.state AS task_state, c.name AS customer,
    CASE WHEN o.status IN ('closed', 'cancelled', 'refunding') OR d.ended_why = 'called_off'
        THEN 'lost_order' ELSE 'delayed_shipment' END AS loss,
    (SELECT l.title || ' ' || l.spec FROM order_lines l JOIN skus s ON s.id = l.sku_id
        WHERE l.order_id = o.id AND s.actual_stock IS NOT NULL
        ORDER BY s.actual_stock, l.position LIMIT 1) AS goods
FROM ship_delays d JOIN orders o ON o.id = d.order_id LEFT JOIN tasks t ON t.id = d.task_id
LEFT JOIN customers c ON c.id = o.customer_id
WHERE d.shop_id = :shop AND d.threat = 'no_stock' AND d.opened_at >= :since
ORDER BY d.ended_at IS NOT NULL, d.opened_at DESC, d.id LIMIT 200
""")


def short_of(
    session: Session, actor: Actor, *, shop_id: UUID, days: int = 30
) -> Sequence[Row[Any]]:
    """Orders that goods are or were missing for: what it cost, and whose task the customer is."""
    must_reach(actor, shop_id)
    since = clock.now() - timedelta(days=days)
    return session.execute(_SHORT, {"shop": shop_id, "since": since}).all()
