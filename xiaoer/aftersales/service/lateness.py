"""A late order: what the customer wants is carried out; a delay of the shop's own is paid for."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import AmendmentKind, CaseKind, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service.amending import Change, amend
from xiaoer.aftersales.service.compensating import compensate
from xiaoer.aftersales.service.holding import robot
from xiaoer.aftersales.service.opening import open_case
from xiaoer.aftersales.service.requests import Request
from xiaoer.aftersales.service.swapping import Becomes
from xiaoer.core.errors import DeskError
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.shipping import service as shipping
from xiaoer.shipping.events import DelayBlamed, DelayDecided
from xiaoer.shipping.models import Cause, DelayAnswer, ShipDelay, ShipWatch

NOTHING_DUE = "按规则没有可赔的金额"


def pay_for(session: Session, event: DelayBlamed) -> None:
    """The shop's own delay past its deadline: what policy gives is opened, agreed to where the
    engine's limit allows, paid and told (SHP-7). Once for a delay."""
    if event.cause != Cause.MERCHANT or event.missed_at is None:
        return
    if (delay := session.get(ShipDelay, event.delay_id)) and not delay.compensated_cents:
        _compensate(session, delay, event.order_id)


def carry_out(session: Session, event: DelayDecided) -> None:
    """Do what the customer chose; why it cannot be done is kept on the delay."""
    delay = session.get_one(ShipDelay, event.delay_id)
    if delay.answer != event.answer or delay.outcome:
        return  # they have changed their mind, or it is done
    try:
        with session.begin_nested():
            _do(session, delay, event)
    except DeskError as refusal:
        shipping.carried_out(session, delay.id, outcome=refusal.sentence("zh"))


def _do(session: Session, delay: ShipDelay, event: DelayDecided) -> None:
    if event.answer == DelayAnswer.COMPENSATION:
        if delay.compensated_cents:
            shipping.carried_out(session, delay.id)
        elif not _compensate(session, delay, event.order_id):
            shipping.carried_out(session, delay.id, outcome=NOTHING_DUE)
    elif event.answer == DelayAnswer.REFUND:
        case_id = _refund(session, event.order_id, event.delay_id, event.opinion)
        shipping.carried_out(session, delay.id, case_id=case_id)
    elif event.answer == DelayAnswer.SWAP:
        _swap(session, event.order_id, event.delay_id, event.others)
        shipping.carried_out(session, delay.id)


def _compensate(session: Session, delay: ShipDelay, order_id: UUID) -> bool:
    watch = session.get_one(ShipWatch, order_id)
    if watch.compensation_cents <= 0:
        return False
    order = session.get_one(Order, order_id)
    case = compensate(
        session,
        robot(),
        order_id=order_id,
        cents=watch.compensation_cents,
        currency=order.currency,
        reason=Reason.LATE_SHIP,
        words="延迟发货赔付",
        key=delay.id,
    )
    cents = case.requested_cents
    shipping.carried_out(session, delay.id, case_id=case.id, compensated_cents=cents)
    return True


def _refund(session: Session, order_id: UUID, key: UUID, words: str) -> UUID:
    lines = [Wanted(line.id, line.quantity or 1) for line in orders.lines(session, order_id)]
    request = Request(
        kind=CaseKind.REFUND_ONLY, reason=Reason.LATE_SHIP, lines=lines, text=words or "等不及了"
    )
    return open_case(session, robot(), order_id=order_id, request=request, key=key).id


def _swap(session: Session, order_id: UUID, key: UUID, others: Sequence[dict[str, Any]]) -> None:
    becomes = [
        Becomes(UUID(each["order_line_id"]), UUID(each["sku_id"]), int(each["qty"]))
        for each in others
    ]
    change = Change(AmendmentKind.SWAP_ITEMS, swaps=becomes)
    amend(session, robot(), order_id=order_id, change=change, key=key)
