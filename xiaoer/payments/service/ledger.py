"""The books: each row is a debit and its credit, so they are in balance at every moment."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from xiaoer.payments import rules
from xiaoer.payments.models import (
    STORED_VALUE,
    Account,
    Instrument,
    LedgerEntry,
    Movement,
    Payment,
    Payout,
)
from xiaoer.payments.rules import Deduction


def write(
    session: Session,
    movement: Movement,
    debit: Account,
    credit: Account,
    memo: str,
    *,
    instrument: Instrument | None = None,
    cents: int | None = None,
) -> None:
    """One entry about a movement. Stored value that moves is moved here, and nowhere else."""
    amount = movement.cents if cents is None else cents
    _move_stored_value(instrument, debit, credit, amount)
    session.add(
        LedgerEntry(
            shop_id=movement.shop_id,
            order_id=movement.order_id,
            payment_id=movement.payment_id,
            movement_id=movement.id,
            instrument_id=instrument.id if instrument else None,
            debit=debit,
            credit=credit,
            cents=amount,
            currency=movement.currency,
            memo=memo,
        )
    )


def reserve(session: Session, movement: Movement) -> None:
    write(session, movement, rules.pays_from(movement.purpose), Account.OWED, "reserved")


def keep_back(session: Session, payout: Payout, deductions: Sequence[Deduction]) -> None:
    """What the shop keeps of the gross amount, one entry by name: sales were given back in full,
    and a part of it stayed here."""
    for each in deductions:
        _about(session, payout, Account.SALES, Account.KEPT, each)


def hand_back(session: Session, payout: Payout) -> None:
    """The payout was given up: nothing is kept back of it any more."""
    for each in payout.deductions:
        kept = Deduction(str(each["code"]), int(each["cents"]))
        _about(session, payout, Account.KEPT, Account.SALES, kept)


def _about(
    session: Session, payout: Payout, debit: Account, credit: Account, part: Deduction
) -> None:
    session.add(
        LedgerEntry(
            shop_id=payout.shop_id,
            order_id=payout.order_id,
            debit=debit,
            credit=credit,
            cents=part.cents,
            currency=payout.currency,
            memo=part.code[:40],
        )
    )


def give_up(session: Session, movement: Movement, memo: str) -> None:
    write(session, movement, Account.OWED, rules.pays_from(movement.purpose), memo)


def pay(session: Session, movement: Movement, instrument: Instrument, through: Account) -> None:
    stored = instrument if through is Account.STORED_VALUE else None
    write(session, movement, Account.OWED, through, "settled", instrument=stored)


def bring_forward(session: Session, payment: Payment, cents: int) -> None:
    """What was paid before the books began; below zero when the source takes some of it back."""
    debit, credit = (
        (Account.OPENING, Account.SALES) if cents > 0 else (Account.SALES, Account.OPENING)
    )
    session.add(
        LedgerEntry(
            shop_id=payment.shop_id,
            order_id=payment.order_id,
            payment_id=payment.id,
            debit=debit,
            credit=credit,
            cents=abs(cents),
            currency=payment.currency,
            memo="brought forward",
        )
    )


def open_balance(session: Session, instrument: Instrument, cents: int) -> None:
    """What is on a gift card or balance when it becomes known."""
    assert instrument.kind in STORED_VALUE
    if cents:
        _move_stored_value(instrument, Account.OPENING, Account.STORED_VALUE, cents)
        session.add(
            LedgerEntry(
                shop_id=instrument.shop_id,
                instrument_id=instrument.id,
                debit=Account.OPENING,
                credit=Account.STORED_VALUE,
                cents=cents,
                currency=instrument.currency,
                memo="balance brought forward",
            )
        )


def _move_stored_value(
    instrument: Instrument | None, debit: Account, credit: Account, cents: int
) -> None:
    if Account.STORED_VALUE not in (debit, credit):
        return
    assert instrument is not None
    assert instrument.balance_cents is not None
    instrument.balance_cents += cents if credit is Account.STORED_VALUE else -cents


def through(instrument: Instrument, movement_provider: str) -> Account:
    """Where money to or from an instrument passes."""
    return Account.CASH if movement_provider == BY_HAND else rules.paid_through(instrument.kind)


BY_HAND = "by_hand"
HOUSE = "house"
"""Provider of stored value: ourselves."""
IMPORTED = "import"
