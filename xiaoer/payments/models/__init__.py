"""Tables of payments. Amounts are cents, above zero, of the order's currency."""

from xiaoer.payments.models.accounts import Instrument, OrderAccount, Payment
from xiaoer.payments.models.books import LedgerEntry, ProviderEvent
from xiaoer.payments.models.movements import Intervention, Movement, Payout, Share
from xiaoer.payments.models.words import (
    OWN_MONEY,
    STORED_VALUE,
    Account,
    Direction,
    Drain,
    InstrumentKind,
    InterventionKind,
    MovementState,
    Purpose,
)

__all__ = [
    "OWN_MONEY",
    "STORED_VALUE",
    "Account",
    "Direction",
    "Drain",
    "Instrument",
    "InstrumentKind",
    "Intervention",
    "InterventionKind",
    "LedgerEntry",
    "Movement",
    "MovementState",
    "OrderAccount",
    "Payment",
    "Payout",
    "ProviderEvent",
    "Purpose",
    "Share",
]
