"""The payments of an order, opened when they are first needed: imports pay nothing for them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor
from xiaoer.core.prepared import among, locked_by_ids, prepared
from xiaoer.core.remembering import forget, keep, known, remembered
from xiaoer.core.writing import filled
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.payments import provider, queries, rules
from xiaoer.payments.errors import AmountsUnknown
from xiaoer.payments.events import PaymentsOpened, SourceAmountsFollowed
from xiaoer.payments.models import (
    STORED_VALUE,
    Account,
    Direction,
    Instrument,
    Movement,
    MovementState,
    OrderAccount,
    Payment,
    Purpose,
)
from xiaoer.payments.rules import Told
from xiaoer.payments.service import ledger


@dataclass
class Held:
    """An order and its payments, all locked (order, then payments, then instruments)."""

    order: Order
    account: OrderAccount
    payments: list[Payment]
    used: dict[UUID, Instrument] = field(default_factory=dict)
    """Instruments that are known already, by their ids."""
    made: dict[UUID, list[Movement]] = field(default_factory=dict)
    """Payouts of this very transaction, which nobody else can see, with their movements."""
    opened: bool = False
    """In this very transaction: nothing was drawn before."""

    def payment(self, payment_id: UUID | None) -> Payment | None:
        return next((each for each in self.payments if each.id == payment_id), None)

    @property
    def left_cents(self) -> int:
        return sum(each.left_cents for each in self.payments)


def hold(session: Session, actor: Actor, order_id: UUID) -> Held:
    """Lock an order and its payments; they are opened first when nobody needed them before.

    They follow a source that tells of more paid, more refunded, or less paid than before.
    A verb that holds them has them at once.
    """
    order = orders.get(session, actor, order_id, lock=True)
    forget(session, queries.refundable_key(order.id))
    return remembered(session, ("account", order.id), lambda: _hold(session, actor, order))


def _hold(session: Session, actor: Actor, order: Order) -> Held:
    untouched = queries.known_untouched(session, order.id)
    account = None if untouched else session.get(OrderAccount, order.id)
    if account is None:
        if not order.amounts_known:
            raise AmountsUnknown
        account = filled(OrderAccount(order_id=order.id, shop_id=order.shop_id))
        session.add(account)
        queries.touched(session, order.id)
        held = Held(order, account, [], opened=True)
        held.payments += _open(session, held)
        queries.opened(session, order.id, held.payments, held.used)
        _announce(session, actor, PaymentsOpened, held)
        return held
    held = Held(order, account, _locked(session, order.id))
    if _follow(session, held):
        _announce(session, actor, SourceAmountsFollowed, held)
    return held


def _locked(session: Session, order_id: UUID) -> list[Payment]:
    ahead: list[Payment] | None = known(session, ("payments of", order_id))
    if ahead is not None:
        return ahead
    return _paid().all(session, orders=[order_id])


@prepared
def _paid() -> Select[Payment]:
    query = select(Payment).where(Payment.order_id == among("orders")).order_by(Payment.id)
    return query.with_for_update(key_share=True)


@prepared
def _opened_of() -> Select[OrderAccount]:
    return select(OrderAccount).where(OrderAccount.order_id == among("orders"))


def lock_ahead(
    session: Session, actor: Actor, order_ids: Collection[UUID], instrument_ids: Collection[UUID]
) -> None:
    """Lock orders, their payments and instruments that a verb goes on to hold one by one, each
    table in one statement and in the order of locks."""
    orders.lock_ahead(session, actor, order_ids)
    opened = _opened_of().all(session, orders=list(order_ids))
    keep(session, "accounts ahead", opened)  # the session forgets what nobody holds
    paid: dict[UUID, list[Payment]] = {each: [] for each in order_ids}
    for each in _paid().all(session, orders=list(order_ids)):
        paid[each.order_id].append(each)
    for order_id, payments in paid.items():
        keep(session, ("payments of", order_id), payments)
    keep(session, HELD, hold_instruments(session, set(instrument_ids)))


HELD = "instruments held"


def _announce(
    session: Session, actor: Actor, event: type[PaymentsOpened | SourceAmountsFollowed], held: Held
) -> None:
    told = event(
        shop_id=held.order.shop_id,
        order_id=held.order.id,
        currency=held.order.currency,
        captured_cents=sum(each.captured_cents for each in held.payments),
        refunded_cents=sum(each.settled_cents for each in held.payments),
    )
    events.emit(session, actor, told)


def _open(session: Session, held: Held) -> list[Payment]:
    order = held.order
    told = rules.told_payments(order.facts, paid=order.paid_cents, refunded=order.refunded_cents)
    return [_opened(session, held, each, place) for place, each in enumerate(told, start=1)]


def _opened(session: Session, held: Held, told: Told, place: int) -> Payment:
    order = held.order
    used = _instrument(session, held, told, place)
    held.used[used.id] = used
    payment = filled(
        Payment(
            shop_id=order.shop_id,
            order_id=order.id,
            instrument_id=used.id,
            provider=ledger.HOUSE if used.kind in STORED_VALUE else provider.of_shop(order.shop_id),
            provider_ref=f"{order.shop_id.hex[-12:]}:{order.source}:{order.order_no}:{place}",
            currency=order.currency,
            captured_cents=told.paid_cents,
            reserved_cents=0,
            settled_cents=0,
            imported=True,
        )
    )
    session.add(payment)
    ledger.bring_forward(session, payment, told.paid_cents)
    _refunded_at_source(session, order, payment, told.refunded_cents)
    return payment


def _instrument(session: Session, held: Held, told: Told, place: int) -> Instrument:
    order = held.order
    name = told.method or f"{order.source}:{order.order_no}:{place}"
    found = next((each for each in held.used.values() if each.external_id == name), None)
    if found is None and (told.method or not held.opened):  # else nobody can have named it
        found = queries.named(
            session, shop_id=order.shop_id, customer_id=order.customer_id, external_id=name
        )
    if found is not None and found.currency == order.currency:
        return found
    made = filled(
        Instrument(
            shop_id=order.shop_id,
            customer_id=order.customer_id,
            kind=told.kind,
            external_id=name if found is None else f"{name}:{order.currency}",
            currency=order.currency,
            balance_cents=0 if told.kind in STORED_VALUE else None,
        )
    )
    session.add(made)
    return made


def _refunded_at_source(session: Session, order: Order, payment: Payment, cents: int) -> None:
    """What went back before, or without, us: a settled movement like any other."""
    if not cents:
        return
    when: datetime = order.closed_at or clock.now()
    movement = filled(
        Movement(
            shop_id=order.shop_id,
            order_id=order.id,
            payment_id=payment.id,
            instrument_id=payment.instrument_id,
            direction=Direction.OUT,
            purpose=Purpose.REFUND,
            cents=cents,
            currency=payment.currency,
            state=MovementState.SETTLED,
            reason_ref=order.id,
            provider=ledger.IMPORTED,
            submitted_at=when,
            ended_at=when,
            expected_at=when,
        )
    )
    session.add(movement)
    payment.settled_cents += cents
    ledger.write(session, movement, Account.SALES, Account.OPENING, "refunded at the source")


def _follow(session: Session, held: Held) -> bool:
    """Bring imported payments up to the source's sums; our own movements stay as they are."""
    order = held.order
    imported = sum(each.captured_cents for each in held.payments if each.imported)
    captured = sum(each.captured_cents for each in held.payments)
    refunded = sum(each.settled_cents for each in held.payments)
    if imported <= order.paid_cents <= captured and order.refunded_cents <= refunded:
        return False
    changed = False
    if order.paid_cents > captured:
        changed = _grow(session, held, order.paid_cents - captured)
    elif order.paid_cents < imported:
        changed = _shrink(session, held, imported - order.paid_cents)
    if order.refunded_cents > refunded:
        changed |= _refund_more(session, held, order.refunded_cents - refunded)
    return changed


