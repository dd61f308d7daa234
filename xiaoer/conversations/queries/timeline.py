"""The story of a conversation, read from its events."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations.queries import rows
from xiaoer.core import paging
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.events import EventRow

PAGE_LIMIT = 100
_SHARED = {"shop_id", "conversation_id", "customer_id", "assignee_id", "message_id"}
_UNTOLD = {
    "MessageReceived",
    "MessageSent",
    "MessageQueued",
    "NoteAdded",
    "SystemLineAdded",
    "ReadByStaff",
    "MarkedUnread",
    "ReadByCustomer",
    "DeliveredToStaff",
    "DeliveredToCustomer",
}
"""The talk itself shows these."""


def page(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[dict[str, Any]], str | None]:
    """What happened, newest first; promises about the talk included."""
    talk = rows.get(session, actor, conversation_id)
    limit = max(1, min(limit, PAGE_LIMIT))
    query = (
        select(EventRow)
        .where(EventRow.subject_id == conversation_id, EventRow.kind.not_in(_UNTOLD))
        .order_by(EventRow.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        (last,) = paging.keys(after, (int,))
        query = query.where(EventRow.id < last)
    found = session.scalars(query).all()
    more = len(found) > limit
    name = talk["customer"]["name"]
    return [_told(row, name) for row in found[:limit]], (
        paging.cursor(found[limit - 1].id) if more else None
    )


def _told(row: EventRow, customer: str) -> dict[str, Any]:
    name = customer if row.actor_kind == ActorKind.CUSTOMER else row.actor_name
    return {
        "at": row.at,
        "kind": row.kind,
        "actor": {"kind": row.actor_kind, "name": name},
        "facts": {key: value for key, value in row.data.items() if key not in _SHARED},
        "auto": row.actor_kind in (ActorKind.SYSTEM, ActorKind.BOT),
    }
