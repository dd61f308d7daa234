"""The verbs of shipping."""

from xiaoer.shipping.service.announcing import News, announce
from xiaoer.shipping.service.answering import Other, carried_out, record
from xiaoer.shipping.service.arranging import set_warehouse, suspend
from xiaoer.shipping.service.couriers import choose_courier, set_courier
from xiaoer.shipping.service.delaying import Telling, blame, tell
from xiaoer.shipping.service.folding import fold
from xiaoer.shipping.service.judging import Judged, verdicts
from xiaoer.shipping.service.packing import Held, Label, Packed, pack
from xiaoer.shipping.service.predicting import predict
from xiaoer.shipping.service.pursuing import answered, claim, inquire, milestone, paid_out
from xiaoer.shipping.service.pursuing import end as end_trouble
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
from xiaoer.shipping.service.troubling import open_trouble
from xiaoer.shipping.service.watching import catch_up, renew_open, watch
from xiaoer.shipping.service.wording import comfort

__all__ = [
    "Held",
    "Judged",
    "Label",
    "News",
    "Other",
    "Packed",
    "Scan",
    "Taken",
    "Telling",
    "acknowledged",
    "agree",
    "announce",
    "answer",
    "answered",
    "blame",
    "carried_out",
    "catch_up",
    "choose_courier",
    "claim",
    "close",
    "comfort",
    "end_trouble",
    "escalate",
    "find_silent",
    "fold",
    "inquire",
    "milestone",
    "miss",
    "open_trouble",
    "pack",
    "paid_out",
    "predict",
    "record",
    "remind",
    "renew_open",
    "set_courier",
    "set_warehouse",
    "suspend",
    "take",
    "take_anywhere",
    "tell",
    "tick",
    "verdicts",
    "watch",
]
