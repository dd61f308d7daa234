"""What staff do in the customer's name."""

from typing import Any
from uuid import UUID

from xiaoer.aftersales import service
from xiaoer.aftersales.routes import showing
from xiaoer.aftersales.routes.once import Key, acted
from xiaoer.aftersales.schemas import acts
from xiaoer.aftersales.schemas.cases import CaseOut
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api/cases/{case_id}", tags=["aftersales"])


@router.post("/withdrawal", response_model=CaseOut)
def withdraw(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """Take the request back."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "withdraw",
        case_id,
        key,
        body,
        lambda: service.withdraw(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/revision", response_model=CaseOut)
def revise(
    session: Db, actor: Me, case_id: UUID, body: acts.RevisionIn, key: Key = None
) -> dict[str, Any]:
    """Ask once more after a refusal."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "revise",
        case_id,
        key,
        body,
        lambda: service.revise(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/acceptance", response_model=CaseOut)
def accept(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The customer takes the offer."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "accept",
        case_id,
        key,
        body,
        lambda: service.accept(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/decline", response_model=CaseOut)
def decline(
    session: Db, actor: Me, case_id: UUID, body: acts.DeclineIn, key: Key = None
) -> dict[str, Any]:
    """The customer does not want the offer."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "decline",
        case_id,
        key,
        body,
        lambda: service.decline(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/escalation", response_model=CaseOut)
def escalate(
    session: Db, actor: Me, case_id: UUID, body: acts.EscalationIn, key: Key = None
) -> dict[str, Any]:
    """Ask a third person to decide."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "escalate",
        case_id,
        key,
        body,
        lambda: service.escalate(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/return", response_model=CaseOut)
def ship_back(
    session: Db, actor: Me, case_id: UUID, body: acts.ShippedIn, key: Key = None
) -> dict[str, Any]:
    """The customer sent the goods."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "ship_back",
        case_id,
        key,
        body,
        lambda: service.ship_back(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


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
    told = body.model_dump()
    acted(
        session,
        actor,
        "choose",
        case_id,
        key,
        body,
        lambda: service.choose(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/payment", response_model=CaseOut)
def pay(session: Db, actor: Me, case_id: UUID, body: acts.PayIn, key: Key = None) -> dict[str, Any]:
    """The customer pays the difference."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "pay",
        case_id,
        key,
        body,
        lambda: service.pay(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)


@router.post("/confirmation", response_model=CaseOut)
def confirm(
    session: Db, actor: Me, case_id: UUID, body: acts.Seen, key: Key = None
) -> dict[str, Any]:
    """The customer has what was sent."""
    told = body.model_dump()
    acted(
        session,
        actor,
        "confirm",
        case_id,
        key,
        body,
        lambda: service.confirm(session, actor, case_id=case_id, **told),
    )
    return showing.whole(session, actor, case_id)
