"""Guides and feedback: sent by staff, followed and given by the buyer."""

from typing import Any
from uuid import UUID

from fastapi import Response

from xiaoer.aftersales import service
from xiaoer.aftersales.routes import around, following, showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import caring as schemas
from xiaoer.aftersales.schemas.cases import CaseOut
from xiaoer.aftersales.schemas.shopping import OwnCaseOut
from xiaoer.aftersales.service import caring, reminding
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router, Shopper

router = Router(tags=["aftersales"])
SVG: dict[str, Any] = {"content": {"image/svg+xml": {}}}


@router.post("/api/cases/{case_id}/guides", response_model=CaseOut, status_code=201)
def send_guide(
    session: Db, actor: Me, case_id: UUID, body: schemas.GuideIn, key: Key = None
) -> dict[str, Any]:
    """Send the customer an illustrated guide for the step they are at."""

    def do() -> None:
        service.send_guide(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "guide", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/api/cases/{case_id}/feedback", response_model=CaseOut, status_code=201)
def note_feedback(
    session: Db, actor: Me, case_id: UUID, body: schemas.FeedbackIn, key: Key = None
) -> dict[str, Any]:
    """What the customer said of it, in talk."""

    def do() -> None:
        service.give_feedback(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "feedback", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.get("/api/return-card", response_model=schemas.ReturnCard)
def card(actor: Me) -> Any:
    """The words of the return guarantee card."""
    actor.must(Permission.AFTERSALES_READ)
    return reminding.card()


@router.post(
    "/chat/aftersales/cases/{case_id}/guides/{code}/opening", response_model=schemas.GuideOut
)
def open_guide(session: Db, actor: Shopper, case_id: UUID, code: schemas.Code) -> dict[str, Any]:
    """Look at a guide that was sent."""
    return around.guide(service.open_guide(session, actor, case_id=case_id, code=code))


@router.put(
    "/chat/aftersales/cases/{case_id}/guides/{code}/steps/{step}", response_model=schemas.GuideOut
)
def tick(
    session: Db, actor: Shopper, case_id: UUID, code: schemas.Code, step: int
) -> dict[str, Any]:
    """A step of it is done, counted from 0."""
    return around.guide(service.tick(session, actor, case_id=case_id, code=code, step=step))


@router.post(
    "/chat/aftersales/cases/{case_id}/feedback", response_model=OwnCaseOut, status_code=201
)
def give_feedback(
    session: Db, actor: Shopper, case_id: UUID, body: schemas.FeedbackIn, key: Key = None
) -> dict[str, Any]:
    """How it went."""

    def do() -> None:
        service.give_feedback(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, "feedback", case_id, key, body, do)
    return following.own(session, actor, case_id)


@router.get("/chat/aftersales/pictures/{name}.svg", response_class=Response, responses={200: SVG})
def picture(name: schemas.Code) -> Response:
    """A drawing of a guide; the same for everybody."""
    headers = {"Cache-Control": "public, max-age=86400"}
    return Response(caring.picture(name), media_type="image/svg+xml", headers=headers)
