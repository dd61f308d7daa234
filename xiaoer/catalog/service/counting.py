"""Counts of many SKUs at once, as a warehouse's system or a file brings them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.catalog.events import CatalogLoaded
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach


@dataclass(frozen=True, slots=True)
class Count:
    """Pieces of a SKU, by its article number or its id elsewhere, as they were `at` that time."""

    sku: str
    page: int | None
    actual: int | None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of a batch of counts."""

    written: int
    """Took effect."""
    known: int
    """Said nothing new: told again, or older than what is known."""
    refused: list[int]
    """Places in the batch whose SKU is not there, or that count nothing."""


_COUNT = text("""
WITH told AS (
    SELECT DISTINCT ON (s.id) s.id, r.page, r.actual, coalesce(r.at, :now) AS at
    FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r(sku text, page int, actual int,
        at timestamptz, place int)
    JOIN skus s ON s.shop_id = :shop AND (s.external_id = r.sku OR s.code = r.sku)
    ORDER BY s.id, coalesce(r.at, :now) DESC, r.place DESC
), newer AS (
    SELECT s.id,
        t.page IS NOT NULL AND coalesce(t.at > s.page_synced_at, true) AS page_newer,
        t.actual IS NOT NULL AND coalesce(t.at > s.actual_synced_at, true) AS actual_newer,
        t.page, t.actual, t.at
    FROM told t JOIN skus s ON s.id = t.id ORDER BY s.id FOR UPDATE OF s
)
UPDATE skus s SET
    page_stock = CASE WHEN n.page_newer THEN n.page ELSE s.page_stock END,
    page_synced_at = CASE WHEN n.page_newer THEN n.at ELSE s.page_synced_at END,
    actual_stock = CASE WHEN n.actual_newer THEN n.actual ELSE s.actual_stock END,
    actual_synced_at = CASE WHEN n.actual_newer THEN n.at ELSE s.actual_synced_at END,
    updated_at = :now
FROM newer n WHERE s.id = n.id AND (n.page_newer OR n.actual_newer)
RETURNING s.id
""")
_KNOWN = text("""
SELECT external_id, code FROM skus
WHERE shop_id = :shop AND (external_id = ANY(:names) OR code = ANY(:names))
""")


def count_many(
    session: Session, actor: Actor, *, shop_id: UUID, counts: Sequence[Count]
) -> Counted:
    """Take counts as they were at their time: three statements however many.

    Of two the later time stands, whichever comes first; a count told again changes nothing.
    """
    actor.must(Permission.CATALOG_EDIT)
    must_reach(actor, shop_id)
    names = [each.sku.strip() for each in counts]
    found = session.execute(_KNOWN, {"shop": shop_id, "names": names})
    known = {name for row in found for name in (row.external_id, row.code) if name}
    refused: list[int] = []
    rows: list[dict[str, Any]] = []
    for place, each in enumerate(counts):
        if each.sku.strip() not in known or (each.page is None and each.actual is None):
            refused.append(place)
            continue
        row = {"sku": each.sku.strip(), "page": each.page, "actual": each.actual, "at": each.at}
        rows.append(row | {"place": place})
    asked = {"rows": orjson.dumps(rows).decode(), "shop": shop_id, "now": clock.now()}
    written = len(session.execute(_COUNT, asked).all()) if rows else 0
    if written:
        events.emit(session, actor, CatalogLoaded(shop_id=shop_id, products=0, skus=written))
    return Counted(written, len(rows) - written, refused)
