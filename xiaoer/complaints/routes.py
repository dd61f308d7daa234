"""The wire of complaints: noting one, its cause, and the list behind the figures."""

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.orm import Session

from xiaoer.complaints import queries, schemas, service
from xiaoer.complaints.models import About, Complaint, ComplaintCause
from xiaoer.conversations.queries import rows
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["complaints"])


@router.get("/complaints", response_model=schemas.ComplaintPage)
def listed(
    session: Db,
    actor: Me,
    shop_id: UUID,
    days: Annotated[int, Query(ge=1, le=366)] = 30,
    cause: ComplaintCause | None = None,
    agent_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The complaints of the last days, the newest first."""
    now = clock.now()
    items, following = queries.listed(
        session,
        actor,
        shop_id=shop_id,
        since=now - timedelta(days=days),
        until=now,
        cause=cause,
        agent_id=agent_id,
        after=after,
        limit=limit,
    )
    return {"items": items, "next": following}


@router.get(
    "/conversations/{conversation_id}/complaint", response_model=schemas.ComplaintOut | None
)
def of_talk(session: Db, actor: Me, conversation_id: UUID) -> Complaint | None:
    actor.must(Permission.COMPLAINTS_READ)
    return _about(session, rows.get(session, actor, conversation_id))


def _about(session: Session, talk: rows.Shown) -> Complaint | None:
    return queries.about(session, talk["shop_id"], About.CONVERSATION, talk["id"])


@router.post(
    "/conversations/{conversation_id}/complaint",
    response_model=schemas.ComplaintOut,
    status_code=201,
)
def note(session: Db, actor: Me, conversation_id: UUID, body: schemas.NotedIn) -> Complaint:
    return service.note_in_talk(session, actor, conversation_id, cause=body.cause, words=body.words)


@router.put("/complaints/{complaint_id}/cause", response_model=schemas.ComplaintOut)
def set_cause(session: Db, actor: Me, complaint_id: UUID, body: schemas.CauseSet) -> Complaint:
    return service.set_cause(session, actor, complaint_id, body.cause)
