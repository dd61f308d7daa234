"""Reads of payments, scoped to what the actor may reach."""

from xiaoer.payments.queries.audit import Mismatch, mismatches
from xiaoer.payments.queries.instruments import (
    instrument,
    instrument_of_shop,
    instruments,
    instruments_of,
    named,
)
from xiaoer.payments.queries.movements import (
    OPEN,
    by_ids,
    drawn_by,
    for_people,
    for_reason,
    intervention,
    movement,
    payout,
    ref_taken,
    replacement,
    still_open,
    taken_back,
    visible_to,
)
from xiaoer.payments.queries.orders import (
    Book,
    Refundable,
    book,
    drawn,
    refundable,
    refundable_key,
)

__all__ = [
    "OPEN",
    "Book",
    "Mismatch",
    "Refundable",
    "book",
    "by_ids",
    "drawn",
    "drawn_by",
    "for_people",
    "for_reason",
    "instrument",
    "instrument_of_shop",
    "instruments",
    "instruments_of",
    "intervention",
    "mismatches",
    "movement",
    "named",
    "payout",
    "ref_taken",
    "refundable",
    "refundable_key",
    "replacement",
    "still_open",
    "taken_back",
    "visible_to",
]
