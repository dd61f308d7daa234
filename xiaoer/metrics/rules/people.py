"""What an agent's day comes to: talks, how many at once, and how long at the desk. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.metrics.rules.rounds import Round

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Day:
    """Of one agent: talks served, seconds of all of them, seconds in which any went on, and how
    many went on at once at most."""

    talks: int
    served_sec: float
    busy_sec: float
    peak: int


def days(rounds: Iterable[Round]) -> dict[UUID, Day]:
    """Each agent's day; a talk lasts from the first question to the last answer of that agent."""
    spans: dict[UUID, dict[UUID, Span]] = defaultdict(dict)
    for each in rounds:
        if each.agent_id is None or each.answered_at is None:
            continue
        own = spans[each.agent_id]
        known = own.get(each.conversation_id, (each.asked_at, each.answered_at))
        own[each.conversation_id] = (
            min(known[0], each.asked_at),
            max(known[1], each.answered_at),
        )
    return {agent: day(list(talks.values())) for agent, talks in spans.items()}


def day(spans: Sequence[Span]) -> Day:
    served = sum((end - start).total_seconds() for start, end in spans)
    # At the same moment an end comes before a start: one talk after another is one at a time.
    moves = [(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans]
    moves.sort(key=lambda move: (move[0], move[1]))
    busy, now, peak = 0.0, 0, 0
    since: datetime | None = None
    for at, step in moves:
        if now > 0 and since is not None:
            busy += (at - since).total_seconds()
        now += step
        since, peak = at, max(peak, now)
    return Day(len(spans), served, busy, peak)


def per_hour(count: int, worked_sec: float) -> float | None:
    """None where somebody served without being at the desk for a minute."""
    return round(count * 3600 / worked_sec, 2) if worked_sec >= 60 else None


def at_once(served_sec: float, busy_sec: float) -> float | None:
    """Talks at once on average, while there were any."""
    return round(served_sec / busy_sec, 2) if busy_sec else None
