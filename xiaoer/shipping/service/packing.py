"""Parcels are made known: a number for an order, from the warehouse or a marketplace."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.shops import must_reach
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import ParcelNews
from xiaoer.shipping import rules
from xiaoer.shipping.events import ParcelRegistered
from xiaoer.shipping.models import Node
from xiaoer.shipping.service import duties, silence, tracking, watching

REUSED_WITHIN = timedelta(days=30)
"""A number used again so soon is a sign of a shipment that is none (domain.md §4)."""


@dataclass(frozen=True, slots=True)
class Label:
    """A parcel of an order. `marked`: the shop says it is on its way. `last`: none follows."""

    order_no: str
    courier: str
    tracking_no: str
    labelled_at: datetime | None = None
    marked: bool = True
    last: bool = True
    warehouse: str = ""
    region: str = ""


class Held(StrEnum):
    """Why an order must not leave yet."""

    REMARK_UNSEEN = "remark_unseen"
    ADDRESS = "address"
    COD = "cod"


@dataclass(frozen=True, slots=True)
class Packed:
    """What became of a batch; `refused` are places whose order is not there."""

    new: int
    known: int
    refused: list[int]
    held: dict[int, Held] = field(default_factory=dict)
    """Places whose order must not leave yet, and why; people's labels only (MEM-5, COD-1)."""


_ORDERS = text("""
SELECT order_no, id, status, receiver_address FROM orders
WHERE shop_id = :shop AND order_no = ANY(:numbers) ORDER BY id FOR UPDATE
""")
_WAREHOUSES = text("SELECT code, id FROM warehouses WHERE shop_id = :shop AND active")
_REUSED = text("""
SELECT DISTINCT p.courier, p.tracking_no FROM parcels p
JOIN jsonb_to_recordset(:rows) AS r(order_id uuid, courier text, tracking_no text)
    ON p.tracking_no = r.tracking_no AND p.courier = r.courier
JOIN orders theirs ON theirs.id = p.order_id JOIN orders ours ON ours.id = r.order_id
WHERE p.created_at > :since AND p.order_id <> r.order_id
    AND theirs.receiver_address IS DISTINCT FROM ours.receiver_address
""").bindparams(bindparam("rows", type_=JSONB))
_INSERT = text("""
INSERT INTO parcels (id, shop_id, order_id, courier, tracking_no, warehouse_id, node, region,
    labelled_at, marked_at, look_at, doubts, created_at)
SELECT id, :shop, order_id, courier, tracking_no, warehouse_id, 'labelled', region, labelled_at,
    marked_at, look_at, doubts, :now
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r(id uuid, order_id uuid, courier text,
    tracking_no text, warehouse_id uuid, region text, labelled_at timestamptz,
    marked_at timestamptz, look_at timestamptz, doubts varchar[])
ON CONFLICT (order_id, courier, tracking_no) DO NOTHING
RETURNING id, order_id, courier, tracking_no, labelled_at
""")
_STRAYS = text("""
WITH claimed AS (
    DELETE FROM stray_tracking_events s USING parcels p
    WHERE p.id = ANY(:ids) AND s.shop_id = p.shop_id AND s.tracking_no = p.tracking_no
        AND s.courier = p.courier
    RETURNING p.id, s.at, s.code, s.place, s.text, s.node, s.received_at
)
INSERT INTO tracking_events (parcel_id, at, code, place, text, node, received_at)
SELECT * FROM claimed ON CONFLICT DO NOTHING RETURNING parcel_id
""")


def pack(session: Session, actor: Actor, *, shop_id: UUID, labels: Sequence[Label]) -> Packed:
    """Make parcels known. Marking an order as shipped is a claim; only a scan proves it.

    The same parcel again changes nothing. Scans that came before their parcel are taken up now.
    """
    actor.must(Permission.SHIPPING_TRACK)
    must_reach(actor, shop_id)
    found = session.execute(
        _ORDERS, {"shop": shop_id, "numbers": [each.order_no for each in labels]}
    )
    known = {row.order_no: row for row in found}
    refused = [place for place, each in enumerate(labels) if each.order_no not in known]
    held = _held(session, actor, labels, known)
    taken = [
        each for place, each in enumerate(labels) if each.order_no in known and place not in held
    ]
    known = {each.order_no: known[each.order_no] for each in taken}
    if not taken:
        return Packed(0, 0, refused, held)
    rows = _rows(session, shop_id, taken, {number: row.id for number, row in known.items()})
    asked = {"shop": shop_id, "rows": orjson.dumps(rows).decode(), "now": clock.now()}
    made = session.execute(_INSERT, asked).all()
    _mark(session, actor, taken, known)
    watching.watch(session, shop_id, sorted(row.id for row in known.values()))
    strays = session.scalars(_STRAYS, {"ids": [row.id for row in made]}).all()
    tracking.sum_up(session, actor, shop_id=shop_id, parcel_ids=sorted(set(strays)))
    events.emit_many(session, actor, [_registered(shop_id, row) for row in made])
    return Packed(len(made), len(taken) - len(made), refused, held)


