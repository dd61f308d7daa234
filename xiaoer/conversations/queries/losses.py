"""流失: customers who left before a person answered, with how long they had waited (RSP-6)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation
from xiaoer.conversations.queries import rows
from xiaoer.core import paging
from xiaoer.core.auth import Actor, Permission


@dataclass(frozen=True)
class Losses:
    """A page of losses and the figures of the whole window."""

    items: list[dict[str, Any]]
    total: int
    before_first_answer: int
    average_wait_sec: float | None
    next: str | None


def between(
    session: Session,
    actor: Actor,
    *,
    start: datetime,
    end: datetime,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Losses:
    """Losses with `start` ≤ left at < `end`, newest first. Who came back is no loss."""
    actor.must(Permission.CONVERSATIONS_READ)
    inside = [
        Conversation.left_unanswered_at >= start,
        Conversation.left_unanswered_at < end,
        _reached(actor, shop_id),
    ]
    total, first, average = session.execute(
        select(
            func.count(),
            func.count().filter(Conversation.responses == 0),
            func.avg(Conversation.left_waited_sec),
        ).where(*inside)
    ).one()
    query = select(
        Conversation.id, Conversation.left_unanswered_at, Conversation.left_waited_sec
    ).where(*inside)
    order = (Conversation.left_unanswered_at, Conversation.id)
    if after is not None:
        query = query.where(tuple_(*order) < paging.keys(after, (datetime, UUID)))
    found = session.execute(query.order_by(*(key.desc() for key in order)).limit(limit + 1)).all()
    known = rows.by_ids(session, [row.id for row in found[:limit]])
    items = [
        {"conversation": known[row.id], "left_at": row[1], "waited_sec": row[2]}
        for row in found[:limit]
    ]
    more = len(found) > limit
    last = found[limit - 1] if more else None
    following = paging.cursor(last[1], last[0]) if last else None
    return Losses(items, total, first, average, following)


def _reached(actor: Actor, shop_id: UUID | None) -> ColumnElement[bool]:
    if shop_id is not None:
        return Conversation.shop_id == (shop_id if actor.reaches(shop_id) else None)
    if actor.all_shops:
        return Conversation.shop_id.is_not(None)
    return Conversation.shop_id.in_(actor.shop_ids)
