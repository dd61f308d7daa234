"""Money: whole cents of one currency, never a float."""

from collections.abc import Sequence
from dataclasses import dataclass

SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "BRL": "R$", "JPY": "¥"}


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies met in one sum."""


@dataclass(frozen=True)
class Money:
    """An amount in cents (分) of a currency (ISO 4217)."""

    cents: int
    currency: str = "CNY"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + self._same(other).cents, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.cents - self._same(other).cents, self.currency)

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        whole, rest = divmod(abs(self.cents), 100)
        return f"{sign}{SYMBOLS.get(self.currency, self.currency + ' ')}{whole:,}.{rest:02d}"

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} cannot be added.")
        return other


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Split `total` cents by `weights`, largest remainder first; the parts add up to `total`.

    Lines of weight 0 get nothing; when every weight is 0 the first line takes it all.
    A negative total (a discount) is split like its absolute value.
    """
    if not weights:
        raise ValueError("There is nothing to allocate to.")
    if any(weight < 0 for weight in weights):
        raise ValueError("A weight cannot be negative.")
    if total < 0:
        return [-part for part in allocate(-total, weights)]
    whole = sum(weights)
    if whole == 0:
        return [total, *[0] * (len(weights) - 1)]
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def unit_entitlement(paid: int, quantity: int, unit: int) -> int:
    """What unit `unit` (from 0) of a line of `quantity` units, paid `paid` cents, may get back.

    The units of a line add up to exactly what was paid, in whatever order they come back.
    """
    if not 0 <= unit < quantity:
        raise ValueError(f"Unit {unit} is not one of {quantity}.")
    return paid * (unit + 1) // quantity - paid * unit // quantity
