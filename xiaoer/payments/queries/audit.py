"""Whether the figures that are kept agree with one another."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from xiaoer.payments.models import (
    Account,
    Direction,
    Instrument,
    LedgerEntry,
    Movement,
    MovementState,
    Payment,
    Payout,
)
from xiaoer.payments.queries.movements import OPEN


@dataclass(frozen=True)
class Mismatch:
    """Two figures that should be the same and are not."""

    what: str
    id: UUID
    kept_cents: int
    counted_cents: int


def mismatches(session: Session, *, order_id: UUID | None = None) -> list[Mismatch]:
    """Where payments, movements, stored value and ledger disagree: nowhere, at any moment."""
    return [
        *_payments_against_movements(session, order_id),
        *_balances_against_ledger(session),
        *_kept_against_ledger(session, order_id),
    ]


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


def _kept_against_ledger(session: Session, order_id: UUID | None) -> list[Mismatch]:
    """What standing payouts keep back is in the books, by order."""

    def total(query: Any) -> dict[UUID, int]:
        query = query.where(query.selected_columns[0] == order_id) if order_id else query
        return {found: int(cents) for found, cents in session.execute(query)}

    told = total(
        select(Payout.order_id, func.sum(Payout.gross_cents - Payout.cents))
        .where(Payout.released_at.is_(None), Payout.gross_cents > Payout.cents)
        .group_by(Payout.order_id)
    )
    signed = case((LedgerEntry.credit == Account.KEPT, LedgerEntry.cents), else_=-LedgerEntry.cents)
    booked = total(
        select(LedgerEntry.order_id, func.sum(signed))
        .where(or_(LedgerEntry.credit == Account.KEPT, LedgerEntry.debit == Account.KEPT))
        .group_by(LedgerEntry.order_id)
    )
    return [
        Mismatch("kept", found, booked.get(found, 0), told.get(found, 0))
        for found in sorted({*told, *booked})
        if booked.get(found, 0) != told.get(found, 0)
    ]
