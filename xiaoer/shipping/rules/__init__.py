"""The rules of shipping: pure."""

from xiaoer.shipping.rules.couriers import Courier, code_of, known, name_of
from xiaoer.shipping.rules.deadlines import (
    GONE,
    Deadlines,
    Pause,
    Rule,
    Told,
    deadlines,
    due,
    due_of,
    is_overlooked,
    stage_of,
    urgency_of,
)
from xiaoer.shipping.rules.scans import FACTS, IN_HAND, ORDER, TURNED, node_of
from xiaoer.shipping.rules.shares import Offer, choose
from xiaoer.shipping.rules.verdicts import HandOver, Verdict, hours_late, verdict, verdict_at

__all__ = [
    "FACTS",
    "GONE",
    "IN_HAND",
    "ORDER",
    "TURNED",
    "Courier",
    "Deadlines",
    "HandOver",
    "Offer",
    "Pause",
    "Rule",
    "Told",
    "Verdict",
    "choose",
    "code_of",
    "deadlines",
    "due",
    "due_of",
    "hours_late",
    "is_overlooked",
    "known",
    "name_of",
    "node_of",
    "stage_of",
    "urgency_of",
    "verdict",
    "verdict_at",
]
