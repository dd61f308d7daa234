"""The words of payments."""

from enum import StrEnum


class InstrumentKind(StrEnum):
    CARD = "card"
    WALLET = "wallet"
    BANK = "bank"
    GIFT_CARD = "gift_card"
    BALANCE = "balance"
    """Store credit, kept here."""
    SOURCE = "source"
    """However it was paid where the order comes from; only the source knows."""


STORED_VALUE = frozenset({InstrumentKind.GIFT_CARD, InstrumentKind.BALANCE})
"""Money that we keep ourselves: it moves at once, without a provider."""


class Direction(StrEnum):
    OUT = "out"
    """To the buyer."""
    IN = "in"


class Purpose(StrEnum):
    PAYMENT = "payment"
    TOP_UP = "top_up"
    """The buyer pays the difference of an exchange or a repair."""
    REFUND = "refund"
    PRICE_DIFFERENCE = "price_difference"
    COMPENSATION = "compensation"
    FREIGHT_REIMBURSE = "freight_reimburse"
    CHARGEBACK = "chargeback"
    """Taken back by the buyer's bank; not by us."""


OWN_MONEY = frozenset({Purpose.COMPENSATION, Purpose.FREIGHT_REIMBURSE})
"""Paid on top by the shop: no payment's cap is drawn (labelled apart, I4)."""


class MovementState(StrEnum):
    RESERVED = "reserved"
    SUBMITTED = "submitted"
    UNKNOWN = "unknown"
    """The provider did not answer: it may or may not have happened."""
    SETTLED = "settled"
    FAILED = "failed"
    RELEASED = "released"
    """Given up before it was sent."""
    REVERSED = "reversed"
    """Settled, and then it came back."""


class Drain(StrEnum):
    """Which of several payments a refund draws first; fixed with an order's first refund."""

    STORED_LAST = "stored_last"
    STORED_FIRST = "stored_first"


class Account(StrEnum):
    """Accounts of the ledger."""

    OPENING = "opening"
    """What happened before we kept the books (imported)."""
    SALES = "sales"
    CLEARING = "clearing"
    """What providers hold for us or have paid for us."""
    STORED_VALUE = "stored_value"
    """What customers have on gift cards and balances."""
    CASH = "cash"
    """Paid outside of any provider."""
    OWED = "owed"
    """Reserved or on its way to buyers."""
    KEPT = "kept"
    """Kept back of refunds by name: restocking, freight, gifts that stayed, a lapsed coupon."""
    GOODWILL = "goodwill"
    LOSSES = "losses"


class InterventionKind(StrEnum):
    """What a person can do about a movement that does not go on by itself."""

    REROUTE = "reroute"
    OFFLINE = "offline"
    CONFIRM_SETTLED = "confirm_settled"
    CONFIRM_FAILED = "confirm_failed"


def known(column: str, kinds: type[StrEnum]) -> str:
    return f"{column} IN ({', '.join(repr(each.value) for each in kinds)})"
