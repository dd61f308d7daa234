"""Payments over HTTP: what happened to an order's money, what needs people, what providers tell."""

from typing import Annotated
from uuid import UUID

from fastapi import Body, Header, Query
from pydantic import ValidationError

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.payments import provider, queries, service
from xiaoer.payments.errors import CallbackNotUnderstood, SignatureWrong
from xiaoer.payments.sandbox import signing
from xiaoer.payments.schemas import (
    CallbackIn,
    CallbackOut,
    InstrumentList,
    InterventionIn,
    InterventionOut,
    MoneyOut,
    MovementList,
    MovementOut,
    Raw,
)

router = Router(prefix="/api", tags=["payments"])


@router.get("/orders/{order_id}/money")
def money(session: Db, actor: Me, order_id: UUID) -> MoneyOut:
    """Payments, refunds line by line, and the ledger of an order."""
    actor.must(Permission.PAYMENTS_READ)
    book = queries.book(session, actor, order_id)
    return MoneyOut.of(book, queries.refundable(session, actor, order_id))


@router.get("/payments/for-people")
def for_people(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> MovementList:
    """Failed, contradicted and overdue movements, by when they should be settled."""
    actor.must(Permission.PAYMENTS_READ)
    return MovementList.of(
        *queries.for_people(session, actor, shop_id=shop_id, after=after, limit=limit)
    )


@router.get("/customers/{customer_id}/instruments")
def instruments(session: Db, actor: Me, customer_id: UUID) -> InstrumentList:
    actor.must(Permission.PAYMENTS_READ)
    return InstrumentList.of(queries.instruments_of(session, actor, customer_id))


@router.post("/payments/movements/{movement_id}/retry", status_code=201)
def retry(session: Db, actor: Me, movement_id: UUID) -> MovementOut:
    """Send a failed refund once more, the same way; asked twice, it is the same movement."""
    return MovementOut.model_validate(service.retry(session, actor, movement_id=movement_id))


@router.post("/payments/movements/{movement_id}/interventions", status_code=201)
def intervene(session: Db, actor: Me, movement_id: UUID, body: InterventionIn) -> InterventionOut:
    """Settle it by hand. Above the shop's limit it waits for a second person (`done_at` empty)."""
    step = service.ask(session, actor, movement_id=movement_id, **body.model_dump())
    return InterventionOut.model_validate(step)


@router.put("/payments/interventions/{intervention_id}/approval")
def approve(session: Db, actor: Me, intervention_id: UUID) -> InterventionOut:
    step = service.approve(session, actor, intervention_id=intervention_id)
    return InterventionOut.model_validate(step)


@router.delete("/payments/interventions/{intervention_id}")
def refuse(session: Db, actor: Me, intervention_id: UUID) -> InterventionOut:
    step = service.refuse(session, actor, intervention_id=intervention_id)
    return InterventionOut.model_validate(step)


@router.post("/payments/callbacks/{name}")
def callback(
    session: Db,
    name: str,
    body: Annotated[Raw, Body()],
    timestamp: Annotated[str, Header(alias=signing.TIMESTAMP, max_length=20)] = "",
    signature: Annotated[str, Header(alias=signing.SIGNATURE, max_length=128)] = "",
) -> CallbackOut:
    """A provider tells what became of a movement. Signed, or it was never here (401)."""
    try:
        signed = provider.named(name).signed(signing.canonical(body), timestamp, signature)
    except (TypeError, ValueError) as broken:
        raise SignatureWrong from broken
    if not signed:
        raise SignatureWrong
    try:
        told = CallbackIn.model_validate(body).told()
    except ValidationError as broken:
        raise CallbackNotUnderstood from broken
    return CallbackOut(outcome=service.take(session, name, told))
