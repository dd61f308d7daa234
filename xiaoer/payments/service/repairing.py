"""How a movement that went wrong is put right. Callers hold it, and have checked that they may."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import events, ids
from xiaoer.core.auth import Actor
from xiaoer.payments import queries, rules
from xiaoer.payments.errors import AboveCap
from xiaoer.payments.events import RefundRerouted
from xiaoer.payments.models import Account, Instrument, Movement, MovementState
from xiaoer.payments.rules import Source
from xiaoer.payments.service import ledger, moving, submitting
from xiaoer.payments.service.accounts import Held

S = MovementState


def check_destination(
    session: Session, held: Held, movement: Movement, instrument_id: UUID
) -> Instrument:
    """An original instrument, or any of the same buyer's: a person decides (I7)."""
    used = queries.instrument_of_shop(session, held.order.shop_id, instrument_id)
    payment = held.payment(movement.payment_id)
    paid_with = [payment] if payment else held.payments
    rules.may_receive(
        used,
        sources=[Source(each.id, each.instrument_id, 0, stored_value=False) for each in paid_with],
        shop_id=held.order.shop_id,
        customer_id=held.order.customer_id,
        currency=held.order.currency,
        any_own=True,
    )
    return used


def replace(
    session: Session, actor: Actor, held: Held, failed: Movement, instrument_id: UUID
) -> Movement:
    """A new movement, with a key of its own, in place of one that is known to have failed."""
    used = check_destination(session, held, failed, instrument_id)
    _draw_again(held, failed)
    movement = Movement(
        id=ids.new_id(),
        shop_id=failed.shop_id,
        order_id=failed.order_id,
        payout_id=failed.payout_id,
        payment_id=failed.payment_id,
        instrument_id=used.id,
        direction=failed.direction,
        purpose=failed.purpose,
        cents=failed.cents,
        currency=failed.currency,
        state=S.RESERVED,
        reason_ref=failed.reason_ref,
        drain=failed.drain,
        provider=moving.provider_for(failed.shop_id, used),
        replaces_id=failed.id,
    )
    failed.people_by = None
    session.add(movement)
    session.flush()
    ledger.reserve(session, movement)
    told = RefundRerouted(**moving.facts_of(movement), replaces_id=failed.id)
    events.emit(session, actor, told)
    submitting.send(session, actor, held, movement)
    session.flush()
    return movement


def pay_outside(session: Session, actor: Actor, held: Held, failed: Movement, proof: str) -> None:
    """It was paid in another way than through a provider."""
    _draw_again(held, failed)
    ledger.reserve(session, failed)
    failed.provider = ledger.BY_HAND
    moving.settle(session, actor, held, failed, by_hand=True)
    failed.proof = proof


def believe_settled(
    session: Session, actor: Actor, held: Held, movement: Movement, proof: str
) -> None:
    """Somebody asked the provider, and the money did go out."""
    movement.proof = proof
    if movement.state is not S.FAILED:
        submitting.finish(session, actor, held, movement, movement.provider_ref)
        return
    payment = held.payment(movement.payment_id)
    replaced = queries.replacement(session, movement.id) is not None
    if replaced or (payment is not None and payment.left_cents < movement.cents):
        # Paid twice, or beyond what was paid: the cap stands, the shop bears it.
        ledger.write(session, movement, Account.LOSSES, Account.CLEARING, "paid after a failure")
        movement.conflict, movement.people_by = "", None
        return
    _draw_again(held, movement)
    ledger.reserve(session, movement)
    moving.settle(session, actor, held, movement, provider_ref=movement.provider_ref)


def believe_failed(
    session: Session, actor: Actor, held: Held, movement: Movement, proof: str
) -> None:
    """Somebody asked the provider, and the money did not go out."""
    movement.proof = proof
    if movement.state is S.SETTLED:
        moving.reverse(session, actor, held, movement)
    else:
        submitting.refuse(session, actor, held, movement, "confirmed_by_hand")


def _draw_again(held: Held, movement: Movement) -> None:
    """The cap that was freed when it failed, if it is still there."""
    payment = held.payment(movement.payment_id)
    if payment is None:
        return
    if payment.left_cents < movement.cents:
        raise AboveCap(left_cents=payment.left_cents, asked_cents=movement.cents)
    payment.reserved_cents += movement.cents
