"""Reads of orders, scoped to what the actor may reach."""

from xiaoer.orders.queries.orders import (
    MATCHES,
    PHONE_TAIL_DIGITS,
    TIMELINE_EVENTS,
    Card,
    Proof,
    Wanted,
    belongs_to,
    by_number,
    cards,
    get,
    hashes,
    history,
    lines,
    lines_key,
    proved_by,
    remarks,
    visible_to,
)
from xiaoer.orders.queries.sums import Totals, totals

__all__ = [
    "MATCHES",
    "PHONE_TAIL_DIGITS",
    "TIMELINE_EVENTS",
    "Card",
    "Proof",
    "Totals",
    "Wanted",
    "belongs_to",
    "by_number",
    "cards",
    "get",
    "hashes",
    "history",
    "lines",
    "lines_key",
    "proved_by",
    "remarks",
    "totals",
    "visible_to",
]
