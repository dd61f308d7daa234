"""Parcels of cases: stopped, coming back, received, inspected, sent out."""

from typing import Any
from uuid import UUID

from xiaoer.aftersales import service
from xiaoer.aftersales.routes import showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts
from xiaoer.aftersales.schemas.cases import CaseOut
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api/cases/{case_id}", tags=["aftersales"])


@router.post("/receipt", response_model=CaseOut)
def receive(
    session: Db, actor: Me, case_id: UUID, body: acts.ReceiptIn, key: Key = None
) -> dict[str, Any]:
    """What the warehouse found: accepted lines go on at once, the rest becomes a case apart."""

    def do() -> None:
        service.receive(
            session,
            actor,
            case_id=case_id,
            version=body.version,
            lines=body.made(),
            file_ids=body.file_ids,
            note=body.note,
        )

    acted(session, actor, "receipt", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/receipt-refusal", response_model=CaseOut)
def refuse_receipt(
    session: Db, actor: Me, case_id: UUID, body: acts.ReceiptRefusalIn, key: Key = None
) -> dict[str, Any]:
    """Not what was agreed to come back, with photos."""

    def do() -> None:
        service.refuse_receipt(
            session,
            actor,
            case_id=case_id,
            version=body.version,
            words=body.words,
            proofs=[each.made() for each in body.evidence],
        )

    acted(session, actor, "receipt-refusal", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/return-news", response_model=CaseOut)
def report_return(
    session: Db, actor: Me, case_id: UUID, body: acts.NewsIn, key: Key = None
) -> dict[str, Any]:
    """Where the returning parcel is."""

    def do() -> None:
        service.report_return(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "return-news", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/replacement", response_model=CaseOut)
def ship_replacement(
    session: Db, actor: Me, case_id: UUID, body: acts.ShippedIn, key: Key = None
) -> dict[str, Any]:
    """The replacement leaves."""

    def do() -> None:
        service.ship_replacement(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "replacement", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/replacement-news", response_model=CaseOut)
def report_replacement(
    session: Db, actor: Me, case_id: UUID, body: acts.NewsIn, key: Key = None
) -> dict[str, Any]:
    """Where the replacement is."""

    def do() -> None:
        service.report_replacement(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "replacement-news", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/conversion", response_model=CaseOut)
def convert(
    session: Db, actor: Me, case_id: UUID, body: acts.ConversionIn, key: Key = None
) -> dict[str, Any]:
    """Nothing can be sent: the money goes back instead."""

    def do() -> None:
        service.convert(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "conversion", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/interception", response_model=CaseOut)
def intercept(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Order the courier to stop the parcel."""

    def do() -> None:
        service.intercept(session, actor, case_id=case_id, version=body.version)

    acted(session, actor, "interception", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/interception-answer", response_model=CaseOut)
def answer_interception(
    session: Db, actor: Me, case_id: UUID, body: acts.InterceptionAnswer, key: Key = None
) -> dict[str, Any]:
    """What the courier answered."""

    def do() -> None:
        service.answer_interception(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "interception-answer", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/parcel-back", response_model=CaseOut)
def parcel_back(session: Db, actor: Me, case_id: UUID, key: Key = None) -> dict[str, Any]:
    """A stopped or refused parcel is in our hands again."""

    def do() -> None:
        service.parcel_back(session, actor, case_id=case_id)

    acted(session, actor, "parcel-back", case_id, key, None, do)
    return showing.whole(session, actor, case_id)
