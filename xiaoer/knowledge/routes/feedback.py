"""Flags, gaps and categories over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.knowledge import queries, schemas, service
from xiaoer.knowledge.models import ArticleCategory, ArticleFlag, ArticleGap, GapSource

router = Router(prefix="/api", tags=["knowledge"])

Limit = Annotated[int, Query(ge=1, le=200)]


@router.post("/articles/{article_id}/flags", response_model=schemas.FlagOut, status_code=201)
def flag(session: Db, actor: Me, article_id: UUID, body: schemas.FlagIn) -> ArticleFlag:
    return service.flag(session, actor, article_id, **body.model_dump())


@router.get("/article-flags", response_model=schemas.FlagList)
def flags(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    article_id: UUID | None = None,
    after: str | None = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Those that wait for an answer; of one article all."""
    actor.must(Permission.KNOWLEDGE_READ)
    found, following = queries.flags(
        session, actor, shop_id=shop_id, article_id=article_id, after=after, limit=limit
    )
    items = [
        schemas.FlagOut.model_validate(each).model_copy(update={"title": title})
        for each, title in found
    ]
    return {"items": items, "next": following}


@router.post("/article-flags/{flag_id}/resolution", response_model=schemas.FlagOut)
def resolve(session: Db, actor: Me, flag_id: UUID, body: schemas.ResolutionIn) -> ArticleFlag:
    return service.resolve_flag(session, actor, flag_id, **body.model_dump())


@router.get("/article-gaps", response_model=schemas.GapList)
def gaps(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    actor.must(Permission.KNOWLEDGE_READ)
    found, following = queries.gaps(session, actor, shop_id=shop_id, after=after, limit=limit)
    return {"items": found, "next": following}


@router.post("/article-gaps", response_model=schemas.GapOut, status_code=201)
def note_gap(session: Db, actor: Me, body: schemas.GapIn) -> ArticleGap:
    """An agent says that no article answers this."""
    actor.must(Permission.KNOWLEDGE_READ)
    return service.note_gap(
        session,
        actor,
        shop_id=body.shop_id,
        question=body.question,
        source=GapSource(body.source),
    )


@router.post("/article-gaps/{gap_id}/closing", response_model=schemas.GapOut)
def close_gap(session: Db, actor: Me, gap_id: UUID, body: schemas.ClosingIn) -> ArticleGap:
    return service.close_gap(session, actor, gap_id, article_id=body.article_id)


@router.get("/article-categories", response_model=schemas.CategoryList)
def categories(session: Db, actor: Me) -> dict[str, Any]:
    actor.must(Permission.KNOWLEDGE_READ)
    return {"items": queries.categories(session)}


@router.post("/article-categories", response_model=schemas.CategoryOut, status_code=201)
def add_category(session: Db, actor: Me, body: schemas.NewCategory) -> ArticleCategory:
    return service.add_category(session, actor, **body.model_dump())


@router.put("/article-categories/order", response_model=schemas.CategoryList)
def order_categories(session: Db, actor: Me, body: schemas.CategoryOrder) -> dict[str, Any]:
    service.order_categories(session, actor, body.ids)
    return {"items": queries.categories(session)}


@router.put("/article-categories/{category_id}", response_model=schemas.CategoryOut)
def change_category(
    session: Db, actor: Me, category_id: UUID, body: schemas.CategoryIn
) -> ArticleCategory:
    return service.change_category(session, actor, category_id, **body.model_dump())
