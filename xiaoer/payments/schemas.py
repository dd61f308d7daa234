"""Payments on the wire. Amounts are cents; an instrument shows its label, never its number."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Line, Words
from xiaoer.payments.models import (
    Account,
    Direction,
    Drain,
    Instrument,
    InstrumentKind,
    InterventionKind,
    Movement,
    MovementState,
    Purpose,
)
from xiaoer.payments.queries import Book, Refundable
from xiaoer.payments.rules import UnitLeft
from xiaoer.payments.service import Told

Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Words
]
Proof = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000), Words]
Word = Annotated[str, StringConstraints(max_length=120), Words]


class _FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class InstrumentOut(_FromRow):
    id: UUID
    kind: InstrumentKind
    label: str
    currency: str
    balance_cents: int | None


class InstrumentList(BaseModel):
    items: list[InstrumentOut]

    @classmethod
    def of(cls, rows: list[Instrument]) -> "InstrumentList":
        return cls(items=[InstrumentOut.model_validate(row) for row in rows])


class PaymentOut(_FromRow):
    id: UUID
    instrument_id: UUID
    provider: str
    currency: str
    captured_cents: int
    reserved_cents: int
    settled_cents: int
    left_cents: int
    imported: bool


class DeductionOut(BaseModel):
    code: str
    cents: int


class PayoutOut(_FromRow):
    id: UUID
    reason_ref: UUID
    purpose: Purpose
    gross_cents: int
    cents: int
    deductions: list[DeductionOut]
    released_at: datetime | None
    created_at: datetime


class InterventionOut(_FromRow):
    id: UUID
    movement_id: UUID
    kind: InterventionKind
    instrument_id: UUID | None
    reason: str
    proof: str
    four_eyes: bool
    asked_by: UUID | None
    asked_name: str
    asked_at: datetime
    approved_by: UUID | None
    approved_name: str
    done_at: datetime | None
    refused_at: datetime | None


class MovementOut(_FromRow):
    id: UUID
    shop_id: UUID
    order_id: UUID
    payout_id: UUID | None
    payment_id: UUID | None
    instrument_id: UUID
    direction: Direction
    purpose: Purpose
    cents: int
    currency: str
    state: MovementState
    reason_ref: UUID
    drain: Drain | None
    provider: str
    provider_ref: str
    attempts: int
    people_by: datetime | None
    failure: str
    conflict: str
    proof: str
    replaces_id: UUID | None
    created_at: datetime
    submitted_at: datetime | None
    ended_at: datetime | None
    expected_at: datetime | None


class MovementList(BaseModel):
    items: list[MovementOut]
    next: str | None

    @classmethod
    def of(cls, rows: list[Movement], following: str | None) -> "MovementList":
        return cls(items=[MovementOut.model_validate(row) for row in rows], next=following)


class EntryOut(_FromRow):
    id: int
    at: datetime
    payment_id: UUID | None
    movement_id: UUID | None
    debit: Account
    credit: Account
    cents: int
    currency: str
    memo: str


class UnitOut(_FromRow):
    order_line_id: UUID
    unit: int
    entitled_cents: int
    left_cents: int


class RefundableOut(BaseModel):
    currency: str
    captured_cents: int
    reserved_cents: int
    settled_cents: int
    left_cents: int
    freight_left_cents: int
    units: list[UnitOut]

    @classmethod
    def of(cls, found: Refundable) -> "RefundableOut":
        units: list[UnitLeft] = found.units
        told = {name: getattr(found, name) for name in cls.model_fields if name != "units"}
        return cls(**told, units=[UnitOut.model_validate(unit) for unit in units])


class MoneyOut(BaseModel):
    """All money of an order. No payments: they are opened when they are first needed."""

    refundable: RefundableOut
    payments: list[PaymentOut]
    instruments: list[InstrumentOut]
    payouts: list[PayoutOut]
    movements: list[MovementOut]
    interventions: list[InterventionOut]
    entries: list[EntryOut]

    @classmethod
    def of(cls, book: Book, refundable: Refundable) -> "MoneyOut":
        return cls(
            refundable=RefundableOut.of(refundable),
            payments=[PaymentOut.model_validate(each) for each in book.payments],
            instruments=[InstrumentOut.model_validate(each) for each in book.instruments.values()],
            payouts=[PayoutOut.model_validate(each) for each in book.payouts],
            movements=[MovementOut.model_validate(each) for each in book.movements],
            interventions=[InterventionOut.model_validate(each) for each in book.interventions],
            entries=[EntryOut.model_validate(each) for each in book.entries],
        )


class InterventionIn(BaseModel):
    """`instrument_id`: where to, for a reroute; `proof`: what shows it, for the others."""

    kind: InterventionKind
    reason: Reason
    instrument_id: UUID | None = None
    proof: Proof = ""


class CallbackIn(BaseModel):
    """What a provider tells, once its signature was found right."""

    model_config = ConfigDict(extra="ignore", strict=True)

    event: Literal["accepted", "settled", "failed", "reversed", "chargeback"]
    key: Line = ""
    provider_ref: Annotated[Word, Field(min_length=1)]
    charge_ref: Word = ""
    cents: Annotated[int, Field(gt=0, le=2**53)]
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
    failure: Word = ""

    def told(self) -> Told:
        return Told(**self.model_dump())


class CallbackOut(BaseModel):
    outcome: str


Raw = dict[str, Any]
