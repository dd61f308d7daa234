"""What each unit of an order may get back (aftersales.md A.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from xiaoer.core.money import unit_entitlement
from xiaoer.payments.errors import (
    AboveEntitlement,
    AmountNotPositive,
    AmountsDoNotAddUp,
    FreightRefunded,
    OtherCurrency,
    UnknownUnit,
)

Place = tuple[UUID | None, int | None]
"""A unit of a line, or (None, None): the freight."""
FREIGHT: Place = (None, None)


class Line(Protocol):
    """What is asked of an order line."""

    @property
    def id(self) -> UUID: ...
    @property
    def quantity(self) -> int | None: ...
    @property
    def paid_cents(self) -> int: ...


@dataclass(frozen=True)
class UnitAsked:
    """Unit `unit` (from 0) of a line; `cents` None: all that is left of it."""

    order_line_id: UUID
    unit: int
    cents: int | None = None


@dataclass(frozen=True)
class Deduction:
    """What the shop keeps of the gross amount, shown to the buyer apart."""

    code: str
    cents: int


@dataclass(frozen=True)
class Drawn:
    """What a payout takes from one place."""

    place: Place
    cents: int


@dataclass(frozen=True)
class UnitLeft:
    """A unit with what it may get back in all, and what is left of that."""

    order_line_id: UUID
    unit: int
    entitled_cents: int
    left_cents: int


def entitlements(lines: Sequence[Line]) -> dict[Place, int]:
    """Cents of every unit; the units of a line add up to exactly what was paid for it.

    A line without a known quantity is one unit: it is not guessed.
    """
    return {
        (line.id, unit): unit_entitlement(line.paid_cents, line.quantity or 1, unit)
        for line in lines
        for unit in range(line.quantity or 1)
    }


def units_left(lines: Sequence[Line], drawn: Mapping[Place, int]) -> list[UnitLeft]:
    return [
        UnitLeft(line_id, unit, cents, max(cents - drawn.get((line_id, unit), 0), 0))
        for (line_id, unit), cents in entitlements(lines).items()
        if line_id is not None and unit is not None
    ]


def check_amount(cents: int, currency: str, order_currency: str) -> None:
    """Raise for zero, a negative amount or another currency (I21)."""
    if cents <= 0:
        raise AmountNotPositive
    if currency != order_currency:
        raise OtherCurrency(order=order_currency, given=currency)


def shares(
    lines: Sequence[Line],
    drawn: Mapping[Place, int],
    *,
    units: Sequence[UnitAsked],
    freight_cents: int,
    freight_paid_cents: int,
) -> list[Drawn]:
    """What each unit and the freight give to a payout, within what is left of them (I4, I6, I26).

    Units that have nothing left (gifts, or refunded before) give nothing when asked for all.
    """
    entitled, taken = entitlements(lines), dict(drawn)
    found: list[Drawn] = []
    for asked in units:
        place: Place = (asked.order_line_id, asked.unit)
        if place not in entitled:
            raise UnknownUnit
        left = max(entitled[place] - taken.get(place, 0), 0)
        cents = left if asked.cents is None else asked.cents
        if cents < 0:
            raise AmountNotPositive
        if cents > left:
            raise AboveEntitlement(left_cents=left, asked_cents=cents)
        taken[place] = taken.get(place, 0) + cents
        found += [Drawn(place, cents)] if cents else []
    return found + _freight(taken, freight_cents, freight_paid_cents)


def _freight(taken: Mapping[Place, int], cents: int, paid: int) -> list[Drawn]:
    if cents < 0:
        raise AmountNotPositive
    left = max(paid - taken.get(FREIGHT, 0), 0)
    if cents > left:
        raise FreightRefunded(left_cents=left)
    return [Drawn(FREIGHT, cents)] if cents else []


def net(gross: int, deductions: Sequence[Deduction], asked: int) -> int:
    """What the buyer gets. Raises `AmountsDoNotAddUp` unless it is what was asked for."""
    if any(each.cents <= 0 for each in deductions):
        raise AmountNotPositive
    left = gross - sum(each.cents for each in deductions)
    if left != asked:
        raise AmountsDoNotAddUp(sum_cents=left, asked_cents=asked)
    return left
