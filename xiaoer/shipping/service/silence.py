"""How long a parcel may be without news, and those that were longer."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import system
from xiaoer.policies import queries as held
from xiaoer.policies import service as policies
from xiaoer.shipping import rules
from xiaoer.shipping.events import ParcelStalled

SILENCE = "tracking_silence"
BATCH = 500

_STAND_STILL = text("""
WITH silent AS (
    SELECT id FROM parcels WHERE look_at <= :now ORDER BY look_at LIMIT :batch
    FOR UPDATE SKIP LOCKED)
UPDATE parcels p SET look_at = NULL, standing_since = coalesce(p.last_at, p.marked_at,
    p.labelled_at), standstill = CASE p.node WHEN 'labelled' THEN 'unscanned'
        WHEN 'picked' THEN 'no_trace' ELSE 'stalled' END
FROM silent s WHERE p.id = s.id
RETURNING p.id, p.shop_id, p.order_id, p.courier, p.tracking_no, p.warehouse_id, p.node,
    p.standstill, p.standing_since
""")


def hours(session: Session, shop_id: UUID) -> list[dict[str, Any]]:
    """Courier, node and hours: what the table in force says of every courier known."""
    version = held.held_table(session, table=SILENCE, shop_id=shop_id, at=clock.now())
    if version is None:
        return []
    key = (version.id, version.content_hash)
    if key not in _hours:
        _hours.clear()
        _hours[key] = [
            {"courier": courier, "node": str(node), "hours": outputs["hours"]}
            for courier in rules.known()
            for node, fact in rules.FACTS.items()
            if "hours"
            in (
                outputs := policies.evaluate(
                    version, {"parcel.node": fact, "parcel.carrier": courier}
                ).outputs
            )
        ]
    return _hours[key]


_hours: dict[tuple[UUID, str], list[dict[str, Any]]] = {}


def find_silent(session: Session) -> int:
    """Say of up to `BATCH` parcels that they stand still, once each; how many."""
    rows = session.execute(_STAND_STILL, {"now": clock.now(), "batch": BATCH}).all()
    told = [
        ParcelStalled(
            shop_id=row.shop_id,
            parcel_id=row.id,
            order_id=row.order_id,
            courier=row.courier,
            tracking_no=row.tracking_no,
            warehouse_id=row.warehouse_id,
            node=row.node,
            standstill=row.standstill,
            since=row.standing_since,
        )
        for row in rows
    ]
    events.emit_many(session, system("clock"), told)
    return len(rows)
