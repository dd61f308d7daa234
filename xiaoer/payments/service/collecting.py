"""What becomes of money that comes in. Callers hold the order, its payments and the movement."""

from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor
from xiaoer.orders import service as orders
from xiaoer.payments import rules
from xiaoer.payments.events import ChargeFailed, ChargeSettled
from xiaoer.payments.models import STORED_VALUE, Account, Movement, MovementState, Payment
from xiaoer.payments.service import accounts, ledger, moving
from xiaoer.payments.service.accounts import Held


def settle(
    session: Session, actor: Actor, held: Held, movement: Movement, provider_ref: str
) -> None:
    """The buyer paid: it becomes a payment of the order, which can be refunded like any other."""
    rules.check_move(movement.state, MovementState.SETTLED)
    used = accounts.hold_instruments(session, {movement.instrument_id})[movement.instrument_id]
    payment = Payment(
        shop_id=movement.shop_id,
        order_id=movement.order_id,
        instrument_id=used.id,
        provider=movement.provider,
        provider_ref=provider_ref,
        currency=movement.currency,
        captured_cents=movement.cents,
        reserved_cents=0,
        settled_cents=0,
        imported=False,
    )
    session.add(payment)
    session.flush()
    held.payments.append(payment)
    movement.payment_id, movement.provider_ref = payment.id, provider_ref
    moving.end(movement, MovementState.SETTLED)
    stored = used if used.kind in STORED_VALUE else None
    through = rules.paid_through(used.kind)
    ledger.write(session, movement, through, Account.SALES, "paid", instrument=stored)
    orders.count_money(session, order_id=movement.order_id, paid_cents=movement.cents)
    session.flush()
    told = ChargeSettled(**moving.facts_of(movement), payment_id=payment.id)
    events.emit(session, actor, told)


def fail(session: Session, actor: Actor, movement: Movement, failure: str) -> None:
    rules.check_move(movement.state, MovementState.FAILED)
    moving.end(movement, MovementState.FAILED)
    movement.failure = failure[:60]
    movement.people_by = clock.now() + rules.PEOPLE_WITHIN
    session.flush()
    events.emit(session, actor, ChargeFailed(**moving.facts_of(movement), failure=failure[:60]))
