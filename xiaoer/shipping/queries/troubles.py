"""Logistics cases as lists, and how couriers do (LOG-6)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach
from xiaoer.shipping.errors import TroubleNotFound
from xiaoer.shipping.models import Trouble, TroubleEntry

_LISTED = text("""
SELECT t.*, o.order_no, o.customer_id, o.currency, p.tracking_no, c.name AS customer,
    e.text AS last_text, e.at AS last_at
FROM logistics_cases t JOIN orders o ON o.id = t.order_id LEFT JOIN parcels p ON p.id = t.parcel_id
LEFT JOIN customers c ON c.id = o.customer_id
LEFT JOIN LATERAL (SELECT text, at FROM logistics_entries WHERE trouble_id = t.id
    ORDER BY id DESC LIMIT 1) AS e ON true
WHERE t.shop_id = :shop AND (t.ended_at IS NOT NULL) = :over
    AND (CAST(:order AS uuid) IS NULL OR t.order_id = :order)
    AND (CAST(:key AS timestamptz) IS NULL OR (t.opened_at, t.id) < (:key, :id))
ORDER BY t.opened_at DESC, t.id DESC LIMIT :limit
""")


def troubles(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    over: bool = False,
    order_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Row[Any]], str | None]:
    """Cases that are open, or over, the newest first; one statement."""
    must_reach(actor, shop_id)
    key, last = paging.keys(after, (datetime, UUID)) if after else (None, None)
    asked = {"shop": shop_id, "over": over, "order": order_id, "key": key, "id": last}
    rows = session.execute(_LISTED, asked | {"limit": limit + 1}).all()
    page, more = rows[:limit], len(rows) > limit
    return page, paging.cursor(page[-1].opened_at, page[-1].id) if more else None


def entries(session: Session, actor: Actor, trouble_id: UUID) -> Sequence[TroubleEntry]:
    """What was done in a case, in order."""
    trouble = session.get(Trouble, trouble_id)
    if trouble is None or not actor.reaches(trouble.shop_id):
        raise TroubleNotFound
    query = select(TroubleEntry).where(TroubleEntry.trouble_id == trouble_id)
    return session.scalars(query.order_by(TroubleEntry.id)).all()


_PERFORMANCE = """
SELECT p.courier, {region} AS region, count(*) AS parcels,
    count(*) FILTER (WHERE p.signed_at IS NOT NULL) AS signed,
    round(avg(extract(epoch FROM p.picked_at - p.labelled_at) / 3600)
        FILTER (WHERE p.picked_at IS NOT NULL), 1)::float AS pickup_hours,
    round(avg(extract(epoch FROM p.signed_at - p.picked_at) / 3600)
        FILTER (WHERE p.signed_at IS NOT NULL AND p.picked_at IS NOT NULL), 1)::float AS way_hours,
    count(t.id) AS exceptions,
    round(avg(a.hours), 1)::float AS answer_hours,
    count(t.id) FILTER (WHERE t.claim_cents > 0) AS claims,
    coalesce(sum(t.claim_cents), 0)::bigint AS claim_cents,
    coalesce(sum(t.paid_cents), 0)::bigint AS paid_cents
FROM parcels p
LEFT JOIN LATERAL (SELECT * FROM logistics_cases WHERE parcel_id = p.id
    ORDER BY id DESC LIMIT 1) AS t ON true
LEFT JOIN LATERAL (SELECT avg(extract(epoch FROM answered_at - at) / 3600) AS hours
    FROM logistics_entries WHERE trouble_id = t.id AND answered_at IS NOT NULL) AS a ON true
WHERE p.shop_id = :shop AND p.labelled_at >= :since AND p.labelled_at < :until
    AND p.node <> 'void'
GROUP BY 1, 2 ORDER BY 1, 3 DESC
"""


def performance(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    since: datetime,
    until: datetime,
    regions: bool = False,
) -> Sequence[Row[Any]]:
    """How each courier did with the parcels labelled in the period: hours to pickup and on the
    way, cases, hours until it answered, and claims. With `regions` apart for each."""
    must_reach(actor, shop_id)
    statement = text(_PERFORMANCE.format(region="p.region" if regions else "''"))
    return session.execute(statement, {"shop": shop_id, "since": since, "until": until}).all()
