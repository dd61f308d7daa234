"""The goods come back: sent, tracked, received, inspected (T11 to T14), and fast refunds (FST)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    CaseCannotMove,
    CountsWrong,
    NoParcel,
    PhotosNeeded,
    ReasonNeeded,
    TrackingNumberUsed,
)
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseLine,
    CaseParcel,
    CaseState,
    EvidenceKind,
    Goods,
    Inspection,
    Money,
    ParcelWay,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    approving,
    deciding,
    intercepting,
    proving,
    recovering,
    refunding,
    splitting,
)
from xiaoer.aftersales.service.holding import (
    Held,
    check_ours,
    complete,
    hold,
    move,
    robot,
)
from xiaoer.aftersales.service.quoting import Proof
from xiaoer.aftersales.service.retracting import must_speak_for_buyer
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies import service as policies

S = CaseState


@dataclass(frozen=True)
class Inspected:
    """What was found of a line: so many came, so many are accepted, so many can be sold again."""

    order_line_id: UUID
    received: int
    accepted: int
    restock: int = 0
    result: str = "ok"


def ship_back(
    session: Session, actor: Actor, *, case_id: UUID, version: int, carrier: str, tracking_no: str
) -> Case:
    """The buyer sent the goods, with a number that no other case has (T11).

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
    """The courier comes for the goods: window, courier, address, and what came of it (RET-9)."""
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    held.case.pickup = held.case.pickup | pickup
    move(session, actor, held, Command.NOTE, pickup=pickup)
    return held.case


def report_return(
    session: Session, actor: Actor, *, case_id: UUID, node: str, at: datetime | None = None
) -> Case:
    """The courier tells where the returning parcel is; older news changes nothing (RET-10)."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    held = hold(session, actor, case_id)
    case, parcel = held.case, intercepting.coming_back(session, case_id)
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
    consider_fast_refund(session, held)
    return case


def consider_fast_refund(session: Session, held: Held) -> None:
    """Ask the table of fast refunds: done at once where an automation may, else proposed (FST)."""
    case = held.case
    wanted = case.kind is CaseKind.RETURN_REFUND and case.state is S.AWAITING_MERCHANT_RECEIPT
    if not wanted or case.fast or case.money is not Money.NONE:
        return
    facts = deciding.of_case(session, case, deciding.matter_of(session, case, held.order))
    said = policies.preview(
        session, robot(), table=deciding.FAST, shop_id=case.shop_id, facts=facts
    )
    told = {"effect": said.outputs.get("effect"), "code": said.outputs.get("code")}
    case.notes = case.notes | {"fast": told}
    session.flush()
    if told["effect"] != "auto":
        return
    asked: dict[str, Any] = {
        "table": deciding.AUTOMATION,
        "shop_id": case.shop_id,
        "facts": facts,
    }
    auto = policies.preview(session, robot(), **asked)
    if auto.outputs.get("effect") == "auto" and auto.outputs.get("switch") == "fast_refund":
        policies.decide(session, robot(), **asked, subject=policies.Subject("case", case.id))
        _pay_fast(session, robot(), held, str(told["code"]))


def fast_refund(
    session: Session, actor: Actor, *, case_id: UUID, version: int, reason: str
) -> Case:
    """Refund before the goods are here, where policy proposes it; why is kept (FST-4).

    Against the table only with the right to override.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    if not reason.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id, version=version)
    case = held.case
    check_ours(case)
    rules.check_before(Command.FAST_REFUND, case.state)
    if case.kind is not CaseKind.RETURN_REFUND or case.money is not Money.NONE:
        raise CaseCannotMove(state=case.state.value, command=Command.FAST_REFUND.value)
    if case.notes.get("fast", {}).get("effect") not in ("propose", "auto"):
        actor.must(Permission.AFTERSALES_OVERRIDE)
    _pay_fast(session, actor, held, reason.strip())
    return case


def _pay_fast(session: Session, actor: Actor, held: Held, why: str) -> None:
    held.case.fast = True
    move(session, actor, held, Command.FAST_REFUND, why=why)
    refunding.refund(session, actor, held, cents=held.case.approved_cents)


def receive(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    lines: Sequence[Inspected],
    file_ids: Sequence[UUID] = (),
    note: str = "",
) -> Case:
    """The warehouse opened the parcel (T12). What is accepted goes on at once (RET-14); what is
    not, or is missing, becomes a case of its own to be talked about (T14, RET-13).

    Raises `CountsWrong`, `PhotosNeeded`.
    """
    actor.must(Permission.AFTERSALES_RECEIVE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.RECEIVE, case.state)
    known = {line.order_line_id: line for line in queries.lines_of(session, case.id)}
    _check_counts(known, lines)
    passed = all(each.accepted == known[each.order_line_id].qty for each in lines) and len(
        lines
    ) == len(known)
    if not passed and not file_ids:
        raise PhotosNeeded
    _keep_inspection(session, actor, held, lines, passed, file_ids, note)
    case.goods = Goods.RECEIVED
    for each in lines:
        _count(known[each.order_line_id], each)
    session.flush()
    if case.fast:
        _end_fast(session, actor, held, passed)
    elif not any(each.accepted for each in lines):
        move(session, actor, held, Command.REFUSE_RECEIPT, S.RECEIPT_REFUSED, note=note)
    else:
        if not passed:
            splitting.split(session, actor, held)
        go_on_after_goods(session, actor, held)
    return case


