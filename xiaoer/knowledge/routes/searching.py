"""The search of the desk, and what is known about a product."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response

from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Line, Me, Router
from xiaoer.core.web.answering import answer
from xiaoer.knowledge import queries, rules, schemas, service
from xiaoer.knowledge.routes import showing

router = Router(prefix="/api", tags=["knowledge"])


@router.read("/knowledge/search", response_model=schemas.HitList)
def search(
    session: Db,
    actor: Me,
    q: Line,
    shop_id: UUID | None = None,
    product_id: Annotated[list[UUID] | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Response:
    """Published articles for a question, the best first. `product_id`: what the talk is about."""
    near = service.nearest(
        session, actor, q, shop_id=shop_id, product_ids=product_id or (), limit=limit
    )
    words = queries.found(session, [each.article_id for each in near], clock.now())
    items = [
        {
            "article": words[each.article_id] | showing.shown_media(words[each.article_id]),
            "score": round(each.score, 4),
            "wording": each.wording,
            "answers": each.answers,
        }
        for each in near
        if each.article_id in words
    ]
    return answer({"items": items, "usage": rules.asks_how_to_use(q)})


@router.get("/products/{product_id}/knowledge", response_model=schemas.CardOut)
def card(session: Db, actor: Me, product_id: UUID) -> dict[str, Any]:
    """The product's card: its features, functions, precautions and what else is written of it."""
    actor.must(Permission.KNOWLEDGE_READ)
    found = queries.product_articles(session, actor, product_id, clock.now())
    parts = [
        section
        for each in found
        if showing.is_card(each)
        for section in rules.sections(each.version.body)
    ]
    return {"sections": parts, "articles": showing.articles(session, found)}
