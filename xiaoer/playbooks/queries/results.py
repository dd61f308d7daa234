"""How runs and appeals ended, counted."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach
from xiaoer.playbooks.models import Appeal, AppealReason, AppealState, AppealTarget, PlaybookRun


@dataclass(frozen=True)
class BranchResult:
    """How the runs of a branch ended in a window (DSP-25)."""

    branch: str
    runs: int
    results: Mapping[str, int]
    rulings: Mapping[str, int]
    seconds: int
    """Mean from start to end."""
    cost_cents: int


def results(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    playbook: str,
    since: dt.datetime,
    until: dt.datetime,
) -> list[BranchResult]:
    """Runs that ended in [since, until) by branch, the costliest first."""
    must_reach(actor, shop_id)
    took = func.extract("epoch", PlaybookRun.finished_at - PlaybookRun.started_at)
    query = (
        select(
            PlaybookRun.branch,
            PlaybookRun.result,
            PlaybookRun.ruling,
            func.count(),
            func.sum(took),
            func.coalesce(func.sum(PlaybookRun.cost_cents), 0),
        )
        .where(
            PlaybookRun.shop_id == shop_id,
            PlaybookRun.playbook == playbook,
            PlaybookRun.finished_at >= since,
            PlaybookRun.finished_at < until,
        )
        .group_by(PlaybookRun.branch, PlaybookRun.result, PlaybookRun.ruling)
    )
    found: dict[str, list[Sequence[Any]]] = {}
    for row in session.execute(query):
        found.setdefault(str(row[0]), []).append(row)
    made = [_summed(branch, rows) for branch, rows in found.items()]
    return sorted(made, key=lambda each: (-each.cost_cents, -each.runs, each.branch))


def _summed(branch: str, rows: Sequence[Sequence[Any]]) -> BranchResult:
    ended: Counter[str] = Counter()
    ruled: Counter[str] = Counter()
    for _, result, ruling, count, _seconds, _cost in rows:
        ended[result] += count
        if ruling is not None:
            ruled[ruling.value] += count
    runs = sum(ended.values())
    seconds = int(sum(float(row[4]) for row in rows) / runs)
    return BranchResult(branch, runs, ended, ruled, seconds, sum(int(row[5]) for row in rows))


@dataclass(frozen=True)
class AppealResult:
    """How many appeals against a target ended so, for this reason (EVD-4)."""

    target: AppealTarget
    state: AppealState
    reason: AppealReason
    appeals: int


def appeal_results(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    since: dt.datetime,
    until: dt.datetime,
) -> list[AppealResult]:
    """Appeals that were won or lost in [since, until), the most frequent first."""
    must_reach(actor, shop_id)
    grouped = (Appeal.target, Appeal.state, Appeal.reason)
    count = func.count()
    query = (
        select(*grouped, count)
        .where(
            Appeal.shop_id == shop_id,
            Appeal.reason.is_not(None),
            Appeal.ended_at >= since,
            Appeal.ended_at < until,
        )
        .group_by(*grouped)
        .order_by(count.desc(), *grouped)
    )
    return [
        AppealResult(target, state, reason, number)
        for target, state, reason, number in session.execute(query)
        if reason is not None
    ]
