"""When a customer waits too long: the lead is told, and the talk finds somebody else."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.errors import ConversationNotFound
from xiaoer.conversations.events import WaitedTooLong
from xiaoer.conversations.models import Conversation, State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import assigning
from xiaoer.conversations.service.replying import about_of
from xiaoer.core import clock, events, queue
from xiaoer.core.auth import Actor, Permission
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.models import Agent, Presence


def waited_too_long(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """The reply promise broke. Tells the leads of the shop once, and gives the talk back to the
    queue when the channel is set to do so, now or when that time has come."""
    talk = _still_waiting(session, actor, conversation_id)
    if talk is None:
        return
    assert talk.waiting_since is not None
    waited = rules.seconds_between(talk.waiting_since, clock.now())
    leads = workforce.holders(
        session, shop_id=talk.shop_id, permission=Permission.CONVERSATIONS_MANAGE
    )
    about = about_of(talk, talk.assignee_id)
    events.emit(session, actor, WaitedTooLong(**about, waited_sec=waited, lead_ids=leads))
    if talk.requeue_after_sec is None or talk.assignee_id is None:
        return
    requeue_at = talk.waiting_since + timedelta(seconds=talk.requeue_after_sec)
    if requeue_at <= clock.now():
        assigning.requeue(session, actor, talk, reason="waited_too_long")
        return
    waiting_for = {"conversation_id": str(talk.id), "waiting_seq": talk.waiting_seq}
    queue.defer(session, "conversations.requeue", waiting_for, run_at=requeue_at)


def requeue_unanswered(
    session: Session, actor: Actor, conversation_id: UUID, waiting_seq: int
) -> None:
    """The time to give a talk back has come, if the same question is still unanswered."""
    talk = _still_waiting(session, actor, conversation_id)
    if talk and talk.assignee_id and talk.waiting_seq == waiting_seq:
        assigning.requeue(session, actor, talk, reason="waited_too_long")


def release_waiting_of(session: Session, actor: Actor, agent_id: UUID) -> int:
    """An agent went home: talks in which somebody waits go back to the queue, quiet ones stay
    until the customer speaks. Returns how many went."""
    waiting = session.scalars(
        select(Conversation.id)
        .where(
            Conversation.assignee_id == agent_id,
            Conversation.state == State.OPEN,
            Conversation.waiting_since.is_not(None),
        )
        .order_by(Conversation.id)
    ).all()
    return assigning.release_all(session, actor, waiting, agent_id, reason="agent_left")


def absent_with_waiting(session: Session) -> list[UUID]:
    """Agents who are not here although somebody waits for them."""
    waits = (
        select(Conversation.id)
        .where(
            Conversation.assignee_id == Agent.id,
            Conversation.state == State.OPEN,
            Conversation.waiting_since.is_not(None),
        )
        .exists()
    )
    query = select(Agent.id).where(Agent.presence == Presence.OFFLINE, waits)
    return list(session.scalars(query))


def _still_waiting(session: Session, actor: Actor, conversation_id: UUID) -> Locked | None:
    try:
        talk = locked.by_id(session, actor, conversation_id)
    except ConversationNotFound:
        return None
    waits = talk.state == State.OPEN and talk.waiting_since is not None
    return talk if waits else None
