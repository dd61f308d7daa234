"""Policies, the words they are written in, and profiles."""

from typing import Any
from uuid import UUID

from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.policies import queries, schemas, service
from xiaoer.policies.models import PolicyVersion
from xiaoer.policies.queries import Scope
from xiaoer.policies.rules import shipped, vocabulary

router = Router(prefix="/api", tags=["policies"])


@router.get("/policies", response_model=schemas.PolicyList)
def policies(
    session: Db, actor: Me, shop_id: UUID | None = None, table: schemas.TableName | None = None
) -> dict[str, Any]:
    """Every policy of the actor's shops and of the house, with the version in force."""
    actor.must(Permission.POLICIES_READ)
    found = queries.listed(session, actor, shop_id=shop_id, table=table, at=clock.now())
    return {
        "items": [
            {
                "id": policy.id,
                "table": policy.table,
                "shop_id": policy.shop_id,
                "category": policy.category,
                "product_id": policy.product_id,
                "statutory": policy.statutory,
                "in_force": held,
                "title": held.content["title"] if held else None,
                "waiting": waiting,
            }
            for policy, held, waiting in found
        ]
    }


@router.post("/policies", response_model=schemas.VersionFull, status_code=201)
def draft(session: Db, actor: Me, body: schemas.NewDraft) -> PolicyVersion:
    """Begin a version of a table for a shop, a category or a product."""
    return service.draft(
        session,
        actor,
        table=body.table,
        shop_id=body.shop_id,
        scope=Scope(body.category, body.product_id),
        content=body.content,
    )


@router.get("/policies/{policy_id}/versions", response_model=schemas.VersionList)
def versions(session: Db, actor: Me, policy_id: UUID) -> dict[str, Any]:
    actor.must(Permission.POLICIES_READ)
    policy = queries.get(session, actor, policy_id)
    return {"items": queries.versions(session, policy.id)}


@router.get("/policy-vocabulary", response_model=schemas.VocabularyOut)
def words(actor: Me) -> dict[str, Any]:
    """Every fact and output a table may use."""
    actor.must(Permission.POLICIES_READ)
    return {
        "facts": [_term(each) for each in vocabulary.facts().values()],
        "outputs": [_term(each) for each in vocabulary.outputs().values()],
    }


@router.get("/policy-clauses", response_model=schemas.ClauseList)
def clauses(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """The official words of every clause in force, to be said instead of one's own (POL-3)."""
    actor.must(Permission.POLICIES_READ)
    if not actor.reaches(shop_id):
        return {"items": []}
    held = queries.in_force(session, shop_id=shop_id, at=clock.now())
    return {
        "items": [
            {"table": version.content["table"], "version_id": version.id, **clause}
            for version in held
            for clause in version.content.get("clauses", [])
        ]
    }


@router.get("/policy-profiles", response_model=list[str])
def profiles(actor: Me) -> list[str]:
    actor.must(Permission.POLICIES_READ)
    return shipped.profiles()


@router.put("/policy-profiles/{profile}/application", response_model=schemas.VersionList)
def apply(session: Db, actor: Me, profile: schemas.Name, body: schemas.ProfileIn) -> dict[str, Any]:
    """Let the tables of a profile hold in one shop from now on."""
    made = service.apply_profile(session, actor, shop_id=body.shop_id, profile=profile)
    return {"items": made}


def _term(term: vocabulary.Term) -> dict[str, Any]:
    return {
        "name": term.name,
        "type": term.type,
        "zh": term.zh,
        "en": term.en,
        "values": list(term.values),
    }
