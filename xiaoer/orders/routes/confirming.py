"""The queues of what waits for a customer's word."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime

from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.orders import queries, service
from xiaoer.orders.models import CheckKind
from xiaoer.orders.schemas.confirming import (
    AddressIn,
    AstrayOut,
    CallIn,
    CodReportOut,
    ComplaintIn,
    ExceptionOut,
    NudgedOut,
    OrderCheckOut,
    QueuesOut,
    RatedOut,
    RateIn,
    RatingList,
    RatingOut,
    ReasonIn,
    RefusalIn,
    UnpaidList,
    UnpaidOut,
    WhyIn,
)
from xiaoer.orders.service import settings
from xiaoer.orders.service.rating import OPEN_FOR

router = Router(prefix="/api/order-steps", tags=["orders"])
Since = Annotated[AwareDatetime, Query()]


@router.get("/counts")
def counts(session: Db, actor: Me, shop_id: UUID) -> QueuesOut:
    """How much waits in each queue."""
    actor.must(Permission.ORDERS_READ)
    row = queries.counts(session, actor, shop_id=shop_id, expired=clock.now() - OPEN_FOR)
    return QueuesOut.model_validate(row)


@router.get("/addresses")
def addresses(session: Db, actor: Me, shop_id: UUID) -> list[OrderCheckOut]:
    actor.must(Permission.ORDERS_CONFIRM)
    rows = queries.checks(session, actor, shop_id=shop_id, kind=CheckKind.ADDRESS)
    return [OrderCheckOut.of(row).masked() for row in rows]


@router.put("/addresses/{order_id}", status_code=204)
def confirm(session: Db, actor: Me, order_id: UUID, body: AddressIn) -> None:
    """Write down what the customer said of the address."""
    service.answer_address(
        session, actor, order_id=order_id, corrected=body.corrected(), courier=body.courier
    )


@router.get("/astray")
def astray(session: Db, actor: Me, shop_id: UUID, since: Since, until: Since) -> list[AstrayOut]:
    """Parcels with a wrong address, confirmed before or not."""
    actor.must(Permission.ORDERS_READ)
    rows = queries.astray(session, actor, shop_id=shop_id, since=since, until=until)
    return [AstrayOut.model_validate(row) for row in rows]


@router.get("/cod")
def cod(session: Db, actor: Me, shop_id: UUID) -> list[OrderCheckOut]:
    """Orders paid on delivery that wait for a call, with both prices."""
    actor.must(Permission.ORDERS_CONFIRM)
    rows = queries.checks(session, actor, shop_id=shop_id, kind=CheckKind.COD)
    fee = settings.of(session, shop_id).cod_fee_cents
    return [OrderCheckOut.of(row, fee).masked() for row in rows]


@router.post("/cod/{order_id}/calls", status_code=204)
def log_call(session: Db, actor: Me, order_id: UUID, body: CallIn) -> None:
    """Write down a call and what came of it."""
    service.log_call(session, actor, order_id=order_id, **body.model_dump())


@router.post("/cod/{order_id}/refusal", status_code=204)
def refused(session: Db, actor: Me, order_id: UUID, body: RefusalIn) -> None:
    """It was refused at the door."""
    service.refused(session, actor, order_id=order_id, **body.model_dump())


@router.post("/cod/{order_id}/complaint", status_code=204)
def deceived(session: Db, actor: Me, order_id: UUID, body: ComplaintIn) -> None:
    """The customer says they were deceived about the price."""
    service.deceived(session, actor, order_id=order_id, words=body.words)


@router.get("/cod/report")
def cod_report(session: Db, actor: Me, shop_id: UUID, since: Since, until: Since) -> CodReportOut:
    """Refusals with and without a call before, and what calls and refusals cost."""
    actor.must(Permission.ORDERS_READ)
    row = queries.cod_report(session, actor, shop_id=shop_id, since=since, until=until)
    told = CodReportOut.model_validate(row)
    minute = settings.of(session, shop_id).cod_call_cents
    told.call_cents = round(told.seconds / 60 * minute)
    return told


@router.get("/cod/exceptions")
def exceptions(session: Db, actor: Me, shop_id: UUID) -> list[ExceptionOut]:
    """Sent before anybody had called."""
    actor.must(Permission.ORDERS_READ)
    rows = queries.cod_exceptions(session, actor, shop_id=shop_id)
    return [ExceptionOut.model_validate(row) for row in rows]


@router.get("/unpaid")
def unpaid(session: Db, actor: Me, shop_id: UUID) -> UnpaidList:
    """Orders nobody has paid, and today's cutoff."""
    actor.must(Permission.ORDERS_CONFIRM)
    rows = queries.unpaid(session, actor, shop_id=shop_id)
    cutoff = settings.of(session, shop_id).cutoff_at(clock.now())
    return UnpaidList(cutoff_at=cutoff, items=[UnpaidOut.model_validate(row) for row in rows])


@router.put("/unpaid/{order_id}/why", status_code=204)
def classify(session: Db, actor: Me, order_id: UUID, body: WhyIn) -> None:
    service.classify(session, actor, order_id=order_id, why=body.why, said_no=body.said_no)


@router.post("/unpaid/{order_id}/nudges", status_code=204)
def nudge(session: Db, actor: Me, order_id: UUID) -> None:
    """Remind the customer, while paying now means shipping today."""
    service.nudge(session, actor, order_id=order_id)


@router.put("/unpaid/{order_id}/closing", status_code=204)
def close(session: Db, actor: Me, order_id: UUID, body: ReasonIn) -> None:
    service.close_unpaid(session, actor, order_id=order_id, reason=body.reason)


@router.get("/unpaid/nudges")
def nudges(session: Db, actor: Me, shop_id: UUID, since: Since, until: Since) -> list[NudgedOut]:
    """What reminders brought, by agent and template."""
    actor.must(Permission.ORDERS_READ)
    rows = queries.nudge_report(session, actor, shop_id=shop_id, since=since, until=until)
    return [NudgedOut.model_validate(row) for row in rows]


@router.get("/ratings")
def ratings(session: Db, actor: Me, shop_id: UUID) -> RatingList:
    """Deals that are done: rated, to be rated, or too old for it."""
    actor.must(Permission.ORDERS_CONFIRM)
    now = clock.now()
    rows = queries.ratings(
        session, actor, shop_id=shop_id, expired=now - OPEN_FOR, oldest=now - OPEN_FOR * 2
    )
    templates = settings.of(session, shop_id).rating_templates
    return RatingList(templates=templates, items=[RatingOut.model_validate(row) for row in rows])


@router.post("/ratings")
def rate(session: Db, actor: Me, body: RateIn) -> RatedOut:
    """Rate the buyers of these orders."""
    return RatedOut(rated=len(service.rate(session, actor, **body.model_dump())))
