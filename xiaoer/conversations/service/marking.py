"""Stage, priority, tags, and how far everybody has read."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ConversationIsClosed, NotYours
from xiaoer.conversations.events import (
    ConversationEvent,
    DeliveredToCustomer,
    DeliveredToStaff,
    MarkedUnread,
    PriorityChanged,
    ReadByCustomer,
    ReadByStaff,
    StageChanged,
    TagsChanged,
)
from xiaoer.conversations.models import Priority, Stage, State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.service.changing import change
from xiaoer.conversations.service.replying import about_of
from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission

TAGS_LIMIT = 20

_UNREAD = text(
    "SELECT count(*) FROM messages WHERE conversation_id = :id AND seq > :seq"
    " AND author = 'customer'"
)
_CUSTOMER_SAW = text(
    "UPDATE conversations c SET customer_delivered_seq = greatest(c.customer_delivered_seq, :seq),"
    " customer_read_seq = CASE WHEN :read THEN greatest(c.customer_read_seq, :seq)"
    " ELSE c.customer_read_seq END, version = c.version + 1 FROM conversations old"
    " WHERE old.id = c.id AND c.id = :id AND c.shop_id = :shop_id AND c.customer_id = :customer_id"
    " AND :seq <= c.last_seq AND (c.customer_delivered_seq < :seq"
    " OR (:read AND c.customer_read_seq < :seq))"
    " RETURNING c.assignee_id, old.customer_delivered_seq, old.customer_read_seq"
)
_STAFF_GOT = text(
    "UPDATE conversations c SET staff_delivered_seq = got.seq, version = version + 1"
    " FROM unnest(CAST(:ids AS uuid[]), CAST(:seqs AS int[])) got (id, seq)"
    " WHERE c.id = got.id AND c.assignee_id = :agent_id AND c.staff_delivered_seq < got.seq"
    " AND got.seq <= c.last_seq RETURNING c.id, c.shop_id, c.customer_id, got.seq"
)


def set_stage(session: Session, actor: Actor, conversation_id: UUID, stage: Stage | None) -> None:
    """售前, 售中 or 售后."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.stage == stage:
        return
    change(session, talk, stage=stage)
    changed = StageChanged(**about_of(talk, talk.assignee_id), stage=stage)
    events.emit(session, actor, changed)


def set_priority(session: Session, actor: Actor, conversation_id: UUID, priority: Priority) -> None:
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.priority == priority:
        return
    change(session, talk, priority=priority)
    changed = PriorityChanged(**about_of(talk, talk.assignee_id), priority=priority)
    events.emit(session, actor, changed)


def set_tags(session: Session, actor: Actor, conversation_id: UUID, tags: list[str]) -> None:
    """Replace the tags; doubles and blanks are dropped, the order is kept."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    wanted = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))[:TAGS_LIMIT]
    if wanted == talk.tags:
        return
    change(session, talk, tags=wanted)
    events.emit(session, actor, TagsChanged(**about_of(talk, talk.assignee_id), tags=wanted))


def read(session: Session, actor: Actor, conversation_id: UUID, seq: int) -> None:
    """Staff read up to `seq`. A colleague who only looks in does not read for its agent."""
    actor.must(Permission.CONVERSATIONS_READ)
    talk = locked.by_id(session, actor, conversation_id)
    seq = max(min(seq, talk.last_seq), talk.staff_read_seq)
    if talk.assignee_id not in (None, actor.id) or (seq == talk.staff_read_seq and not talk.unread):
        return
    unread = session.scalar(_UNREAD, {"id": talk.id, "seq": seq}) if talk.unread else 0
    change(
        session,
        talk,
        staff_read_seq=seq,
        staff_delivered_seq=max(seq, talk.staff_delivered_seq),
        unread=unread,
    )
    events.emit(session, actor, ReadByStaff(**about_of(talk, talk.assignee_id), seq=seq))


def mark_unread(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Come back to it later: it counts as unread until its agent opens it again. What the
    customer was told of being read stays told."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state == State.CLOSED:
        raise ConversationIsClosed
    if talk.assignee_id not in (None, actor.id):
        raise NotYours
    if talk.unread:
        return
    change(session, talk, unread=1)
    events.emit(session, actor, MarkedUnread(**about_of(talk, talk.assignee_id)))


def customer_saw(
    session: Session, actor: Actor, conversation_id: UUID, *, shop_id: UUID, seq: int, read: bool
) -> None:
    """The customer's screen has (`read`: they have read) everything up to `seq`. One statement
    when nothing is new."""
    actor.must(Permission.CONVERSATIONS_RECEIVE)
    values = {
        "id": conversation_id,
        "shop_id": shop_id,
        "customer_id": actor.id,
        "seq": seq,
        "read": read,
    }
    row = session.execute(_CUSTOMER_SAW, values).one_or_none()
    if row is None:
        return
    assert actor.id is not None
    about = {
        "shop_id": shop_id,
        "conversation_id": conversation_id,
        "customer_id": actor.id,
        "assignee_id": row.assignee_id,
    }
    told: list[ConversationEvent] = []
    if read and row.customer_read_seq < seq:
        told.append(ReadByCustomer(**about, seq=seq))
    elif row.customer_delivered_seq < seq:
        told.append(DeliveredToCustomer(**about, seq=seq))
    events.emit_many(session, actor, told)


def staff_got(session: Session, actor: Actor, marks: dict[UUID, int]) -> None:
    """The screen of these talks' agent has everything up to the seq beside each; two statements,
    however many talks."""
    actor.must(Permission.CONVERSATIONS_READ)
    values = {"ids": list(marks), "seqs": list(marks.values()), "agent_id": actor.id}
    got = [
        DeliveredToStaff(
            shop_id=row.shop_id,
            conversation_id=row.id,
            customer_id=row.customer_id,
            assignee_id=actor.id,
            seq=row.seq,
        )
        for row in session.execute(_STAFF_GOT, values)
    ]
    events.emit_many(session, actor, got)
