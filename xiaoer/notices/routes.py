"""The wire of notices."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query

from xiaoer.core.auth import Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.notices import queries, schemas, service
from xiaoer.notices.models import NoticeState, NoticeTemplate

router = Router(prefix="/api", tags=["notices"])


@router.get("/notices", response_model=schemas.NoticePage)
def listed(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    customer_id: UUID | None = None,
    subject_id: UUID | None = None,
    state: NoticeState | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """What customers were told, newest first."""
    actor.must(Permission.NOTICES_READ)
    items, following = queries.listed(
        session,
        actor,
        shop_id=shop_id,
        customer_id=customer_id,
        subject_id=subject_id,
        state=state,
        after=after,
        limit=limit,
    )
    return {"items": items, "next": following}


@router.get("/notices/{notice_id}", response_model=schemas.NoticeDetail)
def get(session: Db, actor: Me, notice_id: UUID) -> dict[str, Any]:
    actor.must(Permission.NOTICES_READ)
    notice = queries.get(session, actor, notice_id)
    shown = schemas.NoticeOut.model_validate(notice).model_dump()
    return {**shown, "attempts": queries.attempts(session, notice_id)}


@router.post("/notices", response_model=schemas.NoticeOut, status_code=201)
def notify(
    session: Db,
    actor: Me,
    body: schemas.NewNotice,
    idempotency_key: Annotated[UUID | None, Header()] = None,
) -> dict[str, Any]:
    def do() -> dict[str, Any]:
        subject = body.subject
        notice = service.notify(
            session,
            actor,
            customer_id=body.customer_id,
            template_code=body.template,
            facts=body.facts,
            channels=body.channels,
            locale=body.locale,
            subject_type=subject.type if subject else None,
            subject_id=subject.id if subject else None,
        )
        return schemas.NoticeOut.model_validate(notice).model_dump(mode="json")

    content = body.model_dump(mode="json")
    scope = f"notices:{actor.kind}:{actor.id}"
    return once(session, scope=scope, key=idempotency_key, content=content, do=do)


@router.get("/notice-templates", response_model=schemas.TemplateList)
def templates(session: Db, actor: Me) -> dict[str, Any]:
    actor.must(Permission.NOTICES_READ)
    house = [{"code": code, **texts} for code, texts in service.house_words().items()]
    return {"items": queries.templates(session, actor), "house": house}


@router.put("/notice-templates", response_model=schemas.TemplateOut)
def write_template(session: Db, actor: Me, body: schemas.TemplateIn) -> NoticeTemplate:
    return service.write_template(session, actor, **body.model_dump())
