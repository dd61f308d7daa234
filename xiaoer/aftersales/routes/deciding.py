"""Agreeing, refusing, offering, and deciding otherwise than policy."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import service
from xiaoer.aftersales.routes import showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts
from xiaoer.aftersales.schemas.cases import CaseOut
from xiaoer.aftersales.schemas.lists import BulkOut
from xiaoer.aftersales.service import bulk
from xiaoer.core import i18n
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.errors import DeskError
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["aftersales"])


@router.post("/cases/{case_id}/approval", response_model=CaseOut)
def approve(
    session: Db, actor: Me, case_id: UUID, body: acts.ApprovalIn, key: Key = None
) -> dict[str, Any]:
    """Agree, with the version and amount that were seen. Beyond one's limit the case waits for a
    second person, who approves it the same way."""
    service.approve(session, actor, case_id=case_id, key=key, **body.model_dump())
    return showing.whole(session, actor, case_id)


@router.post("/case-approvals", response_model=BulkOut)
def approve_many(session: Db, actor: Me, body: acts.BulkIn) -> dict[str, Any]:
    """Agree to what is safe; the others stay as they are, each with the reason."""
    actor.must(Permission.AFTERSALES_DECIDE)
    return {"items": [_one(session, actor, each) for each in body.cases]}


def _one(session: Session, actor: Actor, asked: acts.BulkItem) -> dict[str, Any]:
    try:
        with session.begin_nested():
            case = bulk.approve_safe(session, actor, **asked.model_dump())
        done = case.asked_by is None
        return {"case_id": case.id, "approved": done, "code": None, "message": None}
    except DeskError as refusal:
        words = refusal.sentence(i18n.reader.get())
        return {
            "case_id": asked.case_id,
            "approved": False,
            "code": refusal.code,
            "message": words,
        }


@router.post("/cases/{case_id}/refusal", response_model=CaseOut)
def refuse(
    session: Db, actor: Me, case_id: UUID, body: acts.RefusalIn, key: Key = None
) -> dict[str, Any]:
    """Say no, with a reason of the list and what proves it."""

    def do() -> None:
        service.refuse(
            session,
            actor,
            case_id=case_id,
            version=body.version,
            reason=body.reason,
            words=body.words,
            proofs=[each.made() for each in body.evidence],
            platform_version=body.platform_version,
        )

    acted(session, actor, "refusal", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/offer", response_model=CaseOut)
def propose(
    session: Db, actor: Me, case_id: UUID, body: acts.ProposalIn, key: Key = None
) -> dict[str, Any]:
    """Offer another amount or kind."""

    def do() -> None:
        service.propose(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "offer", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/retention", response_model=CaseOut)
def retain(
    session: Db, actor: Me, case_id: UUID, body: acts.RetentionIn, key: Key = None
) -> dict[str, Any]:
    """Offer something for keeping the order."""

    def do() -> None:
        service.retain(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "retention", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/override", response_model=CaseOut)
def override(
    session: Db, actor: Me, case_id: UUID, body: acts.OverrideIn, key: Key = None
) -> dict[str, Any]:
    """Decide otherwise than policy, with a reason on record."""

    def do() -> None:
        service.override(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "override", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/fast-refund", response_model=CaseOut)
def fast_refund(
    session: Db, actor: Me, case_id: UUID, body: acts.FastRefundIn, key: Key = None
) -> dict[str, Any]:
    """Refund before the goods are back."""

    def do() -> None:
        service.fast_refund(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "fast-refund", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/retry", response_model=CaseOut)
def retry(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Send a failed refund again, the same way."""

    def do() -> None:
        service.retry(session, actor, case_id=case_id, version=body.version)

    acted(session, actor, "retry", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/cases/{case_id}/shipped-instead", response_model=CaseOut)
def ship_instead(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The parcel left after the buyer asked for a refund before shipping: the request closes."""

    def do() -> None:
        service.ship_instead(session, actor, case_id=case_id, version=body.version)

    acted(session, actor, "shipped-instead", case_id, key, body, do)
    return showing.whole(session, actor, case_id)
