"""What is read of orders to watch them: a few statements however many there are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.reading import run
from xiaoer.shipping.models import ShipWatch, Stage


class Seen(NamedTuple):
    """An order with what its goods promise, what its parcels tell, and how it was watched."""

    id: UUID
    version: int
    source: str
    status: str
    paid_at: datetime | None
    placed_at: datetime | None
    shipped_at: datetime | None
    collected_at: datetime | None
    promised_ship_by: datetime | None
    paid_cents: int
    courier: str
    tracking_no: str
    facts: dict[str, Any]
    was_stage: str | None
    was_warehouse: UUID | None
    held_since: datetime | None
    held_sec: int
    promise_hours: int | None
    presale_on: str | None
    parcels: int
    picked: int
    picked_at: datetime | None
    marked_at: datetime | None
    sent_by: str | None
    sent_from: UUID | None


_WHAT = """
SELECT o.id, o.version, o.source, o.status, o.paid_at, o.placed_at, o.shipped_at, o.collected_at,
    o.promised_ship_by, o.paid_cents, o.courier, o.tracking_no, o.facts,
    w.stage AS was_stage, w.warehouse_id AS was_warehouse, w.held_since,
    coalesce(w.held_sec, 0) AS held_sec,
    goods.promise_hours, goods.presale_on,
    coalesce(sent.parcels, 0) AS parcels, coalesce(sent.picked, 0) AS picked,
    sent.picked_at, sent.marked_at, sent.courier AS sent_by, sent.warehouse_id AS sent_from
FROM orders o
LEFT JOIN ship_watches w ON w.order_id = o.id
CROSS JOIN LATERAL (
    SELECT min((p.facts->>'ship_within_hours')::int)
            FILTER (WHERE jsonb_typeof(p.facts->'ship_within_hours') = 'number') AS promise_hours,
        max(p.facts->>'presale_ship_on') AS presale_on
    FROM order_lines l JOIN skus s ON s.id = l.sku_id JOIN products p ON p.id = s.product_id
    WHERE l.order_id = o.id
) AS goods
CROSS JOIN LATERAL (
    SELECT count(*) AS parcels, count(picked_at) AS picked, max(picked_at) AS picked_at,
        min(marked_at) AS marked_at, max(courier) AS courier,
        (array_agg(warehouse_id))[1] AS warehouse_id
    FROM parcels WHERE order_id = o.id AND node <> 'void'
) AS sent
"""

_BY_ID = f"{_WHAT} WHERE o.id = ANY(%(ids)s) AND o.shop_id = %(shop)s AND o.item_count > 0"
_LOCK = "SELECT 1 FROM ship_watches WHERE order_id = ANY(%(ids)s) ORDER BY order_id FOR UPDATE"
_BETWEEN = text(
    "SELECT id FROM orders WHERE id BETWEEN :first AND :last AND shop_id = :shop AND item_count > 0"
)
_UNWATCHED = text("""
SELECT o.id FROM orders o LEFT JOIN ship_watches w ON w.order_id = o.id
WHERE o.shop_id = :shop AND o.item_count > 0 AND (o.paid_at IS NOT NULL
    OR o.promised_ship_by IS NOT NULL) AND (w.order_id IS NULL OR w.order_version < o.version)
ORDER BY o.id
""")
_OPEN = text("""
SELECT order_id FROM ship_watches
WHERE shop_id = :shop AND stage IN ('waiting', 'owed', 'marked') ORDER BY order_id
""")


def to_watch(session: Session, shop_id: UUID, ids: Sequence[UUID]) -> list[Seen]:
    """The orders with what their goods promise and their parcels tell; their watches are locked
    first, so that what a scan told meanwhile is seen."""
    asked = {"ids": list(ids), "shop": shop_id}
    session.flush()
    run(session, _LOCK, asked)
    return [Seen(*row) for row in run(session, _BY_ID, asked)]


def created_between(session: Session, shop_id: UUID, first: UUID, last: UUID) -> list[UUID]:
    """Orders whose ids lie between: what one import made."""
    return list(
        session.scalars(_BETWEEN, {"shop": shop_id, "first": first, "last": last}),
    )


def unwatched(session: Session, shop_id: UUID) -> list[UUID]:
    """Orders the watch has not seen, or not as they are now."""
    return list(session.scalars(_UNWATCHED, {"shop": shop_id}))


_LABEL = text("""
SELECT EXISTS (SELECT FROM parcels WHERE order_id = :order AND node <> 'void')
    OR EXISTS (SELECT FROM orders WHERE id = :order AND tracking_no <> '')
""")


def has_label(session: Session, order_id: UUID) -> bool:
    """Whether somebody has made a label for the order."""
    return bool(session.scalar(_LABEL, {"order": order_id}))


def watched_open(session: Session, shop_id: UUID) -> list[UUID]:
    """Orders that still wait for a courier."""
    return list(session.scalars(_OPEN, {"shop": shop_id}))


def ship_by(session: Session, order_id: UUID) -> datetime | None:
    """By when an order is to leave; None once it has left, or where nothing is owed or it is
    too late to promise."""
    query = select(ShipWatch.ship_by).where(
        ShipWatch.order_id == order_id,
        ShipWatch.stage == Stage.OWED,
        ShipWatch.ship_by > clock.now(),
    )
    return session.scalar(query)
