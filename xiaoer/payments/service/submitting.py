"""Sending a movement: a worker claims it, talks to the provider, and writes what came of it."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import UUID

from sqlalchemy import DateTime, bindparam, or_, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from xiaoer.core import batching, clock, db, events, queue
from xiaoer.core.auth import Actor, system
from xiaoer.core.prepared import among, by_ids, prepared
from xiaoer.core.remembering import once_each
from xiaoer.payments import provider, queries, rules
from xiaoer.payments.events import ChargeSubmitted, RefundSubmitted
from xiaoer.payments.models import Direction, Instrument, Movement, MovementState, Payment
from xiaoer.payments.provider import Answer, ProviderAway, ProviderSilent, Verdict
from xiaoer.payments.service import accounts, collecting, ledger, moving
from xiaoer.payments.service.accounts import Held

TASK = "payments.submit"
WORKER = "payments"
CALLS_AT_ONCE = batching.MOST
"""All that share a transaction when they are claimed: each answers within its lease."""
logger = logging.getLogger(__name__)
S = MovementState
Said = Answer | ProviderAway | ProviderSilent


def send(session: Session, actor: Actor, held: Held, movement: Movement) -> None:
    """Put a reserved movement on its way. Stored value arrives at once."""
    rules.check_move(movement.state, S.SUBMITTED)
    now = clock.now()
    movement.state, movement.submitted_at = S.SUBMITTED, now
    outside = movement.provider != ledger.HOUSE
    movement.next_check_at = now + rules.LEASE if outside else None
    told = RefundSubmitted if movement.direction is Direction.OUT else ChargeSubmitted
    events.emit(session, actor, told(**moving.facts_of(movement)))
    if outside:
        queue.defer(session, TASK, {"movement_id": str(movement.id)}, dedupe=f"pay:{movement.id}")
    else:
        finish(session, actor, held, movement, "")


def carry_out(session: Session, movement_ids: Sequence[UUID]) -> Callable[[], None] | None:
    """One attempt for each, claimed here; what it gives back asks the provider and writes what came
    of it, outside of any transaction while the provider is asked.

    A movement is claimed by compare-and-set, so a second worker, or a job run twice, does nothing.
    Killed in between: the claim runs out, and `reconciling` finds out what happened.
    """
    taken = _taken(session, movement_ids, (S.SUBMITTED,))
    return partial(_carry_out, taken, _told(session, taken)) if taken else None


def _carry_out(taken: Sequence[Movement], told: Sequence[tuple[str, provider.Order]]) -> None:
    answers = [
        (each, answer)
        for each, answer in zip(taken, _calls.map(_asked, told), strict=True)
        if answer is not None
    ]
    try:
        _record_all(answers)
    except Exception as failure:  # noqa: BLE001 - each is tried alone, and then says why
        logger.info("%d answers could not be written together: %s", len(answers), failure)
        for each in answers:
            _record_alone(*each)


def _asked(told: tuple[str, provider.Order]) -> Said | None:
    try:
        return call(*told)
    except Exception:
        logger.exception("Movement %s could not be carried out.", told[1].key)
        return None


def _record_all(answers: Sequence[tuple[Movement, Said]]) -> None:
    actor = system(WORKER)
    movements = [each for each, _ in answers]
    refs = {
        (each.provider, said.provider_ref)
        for each, said in answers
        if isinstance(said, Answer) and said.provider_ref
    }
    with db.transaction() as session, once_each(session), events.together(session):
        order_ids = {each.order_id for each in movements}
        used = {each.instrument_id for each in movements}
        accounts.lock_ahead(session, actor, order_ids, used)
        queries.lock_ahead(session, movements)
        queries.refs_ahead(session, refs)
        for each, said in answers:
            record(session, actor, each.id, said, each.order_id)


def _record_alone(movement: Movement, said: Said) -> None:
    try:
        with db.transaction() as session, once_each(session), events.together(session):
            record(session, system(WORKER), movement.id, said, movement.order_id)
    except Exception:
        # The claim runs out, and it is found out again: nothing of the others is lost.
        logger.exception("What came of movement %s could not be written.", movement.id)


_calls = ThreadPoolExecutor(CALLS_AT_ONCE, thread_name_prefix="provider")


def claim(
    session: Session, movement_id: UUID, states: tuple[MovementState, ...]
) -> tuple[str, provider.Order] | None:
    """Take the movement for a while; None when somebody else has it or it is over."""
    taken = _taken(session, [movement_id], states)
    return _told(session, taken)[0] if taken else None


def _taken(
    session: Session, movement_ids: Sequence[UUID], states: tuple[MovementState, ...]
) -> Sequence[Movement]:
    now = clock.now()
    lease = now + rules.LEASE
    return _taking(states).all(session, ids=list(movement_ids), now=now, lease=lease)


@prepared
def _taking(states: tuple[MovementState, ...]) -> ReturningUpdate[Movement]:
    moment = DateTime(timezone=True)
    now, lease = bindparam("now", type_=moment), bindparam("lease", type_=moment)
    return (
        update(Movement)
        .where(
            Movement.id == among("ids"),
            Movement.state.in_(states),
            or_(Movement.claimed_until.is_(None), Movement.claimed_until < now),
        )
        .values(claimed_until=lease, next_check_at=lease, attempts=Movement.attempts + 1)
        .returning(Movement)
    )


def _told(session: Session, taken: Sequence[Movement]) -> list[tuple[str, provider.Order]]:
    """Each as its provider is told of it."""
    used = queries.instruments(session, {each.instrument_id for each in taken})
    drawn = {each.payment_id for each in taken if each.payment_id}
    found = by_ids(Payment).all(session, ids=list(drawn)) if drawn else ()
    paid: dict[UUID | None, Payment] = {each.id: each for each in found}
    return [
        (each.provider, _order_of(each, used[each.instrument_id], paid.get(each.payment_id)))
        for each in taken
    ]


def order_of(session: Session, movement: Movement) -> provider.Order:
    """The movement as the provider is told of it; always under the movement's id (I11)."""
    used = session.get_one(Instrument, movement.instrument_id)
    payment = session.get(Payment, movement.payment_id) if movement.payment_id else None
    return _order_of(movement, used, payment)