def _grow(session: Session, held: Held, cents: int) -> bool:
    first = next((each for each in held.payments if each.imported), None)
    if first is None:
        held.payments += _open(session, held)
    else:
        first.captured_cents += cents
        ledger.bring_forward(session, first, cents)
    return True


def _shrink(session: Session, held: Held, cents: int) -> bool:
    """Less was paid than told before; what is already on its way back stays covered."""
    before = cents
    for payment in held.payments:
        if payment.imported and (part := min(cents, payment.left_cents)):
            payment.captured_cents -= part
            ledger.bring_forward(session, payment, -part)
            cents -= part
    return cents < before


def _refund_more(session: Session, held: Held, cents: int) -> bool:
    before = cents
    for payment in held.payments:
        if part := min(cents, payment.left_cents):
            _refunded_at_source(session, held.order, payment, part)
            cents -= part
    return cents < before


def hold_instruments(session: Session, ids: set[UUID]) -> dict[UUID, Instrument]:
    """Lock instruments, in the order of their ids; after the payments.

    Not against keys: two orders that refer to one gift card hold its key, and would wait for each
    other.
    """
    held: dict[UUID, Instrument] = known(session, HELD) or {}
    if ids <= held.keys():
        return {each: held[each] for each in ids}
    found = locked_by_ids(Instrument, True).all(session, ids=list(ids))
    return {each.id: each for each in found}
