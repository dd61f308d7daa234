"""Runs: begun, gone through step by step, proved, ended, ruled upon."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header
from pydantic import BaseModel
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.playbooks import queries, schemas, service
from xiaoer.playbooks.models import PlaybookRun
from xiaoer.playbooks.routes import showing

router = Router(prefix="/api/playbook-runs", tags=["playbooks"])
Key = Annotated[UUID | None, Header(alias="Idempotency-Key")]


@router.post("", response_model=schemas.RunOut, status_code=201)
def start(session: Db, actor: Me, body: schemas.StartRun, key: Key = None) -> dict[str, Any]:
    """Begin for a subject; the one that goes on already is given back as it stands."""

    def do() -> PlaybookRun:
        subject = body.subject
        seen = showing.seen(session, actor, subject.type, subject.id, body.shop_id, body.playbook)
        return service.start(
            session,
            actor,
            playbook=body.playbook,
            subject=seen.subject,
            facts={**seen.facts, **body.facts},
        )

    actor.must(Permission.PLAYBOOKS_RUN)
    return _shown_once(session, actor, "start", key, body, do)


@router.get("", response_model=schemas.RunList)
def about(session: Db, actor: Me, subject_id: UUID) -> dict[str, Any]:
    """The runs for a subject, the latest first."""
    actor.must(Permission.PLAYBOOKS_READ)
    found = queries.about(session, actor, subject_id)
    books = queries.books(session, found)
    return {"items": [showing.line(each, books[each.version_id]) for each in found]}


@router.get("/{run_id}", response_model=schemas.RunOut)
def get(session: Db, actor: Me, run_id: UUID) -> dict[str, Any]:
    actor.must(Permission.PLAYBOOKS_READ)
    return showing.whole(session, queries.run(session, actor, run_id))


@router.post("/{run_id}/facts", response_model=schemas.RunOut)
def learn(
    session: Db, actor: Me, run_id: UUID, body: schemas.LearnFacts, key: Key = None
) -> dict[str, Any]:
    """More is known; what it answers is passed."""
    return _shown_once(
        session,
        actor,
        f"learn:{run_id}",
        key,
        body,
        lambda: service.learn(session, actor, run_id, body.facts),
    )


@router.post("/{run_id}/steps", response_model=schemas.RunOut)
def take_step(
    session: Db, actor: Me, run_id: UUID, body: schemas.TakeStep, key: Key = None
) -> dict[str, Any]:
    """Answer the present step, or say that it is done."""
    return _shown_once(
        session,
        actor,
        f"step:{run_id}",
        key,
        body,
        lambda: service.take_step(session, actor, run_id, **body.model_dump()),
    )


@router.delete("/{run_id}/steps/{step}", response_model=schemas.RunOut)
def take_back(session: Db, actor: Me, run_id: UUID, step: schemas.Code) -> dict[str, Any]:
    """Go back to a step; it and what followed it are undone, and stay in the record."""
    return showing.whole(session, service.take_back(session, actor, run_id, step=step))


@router.post("/{run_id}/words", response_model=schemas.RunOut, status_code=201)
def use_words(
    session: Db, actor: Me, run_id: UUID, body: schemas.UseWords, key: Key = None
) -> dict[str, Any]:
    """Words of a step were copied or put into a message."""

    def do() -> PlaybookRun:
        service.use_words(session, actor, run_id, **body.model_dump())
        return queries.run(session, actor, run_id)

    return _shown_once(session, actor, f"words:{run_id}", key, body, do)


@router.get("/{run_id}/checklist", response_model=schemas.Checklist)
def checklist(session: Db, actor: Me, run_id: UUID) -> dict[str, Any]:
    """What is to be proved on the branch of the run: present and missing."""
    actor.must(Permission.PLAYBOOKS_READ)
    return showing.checklist(session, queries.run(session, actor, run_id))


@router.put("/{run_id}/checklist/{item}/{evidence_id}", response_model=schemas.Checklist)
def attach(
    session: Db, actor: Me, run_id: UUID, item: schemas.Code, evidence_id: UUID
) -> dict[str, Any]:
    """This evidence is what the item asks for."""
    service.attach(session, actor, run_id, item=item, evidence_id=evidence_id)
    return showing.checklist(session, queries.run(session, actor, run_id))


@router.delete("/{run_id}/checklist/{item}/{evidence_id}", response_model=schemas.Checklist)
def detach(
    session: Db, actor: Me, run_id: UUID, item: schemas.Code, evidence_id: UUID
) -> dict[str, Any]:
    service.detach(session, actor, run_id, item=item, evidence_id=evidence_id)
    return showing.checklist(session, queries.run(session, actor, run_id))


@router.post("/{run_id}/result", response_model=schemas.RunOut)
def finish(
    session: Db, actor: Me, run_id: UUID, body: schemas.FinishRun, key: Key = None
) -> dict[str, Any]:
    """End it. Contesting is refused while mandatory evidence is missing."""
    return _shown_once(
        session,
        actor,
        f"result:{run_id}",
        key,
        body,
        lambda: service.finish(session, actor, run_id, **body.model_dump()),
    )


@router.post("/{run_id}/ruling", response_model=schemas.RunOut)
def rule(
    session: Db, actor: Me, run_id: UUID, body: schemas.RuleRun, key: Key = None
) -> dict[str, Any]:
    """How the platform judged what was contested."""
    return _shown_once(
        session,
        actor,
        f"ruling:{run_id}",
        key,
        body,
        lambda: service.rule(session, actor, run_id, **body.model_dump()),
    )


def _shown_once(
    session: Session,
    actor: Actor,
    what: str,
    key: UUID | None,
    body: BaseModel,
    do: Callable[[], PlaybookRun],
) -> dict[str, Any]:
    return once(
        session,
        scope=f"playbooks:{actor.id}:{what}",
        key=key,
        content=body.model_dump(mode="json"),
        do=lambda: showing.whole(session, do()),
    )
