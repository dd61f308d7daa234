"""What happens when a deadline comes and nobody acted (A.4). A person in the same second wins or
loses cleanly: both lock the case, and the clock acts only on the deadline that it was set for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import CaseNotFound, ShippedMeanwhile
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Closed, Goods, Mode, Phase
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    approving,
    disputing,
    exchanging,
    intercepting,
    offering,
    receiving,
    sending_back,
)
from xiaoer.aftersales.service.holding import Held, close, complete, hold, move, robot
from xiaoer.core import clock
from xiaoer.core.errors import DeskError
from xiaoer.tasks import service as tasks

PEOPLE_WITHIN = timedelta(hours=4)


def fire(session: Session, case_id: UUID, due_at: datetime) -> None:
    """Act on a deadline that has come. Late, told twice, or overtaken by a person: no harm."""
    try:
        held = hold(session, robot(), case_id)
    except CaseNotFound:
        return
    case = held.case
    if case.deadline_at != due_at or case.deadline_at > clock.now():
        return
    # What a platform owns is ended by its clock; ours only calls people.
    mirrored = case.mode is Mode.MIRRORED
    act = alert if mirrored else ACTIONS.get(case.deadline_action, alert)
    try:
        with session.begin_nested():
            act(session, held)
    except DeskError as refusal:
        session.refresh(case)
        case.notes = case.notes | {"overdue": refusal.code}
        alert(session, held)


def alert(session: Session, held: Held) -> None:
    """A person has to look; the case stays where it is and its clock starts again (D12, D13)."""
    case = held.case
    move(session, robot(), held, Command.NOTE, clock_runs=True, overdue=case.deadline_action)
    tasks.open_task(
        session,
        robot(),
        title=f"售后 {case.number} 已超时",
        kind="case_overdue",
        due_at=clock.now() + PEOPLE_WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )


def _approve(session: Session, held: Held) -> None:
    """D1 to D3. A parcel that left meanwhile makes it a refund of a shipped order (RFU-7); one that
    nobody stopped in time is paid for all the same, and watched for until it is back (ADR 0016)."""
    try:
        stopped = intercepting.answered(session, held.case)
        approving.approve_by_clock(session, held)
        if not stopped:
            intercepting.expect_back(session, robot(), held)
    except ShippedMeanwhile:
        become_shipped(session, held)


def become_shipped(session: Session, held: Held) -> None:
    """The request goes over to the flow of shipped refunds, with that flow's clock."""
    case = held.case
    if case.phase is not Phase.PRE_SHIP or case.kind is not CaseKind.REFUND_ONLY:
        return
    case.phase = Phase.SHIPPED
    case.terms = case.terms | {"code": "await_interception", "refusal_allowed": True}
    case.notes = case.notes | {"shipped_meanwhile": True}
    move(session, robot(), held, Command.NOTE, clock_runs=True, phase=Phase.SHIPPED.value)


def _decline(session: Session, held: Held) -> None:
    offering.lapse(session, held)


def _close(session: Session, held: Held) -> None:
    """D5, D6. D10: what was to be exchanged and is here already is refunded instead; what nobody
    pays the repair of goes back as it is."""
    case = held.case
    unpaid = case.state is CaseState.AWAITING_PAYMENT
    if unpaid and case.kind is CaseKind.EXCHANGE:
        exchanging.refund_instead(session, robot(), held)
        return
    close(session, robot(), held, Command.TIME_OUT, Closed.BUYER_TIMEOUT)
    if unpaid and case.goods is Goods.RECEIVED:
        sending_back.ask(session, case, "未付费维修的商品")


def _expire(session: Session, held: Held) -> None:
    """D14: what nobody agreed to is not given."""
    close(session, robot(), held, Command.TIME_OUT, Closed.INVALID)


def _accept(session: Session, held: Held) -> None:
    receiving.accept_all(session, robot(), held)


def _convert(session: Session, held: Held) -> None:
    exchanging.refund_instead(session, robot(), held)


def _complete(session: Session, held: Held) -> None:
    complete(session, robot(), held, Command.CONFIRM)


def _proceed(session: Session, held: Held) -> None:
    disputing.review(session, held)


ACTIONS: Mapping[str, Callable[[Session, Held], None]] = {
    "approve_refund": _approve,
    "approve_application": _approve,
    "decline_offer": _decline,
    "close": _close,
    "expire": _expire,
    "accept_receipt": _accept,
    "convert_to_refund": _convert,
    "complete": _complete,
    "proceed_without_evidence": _proceed,
    "alert": alert,
    "reconcile_by_hand": alert,
}


def follow_deadline(session: Session, case_id: UUID, due_at: datetime) -> None:
    """The customer was told a later time: the case keeps it."""
    held = hold(session, robot(), case_id)
    if held.case.deadline_at is not None:
        held.case.deadline_at = due_at
        session.flush()


def orders_shipped(session: Session, order_ids: Sequence[UUID]) -> None:
    """Requests made before the parcel left go over to the flow of shipped refunds (RFU-7)."""
    asked = select(Case.id).where(
        Case.order_id.in_(order_ids),
        Case.ended_at.is_(None),
        Case.phase == Phase.PRE_SHIP,
        Case.state == CaseState.AWAITING_MERCHANT,
    )
    for case_id in session.scalars(asked.order_by(Case.order_id)).all() if order_ids else ():
        held = hold(session, robot(), case_id)
        if held.case.state is CaseState.AWAITING_MERCHANT:
            become_shipped(session, held)
