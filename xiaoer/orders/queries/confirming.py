"""What waits for a customer's word: addresses, calls, payments; and how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.orders.models import CheckKind, Order
from xiaoer.workforce import queries as workforce

LISTED = 200
ASKED_FOR = timedelta(days=3)


def who_confirms(session: Session, shop_id: UUID) -> UUID | None:
    """Somebody who may confirm orders: whose work it is, so that none is left to nobody."""
    able = workforce.holders(session, shop_id=shop_id, permission=Permission.ORDERS_CONFIRM)
    return able[0] if able else None


@dataclass(frozen=True)
class CodPrice:
    """What an order costs paid online, and on delivery with the fee for it. In cents."""

    online_cents: int
    cod_cents: int

    @property
    def difference_cents(self) -> int:
        return self.cod_cents - self.online_cents


def cod_price(order: Order, fee_cents: int) -> CodPrice:
    goods = order.list_cents - order.merchant_discount_cents - order.platform_discount_cents
    online = goods + order.freight_cents
    return CodPrice(online, online + fee_cents)


_CHECKS = text("""
SELECT c.*, o.order_no, o.customer_id, o.receiver_name, o.receiver_phone, o.receiver_address,
    o.currency, o.status, o.facts AS order_facts, o.list_cents - o.merchant_discount_cents
    - o.platform_discount_cents + o.freight_cents AS online_cents, p.name AS customer,
    coalesce(k.calls, 0) AS calls, k.last_call
FROM order_checks c JOIN orders o ON o.id = c.order_id LEFT JOIN customers p ON p.id = o.customer_id
LEFT JOIN LATERAL (SELECT count(*) AS calls, max(at) AS last_call FROM order_calls
    WHERE check_id = c.id) AS k ON true
WHERE c.shop_id = :shop AND c.kind = :kind AND c.state IN ('open', 'held')
ORDER BY c.several DESC, c.due_at, c.order_id LIMIT :limit
""")


def checks(session: Session, actor: Actor, *, shop_id: UUID, kind: CheckKind) -> Sequence[Row[Any]]:
    """What waits for a customer's word, the most urgent first; several addresses stand on top."""
    must_reach(actor, shop_id)
    asked = {"shop": shop_id, "kind": kind.value, "limit": LISTED}
    return session.execute(_CHECKS, asked).all()


_UNPAID = """
SELECT o.id, o.order_no, o.customer_id, p.name AS customer, o.currency, o.placed_at,
    o.list_cents - o.merchant_discount_cents - o.platform_discount_cents + o.freight_cents AS cents,
    l.title, s.stock, coalesce(n.count, 0) AS nudges, n.last AS last_nudge,
    coalesce(u.said_no, false) AS said_no, CASE WHEN u.why IS NOT NULL AND u.why <> 'unknown'
        THEN u.why WHEN twin.order_no IS NOT NULL THEN 'duplicate' ELSE 'unknown' END AS why,
    twin.order_no AS paid_twin
FROM orders o LEFT JOIN customers p ON p.id = o.customer_id
LEFT JOIN unpaid_notes u ON u.order_id = o.id
LEFT JOIN LATERAL (SELECT title FROM order_lines WHERE order_id = o.id
    ORDER BY position LIMIT 1) AS l ON true
LEFT JOIN LATERAL (SELECT min(k.actual_stock) AS stock FROM order_lines x
    JOIN skus k ON k.id = x.sku_id WHERE x.order_id = o.id) AS s ON true
LEFT JOIN LATERAL (SELECT count(*) AS count, max(at) AS last FROM order_nudges
    WHERE order_id = o.id) AS n ON true
LEFT JOIN LATERAL (SELECT t.order_no FROM orders t JOIN order_lines a ON a.order_id = t.id
    JOIN order_lines b ON b.order_id = o.id AND b.sku_id = a.sku_id
    WHERE t.customer_id = o.customer_id AND t.shop_id = o.shop_id AND t.id <> o.id
        AND t.paid_at IS NOT NULL AND abs(extract(epoch FROM t.recency - o.recency)) < 172800
    LIMIT 1) AS twin ON true
WHERE o.shop_id = :shop AND o.status = 'unpaid' AND {more}
ORDER BY o.recency DESC, o.id DESC LIMIT :limit
"""


