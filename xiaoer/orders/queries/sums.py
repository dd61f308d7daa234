"""Sums over orders."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.customers import queries as customers
from xiaoer.orders.models import Order


@dataclass(frozen=True)
class Totals:
    """Sums over orders; money in cents."""

    orders: int
    paid_orders: int
    paid_cents: int
    refunded_orders: int
    refund_cents: int


def totals(
    session: Session, *, shop_id: UUID | None = None, customer_id: UUID | None = None
) -> Totals:
    """What was bought, paid and given back in a shop, or by a customer."""
    query = select(
        func.count(),
        func.count().filter(Order.paid_cents > 0),
        func.coalesce(func.sum(Order.paid_cents), 0),
        func.count().filter(Order.refunded_cents > 0),
        func.coalesce(func.sum(Order.refunded_cents), 0),
    )
    if shop_id:
        query = query.where(Order.shop_id == shop_id)
    if customer_id:
        query = query.where(Order.customer_id == customer_id)
    return Totals(*(int(value) for value in session.execute(query).one()))


@customers.count_with
def _figures(session: Session, customer_id: UUID) -> dict[str, int]:
    found = totals(session, customer_id=customer_id)
    return {
        "orders": found.orders,
        "paid_cents": found.paid_cents,
        "refunded_cents": found.refund_cents,
    }
