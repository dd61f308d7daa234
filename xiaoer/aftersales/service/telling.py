"""What customers are told of their cases, at each step, in their language (RNT, RET-3, RFS-10).

The words are the house's unless the shop has its own. What does not reach the customer becomes a
task for somebody (RNT-5).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales.events import CaseApproved, CaseClosed, CaseMoved
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Closed
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import wording
from xiaoer.aftersales.service.holding import robot
from xiaoer.aftersales.service.wording import Facts
from xiaoer.core import clock
from xiaoer.core.errors import DeskError
from xiaoer.core.prepared import by_ids
from xiaoer.core.remembering import keep
from xiaoer.customers.models import Customer
from xiaoer.notices import service as notices
from xiaoer.orders.models import Order
from xiaoer.payments import queries as paid
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

CHANNELS = ("webchat", "sms", "email")
FOLLOW_UP_WITHIN = timedelta(hours=4)
TELL = "tell_customer"
OPENED_AND_APPROVED = 2
"""The version of a case that was agreed to first of all."""


def approved(session: Session, case_id: UUID) -> None:
    """For a return: where to and how; for a dearer exchange: what is to be paid. What goes back is
    told with the refund itself, which follows an approval at once."""
    case = session.get_one(Case, case_id)
    if case.state is CaseState.AWAITING_BUYER_RETURN:
        tell(session, case, "case_return_agreed", wording.place)
    elif case.state is CaseState.AWAITING_PAYMENT:
        tell(session, case, "case_pay", wording.due)


def says_approved(event: CaseApproved) -> bool:
    """Whether anything is left to say: not where an automation refunded what had just been
    opened, of which the refund itself tells and nobody can have begun to negotiate."""
    at_once = event.automation not in ("", "deadline") and event.version == OPENED_AND_APPROVED
    return not (at_once and event.case_kind == CaseKind.REFUND_ONLY)


def read_ahead(session: Session, case_ids: Sequence[UUID]) -> None:
    """What notices of these cases will name, read for all of them at once."""
    cases = by_ids(Case).all(session, ids=list(case_ids))
    buyers = {each.customer_id for each in cases if each.customer_id}
    orders = by_ids(Order).all(session, ids=list({each.order_id for each in cases}))
    known = by_ids(Customer).all(session, ids=list(buyers)) if buyers else ()
    paid.read_ahead(session, case_ids)
    keep(session, "read ahead", [*cases, *orders, *known])  # the session forgets what nobody holds


def moved(session: Session, events: Sequence[CaseMoved]) -> None:
    """Whatever customers have to know of steps, asked for together."""
    read_ahead(session, [each.case_id for each in events])
    told = [each for event in events if (each := _of_step(session, event))]
    notices.ask(session, robot(), told)


def _of_step(session: Session, event: CaseMoved) -> notices.Asked | None:
    found = _told_by(event)
    if found is None:
        return None
    code, facts = found
    case = session.get_one(Case, event.case_id)
    if code == "case_refunded":
        given = case.kind is CaseKind.COMPENSATION
        return _asked(session, case, "case_compensated" if given else code, wording.refund)
    return _asked(session, case, code, facts, event.data, once=f"{code}:{event.version}")


Said = tuple[str, Callable[[Facts], None]]

BY_COMMAND: Mapping[Command, Said] = {
    Command.SUBMIT: ("case_refunded", wording.refund),
    Command.REFUSE: ("case_refused", wording.refusal),
    Command.REFUSE_RECEIPT: ("case_receipt_refused", wording.words),
    Command.PROPOSE: ("case_offer", wording.offer),
    Command.SHIP_REPLACEMENT: ("case_replacement_sent", wording.parcel),
    Command.FAIL: ("case_refund_failed", wording.amount),
    Command.ESCALATE: ("case_disputed", wording.until),
    Command.RULE: ("case_ruled", wording.ruling),
}


def says(event: CaseMoved) -> bool:
    """Whether the step is one the customer is told of; no job is left for the others."""
    return _told_by(event) is not None


def _told_by(event: CaseMoved) -> Said | None:
    command = Command(event.command)
    if command is Command.RECEIVE:
        here = event.after != event.before and event.after != CaseState.RECEIPT_REFUSED
        return ("case_goods_here", wording.after_goods) if here else None
    if command is Command.NOTE:
        return _noted(event.data)
    return BY_COMMAND.get(command)


def _noted(data: Mapping[str, Any]) -> Said | None:
    if data.get("interception") == "failed":
        return "case_intercept_failed", wording.number
    return ("case_kept_offer", wording.offer) if data.get("retention") == "offered" else None


def closed(session: Session, event: CaseClosed) -> None:
    """Ended without what was asked for; who took it back themselves knows it."""
    if event.why in (Closed.WITHDRAWN, Closed.RULED_FOR_MERCHANT):
        return
    case = session.get_one(Case, event.case_id)
    tell(session, case, "case_closed", wording.closing)


def reversed_(session: Session, case_id: UUID) -> None:
    """The provider took a refund back."""
    case = session.get_one(Case, case_id)
    tell(session, case, "case_reversed", wording.amount)


def remind(session: Session, case_id: UUID) -> None:
    """The goods have to be sent soon (RET-11)."""
    case = session.get(Case, case_id)
    if case is not None and case.state is CaseState.AWAITING_BUYER_RETURN:
        once = f"case_send_back_soon:{case.version}"
        tell(session, case, "case_send_back_soon", wording.until, once=once)


def tell(
    session: Session,
    case: Case,
    code: str,
    fill: Callable[[Facts], None],
    data: Mapping[str, Any] | None = None,
    *,
    once: str | None = None,
) -> None:
    """Send it, once; what cannot be sent becomes a task (RNT-5)."""
    told = _asked(session, case, code, fill, data, once=once)
    if told is not None:
        notices.ask(session, robot(), [told])


def _asked(
    session: Session,
    case: Case,
    code: str,
    fill: Callable[[Facts], None],
    data: Mapping[str, Any] | None = None,
    *,
    once: str | None = None,
) -> notices.Asked | None:
    if case.customer_id is None:
        return None
    language, zone = wording.language_of(session, case), wording.zone_of(session, case)
    facts = Facts(session, case, language, zone, data or {})
    try:
        fill(facts)
        return notices.prepared(
            session,
            robot(),
            customer_id=case.customer_id,
            template_code=code,
            facts=facts.told | {"number": str(case.number)},
            channels=CHANNELS,
            locale=facts.language,
            subject_type="case",
            subject_id=case.id,
            dedupe_key=f"{case.id}:{once or code}",
        )
    except DeskError as refusal:
        follow_up(session, case, refusal.sentence("zh"))
        return None


def undelivered(session: Session, case_id: UUID, notice_id: UUID, reason: str) -> None:
    """No channel reached the customer: somebody has to tell them (RNT-5)."""
    case = session.get(Case, case_id)
    text = notices.text_of(session, notice_id)
    if case is not None:
        follow_up(session, case, f"{text}\n{reason}".strip())


def follow_up(session: Session, case: Case, what: str) -> None:
    """A task to tell the customer by hand; told twice, it stays one."""
    known = to_do.open_about(session, case.shop_id, case.id, TELL)
    if any(each.description == what for each in known):
        return
    tasks.open_task(
        session,
        robot(),
        title=f"请告知客户 · 售后 {case.number}",
        description=what,
        kind=TELL,
        due_at=clock.now() + FOLLOW_UP_WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
