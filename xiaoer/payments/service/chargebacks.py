"""The buyer's bank takes a payment back, whether we agree or not (T28)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor
from xiaoer.orders import service as orders
from xiaoer.payments.events import ChargedBack
from xiaoer.payments.models import (
    Account,
    Direction,
    Movement,
    MovementState,
    Payment,
    Purpose,
)
from xiaoer.payments.service import accounts, ledger, moving
from xiaoer.payments.service.accounts import Held

BEYOND = "beyond"


def take(
    session: Session,
    actor: Actor,
    *,
    name: str,
    charge_ref: str,
    ref: str,
    cents: int,
    currency: str,
) -> bool:
    """Book a chargeback against its payment; whether there is such a payment.

    Refunds that are set aside and not yet sent make way for it, so the buyer is not paid twice.
    What had gone back already is booked as a loss, beside the cap, and shown to people.
    """
    found = session.scalar(
        select(Payment).where(Payment.provider == name, Payment.provider_ref == charge_ref)
    )
    if found is None or found.currency != currency or cents <= 0:
        return False
    held = accounts.hold(session, actor, found.order_id)
    payment = held.payment(found.id)
    assert payment is not None
    _make_way(session, actor, held, payment, cents)
    movement, beyond = _book(session, payment, name, ref, cents)
    session.flush()
    told = ChargedBack(**moving.facts_of(movement) | {"cents": cents}, beyond_cents=beyond)
    events.emit(session, actor, told)
    return True


def _book(
    session: Session, payment: Payment, name: str, ref: str, cents: int
) -> tuple[Movement, int]:
    """The movements of a chargeback; the last one, and how much went beyond the cap."""
    within = min(cents, payment.left_cents)
    beyond = cents - within
    if within:
        movement = _movement(session, payment, name, ref, within)
        movement.payment_id = payment.id
        payment.settled_cents += within
        session.flush()
        ledger.write(session, movement, Account.SALES, Account.CLEARING, "charged back")
        orders.count_money(session, order_id=payment.order_id, refunded_cents=within)
    if beyond:
        movement = _movement(session, payment, name, f"{ref}:{BEYOND}", beyond)
        movement.conflict = "charged back after a refund"
        movement.people_by = clock.now()
        session.flush()
        ledger.write(session, movement, Account.LOSSES, Account.CLEARING, "charged back")
    return movement, beyond


def _make_way(session: Session, actor: Actor, held: Held, payment: Payment, cents: int) -> None:
    waiting = session.scalars(
        select(Movement)
        .where(Movement.payment_id == payment.id, Movement.state == MovementState.RESERVED)
        .where(Movement.direction == Direction.OUT)
        .order_by(Movement.id.desc())
        .with_for_update(key_share=True),
        execution_options={"populate_existing": True},
    ).all()
    for movement in waiting:
        if payment.left_cents >= cents:
            return
        moving.fail(session, actor, held, movement, "charged_back")


def _movement(session: Session, payment: Payment, name: str, ref: str, cents: int) -> Movement:
    now = clock.now()
    movement = Movement(
        id=ids.new_id(),
        shop_id=payment.shop_id,
        order_id=payment.order_id,
        instrument_id=payment.instrument_id,
        direction=Direction.OUT,
        purpose=Purpose.CHARGEBACK,
        cents=cents,
        currency=payment.currency,
        state=MovementState.SETTLED,
        reason_ref=payment.id,
        provider=name,
        provider_ref=ref,
        submitted_at=now,
        ended_at=now,
    )
    session.add(movement)
    return movement
