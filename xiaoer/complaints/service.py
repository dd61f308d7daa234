"""Noting complaints, and what caused them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.complaints import queries
from xiaoer.complaints.errors import ComplaintNotedAlready
from xiaoer.complaints.events import ComplaintCauseSet, ComplaintNoted
from xiaoer.complaints.models import About, Complaint, ComplaintCause
from xiaoer.conversations.queries import rows
from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission


@dataclass(frozen=True, kw_only=True)
class Brought:
    """A complaint as somebody brings it up."""

    shop_id: UUID
    type: About
    subject_id: UUID
    cause: ComplaintCause
    words: str = ""
    customer_id: UUID | None = None
    agent_id: UUID | None = None
    agent_name: str = ""


def note(session: Session, actor: Actor, brought: Brought) -> Complaint:
    """Note it; brought up again about the same thing, it is the same complaint."""
    actor.must(Permission.COMPLAINTS_NOTE)
    made = _insert(session, actor, brought)
    if made is None:
        known = queries.about(session, brought.shop_id, brought.type, brought.subject_id)
        assert known is not None
        return known
    return made


def note_in_talk(
    session: Session, actor: Actor, conversation_id: UUID, *, cause: ComplaintCause, words: str
) -> Complaint:
    """The customer of a talk complains of how they are served or of what they got.

    Raises `ComplaintNotedAlready`.
    """
    actor.must(Permission.COMPLAINTS_NOTE)
    talk = rows.get(session, actor, conversation_id)
    agent_id, agent_name = queries.who_served(session, conversation_id)
    brought = Brought(
        shop_id=talk["shop_id"],
        type=About.CONVERSATION,
        subject_id=conversation_id,
        cause=cause,
        words=words,
        customer_id=talk["customer"]["id"],
        agent_id=agent_id,
        agent_name=agent_name,
    )
    made = _insert(session, actor, brought)
    if made is None:
        raise ComplaintNotedAlready
    return made


def set_cause(
    session: Session, actor: Actor, complaint_id: UUID, cause: ComplaintCause
) -> Complaint:
    """Somebody has looked into it; reports count it by this cause from now on."""
    actor.must(Permission.COMPLAINTS_NOTE)
    complaint = queries.one(session, actor, complaint_id, lock=True)
    before, complaint.cause = complaint.cause, cause
    session.flush()
    if before is not cause:
        told = ComplaintCauseSet(
            shop_id=complaint.shop_id, complaint_id=complaint.id, cause=cause, before=before
        )
        events.emit(session, actor, told)
    return complaint


def _insert(session: Session, actor: Actor, brought: Brought) -> Complaint | None:
    """None where the same thing was complained of before."""
    values = {
        "id": ids.new_id(),
        "shop_id": brought.shop_id,
        "subject_type": brought.type,
        "subject_id": brought.subject_id,
        "customer_id": brought.customer_id,
        "agent_id": brought.agent_id,
        "agent_name": brought.agent_name,
        "cause": brought.cause,
        "words": brought.words,
        "noted_by": actor.name,
        "at": clock.now(),
    }
    made = (
        pg_insert(Complaint)
        .values(**values)
        .on_conflict_do_nothing(index_elements=["shop_id", "subject_type", "subject_id"])
    )
    session.flush()
    complaint_id = session.execute(made.returning(Complaint.id)).scalar_one_or_none()
    if complaint_id is None:
        return None
    told = ComplaintNoted(
        shop_id=brought.shop_id,
        complaint_id=complaint_id,
        cause=brought.cause,
        subject_type=brought.type,
        about_id=brought.subject_id,
        agent_id=brought.agent_id,
    )
    events.emit(session, actor, told)
    return session.get_one(Complaint, complaint_id)
