"""Scans come in, in any order and any number of times, and are right all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import ParcelNews
from xiaoer.shipping import rules
from xiaoer.shipping.events import ParcelMoved
from xiaoer.shipping.models import Node
from xiaoer.shipping.service import silence, watching


@dataclass(frozen=True, slots=True)
class Scan:
    """A courier's word about a number: `code` as domain.md §10 lists them."""

    courier: str
    tracking_no: str
    at: datetime
    code: str
    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch: new scans, known ones, and those of numbers nobody told us of."""

    new: int
    known: int
    stray: int
    refused: list[int]
    """Places in the batch of scans whose code means nothing."""


_ASKED = """
jsonb_to_recordset(CAST(:rows AS jsonb)) AS s(id uuid, courier text, tracking_no text,
    at timestamptz, code text, node text, text text, place text)
"""

_TAKE = text(f"""
WITH told AS (
    SELECT s.*, p.id AS parcel_id FROM {_ASKED}
    LEFT JOIN parcels p
        ON p.tracking_no = s.tracking_no AND p.courier = s.courier AND p.shop_id = :shop
), kept AS (
    INSERT INTO tracking_events (parcel_id, at, code, place, text, node, received_at)
    SELECT parcel_id, at, code, place, text, node, :now FROM told WHERE parcel_id IS NOT NULL
    ORDER BY parcel_id, at
    ON CONFLICT DO NOTHING RETURNING parcel_id
), strays AS (
    INSERT INTO stray_tracking_events
        (id, shop_id, courier, tracking_no, at, code, place, text, node, received_at)
    SELECT id, :shop, courier, tracking_no, at, code, place, text, node, :now
    FROM told WHERE parcel_id IS NULL
    ON CONFLICT DO NOTHING
)
SELECT array(SELECT DISTINCT parcel_id FROM kept) AS parcels, (SELECT count(*) FROM kept) AS new,
    (SELECT count(*) FROM told WHERE parcel_id IS NOT NULL) AS told,
    (SELECT count(*) FROM told WHERE parcel_id IS NULL) AS stray
""")

_LOCK_ORDERS = text("""
SELECT FROM orders WHERE id IN (SELECT order_id FROM parcels WHERE id = ANY(:ids))
ORDER BY id FOR NO KEY UPDATE
""")
"""Whoever writes parcels of an order holds the order; who only refers to it need not wait."""
_BEFORE = text("SELECT id, node, picked_at FROM parcels WHERE id = ANY(:ids)")

_SUM_UP = text("""
WITH scans AS (
    SELECT parcel_id, count(*) AS scans,
        min(at) FILTER (WHERE node = ANY(:in_hand)) AS picked_at,
        min(at) FILTER (WHERE node = ANY(:turned)) AS turned_at,
        min(at) FILTER (WHERE node = 'out_for_delivery') AS delivery_at
    FROM tracking_events WHERE parcel_id = ANY(:ids) GROUP BY parcel_id
), latest AS (
    SELECT DISTINCT ON (parcel_id) parcel_id, at, code, place, text, node
    FROM tracking_events WHERE parcel_id = ANY(:ids)
    ORDER BY parcel_id, at DESC, array_position(CAST(:ranks AS varchar[]), node) DESC
), stand AS (
    SELECT s.*, l.at, l.code, l.place, l.text, CASE
        WHEN s.turned_at IS NULL OR s.turned_at > l.at OR l.node = ANY(:turned) THEN l.node
        WHEN l.node = 'signed' THEN 'returned'
        WHEN l.node IN ('picked', 'in_transit', 'out_for_delivery', 'at_point') THEN 'returning'
        ELSE l.node END AS node
    FROM scans s JOIN latest l USING (parcel_id)
), silence AS (
    SELECT * FROM jsonb_to_recordset(CAST(:silence AS jsonb))
        AS q(courier text, node text, hours int)
)
UPDATE parcels p SET node = s.node, code = s.code, text = s.text, place = s.place,
    last_at = s.at, scans = s.scans, picked_at = s.picked_at, delivery_at = s.delivery_at,
    signed_at = CASE WHEN s.node = 'signed' THEN s.at END,
    standstill = CASE WHEN p.last_at = s.at AND p.node = s.node THEN p.standstill END,
    standing_since = CASE WHEN p.last_at = s.at AND p.node = s.node THEN p.standing_since END,
    look_at = CASE WHEN p.last_at = s.at AND p.node = s.node THEN p.look_at
        ELSE s.at + make_interval(hours => (
            SELECT hours FROM silence WHERE courier = p.courier AND silence.node = s.node)) END
FROM stand s WHERE p.id = s.parcel_id
RETURNING p.id, p.order_id, p.courier, p.tracking_no, p.node, p.code, p.text, p.last_at,
    p.picked_at
""")

_STAND = text("""
SELECT order_id, bool_and(picked_at IS NOT NULL) AS picked, max(picked_at) AS picked_at,
    bool_and(node = 'signed') AS signed, max(signed_at) AS signed_at
