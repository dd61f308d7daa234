"""What becomes of a movement. Callers hold the order, its payments and the movement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor
from xiaoer.orders import service as orders
from xiaoer.payments import provider, queries, rules
from xiaoer.payments.events import (
    ChargeUnknown,
    RefundDisagrees,
    RefundFailed,
    RefundOverdue,
    RefundReversed,
    RefundSettled,
    RefundUnknown,
)
from xiaoer.payments.models import (
    STORED_VALUE,
    Account,
    Direction,
    Instrument,
    Movement,
    MovementState,
)
from xiaoer.payments.service import accounts, ledger
from xiaoer.payments.service.accounts import Held

S = MovementState


def provider_for(shop_id: UUID, used: Instrument) -> str:
    return ledger.HOUSE if used.kind in STORED_VALUE else provider.of_shop(shop_id)


def lock_movements(session: Session, payout_id: UUID) -> list[Movement]:
    query = select(Movement).where(Movement.payout_id == payout_id).order_by(Movement.id)
    locked = query.with_for_update(key_share=True)
    return list(session.scalars(locked, execution_options={"populate_existing": True}))


def hold_movement(
    session: Session, actor: Actor, movement_id: UUID, order_id: UUID | None = None
) -> tuple[Held, Movement]:
    """Lock a movement with its order and payments, in the one order of locks. `order_id`: known to
    the caller already, else it is read first."""
    if order_id is None:
        order_id = queries.movement(session, actor, movement_id).order_id
    held = accounts.hold(session, actor, order_id)
    return held, queries.movement(session, actor, movement_id, lock=True)


def facts_of(movement: Movement) -> dict[str, Any]:
    """What every event about a movement tells."""
    return {
        "shop_id": movement.shop_id,
        "order_id": movement.order_id,
        "currency": movement.currency,
        "movement_id": movement.id,
        "payout_id": movement.payout_id,
        "reason_ref": movement.reason_ref,
        "purpose": movement.purpose,
        "cents": movement.cents,
        "instrument_id": movement.instrument_id,
    }


def settle(
    session: Session,
    actor: Actor,
    held: Held,
    movement: Movement,
    *,
    provider_ref: str = "",
    by_hand: bool = False,
) -> None:
    """The money went out: the reservation becomes a refund, for good."""
    rules.check_move(movement.state, S.SETTLED)
    used = accounts.hold_instruments(session, {movement.instrument_id})[movement.instrument_id]
    movement.provider_ref = provider_ref
    now = end(movement, S.SETTLED)
    movement.expected_at = now + rules.ARRIVES_WITHIN[used.kind]
    if payment := held.payment(movement.payment_id):
        payment.reserved_cents -= movement.cents
        payment.settled_cents += movement.cents
        orders.count_money(session, order_id=movement.order_id, refunded_cents=movement.cents)
    through = Account.CASH if by_hand else rules.paid_through(used.kind)
    ledger.pay(session, movement, used, through)
    left = queries.still_open(session, movement)
    told = RefundSettled(
        **facts_of(movement),
        provider_ref=provider_ref,
        expected_at=movement.expected_at,
        open_movements=left,
    )
    events.emit(session, actor, told)


def fail(session: Session, actor: Actor, held: Held, movement: Movement, failure: str) -> None:
    """Refused for good: the cap is free again, and a person must look."""
    rules.check_move(movement.state, S.FAILED)
    _unreserve(session, held, movement, "failed")
    end(movement, S.FAILED)
    movement.failure = failure[:60]
    movement.people_by = clock.now() + rules.PEOPLE_WITHIN
    session.flush()
    events.emit(session, actor, RefundFailed(**facts_of(movement), failure=movement.failure))


def give_up(session: Session, held: Held, movement: Movement) -> None:
    rules.check_move(movement.state, S.RELEASED)
    _unreserve(session, held, movement, "released")
    end(movement, S.RELEASED)


def become_unknown(session: Session, actor: Actor, movement: Movement) -> None:
    """No answer: the reservation stands, and the provider is asked under the same key."""
    movement.claimed_until = None
    movement.next_check_at = rules.next_check(movement.attempts, clock.now(), reached=True)
    if movement.state is not S.UNKNOWN:
        rules.check_move(movement.state, S.UNKNOWN)
        movement.state = S.UNKNOWN
        session.flush()
        unknown = RefundUnknown if movement.direction is Direction.OUT else ChargeUnknown
        events.emit(session, actor, unknown(**facts_of(movement)))


def wait(movement: Movement, *, reached: bool) -> None:
    """Ask again later; nothing else changes."""
    movement.claimed_until = None
    movement.next_check_at = rules.next_check(movement.attempts, clock.now(), reached=reached)


def reverse(session: Session, actor: Actor, held: Held, movement: Movement) -> None:
    """A settled refund came back: it is not refunded any more, and owed again (T28)."""
    rules.check_move(movement.state, S.REVERSED)
    end(movement, S.REVERSED)
    if payment := held.payment(movement.payment_id):
        payment.settled_cents -= movement.cents
        orders.count_money(session, order_id=movement.order_id, refunded_cents=-movement.cents)
    ledger.write(session, movement, Account.CLEARING, rules.pays_from(movement.purpose), "reversed")
    movement.people_by = clock.now() + rules.PEOPLE_WITHIN
    session.flush()
    events.emit(session, actor, RefundReversed(**facts_of(movement)))


def contradict(session: Session, actor: Actor, movement: Movement, told: str) -> None:
    """The provider says the contrary of what we hold: shown to people, never followed (I12)."""
    movement.conflict = told[:60]
    movement.people_by = clock.now()
    session.flush()
    events.emit(
        session,
        actor,
        RefundDisagrees(**facts_of(movement), told=told, held=movement.state.value),
    )


def call_people(session: Session, actor: Actor, movements: Sequence[Movement]) -> None:
    """Neither done nor refused for too long."""
    for movement in movements:
        movement.people_by = clock.now()
    session.flush()
    events.emit_many(session, actor, [RefundOverdue(**facts_of(each)) for each in movements])


def _unreserve(session: Session, held: Held, movement: Movement, memo: str) -> None:
    if payment := held.payment(movement.payment_id):
        payment.reserved_cents -= movement.cents
    ledger.give_up(session, movement, memo)


def end(movement: Movement, state: MovementState) -> datetime:
    now: datetime = clock.now()
    movement.state, movement.ended_at = state, now
    movement.claimed_until = movement.next_check_at = movement.people_by = None
    movement.conflict = ""
    return now
