"""Money of a case that a person has to look after: it came back, a bank took it (T28), or it does
not leave (D12)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales.events import CaseMoneyReversed
from xiaoer.aftersales.models import Case, CaseState
from xiaoer.aftersales.service.holding import Held, robot, told_of
from xiaoer.core import clock, events
from xiaoer.core.money import Money as Amount
from xiaoer.orders import queries as orders
from xiaoer.payments import queries as paid
from xiaoer.payments.events import ChargedBack
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

PEOPLE_WITHIN = timedelta(hours=24)
"""As long as payments give people for money that went astray."""


PAGED, PAGED_WITHIN = "refund_waits", timedelta(hours=1)
WAITS = (CaseState.AWAITING_REFUND, CaseState.REFUND_FAILED)


def page(session: Session, case_id: UUID) -> None:
    """Ten minutes after a refund was agreed to it has not left (D12): operations are called. What
    the provider has taken is its to answer for, and has a day."""
    case = session.get(Case, case_id)
    if case is None:
        return
    stuck = case.state is CaseState.REFUND_PROCESSING and paid.not_taken(session, case.id)
    if not stuck and case.state not in WAITS:
        return
    if not to_do.open_about(session, case.shop_id, case.id, PAGED):
        title = f"退款 10 分钟未发出 · 售后 {case.number}"
        tasks.open_task(
            session,
            robot(),
            title=title,
            kind=PAGED,
            due_at=clock.now() + PAGED_WITHIN,
            shop_id=case.shop_id,
            subject_type="case",
            subject_id=case.id,
        )


def came_back(session: Session, held: Held) -> None:
    """A settled refund was sent back: the case stays ended, what is owed is shown to people."""
    case = held.case
    amount = Amount(case.approved_cents, case.currency)
    _call(session, case.shop_id, "case", case.id, f"退款被退回 {amount} · 售后 {case.number}")


def tell_house(session: Session, held: Held) -> None:
    case = held.case
    told = CaseMoneyReversed(**told_of(case), cents=case.approved_cents, currency=case.currency)
    events.emit(session, robot(), told)


def charged_back(session: Session, event: ChargedBack) -> None:
    """The buyer's bank took money of an order; `beyond_cents` of it had been refunded already."""
    order = orders.get(session, robot(), event.order_id)
    taken, beyond = (Amount(each, event.currency) for each in (event.cents, event.beyond_cents))
    lost = f"，其中已退过 {beyond}" if beyond.cents else ""
    title = f"银行拒付 {taken}{lost} · {order.order_no}"
    _call(session, order.shop_id, "order", order.id, title)


def _call(session: Session, shop_id: UUID, subject: str, subject_id: UUID, title: str) -> None:
    tasks.open_task(
        session,
        robot(),
        title=title,
        kind="money_reversed",
        due_at=clock.now() + PEOPLE_WITHIN,
        shop_id=shop_id,
        subject_type=subject,
        subject_id=subject_id,
    )
