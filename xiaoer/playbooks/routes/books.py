"""The playbooks themselves, the checklist of a branch, and how runs ended."""

from typing import Any
from uuid import UUID

from pydantic import AwareDatetime

from xiaoer.core import shops
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.playbooks import queries, schemas, service
from xiaoer.playbooks.routes import showing
from xiaoer.playbooks.rules import shipped
from xiaoer.playbooks.rules.shipped import Shipped

router = Router(prefix="/api", tags=["playbooks"])


@router.get("/playbooks", response_model=schemas.PlaybookList)
def list_(actor: Me, subject_type: schemas.SubjectType | None = None) -> dict[str, Any]:
    """The playbooks there are, or those offered for a type of thing."""
    actor.must(Permission.PLAYBOOKS_READ)
    found = shipped.all_().values()
    return {
        "items": [
            _shown(each)
            for each in found
            if subject_type is None or subject_type in each.book.subjects
        ]
    }


@router.get("/playbooks/{playbook}", response_model=schemas.PlaybookFull)
def get(actor: Me, playbook: schemas.Code) -> dict[str, Any]:
    """The whole text, as a new run would follow it."""
    actor.must(Permission.PLAYBOOKS_READ)
    found = shipped.get(playbook)
    return {**_shown(found), "content": found.raw}


@router.get("/playbooks/{playbook}/checklists/{branch}", response_model=schemas.Checklist)
def checklist(
    session: Db,
    actor: Me,
    playbook: schemas.Code,
    branch: schemas.Code,
    subject_type: schemas.SubjectType,
    subject_id: UUID,
    shop_id: UUID | None = None,
) -> dict[str, Any]:
    """What a branch asks to be proved, and what of it there is: before any run, at a refusal."""
    actor.must(Permission.PLAYBOOKS_READ)
    shipped.get(playbook)
    subject = showing.seen(session, actor, subject_type, subject_id, shop_id, playbook).subject
    shops.must_reach(actor, subject.shop_id)
    checked = service.evidence_needed(session, subject, playbook, branch)
    attached = queries.attached(session, subject, playbook)
    return showing.checklist_of(branch, checked, attached)


@router.get("/playbook-results", response_model=schemas.BranchResults)
def results(
    session: Db,
    actor: Me,
    shop_id: UUID,
    playbook: schemas.Code,
    since: AwareDatetime,
    until: AwareDatetime,
) -> dict[str, Any]:
    """Which branch ends how, takes how long and costs most."""
    actor.must(Permission.PLAYBOOKS_READ)
    book = shipped.get(playbook).book
    found = queries.results(
        session, actor, shop_id=shop_id, playbook=playbook, since=since, until=until
    )
    titles = {code: branch.title.model_dump() for code, branch in book.branches.items()}
    return {
        "shop_id": shop_id,
        "playbook": playbook,
        "since": since,
        "until": until,
        "currency": shops.get(session, shop_id).currency,
        "items": [{**vars(each), "title": titles.get(each.branch)} for each in found],
    }


def _shown(found: Shipped) -> dict[str, Any]:
    return {
        "playbook": found.book.playbook,
        "title": found.book.title.model_dump(),
        "about": found.book.about.model_dump(),
        "subjects": found.book.subjects,
        "sha256": found.sha256,
    }
