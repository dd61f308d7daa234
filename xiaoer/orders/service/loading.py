"""Writing many orders at once: a few statements however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal
from uuid import UUID

import orjson
from sqlalchemy import String, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer, Uuid

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import rules
from xiaoer.orders.events import OrdersLoaded
from xiaoer.orders.service import kits
from xiaoer.orders.service.rows import LineRow, OrderRow

Outcome = Literal["created", "updated", "unchanged"]


@dataclass(frozen=True)
class Loaded:
    """What became of each order, by number, and the ids of those written."""

    outcomes: dict[str, Outcome]
    ids: dict[str, UUID]


_COLUMNS = {
    "source": "text", "customer_id": "uuid", "status": "text", "currency": "text",
    "list_cents": "bigint", "merchant_discount_cents": "bigint",
    "platform_discount_cents": "bigint", "freight_cents": "bigint", "paid_cents": "bigint",
    "refunded_cents": "bigint", "amounts_known": "boolean", "item_count": "int",
    "placed_at": "timestamptz", "paid_at": "timestamptz", "shipped_at": "timestamptz",
    "collected_at": "timestamptz",
    "signed_at": "timestamptz", "completed_at": "timestamptz", "closed_at": "timestamptz",
    "promised_ship_by": "timestamptz", "promised_arrival": "timestamptz",
    "receiver_name": "text", "receiver_phone": "text", "receiver_address": "text",
    "courier": "text", "tracking_no": "text", "parcel_text": "text", "parcel_at": "timestamptz",
    "buyer_message": "text", "flag": "text", "facts": "jsonb", "content_hash": "bytea",
}  # fmt: skip
_KEPT_WHEN_SILENT = {
    *("customer_id", "flag", "parcel_at", "collected_at"),
    *("promised_ship_by", "promised_arrival"),
}
_KEPT_WHEN_EMPTY = {"parcel_text", "courier", "tracking_no"}


def _renewed(column: str) -> str:
    """What a source that tells less than we know leaves standing."""
    if column in _KEPT_WHEN_SILENT:
        return f"{column} = coalesce(excluded.{column}, orders.{column})"
    if column in _KEPT_WHEN_EMPTY:
        return f"{column} = coalesce(nullif(excluded.{column}, ''), orders.{column})"
    return f"{column} = excluded.{column}"


_UPSERT_ORDERS = text(f"""
INSERT INTO orders (id, shop_id, order_no, version, created_at, updated_at, {", ".join(_COLUMNS)})
SELECT id, :shop_id, order_no, 1, :now, :now, {", ".join(_COLUMNS)}
FROM json_to_recordset(CAST(:rows AS json)) AS row(
    id uuid, order_no text, {", ".join(f"{name} {kind}" for name, kind in _COLUMNS.items())})
ON CONFLICT (shop_id, order_no) DO UPDATE SET
    {", ".join(_renewed(column) for column in _COLUMNS)},
    version = orders.version + 1, updated_at = excluded.updated_at
RETURNING order_no, id
""")

KNOWN = text("""
WITH shop AS MATERIALIZED (SELECT CAST(:shop_id AS uuid) AS id)
SELECT known.* FROM shop, unnest(:numbers) AS wanted(order_no)
CROSS JOIN LATERAL (
    SELECT order_no, id, content_hash, status FROM orders
    WHERE shop_id = shop.id AND order_no = wanted.order_no FOR UPDATE
) AS known
""").bindparams(bindparam("numbers", type_=ARRAY(String)))
"""Locked in the order of their numbers, so that two loads never wait for each other; the shop as
in `queries.orders`, for a shop that the statistics do not know yet."""

_LINE_COLUMNS = {
    "sku_id": "uuid", "title": "text", "spec": "text", "image_url": "text", "quantity": "int",
    "list_cents": "bigint", "merchant_discount_cents": "bigint",
    "platform_discount_cents": "bigint", "paid_cents": "bigint", "tax_cents": "bigint",
    "status": "text", "facts": "jsonb",
}  # fmt: skip

_LINE_FIELDS = tuple(each.name for each in fields(LineRow))

_UPSERT_LINES = text(f"""
INSERT INTO order_lines (id, order_id, position, {", ".join(_LINE_COLUMNS)})
SELECT id, order_id, position, {", ".join(_LINE_COLUMNS)}
FROM json_to_recordset(CAST(:rows AS json)) AS row(
    id uuid, order_id uuid, position int,
    {", ".join(f"{name} {kind}" for name, kind in _LINE_COLUMNS.items())})
ON CONFLICT (order_id, position) DO UPDATE SET
    {", ".join(f"{column} = excluded.{column}" for column in _LINE_COLUMNS)}
