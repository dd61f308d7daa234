"""The figures of the board, and the orders behind each of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach
from xiaoer.shipping.queries.reminders import reach


class Figure(StrEnum):
    """What the board counts (PCK-2). Orders, but for stalled and returning, which are parcels."""

    OWED = "owed"
    OVERLOOKED = "overlooked"
    SOON = "soon"
    NEAR = "near"
    LAST = "last"
    OVER = "over"
    UNSCANNED = "unscanned"
    THREATENED = "threatened"
    DOUBTFUL = "doubtful"
    """Perhaps no shipment at all: no scan a day after the label, or nothing after the first."""
    STALLED = "stalled"
    RETURNING = "returning"


F = Figure
OF_PARCELS = (F.DOUBTFUL, F.STALLED, F.RETURNING)
_WATCHES: dict[Figure, str] = {
    F.OWED: "stage = 'owed'",
    F.OVERLOOKED: "overlooked",
    F.SOON: "urgency = 'soon'",
    F.NEAR: "urgency = 'near'",
    F.LAST: "urgency = 'last'",
    F.OVER: "urgency = 'over'",
    F.UNSCANNED: "stage = 'marked'",
    F.THREATENED: "{threat}",
}
_PARCELS: dict[Figure, str] = {
    F.DOUBTFUL: "standstill IN ('unscanned', 'no_trace')",
    F.STALLED: "standstill = 'stalled'",
    F.RETURNING: "node IN ('refused', 'returning')",
}


def _counts(what: dict[Figure, str], count: str, threat: str = "") -> str:
    return ", ".join(
        f"coalesce(sum({count}) FILTER (WHERE {where.format(threat=threat)}), 0)::int AS {figure}"
        for figure, where in what.items()
    )


_ORDERS_BY_PLACE = text(f"""
SELECT warehouse_id, courier, {_counts(_WATCHES, "orders", "threatened")}
FROM ship_watch_cells WHERE shop_id = :shop GROUP BY warehouse_id, courier
""")
_PARCELS_BY_PLACE = text(f"""
SELECT warehouse_id, courier, {_counts(_PARCELS, "parcels")}
FROM parcel_cells WHERE shop_id = :shop GROUP BY warehouse_id, courier
""")
_NAMES = text("SELECT id, code, name FROM warehouses WHERE shop_id = :shop ORDER BY code")


@dataclass(frozen=True)
class Place:
    """The figures of one warehouse with one courier."""

    warehouse_id: UUID | None
    courier: str
    figures: dict[Figure, int]


@dataclass(frozen=True)
class Board:
    """All figures of a shop, and where they come from."""

    totals: dict[Figure, int]
    places: list[Place] = field(default_factory=list)
    warehouses: list[tuple[UUID, str, str]] = field(default_factory=list)


def board(session: Session, actor: Actor, shop_id: UUID) -> Board:
    """The figures as they are in this moment, read from running counts: three statements.

    People of a warehouse or a courier see theirs (PCK-7).
    """
    _reach(actor, shop_id)
    found: dict[tuple[UUID | None, str], Counter[Figure]] = {}
    for statement, figures in ((_ORDERS_BY_PLACE, _WATCHES), (_PARCELS_BY_PLACE, _PARCELS)):
        for row in session.execute(statement, {"shop": shop_id}):
            place = found.setdefault((row.warehouse_id, row.courier), Counter())
            for figure in figures:
                place[figure] += getattr(row, figure)
    mine = reach(session, actor)
    if mine is not None:
        found = {
            (warehouse_id, courier): figures
            for (warehouse_id, courier), figures in found.items()
            if warehouse_id in mine.warehouse_ids or courier in mine.couriers
        }
    totals = {figure: sum(place[figure] for place in found.values()) for figure in Figure}
    return Board(
        totals=totals,
        places=[
            Place(warehouse_id, courier, {each: figures[each] for each in Figure})
            for (warehouse_id, courier), figures in sorted(
                found.items(), key=lambda each: (str(each[0][0]), each[0][1])
            )
            if any(figures.values())
        ],
        warehouses=[
            (row.id, row.code, row.name) for row in session.execute(_NAMES, {"shop": shop_id})
        ],
    )


def recount(session: Session, shop_id: UUID) -> dict[Figure, int]:
    """The figures counted anew from watches and parcels: what the running counts must equal."""
    asked = {"shop": shop_id}
    watches = _counts(_WATCHES, "1", "threat IS NOT NULL")
    one = session.execute(
        text(
            f"SELECT {watches} FROM ship_watches"
            " WHERE shop_id = :shop AND stage IN ('owed', 'marked')"
        ),
        asked,
    ).one()
    two = session.execute(
        text(
            f"SELECT {_counts(_PARCELS, '1')} FROM parcels"
            " WHERE shop_id = :shop AND node NOT IN ('signed', 'returned', 'lost', 'void')"
        ),
        asked,
    ).one()
    return {figure: getattr(two if figure in OF_PARCELS else one, figure) for figure in Figure}


_LISTED = """
SELECT o.id, o.order_no, o.customer_id, o.source, o.paid_cents, o.currency, w.stage, w.urgency,
    w.overlooked, w.paid_at, w.ship_by, w.pickup_by, w.due_at, w.warehouse_id, w.courier,
    w.marked_at, w.threat, w.expected_at, w.complaint, w.compensation_cents, w.compensation_form,
    o.tracking_no, o.parcel_text, o.parcel_at, {more}, {key} AS key
