"""Who serves a talk: taking, handing on with a note, giving back. One agent at a time."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.errors import (
    AgentNotAvailable,
    AlreadyClaimed,
    ConversationIsClosed,
    ConversationNotOpen,
)
from xiaoer.conversations.events import Assigned, Queued, Transferred
from xiaoer.conversations.models import State
from xiaoer.conversations.queries import locked, people
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import clocks, holding
from xiaoer.conversations.service.changing import change
from xiaoer.conversations.service.replying import about_of, system_line
from xiaoer.core import clock, events, queue
from xiaoer.core.auth import Actor, Permission


def take(
    session: Session, actor: Actor, conversation_id: UUID, *, expected_id: UUID | None = None
) -> None:
    """The actor serves this talk now. `AlreadyClaimed` when somebody else does, unless the actor
    may assign and names that person as `expected_id`. Taking one's own changes nothing."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = _live(session, actor, conversation_id)
    if talk.assignee_id == actor.id:
        return
    if talk.assignee_id is not None:
        if talk.assignee_id != expected_id:
            raise AlreadyClaimed(name=people.name(session, talk.assignee_id))
        actor.must(Permission.CONVERSATIONS_ASSIGN)
    assert actor.id is not None
    place(session, actor, talk, actor.id, by_rule=False)


def transfer(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    agent_id: UUID,
    note: str = "",
    expected_id: UUID | None = None,
) -> None:
    """Hand the talk to a colleague of the shop, with a word about it."""
    actor.must(Permission.CONVERSATIONS_ASSIGN)
    talk = _live(session, actor, conversation_id)
    if expected_id is not None and talk.assignee_id != expected_id:
        raise AlreadyClaimed(name=people.name(session, talk.assignee_id))
    if talk.assignee_id == agent_id:
        return
    name = people.works_in(session, agent_id, talk.shop_id)
    if name is None:
        raise AgentNotAvailable
    _move(session, actor, talk, assignee_id=agent_id, group_id=talk.group_id)
    about = about_of(talk, agent_id)
    if talk.assignee_id is None:
        assigned = Assigned(**about, from_agent_id=None, by_rule=False)
        events.emit(session, actor, assigned)
    else:
        handed = Transferred(**about, from_agent_id=talk.assignee_id, note=note)
        events.emit(session, actor, handed)
    facts = {"to": name, "by": actor.name, "note": note}
    system_line(session, actor, _reread(session, actor, talk), code="transferred", facts=facts)


def transfer_to_group(
    session: Session, actor: Actor, conversation_id: UUID, *, group_id: UUID, note: str = ""
) -> None:
    """Hand the talk to a group: whoever of it is free takes it from the queue."""
    actor.must(Permission.CONVERSATIONS_ASSIGN)
    talk = _live(session, actor, conversation_id)
    name = people.group_name(session, group_id)
    if name is None:
        raise AgentNotAvailable
    requeue(session, actor, talk, reason="group", group_id=group_id)
    facts = {"to": name, "by": actor.name, "note": note}
    system_line(session, actor, _reread(session, actor, talk), code="transferred", facts=facts)


def give_back(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Back to the queue, at the place of its waiting."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = _live(session, actor, conversation_id)
    if talk.state != State.OPEN:
        raise ConversationNotOpen
    if talk.assignee_id is None:
        return
    if talk.assignee_id != actor.id:
        actor.must(Permission.CONVERSATIONS_ASSIGN)
    requeue(session, actor, talk, reason="given_back")


def place(session: Session, actor: Actor, talk: Locked, agent_id: UUID, *, by_rule: bool) -> None:
    """Give a held talk to an agent, and with it what is owed to the customer."""
    _move(session, actor, talk, assignee_id=agent_id, group_id=talk.group_id)
    assigned = Assigned(**about_of(talk, agent_id), from_agent_id=talk.assignee_id, by_rule=by_rule)
    events.emit(session, actor, assigned)


def requeue(
    session: Session,
    actor: Actor,
    talk: Locked,
    *,
    reason: str,
    group_id: UUID | None = None,
) -> None:
    """Put a held, open talk into the queue, and let somebody be found for it."""
    _queue_up(session, actor, talk, reason=reason, group_id=group_id)
    queue.defer(session, "conversations.route", {"conversation_id": str(talk.id)})


def release(
    session: Session, actor: Actor, conversation_id: UUID, agent_id: UUID, *, reason: str
) -> bool:
    """Put an open talk back into the queue if `agent_id` still serves it."""
    return release_all(session, actor, [conversation_id], agent_id, reason=reason) == 1


def release_all(
    session: Session,
    actor: Actor,
    conversation_ids: Sequence[UUID],
    agent_id: UUID,
    *,
    reason: str,
) -> int:
    """Put the open talks among these that `agent_id` still serves back into the queue. Each shop's
    queue is served once for all of them. Returns how many went."""
    went = []
    for each in conversation_ids:
        talk = locked.by_id(session, actor, each)
        if talk.state == State.OPEN and talk.assignee_id == agent_id:
            _queue_up(session, actor, talk, reason=reason)
            went.append(talk.shop_id)
    if went:
        shop_ids = sorted({str(each) for each in went})
        queue.defer(session, "conversations.serve_queue", {"shop_ids": shop_ids})
    return len(went)


def _queue_up(
    session: Session, actor: Actor, talk: Locked, *, reason: str, group_id: UUID | None = None
) -> None:
    """Whoever waited long stays ahead of newer ones."""
    _move(session, actor, talk, assignee_id=None, group_id=group_id or talk.group_id)
    queued = Queued(**about_of(talk, None), from_agent_id=talk.assignee_id, reason=reason)
    events.emit(session, actor, queued)


def _move(
    session: Session,
    actor: Actor,
    talk: Locked,
    *,
    assignee_id: UUID | None,
    group_id: UUID | None,
) -> None:
    now = clock.now()
    queued = talk.queued_at or talk.waiting_since or now
    values: dict[str, Any] = {
        "assignee_id": assignee_id,
        "group_id": group_id,
        "last_agent_id": talk.assignee_id or talk.last_agent_id,
        "queued_at": queued if talk.state == State.OPEN and assignee_id is None else None,
    }
    change(session, talk, **values)
    if talk.waiting_since is not None:
        clocks.hand_over(session, actor, talk, assignee_id)
    if talk.hold_until is not None:
        holding.hand_over(session, actor, talk, assignee_id)


def _live(session: Session, actor: Actor, conversation_id: UUID) -> Locked:
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state == State.CLOSED:
        raise ConversationIsClosed
    return talk


def _reread(session: Session, actor: Actor, talk: Locked) -> Locked:
    """The row as it is after this transaction's own change."""
    return locked.by_id(session, actor, talk.id)
