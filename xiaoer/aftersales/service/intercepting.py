"""Refunds of parcels on their way: stop them, or have them refused or sent back (RFS)."""

from datetime import timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    InterceptionNotPossible,
    InterceptionUnderWay,
    NoInterception,
    NoParcel,
)
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseParcel,
    Goods,
    Interception,
    InterceptionState,
    ParcelWay,
    Phase,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import deciding, gathering, recovering, watching
from xiaoer.aftersales.service.holding import Held, engine, hold, move
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.policies import service as policies
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

CHASE = "chase_courier"
UNDER_WAY = (InterceptionState.SENT, InterceptionState.ACCEPTED)
Choice = Literal["refuse", "wait"]


def possible(session: Session, actor: Actor, held: Held) -> dict[str, Any]:
    """Whether the parcel can be stopped where it is, with the reason (RFS-3)."""
    said = policies.preview(
        session,
        engine(actor),
        table=deciding.INTERCEPTION,
        shop_id=held.case.shop_id,
        facts={
            "parcel.node": gathering.node_of(held.order),
            "parcel.carrier": held.order.courier or "?",
        },
    )
    return dict(said.outputs)


def latest(session: Session, case_id: UUID) -> Interception | None:
    query = select(Interception).where(Interception.case_id == case_id)
    return session.scalars(query.order_by(Interception.id.desc())).first()


def answered(session: Session, case: Case) -> bool:
    """Whether a refund may be agreed to as far as the parcel is concerned (RFS-7).

    It was stopped; or nobody has to stop it; or it could not be stopped and has come back, or
    was lost on the way.
    """
    on_its_way = case.kind is CaseKind.REFUND_ONLY and case.phase is Phase.SHIPPED
    if not on_its_way or case.terms.get("code") != "await_interception":
        return True
    found = latest(session, case.id)
    if found is not None and found.state is InterceptionState.SUCCEEDED:
        return True
    failed = found is not None and found.state is InterceptionState.FAILED
    parcel = coming_back(session, case.id)
    over = parcel is not None and (parcel.arrived_at or parcel.lost_at) is not None
    return failed and over


def coming_back(session: Session, case_id: UUID) -> CaseParcel | None:
    query = select(CaseParcel).where(
        CaseParcel.case_id == case_id, CaseParcel.way == ParcelWay.BACK
    )
    return session.scalars(query.order_by(CaseParcel.id.desc())).first()


def expect_back(session: Session, actor: Actor, held: Held) -> None:
    """Keep the parcel on the watch list until the warehouse signs for it (RFS-11). Several cases of
    an order may wait for the same one."""
    case, order = held.case, held.order
    if order.tracking_no and coming_back(session, case.id) is None:
        first = select(CaseParcel.id).where(
            CaseParcel.shop_id == case.shop_id,
            CaseParcel.way == ParcelWay.BACK,
            CaseParcel.tracking_no == order.tracking_no,
            CaseParcel.shares_id.is_(None),
        )
        parcel = CaseParcel(
            shop_id=case.shop_id,
            case_id=case.id,
            shares_id=session.scalar(first),
            way=ParcelWay.BACK,
            carrier=order.courier,
            tracking_no=order.tracking_no,
            node="in_transit",
            scans=[],
        )
        session.add(parcel)
        session.flush()
        watching.begin(session, actor, parcel)


