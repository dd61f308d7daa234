"""Where a movement of money can go, how long it takes and how long we wait."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from xiaoer.payments.errors import MovementCannot
from xiaoer.payments.models import (
    OWN_MONEY,
    STORED_VALUE,
    Account,
    InstrumentKind,
    MovementState,
    Purpose,
)

S = MovementState

NEXT_STATES: Mapping[MovementState, frozenset[MovementState]] = {
    S.RESERVED: frozenset({S.SUBMITTED, S.RELEASED, S.FAILED, S.SETTLED}),
    S.SUBMITTED: frozenset({S.SETTLED, S.FAILED, S.UNKNOWN}),
    S.UNKNOWN: frozenset({S.SETTLED, S.FAILED, S.SUBMITTED}),
    S.SETTLED: frozenset({S.REVERSED}),
    # Only by a person: the provider said no, and then the money was there after all.
    S.FAILED: frozenset({S.SETTLED}),
    S.RELEASED: frozenset(),
    S.REVERSED: frozenset(),
}

LEASE = timedelta(seconds=30)
"""So long a worker may talk to a provider; longer than the provider's own timeout."""
PATIENCE = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 60))
"""When an unknown movement is asked about again (D13); the last one repeats."""
RETRY = tuple(timedelta(seconds=seconds) for seconds in (1, 2, 5, 15, 60))
"""When a provider that could not be reached at all is tried again."""
PEOPLE_WITHIN = timedelta(hours=24)
"""After that a person should have looked (D12, D13)."""

ARRIVES_WITHIN: Mapping[InstrumentKind, timedelta] = {
    InstrumentKind.GIFT_CARD: timedelta(0),
    InstrumentKind.BALANCE: timedelta(0),
    InstrumentKind.WALLET: timedelta(hours=2),
    InstrumentKind.CARD: timedelta(days=7),
    InstrumentKind.BANK: timedelta(days=3),
    InstrumentKind.SOURCE: timedelta(days=7),
}
"""Usual time until the buyer sees the money (domain.md §5, refund arrival time)."""


def check_move(now: MovementState, then: MovementState) -> None:
    if then not in NEXT_STATES[now]:
        raise MovementCannot(state=now.value)


def next_check(attempts: int, now: datetime, *, reached: bool) -> datetime:
    """When to try again after `attempts` tries. Unreached: nothing was sent, so soon."""
    steps = PATIENCE if reached else RETRY
    return now + steps[min(max(attempts - 1, 0), len(steps) - 1)]


def pays_from(purpose: Purpose) -> Account:
    """Whose money it is: what was sold, or the shop's own."""
    return Account.GOODWILL if purpose in OWN_MONEY else Account.SALES


def paid_through(kind: InstrumentKind) -> Account:
    return Account.STORED_VALUE if kind in STORED_VALUE else Account.CLEARING
