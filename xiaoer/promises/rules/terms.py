"""When a promise is due and warns, and where it may move: pure, no session, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from xiaoer.promises.errors import DueInThePast, DueTooFar, PromiseCannotMove
from xiaoer.promises.models import PromiseState
from xiaoer.promises.rules.hours import Hours, add_business_time, business_seconds_between

LONGEST_YEARS = 3

NEXT_STATES: Mapping[PromiseState, frozenset[PromiseState]] = {
    PromiseState.OPEN: frozenset(PromiseState) - {PromiseState.OPEN},
    PromiseState.PAUSED: frozenset({PromiseState.OPEN, PromiseState.KEPT, PromiseState.RELEASED}),
    PromiseState.BROKEN: frozenset({PromiseState.LATE}),
    PromiseState.KEPT: frozenset(),
    PromiseState.LATE: frozenset(),
    PromiseState.RELEASED: frozenset(),
}


@dataclass(frozen=True, kw_only=True)
class Terms:
    """A promise about to be made: what is owed, about what, by whom and until when."""

    shop_id: UUID
    kind: str
    subject_type: str
    subject_id: UUID
    due_at: datetime
    warn_at: Sequence[datetime] = ()
    """Moments to warn at; those not before `due_at` are left out."""
    owner_agent_id: UUID | None = None
    owner_group_id: UUID | None = None
    calendar_id: UUID | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Schedule:
    """When a promise is due, and when it warns before."""

    due_at: datetime
    warn_at: tuple[datetime, ...]


def check_move(now: PromiseState, then: PromiseState) -> None:
    if then not in NEXT_STATES[now]:
        raise PromiseCannotMove(state=now.value, to=then.value)


def settled_as(state: PromiseState, due_at: datetime, at: datetime) -> PromiseState:
    """What a promise becomes when it is done at `at`: KEPT strictly before due, LATE otherwise.

    A standing clock cannot run out; a breach that was told stays one.
    """
    if state is PromiseState.PAUSED or (state is PromiseState.OPEN and at < due_at):
        return PromiseState.KEPT
    return PromiseState.LATE


def schedule(
    hours: Hours | None, start: datetime, seconds: float, warn_after: Sequence[float] = ()
) -> Schedule:
    """Due `seconds` of business time after `start`, warning after each of `warn_after` seconds."""
    due_at = add_business_time(hours, start, seconds)
    warnings = [add_business_time(hours, start, s) for s in warn_after if 0 < s < seconds]
    return Schedule(due_at, warnings_before(due_at, warnings))


def warnings_before(due_at: datetime, warn_at: Sequence[datetime]) -> tuple[datetime, ...]:
    return tuple(sorted({each for each in warn_at if each < due_at}))


def check_due(due_at: datetime, now: datetime) -> None:
    """Nobody promises for the past, nor for a time that clocks cannot be counted to."""
    if due_at <= now:
        raise DueInThePast
    if due_at > now + timedelta(days=366 * LONGEST_YEARS):
        raise DueTooFar(years=LONGEST_YEARS)


def next_fire(due_at: datetime, warn_at: Sequence[datetime], now: datetime) -> datetime:
    """The first warning still to come, else the moment it is due."""
    return min((each for each in warn_at if each > now), default=due_at)


def moved(
    hours: Hours | None,
    warn_at: Sequence[datetime],
    *,
    since: datetime,
    restart: datetime,
    remaining: float,
) -> Schedule:
    """A schedule that stood still from `since` and goes on at `restart`.

    `remaining` are the business seconds that were left at `since`; warnings not yet told at
    `since` keep their distance, those told stay where they were.
    """
    due_at = add_business_time(hours, restart, remaining)
    shifted = [
        each
        if each <= since
        else add_business_time(hours, restart, business_seconds_between(hours, since, each))
        for each in warn_at
    ]
    return Schedule(due_at, warnings_before(due_at, shifted))


def postponed(
    hours: Hours | None, warn_at: Sequence[datetime], *, before: datetime, due_at: datetime
) -> Schedule:
    """Warnings move along with the moment a promise is due."""
    shift = business_seconds_between(hours, before, due_at)
    return Schedule(
        due_at,
        warnings_before(due_at, [add_business_time(hours, each, shift) for each in warn_at]),
    )