def _held(
    session: Session, actor: Actor, labels: Sequence[Label], known: dict[str, Any]
) -> dict[int, Held]:
    """What people must not send yet. What another system tells has happened and is taken as it is;
    the list of exceptions shows it."""
    if actor.kind is not ActorKind.AGENT:
        return {}
    order_ids = [row.id for row in known.values()]
    unseen = duties.unseen(session, order_ids)
    waiting = orders.held_back(session, order_ids)
    found = {}
    for place, each in enumerate(labels):
        row = known.get(each.order_no)
        if row is None or not each.marked:
            continue
        if row.id in unseen:
            found[place] = Held.REMARK_UNSEEN
        elif row.id in waiting:
            found[place] = Held(waiting[row.id])
    return found


def _rows(
    session: Session, shop_id: UUID, labels: Sequence[Label], orders_: dict[str, UUID]
) -> list[dict[str, Any]]:
    now = clock.now()
    places = {row.code: row.id for row in session.execute(_WAREHOUSES, {"shop": shop_id})}
    quiet = {
        each["courier"]: each["hours"]
        for each in silence.hours(session, shop_id)
        if each["node"] == Node.LABELLED
    }
    rows: list[dict[str, Any]] = []
    for each in labels:
        courier = rules.code_of(each.courier)
        labelled_at = each.labelled_at or now
        look = labelled_at + timedelta(hours=quiet.get(courier, 24)) if each.marked else None
        rows.append(
            {
                "id": ids.new_id(),
                "order_id": orders_[each.order_no],
                "courier": courier,
                "tracking_no": each.tracking_no.strip()[:60],
                "warehouse_id": places.get(each.warehouse),
                "region": each.region[:60],
                "labelled_at": labelled_at,
                "marked_at": labelled_at if each.marked else None,
                "look_at": look,
                "doubts": _doubts(courier, each.tracking_no.strip()),
            }
        )
    pairs = _REUSED, {"rows": _keys(rows), "since": now - REUSED_WITHIN}
    reused = {(row.courier, row.tracking_no) for row in session.execute(*pairs)}
    for row in rows:
        if (row["courier"], row["tracking_no"]) in reused:
            row["doubts"].append("number_reused")
    return rows


def _keys(rows: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    return [
        {name: str(row[name]) for name in ("order_id", "courier", "tracking_no")} for row in rows
    ]


def _doubts(courier: str, number: str) -> list[str]:
    known = rules.known().get(courier)
    if known is None:
        return ["unknown_courier"]
    return [] if known.takes(number) else ["number_malformed"]


def _mark(session: Session, actor: Actor, labels: Sequence[Label], known: dict[str, Any]) -> None:
    now = clock.now()
    orders.report_parcels(
        session,
        actor,
        [
            ParcelNews(
                order_id=known[each.order_no].id,
                courier=rules.code_of(each.courier),
                tracking_no=each.tracking_no.strip(),
                text="",
                at=None,
                reached=(OrderStatus.SHIPPED if each.last else OrderStatus.PART_SHIPPED)
                if each.marked
                else None,
                shipped_at=each.labelled_at or now,
                signed_at=None,
            )
            for each in {each.order_no: each for each in labels}.values()
        ],
    )


def _registered(shop_id: UUID, row: Any) -> ParcelRegistered:
    return ParcelRegistered(
        shop_id=shop_id,
        parcel_id=row.id,
        order_id=row.order_id,
        courier=row.courier,
        tracking_no=row.tracking_no,
        labelled_at=row.labelled_at,
    )