def _order_of(movement: Movement, used: Instrument, payment: Payment | None) -> provider.Order:
    # Only what goes back to the card that paid is a refund of that charge; the rest is paid out.
    back = payment is not None and payment.instrument_id == movement.instrument_id
    incoming = movement.direction is Direction.IN
    return provider.Order(
        key=movement.id,
        kind="charge" if incoming else "refund" if back else "payout",
        cents=movement.cents,
        currency=movement.currency,
        instrument=used.external_id,
        charge_ref=payment.provider_ref if payment and back and not incoming else "",
        charge_cents=payment.captured_cents if payment and back and not incoming else 0,
    )


def call(name: str, told: provider.Order) -> Said:
    try:
        return provider.named(name).carry_out(told)
    except (ProviderAway, ProviderSilent) as silence:
        return silence


def record(
    session: Session,
    actor: Actor,
    movement_id: UUID,
    answer: Said,
    order_id: UUID | None = None,
) -> Movement:
    """Write what came of an attempt. Another one, or a callback, may have been faster."""
    held, movement = moving.hold_movement(session, actor, movement_id, order_id)
    if movement.state not in (S.SUBMITTED, S.UNKNOWN):
        if isinstance(answer, Answer):
            contradiction(session, actor, movement, answer)
        return movement
    if isinstance(answer, ProviderAway):
        moving.wait(movement, reached=False)
    elif isinstance(answer, ProviderSilent):
        moving.become_unknown(session, actor, movement)
    elif answer.verdict is Verdict.SETTLED:
        finish(session, actor, held, movement, answer.provider_ref)
    elif answer.verdict is Verdict.FAILED:
        refuse(session, actor, held, movement, answer.failure)
    else:
        moving.wait(movement, reached=True)
    return movement


def finish(
    session: Session, actor: Actor, held: Held, movement: Movement, provider_ref: str
) -> None:
    if provider_ref and queries.ref_taken(session, movement, provider_ref):
        moving.contradict(session, actor, movement, f"reference {provider_ref} used twice")
    elif movement.direction is Direction.IN:
        collecting.settle(session, actor, held, movement, provider_ref)
    else:
        moving.settle(session, actor, held, movement, provider_ref=provider_ref)


def refuse(session: Session, actor: Actor, held: Held, movement: Movement, failure: str) -> None:
    if movement.direction is Direction.IN:
        collecting.fail(session, actor, movement, failure)
    else:
        moving.fail(session, actor, held, movement, failure)


def contradiction(session: Session, actor: Actor, movement: Movement, answer: Answer) -> None:
    """An answer that comes after the movement has ended: either it agrees, or people must know."""
    agrees = {
        S.SETTLED: (Verdict.SETTLED, Verdict.PENDING),
        S.REVERSED: (Verdict.SETTLED, Verdict.PENDING),
        S.FAILED: (Verdict.FAILED, Verdict.PENDING, Verdict.ABSENT),
        S.RELEASED: (Verdict.FAILED, Verdict.ABSENT),
    }
    if answer.verdict not in agrees.get(movement.state, ()):
        moving.contradict(session, actor, movement, answer.verdict.value)