""")

_DROP_LINES = text("""
DELETE FROM order_lines USING unnest(:orders, :counts) AS kept(order_id, lines)
WHERE order_lines.order_id = kept.order_id AND order_lines.position > kept.lines
""").bindparams(bindparam("orders", type_=ARRAY(Uuid())), bindparam("counts", type_=ARRAY(Integer)))


def load(session: Session, actor: Actor, *, shop_id: UUID, rows: Sequence[OrderRow]) -> Loaded:
    """Create the orders or bring them up to date; the same order again changes nothing.

    An order is unchanged when its `content_hash` is the stored one. The source is the truth for
    status and amounts; a flag or a parcel's news that it does not tell of stays. Seven statements
    at most. Raises `AmountsDisagree` before anything is written.
    """
    actor.must(Permission.ORDERS_EDIT)
    unique = {row.order_no: row for row in rows}
    known = _known(session, shop_id, list(unique))
    outcomes: dict[str, Outcome] = {}
    for order_no, row in unique.items():
        if order_no not in known:
            outcomes[order_no] = "created"
        elif row.content_hash is not None and known[order_no].content_hash == row.content_hash:
            outcomes[order_no] = "unchanged"
        else:
            outcomes[order_no] = "updated"
    changed = [row for row in unique.values() if outcomes[row.order_no] != "unchanged"]
    written = _write(session, shop_id, changed, {each.id for each in known.values()})
    if changed:
        events.emit(session, actor, _told(shop_id, changed, known, written))
    return Loaded(outcomes, {number: row.id for number, row in known.items()} | written)


def _told(
    shop_id: UUID, changed: list[OrderRow], known: dict[str, Any], written: dict[str, UUID]
) -> OrdersLoaded:
    before = [row for row in changed if row.order_no in known]
    new = [written[row.order_no] for row in changed if row.order_no not in known]
    moved = [row for row in before if known[row.order_no].status != row.status]
    return OrdersLoaded(
        shop_id=shop_id,
        created=len(new),
        updated=len(before),
        moved=[written[row.order_no] for row in moved],
        first_id=min(new, default=None),
        last_id=max(new, default=None),
        renewed=[written[row.order_no] for row in before],
    )


def check(row: OrderRow) -> None:
    """Raise `AmountsDisagree` for an order that `load` would refuse."""
    _shares(row)


def _known(session: Session, shop_id: UUID, numbers: list[str]) -> dict[str, Any]:
    found = session.execute(KNOWN, {"numbers": sorted(numbers), "shop_id": shop_id})
    return {row.order_no: row for row in found}


def _write(
    session: Session, shop_id: UUID, rows: list[OrderRow], known: set[UUID]
) -> dict[str, UUID]:
    if not rows:
        return {}
    shares = {row.order_no: _shares(row) for row in rows}
    parameters = {
        "rows": _json([_order(row, shares[row.order_no]) for row in rows]),
        "shop_id": shop_id,
        "now": clock.now(),
    }
    written = {row.order_no: row.id for row in session.execute(_UPSERT_ORDERS, parameters)}
    parts = kits.parts_of(session, rows, written, known)
    lines: list[dict[str, Any]] = []
    counts: dict[UUID, int] = {}
    for row in rows:
        order_id = written[row.order_no]
        whole = kits.unfold(order_id, row.lines, shares[row.order_no], parts)
        lines += [
            _line(order_id, position, line, share)
            for position, (line, share) in enumerate(whole, start=1)
        ]
        counts[order_id] = len(whole)
    session.execute(_UPSERT_LINES, {"rows": _json(lines)})
    session.execute(_DROP_LINES, {"orders": list(counts), "counts": list(counts.values())})
    return written


def _shares(row: OrderRow) -> list[rules.Share]:
    return rules.split(
        [line.list_cents for line in row.lines],
        goods_cents=row.payable_cents - row.freight_cents if row.lines else 0,
        platform_cents=row.platform_discount_cents,
    )


def _order(row: OrderRow, shares: list[rules.Share]) -> dict[str, Any]:
    columns = {name: getattr(row, name) for name in _COLUMNS if hasattr(row, name)}
    return columns | {
        "id": ids.new_id(),
        "order_no": row.order_no,
        "list_cents": sum(share.list_cents for share in shares),
        "merchant_discount_cents": sum(share.merchant_cents for share in shares),
        "item_count": sum(line.quantity or 1 for line in row.lines),
        "content_hash": "\\x" + row.content_hash.hex() if row.content_hash else None,
    }


def _line(order_id: UUID, position: int, line: LineRow, share: rules.Share) -> dict[str, Any]:
    return {name: getattr(line, name) for name in _LINE_FIELDS} | {
        "id": ids.new_id(),
        "order_id": order_id,
        "position": position,
        "merchant_discount_cents": share.merchant_cents,
        "platform_discount_cents": share.platform_cents,
        "paid_cents": share.paid_cents,
    }


def _json(rows: list[dict[str, Any]]) -> str:
    return orjson.dumps(rows).decode()
