"""What couriers tell of parcels moves their orders: many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor
from xiaoer.orders.events import OrderMoved
from xiaoer.orders.models import OrderStatus

S = OrderStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelNews:
    """The latest of an order's parcels, and how far all of them together bring it."""

    order_id: UUID
    courier: str
    tracking_no: str
    text: str
    at: datetime | None
    """When the courier said so; None: there is a number, and no word yet."""
    reached: OrderStatus | None
    """Shipped, in transit or signed; None: not all of it has come so far."""
    shipped_at: datetime | None
    signed_at: datetime | None


_FROM = {
    S.PART_SHIPPED: (S.PAID,),
    S.SHIPPED: (S.PAID, S.PART_SHIPPED),
    S.IN_TRANSIT: (S.PAID, S.SHIPPED),
    S.SIGNED: (S.PAID, S.SHIPPED, S.IN_TRANSIT),
}
"""A scan proves what the shop forgot to say, so a paid order may be found on its way."""
_MOVES = ", ".join(
    f"('{before.value}', '{after.value}')" for after, froms in _FROM.items() for before in froms
)

_REPORT = text(f"""
UPDATE orders o SET courier = t.courier, tracking_no = t.tracking_no,
    parcel_text = CASE WHEN newer THEN t.text ELSE o.parcel_text END,
    parcel_at = CASE WHEN newer THEN t.at ELSE o.parcel_at END,
    status = CASE WHEN moves THEN t.reached ELSE o.status END,
    shipped_at = CASE WHEN moves THEN coalesce(o.shipped_at, t.shipped_at) ELSE o.shipped_at END,
    signed_at = CASE WHEN moves AND t.reached = 'signed' THEN coalesce(o.signed_at, t.signed_at)
        ELSE o.signed_at END,
    version = o.version + 1, updated_at = :now
FROM (
    SELECT was.id, was.status, told.*,
        told.at IS NOT NULL AND (was.parcel_at IS NULL OR told.at > was.parcel_at) AS newer,
        coalesce((was.status, told.reached) IN ({_MOVES}), false) AS moves
    FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS told(order_id uuid, courier text,
        tracking_no text, text text, at timestamptz, reached text, shipped_at timestamptz,
        signed_at timestamptz)
    JOIN orders was ON was.id = told.order_id
    ORDER BY was.id FOR NO KEY UPDATE OF was
) AS t
WHERE o.id = t.id AND (t.newer OR t.moves OR o.tracking_no = '')
RETURNING o.id, o.shop_id, o.order_no, o.customer_id, t.status AS before, o.status AS after
""")


def report_parcels(session: Session, actor: Actor, news: Sequence[ParcelNews]) -> None:
    """Take the couriers' latest words about many orders; older news changes nothing.

    The order moves as far as its parcels have come, and no step back; one that is refunded, held
    or closed stays where it is. Who moved is told step by step, so that what waits for “shipped”
    hears it also when the first word was a scan.
    """
    if not news:
        return
    rows = orjson.dumps(news).decode()
    found = session.execute(_REPORT, {"rows": rows, "now": clock.now()})
    told = []
    for row in found:
        if row.before != row.after:
            told += _steps(row.before, row.after, row)
    events.emit_many(session, actor, told)


def _steps(before: str, after: str, row: object) -> list[OrderMoved]:
    skipped = before == S.PAID and after in (S.IN_TRANSIT, S.SIGNED)
    path = [before, S.SHIPPED.value, after] if skipped else [before, after]
    return [
        OrderMoved(
            shop_id=row.shop_id,  # type: ignore[attr-defined]
            order_id=row.id,  # type: ignore[attr-defined]
            order_no=row.order_no,  # type: ignore[attr-defined]
            customer_id=row.customer_id,  # type: ignore[attr-defined]
            before=first,
            after=then,
            by_scan=True,
        )
        for first, then in pairwise(path)
    ]
