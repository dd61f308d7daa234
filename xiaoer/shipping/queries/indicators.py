"""Shipping in time, counted: by day, warehouse or courier (PCK-1, SHP-10)."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import shops
from xiaoer.core.auth import Actor


class By(StrEnum):
    DAY = "day"
    WAREHOUSE = "warehouse"
    COURIER = "courier"
    SHOP = "shop"


_KEYS = {
    By.DAY: "to_char(timezone(:zone, w.paid_at), 'YYYY-MM-DD')",
    By.WAREHOUSE: "coalesce(h.name, '')",
    By.COURIER: "w.courier",
    By.SHOP: "''",
}
_COUNTED = """
SELECT {key} AS name, count(*) AS due,
    count(*) FILTER (WHERE w.handed_at <= w.paid_at + interval '24 hours') AS picked_24h,
    count(*) FILTER (WHERE coalesce(w.marked_at, w.handed_at) IS NOT NULL
        OR w.ship_by <= :now) AS ripe,
    count(*) FILTER (WHERE coalesce(w.marked_at, w.handed_at) <= w.ship_by) AS shipped_in_time,
    count(*) FILTER (WHERE w.stage IN ('owed', 'marked') AND w.due_at <= :now) AS overdue,
    count(*) FILTER (WHERE cardinality(w.missed_told) > 0 AND w.cause = 'merchant') AS own_fault,
    coalesce(sum(d.cents), 0)::bigint AS compensated_cents
FROM ship_watches w LEFT JOIN warehouses h ON h.id = w.warehouse_id
LEFT JOIN LATERAL (SELECT sum(compensated_cents) AS cents FROM ship_delays
    WHERE order_id = w.order_id) AS d ON true
WHERE w.shop_id = :shop AND w.paid_at >= :since AND w.paid_at < :until
    AND (w.stage <> 'ended' OR w.handed_at IS NOT NULL OR w.marked_at IS NOT NULL)
    AND w.stage <> 'waiting'
    AND (w.handed_at IS NOT NULL OR w.paid_at <= :now - interval '24 hours')
GROUP BY 1 ORDER BY 1
"""


def indicators(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime,
    now: datetime, by: By = By.SHOP,
) -> Sequence[Row[Any]]:  # fmt: skip
    """Of the orders paid in the period that are due: picked up within 24 h of payment, shipped in
    time, overdue now, late by the shop's own fault, and what was paid for it.

    Due are orders scanned by a courier or paid 24 h ago; not those called off before they left.
    """
    shops.must_reach(actor, shop_id)
    asked = {
        "shop": shop_id,
        "since": since,
        "until": until,
        "now": now,
        "zone": str(shops.get(session, shop_id).zone),
    }
    return session.execute(text(_COUNTED.format(key=_KEYS[by])), asked).all()
