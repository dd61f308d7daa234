"""How an order was paid, as far as its source tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from xiaoer.payments.models import InstrumentKind

K = InstrumentKind

_KINDS: Mapping[str, InstrumentKind] = {
    "credit_card": K.CARD, "debit_card": K.CARD, "card": K.CARD, "paypal": K.WALLET,
    "alipay": K.WALLET, "wechat": K.WALLET, "boleto": K.BANK, "bank": K.BANK,
    "gift_card": K.GIFT_CARD, "balance": K.BALANCE,
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One payment of an order. `method`: the instrument's name at the source; empty: not told."""

    method: str
    kind: InstrumentKind
    paid_cents: int
    refunded_cents: int = 0


def kind_of(word: str) -> InstrumentKind:
    """The kind behind a source's word, which may carry a number: `gift_card_1725971`."""
    word = word.strip().lower()
    return _KINDS.get(word) or _KINDS.get(word.rstrip("0123456789").rstrip("_"), K.SOURCE)


def told_payments(facts: Mapping[str, Any], *, paid: int, refunded: int) -> list[Told]:
    """The payments behind `paid` cents, of which `refunded` went back.

    What the source lists is believed only when it adds up to the order's own sums; else the order
    was paid in one piece, in a way that only the source knows.
    """
    for listed in (_history(facts), _types(facts)):
        found = [each for each in listed if each.paid_cents > 0]
        adds_up = sum(each.paid_cents for each in found) == paid
        if found and adds_up and sum(each.refunded_cents for each in found) in (0, refunded):
            return found if any(each.refunded_cents for each in found) else _spread(found, refunded)
    return [Told("", K.SOURCE, paid, refunded)] if paid > 0 else []


def _history(facts: Mapping[str, Any]) -> list[Told]:
    """`payment_history`: payments and refunds by the name of the method."""
    paid: dict[str, int] = {}
    refunded: dict[str, int] = {}
    for step in _rows(facts.get("payment_history")):
        sums = refunded if step.get("transaction_type") == "refund" else paid
        method = str(step.get("payment_method_id", ""))
        sums[method] = sums.get(method, 0) + _cents(step.get("amount"))
    if any(cents > paid.get(method, 0) for method, cents in refunded.items()):
        return []
    return [Told(m, kind_of(m), cents, refunded.get(m, 0)) for m, cents in paid.items()]


def _types(facts: Mapping[str, Any]) -> list[Told]:
    """`payments`: sums by the kind of payment. The cards behind them have no names."""
    return [
        # Stored value that we do not keep ourselves goes back by way of the source.
        Told("", K.SOURCE if kind in (K.GIFT_CARD, K.BALANCE) else kind, cents)
        for row in _rows(facts.get("payments"))
        for kind, cents in [
            (kind_of(str(row.get("payment_type", ""))), _cents(row.get("payment_value")))
        ]
    ]


def _rows(listed: Any) -> Iterator[Mapping[str, Any]]:
    return (
        (row for row in listed if isinstance(row, Mapping))
        if isinstance(listed, list)
        else iter(())
    )


def _cents(amount: Any) -> int:
    try:
        return round(Decimal(str(amount)) * 100)
    except (InvalidOperation, ValueError, OverflowError):
        return 0


def _spread(told: list[Told], refunded: int) -> list[Told]:
    """Refunds of which only the sum is known, drawn from one payment after the other."""
    found = []
    for each in told:
        part = min(refunded, each.paid_cents)
        found.append(Told(each.method, each.kind, each.paid_cents, part))
        refunded -= part
    return found
