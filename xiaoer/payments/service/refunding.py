"""Setting money aside for buyers: the one place that locks, checks the cap, and writes."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import noted, once
from xiaoer.core.remembering import remembered
from xiaoer.core.writing import filled
from xiaoer.orders import queries as orders
from xiaoer.payments import queries, rules
from xiaoer.payments.errors import MovementCannot, NothingPaid
from xiaoer.payments.events import RefundReleased, RefundReserved
from xiaoer.payments.models import (
    OWN_MONEY,
    Direction,
    Instrument,
    Movement,
    MovementState,
    Payment,
    Payout,
    Purpose,
    Share,
)
from xiaoer.payments.rules import Source
from xiaoer.payments.service import accounts, ledger, moving, planning, submitting
from xiaoer.payments.service.accounts import Held
from xiaoer.payments.service.planning import Ask, Part


def preview(session: Session, actor: Actor, *, order_id: UUID, ask: Ask) -> list[Part]:
    """What `reserve` would do, exactly; nothing is set aside. Raises the same refusals."""
    actor.must(Permission.PAYMENTS_READ)
    return planning.plan(session, accounts.hold(session, actor, order_id), ask).parts


def reserve(
    session: Session, actor: Actor, *, order_id: UUID, ask: Ask, reason_ref: UUID, key: UUID
) -> list[Movement]:
    """Set money aside, to be sent with `submit`. Same `key` and same content: the same movements.

    Locks the order, its payments and, for stored value, instruments. Raises `AboveCap`,
    `AboveEntitlement`, `FreightRefunded`, `UnknownUnit`, `AmountsDoNotAddUp`,
    `AmountNotPositive`, `OtherCurrency`, `DestinationNotAllowed`; `KeyReused` for another content.
    """
    actor.must(Permission.PAYMENTS_REFUND)
    orders.get(session, actor, order_id, lock=True)

    scope, content = f"payments.reserve:{order_id}", [asdict(ask), reason_ref]
    held = accounts.hold(session, actor, order_id)
    if held.opened and not held.made:  # in this transaction: nobody can have used the key
        made = _reserve(session, actor, held, ask, reason_ref)
        noted(session, scope=scope, key=key, content=content, answer=_answer(made))
        return made
    return _once(
        session, scope, key, content, lambda: _reserve(session, actor, held, ask, reason_ref)
    )


def compensate(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    cents: int,
    currency: str,
    reason_ref: UUID,
    key: UUID,
    purpose: Purpose = Purpose.COMPENSATION,
    to: UUID | None = None,
) -> list[Movement]:
    """Set the shop's own money aside for the buyer: no payment's cap is drawn, no unit used up.

    It goes to `to`, which must be the buyer's or have paid for the order; else to how the order
    was paid. How much may be given is policy, checked by the caller.
    """
    actor.must(Permission.PAYMENTS_COMPENSATE)
    assert purpose in OWN_MONEY
    orders.get(session, actor, order_id, lock=True)

    def do() -> list[Movement]:
        held = accounts.hold(session, actor, order_id)
        rules.check_amount(cents, currency, held.order.currency)
        used = _receiver(session, held, to)
        payout = _payout(session, held, reason_ref, purpose, gross=cents, cents=cents)
        made = _movement(held, payout, None, used, cents)
        return _set_aside(session, actor, held, payout, [made])

    content = [cents, currency, reason_ref, purpose, to]
    return _once(session, f"payments.compensate:{order_id}", key, content, do)


def submit(session: Session, actor: Actor, *, payout_id: UUID) -> list[Movement]:
    """Send what is set aside: stored value moves now, the rest is left to the worker."""
    actor.must(Permission.PAYMENTS_REFUND)
    held, movements = _held_payout(session, actor, payout_id)
    # All at once, in their order: stored value moves one after the other below.
    stored = {each.instrument_id for each in movements if each.provider == ledger.HOUSE}
    if stored:
        accounts.hold_instruments(session, stored)
    for movement in movements:
        if movement.state is MovementState.RESERVED:
            submitting.send(session, actor, held, movement)
    return movements


def release(session: Session, actor: Actor, *, payout_id: UUID, why: str) -> list[Movement]:
    """Give up a payout: what is reserved or failed can be drawn again.

    Raises `MovementCannot` when any of it is on its way, or has settled.
    """
    actor.must(Permission.PAYMENTS_REFUND)
    held, movements = _held_payout(session, actor, payout_id)
    for movement in movements:
        if movement.state not in _CAN_BE_GIVEN_UP or movement.conflict:
            raise MovementCannot(state=movement.state.value)
    for movement in movements:
        if movement.state is MovementState.RESERVED:
            moving.give_up(session, held, movement)
        movement.people_by = None
    payout = session.get_one(Payout, payout_id)
    if payout.released_at is None:
        payout.released_at = clock.now()
        ledger.hand_back(session, payout)
        _release_shares(session, payout)
        _announce_release(session, actor, payout, why)
    return movements


_CAN_BE_GIVEN_UP = (MovementState.RESERVED, MovementState.FAILED, MovementState.RELEASED)


def _release_shares(session: Session, payout: Payout) -> None:
    session.flush()
    session.execute(update(Share).where(Share.payout_id == payout.id).values(released=True))


def _announce_release(session: Session, actor: Actor, payout: Payout, why: str) -> None:
    told = RefundReleased(
        shop_id=payout.shop_id,
        order_id=payout.order_id,
        currency=payout.currency,
        payout_id=payout.id,
        reason_ref=payout.reason_ref,
        why=why,
    )
    events.emit(session, actor, told)


def _answer(made: Sequence[Movement]) -> dict[str, Any]:
    return {"movements": [each.id for each in made]}


def _once(
    session: Session, scope: str, key: UUID, content: Any, do: Callable[[], list[Movement]]
) -> list[Movement]:
    made: list[Movement] = []

    def done() -> dict[str, Any]:
        made.extend(do())
        return _answer(made)

    with session.begin_nested():  # a refusal leaves nothing, even if the caller goes on
        answer = once(session, scope=scope, key=key, content=content, do=done)
    return made or queries.by_ids(session, [UUID(str(each)) for each in answer["movements"]])


def _held_payout(session: Session, actor: Actor, payout_id: UUID) -> tuple[Held, list[Movement]]:
    known: dict[UUID, Held] = remembered(session, "payouts", dict)
    if payout_id in known and actor.reaches(known[payout_id].order.shop_id):
        return known[payout_id], known[payout_id].made[payout_id]
    payout = queries.payout(session, actor, payout_id)
    held = accounts.hold(session, actor, payout.order_id)
    return held, moving.lock_movements(session, payout_id)


def _receiver(session: Session, held: Held, to: UUID | None) -> Instrument:
    """Whom the shop's own money goes to."""
    paid_with = {each.instrument_id for each in held.payments}
    if to is None:
        if not held.payments:
            raise NothingPaid
        return queries.instrument_of_shop(
            session, held.order.shop_id, held.payments[0].instrument_id
        )
    used = queries.instrument_of_shop(session, held.order.shop_id, to)
    rules.may_receive(
        used,
        sources=[Source(used.id, each, 0, stored_value=False) for each in paid_with],
        shop_id=held.order.shop_id,
        customer_id=held.order.customer_id,
        currency=held.order.currency,
        any_own=True,
    )
    return used


