"""The verbs of shipping."""

from xiaoer.shipping.service.arranging import set_warehouse, suspend
from xiaoer.shipping.service.judging import Judged, verdicts
from xiaoer.shipping.service.watching import catch_up, renew_open, watch

__all__ = [
    "Judged",
    "catch_up",
    "renew_open",
    "set_warehouse",
    "suspend",
    "verdicts",
    "watch",
]
