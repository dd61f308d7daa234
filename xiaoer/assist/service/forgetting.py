"""A customer is forgotten: so is what was read and taught from their words."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from xiaoer.assist.models import Guided, Reading, Taught
from xiaoer.conversations.models import Conversation


def forget(session: Session, customer_id: UUID) -> None:
    """Safe to run twice."""
    talks = select(Conversation.id).where(Conversation.customer_id == customer_id)
    session.execute(delete(Reading).where(Reading.conversation_id.in_(talks)))
    session.execute(delete(Guided).where(Guided.conversation_id.in_(talks)))
    session.execute(delete(Taught).where(Taught.conversation_id.in_(talks)))