def _reserve(
    session: Session, actor: Actor, held: Held, ask: Ask, reason_ref: UUID
) -> list[Movement]:
    plan = planning.plan(session, held, ask)
    payout = _payout(
        session, held, reason_ref, ask.purpose, gross=plan.gross_cents, cents=ask.cents
    )
    payout.deductions = [asdict(each) for each in ask.deductions]
    ledger.keep_back(session, payout, ask.deductions)
    held.account.drain = plan.drain
    session.add_all(
        Share(
            payout_id=payout.id,
            order_id=held.order.id,
            order_line_id=each.place[0],
            unit=each.place[1],
            cents=each.cents,
        )
        for each in plan.shares
    )
    made = []
    for part in plan.parts:
        payment = held.payment(part.payment_id)
        assert payment is not None
        payment.reserved_cents += part.cents
        movement = _movement(held, payout, payment, part.instrument, part.cents)
        movement.drain = plan.drain
        made.append(movement)
    return _set_aside(session, actor, held, payout, made)


def _payout(
    session: Session, held: Held, reason_ref: UUID, purpose: Purpose, *, gross: int, cents: int
) -> Payout:
    payout = filled(
        Payout(
            id=ids.new_id(),
            shop_id=held.order.shop_id,
            order_id=held.order.id,
            reason_ref=reason_ref,
            purpose=purpose,
            currency=held.order.currency,
            gross_cents=gross,
            cents=cents,
            deductions=[],
        )
    )
    session.add(payout)
    return payout


def _movement(
    held: Held, payout: Payout, payment: Payment | None, to: Instrument, cents: int
) -> Movement:
    return filled(
        Movement(
            id=ids.new_id(),
            shop_id=held.order.shop_id,
            order_id=held.order.id,
            payout_id=payout.id,
            payment_id=payment.id if payment else None,
            instrument_id=to.id,
            direction=Direction.OUT,
            purpose=payout.purpose,
            cents=cents,
            currency=payout.currency,
            state=MovementState.RESERVED,
            reason_ref=payout.reason_ref,
            provider=moving.provider_for(held.order.shop_id, to),
        )
    )


def _set_aside(
    session: Session, actor: Actor, held: Held, payout: Payout, made: list[Movement]
) -> list[Movement]:
    session.add_all(made)
    for movement in made:
        ledger.reserve(session, movement)
    held.made[payout.id] = made
    remembered(session, "payouts", dict[UUID, Held])[payout.id] = held
    told = RefundReserved(
        shop_id=payout.shop_id,
        order_id=payout.order_id,
        currency=payout.currency,
        payout_id=payout.id,
        reason_ref=payout.reason_ref,
        purpose=payout.purpose,
        cents=payout.cents,
        movement_ids=[each.id for each in made],
    )
    events.emit(session, actor, told)
    return made
