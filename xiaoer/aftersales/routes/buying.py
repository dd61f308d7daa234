"""The shopper's side: choose, see what would come back and when, ask, follow, answer."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.aftersales import service
from xiaoer.aftersales.routes import eligible, following, showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts, lists, quotes, requests, shopping
from xiaoer.core.auth import Permission
from xiaoer.core.remembering import once_each
from xiaoer.core.web import Db, Router, Shopper

router = Router(prefix="/chat/aftersales", tags=["aftersales"])


@router.get("/orders", response_model=shopping.OwnOrderPage)
def own_orders(
    session: Db,
    actor: Shopper,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> dict[str, Any]:
    """One's own orders, the most recent first."""
    actor.must(Permission.AFTERSALES_READ)
    return following.own_orders(session, actor, after, limit)


@router.get("/orders/{order_id}", response_model=shopping.Eligible)
def about(session: Db, actor: Shopper, order_id: UUID) -> dict[str, Any]:
    """Everything a request about the order can be made of."""
    actor.must(Permission.AFTERSALES_READ)
    return eligible.told(session, actor, order_id)


@router.post("/orders/{order_id}/quotes", response_model=quotes.QuoteOut)
def quote(session: Db, actor: Shopper, order_id: UUID, body: requests.RequestIn) -> dict[str, Any]:
    """Exactly what would be paid back, and when it would be there; nothing is kept."""
    with once_each(session):
        found = service.quote(session, actor, order_id=order_id, request=body.made())
        return showing.quoted(session, *found)


@router.post("/orders/{order_id}/cases", response_model=shopping.OwnCaseOut, status_code=201)
def open_case(
    session: Db, actor: Shopper, order_id: UUID, body: requests.RequestIn, key: Key = None
) -> dict[str, Any]:
    """Ask for it."""
    with once_each(session):
        case = service.open_case(session, actor, order_id=order_id, request=body.made(), key=key)
        return following.own(session, actor, case.id)


@router.post("/orders/{order_id}/amendments", response_model=lists.AmendmentOut, status_code=201)
def amend(
    session: Db, actor: Shopper, order_id: UUID, body: requests.AmendmentIn, key: Key = None
) -> Any:
    """Change items, address or payment before it is shipped."""
    return service.amend(session, actor, order_id=order_id, change=body.made(), key=key)


@router.get("/cases", response_model=shopping.OwnCaseList)
def own_cases(session: Db, actor: Shopper) -> dict[str, Any]:
    """One's own cases, the newest first."""
    actor.must(Permission.AFTERSALES_READ)
    return {"items": following.own_cases(session, actor)}


@router.get("/cases/{case_id}", response_model=shopping.OwnCaseOut)
def follow(session: Db, actor: Shopper, case_id: UUID) -> dict[str, Any]:
    """Every step with its deadline, and what can be done now."""
    actor.must(Permission.AFTERSALES_READ)
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/evidence", response_model=shopping.OwnCaseOut, status_code=201)
def add_evidence(
    session: Db, actor: Shopper, case_id: UUID, body: requests.ProofIn, key: Key = None
) -> dict[str, Any]:
    """Put proof forward; it stays for good."""

    def do() -> None:
        service.add_evidence(session, actor, case_id=case_id, proof=body.made())

    acted(session, actor, "evidence", case_id, key, body, do)
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/pickup", response_model=shopping.OwnCaseOut)
def pick_up(
    session: Db, actor: Shopper, case_id: UUID, body: acts.PickupSet, key: Key = None
) -> dict[str, Any]:
    """When the courier may come for the goods."""

    def do() -> None:
        told = body.pickup.made()
        service.arrange_pickup(session, actor, case_id=case_id, version=body.version, pickup=told)

    acted(session, actor, "pickup", case_id, key, body, do)
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/return", response_model=shopping.OwnCaseOut)
def ship_back(
    session: Db, actor: Shopper, case_id: UUID, body: acts.ShippedIn, key: Key = None
) -> dict[str, Any]:
    """The goods are on their way back."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "ship_back",
        case_id,
        key,
        body,
        lambda: service.ship_back(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/acceptance", response_model=shopping.OwnCaseOut)
def accept(
    session: Db, actor: Shopper, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Take what was offered."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "accept",
        case_id,
        key,
        body,
        lambda: service.accept(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/decline", response_model=shopping.OwnCaseOut)
def decline(
    session: Db, actor: Shopper, case_id: UUID, body: acts.DeclineIn, key: Key = None
) -> dict[str, Any]:
    """Do not take what was offered."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "decline",
        case_id,
        key,
        body,
        lambda: service.decline(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/withdrawal", response_model=shopping.OwnCaseOut)
def withdraw(
    session: Db, actor: Shopper, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Take the request back."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "withdraw",
        case_id,
        key,
        body,
        lambda: service.withdraw(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/revision", response_model=shopping.OwnCaseOut)
def revise(
    session: Db, actor: Shopper, case_id: UUID, body: acts.RevisionIn, key: Key = None
) -> dict[str, Any]:
    """Ask once more after a refusal."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "revise",
        case_id,
        key,
        body,
        lambda: service.revise(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/escalation", response_model=shopping.OwnCaseOut)
def escalate(
    session: Db, actor: Shopper, case_id: UUID, body: acts.EscalationIn, key: Key = None
) -> dict[str, Any]:
    """Let a third person decide."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "escalate",
        case_id,
        key,
        body,
        lambda: service.escalate(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/choice", response_model=shopping.OwnCaseOut)
def choose(
    session: Db, actor: Shopper, case_id: UUID, body: acts.ChoiceIn, key: Key = None
) -> dict[str, Any]:
    """Refuse the parcel that could not be stopped, or wait for its return."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "choose",
        case_id,
        key,
        body,
        lambda: service.choose(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/payment", response_model=shopping.OwnCaseOut)
def pay(
    session: Db, actor: Shopper, case_id: UUID, body: acts.PayIn, key: Key = None
) -> dict[str, Any]:
    """Pay the difference."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "pay",
        case_id,
        key,
        body,
        lambda: service.pay(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)


@router.post("/cases/{case_id}/confirmation", response_model=shopping.OwnCaseOut)
def confirm(
    session: Db, actor: Shopper, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The replacement has arrived."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "confirm",
        case_id,
        key,
        body,
        lambda: service.confirm(session, actor, case_id=case_id, **told),
    )
    return following.own(session, actor, case_id)