def unpaid(session: Session, actor: Actor, *, shop_id: UUID) -> Sequence[Row[Any]]:
    """Orders placed and not paid, the newest first. One bought again within two days and paid is
    found to be a duplicate by itself (UNP-4)."""
    must_reach(actor, shop_id)
    statement = text(_UNPAID.format(more="coalesce(o.facts->>'cod', 'false') <> 'true'"))
    return session.execute(statement, {"shop": shop_id, "limit": LISTED}).all()


def unpaid_one(session: Session, order: Order) -> Row[Any]:
    """The same of one order."""
    asked = {"shop": order.shop_id, "limit": 1, "order": order.id}
    return session.execute(text(_UNPAID.format(more="o.id = :order")), asked).one()


_NUDGES = text("""
SELECT n.by, n.template, count(*) AS nudged, count(*) FILTER (WHERE o.paid_at >= n.at
    AND o.paid_at < n.at + interval '48 hours') AS paid,
    coalesce(sum(o.paid_cents) FILTER (WHERE o.paid_at >= n.at
        AND o.paid_at < n.at + interval '48 hours'), 0)::bigint AS cents
FROM (SELECT DISTINCT ON (order_id) * FROM order_nudges WHERE shop_id = :shop AND at >= :since
    AND at < :until ORDER BY order_id, at DESC) AS n JOIN orders o ON o.id = n.order_id
GROUP BY 1, 2 ORDER BY cents DESC, 1, 2
""")


