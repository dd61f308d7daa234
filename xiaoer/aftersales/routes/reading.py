"""Queues, cases, and what they are about."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import Queue
from xiaoer.aftersales.queries import queues, waiting
from xiaoer.aftersales.queries.queues import Asked
from xiaoer.aftersales.routes import around, foretold, showing
from xiaoer.aftersales.schemas import cases as schemas
from xiaoer.aftersales.schemas import lists, parts
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["aftersales"])


@router.get("/cases", response_model=schemas.CasePage)
def queue(
    session: Db,
    actor: Me,
    queue: Queue | None = None,
    overdue: bool = False,
    shop_id: UUID | None = None,
    customer_id: UUID | None = None,
    second: bool = False,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Open cases, the most urgent first; `second`: only those that wait for a second person."""
    actor.must(Permission.AFTERSALES_READ)
    asked = Asked(queue, overdue, shop_id, customer_id, second)
    found, following = queues.queue(session, actor, asked, after=after, limit=limit)
    return {"items": [showing.brief(each) for each in found], "next": following}


@router.get("/case-queues", response_model=schemas.QueueList)
def counts(session: Db, actor: Me, shop_id: UUID | None = None) -> dict[str, Any]:
    """How many cases wait in each queue, and how many are late."""
    actor.must(Permission.AFTERSALES_READ)
    return {
        "items": waiting.counts(session, actor, shop_id),
        "second": waiting.seconds(session, actor, shop_id),
    }


@router.get("/cases/{case_id}", response_model=schemas.CaseOut)
def case(session: Db, actor: Me, case_id: UUID) -> dict[str, Any]:
    """Everything about one case, what may be done now, and what would follow."""
    actor.must(Permission.AFTERSALES_READ)
    return showing.whole(session, actor, case_id)


@router.get("/cases/{case_id}/surroundings", response_model=schemas.SurroundingsOut)
def surroundings(session: Db, actor: Me, case_id: UUID) -> dict[str, Any]:
    """Where it stands in the tree of disputes, its parcel, what the customer was told, guides,
    feedback, and the customer's record."""
    actor.must(Permission.AFTERSALES_READ)
    return around.told(session, actor, queries.detail(session, actor, case_id))


@router.get("/cases/{case_id}/actions/{action}", response_model=schemas.ForetoldOut)
def foretell(session: Db, actor: Me, case_id: UUID, action: str) -> dict[str, Any]:
    """What the customer would be told, where money would go and which clocks begin."""
    actor.must(Permission.AFTERSALES_READ)
    return foretold.told(session, actor, queries.detail(session, actor, case_id), action)


@router.get("/orders/{order_id}/cases", response_model=schemas.CaseList)
def of_order(session: Db, actor: Me, order_id: UUID) -> dict[str, Any]:
    """The cases of an order, the newest first."""
    actor.must(Permission.AFTERSALES_READ)
    queries.order_for(session, actor, order_id)
    ids = [each.id for each in queries.of_order(session, actor, order_id)]
    return {"items": [showing.brief(each) for each in queues.listed(session, ids)]}


@router.get("/customers/{customer_id}/credit", response_model=parts.CreditOut)
def credit(session: Db, actor: Me, customer_id: UUID) -> Any:
    """How a customer's dealings went, with the facts behind the score."""
    actor.must(Permission.AFTERSALES_READ)
    return queries.credit_of(session, queries.customer_for(session, actor, customer_id))


@router.get("/return-places", response_model=lists.PlaceList)
def places(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    actor.must(Permission.AFTERSALES_READ)
    return {"items": queries.places(session, actor, shop_id)}


@router.get("/returning-parcels", response_model=lists.AwaitedList)
def awaited(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """Parcels on their way back, the oldest first."""
    return {"items": service.awaited(session, actor, shop_id)}


@router.get("/recoveries", response_model=lists.RecoveryList)
def recoveries(
    session: Db, actor: Me, shop_id: UUID | None = None, over: bool = False
) -> dict[str, Any]:
    """Fast refunds that have to be got back, the most urgent first; `over`: those that were, or
    were given up, the newest first."""
    actor.must(Permission.AFTERSALES_READ)
    return {"items": queries.recoveries(session, actor, shop_id, over=over)}
