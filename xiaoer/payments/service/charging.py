"""Taking money from the buyer: the difference of an exchange, a repair, another way to pay."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.orders import queries as orders
from xiaoer.payments import queries, rules
from xiaoer.payments.errors import BalanceTooLow, InstrumentNotFound
from xiaoer.payments.models import Direction, Instrument, Movement, MovementState, Purpose
from xiaoer.payments.service import accounts, moving, submitting
from xiaoer.payments.service.accounts import Held


def charge(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    instrument_id: UUID,
    cents: int,
    currency: str,
    reason_ref: UUID,
    key: UUID,
    purpose: Purpose = Purpose.TOP_UP,
) -> Movement:
    """Charge the buyer. Stored value pays at once, or refuses (`BalanceTooLow`); others are told
    of with `ChargeSettled` or `ChargeFailed`. Same `key` and same content: the same movement."""
    actor.must(Permission.PAYMENTS_CHARGE)
    orders.get(session, actor, order_id, lock=True)

    def do() -> dict[str, Any]:
        held = accounts.hold(session, actor, order_id)
        used = _payer(session, held, instrument_id, cents, currency)
        movement = _movement(held, used, cents, reason_ref, purpose)
        session.add(movement)
        session.flush()
        submitting.send(session, actor, held, movement)
        session.flush()
        return {"movement": movement.id}

    content = [instrument_id, cents, currency, reason_ref, purpose]
    with session.begin_nested():
        answer = once(session, scope=f"payments.charge:{order_id}", key=key, content=content, do=do)
    return queries.by_ids(session, [UUID(str(answer["movement"]))])[0]


def _payer(
    session: Session, held: Held, instrument_id: UUID, cents: int, currency: str
) -> Instrument:
    order = held.order
    rules.check_amount(cents, currency, order.currency)
    used = accounts.hold_instruments(session, {instrument_id}).get(instrument_id)
    theirs = used is not None and used.shop_id == order.shop_id
    if used is None or not theirs or used.customer_id != order.customer_id:
        raise InstrumentNotFound
    rules.check_amount(cents, currency, used.currency)
    if used.balance_cents is not None and used.balance_cents < cents:
        raise BalanceTooLow(balance_cents=used.balance_cents, asked_cents=cents)
    return used


def _movement(
    held: Held, used: Instrument, cents: int, reason_ref: UUID, purpose: Purpose
) -> Movement:
    return Movement(
        id=ids.new_id(),
        shop_id=held.order.shop_id,
        order_id=held.order.id,
        instrument_id=used.id,
        direction=Direction.IN,
        purpose=purpose,
        cents=cents,
        currency=held.order.currency,
        state=MovementState.RESERVED,
        reason_ref=reason_ref,
        provider=moving.provider_for(held.order.shop_id, used),
    )
