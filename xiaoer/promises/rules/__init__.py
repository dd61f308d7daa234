"""The arithmetic of promises: terms and moves, and the business hours their clocks run on."""

from xiaoer.promises.rules.hours import (
    Hours,
    Span,
    add_business_time,
    business_seconds_between,
    is_open,
    next_opening,
    openings,
    parse_day,
    parse_week,
)
from xiaoer.promises.rules.terms import (
    NEXT_STATES,
    Schedule,
    Terms,
    check_due,
    check_move,
    moved,
    next_fire,
    postponed,
    schedule,
    settled_as,
    warnings_before,
)

__all__ = [
    "NEXT_STATES",
    "Hours",
    "Schedule",
    "Span",
    "Terms",
    "add_business_time",
    "business_seconds_between",
    "check_due",
    "check_move",
    "is_open",
    "moved",
    "next_fire",
    "next_opening",
    "openings",
    "parse_day",
    "parse_week",
    "postponed",
    "schedule",
    "settled_as",
    "warnings_before",
]
