"""What can be done with the money of orders."""

from xiaoer.payments.service.callbacks import Outcome, Told, take
from xiaoer.payments.service.charging import charge
from xiaoer.payments.service.instruments import (
    InstrumentRow,
    follow_merge,
    forget,
    load,
    store_credit,
)
from xiaoer.payments.service.intervening import approve, ask, refuse, retry
from xiaoer.payments.service.planning import Ask, Part
from xiaoer.payments.service.reconciling import check, sweep
from xiaoer.payments.service.refunding import compensate, preview, release, reserve, submit
from xiaoer.payments.service.submitting import carry_out

__all__ = [
    "Ask",
    "InstrumentRow",
    "Outcome",
    "Part",
    "Told",
    "approve",
    "ask",
    "carry_out",
    "charge",
    "check",
    "compensate",
    "follow_merge",
    "forget",
    "load",
    "preview",
    "refuse",
    "release",
    "reserve",
    "retry",
    "store_credit",
    "submit",
    "sweep",
    "take",
]
