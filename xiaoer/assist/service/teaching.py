"""An agent says what a talk is about: it holds, and the shop's own model can learn from it."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.engine import topics
from xiaoer.assist.errors import UnknownTopic
from xiaoer.assist.events import TopicTaught
from xiaoer.assist.models import Reading, Taught
from xiaoer.assist.queries import aiding
from xiaoer.conversations.queries import rows
from xiaoer.core import events, ids
from xiaoer.core.auth import Actor, Permission


def set_topic(session: Session, actor: Actor, conversation_id: UUID, topic: str) -> None:
    """The topic stays as the agent said; the customer's words become an example of it."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    if topic not in topics.english():
        raise UnknownTopic(topic=topic)
    talk = rows.get(session, actor, conversation_id)
    reading = session.get(Reading, conversation_id, with_for_update=True)
    if reading is None:
        reading = Reading(conversation_id=conversation_id, shop_id=talk["shop_id"], seq=0)
        session.add(reading)
    reading.topic, reading.topic_share, reading.topic_by = topic, 1.0, actor.id
    words = [line.text for line in aiding.lines(session, conversation_id) if line.by_customer]
    if words:
        session.add(
            Taught(
                id=ids.new_id(),
                shop_id=talk["shop_id"],
                conversation_id=conversation_id,
                task="topic",
                label=topic,
                text=words[-1],
                agent_id=actor.id,
            )
        )
    told = TopicTaught(shop_id=talk["shop_id"], conversation_id=conversation_id, topic=topic)
    events.emit(session, actor, told)
