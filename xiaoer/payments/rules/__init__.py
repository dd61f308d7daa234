"""What may go back, from where and to where; legal states; patience: pure."""

from xiaoer.payments.rules.amounts import (
    FREIGHT,
    Deduction,
    Drawn,
    UnitAsked,
    UnitLeft,
    check_amount,
    entitlements,
    net,
    shares,
    units_left,
)
from xiaoer.payments.rules.draining import Source, drain, may_receive
from xiaoer.payments.rules.moves import (
    ARRIVES_WITHIN,
    LEASE,
    PEOPLE_WITHIN,
    check_move,
    next_check,
    paid_through,
    pays_from,
)
from xiaoer.payments.rules.sources import Told, told_payments

__all__ = [
    "ARRIVES_WITHIN",
    "FREIGHT",
    "LEASE",
    "PEOPLE_WITHIN",
    "Deduction",
    "Drawn",
    "Source",
    "Told",
    "UnitAsked",
    "UnitLeft",
    "check_amount",
    "check_move",
    "drain",
    "entitlements",
    "may_receive",
    "net",
    "next_check",
    "paid_through",
    "pays_from",
    "shares",
    "told_payments",
    "units_left",
]