def nudge_report(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """Reminded orders that were paid within two days, by agent and template; the last reminder of
    an order counts (UNP-8)."""
    must_reach(actor, shop_id)
    return session.execute(_NUDGES, {"shop": shop_id, "since": since, "until": until}).all()


_COD = text("""
SELECT count(*) AS orders,
    count(*) FILTER (WHERE c.settled_at IS NOT NULL) AS confirmed,
    count(*) FILTER (WHERE o.shipped_at IS NOT NULL AND c.settled_at IS NULL) AS unconfirmed_sent,
    count(r.order_id) AS refused,
    count(r.order_id) FILTER (WHERE c.settled_at IS NOT NULL) AS refused_confirmed,
    count(*) FILTER (WHERE o.shipped_at IS NOT NULL) AS sent,
    count(*) FILTER (WHERE o.shipped_at IS NOT NULL AND c.settled_at IS NOT NULL) AS sent_confirmed,
    coalesce(sum(r.freight_cents), 0)::bigint AS freight_cents,
    coalesce(sum(k.calls), 0)::int AS calls, coalesce(sum(k.seconds), 0)::int AS seconds,
    count(*) FILTER (WHERE c.facts->>'outcome' IN ('online', 'refused')) AS averted,
    count(d.order_id) AS deceived,
    count(d.order_id) FILTER (WHERE d.called_before) AS deceived_called
FROM orders o LEFT JOIN order_checks c ON c.order_id = o.id AND c.kind = 'cod'
LEFT JOIN cod_refusals r ON r.order_id = o.id
LEFT JOIN cod_complaints d ON d.order_id = o.id
LEFT JOIN LATERAL (SELECT count(*) AS calls, sum(seconds) AS seconds FROM order_calls
    WHERE check_id = c.id) AS k ON true
WHERE o.shop_id = :shop AND o.facts->>'cod' = 'true' AND o.recency >= :since AND o.recency < :until
""")


def cod_report(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Row[Any]:
    """Orders paid on delivery: called or not, refused with and without a call before, what it cost
    (COD-5, COD-8). `averted`: closed by the call, so that nothing was sent in vain."""
    must_reach(actor, shop_id)
    return session.execute(_COD, {"shop": shop_id, "since": since, "until": until}).one()


_EXCEPTIONS = text("""
SELECT o.id, o.order_no, o.shipped_at, o.courier, o.tracking_no
FROM orders o LEFT JOIN order_checks c ON c.order_id = o.id AND c.kind = 'cod'
WHERE o.shop_id = :shop AND o.facts->>'cod' = 'true' AND o.shipped_at IS NOT NULL
    AND (c.id IS NULL OR c.settled_at IS NULL OR c.settled_at > o.shipped_at)
ORDER BY o.shipped_at DESC LIMIT :limit
""")


def cod_exceptions(session: Session, actor: Actor, *, shop_id: UUID) -> Sequence[Row[Any]]:
    """Sent before anybody had called (COD-7)."""
    must_reach(actor, shop_id)
    return session.execute(_EXCEPTIONS, {"shop": shop_id, "limit": LISTED}).all()


_RATINGS = text("""
SELECT o.id, o.order_no, o.customer_id, p.name AS customer, o.completed_at, r.text, r.by, r.at,
    CASE WHEN r.order_id IS NOT NULL THEN 'rated'
        WHEN o.completed_at < :expired THEN 'expired' ELSE 'open' END AS state
FROM orders o LEFT JOIN buyer_ratings r ON r.order_id = o.id
LEFT JOIN customers p ON p.id = o.customer_id
WHERE o.shop_id = :shop AND o.status = 'completed' AND o.completed_at IS NOT NULL
    AND o.completed_at > :oldest
ORDER BY o.completed_at DESC LIMIT :limit
""")


def ratings(
    session: Session, actor: Actor, *, shop_id: UUID, expired: datetime, oldest: datetime
) -> Sequence[Row[Any]]:
    """Deals that are done: rated, to be rated, or too old for it (RAT-3)."""
    must_reach(actor, shop_id)
    asked = {"shop": shop_id, "expired": expired, "oldest": oldest, "limit": LISTED}
    return session.execute(_RATINGS, asked).all()


_COUNTS = text("""
SELECT
  (SELECT count(*) FROM order_checks WHERE shop_id = :shop AND kind = 'address'
      AND state IN ('open', 'held')) AS addresses,
  (SELECT count(*) FROM order_checks WHERE shop_id = :shop AND kind = 'cod'
      AND state = 'open') AS cod,
  (SELECT count(*) FROM orders WHERE shop_id = :shop AND status = 'unpaid'
      AND coalesce(facts->>'cod', 'false') <> 'true') AS unpaid,
  (SELECT count(*) FROM orders o WHERE shop_id = :shop AND status = 'completed'
      AND completed_at > :expired AND NOT EXISTS (SELECT FROM buyer_ratings r
          WHERE r.order_id = o.id)) AS ratings
""")


def counts(session: Session, actor: Actor, *, shop_id: UUID, expired: datetime) -> Row[Any]:
    """How much waits in each queue."""
    must_reach(actor, shop_id)
    return session.execute(_COUNTS, {"shop": shop_id, "expired": expired, "now": clock.now()}).one()


_ASTRAY = text("""
SELECT CASE WHEN c.state IN ('confirmed', 'changed') THEN 'confirmed'
        WHEN c.id IS NOT NULL THEN 'unanswered' ELSE 'not_asked' END AS asked,
    count(*) AS orders, count(*) FILTER (WHERE o.facts->>'wrong_address' = 'true') AS astray
FROM orders o LEFT JOIN order_checks c ON c.order_id = o.id AND c.kind = 'address'
WHERE o.shop_id = :shop AND o.shipped_at IS NOT NULL AND o.recency >= :since AND o.recency < :until
GROUP BY 1 ORDER BY 1
""")


def astray(
    session: Session, actor: Actor, *, shop_id: UUID, since: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """Parcels that came back or were lost for a wrong address, by whether it was confirmed
    before (ADR-9)."""
    must_reach(actor, shop_id)
    return session.execute(_ASTRAY, {"shop": shop_id, "since": since, "until": until}).all()


_TO_ASK = text("""
SELECT id FROM orders WHERE shop_id = :shop AND status IN ('unpaid', 'paid')
    AND recency > :since AND (id BETWEEN :first AND :last OR id = ANY(:renewed)) ORDER BY id
""")


def to_ask(
    session: Session,
    shop_id: UUID,
    first: UUID | None,
    last: UUID | None,
    renewed: Sequence[UUID],
) -> list[UUID]:
    """Of what was loaded, the orders of the last days that are not sent."""
    asked = {"shop": shop_id, "first": first, "last": last, "renewed": list(renewed)}
    since = clock.now() - ASKED_FOR
    return list(session.scalars(_TO_ASK, asked | {"since": since}))
