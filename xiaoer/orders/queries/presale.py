"""What was confirmed, told and recommended before orders were placed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach
from xiaoer.orders.models import HintTold, Order, Preconfirmation

BOUGHT_WITHIN_DAYS = 14
"""A purchase so long after a recommendation, a card or a hint is taken to follow from it."""

_CARDS = text("""
SELECT c.id FROM preconfirmations c JOIN order_lines l ON l.sku_id = c.sku_id
WHERE l.order_id = :order AND c.customer_id = :customer AND c.shop_id = :shop
    AND c.sent_at BETWEEN CAST(:placed AS timestamptz) - make_interval(days => :days) AND :placed
ORDER BY c.sent_at
""")
_HINTS = text("""
SELECT DISTINCT h.id, h.at FROM hints_told h JOIN skus s ON s.product_id = h.product_id
JOIN order_lines l ON l.sku_id = s.id
WHERE l.order_id = :order AND h.customer_id = :customer AND h.shop_id = :shop
    AND h.at BETWEEN CAST(:placed AS timestamptz) - make_interval(days => :days) AND :placed
ORDER BY h.at
""")


@dataclass(frozen=True)
class Beforehand:
    """What the customer of an order had confirmed, and had been told, when they bought."""

    cards: Sequence[Preconfirmation]
    hints: Sequence[HintTold]


def beforehand(session: Session, order: Order) -> Beforehand:
    """For a dispute: was it confirmed, and were they told? (PCF-4)."""
    if order.customer_id is None:
        return Beforehand([], [])
    asked = {
        "order": order.id,
        "customer": order.customer_id,
        "shop": order.shop_id,
        "placed": order.placed_at or order.created_at,
        "days": BOUGHT_WITHIN_DAYS,
    }
    cards = session.scalars(_CARDS, asked).all()
    told = session.scalars(_HINTS, asked).all()
    found = select(Preconfirmation).where(Preconfirmation.id.in_(cards))
    heard = select(HintTold).where(HintTold.id.in_(told))
    return Beforehand(
        session.scalars(found.order_by(Preconfirmation.sent_at)).all(),
        session.scalars(heard.order_by(HintTold.at)).all(),
    )


_RECOMMENDED = text("""
SELECT r.by, count(*)::int AS recommended, count(b.paid_cents)::int AS bought,
    coalesce(sum(b.paid_cents), 0)::bigint AS cents
FROM recommendations r LEFT JOIN LATERAL (
    SELECT l.paid_cents FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.customer_id = r.customer_id AND l.sku_id = r.sku_id AND o.paid_at >= r.at
        AND o.paid_at < r.at + make_interval(days => :days)
    ORDER BY o.paid_at LIMIT 1
) b ON true
WHERE r.shop_id = :shop AND r.at >= :since AND r.at < :until
GROUP BY r.by ORDER BY cents DESC, r.by
""")


def recommended(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """What each agent recommended, and how much of it was bought afterwards (PRD-5)."""
    must_reach(actor, shop_id)
    asked = {"shop": shop_id, "since": since, "until": until, "days": BOUGHT_WITHIN_DAYS}
    return session.execute(_RECOMMENDED, asked).all()
