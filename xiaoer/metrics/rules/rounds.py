"""Rounds of a talk (对话轮次) and what they add up to. Pure.

The one thing that all response figures are made of: the first unanswered question of a customer
and the first answer by a person. Automatic replies and the bot answer nothing (RSP-10).
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

QUICK_SEC = 180
FIRST_QUICK_SEC = 30


@dataclass(frozen=True, slots=True)
class Round:
    """`first`: of its talk. `seconds` None: nobody has answered yet, or ever."""

    conversation_id: UUID
    customer_id: UUID
    channel: str
    topic: str
    agent_id: UUID | None
    first: bool
    asked_at: datetime
    answered_at: datetime | None
    seconds: float | None


@dataclass(frozen=True)
class Key:
    """What rounds of a day can be told apart by."""

    hour: int
    channel: str
    topic: str
    agent_id: UUID | None


@dataclass
class Sums:
    """Counts and seconds that can be added; means and shares come last (`Figures`)."""

    rounds: int = 0
    answered: int = 0
    seconds: float = 0.0
    quick: int = 0
    first_rounds: int = 0
    first_answered: int = 0
    first_seconds: float = 0.0
    first_quick: int = 0

    def add(self, other: "Sums") -> None:
        for each in SUMMED:
            setattr(self, each, getattr(self, each) + getattr(other, each))

    def count(self, one: Round) -> None:
        waited = one.seconds
        self.rounds += 1
        self.first_rounds += one.first
        if waited is None:
            return
        self.answered += 1
        self.seconds += waited
        self.quick += waited <= QUICK_SEC
        if one.first:
            self.first_answered += 1
            self.first_seconds += waited
            self.first_quick += waited <= FIRST_QUICK_SEC


SUMMED = tuple(each.name for each in fields(Sums))


@dataclass(frozen=True)
class Figures:
    """`avg_response_sec` is of every answered round, `avg_first_response_sec` of first rounds only:
    two figures that are often mixed up. Shares are of all rounds, in ten thousandths."""

    rounds: int
    unanswered: int
    avg_response_sec: float | None
    quick_bp: int | None
    first_rounds: int
    avg_first_response_sec: float | None
    first_quick_bp: int | None


def figures(sums: Sums) -> Figures:
    return Figures(
        rounds=sums.rounds,
        unanswered=sums.rounds - sums.answered,
        avg_response_sec=_mean(sums.seconds, sums.answered),
        quick_bp=share_bp(sums.quick, sums.rounds),
        first_rounds=sums.first_rounds,
        avg_first_response_sec=_mean(sums.first_seconds, sums.first_answered),
        first_quick_bp=share_bp(sums.first_quick, sums.first_rounds),
    )


def share_bp(part: int, whole: int) -> int | None:
    """In ten thousandths; None of nothing."""
    return round(part * 10_000 / whole) if whole else None


def _mean(total: float, count: int) -> float | None:
    return round(total / count, 1) if count else None


def cells(rounds: Iterable[Round], zone: ZoneInfo) -> dict[Key, Sums]:
    """The rounds of a day by everything they can be told apart by."""
    found: dict[Key, Sums] = {}
    for each in rounds:
        hour = each.asked_at.astimezone(zone).hour
        key = Key(hour, each.channel, each.topic, each.agent_id)
        found.setdefault(key, Sums()).count(each)
    return found


def served(rounds: Iterable[Round]) -> dict[UUID, datetime]:
    """Customers whom a person answered, each with the moment of the first answer."""
    first: dict[UUID, datetime] = {}
    for each in rounds:
        if each.answered_at is not None:
            known = first.get(each.customer_id, each.answered_at)
            first[each.customer_id] = min(known, each.answered_at)
    return first
