"""What after-sales does when something happens below. Each is safe to run twice."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.aftersales import service
from xiaoer.aftersales.events import CaseApproved, CaseMoved
from xiaoer.aftersales.models import Case, Recovery
from xiaoer.aftersales.service import amending, autoconfirm, clocks, offering, telling
from xiaoer.core.events import on
from xiaoer.customers.events import CustomersMerged
from xiaoer.orders.events import OrderMoved
from xiaoer.orders.models import OrderStatus
from xiaoer.payments.events import (
    ChargeFailed,
    ChargeSettled,
    RefundFailed,
    RefundRerouted,
    RefundReversed,
    RefundSettled,
)
from xiaoer.promises.events import PromiseBroken, PromiseExtended, PromiseWarned

Money = RefundSettled | RefundFailed | RefundReversed | RefundRerouted


def _money(session: Session, event: Money) -> None:
    if session.get(Case, event.reason_ref) is not None:
        service.follow_money(session, event.reason_ref)


@on(RefundSettled)
def settled(session: Session, event: RefundSettled) -> None:
    _money(session, event)


@on(RefundFailed)
def failed(session: Session, event: RefundFailed) -> None:
    _money(session, event)


@on(RefundReversed)
def reversed_(session: Session, event: RefundReversed) -> None:
    _money(session, event)


@on(RefundRerouted)
def rerouted(session: Session, event: RefundRerouted) -> None:
    _money(session, event)


@on(ChargeSettled)
def charged(session: Session, event: ChargeSettled) -> None:
    if session.get(Case, event.reason_ref) is not None:
        service.follow_charge(session, event.reason_ref, settled=True)


@on(ChargeFailed)
def not_charged(session: Session, event: ChargeFailed) -> None:
    if session.get(Case, event.reason_ref) is not None:
        service.follow_charge(session, event.reason_ref, settled=False)
    else:
        amending.charge_failed(session, event.reason_ref)


CLOCKS = (clocks.KIND, offering.OFFER, clocks.CONFIRM)


@on(PromiseBroken, when=lambda event: event.kind in CLOCKS)
def deadline(session: Session, event: PromiseBroken) -> None:
    if event.kind == clocks.KIND and event.subject_type == clocks.SUBJECT:
        service.fire(session, event.subject_id, event.due_at)
    elif event.kind == offering.OFFER:
        service.expire(session, event.subject_id)
    elif event.kind == clocks.CONFIRM:
        autoconfirm.fire(session, event.subject_id)


@on(PromiseExtended, when=lambda event: event.kind == clocks.KIND)
def extended(session: Session, event: PromiseExtended) -> None:
    service.follow_deadline(session, event.subject_id, event.due_at)


@on(PromiseWarned, when=lambda event: event.kind == clocks.KIND)
def remind(session: Session, event: PromiseWarned) -> None:
    telling.remind(session, event.subject_id, event.due_at)


@on(OrderMoved)
def order_moved(session: Session, event: OrderMoved) -> None:
    if event.after in (OrderStatus.SHIPPED, OrderStatus.PART_SHIPPED):
        service.order_shipped(session, event.order_id)
    autoconfirm.follow(session, event.order_id, OrderStatus(event.after))


@on(CaseApproved)
def tell_approved(session: Session, event: CaseApproved) -> None:
    telling.approved(session, event.case_id)


@on(CaseMoved)
def tell_moved(session: Session, event: CaseMoved) -> None:
    telling.moved(session, event.case_id, event.command)


@on(CustomersMerged)
def follow_merge(session: Session, event: CustomersMerged) -> None:
    for model in (Case, Recovery):
        session.execute(
            update(model)
            .where(model.customer_id == event.gone_id)
            .values(customer_id=event.customer_id)
        )
