"""What an agent began to write, kept per conversation."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Draft
from xiaoer.conversations.queries import rows
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission


def keep(session: Session, actor: Actor, conversation_id: UUID, *, kind: str, text: str) -> None:
    """Remember the draft; an empty one is forgotten. Nobody else sees it, so nothing is told."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    rows.get(session, actor, conversation_id)
    mine = (Draft.agent_id == actor.id, Draft.conversation_id == conversation_id)
    if not text.strip():
        session.execute(delete(Draft).where(*mine))
        return
    values = {"kind": kind, "text": text, "updated_at": clock.now()}
    whose = {"agent_id": actor.id, "conversation_id": conversation_id}
    session.execute(
        insert(Draft)
        .values(**whose, **values)
        .on_conflict_do_update(index_elements=["agent_id", "conversation_id"], set_=values)
    )
