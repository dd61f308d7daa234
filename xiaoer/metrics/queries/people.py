"""Productivity per agent, and beside it always how good the work was (RSP-12)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.complaints import queries as complaints
from xiaoer.core import db
from xiaoer.core.shops import Shop
from xiaoer.metrics.models import AgentDay
from xiaoer.metrics.queries import responses
from xiaoer.metrics.queries import rounds as reading
from xiaoer.metrics.queries.responses import SplitBy
from xiaoer.metrics.queries.windows import Window
from xiaoer.metrics.rules import people as rules
from xiaoer.metrics.rules.people import Day
from xiaoer.metrics.rules.rounds import Figures, Sums, figures, share_bp
from xiaoer.quality.queries import scores
from xiaoer.workforce import queries as workforce

# The state at the beginning of the window, then every change within it; index ranges per agent.
_WORKED = """
SELECT a.id, sum(extract(epoch FROM least(m.until, %(until)s) - greatest(m.at, %(since)s)))::float
FROM unnest(%(agents)s::uuid[]) a(id) CROSS JOIN LATERAL (
    SELECT p.at, p.after, coalesce(lead(p.at) OVER (ORDER BY p.at), %(until)s) AS until FROM (
        (SELECT at, after FROM presence_changes WHERE agent_id = a.id AND at <= %(since)s
            ORDER BY at DESC LIMIT 1)
        UNION ALL
        (SELECT at, after FROM presence_changes
            WHERE agent_id = a.id AND at > %(since)s AND at < %(until)s)
    ) p
) m WHERE m.after <> 'offline' AND m.until > %(since)s GROUP BY a.id
"""
# Facts of the house by who did them: a range of ix_events_shop_kind each.
_HANDLED = """
SELECT actor_id, count(DISTINCT subject_id) FROM events
WHERE shop_id = ANY(%(shops)s) AND kind = ANY(ARRAY['TaskDone', 'CaseMoved'])
    AND at >= %(since)s AND at < %(until)s AND actor_kind = 'agent' GROUP BY 1
"""
_STARS = """
SELECT agent_id, count(*), avg(score)::float FROM conversation_ratings
WHERE shop_id = ANY(%(shops)s) AND at >= %(since)s AND at < %(until)s AND agent_id IS NOT NULL
GROUP BY 1
"""


@dataclass(frozen=True)
class Productivity:
    """How much: of talks, and of tasks and cases; seconds at the desk; talks at once."""

    talks: int
    handled: int
    worked_sec: float
    talks_per_hour: float | None
    handled_per_hour: float | None
    at_once: float | None
    peak: int
    responses: Figures


@dataclass(frozen=True)
class Quality:
    """How good: stars (1 to 5), QA score and complaints by talks (ten thousandths)."""

    stars: float | None
    rated: int
    score_bp: int | None
    scored: int
    complaints: int
    complaint_bp: int | None


@dataclass(frozen=True)
class Person:
    """Productivity is never told without quality."""

    agent_id: UUID
    name: str
    productivity: Productivity
    quality: Quality


@dataclass
class _Work:
    talks: int = 0
    served_sec: float = 0.0
    busy_sec: float = 0.0
    peak: int = 0
    sums: Sums = field(default_factory=Sums)

    def add(self, day: Day) -> None:
        self.talks += day.talks
        self.served_sec += day.served_sec
        self.busy_sec += day.busy_sec
        self.peak = max(self.peak, day.peak)


def people(session: Session, found: Sequence[tuple[Shop, Window]]) -> list[Person]:
    """Everybody who answered in the windows of these shops, who served most first."""
    work: dict[UUID, _Work] = defaultdict(_Work)
    for shop, when in found:
        for agent_id, day in _days(session, shop, when):
            work[agent_id].add(day)
        for _, agent_id, sums in responses.parts(session, shop, when, SplitBy.AGENT):
            if agent_id is not None:
                work[agent_id].sums.add(sums)
    about = _About(session, found, set(work))
    made = [about.person(agent_id, own) for agent_id, own in work.items()]
    return sorted(made, key=lambda each: (-each.productivity.talks, each.name))


def _days(session: Session, shop: Shop, when: Window) -> list[tuple[UUID, Day]]:
    live = reading.live_from(session, shop.id, when.first)
    own = AgentDay
    rolled = (
        select(
            own.agent_id,
            func.sum(own.talks),
            func.sum(own.served_sec),
            func.sum(own.busy_sec),
            func.max(own.peak),
        )
        .where(own.shop_id == shop.id, own.day >= when.first, own.day < live)
        .group_by(own.agent_id)
    )
    found = [(row[0], Day(*row[1:])) for row in session.execute(rolled)]
    for those in reading.by_day(session, shop, live, when.until).values():
        found += rules.days(those).items()
    return found


class _About:
    """What is known of these agents beside their talks; a statement for each kind."""

    def __init__(
        self,
        session: Session,
        found: Sequence[tuple[Shop, Window]],
        agents: Collection[UUID],
    ) -> None:
        shops = [shop.id for shop, _ in found]
        since = min((when.since for _, when in found), default=None)
        until = max((when.until for _, when in found), default=None)
        self.names = workforce.names(session, agents)
        if since is None or until is None:
            return
        values = {"shops": shops, "agents": list(agents), "since": since, "until": until}
        within = {"since": since, "until": until}
        self.worked: dict[UUID, float] = dict(_pairs(session, _WORKED, values))
        self.handled = {who: int(count) for who, count in _pairs(session, _HANDLED, values)}
        self.stars = {row[0]: (row[1], row[2]) for row in db.read(session, _STARS, values)}
        self.scores = scores.mean_by_agent(session, shops, **within)
        self.complaints = complaints.by_agent(session, shops, **within)

    def person(self, agent_id: UUID, work: _Work) -> Person:
        worked, handled = self.worked.get(agent_id, 0.0), self.handled.get(agent_id, 0)
        rated, stars = self.stars.get(agent_id, (0, None))
        scored, score_bp = self.scores.get(agent_id, (0, None))
        complained = self.complaints.get(agent_id, 0)
        return Person(
            agent_id=agent_id,
            name=self.names.get(agent_id, ""),
            productivity=Productivity(
                talks=work.talks,
                handled=handled,
                worked_sec=worked,
                talks_per_hour=rules.per_hour(work.talks, worked),
                handled_per_hour=rules.per_hour(handled, worked),
                at_once=rules.at_once(work.served_sec, work.busy_sec),
                peak=work.peak,
                responses=figures(work.sums),
            ),
            quality=Quality(
                stars=None if stars is None else round(stars, 2),
                rated=rated,
                score_bp=score_bp,
                scored=scored,
                complaints=complained,
                complaint_bp=share_bp(complained, work.talks),
            ),
        )


def _pairs(session: Session, statement: str, values: dict[str, object]) -> list[tuple[UUID, float]]:
    return [(row[0], row[1]) for row in db.read(session, statement, values)]
