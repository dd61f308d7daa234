"""Proof, talk, disputes, starting over, and money to be got back."""

from typing import Any
from uuid import UUID

from xiaoer.aftersales import queries, service
from xiaoer.aftersales.routes import showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts, requests
from xiaoer.aftersales.schemas.cases import CaseOut
from xiaoer.aftersales.schemas.lists import RecoveryOut
from xiaoer.aftersales.schemas.parts import PlaceOut
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["aftersales"])


@router.post("/cases/{case_id}/evidence", response_model=CaseOut, status_code=201)
def add_evidence(
    session: Db, actor: Me, case_id: UUID, body: requests.ProofIn, key: Key = None
) -> dict[str, Any]:
    """Put proof forward; it stays for good."""

    def do() -> None:
        service.add_evidence(session, actor, case_id=case_id, proof=body.made())

    acted(session, actor, "evidence", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/needs", response_model=CaseOut)
def note_needs(
    session: Db, actor: Me, case_id: UUID, body: acts.NeedsIn, key: Key = None
) -> dict[str, Any]:
    """What the customer wants and why, as found out in talk."""

    def do() -> None:
        told = body.needs.model_dump(mode="json", exclude_none=True)
        service.note_needs(session, actor, case_id=case_id, version=body.version, needs=told)

    acted(session, actor, "needs", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/judgement", response_model=CaseOut)
def judge(
    session: Db, actor: Me, case_id: UUID, body: acts.JudgementIn, key: Key = None
) -> dict[str, Any]:
    """Whose fault a dispute is; what to do about it follows."""

    def do() -> None:
        service.judge(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "judgement", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/contest", response_model=CaseOut)
def contest(
    session: Db, actor: Me, case_id: UUID, body: acts.ContestIn, key: Key = None
) -> dict[str, Any]:
    """Stand by the refusal, with the proof the dispute's branch asks for."""

    def do() -> None:
        service.contest(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "contest", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/concession", response_model=CaseOut)
def concede(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Agree to all that was asked for."""

    def do() -> None:
        service.concede(session, actor, case_id=case_id, version=body.version)

    acted(session, actor, "concession", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/ruling", response_model=CaseOut)
def rule(
    session: Db, actor: Me, case_id: UUID, body: acts.RulingIn, key: Key = None
) -> dict[str, Any]:
    """Decide a dispute, as somebody who had no part in the case."""

    def do() -> None:
        service.rule(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "ruling", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/settlement", response_model=CaseOut)
def settle(
    session: Db, actor: Me, case_id: UUID, body: acts.SettlementIn, key: Key = None
) -> dict[str, Any]:
    """Both sides agree after all."""

    def do() -> None:
        service.settle(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "settlement", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/reopening", response_model=CaseOut, status_code=201)
def reopen(
    session: Db, actor: Me, case_id: UUID, body: acts.ReopeningIn, key: Key = None
) -> dict[str, Any]:
    """Start over from a case that ended: a new case, named here."""
    made = acted(
        session,
        actor,
        "reopening",
        case_id,
        key,
        body,
        lambda: service.reopen(session, actor, case_id=case_id, reason=body.reason).id,
    )
    return showing.whole(session, actor, made)


@router.post("/recoveries/{recovery_id}/reminders", response_model=RecoveryOut, status_code=201)
def remind(session: Db, actor: Me, recovery_id: UUID) -> dict[str, Any]:
    """Ask the customer for a fast refund whose goods are missing; once a day."""
    service.remind_recovery(session, actor, recovery_id=recovery_id)
    return queries.recovery(session, actor, recovery_id)


@router.put("/recoveries/{recovery_id}/end", response_model=RecoveryOut)
def end_recovery(
    session: Db, actor: Me, recovery_id: UUID, body: acts.RecoveryEnd
) -> dict[str, Any]:
    """A fast refund came back, or is given up."""
    service.end_recovery(session, actor, recovery_id=recovery_id, **body.model_dump())
    return queries.recovery(session, actor, recovery_id)


@router.post("/return-places", response_model=PlaceOut, status_code=201)
def add_place(session: Db, actor: Me, body: acts.PlaceIn) -> Any:
    return service.set_place(session, actor, **body.model_dump())


@router.put("/return-places/{place_id}", response_model=PlaceOut)
def change_place(session: Db, actor: Me, place_id: UUID, body: acts.PlaceIn) -> Any:
    return service.set_place(session, actor, place_id=place_id, **body.model_dump())
