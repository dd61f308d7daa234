"""The money of one order."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, bindparam, exists, func, select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.prepared import prepared
from xiaoer.core.remembering import forget, keep, known, remembered
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.payments import rules
from xiaoer.payments.models import (
    Instrument,
    Intervention,
    LedgerEntry,
    Movement,
    OrderAccount,
    Payment,
    Payout,
    Share,
)
from xiaoer.payments.queries.instruments import SHOWN, instruments


def drawn(session: Session, order_id: UUID) -> dict[tuple[UUID | None, int | None], int]:
    """What standing payouts have drawn from each unit, and from the freight."""
    query = (
        select(Share.order_line_id, Share.unit, func.sum(Share.cents))
        .where(Share.order_id == order_id, ~Share.released)
        .group_by(Share.order_line_id, Share.unit)
    )
    return {(line_id, unit): int(cents) for line_id, unit, cents in session.execute(query)}


@dataclass(frozen=True)
class Refundable:
    """What an order can still give back, in cents. Before its payments are opened here,
    `payments` tells what they will be."""

    currency: str
    captured_cents: int
    reserved_cents: int
    settled_cents: int
    left_cents: int
    freight_left_cents: int
    units: list[rules.UnitLeft]


def refundable(session: Session, actor: Actor, order_id: UUID) -> Refundable:
    order = orders.get(session, actor, order_id)
    return remembered(session, refundable_key(order_id), lambda: _refundable(session, order))


def refundable_key(order_id: UUID) -> Hashable:
    """Forgotten by whoever draws from the order, or gives up what was drawn."""
    return "refundable", order_id


def known_untouched(session: Session, order_id: UUID) -> bool:
    """Whether this verb has seen that nobody needed the order's payments before."""
    return known(session, _untouched_key(order_id)) is True


def untouched(order_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """The same, to be asked along with something else and told to `keep_untouched`."""
    return ~exists().where(OrderAccount.order_id == order_id)


def keep_untouched(session: Session, order_id: UUID, told: bool) -> None:
    """Kept while the order is locked: nobody else opens its payments meanwhile."""
    if orders.locked(session, order_id):
        keep(session, _untouched_key(order_id), told)


def touched(session: Session, order_id: UUID) -> None:
    forget(session, _untouched_key(order_id))


def _untouched_key(order_id: UUID) -> Hashable:
    return "untouched", order_id


def _sums(session: Session, order_id: UUID) -> tuple[int, int, int, int]:
    if known_untouched(session, order_id):
        return 0, 0, 0, 0
    captured, reserved, settled, payments = session.execute(
        select(
            func.coalesce(func.sum(Payment.captured_cents), 0),
            func.coalesce(func.sum(Payment.reserved_cents), 0),
            func.coalesce(func.sum(Payment.settled_cents), 0),
            func.count(),
        ).where(Payment.order_id == order_id)
    ).one()
    return int(captured), int(reserved), int(settled), payments


def _refundable(session: Session, order: Order) -> Refundable:
    captured, reserved, settled, payments = _sums(session, order.id)
    if not payments:
        captured, reserved, settled = order.paid_cents, 0, order.refunded_cents
    taken = drawn(session, order.id) if payments else {}
    return Refundable(
        currency=order.currency,
        captured_cents=captured,
        reserved_cents=reserved,
        settled_cents=settled,
        left_cents=captured - reserved - settled,
        freight_left_cents=max(order.freight_cents - taken.get(rules.FREIGHT, 0), 0),
        units=rules.units_left(orders.lines(session, order.id), taken),
    )


def paid_with(session: Session, order_id: UUID) -> list[UUID]:
    """The instrument of each payment of the order; none before these are opened."""
    read = partial(_instruments().all, session, order_id=order_id)
    return list(remembered(session, _paid_key(order_id), read))


@prepared
def _instruments() -> Select[UUID]:
    of_order = Payment.order_id == bindparam("order_id", type_=Uuid())
    return select(Payment.instrument_id).where(of_order).order_by(Payment.id)


def _paid_key(order_id: UUID) -> Hashable:
    return "paid with", order_id


def opened(
    session: Session,
    order_id: UUID,
    payments: Sequence[Payment],
    used: dict[UUID, Instrument],
) -> None:
    """A verb has just opened these payments of an order."""
    keep(session, _paid_key(order_id), [each.instrument_id for each in payments])
    remembered(session, SHOWN, dict[UUID, Instrument]).update(used)


@dataclass(frozen=True)
class Book:
    """All money of an order."""

    payments: Sequence[Payment]
    payouts: Sequence[Payout]
    movements: Sequence[Movement]
    instruments: dict[UUID, Instrument]
    entries: Sequence[LedgerEntry]
    interventions: Sequence[Intervention]


def book(session: Session, actor: Actor, order_id: UUID) -> Book:
    """Payments, movements and ledger of an order; a stranger's order is not there."""
    order = orders.get(session, actor, order_id)

    def of(model: Any) -> list[Any]:
        query = select(model).where(model.order_id == order.id).order_by(model.id)
        return list(session.scalars(query))

    payments, movements = of(Payment), of(Movement)
    wanted = {each.instrument_id for each in (*payments, *movements)}
    steps = select(Intervention).where(Intervention.movement_id.in_([m.id for m in movements]))
    return Book(
        payments=payments,
        payouts=of(Payout),
        movements=movements,
        instruments=instruments(session, wanted),
        entries=of(LedgerEntry),
        interventions=list(session.scalars(steps.order_by(Intervention.id))),
    )
