"""A talk as evidence: who said what, when, with which files."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.queries import messages, rows
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.core.auth import Actor
from xiaoer.evidence.queries import Snapshot

LAST = 100
"""Messages kept when none is chosen."""


def snapshot(
    session: Session, actor: Actor, conversation_id: UUID, message_ids: Sequence[UUID]
) -> Snapshot:
    """What the talk holds now. Ids of other talks' messages are left out."""
    talk = rows.get(session, actor, conversation_id)
    if message_ids:
        chosen = messages.of_conversation(session, conversation_id, list(message_ids))
    else:
        chosen, _ = messages.page(session, conversation_id, limit=LAST, notes=False)
    content = {
        "number": talk["number"],
        "channel": talk["channel"],
        "shop": talk["shop_name"],
        "customer": talk["customer"]["name"],
        "order_no": talk["order_no"],
        "messages": [_kept(each) for each in chosen],
    }
    files = [UUID(file["id"]) for each in chosen for file in each.attachments or []]
    return Snapshot(talk["shop_id"], content, tuple(dict.fromkeys(files)))


def _kept(message: MessageView) -> dict[str, object]:
    return {
        "id": str(message.id),
        "seq": message.seq,
        "from": message.author,
        "author": message.author_name,
        "text": message.text,
        "files": [file["name"] for file in message.attachments or []],
        "auto": message.auto,
        "at": message.at.isoformat(),
    }