def intercept(session: Session, actor: Actor, *, case_id: UUID, version: int) -> Case:
    """Order the courier to stop the parcel (RFS-6); a task chases an answer that does not come.

    Raises `NoParcel`, `InterceptionNotPossible`, `InterceptionUnderWay`.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case, order = held.case, held.order
    rules.check_before(Command.NOTE, case.state)
    if not order.tracking_no:
        raise NoParcel
    last = latest(session, case.id)
    if last is not None and last.state in UNDER_WAY:
        raise InterceptionUnderWay
    said = possible(session, actor, held)
    if said.get("interception") == "impossible":
        raise InterceptionNotPossible(why=said.get("code", ""))
    session.add(
        Interception(
            case_id=case.id,
            carrier=order.courier,
            tracking_no=order.tracking_no,
            state=InterceptionState.SENT,
            by_id=actor.id,
            by_name=actor.name,
        )
    )
    session.flush()
    # Who has a parcel stopped is not silent: the first time, the clock waits (ADR 0016).
    move(
        session,
        actor,
        held,
        Command.NOTE,
        clock_runs=last is None,
        intercepting=order.tracking_no,
    )
    _chase(session, actor, case, int(said.get("chase_hours", 12)))
    return case


def _chase(session: Session, actor: Actor, case: Case, hours: int) -> None:
    """A task that is due when the courier should have answered (RFS-8)."""
    tasks.open_task(
        session,
        engine(actor),
        title=f"催快递回复拦截 · 售后 {case.number}",
        kind=CHASE,
        due_at=clock.now() + timedelta(hours=hours),
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
        agent_id=actor.id if actor.kind is ActorKind.AGENT else None,
    )


def answer_interception(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    state: InterceptionState,
    words: str = "",
) -> Case:
    """The courier's answer. Stopped: the refund may be agreed to, by an automation if one is on.
    Not stopped: the customer chooses to refuse the parcel or to wait for its return (RFS-9).

    What a courier said is a fact: whoever handles parcels may write it down, too.
    """
    if not actor.may(Permission.AFTERSALES_RECEIVE):
        actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id)
    found = latest(session, case_id)
    if found is None or found.state not in UNDER_WAY:
        raise NoInterception
    found.state, found.answer = state, words
    if state not in UNDER_WAY:
        found.answered_at = clock.now()
        for each in to_do.open_about(session, held.case.shop_id, case_id, CHASE):
            tasks.complete(session, engine(actor), each.id, result=state.value)
    case = held.case
    if state is InterceptionState.SUCCEEDED:
        case.goods = Goods.COMING_BACK if case.state not in rules.TERMINAL else case.goods
        expect_back(session, actor, held)
    if state is InterceptionState.FAILED:
        case.notes = case.notes | {"choice": None, "choose": ["refuse", "wait"]}
    session.flush()
    if case.state in rules.TERMINAL:
        return case
    move(session, actor, held, Command.NOTE, interception=state.value, words=words)
    return case


def choose(session: Session, actor: Actor, *, case_id: UUID, version: int, choice: Choice) -> Case:
    """What the customer does about a parcel that cannot be stopped (RFS-4): refused or not called
    for, it comes back, and is watched for until then."""
    asks = actor.kind is ActorKind.CUSTOMER
    actor.must(Permission.AFTERSALES_ASK if asks else Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    case.notes = case.notes | {"choice": choice}
    if choice == "refuse":
        case.got_goods = "refused"
    expect_back(session, actor, held)
    move(session, actor, held, Command.NOTE, choice=choice)
    return case


def note_needs(
    session: Session, actor: Actor, *, case_id: UUID, version: int, needs: dict[str, Any]
) -> Case:
    """What the customer wants and why, as found out in talk (RFS-5)."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    held.case.notes = held.case.notes | {"needs": needs}
    move(session, actor, held, Command.NOTE, needs=needs)
    return held.case


def parcel_back(session: Session, actor: Actor, *, case_id: UUID) -> Case:
    """The stopped or refused parcel is in our hands again, and its goods are in stock (RFS-12); the
    case may have ended."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    held = hold(session, actor, case_id)
    case, parcel = held.case, coming_back(session, case_id)
    if parcel is None:
        raise NoParcel
    if parcel.arrived_at is None:
        parcel.arrived_at, parcel.node = clock.now(), "returned"
        session.flush()
        watching.arrived(session, actor, parcel)
        recovering.arrived(session, actor, case)
        _back_in_stock(session, case)
        if case.state not in rules.TERMINAL:
            case.goods = Goods.RECEIVED
            move(session, actor, held, Command.NOTE, goods=Goods.RECEIVED.value)
    return case


def _back_in_stock(session: Session, case: Case) -> None:
    """Nobody opened a parcel that was stopped or refused: all of it can be sold again, once (I17).
    What a buyer sends back is inspected; what was inspected before stays as it was found."""
    if case.kind is not CaseKind.REFUND_ONLY:
        return
    for line in queries.lines_of(session, case.id):
        if not line.received:
            line.received = line.accepted = line.restocked = line.qty