def _count(line: CaseLine, seen: Inspected) -> None:
    line.received, line.accepted = seen.received, seen.accepted
    line.rejected, line.restocked = seen.received - seen.accepted, seen.restock


def _check_counts(known: dict[UUID, CaseLine], lines: Sequence[Inspected]) -> None:
    if not lines or len({each.order_line_id for each in lines}) != len(lines):
        raise CountsWrong
    for each in lines:
        line = known.get(each.order_line_id)
        fits = line is not None and 0 <= each.accepted <= each.received <= line.qty
        if not fits or not 0 <= each.restock <= each.accepted:
            raise CountsWrong


def _keep_inspection(
    session: Session,
    actor: Actor,
    held: Held,
    lines: Sequence[Inspected],
    passed: bool,
    file_ids: Sequence[UUID],
    note: str,
) -> None:
    case = held.case
    parcel = intercepting.coming_back(session, case.id)
    if parcel is not None and parcel.arrived_at is None:
        parcel.arrived_at = clock.now()
    session.add(
        Inspection(
            case_id=case.id,
            lines=[asdict(each) | {"order_line_id": str(each.order_line_id)} for each in lines],
            passed=passed,
            file_ids=[str(each) for each in file_ids],
            note=note,
            by_id=actor.id,
            by_name=actor.name,
        )
    )
    session.flush()
    if file_ids:
        proof = Proof(EvidenceKind.INSPECTION_PHOTO, file_ids, note)
        proving.keep(session, actor, held, proof)


def go_on_after_goods(session: Session, actor: Actor, held: Held) -> None:
    """The goods are here and accepted: refund, top-up or replacement."""
    case = held.case
    case.notes = case.notes | {"goods_back": True}
    then = rules.after_goods(case.kind, due_cents=case.due_cents)
    move(session, actor, held, Command.RECEIVE, then)
    if case.mode.value == "mirrored":
        return
    approving.go_on(session, actor, held)


def _end_fast(session: Session, actor: Actor, held: Held, passed: bool) -> None:
    """The money went before; what is wrong with the goods has to be got back (FST-8)."""
    case = held.case
    if not passed:
        recovering.begin(session, actor, case, "inspection_failed")
    if case.money is Money.SETTLED:
        complete(session, actor, held, Command.RECEIVE, passed=passed)
    else:
        then = S.REFUND_FAILED if case.money is Money.FAILED else S.REFUND_PROCESSING
        move(session, actor, held, Command.RECEIVE, then, passed=passed)


def accept_all(session: Session, actor: Actor, held: Held) -> None:
    """Nobody inspected in time: the goods count as accepted (D7).

    A fast refund whose parcel never came to us is got back instead (FST-8).
    """
    case, parcel = held.case, intercepting.coming_back(session, held.case.id)
    if case.fast:
        here = parcel is not None and (parcel.arrived_at or parcel.signed_at) is not None
        if not here:
            recovering.begin(session, actor, case, "never_arrived")
        if case.money is Money.SETTLED:
            complete(session, actor, held, Command.RECEIVE, by_clock=True)
        else:
            move(session, actor, held, Command.RECEIVE, S.REFUND_PROCESSING, by_clock=True)
        return
    for line in queries.lines_of(session, case.id):
        line.received = line.accepted = line.qty
    session.flush()
    go_on_after_goods(session, actor, held)


def refuse_receipt(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    words: str,
    proofs: Sequence[Proof],
) -> Case:
    """Not what was agreed to come back, with photos that show it (T13)."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    held = hold(session, actor, case_id, version=version)
    rules.check_before(Command.REFUSE_RECEIPT, held.case.state)
    if not words.strip():
        raise ReasonNeeded
    if not any(each.file_ids for each in proofs):
        raise PhotosNeeded
    if held.case.fast:
        raise CaseCannotMove(state=held.case.state.value, command=Command.REFUSE_RECEIPT.value)
    for proof in proofs:
        proving.keep(session, actor, held, proof)
    held.case.goods = Goods.REFUSED
    move(session, actor, held, Command.REFUSE_RECEIPT, S.RECEIPT_REFUSED, words=words.strip())
    return held.case


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
