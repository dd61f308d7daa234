"""Decisions and replays an actor may read."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, distinct, func, select, tuple_
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from xiaoer.core import clock, paging
from xiaoer.core.auth import Actor
from xiaoer.policies.errors import (
    DecisionNotFound,
    ReplayNotFound,
)
from xiaoer.policies.models import (
    Decision,
    Outcome,
    Replay,
    ShadowDifference,
)


def decisions_of(actor: Actor) -> Select[Decision]:
    query = select(Decision)
    if not actor.all_shops:
        query = query.where(Decision.shop_id.in_(actor.shop_ids))
    return query


def decision(session: Session, actor: Actor, decision_id: UUID) -> Decision:
    found = session.scalars(decisions_of(actor).where(Decision.id == decision_id)).one_or_none()
    if found is None:
        raise DecisionNotFound
    return found


def decided(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    table: str | None = None,
    row: str | None = None,
    subject_id: UUID | None = None,
    version_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Decision], str | None]:
    """Decisions, newest first."""
    query = decisions_of(actor)
    wanted = {
        Decision.shop_id: shop_id,
        Decision.table: table,
        Decision.row: row,
        Decision.subject_id: subject_id,
        Decision.version_id: version_id,
    }
    for column, value in wanted.items():
        if value is not None:
            query = query.where(column == value)
    if after:
        at, last = paging.keys(after, (dt.datetime, UUID))
        query = query.where(tuple_(Decision.at, Decision.id) < tuple_(at, last))
    rows = session.scalars(
        query.order_by(Decision.at.desc(), Decision.id.desc()).limit(limit + 1)
    ).all()
    page = rows[:limit]
    following = paging.cursor(page[-1].at, page[-1].id) if len(rows) > limit else None
    return page, following


def replay(session: Session, actor: Actor, replay_id: UUID) -> Replay:
    query = select(Replay).where(Replay.id == replay_id)
    if not actor.all_shops:
        query = query.where(Replay.shop_id.in_(actor.shop_ids))
    found = session.scalars(query).one_or_none()
    if found is None:
        raise ReplayNotFound
    return found


def replays(session: Session, actor: Actor, version_id: UUID) -> Sequence[Replay]:
    query = select(Replay).where(Replay.version_id == version_id).order_by(Replay.asked_at.desc())
    if not actor.all_shops:
        query = query.where(Replay.shop_id.in_(actor.shop_ids))
    return session.scalars(query).all()


def differing(
    session: Session, actor: Actor, version_id: UUID, *, limit: int
) -> Sequence[Decision]:
    """The newest decisions that a version in shadow would have taken otherwise."""
    return session.scalars(
        decisions_of(actor)
        .join(ShadowDifference, ShadowDifference.decision_id == Decision.id)
        .where(ShadowDifference.version_id == version_id)
        .order_by(Decision.at.desc(), Decision.id.desc())
        .limit(limit)
    ).all()


def alike(session: Session, actor: Actor, *, shop_id: UUID, days: int) -> Sequence[Row[Any]]:
    """Facts that were decided in more than one way, overrides included; the most frequent first."""
    if not actor.reaches(shop_id):
        return []
    endings = func.count(distinct(Decision.outputs))
    cases = func.count().filter(Decision.override_of.is_(None))
    example = func.array_agg(aggregate_order_by(Decision.id, Decision.at.desc()))
    return session.execute(
        select(
            Decision.table,
            Decision.facts_hash,
            cases.label("cases"),
            endings.label("endings"),
            func.count().filter(Decision.override_of.is_not(None)).label("overridden"),
            example[1].label("example_id"),
        )
        .where(
            Decision.shop_id == shop_id,
            Decision.at >= clock.now() - dt.timedelta(days=days),
            Decision.outcome != Outcome.NEED_FACT,
        )
        .group_by(Decision.table, Decision.facts_hash)
        .having(endings > 1)
        .order_by(cases.desc())
        .limit(200)
    ).all()
