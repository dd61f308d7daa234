"""Talks go where their customer goes."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation, State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.service import closing
from xiaoer.conversations.service.changing import change
from xiaoer.core.auth import Actor

DUPLICATE = "duplicate"


def follow(session: Session, actor: Actor, gone_id: UUID, customer_id: UUID) -> None:
    """Give all talks of `gone_id` to `customer_id`. Of two that are going on over one channel the
    one of the person who is gone is closed as a duplicate."""
    kept = set(
        session.scalars(
            select(Conversation.channel).where(
                Conversation.customer_id == customer_id, Conversation.state != State.CLOSED
            )
        )
    )
    talks = session.scalars(
        select(Conversation.id).where(Conversation.customer_id == gone_id).order_by(Conversation.id)
    ).all()
    for each in talks:
        talk = locked.by_id(session, actor, each)
        if talk.state != State.CLOSED and talk.channel in kept:
            closing.close(session, actor, talk.id, reason=DUPLICATE)
        change(session, talk, customer_id=customer_id)
