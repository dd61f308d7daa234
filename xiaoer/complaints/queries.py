"""Reads of complaints."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.complaints.errors import ComplaintNotFound
from xiaoer.complaints.models import About, Complaint, ComplaintCause
from xiaoer.core import db, paging
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach


def about(session: Session, shop_id: UUID, subject: About, subject_id: UUID) -> Complaint | None:
    """The complaint brought up there, if there is one."""
    return session.scalar(
        select(Complaint).where(
            Complaint.shop_id == shop_id,
            Complaint.subject_type == subject,
            Complaint.subject_id == subject_id,
        )
    )


_SERVED = (
    "SELECT a.id, a.name FROM conversations c"
    " JOIN agents a ON a.id = coalesce(c.assignee_id, c.last_agent_id) WHERE c.id = %(id)s"
)


def who_served(session: Session, conversation_id: UUID) -> tuple[UUID | None, str]:
    """The agent who serves the talk, or served it last; None: nobody has."""
    found = db.read(session, _SERVED, {"id": conversation_id})
    return (found[0][0], found[0][1]) if found else (None, "")


def one(session: Session, actor: Actor, complaint_id: UUID, *, lock: bool = False) -> Complaint:
    query = select(Complaint).where(Complaint.id == complaint_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None or not actor.reaches(found.shop_id):
        raise ComplaintNotFound
    return found


def listed(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    since: datetime,
    until: datetime,
    cause: ComplaintCause | None = None,
    agent_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Complaint], str | None]:
    """The newest first; one range of one index."""
    actor.must(Permission.COMPLAINTS_READ)
    must_reach(actor, shop_id)
    keys = (Complaint.at, Complaint.id)
    query = select(Complaint).where(
        Complaint.shop_id == shop_id, Complaint.at >= since, Complaint.at < until
    )
    if cause is not None:
        query = query.where(Complaint.cause == cause)
    if agent_id is not None:
        query = query.where(Complaint.agent_id == agent_id)
    if after is not None:
        query = query.where(tuple_(*keys) < paging.keys(after, (datetime, UUID)))
    ordered = query.order_by(*(key.desc() for key in keys)).limit(limit + 1)
    found = session.scalars(ordered).all()
    if len(found) <= limit:
        return found, None
    return found[:limit], paging.cursor(found[limit - 1].at, found[limit - 1].id)


def by_agent(
    session: Session, shop_ids: Sequence[UUID], *, since: datetime, until: datetime
) -> dict[UUID, int]:
    """How many complaints arose with each agent."""
    rows = session.execute(
        select(Complaint.agent_id, func.count())
        .where(
            Complaint.shop_id.in_(shop_ids),
            Complaint.at >= since,
            Complaint.at < until,
            Complaint.agent_id.is_not(None),
        )
        .group_by(Complaint.agent_id)
    )
    return {agent_id: count for agent_id, count in rows if agent_id is not None}


def moments(
    session: Session, shop_id: UUID, *, since: datetime, until: datetime
) -> Sequence[tuple[datetime, ComplaintCause]]:
    """When and why customers complained, the oldest first."""
    rows = session.execute(
        select(Complaint.at, Complaint.cause)
        .where(Complaint.shop_id == shop_id, Complaint.at >= since, Complaint.at < until)
        .order_by(Complaint.at)
    )
    return [(at, cause) for at, cause in rows]


def exported(session: Session, customer_id: UUID) -> list[dict[str, Any]]:
    """What a person complained of, for that person."""
    query = select(Complaint).where(Complaint.customer_id == customer_id).order_by(Complaint.at)
    return [
        {"at": each.at, "cause": each.cause, "words": each.words} for each in session.scalars(query)
    ]
