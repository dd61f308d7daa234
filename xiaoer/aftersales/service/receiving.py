"""The warehouse opens what came back (T12 to T14)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    CaseCannotMove,
    CountsWrong,
    PhotosNeeded,
    ReasonNeeded,
)
from xiaoer.aftersales.models import (
    Case,
    CaseLine,
    CaseState,
    EvidenceKind,
    Goods,
    Inspection,
    Mode,
    Money,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    approving,
    inspecting,
    intercepting,
    mirroring,
    proving,
    recovering,
    splitting,
    watching,
)
from xiaoer.aftersales.service.holding import (
    Held,
    complete,
    hold,
    move,
)
from xiaoer.aftersales.service.requests import Proof
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission


@dataclass(frozen=True)
class Inspected:
    """What was found of a line: so many came, so many are accepted, so many can be sold again."""

    order_line_id: UUID
    received: int
    accepted: int
    restock: int = 0
    result: str = "ok"


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
    known = queries.lines_of(session, case.id)
    pairs = _counted(known, lines)
    passed = all(line.qty == each.accepted for line, each in pairs) and len(pairs) == len(known)
    if not passed and not file_ids:
        raise PhotosNeeded
    _keep_inspection(session, actor, held, lines, passed, file_ids, note)
    inspecting.done(session, actor, case, "passed" if passed else "failed")
    case.goods = Goods.RECEIVED
    for line, each in pairs:
        _count(line, each)
    session.flush()
    if case.fast:
        _end_fast(session, actor, held, passed)
    elif not any(each.accepted for each in lines):
        move(session, actor, held, Command.REFUSE_RECEIPT, CaseState.RECEIPT_REFUSED, note=note)
    else:
        if not passed:
            splitting.split(session, actor, held)
        go_on_after_goods(session, actor, held)
    return case


def _count(line: CaseLine, seen: Inspected) -> None:
    line.received, line.accepted = seen.received, seen.accepted
    line.rejected, line.restocked = seen.received - seen.accepted, seen.restock


def _counted(
    known: Sequence[CaseLine], seen: Sequence[Inspected]
) -> list[tuple[CaseLine, Inspected]]:
    """What was found of each line of the case. Where units of one order line become different
    things, its first finding belongs to the first of these, and so on; a single one is shared."""
    left = {line.id: line for line in known}
    found = []
    for each in seen:
        of_line = [line for line in left.values() if line.order_line_id == each.order_line_id]
        alone = sum(other.order_line_id == each.order_line_id for other in seen) == 1
        parts = _shared(of_line, each) if alone else [(line, each) for line in of_line[:1]]
        if not parts:
            raise CountsWrong
        for line, part in parts:
            _check_counts(line, part)
            del left[line.id]
        found += parts
    if not found:
        raise CountsWrong
    return found


def _shared(lines: Sequence[CaseLine], seen: Inspected) -> list[tuple[CaseLine, Inspected]]:
    """One finding over all lines that are about the same goods; what is left is the last one's."""
    found = []
    for line in lines[:-1]:
        part = replace(
            seen,
            received=min(seen.received, line.qty),
            accepted=min(seen.accepted, line.qty),
            restock=min(seen.restock, line.qty),
        )
        seen = replace(
            seen,
            received=seen.received - part.received,
            accepted=seen.accepted - part.accepted,
            restock=seen.restock - part.restock,
        )
        found.append((line, part))
    return found + [(line, seen) for line in lines[-1:]]


def _check_counts(line: CaseLine, seen: Inspected) -> None:
    fits = 0 <= seen.accepted <= seen.received <= line.qty
    if not fits or not 0 <= seen.restock <= seen.accepted:
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
        watching.arrived(session, actor, parcel)
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
    if case.mode is Mode.MIRRORED:
        mirroring.ask_platform(session, actor, case, "confirm_receipt", case.approved_cents)
    else:
        approving.go_on(session, actor, held)


def _end_fast(session: Session, actor: Actor, held: Held, passed: bool) -> None:
    """The money went before; what is wrong with the goods has to be got back (FST-8)."""
    case = held.case
    if not passed:
        recovering.begin(session, actor, case, "inspection_failed")
    if case.money is Money.SETTLED:
        complete(session, actor, held, Command.RECEIVE, passed=passed)
    else:
        then = (
            CaseState.REFUND_FAILED if case.money is Money.FAILED else CaseState.REFUND_PROCESSING
        )
        move(session, actor, held, Command.RECEIVE, then, passed=passed)


def accept_all(session: Session, actor: Actor, held: Held) -> None:
    """Nobody inspected in time: the goods count as accepted (D7).

    A fast refund whose parcel never came to us is got back instead (FST-8).
    """
    case, parcel = held.case, intercepting.coming_back(session, held.case.id)
    if case.fast:
        here = parcel is not None and (parcel.arrived_at or parcel.signed_at) is not None
        if not here:
            recovering.begin(session, actor, case, recovering.NEVER)
        if case.money is Money.SETTLED:
            complete(session, actor, held, Command.RECEIVE, by_clock=True)
        else:
            move(session, actor, held, Command.RECEIVE, CaseState.REFUND_PROCESSING, by_clock=True)
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
    inspecting.done(session, actor, held.case, "refused")
    move(
        session, actor, held, Command.REFUSE_RECEIPT, CaseState.RECEIPT_REFUSED, words=words.strip()
    )
    return held.case
