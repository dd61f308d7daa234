"""The rules of shipping: pure."""

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
from xiaoer.shipping.rules.verdicts import HandOver, Verdict, hours_late, verdict, verdict_at

__all__ = [
    "GONE",
    "Deadlines",
    "HandOver",
    "Pause",
    "Rule",
    "Told",
    "Verdict",
    "deadlines",
    "due",
    "due_of",
    "hours_late",
    "is_overlooked",
    "stage_of",
    "urgency_of",
    "verdict",
    "verdict_at",
]
