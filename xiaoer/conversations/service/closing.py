"""A talk ends with a reason, and begins again."""

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.errors import (
    AnotherIsOpen,
    ConversationIsClosed,
    HoldOpen,
    NotClosed,
    UnknownReason,
)
from xiaoer.conversations.events import Closed, CustomerLeft, Reopened
from xiaoer.conversations.models import ClosingReason, State, Turn
from xiaoer.conversations.queries import holds, locked
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import clocks
from xiaoer.conversations.service.changing import change
from xiaoer.conversations.service.replying import about_of, note, system_line
from xiaoer.core import clock, events, ids, queue
from xiaoer.core.auth import Actor, Permission


def close(
    session: Session, actor: Actor, conversation_id: UUID, *, reason: str, remark: str = ""
) -> None:
    """End the talk, unless something is still checked for the customer (`HoldOpen`).

    Whoever still waited goes unanswered: the turn stays open in the books, the reply promise is
    released, and the loss is counted.
    """
    actor.must(Permission.CONVERSATIONS_CLOSE)
    if not session.scalar(select(ClosingReason.active).where(ClosingReason.code == reason)):
        raise UnknownReason(reason=reason)
    if remark.strip():
        note(session, actor, conversation_id, client_id=ids.new_id(), text=remark)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state == State.CLOSED:
        raise ConversationIsClosed
    if talk.hold_until is not None:
        hold = holds.live(session, conversation_id)
        raise HoldOpen(checking=hold.checking if hold else "")
    system_line(session, actor, talk, code="closed", facts={"by": actor.name, "reason": reason})
    if talk.waiting_since is not None:
        _drop_turn(session, actor, talk)
    change(
        session,
        talk,
        state=State.CLOSED,
        closed_at=clock.now(),
        closed_reason=reason,
        queued_at=None,
        snoozed_until=None,
        waiting_since=None,
        waiting_seq=None,
        unread=0,
    )
    about = about_of(talk, talk.assignee_id)
    answered = talk.waiting_since is None
    events.emit(session, actor, Closed(**about, reason=reason, answered=answered))
    if talk.assignee_id is not None:
        queue.defer(session, "conversations.serve_queue", {"shop_ids": [str(talk.shop_id)]})


def reopen(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Take up a closed talk again. Raises `AnotherIsOpen` when the customer began a new one."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state != State.CLOSED:
        raise NotClosed
    try:
        with session.begin_nested():
            change(
                session,
                talk,
                state=State.OPEN,
                closed_at=None,
                closed_reason=None,
                assignee_id=actor.id,
                last_agent_id=talk.assignee_id or talk.last_agent_id,
            )
    except IntegrityError as error:
        raise AnotherIsOpen from error
    about = about_of(talk, actor.id)
    again = Reopened(**about, from_agent_id=talk.assignee_id, by_customer=False)
    events.emit(session, actor, again)
    system_line(
        session,
        actor,
        locked.by_id(session, actor, talk.id),
        code="reopened",
        facts={"by": actor.name},
    )


def leave(session: Session, actor: Actor, conversation_id: UUID) -> bool:
    """The customer went away (channels say when). Counted as a loss if they were waiting; the
    message still waits for its answer. A later message of theirs takes the loss back."""
    actor.must(Permission.CONVERSATIONS_RECEIVE)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.waiting_since is None or talk.left_unanswered_at is not None:
        return False
    now = clock.now()
    waited = rules.seconds_between(talk.waiting_since, now)
    change(session, talk, left_unanswered_at=now, left_waited_sec=waited)
    left = CustomerLeft(**about_of(talk, talk.assignee_id), waited_sec=waited)
    events.emit(session, actor, left)
    return True


def _drop_turn(session: Session, actor: Actor, talk: Locked) -> None:
    assert talk.waiting_since is not None
    now = clock.now()
    session.execute(
        update(Turn)
        .where(Turn.conversation_id == talk.id, Turn.question_seq == talk.waiting_seq)
        .values(dropped_at=now)
        .execution_options(synchronize_session=False)
    )
    if talk.left_unanswered_at is None:
        waited = rules.seconds_between(talk.waiting_since, now)
        change(session, talk, left_unanswered_at=now, left_waited_sec=waited)
    clocks.release(session, actor, talk, reason="closed")
