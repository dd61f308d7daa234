"""The verbs of shipping."""

from xiaoer.shipping.service.arranging import set_warehouse, suspend
from xiaoer.shipping.service.couriers import choose_courier, set_courier
from xiaoer.shipping.service.folding import fold
from xiaoer.shipping.service.judging import Judged, verdicts
from xiaoer.shipping.service.packing import Label, Packed, pack
from xiaoer.shipping.service.predicting import predict
from xiaoer.shipping.service.reminding import (
    acknowledged,
    agree,
    answer,
    close,
    escalate,
    remind,
)
from xiaoer.shipping.service.silence import find_silent
from xiaoer.shipping.service.ticking import miss, tick
from xiaoer.shipping.service.tracking import Scan, Taken, take, take_anywhere
from xiaoer.shipping.service.watching import catch_up, renew_open, watch

__all__ = [
    "Judged",
    "Label",
    "Packed",
    "Scan",
    "Taken",
    "acknowledged",
    "agree",
    "answer",
    "catch_up",
    "choose_courier",
    "close",
    "escalate",
    "find_silent",
    "fold",
    "miss",
    "pack",
    "predict",
    "remind",
    "renew_open",
    "set_courier",
    "set_warehouse",
    "suspend",
    "take",
    "take_anywhere",
    "tick",
    "verdicts",
    "watch",
]
