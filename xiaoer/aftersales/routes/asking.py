"""What staff do in the customer's name."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.orm import Session

from xiaoer.aftersales import service
from xiaoer.aftersales.routes import showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts
from xiaoer.aftersales.schemas.cases import CaseOut
from xiaoer.core.auth import Actor
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api/cases/{case_id}", tags=["aftersales"])


def _done(
    session: Session,
    actor: Actor,
    verb: Callable[..., Any],
    case_id: UUID,
    key: UUID | None,
    body: BaseModel,
) -> dict[str, Any]:
    def do() -> None:
        verb(session, actor, case_id=case_id, **body.model_dump())

    acted(session, actor, verb.__name__, case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/withdrawal", response_model=CaseOut)
def withdraw(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Take the request back."""
    return _done(session, actor, service.withdraw, case_id, key, body)


@router.post("/revision", response_model=CaseOut)
def revise(
    session: Db, actor: Me, case_id: UUID, body: acts.RevisionIn, key: Key = None
) -> dict[str, Any]:
    """Ask once more after a refusal."""
    return _done(session, actor, service.revise, case_id, key, body)


@router.post("/acceptance", response_model=CaseOut)
def accept(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The customer takes the offer."""
    return _done(session, actor, service.accept, case_id, key, body)


@router.post("/decline", response_model=CaseOut)
def decline(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The customer does not want the offer."""
    return _done(session, actor, service.decline, case_id, key, body)


@router.post("/escalation", response_model=CaseOut)
def escalate(
    session: Db, actor: Me, case_id: UUID, body: acts.EscalationIn, key: Key = None
) -> dict[str, Any]:
    """Ask a third person to decide."""
    return _done(session, actor, service.escalate, case_id, key, body)


@router.post("/return", response_model=CaseOut)
def ship_back(
    session: Db, actor: Me, case_id: UUID, body: acts.ShippedIn, key: Key = None
) -> dict[str, Any]:
    """The customer sent the goods."""
    return _done(session, actor, service.ship_back, case_id, key, body)


@router.post("/pickup", response_model=CaseOut)
def pick_up(
    session: Db, actor: Me, case_id: UUID, body: acts.PickupSet, key: Key = None
) -> dict[str, Any]:
    """The courier comes for the goods: window, courier, address, result."""

    def do() -> None:
        told = body.pickup.made()
        service.arrange_pickup(session, actor, case_id=case_id, version=body.version, pickup=told)

    acted(session, actor, "pickup", case_id, key, body, do)
    return showing.whole(session, actor, case_id)


@router.post("/choice", response_model=CaseOut)
def choose(
    session: Db, actor: Me, case_id: UUID, body: acts.ChoiceIn, key: Key = None
) -> dict[str, Any]:
    """A parcel that cannot be stopped: the customer refuses it, or waits."""
    return _done(session, actor, service.choose, case_id, key, body)


@router.post("/payment", response_model=CaseOut)
def pay(session: Db, actor: Me, case_id: UUID, body: acts.PayIn, key: Key = None) -> dict[str, Any]:
    """The customer pays the difference."""
    return _done(session, actor, service.pay, case_id, key, body)


@router.post("/confirmation", response_model=CaseOut)
def confirm(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The customer has what was sent."""
    return _done(session, actor, service.confirm, case_id, key, body)
