"""Orders as after-sales sees them: what may be asked for, what it comes to, amendments."""

from typing import Any
from uuid import UUID

from xiaoer.aftersales import queries, service
from xiaoer.aftersales.routes import eligible, showing
from xiaoer.aftersales.routes.once import Key
from xiaoer.aftersales.schemas import cases as schemas
from xiaoer.aftersales.schemas import lists, quotes, requests, shopping
from xiaoer.aftersales.service import differing
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api/orders/{order_id}", tags=["aftersales"])


@router.get("/eligibility", response_model=shopping.Eligible)
def about(session: Db, actor: Me, order_id: UUID) -> dict[str, Any]:
    """What may be asked for on the order; the receiver stays masked elsewhere, here it is left
    out."""
    actor.must(Permission.AFTERSALES_READ)
    return eligible.told(session, actor, order_id)


@router.post("/quotes", response_model=quotes.QuoteOut)
def quote(session: Db, actor: Me, order_id: UUID, body: requests.RequestIn) -> dict[str, Any]:
    """Exactly what a request would come to; nothing is kept."""
    return showing.quoted(
        session, *service.quote(session, actor, order_id=order_id, request=body.made())
    )


@router.get("/price-difference", response_model=lists.PriceDropOut)
def price_difference(session: Db, actor: Me, order_id: UUID) -> dict[str, Any]:
    """What comes back where prices fell since, and the rule that says so; nothing is kept."""
    found = differing.calculate(session, actor, order_id=order_id)
    decided = found.said.outputs.get("decision")
    return {
        "currency": queries.order_for(session, actor, order_id).currency,
        "cents": found.cents,
        "lines": found.lines,
        "allowed": bool(found.cents) and decided in ("approve", "review"),
        "row": found.said.result.row,
        "clauses": list(found.said.result.clauses),
    }


@router.post("/cases", response_model=schemas.CaseOut, status_code=201)
def open_case(
    session: Db, actor: Me, order_id: UUID, body: requests.StaffRequestIn, key: Key = None
) -> dict[str, Any]:
    """Ask in the customer's name."""
    case = service.open_case(
        session,
        actor,
        order_id=order_id,
        request=body.made(),
        key=key,
        override_reason=body.override_reason,
    )
    return showing.whole(session, actor, case.id)


@router.post("/compensations", response_model=schemas.CaseOut, status_code=201)
def compensate(
    session: Db, actor: Me, order_id: UUID, body: requests.CompensationIn, key: Key = None
) -> dict[str, Any]:
    """Give something of the shop's own; beyond one's limit a second person agrees."""
    case = service.compensate(session, actor, order_id=order_id, key=key, **body.model_dump())
    return showing.whole(session, actor, case.id)


@router.post("/amendments", response_model=lists.AmendmentOut, status_code=201)
def amend(
    session: Db, actor: Me, order_id: UUID, body: requests.AmendmentIn, key: Key = None
) -> Any:
    """Change items, address or payment before it is shipped."""
    return service.amend(session, actor, order_id=order_id, change=body.made(), key=key)


@router.post("/amendments/preview", response_model=lists.ForeseenOut)
def foresee(session: Db, actor: Me, order_id: UUID, body: requests.AmendmentIn) -> dict[str, Any]:
    """What such a change would come to, and whether policy allows it; nothing is kept."""
    found = service.foresee(session, actor, order_id=order_id, change=body.made())
    currency = queries.order_for(session, actor, order_id).currency
    return vars(found) | {"allowed": found.sentence is None, "currency": currency}


@router.get("/amendments", response_model=lists.AmendmentList)
def amendments(session: Db, actor: Me, order_id: UUID) -> dict[str, Any]:
    actor.must(Permission.AFTERSALES_READ)
    queries.order_for(session, actor, order_id)
    return {"items": queries.amendments(session, order_id)}