FROM {rows} JOIN orders o ON o.id = {id}
"""
_PLACE = """
    AND (CAST(:warehouse AS uuid) IS NULL OR {t}.warehouse_id = :warehouse)
    AND (CAST(:courier AS text) IS NULL OR {t}.courier = :courier)
    AND (:everything OR {t}.warehouse_id = ANY(:houses) OR {t}.courier = ANY(:couriers))
    AND (CAST(:key AS timestamptz) IS NULL OR ({key}, {t}.{id}) > (:key, :id))
"""
_OF_WATCHES = (
    _LISTED.format(
        more="NULL AS standstill, NULL::timestamptz AS standing_since, NULL AS node,"
        " NULL::uuid AS parcel_id",
        key="w.due_at",
        rows="ship_watches w",
        id="w.order_id",
    )
    + "WHERE w.shop_id = :shop AND w.stage IN ('owed', 'marked') AND {where}"
    + _PLACE.format(t="w", key="w.due_at", id="order_id")
    + "ORDER BY w.due_at, w.order_id LIMIT :limit"
)
_OF_PARCELS = (
    _LISTED.format(
        more="p.standstill, p.standing_since, p.node, p.id AS parcel_id",
        key="coalesce(p.standing_since, p.labelled_at)",
        rows="parcels p JOIN ship_watches w ON w.order_id = p.order_id",
        id="p.order_id",
    )
    + "WHERE p.shop_id = :shop AND {where}"
    + _PLACE.format(t="p", key="coalesce(p.standing_since, p.labelled_at)", id="id")
    + "ORDER BY key, p.id LIMIT :limit"
)


def behind(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    figure: Figure,
    warehouse_id: UUID | None = None,
    courier: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Row[Any]], str | None]:
    """The orders a figure counts, the most urgent first, and the cursor of the next page."""
    _reach(actor, shop_id)
    parcels = figure in OF_PARCELS
    where = _PARCELS[figure] if parcels else _WATCHES[figure].format(threat="threat IS NOT NULL")
    alias = "p" if parcels else "w"
    statement = (_OF_PARCELS if parcels else _OF_WATCHES).format(where=f"{alias}.{where}")
    key, last = paging.keys(after, (datetime, UUID)) if after else (None, None)
    mine = reach(session, actor)
    rows = session.execute(
        text(statement),
        {
            "everything": mine is None,
            "houses": list(mine.warehouse_ids) if mine else [],
            "couriers": list(mine.couriers) if mine else [],
            "shop": shop_id,
            "warehouse": warehouse_id,
            "courier": courier,
            "key": key,
            "id": last,
            "limit": limit + 1,
        },
    ).all()
    page = rows[:limit]
    more = len(rows) > limit
    end = page[-1] if page else None
    cursor = paging.cursor(end.key, end.parcel_id or end.id) if more and end else None
    return page, cursor


def _reach(actor: Actor, shop_id: UUID) -> None:
    must_reach(actor, shop_id)
