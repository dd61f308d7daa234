"""What scores say about each agent: skills, the weakest, and the way from week to week (CMM-10)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop, must_reach
from xiaoer.quality.models import Skill
from xiaoer.quality.queries import scores
from xiaoer.quality.queries.scores import Scored
from xiaoer.quality.rules import trend
from xiaoer.quality.rules.trend import Week
from xiaoer.workforce import queries as workforce


@dataclass(frozen=True)
class Coaching:
    """Of one agent. `unseen`: scores the agent has not read yet."""

    agent_id: UUID
    agent_name: str
    scores: int
    mean_bp: int | None
    skills: Mapping[Skill, int]
    weakest: Skill | None
    weeks: Sequence[Week]
    unseen: int


def team(session: Session, actor: Actor, shop: Shop, *, since: datetime) -> list[Coaching]:
    """Everybody who was scored since then, who needs help most first."""
    actor.must(Permission.QUALITY_READ)
    must_reach(actor, shop.id)
    by_agent: dict[UUID, list[Scored]] = defaultdict(list)
    for each in scores.within(session, [shop.id], since=since):
        by_agent[each[0].agent_id].append(each)
    names = workforce.names(session, set(by_agent))
    made = [_of(id_, names.get(id_, ""), scored, shop.zone) for id_, scored in by_agent.items()]
    return sorted(made, key=lambda each: (each.mean_bp or 0, each.agent_name))


def mine(session: Session, actor: Actor, shop: Shop, *, since: datetime) -> Coaching:
    """One's own; nothing yet when nobody has scored."""
    actor.must(Permission.CONVERSATIONS_READ)
    assert actor.id is not None
    must_reach(actor, shop.id)
    scored = scores.within(session, [shop.id], since=since, agent_id=actor.id)
    return _of(actor.id, actor.name, scored, shop.zone)


def _of(agent_id: UUID, name: str, scored: Sequence[Scored], zone: ZoneInfo) -> Coaching:
    totals = [score.total_bp for score, _ in scored]
    skills = scores.skills(scored)
    return Coaching(
        agent_id=agent_id,
        agent_name=name,
        scores=len(scored),
        mean_bp=round(sum(totals) / len(totals)) if totals else None,
        skills=skills,
        weakest=min(skills, key=lambda skill: skills[skill]) if skills else None,
        weeks=trend.weeks(((score.at, score.total_bp) for score, _ in scored), zone),
        unseen=sum(score.seen_at is None for score, _ in scored),
    )
