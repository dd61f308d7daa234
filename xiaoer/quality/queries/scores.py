"""Scores: one, an agent's own, a team's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.quality.errors import ScoreNotFound
from xiaoer.quality.models import Score, Skill
from xiaoer.quality.queries import sheets
from xiaoer.quality.rules import sheets as rules
from xiaoer.quality.rules.sheets import Criterion

MOST = 2000
"""Scores of one team and window; inspectors score by hand."""


def one(session: Session, actor: Actor, score_id: UUID, *, lock: bool = False) -> Score:
    """One's own, or anybody's for who may read them."""
    query = select(Score).where(Score.id == score_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None or not may_see(actor, found):
        raise ScoreNotFound
    return found


def may_see(actor: Actor, score: Score) -> bool:
    own = score.agent_id == actor.id
    return actor.reaches(score.shop_id) and (own or actor.may(Permission.QUALITY_READ))


def of_work(session: Session, subject_id: UUID) -> Score | None:
    return session.scalar(select(Score).where(Score.subject_id == subject_id))


def listed(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    since: datetime,
    agent_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Score], str | None]:
    """The newest first. Who may not read everybody's sees their own."""
    must_reach(actor, shop_id)
    if agent_id != actor.id:
        actor.must(Permission.QUALITY_READ)
    keys = (Score.at, Score.id)
    query = select(Score).where(Score.shop_id == shop_id, Score.at >= since)
    if agent_id is not None:
        query = query.where(Score.agent_id == agent_id)
    if after is not None:
        query = query.where(tuple_(*keys) < paging.keys(after, (datetime, UUID)))
    found = session.scalars(query.order_by(*(k.desc() for k in keys)).limit(limit + 1)).all()
    if len(found) <= limit:
        return found, None
    return found[:limit], paging.cursor(found[limit - 1].at, found[limit - 1].id)


Scored = tuple[Score, Sequence[Criterion]]


def within(
    session: Session,
    shop_ids: Sequence[UUID],
    *,
    since: datetime,
    until: datetime | None = None,
    agent_id: UUID | None = None,
) -> list[Scored]:
    """Scores of a window with the criteria they were given by, the oldest first; two statements."""
    query = select(Score).where(Score.shop_id.in_(shop_ids), Score.at >= since)
    if until is not None:
        query = query.where(Score.at < until)
    if agent_id is not None:
        query = query.where(Score.agent_id == agent_id)
    found = session.scalars(query.order_by(Score.at.desc(), Score.id).limit(MOST)).all()[::-1]
    known = sheets.versions(session, {each.sheet_id for each in found})
    return [(each, known[each.sheet_id][1]) for each in found]


def mean_by_agent(
    session: Session, shop_ids: Sequence[UUID], *, since: datetime, until: datetime
) -> dict[UUID, tuple[int, int]]:
    """How many scores each agent had, and their mean in ten thousandths."""
    rows = session.execute(
        select(Score.agent_id, func.count(), func.avg(Score.total_bp))
        .where(Score.shop_id.in_(shop_ids), Score.at >= since, Score.at < until)
        .group_by(Score.agent_id)
    )
    return {agent_id: (count, round(mean)) for agent_id, count, mean in rows}


def skills(scored: Sequence[Scored]) -> dict[Skill, int]:
    return rules.by_skill((criteria, score.points) for score, criteria in scored)
