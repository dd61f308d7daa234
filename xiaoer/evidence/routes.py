"""The wire of evidence."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Header

from xiaoer.core.auth import Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.evidence import queries, rules, schemas, service
from xiaoer.evidence.models import EvidenceItem, SubjectType

router = Router(prefix="/api", tags=["evidence"])


@router.post("/evidence", response_model=schemas.EvidenceOut, status_code=201)
def capture(
    session: Db,
    actor: Me,
    body: schemas.Capture,
    idempotency_key: Annotated[UUID | None, Header()] = None,
) -> dict[str, Any]:
    """Keep messages, files or the subject as it is now."""

    def do() -> dict[str, Any]:
        item = service.capture_subject(
            session,
            actor,
            subject_type=body.subject.type,
            subject_id=body.subject.id,
            **body.model_dump(exclude={"subject"}),
        )
        return _shown(item, None)

    content = body.model_dump(mode="json")
    scope = f"evidence:{actor.kind}:{actor.id}"
    return once(session, scope=scope, key=idempotency_key, content=content, do=do)


@router.get("/evidence", response_model=schemas.EvidenceList)
def about(session: Db, actor: Me, subject_type: SubjectType, subject_id: UUID) -> dict[str, Any]:
    """The evidence folder of one subject."""
    actor.must(Permission.EVIDENCE_READ)
    items = queries.about(session, actor, subject_type, subject_id)
    successors = {each.supersedes_id: each.id for each in items if each.supersedes_id}
    return {"items": [_shown(each, successors.get(each.id)) for each in items]}


@router.get("/evidence-kinds", response_model=schemas.KindList)
def kinds(actor: Me) -> dict[str, Any]:
    actor.must(Permission.EVIDENCE_READ)
    items = [{"kind": kind, "zh": zh, "en": en} for kind, (zh, en) in rules.LABELS.items()]
    return {"items": items}


def _shown(item: EvidenceItem, superseded_by: UUID | None) -> dict[str, Any]:
    zh, en = rules.LABELS[item.kind]
    return {
        "id": item.id,
        "kind": item.kind,
        "label": {"zh": zh, "en": en},
        "subject": {"type": item.subject_type, "id": item.subject_id},
        "content": item.content,
        "files": [_file(each) for each in item.files],
        "note": item.note,
        "visibility": item.visibility,
        "author": {"id": item.author_id, "name": item.author_name},
        "at": item.captured_at,
        "sha256": item.sha256.hex(),
        "chain_hash": item.chain_hash.hex(),
        "position": item.position,
        "intact": rules.content_hash(item) == item.sha256,
        "supersedes_id": item.supersedes_id,
        "superseded_by": superseded_by,
    }


def _file(file: dict[str, Any]) -> dict[str, Any]:
    url = f"/api/files/{file['id']}"
    picture = str(file["content_type"]).startswith("image/")
    return {**file, "url": url, "thumb_url": f"{url}/thumb" if picture else None}
