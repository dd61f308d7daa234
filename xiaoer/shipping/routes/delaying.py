"""Delays: told, answered, blamed; and shipping in time as figures."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime, BaseModel

from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.shipping import queries, service
from xiaoer.shipping.queries import By
from xiaoer.shipping.routes.once import Key, acted
from xiaoer.shipping.schemas.delays import (
    CauseIn,
    CompensatedOut,
    DecisionIn,
    DelayOut,
    DelayPage,
    IndicatorOut,
    TellIn,
    ToldOut,
)

router = Router(prefix="/api", tags=["shipping"])
After = Annotated[str | None, Query(max_length=200)]


@router.get("/shipping/delays")
def delays(
    session: Db,
    actor: Me,
    shop_id: UUID,
    over: bool = False,
    order_id: UUID | None = None,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DelayPage:
    """Orders that are or will be late, and what their customers want."""
    actor.must(Permission.SHIPPING_READ)
    rows, following = queries.delays(
        session, actor, shop_id=shop_id, over=over, order_id=order_id, after=after, limit=limit
    )
    return DelayPage(items=[DelayOut.of(row) for row in rows], next=following)


@router.post("/shipping/delays/notices", response_model=ToldOut, status_code=201)
def tell(session: Db, actor: Me, body: TellIn, key: Key = None) -> dict[str, Any]:
    """Tell one customer or many of a delay."""

    def do() -> BaseModel:
        return ToldOut.of(service.tell(session, actor, **body.model_dump()))

    return acted(session, actor, "tell", key, body, do)


@router.put("/shipping/delays/{delay_id}/answer", status_code=204)
def record(session: Db, actor: Me, delay_id: UUID, body: DecisionIn) -> None:
    """Write down what the customer wants; it is carried out in the background."""
    service.record(
        session,
        actor,
        delay_id=delay_id,
        answer=body.answer,
        opinion=body.opinion,
        solution=body.solution,
        others=[each.told() for each in body.others],
    )


@router.put("/shipping/delays/{delay_id}/cause", status_code=204)
def blame(session: Db, actor: Me, delay_id: UUID, body: CauseIn) -> None:
    """Whose the delay is; the shop's own is compensated at once once its deadline has passed."""
    service.blame(session, actor, delay_id=delay_id, cause=body.cause)


@router.get("/shipping/indicators")
def indicators(
    session: Db,
    actor: Me,
    shop_id: UUID,
    since: AwareDatetime,
    until: AwareDatetime,
    by: By = By.SHOP,
) -> list[IndicatorOut]:
    """Shipping in time of the orders paid in the period."""
    actor.must(Permission.SHIPPING_READ)
    rows = queries.indicators(
        session, actor, shop_id=shop_id, since=since, until=until, now=clock.now(), by=by
    )
    return [IndicatorOut.model_validate(row) for row in rows]


@router.get("/shipping/compensations")
def compensations(
    session: Db, actor: Me, shop_id: UUID, since: AwareDatetime, until: AwareDatetime
) -> list[CompensatedOut]:
    """What delays cost, by cause, warehouse and product."""
    actor.must(Permission.SHIPPING_READ)
    rows = queries.compensations(session, actor, shop_id=shop_id, since=since, until=until)
    return [CompensatedOut.model_validate(row) for row in rows]
