"""The verbs of promises.

`make`, `keep`, `release`, `pause`, `resume`, `extend` and `hand_over` are a person's acts and ask
for `promises:manage`. `make_many` and the `…_for` verbs are for the rooms above, whose own verb
has asked for its own permission: they go by (shop, subject, kind) and are one statement each.
"""

from xiaoer.promises.service.calendars import (
    Days,
    Notice,
    add_calendar,
    change_calendar,
    hours_of,
    import_holidays,
    set_days,
    upcoming,
)
from xiaoer.promises.service.changing import (
    extend,
    hand_over,
    hand_over_for,
    pause,
    reset_many,
    resume,
)
from xiaoer.promises.service.firing import Fired, fire_due
from xiaoer.promises.service.making import make, make_first, make_many, terms
from xiaoer.promises.service.settling import (
    Proved,
    Settled,
    keep,
    keep_for,
    keep_proved,
    read_ahead,
    release,
    release_for,
    release_many,
)

__all__ = [
    "Days",
    "Fired",
    "Notice",
    "Proved",
    "Settled",
    "add_calendar",
    "change_calendar",
    "extend",
    "fire_due",
    "hand_over",
    "hand_over_for",
    "hours_of",
    "import_holidays",
    "keep",
    "keep_for",
    "keep_proved",
    "make",
    "make_first",
    "make_many",
    "pause",
    "read_ahead",
    "release",
    "release_for",
    "release_many",
    "reset_many",
    "resume",
    "set_days",
    "terms",
    "upcoming",
]
