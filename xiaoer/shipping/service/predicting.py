"""Orders that will miss their deadline are found before they do (SHP-3)."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import system
from xiaoer.shipping.events import DelaysPredicted

HORIZON = timedelta(hours=48)
"""Only deadlines so near are foreseen: the pace of a warehouse tells little about next week."""
PACE_HOURS = 24
QUIET = timedelta(hours=12)
"""A courier with parcels waiting and no pickup for so long has stopped."""
WAITING_AT_LEAST = 5
KNOWN_FOR = timedelta(days=7)

_PREDICT = text("""
WITH owed AS (
    SELECT order_id, warehouse_id, courier, due_at, stage,
        row_number() OVER (PARTITION BY warehouse_id, stage ORDER BY due_at, order_id) AS place
    FROM ship_watches
    WHERE shop_id = :shop AND stage IN ('owed', 'marked') AND due_at < :horizon
), pace AS (
    SELECT warehouse_id, count(*) FILTER (WHERE handed_at > :since)::float / :hours AS per_hour
    FROM ship_watches WHERE shop_id = :shop AND handed_at > :known GROUP BY warehouse_id
), stopped AS (
    SELECT courier FROM courier_desks WHERE shop_id = :shop AND stopped_since IS NOT NULL
    UNION
    SELECT courier FROM parcels WHERE shop_id = :shop AND labelled_at > :known
    GROUP BY courier
    HAVING count(*) FILTER (WHERE node = 'labelled' AND marked_at < :quiet) >= :waiting
        AND max(picked_at) < :quiet
), wanting AS (
    SELECT DISTINCT order_id FROM (
        SELECT l.order_id, s.actual_stock, sum(coalesce(l.quantity, 1)) OVER (
            PARTITION BY l.sku_id ORDER BY o.due_at, o.order_id) AS wanted
        FROM owed o JOIN order_lines l ON l.order_id = o.order_id JOIN skus s ON s.id = l.sku_id
        WHERE o.stage = 'owed' AND s.actual_stock IS NOT NULL
    ) AS queue WHERE wanted > actual_stock
), foreseen AS (
    SELECT o.order_id, CASE
        WHEN n.order_id IS NOT NULL THEN 'no_stock'
        WHEN s.courier IS NOT NULL THEN 'courier_stopped'
        WHEN o.stage = 'owed' AND ready.at > o.due_at THEN 'backlog' END AS threat,
        CASE WHEN o.stage = 'owed' THEN ready.at END AS expected_at
    FROM owed o
    LEFT JOIN wanting n USING (order_id)
    LEFT JOIN stopped s ON s.courier = o.courier
    LEFT JOIN pace p ON p.warehouse_id IS NOT DISTINCT FROM o.warehouse_id
    LEFT JOIN LATERAL (
        SELECT :now + o.place / greatest(p.per_hour, 0.01) * interval '1 hour' AS at
    ) AS ready ON p.per_hour IS NOT NULL
), changed AS (
    SELECT w.order_id, w.threat AS was, f.threat, CASE WHEN f.threat IS NOT NULL
        THEN f.expected_at END AS expected_at
    FROM ship_watches w LEFT JOIN foreseen f USING (order_id)
    WHERE w.shop_id = :shop AND w.stage IN ('owed', 'marked')
        AND (w.threat IS NOT NULL OR f.threat IS NOT NULL)
        AND (w.threat IS DISTINCT FROM f.threat)
    ORDER BY w.order_id FOR UPDATE OF w
)
UPDATE ship_watches w SET threat = c.threat, expected_at = c.expected_at
FROM changed c WHERE w.order_id = c.order_id
RETURNING w.order_id, w.warehouse_id, w.courier, c.was, w.threat, w.expected_at
""")


def predict(session: Session, shop_id: UUID) -> int:
    """Say which orders of the shop will be late: no stock, a backlog against the warehouse's pace
    of the last day, a courier that has stopped. How many it newly says so of.

    A threat that is over is taken back. Each order is announced once for a reason.
    """
    now = clock.now()
    rows = session.execute(
        _PREDICT,
        {
            "shop": shop_id,
            "now": now,
            "horizon": now + HORIZON,
            "since": now - timedelta(hours=PACE_HOURS),
            "hours": PACE_HOURS,
            "known": now - KNOWN_FOR,
            "quiet": now - QUIET,
            "waiting": WAITING_AT_LEAST,
        },
    ).all()
    fresh: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in rows:
        if row.threat is not None:
            fresh[row.warehouse_id, row.courier, row.threat].append(row)
    told = [
        DelaysPredicted(
            shop_id=shop_id,
            warehouse_id=warehouse_id,
            courier=courier,
            threat=threat,
            order_ids=[row.order_id for row in group],
            expected_at=_latest([row.expected_at for row in group]),
        )
        for (warehouse_id, courier, threat), group in fresh.items()
    ]
    events.emit_many(session, system("shipping"), told)
    return sum(len(each.order_ids) for each in told)


def _latest(moments: list[datetime | None]) -> datetime | None:
    known = [each for each in moments if each is not None]
    return max(known, default=None)
