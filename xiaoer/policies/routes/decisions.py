"""Decisions kept, overridden and compared; the switches of automation."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.core import shops
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.policies import queries, schemas, service
from xiaoer.policies.models import AutomationSwitch, Decision

router = Router(prefix="/api", tags=["policies"])


@router.get("/policy-decisions", response_model=schemas.DecisionPage)
def decided(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    table: schemas.TableName | None = None,
    row: schemas.Id | None = None,
    subject_id: UUID | None = None,
    version_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=600)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Decisions, newest first; those of automations by `table=automation` (AUT-5)."""
    actor.must(Permission.POLICIES_READ)
    items, following = queries.decided(
        session,
        actor,
        shop_id=shop_id,
        table=table,
        row=row,
        subject_id=subject_id,
        version_id=version_id,
        after=after,
        limit=limit,
    )
    return {"items": items, "next": following}


@router.get("/policy-decisions/{decision_id}", response_model=schemas.DecisionOut)
def decision(session: Db, actor: Me, decision_id: UUID) -> Decision:
    actor.must(Permission.POLICIES_READ)
    return queries.decision(session, actor, decision_id)


@router.post(
    "/policy-decisions/{decision_id}/override",
    response_model=schemas.DecisionOut,
    status_code=201,
)
def override(session: Db, actor: Me, decision_id: UUID, body: schemas.OverrideIn) -> Decision:
    """Decide otherwise, with a reason."""
    return service.override(session, actor, decision_id, outputs=body.outputs, reason=body.reason)


@router.get("/policy-fairness", response_model=schemas.AlikeList)
def fairness(
    session: Db, actor: Me, shop_id: UUID, days: Annotated[int, Query(ge=1, le=366)] = 30
) -> dict[str, Any]:
    """Cases alike in every fact their table reads that ended differently (POL-4)."""
    actor.must(Permission.POLICIES_READ)
    return {"items": queries.alike(session, actor, shop_id=shop_id, days=days)}


@router.get("/automations", response_model=schemas.SwitchList)
def automations(session: Db, actor: Me, shop_id: UUID, promotion: bool = False) -> dict[str, Any]:
    """Every automation as it stands now, in or out of a promotion."""
    actor.must(Permission.POLICIES_READ)
    shops.must_reach(actor, shop_id)
    return {"items": service.standing(session, shop_id, promotion=promotion)}


@router.put("/automations/{code}", response_model=schemas.SwitchList)
def set_switch(
    session: Db, actor: Me, code: schemas.Name, body: schemas.SwitchIn
) -> dict[str, Any]:
    """Switch one on or off, or kill it at once."""
    made: AutomationSwitch = service.set_switch(
        session,
        actor,
        shop_id=body.shop_id,
        code=code,
        state=body.state,
        reason=body.reason,
        daily_limit=body.daily_limit,
    )
    return {"items": service.standing(session, made.shop_id, promotion=False)}
