"""A talk sleeps until a time, or until the customer speaks."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.errors import (
    ConversationIsClosed,
    ConversationNotFound,
    NotSnoozed,
    SnoozeInThePast,
)
from xiaoer.conversations.events import Snoozed, Woke
from xiaoer.conversations.models import State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service.changing import change
from xiaoer.conversations.service.replying import about_of, system_line
from xiaoer.core import clock, events, queue
from xiaoer.core.auth import Actor, Permission


def snooze(session: Session, actor: Actor, conversation_id: UUID, *, until: datetime) -> None:
    """Put the talk aside until `until`; its agent keeps it and has a place free meanwhile."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    if until <= clock.now():
        raise SnoozeInThePast
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state == State.CLOSED:
        raise ConversationIsClosed
    facts = {"by": actor.name, "until": until.isoformat()}
    system_line(session, actor, talk, code="snoozed", facts=facts)
    change(session, talk, state=State.SNOOZED, snoozed_until=until, queued_at=None)
    events.emit(session, actor, Snoozed(**about_of(talk, talk.assignee_id), until=until))
    queue.defer(session, "conversations.wake", {"conversation_id": str(talk.id)}, run_at=until)
    if talk.assignee_id is not None:
        queue.defer(session, "conversations.serve_queue", {"shop_ids": [str(talk.shop_id)]})


def wake(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Take the talk up before its time."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state != State.SNOOZED:
        raise NotSnoozed
    _wake(session, actor, talk)


def wake_when_due(session: Session, actor: Actor, conversation_id: UUID) -> bool:
    """The time has come, unless somebody moved it or the talk is awake already."""
    try:
        talk = locked.by_id(session, actor, conversation_id)
    except ConversationNotFound:
        return False
    if talk.snoozed_until is None or talk.snoozed_until > clock.now():
        return False
    _wake(session, actor, talk)
    return True


def _wake(session: Session, actor: Actor, talk: Locked) -> None:
    now = clock.now()
    change(
        session,
        talk,
        state=State.OPEN,
        snoozed_until=None,
        queued_at=None if talk.assignee_id else talk.waiting_since or now,
    )
    about = about_of(talk, talk.assignee_id)
    events.emit(session, actor, Woke(**about, by_customer=False))
    queue.defer(session, "conversations.route", {"conversation_id": str(talk.id)})
