"""One version: read, edited, checked, tried, switched on, read by agents, replayed."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.policies import queries, schemas, service
from xiaoer.policies.models import PolicyVersion, Replay
from xiaoer.policies.rules import explaining
from xiaoer.policies.rules.evaluating import Result

router = Router(prefix="/api", tags=["policies"])
Seen = Annotated[schemas.Revision | None, Query()]


@router.get("/policy-versions/{version_id}", response_model=schemas.VersionFull)
def get(session: Db, actor: Me, version_id: UUID) -> PolicyVersion:
    actor.must(Permission.POLICIES_READ)
    return queries.version(session, actor, version_id)[1]


@router.get("/policy-versions/{version_id}/edits", response_model=schemas.EditList)
def edits(session: Db, actor: Me, version_id: UUID) -> dict[str, Any]:
    """Who changed what, newest first."""
    actor.must(Permission.POLICIES_READ)
    _, version = queries.version(session, actor, version_id)
    return {"items": queries.edits(session, version.id)}


@router.put("/policy-versions/{version_id}/rows/{row_id}", response_model=schemas.VersionFull)
def put_row(
    session: Db, actor: Me, version_id: UUID, row_id: schemas.Id, body: schemas.RowIn
) -> PolicyVersion:
    row = {**body.row, "id": row_id}
    return service.put_row(
        session, actor, version_id, row, position=body.position, revision=body.revision
    )


@router.delete("/policy-versions/{version_id}/rows/{row_id}", response_model=schemas.VersionFull)
def remove_row(
    session: Db, actor: Me, version_id: UUID, row_id: schemas.Id, revision: Seen = None
) -> PolicyVersion:
    return service.remove_row(session, actor, version_id, row_id, revision=revision)


@router.put(
    "/policy-versions/{version_id}/columns/{kind}/{name}", response_model=schemas.VersionFull
)
def put_column(
    session: Db,
    actor: Me,
    version_id: UUID,
    kind: schemas.Kind,
    name: schemas.Name,
    body: schemas.ColumnIn,
) -> PolicyVersion:
    return service.put_column(
        session, actor, version_id, kind, name, position=body.position, revision=body.revision
    )


@router.delete(
    "/policy-versions/{version_id}/columns/{kind}/{name}", response_model=schemas.VersionFull
)
def remove_column(
    session: Db,
    actor: Me,
    version_id: UUID,
    kind: schemas.Kind,
    name: schemas.Name,
    revision: Seen = None,
) -> PolicyVersion:
    return service.remove_column(session, actor, version_id, kind, name, revision=revision)


@router.put("/policy-versions/{version_id}/parts/{part}", response_model=schemas.VersionFull)
def put_part(
    session: Db, actor: Me, version_id: UUID, part: schemas.Name, body: schemas.PartIn
) -> PolicyVersion:
    """The default row, clauses, tests, title, …: all that is neither row nor column."""
    return service.put_part(session, actor, version_id, part, body.value, revision=body.revision)


@router.get("/policy-versions/{version_id}/check", response_model=schemas.CheckOut)
def check(session: Db, actor: Me, version_id: UUID) -> dict[str, Any]:
    """What stands in the way of switching it on."""
    found = service.check(session, actor, version_id)
    return {
        "passes": found.passes,
        "findings": [each.plain() for each in found.findings],
        "failures": [each.plain() for each in found.failures],
        "undercuts": [each.plain() for each in found.undercuts],
    }


@router.post("/policy-versions/{version_id}/trials", response_model=schemas.TrialOut)
def try_case(session: Db, actor: Me, version_id: UUID, body: schemas.Trial) -> dict[str, Any]:
    """What this version says to a case. Nothing is kept."""
    actor.must(Permission.POLICIES_READ)
    _, version = queries.version(session, actor, version_id)
    return _told(service.evaluate(version, body.facts))


@router.put("/policy-versions/{version_id}/shadow", response_model=schemas.VersionOut)
def shadow(session: Db, actor: Me, version_id: UUID) -> PolicyVersion:
    return service.shadow(session, actor, version_id)


@router.get("/policy-versions/{version_id}/differences", response_model=schemas.DecisionPage)
def differences(
    session: Db,
    actor: Me,
    version_id: UUID,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The newest decisions that a version in shadow would have taken otherwise."""
    actor.must(Permission.POLICIES_READ)
    _, version = queries.version(session, actor, version_id)
    return {"items": queries.differing(session, actor, version.id, limit=limit), "next": None}


@router.put("/policy-versions/{version_id}/activation", response_model=schemas.VersionOut)
def activate(session: Db, actor: Me, version_id: UUID, body: schemas.Activation) -> PolicyVersion:
    return service.activate(session, actor, version_id, effective_from=body.effective_from)


@router.put("/policy-versions/{version_id}/retirement", response_model=schemas.VersionOut)
def retire(session: Db, actor: Me, version_id: UUID) -> PolicyVersion:
    return service.retire(session, actor, version_id)


@router.put("/policy-versions/{version_id}/reading", status_code=204)
def confirm_reading(session: Db, actor: Me, version_id: UUID) -> None:
    service.confirm_reading(session, actor, version_id)


@router.get("/policy-versions/{version_id}/readings", response_model=schemas.ReadingList)
def readings(session: Db, actor: Me, version_id: UUID) -> dict[str, Any]:
    actor.must(Permission.POLICIES_READ)
    _, version = queries.version(session, actor, version_id)
    return {"items": queries.readings(session, version.id)}


@router.post(
    "/policy-versions/{version_id}/replays", response_model=schemas.ReplayOut, status_code=201
)
def ask(session: Db, actor: Me, version_id: UUID, body: schemas.ReplayIn) -> Replay:
    """Run the version over past decisions, in the background."""
    return service.ask(session, actor, version_id, **body.model_dump())


@router.get("/policy-versions/{version_id}/replays", response_model=schemas.ReplayList)
def replays(session: Db, actor: Me, version_id: UUID) -> dict[str, Any]:
    actor.must(Permission.POLICIES_READ)
    return {"items": queries.replays(session, actor, version_id)}


@router.get("/policy-replays/{replay_id}", response_model=schemas.ReplayOut)
def replay(session: Db, actor: Me, replay_id: UUID) -> Replay:
    """How far it is, and what came out."""
    actor.must(Permission.POLICIES_READ)
    return queries.replay(session, actor, replay_id)


def _told(result: Result) -> dict[str, Any]:
    near = [miss.plain() for miss in result.near]
    trace = {"clauses": result.clauses, "needs": result.needs, "near": near}
    return {
        "outcome": result.outcome,
        "row": result.row,
        "rows": list(result.rows),
        "outputs": dict(result.outputs),
        "clauses": list(result.clauses),
        "needs": list(result.needs),
        "near": near,
        "explanation": explaining.sentences(result.row, trace),
    }
