"""Invoices and installations that are owed, and how long they took."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach

_OWED = text("""
SELECT s.*, o.order_no, (coalesce(s.done_at, :now) > s.due_at) AS late
FROM owed_services s JOIN orders o ON o.id = s.order_id
WHERE s.shop_id = :shop AND (s.done_at IS NOT NULL) = :done
    AND (CAST(:order AS uuid) IS NULL OR s.order_id = :order)
ORDER BY s.done_at DESC, s.due_at, s.id LIMIT 200
""")


def owed_services(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    done: bool = False,
    order_id: UUID | None = None,
) -> Sequence[Row[Any]]:
    """What is owed, the most urgent first; or what was done, the latest first."""
    must_reach(actor, shop_id)
    asked = {"shop": shop_id, "done": done, "order": order_id, "now": clock.now()}
    return session.execute(_OWED, asked).all()
