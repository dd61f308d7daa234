"""Appeals: prepared, submitted, ended, counted."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query
from pydantic import AwareDatetime, BaseModel
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.playbooks import queries, schemas, service
from xiaoer.playbooks.models import Appeal, AppealState
from xiaoer.playbooks.routes import showing

router = Router(prefix="/api", tags=["playbooks"])
Key = Annotated[UUID | None, Header(alias="Idempotency-Key")]


@router.get("/appeals", response_model=schemas.AppealList)
def list_(
    session: Db,
    actor: Me,
    state: AppealState | None = None,
    subject_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """By when they are to be submitted."""
    actor.must(Permission.PLAYBOOKS_READ)
    found, next_ = queries.appeals(
        session, actor, state=state, subject_id=subject_id, after=after, limit=limit
    )
    return {"items": [showing.appeal(each) for each in found], "next": next_}


@router.get("/appeals/{appeal_id}", response_model=schemas.AppealOut)
def get(session: Db, actor: Me, appeal_id: UUID) -> dict[str, Any]:
    actor.must(Permission.PLAYBOOKS_READ)
    return showing.appeal(queries.appeal(session, actor, appeal_id))


@router.post("/playbook-runs/{run_id}/appeal", response_model=schemas.AppealOut, status_code=201)
def appeal_ruling(
    session: Db, actor: Me, run_id: UUID, body: schemas.AppealRuling, key: Key = None
) -> dict[str, Any]:
    """Prepare an appeal against the ruling of this run."""
    return _shown_once(
        session,
        actor,
        f"ruling:{run_id}",
        key,
        body,
        lambda: service.appeal_ruling(session, actor, run_id, statement=body.statement),
    )


@router.post("/appeals", response_model=schemas.AppealOut, status_code=201)
def open_(session: Db, actor: Me, body: schemas.OpenAppeal, key: Key = None) -> dict[str, Any]:
    """Prepare an appeal against a review, a penalty, or a ruling made elsewhere."""

    def do() -> Appeal:
        about = body.subject
        seen = showing.seen(session, actor, about.type, about.id, body.shop_id, "")
        return service.open_appeal(
            session,
            actor,
            subject=seen.subject,
            target=body.target,
            due_at=body.due_at,
            statement=body.statement,
        )

    actor.must(Permission.PLAYBOOKS_APPEAL)
    return _shown_once(session, actor, "open", key, body, do)


@router.post("/appeals/{appeal_id}/submission", response_model=schemas.AppealOut)
def submit(
    session: Db, actor: Me, appeal_id: UUID, body: schemas.SubmitAppeal, key: Key = None
) -> dict[str, Any]:
    """It has been handed in with this statement and evidence."""
    return _shown_once(
        session,
        actor,
        f"submit:{appeal_id}",
        key,
        body,
        lambda: service.submit_appeal(session, actor, appeal_id, **body.model_dump()),
    )


@router.post("/appeals/{appeal_id}/decision", response_model=schemas.AppealOut)
def decide(
    session: Db, actor: Me, appeal_id: UUID, body: schemas.DecideAppeal, key: Key = None
) -> dict[str, Any]:
    """It was won or lost, and why."""
    return _shown_once(
        session,
        actor,
        f"decide:{appeal_id}",
        key,
        body,
        lambda: service.decide_appeal(session, actor, appeal_id, **body.model_dump()),
    )


@router.post("/appeals/{appeal_id}/withdrawal", response_model=schemas.AppealOut)
def drop(
    session: Db, actor: Me, appeal_id: UUID, body: schemas.DropAppeal, key: Key = None
) -> dict[str, Any]:
    """It is not pursued."""
    return _shown_once(
        session,
        actor,
        f"drop:{appeal_id}",
        key,
        body,
        lambda: service.drop_appeal(session, actor, appeal_id, reason=body.reason),
    )


@router.get("/appeal-results", response_model=schemas.AppealResults)
def results(
    session: Db, actor: Me, shop_id: UUID, since: AwareDatetime, until: AwareDatetime
) -> dict[str, Any]:
    """How appeals ended and why, to improve how evidence is kept."""
    actor.must(Permission.PLAYBOOKS_READ)
    found = queries.appeal_results(session, actor, shop_id=shop_id, since=since, until=until)
    items = [vars(each) for each in found]
    return {"shop_id": shop_id, "since": since, "until": until, "items": items}


def _shown_once(
    session: Session,
    actor: Actor,
    what: str,
    key: UUID | None,
    body: BaseModel,
    do: Callable[[], Appeal],
) -> dict[str, Any]:
    return once(
        session,
        scope=f"appeals:{actor.id}:{what}",
        key=key,
        content=body.model_dump(mode="json"),
        do=lambda: showing.appeal(do()),
    )
