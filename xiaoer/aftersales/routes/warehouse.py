"""The warehouse's side: what comes back, what is to be stopped, what is to be sent (ROL-5).

Whoever only stores goods opens no case: these routes tell what hands need and nothing more.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import Case, CaseState
from xiaoer.aftersales.queries import warehouse
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts
from xiaoer.aftersales.schemas import warehouse as schemas
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.customers import rules as privacy

router = Router(prefix="/api/warehouse", tags=["aftersales"])
LATELY = dt.timedelta(days=14)
_PLAIN = (
    "shop_id", "number", "kind", "reason", "version", "state", "opened_at", "deadline_at",
    "deadline_action",
)  # fmt: skip
_PARCEL = ("carrier", "tracking_no", "node", "node_at", "sent_at", "signed_at")


@router.get("/parcels", response_model=schemas.IncomingList)
def parcels(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    tracking_no: Annotated[str, Query(max_length=120)] = "",
) -> dict[str, Any]:
    """Parcels on their way to us; with a number, as scanned, only that one."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    found = warehouse.incoming(session, actor, shop_id, tracking_no=tracking_no)
    told = _told(session, [each.case for each in found], [each.order_no for each in found])
    return {
        "items": [
            one
            | {name: getattr(each.parcel, name) for name in _PARCEL}
            | {"pickup_at": _moment(each.case.pickup.get("begins"))}
            | {"task": "receive" if _inspected(each.case) else "sign"}
            for one, each in zip(told, found, strict=True)
        ]
    }


@router.get("/interceptions", response_model=schemas.StoppingList)
def interceptions(
    session: Db, actor: Me, shop_id: UUID | None = None, answered: bool = False
) -> dict[str, Any]:
    """Parcels the courier was asked to stop: without an answer yet, or lately `answered`."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    since = clock.now() - LATELY if answered else None
    found = warehouse.stopping(session, actor, shop_id, answered_since=since)
    told = _told(session, [each.case for each in found], [each.order_no for each in found])
    return {
        "items": [
            one
            | {
                "carrier": each.interception.carrier,
                "tracking_no": each.interception.tracking_no,
                "stop": each.interception.state,
                "by_name": each.interception.by_name,
                "sent_at": each.interception.sent_at,
                "answer": each.interception.answer,
                "answered_at": each.interception.answered_at,
            }
            for one, each in zip(told, found, strict=True)
        ]
    }


@router.get("/replacements", response_model=schemas.OutgoingList)
def replacements(session: Db, actor: Me, shop_id: UUID | None = None) -> dict[str, Any]:
    """What is to be sent, and where to."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    found = warehouse.outgoing(session, actor, shop_id)
    told = _told(session, [each.case for each in found], [each.order.order_no for each in found])
    return {
        "items": [
            one
            | {
                "receiver": privacy.mask_name(each.order.receiver_name),
                "phone_masked": privacy.mask_phone(each.order.receiver_phone),
                "address": each.order.receiver_address,
            }
            for one, each in zip(told, found, strict=True)
        ]
    }


@router.post("/cases/{case_id}/receipt", response_model=schemas.DoneOut)
def receive(
    session: Db, actor: Me, case_id: UUID, body: acts.ReceiptIn, key: Key = None
) -> dict[str, Any]:
    """What was found in the parcel."""
    lines = body.made()
    return _done(
        session,
        actor,
        "receipt",
        case_id,
        key,
        body,
        lambda: service.receive(
            session,
            actor,
            case_id=case_id,
            version=body.version,
            lines=lines,
            file_ids=body.file_ids,
            note=body.note,
        ),
    )


@router.post("/cases/{case_id}/receipt-refusal", response_model=schemas.DoneOut)
def refuse(
    session: Db, actor: Me, case_id: UUID, body: acts.ReceiptRefusalIn, key: Key = None
) -> dict[str, Any]:
    """Not what was agreed to come back, with photos."""
    proofs = [each.made() for each in body.evidence]
    return _done(
        session,
        actor,
        "receipt-refusal",
        case_id,
        key,
        body,
        lambda: service.refuse_receipt(
            session,
            actor,
            case_id=case_id,
            version=body.version,
            words=body.words,
            proofs=proofs,
        ),
    )


@router.post("/cases/{case_id}/parcel-back", response_model=schemas.DoneOut)
def signed_in(session: Db, actor: Me, case_id: UUID, key: Key = None) -> dict[str, Any]:
    """A stopped or refused parcel is in our hands again."""
    return _done(
        session,
        actor,
        "parcel-back",
        case_id,
        key,
        None,
        lambda: service.parcel_back(session, actor, case_id=case_id),
    )


@router.post("/cases/{case_id}/replacement", response_model=schemas.DoneOut)
def send(
    session: Db, actor: Me, case_id: UUID, body: acts.ShippedIn, key: Key = None
) -> dict[str, Any]:
    """The replacement leaves."""
    told = body.model_dump()
    return _done(
        session,
        actor,
        "replacement",
        case_id,
        key,
        body,
        lambda: service.ship_replacement(session, actor, case_id=case_id, **told),
    )


@router.post("/cases/{case_id}/interception-answer", response_model=schemas.DoneOut)
def answered(
    session: Db, actor: Me, case_id: UUID, body: acts.InterceptionAnswer, key: Key = None
) -> dict[str, Any]:
    """What the courier answered."""
    told = body.model_dump()
    return _done(
        session,
        actor,
        "interception-answer",
        case_id,
        key,
        body,
        lambda: service.answer_interception(session, actor, case_id=case_id, **told),
    )


def _done(
    session: Session,
    actor: Actor,
    act: str,
    case_id: UUID,
    key: UUID | None,
    body: Any,
    do: Callable[[], Any],
) -> dict[str, Any]:
    actor.must(Permission.AFTERSALES_RECEIVE)
    acted(session, actor, act, case_id, key, body, do)
    case = queries.get(session, actor, case_id)
    return {
        "case_id": case.id,
        "number": case.number,
        "state": case.state,
        "version": case.version,
    }


def _told(session: Session, cases: Sequence[Case], numbers: Sequence[str]) -> list[dict[str, Any]]:
    things = warehouse.articles(session, [each.id for each in cases])
    return [
        {name: getattr(case, name) for name in _PLAIN}
        | {"case_id": case.id, "order_no": number, "articles": things.get(case.id, [])}
        for case, number in zip(cases, numbers, strict=True)
    ]


def _inspected(case: Case) -> bool:
    return case.state is CaseState.AWAITING_MERCHANT_RECEIPT


def _moment(told: Any) -> dt.datetime | None:
    return dt.datetime.fromisoformat(told) if isinstance(told, str) and told else None
