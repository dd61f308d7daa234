"""Who asked before buying, and bought (PRD-8; domain.md §2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import shops
from xiaoer.core.auth import Actor, Permission

_CONVERSIONS = text("""
WITH asked AS (
    SELECT coalesce(c.assignee_id, c.last_agent_id) AS agent_id, c.customer_id,
        min(c.opened_at) AS at
    FROM conversations c
    WHERE c.shop_id = :shop AND c.opened_at >= :since AND c.opened_at < :until AND c.responses > 0
        AND coalesce(c.assignee_id, c.last_agent_id) IS NOT NULL
        AND NOT EXISTS (SELECT FROM orders o WHERE o.customer_id = c.customer_id
            AND o.shop_id = c.shop_id AND o.placed_at < c.opened_at
            AND o.placed_at > c.opened_at - make_interval(days => :about_an_order)
            AND o.status NOT IN ('cancelled', 'closed'))
    GROUP BY 1, 2
), days AS (
    SELECT *, date_trunc('day', at, :zone) AS day FROM asked
)
SELECT d.agent_id, a.name, count(*)::int AS inquirers,
    count(*) FILTER (WHERE b.paid_at < d.day + interval '2 days')::int AS next_day,
    count(b.paid_at)::int AS bought, coalesce(sum(b.paid_cents), 0)::bigint AS cents
FROM days d JOIN agents a ON a.id = d.agent_id
LEFT JOIN LATERAL (
    SELECT o.paid_at, o.paid_cents FROM orders o
    WHERE o.customer_id = d.customer_id AND o.shop_id = :shop AND o.placed_at >= d.at
        AND o.paid_at < d.day + interval '5 days'
    ORDER BY o.paid_at LIMIT 1
) AS b ON true
GROUP BY d.agent_id, a.name ORDER BY cents DESC, a.name
""")
ABOUT_AN_ORDER_DAYS = 15
"""Who has ordered so lately asks about that order, and not before buying."""


def conversions(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """By agent: customers who were answered before they ordered, how many of them paid on the same
    or the next day (D+1), how many within four days after (D+4), and how much."""
    actor.must(Permission.CONVERSATIONS_MANAGE)
    shops.must_reach(actor, shop_id)
    asked = {"shop": shop_id, "since": since, "until": until}
    asked |= {"zone": shops.get(session, shop_id).timezone, "about_an_order": ABOUT_AN_ORDER_DAYS}
    return session.execute(_CONVERSIONS, asked).all()
