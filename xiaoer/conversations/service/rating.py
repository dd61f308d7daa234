"""A customer says how content they were with a talk."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ConversationNotFound
from xiaoer.conversations.events import TalkRated
from xiaoer.conversations.models import TalkRating
from xiaoer.conversations.queries import locked
from xiaoer.conversations.service.replying import about_of
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission


def rate(
    session: Session, actor: Actor, conversation_id: UUID, *, score: int, comment: str = ""
) -> None:
    """1 to 5; saying it again changes it. Only the talk's own customer may."""
    actor.must(Permission.CONVERSATIONS_RECEIVE)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.customer_id != actor.id:
        raise ConversationNotFound
    agent_id = talk.assignee_id or talk.last_agent_id
    said = {"score": score, "comment": comment, "agent_id": agent_id, "at": clock.now()}
    made = pg_insert(TalkRating).values(conversation_id=talk.id, shop_id=talk.shop_id, **said)
    session.execute(made.on_conflict_do_update(index_elements=["conversation_id"], set_=said))
    events.emit(session, actor, TalkRated(**about_of(talk, agent_id), score=score))
