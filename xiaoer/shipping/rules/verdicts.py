"""Whether an order was handed over in time: pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SOON = timedelta(hours=24)


class Verdict(StrEnum):
    """What became of a hand-over deadline; the last two only as of a moment."""

    BREACH = "breach"
    OK = "ok"
    OPEN = "open_never_handed"
    OVERDUE = "overdue"
    DUE_SOON = "due_within_24h"


@dataclass(frozen=True, slots=True)
class HandOver:
    """An order's limit and what happened."""

    order_no: str
    ship_by: datetime
    handed_at: datetime | None
    paid_at: datetime | None
    called_off: bool
    """Cancelled or closed in the end."""


def verdict(order: HandOver) -> Verdict:
    """At the limit is in time; by the courier's scan, not the click."""
    if order.handed_at is None:
        return Verdict.OPEN
    return Verdict.BREACH if order.handed_at > order.ship_by else Verdict.OK


def verdict_at(order: HandOver, moment: datetime) -> Verdict | None:
    """How the deadline stood at `moment`, for orders paid and not handed over by then."""
    paid = order.paid_at is not None and order.paid_at <= moment
    handed = order.handed_at is not None and order.handed_at <= moment
    if order.called_off or not paid or handed:
        return None
    if order.ship_by < moment:
        return Verdict.OVERDUE
    return Verdict.DUE_SOON if order.ship_by <= moment + SOON else None


def hours_late(order: HandOver, until: datetime | None = None) -> float | None:
    """Hours after the limit (below zero: before), at the hand-over or at `until`; two digits."""
    end = order.handed_at if until is None else until
    return None if end is None else round((end - order.ship_by).total_seconds() / 3600, 2)
