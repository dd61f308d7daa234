"""Reads of payments, scoped to what the actor may reach."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.customers import queries as customers
from xiaoer.orders import queries as orders
from xiaoer.payments import rules
from xiaoer.payments.errors import InstrumentNotFound, InterventionNotFound, MovementNotFound
from xiaoer.payments.models import (
    Direction,
    Instrument,
    Intervention,
    LedgerEntry,
    Movement,
    MovementState,
    Payment,
    Payout,
    Share,
)

OPEN = (MovementState.RESERVED, MovementState.SUBMITTED, MovementState.UNKNOWN)


def visible_to(actor: Actor) -> Select[Movement]:
    query = select(Movement)
    return query if actor.all_shops else query.where(Movement.shop_id.in_(actor.shop_ids))


def movement(session: Session, actor: Actor, movement_id: UUID) -> Movement:
    found = session.scalar(visible_to(actor).where(Movement.id == movement_id))
    if found is None:
        raise MovementNotFound
    return found


def payout(session: Session, actor: Actor, payout_id: UUID) -> Payout:
    query = select(Payout).where(Payout.id == payout_id)
    if not actor.all_shops:
        query = query.where(Payout.shop_id.in_(actor.shop_ids))
    found = session.scalar(query)
    if found is None:
        raise MovementNotFound
    return found


def intervention(session: Session, actor: Actor, intervention_id: UUID) -> Intervention:
    found = session.scalar(
        select(Intervention)
        .where(Intervention.id == intervention_id)
        .where(Intervention.movement_id.in_(visible_to(actor).with_only_columns(Movement.id)))
    )
    if found is None:
        raise InterventionNotFound
    return found


def instrument(session: Session, actor: Actor, instrument_id: UUID) -> Instrument:
    query = select(Instrument).where(Instrument.id == instrument_id)
    if not actor.all_shops:
        query = query.where(Instrument.shop_id.in_(actor.shop_ids))
    found = session.scalar(query)
    if found is None:
        raise InstrumentNotFound
    return found


def instrument_of_shop(session: Session, shop_id: UUID, instrument_id: UUID) -> Instrument:
    """For verbs that check by themselves who may use it."""
    query = select(Instrument).where(Instrument.id == instrument_id, Instrument.shop_id == shop_id)
    found = session.scalar(query)
    if found is None:
        raise InstrumentNotFound
    return found


def instruments(session: Session, ids: Collection[UUID]) -> dict[UUID, Instrument]:
    query = select(Instrument).where(Instrument.id.in_(ids))
    return {each.id: each for each in session.scalars(query)}


def instruments_of(session: Session, actor: Actor, customer_id: UUID) -> list[Instrument]:
    """The means of payment of a customer, in the order they became known; 404 for a stranger."""
    owner = customers.one_visible(session, actor, customer_id)
    query = select(Instrument).where(Instrument.customer_id == owner.id)
    return list(session.scalars(query.order_by(Instrument.id)))


def named(
    session: Session, *, shop_id: UUID, customer_id: UUID | None, external_id: str
) -> Instrument | None:
    """The instrument that its source calls so."""
    return session.scalar(
        select(Instrument).where(
            Instrument.shop_id == shop_id,
            Instrument.customer_id.is_not_distinct_from(customer_id),
            Instrument.external_id == external_id,
        )
    )


def by_ids(session: Session, movement_ids: Collection[UUID]) -> list[Movement]:
    query = select(Movement).where(Movement.id.in_(movement_ids))
    return list(session.scalars(query.order_by(Movement.id)))


def for_reason(session: Session, reason_ref: UUID) -> list[Movement]:
    """All movements that a case, or whatever decided them, has led to; the oldest first."""
    query = select(Movement).where(Movement.reason_ref == reason_ref)
    return list(session.scalars(query.order_by(Movement.id)))


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
    captured, reserved, settled, payments = session.execute(
        select(
            func.coalesce(func.sum(Payment.captured_cents), 0),
            func.coalesce(func.sum(Payment.reserved_cents), 0),
            func.coalesce(func.sum(Payment.settled_cents), 0),
            func.count(),
        ).where(Payment.order_id == order.id)
    ).one()
    if not payments:
        captured, reserved, settled = order.paid_cents, 0, order.refunded_cents
    taken = drawn(session, order.id)
    return Refundable(
        currency=order.currency,
        captured_cents=int(captured),
        reserved_cents=int(reserved),
        settled_cents=int(settled),
        left_cents=int(captured - reserved - settled),
        freight_left_cents=max(order.freight_cents - taken.get(rules.FREIGHT, 0), 0),
        units=rules.units_left(orders.lines(session, order.id), taken),
    )


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


def for_people(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[Movement], str | None]:
    """Failed, contradicted and overdue movements, the most urgent first."""
    query = visible_to(actor).where(Movement.people_by.is_not(None))
    if shop_id:
        query = query.where(Movement.shop_id == shop_id)
    if after:
        key = tuple_(*paging.keys(after, (datetime, UUID)))
        query = query.where(tuple_(Movement.people_by, Movement.id) > key)
    query = query.order_by(Movement.people_by, Movement.id).limit(limit + 1)
    found = list(session.scalars(query))
    more, found = len(found) > limit, found[:limit]
    last = found[-1] if found else None
    return found, paging.cursor(last.people_by, last.id) if more and last else None


def replacement(session: Session, movement_id: UUID) -> Movement | None:
    """The movement that took the place of one that failed."""
    return session.scalar(select(Movement).where(Movement.replaces_id == movement_id))


def ref_taken(session: Session, movement: Movement, provider_ref: str) -> bool:
    """Whether the provider has given this reference to another movement before."""
    query = select(Movement.id).where(
        Movement.provider == movement.provider,
        Movement.provider_ref == provider_ref,
        Movement.id != movement.id,
    )
    return session.scalar(query) is not None


def still_open(session: Session, payout_id: UUID) -> int:
    """Movements of a payout that have not settled, nor been replaced by another one."""
    later = aliased(Movement)
    query = (
        select(func.count())
        .select_from(Movement)
        .where(Movement.payout_id == payout_id)
        .where(Movement.state.in_((*OPEN, MovementState.FAILED, MovementState.REVERSED)))
        .where(~exists().where(later.replaces_id == Movement.id))
    )
    return session.scalar(query) or 0


@dataclass(frozen=True)
class Mismatch:
    """Two figures that should be the same and are not."""

    what: str
    id: UUID
    kept_cents: int
    counted_cents: int


def mismatches(session: Session, *, order_id: UUID | None = None) -> list[Mismatch]:
    """Where payments, movements, stored value and ledger disagree: nowhere, at any moment."""
    return [*_payments_against_movements(session, order_id), *_balances_against_ledger(session)]


def _payments_against_movements(session: Session, order_id: UUID | None) -> list[Mismatch]:
    def total(*states: MovementState) -> Any:
        return (
            select(func.coalesce(func.sum(Movement.cents), 0))
            .where(Movement.payment_id == Payment.id, Movement.direction == Direction.OUT)
            .where(Movement.state.in_(states))
            .scalar_subquery()
        )

    query = select(
        Payment.id,
        Payment.reserved_cents,
        total(*OPEN),
        Payment.settled_cents,
        total(MovementState.SETTLED),
    )
    if order_id:
        query = query.where(Payment.order_id == order_id)
    found = []
    for payment_id, reserved, open_, settled, done in session.execute(query):
        if reserved != open_:
            found.append(Mismatch("reserved", payment_id, reserved, int(open_)))
        if settled != done:
            found.append(Mismatch("settled", payment_id, settled, int(done)))
    return found


def _balances_against_ledger(session: Session) -> list[Mismatch]:
    def side(column: Any) -> Any:
        return (
            select(func.coalesce(func.sum(LedgerEntry.cents), 0))
            .where(LedgerEntry.instrument_id == Instrument.id, column == "stored_value")
            .scalar_subquery()
        )

    query = select(
        Instrument.id, Instrument.balance_cents, side(LedgerEntry.credit) - side(LedgerEntry.debit)
    ).where(Instrument.balance_cents.is_not(None))
    return [
        Mismatch("balance", instrument_id, balance or 0, int(counted))
        for instrument_id, balance, counted in session.execute(query)
        if balance != counted
    ]
