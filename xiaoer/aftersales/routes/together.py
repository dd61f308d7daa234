"""Several orders in one request."""

from typing import Any

from xiaoer.aftersales import service
from xiaoer.aftersales.queries import queues
from xiaoer.aftersales.routes import following, showing
from xiaoer.aftersales.routes.once import Key
from xiaoer.aftersales.schemas import cases, requests, shopping
from xiaoer.core.web import Db, Me, Router, Shopper

router = Router(tags=["aftersales"])


@router.post("/api/cases", response_model=cases.CaseList, status_code=201)
def open_together(
    session: Db, actor: Me, body: requests.TogetherIn, key: Key = None
) -> dict[str, Any]:
    """Ask on several orders of one shop in the customer's name: a case for each, or none."""
    made = service.open_together(session, actor, asked=body.made(), key=key)
    found = queues.listed(session, [each.id for each in made])
    return {"items": [showing.brief(each) for each in found]}


@router.post("/chat/aftersales/cases", response_model=shopping.OwnCaseList, status_code=201)
def ask_together(
    session: Db, actor: Shopper, body: requests.TogetherIn, key: Key = None
) -> dict[str, Any]:
    """Ask on several of one's own orders at once: a case for each, or none."""
    made = {each.id for each in service.open_together(session, actor, asked=body.made(), key=key)}
    own = following.own_cases(session, actor)
    return {"items": [each for each in own if each["id"] in made]}