FROM parcels WHERE order_id = ANY(:ids) AND node <> 'void' GROUP BY order_id
""")


def take(session: Session, actor: Actor, *, shop_id: UUID, scans: Sequence[Scan]) -> Taken:
    """Take a batch of scans: parcels, orders, deadlines and the board follow in this transaction.

    A scan told again changes nothing. What a parcel's scans come to is read from all of them, so
    one that arrives late still counts at its own time. Scans of numbers nobody told us of are kept
    until the parcel is made known.
    """
    actor.must(Permission.SHIPPING_TRACK)
    must_reach(actor, shop_id)
    rows, refused = _read(scans)
    asked = {"rows": orjson.dumps(rows).decode(), "shop": shop_id, "now": clock.now()}
    found = session.execute(_TAKE, asked).one()
    sum_up(session, actor, shop_id=shop_id, parcel_ids=found.parcels)
    return Taken(found.new, found.told - found.new, found.stray, refused)


_SHOPS = text("""
SELECT DISTINCT p.shop_id, p.courier, p.tracking_no FROM parcels p
WHERE p.tracking_no = ANY(:numbers)
""")


def take_anywhere(session: Session, actor: Actor, *, scans: Sequence[Scan]) -> Taken:
    """Scans of a service that follows parcels of every shop: each goes where its number is known.

    Those of numbers nobody here knows are not ours and are counted as stray.
    """
    rows = session.execute(_SHOPS, {"numbers": list({each.tracking_no for each in scans})})
    homes: dict[tuple[str, str], list[UUID]] = {}
    for row in rows:
        homes.setdefault((row.courier, row.tracking_no), []).append(row.shop_id)
    by_shop: dict[UUID, list[Scan]] = {}
    stray = 0
    for scan in scans:
        found = homes.get((rules.code_of(scan.courier), scan.tracking_no.strip()), [])
        stray += not found
        for shop_id in found:
            by_shop.setdefault(shop_id, []).append(scan)
    taken = [
        take(session, actor, shop_id=shop_id, scans=by_shop[shop_id]) for shop_id in sorted(by_shop)
    ]
    return Taken(
        sum(each.new for each in taken),
        sum(each.known for each in taken),
        stray,
        [place for each in taken for place in each.refused],
    )


def _read(scans: Sequence[Scan]) -> tuple[list[dict[str, Any]], list[int]]:
    rows, refused = [], []
    for place, scan in enumerate(scans):
        node = rules.node_of(scan.code)
        if node is None:
            refused.append(place)
            continue
        row = {name: getattr(scan, name) for name in ("at", "code", "text")}
        row |= {"id": ids.new_id(), "node": node, "place": scan.place[:100]}
        row |= {"courier": rules.code_of(scan.courier), "tracking_no": scan.tracking_no.strip()}
        rows.append(row)
    return rows, refused


def sum_up(session: Session, actor: Actor, *, shop_id: UUID, parcel_ids: Sequence[UUID]) -> None:
    """Let parcels stand where all their scans together say, and orders and watches follow."""
    if not parcel_ids:
        return
    session.execute(_LOCK_ORDERS, {"ids": list(parcel_ids)})
    before = {row.id: row for row in session.execute(_BEFORE, {"ids": list(parcel_ids)})}
    asked = {
        "ids": list(parcel_ids),
        "in_hand": [str(node) for node in rules.IN_HAND],
        "turned": [str(node) for node in rules.TURNED],
        "ranks": [str(node) for node in rules.ORDER],
        "silence": orjson.dumps(silence.hours(session, shop_id)).decode(),
    }
    rows = session.execute(_SUM_UP, asked).all()
    _report(session, actor, rows)
    picked = {row.order_id for row in rows if before[row.id].picked_at != row.picked_at}
    picked |= {row.order_id for row in rows if row.node == Node.VOID}
    watching.watch(session, shop_id, sorted(picked))
    told = [_moved(shop_id, row, before[row.id].node) for row in rows]
    events.emit_many(session, actor, [each for each in told if each.before != each.node])


def _report(session: Session, actor: Actor, rows: Sequence[Any]) -> None:
    latest = {row.order_id: row for row in sorted(rows, key=lambda row: row.last_at)}
    stands = session.execute(_STAND, {"ids": list(latest)})
    news = []
    for stand in stands:
        row = latest[stand.order_id]
        reached = OrderStatus.SIGNED if stand.signed else None
        if reached is None and stand.picked:
            reached = OrderStatus.IN_TRANSIT
        news.append(
            ParcelNews(
                order_id=row.order_id,
                courier=rules.name_of(row.courier),
                tracking_no=row.tracking_no,
                text=row.text,
                at=row.last_at,
                reached=reached,
                shipped_at=stand.picked_at,
                signed_at=stand.signed_at if stand.signed else None,
            )
        )
    orders.report_parcels(session, actor, news)


def _moved(shop_id: UUID, row: Any, before: str) -> ParcelMoved:
    return ParcelMoved(
        shop_id=shop_id,
        parcel_id=row.id,
        order_id=row.order_id,
        courier=row.courier,
        tracking_no=row.tracking_no,
        before=str(before),
        node=str(row.node),
        code=row.code,
        text=row.text,
        at=row.last_at,
    )
