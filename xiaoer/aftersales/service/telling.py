"""What customers are told of their cases: amounts, when the money comes, what to do (RNT, RET-3).

The words are the shop's own templates; without one nothing is sent. What cannot be sent becomes a
task for somebody.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CasePlace, CaseState, Money
from xiaoer.aftersales.service import deciding
from xiaoer.aftersales.service.holding import robot
from xiaoer.core import clock
from xiaoer.core.errors import DeskError
from xiaoer.core.money import Money as Amount
from xiaoer.notices import queries as words
from xiaoer.notices import service as notices
from xiaoer.orders.models import Order
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Instrument
from xiaoer.tasks import service as tasks

CHANNELS = ("webchat", "sms", "email")
FOLLOW_UP_WITHIN = timedelta(hours=4)
REFUNDED, RETURN_AGREED, INTERCEPT_FAILED, SEND_BACK_SOON = (
    "aftersales.refunded",
    "aftersales.return_agreed",
    "aftersales.interception_failed",
    "aftersales.send_back_soon",
)


def approved(session: Session, case_id: UUID) -> None:
    """On every approval: how much comes back and when; for a return, where to and how."""
    case = session.get_one(Case, case_id)
    if case.state is CaseState.AWAITING_BUYER_RETURN:
        tell(session, case, RETURN_AGREED, _place(session, case))
    elif case.money is not Money.NONE:
        tell(session, case, REFUNDED, _refund(session, case))


def moved(session: Session, case_id: UUID, command: str) -> None:
    """A refund sent later than the approval: after inspection, a ruling, a conversion."""
    case = session.get_one(Case, case_id)
    if command == "submit_refund":
        tell(session, case, REFUNDED, _refund(session, case))
    elif command == "note" and case.notes.get("choose") and case.notes.get("choice") is None:
        tell(session, case, INTERCEPT_FAILED, {"number": case.number})


def remind(session: Session, case_id: UUID, due_at: datetime) -> None:
    """The goods have to be sent soon (RET-11)."""
    case = session.get(Case, case_id)
    if case is not None and case.state is CaseState.AWAITING_BUYER_RETURN:
        facts = {"number": case.number, "until": due_at.isoformat()}
        tell(session, case, SEND_BACK_SOON, facts, once=f"{SEND_BACK_SOON}:{case.version}")


def _refund(session: Session, case: Case) -> dict[str, Any]:
    hours = [0]
    for movement in paid.for_reason(session, case.id):
        used = session.get_one(Instrument, movement.instrument_id)
        hours.append(deciding.arrival(session, robot(), case.shop_id, used)[1])
    order = session.get_one(Order, case.order_id)
    by = clock.now() + timedelta(hours=max(hours))
    return {
        "number": case.number,
        "order_no": order.order_no,
        "amount": str(Amount(case.approved_cents, case.currency)),
        "arrives_by": by.date().isoformat(),
    }


def _place(session: Session, case: Case) -> dict[str, Any]:
    place = session.get(CasePlace, case.place_id) if case.place_id else None
    return {
        "number": case.number,
        "recipient": place.recipient if place else "",
        "phone": place.phone if place else "",
        "address": place.address if place else "",
        "until": case.deadline_at.isoformat() if case.deadline_at else "",
    }


def tell(
    session: Session, case: Case, code: str, facts: dict[str, Any], *, once: str | None = None
) -> None:
    """Send it, once; what cannot be sent becomes a task (RNT-5)."""
    if case.customer_id is None or words.template(session, case.shop_id, code, "zh") is None:
        return
    try:
        with session.begin_nested():
            notices.notify(
                session,
                robot(),
                customer_id=case.customer_id,
                template_code=code,
                facts=facts,
                channels=CHANNELS,
                subject_type="case",
                subject_id=case.id,
                dedupe_key=f"{case.id}:{once or code}",
            )
    except DeskError as refusal:
        tasks.open_task(
            session,
            robot(),
            title=f"请告知客户退款情况 · 售后 {case.number}",
            description=refusal.sentence("zh"),
            kind="tell_customer",
            due_at=clock.now() + FOLLOW_UP_WITHIN,
            shop_id=case.shop_id,
            subject_type="case",
            subject_id=case.id,
        )
