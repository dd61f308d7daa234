"""The public FAQ: what customers of a shop may read, open to anybody (FAQ-1, FAQ-3)."""

from datetime import timedelta
from typing import Any

from fastapi import Request

from xiaoer.core import auth, clock, shops
from xiaoer.core.web import Db, Line, Router
from xiaoer.core.web.pace import Pace
from xiaoer.knowledge import queries, schemas, service
from xiaoer.knowledge.errors import TooManyQuestions
from xiaoer.knowledge.models import GapSource
from xiaoer.knowledge.routes import showing

router = Router(prefix="/chat/{shop_code}/faq", tags=["shopper"])

asking = Pace(60, timedelta(minutes=1))
"""Searches and votes of one address; a whole office may share it."""


def _keep_pace(request: Request) -> None:
    if asking.wait_for(request.client.host if request.client else ""):
        raise TooManyQuestions


@router.get("", response_model=schemas.FaqPage)
def faq(session: Db, shop_code: str) -> dict[str, Any]:
    """Every public article by title, the most helpful first, with the categories they are in."""
    shop = shops.by_code(session, shop_code)
    found = queries.public_articles(session, shop.id, clock.now())
    used = {each.article.category_id for each in found}
    return {
        "shop": shop.name,
        "categories": [each for each in queries.categories(session) if each.id in used],
        "articles": [showing.faq_brief(each) for each in found],
    }


@router.get("/search", response_model=schemas.FaqFound)
def search(session: Db, request: Request, shop_code: str, q: Line) -> dict[str, Any]:
    """What answers a question. One that nothing answers is kept as a gap (KB-4)."""
    _keep_pace(request)
    shop = shops.by_code(session, shop_code)
    hits = service.search_public(session, shop.id, q)
    answers = bool(hits) and hits[0].answers
    if q and not answers:
        service.note_gap(
            session, auth.system("faq"), shop_id=shop.id, question=q, source=GapSource.FAQ
        )
    return {"items": [showing.faq(each.shown) for each in hits], "answers": answers}


@router.get("/{number}", response_model=schemas.FaqOut)
def article(session: Db, shop_code: str, number: int) -> dict[str, Any]:
    """One article; that it was opened is counted (GDE-4)."""
    shop = shops.by_code(session, shop_code)
    found = queries.of_number(session, shop.id, number, clock.now())
    service.count_view(session, found.article.id)
    return showing.faq(found)


@router.put("/{number}/vote", status_code=204)
def vote(
    session: Db, request: Request, shop_code: str, number: int, body: schemas.VisitorVote
) -> None:
    """Whether it solved the problem; the last word of a browser counts."""
    _keep_pace(request)
    shop = shops.by_code(session, shop_code)
    found = queries.of_number(session, shop.id, number, clock.now())
    service.vote(session, found.article, voter=body.voter, solved=body.solved)
