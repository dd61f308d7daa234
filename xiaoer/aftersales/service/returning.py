"""The goods come back: sent, tracked, received, inspected (T11 to T14), and fast refunds (FST)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    CaseCannotMove,
    NoParcel,
    TrackingNumberUsed,
)
from xiaoer.aftersales.models import (
    Case,
    CaseParcel,
    CaseState,
    Goods,
    ParcelWay,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    claiming,
    hastening,
    inspecting,
    intercepting,
    together,
)
from xiaoer.aftersales.service.holding import (
    Held,
    hold,
    move,
)
from xiaoer.aftersales.service.retracting import must_speak_for_buyer
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission

S = CaseState
FETCHED_IN = (S.AWAITING_MERCHANT, S.AWAITING_BUYER_RETURN, S.AWAITING_MERCHANT_RECEIPT)
"""Where a courier may still be on the way to the buyer, or has just been there."""
LOST = "lost"
"""What a courier says of a parcel nobody will see again."""


def ship_back(
    session: Session, actor: Actor, *, case_id: UUID, version: int, carrier: str, tracking_no: str
) -> Case:
    """The buyer sent the goods, with a number that no other case has (T11), unless both were asked
    for together and come in one box (P24).

    Raises `TrackingNumberBad`, `TrackingNumberUsed`.
    """
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.SHIP_BACK, case.state)
    number = rules.check_tracking(tracking_no)
    parcel = CaseParcel(
        shop_id=case.shop_id,
        case_id=case.id,
        shares_id=together.box_of(session, case, number),
        way=ParcelWay.BACK,
        carrier=carrier,
        tracking_no=number,
        scans=[],
    )
    try:
        with session.begin_nested():
            session.add(parcel)
            session.flush()
    except IntegrityError as taken:
        raise TrackingNumberUsed from taken
    case.goods = Goods.COMING_BACK
    move(
        session,
        actor,
        held,
        Command.SHIP_BACK,
        S.AWAITING_MERCHANT_RECEIPT,
        carrier=carrier,
        tracking_no=number,
    )
    return case


def arrange_pickup(
    session: Session, actor: Actor, *, case_id: UUID, version: int, pickup: dict[str, Any]
) -> Case:
    """The courier comes for the goods: window, courier, address, and what came of it (RET-9).

    Only what is told changes. Raises `CaseCannotMove` where nothing is to be fetched (any more).
    """
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    if held.case.kind not in rules.RETURNS_GOODS or held.case.state not in FETCHED_IN:
        raise CaseCannotMove(state=held.case.state.value, command="pickup")
    held.case.pickup = held.case.pickup | pickup
    move(session, actor, held, Command.NOTE, pickup=pickup)
    return held.case


def report_return(
    session: Session, actor: Actor, *, case_id: UUID, node: str, at: datetime | None = None
) -> Case:
    """The courier tells where the returning parcel is; older news changes nothing (RET-10). It is
    news of every case whose goods are in the box."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    queries.get(session, actor, case_id)
    parcel = intercepting.coming_back(session, case_id)
    if parcel is None:
        raise NoParcel
    about = sorted([case_id, *together.in_the_box(session, parcel)])
    held = {each: hold(session, actor, each) for each in about}
    for each in about:
        _report(session, actor, held[each], node, at)
    return held[case_id].case


def _report(session: Session, actor: Actor, held: Held, node: str, at: datetime | None) -> Case:
    case, parcel = held.case, intercepting.coming_back(session, held.case.id)
    if parcel is None:
        raise NoParcel
    when = at or clock.now()
    if parcel.node_at is not None and when <= parcel.node_at:
        return case
    parcel.node, parcel.node_at = node, when
    parcel.scans = [*parcel.scans, {"node": node, "at": when.isoformat()}]
    signed = node == "signed" and parcel.signed_at is None
    if signed:
        parcel.signed_at = when
    session.flush()
    if node == LOST:
        claiming.lost(session, actor, case, parcel, when)
    if case.state in rules.TERMINAL:
        return case
    move(
        session,
        actor,
        held,
        Command.NOTE,
        clock_runs=signed and case.state is S.AWAITING_MERCHANT_RECEIPT,
        node=node,
    )
    if signed and case.state is S.AWAITING_MERCHANT_RECEIPT:
        inspecting.ask(session, actor, case)
    hastening.consider_fast_refund(session, held)
    return case


def awaited(session: Session, actor: Actor, shop_id: UUID) -> list[CaseParcel]:
    """Parcels on their way back, the oldest first: the watch list (RFS-11)."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    query = select(CaseParcel).where(
        CaseParcel.shop_id == shop_id,
        CaseParcel.way == ParcelWay.BACK,
        CaseParcel.arrived_at.is_(None),
    )
    if not actor.reaches(shop_id):
        return []
    return list(session.scalars(query.order_by(CaseParcel.sent_at, CaseParcel.id).limit(500)))
