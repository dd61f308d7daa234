"""The money of an order that is changed before it is shipped."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Amendment, AmendmentKind
from xiaoer.aftersales.service.holding import robot
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_verbs
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.payments import queries as paid
from xiaoer.payments import service as payments
from xiaoer.payments.models import Purpose
from xiaoer.tasks import service as tasks

UNPAID_WITHIN = timedelta(hours=4)


def settle(
    session: Session,
    boss: Actor,
    order: Order,
    amendment_id: UUID,
    kind: AmendmentKind,
    due: int,
    used: UUID | None,
) -> None:
    """Charge what is due, or give it back; a new payment pays all and the old one is refunded."""
    money = order.currency
    if kind is AmendmentKind.CHANGE_PAYMENT:
        due = paid.refundable(session, boss, order.id).left_cents
    if due == 0 or used is None:
        return
    common: dict[str, Any] = {"order_id": order.id, "reason_ref": amendment_id}
    if due < 0:
        _give_back(session, boss, common, -due, money, used, amendment_id)
        return
    payments.charge(
        session,
        boss,
        instrument_id=used,
        cents=due,
        currency=money,
        key=uuid5(amendment_id, "charge"),
        purpose=Purpose.TOP_UP,
        **common,
    )
    if kind is AmendmentKind.CHANGE_PAYMENT:
        _give_back(session, boss, common, due, money, None, amendment_id)


def charge_failed(session: Session, amendment_id: UUID) -> None:
    """The buyer did not pay for a change that is made already: a person has to see to it."""
    made = session.get(Amendment, amendment_id)
    if made is None:
        return
    held = orders.get(session, robot(), made.order_id, lock=True)
    if held.status == OrderStatus.PAID:
        order_verbs.move(session, robot(), order_id=held.id, status=OrderStatus.HELD)
    tasks.open_task(
        session,
        robot(),
        title=f"改单补款失败 · {held.order_no}",
        kind="amendment_unpaid",
        due_at=clock.now() + UNPAID_WITHIN,
        shop_id=made.shop_id,
        subject_type="order",
        subject_id=made.order_id,
    )


def _give_back(
    session: Session,
    boss: Actor,
    common: dict[str, Any],
    cents: int,
    currency: str,
    to: UUID | None,
    amendment_id: UUID,
) -> None:
    made = payments.reserve(
        session,
        boss,
        ask=payments.Ask(cents=cents, currency=currency, to=to, any_own=to is not None),
        key=uuid5(amendment_id, "back"),
        **common,
    )
    for payout_id in dict.fromkeys(each.payout_id for each in made):
        assert payout_id is not None
        payments.submit(session, boss, payout_id=payout_id)
