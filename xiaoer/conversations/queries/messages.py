"""Messages as they were written."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.phrases.rules import Before

PAGE_LIMIT = 200

COLUMNS = (
    "id, conversation_id, seq, client_id, author, author_id, author_name, kind, text,"
    " attachments, card, system, auto, at"
)


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message as every reader gets it; `author` is the wire's `from`."""

    id: UUID
    conversation_id: UUID
    seq: int
    client_id: UUID
    author: str
    author_id: UUID | None
    author_name: str
    kind: str
    text: str
    attachments: list[dict[str, Any]] | None
    card: dict[str, Any] | None
    system: dict[str, Any] | None
    auto: bool
    at: datetime

    def at_place(self, seq: int) -> "MessageView":
        return replace(self, seq=seq)


_BEFORE = (
    f"SELECT {COLUMNS} FROM messages WHERE conversation_id = %(id)s AND seq < %(before)s"
    " AND (%(notes)s OR author <> 'note') ORDER BY seq DESC LIMIT %(limit)s"
)
_AFTER = (
    f"SELECT {COLUMNS} FROM messages WHERE conversation_id = %(id)s AND seq > %(after)s"
    " AND (%(notes)s OR author <> 'note') ORDER BY seq LIMIT %(limit)s"
)
_BY_IDS = f"SELECT {COLUMNS} FROM messages WHERE id = ANY(%(ids)s)"
_BY_CLIENT = (
    f"SELECT {COLUMNS} FROM messages WHERE conversation_id = %(id)s AND client_id = %(client_id)s"
)
_OF_CONVERSATION = (
    f"SELECT {COLUMNS} FROM messages WHERE conversation_id = %(id)s AND id = ANY(%(ids)s)"
    " ORDER BY seq"
)


def page(
    session: Session,
    conversation_id: UUID,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
    notes: bool,
) -> tuple[list[MessageView], bool]:
    """Messages in ascending order and whether more lie beyond; `notes` only for colleagues."""
    limit = max(1, min(limit, PAGE_LIMIT))
    values = {"id": conversation_id, "notes": notes, "limit": limit + 1}
    if after is not None:
        rows = [MessageView(*row) for row in db.read(session, _AFTER, values | {"after": after})]
        return rows[:limit], len(rows) > limit
    newest = 2**31 - 1 if before is None else before
    rows = [MessageView(*row) for row in db.read(session, _BEFORE, values | {"before": newest})]
    return rows[:limit][::-1], len(rows) > limit


def by_ids(session: Session, ids: list[UUID]) -> dict[UUID, MessageView]:
    return {row[0]: MessageView(*row) for row in db.read(session, _BY_IDS, {"ids": ids})}


def of_conversation(session: Session, conversation_id: UUID, ids: list[UUID]) -> list[MessageView]:
    """Those of `ids` that belong to the conversation, in their order."""
    rows = db.read(session, _OF_CONVERSATION, {"id": conversation_id, "ids": ids})
    return [MessageView(*row) for row in rows]


LOOKED_BACK = 300
"""So many messages of a talk are looked through for what its agents said; of a customer who writes
on and on it would be all of them."""
_SAID_BEFORE = (
    "SELECT m.text, CASE WHEN NOT u.edited THEN u.phrase_id END FROM"
    " (SELECT id, seq, text FROM messages WHERE conversation_id = %(id)s"
    f" AND seq > (SELECT last_seq FROM conversations WHERE id = %(id)s) - {LOOKED_BACK}"
    " AND author = 'agent' AND NOT auto"
    " AND client_id IS DISTINCT FROM CAST(%(client_id)s AS uuid)"
    " ORDER BY seq DESC LIMIT 30) m"
    " LEFT JOIN phrase_uses u ON u.message_id = m.id ORDER BY m.seq DESC"
)


def said_before(
    session: Session, conversation_id: UUID, *, client_id: UUID | None = None
) -> list[Before]:
    """What agents said last in a talk, newest first, and which of it was a phrase as it stands;
    not the message `client_id`, which is being said again."""
    values = {"id": conversation_id, "client_id": client_id}
    return [Before(*row) for row in db.read(session, _SAID_BEFORE, values)]


def by_client_id(session: Session, conversation_id: UUID, client_id: UUID) -> MessageView | None:
    found = db.read(session, _BY_CLIENT, {"id": conversation_id, "client_id": client_id})
    return MessageView(*found[0]) if found else None


def wire(message: MessageView) -> dict[str, Any]:
    """A message as the wire carries it."""
    author = {"id": message.author_id, "name": message.author_name} if message.author_id else None
    return {
        "id": message.id,
        "client_id": message.client_id,
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "from": message.author,
        "author": author,
        "kind": message.kind,
        "text": message.text,
        "attachments": message.attachments or [],
        "card": message.card,
        "system": message.system,
        "auto": message.auto,
        "at": message.at,
    }
