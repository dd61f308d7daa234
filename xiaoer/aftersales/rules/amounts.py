"""What a case would pay: unit by unit, with freight and deductions apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from xiaoer.aftersales.errors import (
    AmountNotAllowed,
    AmountTooHigh,
    NothingChosen,
    OtherCurrencyAsked,
    UnitTaken,
    UnitUnknown,
)
from xiaoer.core.money import allocate

Unit = tuple[UUID, int]
"""An order line and the number of a unit of it, from 0."""


@dataclass(frozen=True)
class UnitState:
    """A unit of an order: what may still go back for it, and whether a case holds it."""

    order_line_id: UUID
    unit: int
    left_cents: int
    taken: bool

    @property
    def key(self) -> Unit:
        return (self.order_line_id, self.unit)


@dataclass(frozen=True)
class Wanted:
    """So many units of a line, and for an exchange what they are replaced with."""

    order_line_id: UUID
    qty: int
    sku_id: UUID | None = None


@dataclass(frozen=True)
class Deduction:
    """What is kept back, by name (restocking, missing parts, return freight)."""

    code: str
    cents: int


@dataclass(frozen=True)
class Amounts:
    """A refund line by line. `net_cents` is what the buyer gets."""

    units: Mapping[Unit, int]
    """Cents asked of each unit."""
    freight_cents: int
    deductions: Sequence[Deduction]
    max_cents: int
    """What could be asked for at most."""

    @property
    def gross_cents(self) -> int:
        return sum(self.units.values()) + self.freight_cents

    @property
    def net_cents(self) -> int:
        return self.gross_cents - sum(each.cents for each in self.deductions)

    def of_line(self, order_line_id: UUID) -> int:
        return sum(cents for (line, _), cents in self.units.items() if line == order_line_id)


def chosen_units(
    units: Sequence[UnitState], wanted: Sequence[Wanted], *, free_only: bool = True
) -> list[UnitState]:
    """The first free units of each line, as many as wanted, in the order of what is wanted.

    A line may be wanted more than once when its units become different things. Raises
    `NothingChosen`, `UnitUnknown` for a line or count the order does not have, and `UnitTaken`
    when other cases hold too many of them (I2, P13, P14).
    """
    if not wanted or len({(each.order_line_id, each.sku_id) for each in wanted}) != len(wanted):
        raise NothingChosen
    asked: Counter[UUID] = Counter()
    found: list[UnitState] = []
    for each in wanted:
        of_line = [unit for unit in units if unit.order_line_id == each.order_line_id]
        if each.qty <= 0:
            raise NothingChosen
        before = asked[each.order_line_id]
        asked[each.order_line_id] += each.qty
        if before + each.qty > len(of_line):
            raise UnitUnknown
        free = [unit for unit in of_line if not (free_only and unit.taken)]
        if before + each.qty > len(free):
            raise UnitTaken
        found += free[before : before + each.qty]
    return found


def amounts(
    chosen: Sequence[UnitState],
    *,
    freight_cents: int = 0,
    asked_cents: int | None = None,
    deductions: Sequence[Deduction] = (),
) -> Amounts:
    """All that is left of the chosen units and the freight, or `asked_cents` of it.

    A smaller amount is split over freight last and units by what is left of them, so that the
    parts add up to the cent (I4, I5). Raises `AmountNotAllowed`, `AmountTooHigh`.
    """
    lefts = [each.left_cents for each in chosen]
    kept = sum(each.cents for each in deductions)
    most = max(sum(lefts) + freight_cents - kept, 0)
    if asked_cents is None:
        parts, freight = lefts, freight_cents
    else:
        if asked_cents <= 0:
            raise AmountNotAllowed
        if asked_cents > most:
            raise AmountTooHigh(asked_cents=asked_cents, max_cents=most)
        gross = asked_cents + kept
        goods = min(gross, sum(lefts))
        freight = gross - goods
        parts = _within(goods, lefts)
    return Amounts(
        units={each.key: cents for each, cents in zip(chosen, parts, strict=True)},
        freight_cents=freight,
        deductions=tuple(deductions),
        max_cents=most,
    )


def _within(goods: int, lefts: Sequence[int]) -> list[int]:
    """Split `goods` by what is left of each, never above it."""
    if not lefts or goods == sum(lefts):
        return list(lefts)
    parts = allocate(goods, lefts)
    over = sum(max(part - left, 0) for part, left in zip(parts, lefts, strict=True))
    parts = [min(part, left) for part, left in zip(parts, lefts, strict=True)]
    for place, left in enumerate(lefts):
        room = min(left - parts[place], over)
        parts[place] += room
        over -= room
    return parts


def check_currency(given: str, order: str) -> None:
    if given != order:
        raise OtherCurrencyAsked(order=order, given=given)


def amount_mark(asked: int, most: int) -> str:
    """How the amount asked for stands to what can be refunded (RFU-4)."""
    if asked > most:
        return "too_high"
    return "ok" if asked == most else "too_low"
