"""What each branch of the tree of disputes cost (DSP-28)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Case,
)
from xiaoer.aftersales.queries.reports.legs import _mean
from xiaoer.aftersales.queries.reports.windows import MOST, Window
from xiaoer.playbooks.models import PlaybookRun


@dataclass(frozen=True)
class BranchCost:
    """How the disputes of a branch ended, how long they took, and what they cost (DSP-25)."""

    branch: str
    runs: int
    results: Mapping[str, int]
    rulings: Mapping[str, int]
    mean_sec: int
    cost_cents: int
    case_ids: Sequence[UUID]


def branches(session: Session, shop_id: UUID, when: Window) -> list[BranchCost]:
    """Runs of the tree of disputes that ended in the window, the costliest branch first."""
    query = (
        select(PlaybookRun, Case.refunded_cents)
        .join(Case, Case.id == PlaybookRun.subject_id)
        .where(
            PlaybookRun.shop_id == shop_id,
            PlaybookRun.playbook == "dispute",
            PlaybookRun.finished_at >= when.since,
            PlaybookRun.finished_at <= when.until,
        )
        .order_by(PlaybookRun.finished_at.desc())
    )
    found: dict[str, list[tuple[PlaybookRun, int]]] = defaultdict(list)
    for run, refunded in session.execute(query):
        found[run.branch or ""].append((run, refunded))
    made = [_branch_cost(branch, runs) for branch, runs in found.items()]
    return sorted(made, key=lambda each: (-each.cost_cents, -each.runs, each.branch))


def _branch_cost(branch: str, runs: Sequence[tuple[PlaybookRun, int]]) -> BranchCost:
    took = [
        int((run.finished_at - run.started_at).total_seconds())
        for run, _ in runs
        if run.finished_at is not None
    ]
    cost = sum(refunded if run.cost_cents is None else run.cost_cents for run, refunded in runs)
    return BranchCost(
        branch=branch,
        runs=len(runs),
        results=Counter(run.result or "" for run, _ in runs),
        rulings=Counter(run.ruling.value for run, _ in runs if run.ruling is not None),
        mean_sec=_mean(took),
        cost_cents=cost,
        case_ids=list(dict.fromkeys(run.subject_id for run, _ in runs))[:MOST],
    )
