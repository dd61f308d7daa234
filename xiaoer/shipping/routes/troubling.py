"""Logistics cases, how couriers do, and telling customers of their parcels by hand."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime, BaseModel

from xiaoer.core import i18n
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.shipping import queries, service
from xiaoer.shipping.errors import EntryIncomplete
from xiaoer.shipping.models import EntryKind
from xiaoer.shipping.routes.once import Key, acted
from xiaoer.shipping.schemas.delays import ToldOut, UnreachedOut
from xiaoer.shipping.schemas.troubles import (
    AnnounceIn,
    EntriesOut,
    PerformanceOut,
    TroubleEndIn,
    TroubleEntryIn,
    TroubleEntryOut,
    TroubleIn,
    TroubleMade,
    TroubleOut,
    TroublePage,
)

router = Router(prefix="/api", tags=["shipping"])


@router.get("/shipping/troubles")
def troubles(
    session: Db,
    actor: Me,
    shop_id: UUID,
    over: bool = False,
    order_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> TroublePage:
    """Logistics cases, the newest first."""
    actor.must(Permission.SHIPPING_READ)
    rows, following = queries.troubles(
        session, actor, shop_id=shop_id, over=over, order_id=order_id, after=after, limit=limit
    )
    return TroublePage(items=[TroubleOut.model_validate(row) for row in rows], next=following)


@router.post("/shipping/troubles", response_model=TroubleMade, status_code=201)
def open_trouble(session: Db, actor: Me, body: TroubleIn, key: Key = None) -> dict[str, Any]:
    """Report trouble with a parcel; its open case, if it has one."""

    def do() -> BaseModel:
        made = service.open_trouble(session, actor, **body.model_dump())
        return TroubleMade(id=made.id, number=made.number)

    return acted(session, actor, "trouble", key, body, do)


@router.get("/shipping/troubles/{trouble_id}/entries")
def entries(session: Db, actor: Me, trouble_id: UUID) -> EntriesOut:
    """What was done, and words that comfort."""
    actor.must(Permission.SHIPPING_READ)
    found = queries.entries(session, actor, trouble_id)
    comfort = service.comfort(session, trouble_id, i18n.reader.get())
    return EntriesOut(
        items=[TroubleEntryOut.model_validate(each) for each in found], comfort=comfort
    )


@router.post(
    "/shipping/troubles/{trouble_id}/entries", response_model=TroubleEntryOut, status_code=201
)
def write(
    session: Db, actor: Me, trouble_id: UUID, body: TroubleEntryIn, key: Key = None
) -> dict[str, Any]:
    """Ask the courier, note its answer, tell the customer, claim, or note what was paid."""

    def do() -> BaseModel:
        return TroubleEntryOut.model_validate(_written(session, actor, trouble_id, body))

    return acted(session, actor, f"entry:{trouble_id}", key, body, do)


def _written(session: Db, actor: Me, trouble_id: UUID, body: TroubleEntryIn) -> Any:
    words = body.text
    if body.kind is EntryKind.INQUIRY:
        if body.due_at is None:
            raise EntryIncomplete
        return service.inquire(session, actor, trouble_id, words=words, due_at=body.due_at)
    if body.kind in (EntryKind.CLAIM, EntryKind.PAYOUT):
        if body.cents is None:
            raise EntryIncomplete
        verb = service.claim if body.kind is EntryKind.CLAIM else service.paid_out
        return verb(session, actor, trouble_id, cents=body.cents, words=words)
    verb_of = service.answered if body.kind is EntryKind.ANSWER else service.milestone
    return verb_of(session, actor, trouble_id, words=words)


@router.put("/shipping/troubles/{trouble_id}/end", status_code=204)
def end(session: Db, actor: Me, trouble_id: UUID, body: TroubleEndIn) -> None:
    """How it ended; the customer is told."""
    service.end_trouble(session, actor, trouble_id, how=body.ended, words=body.text)


@router.get("/shipping/performance")
def performance(
    session: Db,
    actor: Me,
    shop_id: UUID,
    since: AwareDatetime,
    until: AwareDatetime,
    regions: bool = False,
) -> list[PerformanceOut]:
    """How each courier did with the parcels of the period."""
    actor.must(Permission.SHIPPING_READ)
    rows = queries.performance(
        session, actor, shop_id=shop_id, since=since, until=until, regions=regions
    )
    return [PerformanceOut.model_validate(row) for row in rows]


@router.post("/shipping/notices", response_model=ToldOut, status_code=201)
def announce(session: Db, actor: Me, body: AnnounceIn, key: Key = None) -> dict[str, Any]:
    """Tell customers of their parcels, one or many."""

    def do() -> BaseModel:
        missed = service.announce(session, actor, **body.model_dump())
        unreached = [UnreachedOut(order_id=order, why=why) for order, why in missed.items()]
        return ToldOut(told=len(set(body.order_ids)) - len(missed), unreached=unreached)

    return acted(session, actor, "announce", key, body, do)
