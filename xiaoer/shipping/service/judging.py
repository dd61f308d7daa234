"""Verdicts over the hand-over of a shop's orders (PCK, SHP)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.shipping import queries, rules
from xiaoer.shipping.rules import Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """One order's verdict; `hours_late` is below zero for what was in time."""

    order_no: str
    ship_by: datetime
    handed_at: datetime | None
    verdict: Verdict
    hours_late: float | None


def verdicts(
    session: Session, actor: Actor, *, shop_id: UUID, as_of: datetime | None = None
) -> Iterator[Judged]:
    """Every order with a deadline and what became of it; with `as_of` those that were open then
    and overdue, or due within a day of it."""
    actor.must(Permission.SHIPPING_READ)
    must_reach(actor, shop_id)
    for order in queries.hand_overs(session, shop_id):
        found = rules.verdict(order) if as_of is None else rules.verdict_at(order, as_of)
        if found is not None:
            late = rules.hours_late(order, as_of)
            yield Judged(order.order_no, order.ship_by, order.handed_at, found, late)
