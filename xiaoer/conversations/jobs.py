"""Background work of the inbox."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.service import routing, welcoming
from xiaoer.core import auth, queue

ROUTING = auth.system("routing")


@queue.task("conversations.route")
def route(session: Session, payload: queue.Payload) -> None:
    """Find an agent for a talk that was opened, woken, reopened or given back."""
    conversation_id = UUID(payload["conversation_id"])
    routing.route(session, ROUTING, conversation_id)
    if payload.get("greet"):
        welcoming.greet(session, ROUTING, conversation_id)


@queue.task("conversations.serve_queue")
def serve_queue(session: Session, payload: queue.Payload) -> None:
    """Somebody has time again: the longest waiting comes first."""
    routing.serve_all(session, ROUTING, [UUID(each) for each in payload["shop_ids"]])
