"""Disputes by what they ended in (KP4-14)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Dispute,
    DisputeState,
)
from xiaoer.aftersales.queries.reports.windows import MOST, Window, newest


@dataclass(frozen=True)
class Completion:
    """Cases of a kind that completed: by ourselves, or after somebody else ruled."""

    kind: CaseKind
    ruled: bool
    cases: int
    mean_sec: int
    """From asking to the end; what was ruled on is not part of the self-completed mean."""
    case_ids: Sequence[UUID]


def completion(session: Session, shop_id: UUID, when: Window) -> list[Completion]:
    """KP4-14: completed in the window, those that were ruled on counted apart."""
    ruled = (
        select(Dispute.id)
        .where(Dispute.case_id == Case.id, Dispute.state == DisputeState.RULED)
        .correlate(Case)
        .exists()
    )
    took = func.extract("epoch", Case.ended_at - Case.opened_at)
    query = (
        select(Case.kind, ruled, func.count(), func.avg(took), newest(Case.id, Case.ended_at))
        .where(
            Case.shop_id == shop_id,
            Case.state == CaseState.COMPLETED,
            Case.kind.in_((CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)),
            Case.ended_at >= when.since,
            Case.ended_at <= when.until,
        )
        .group_by(Case.kind, ruled)
        .order_by(Case.kind, ruled)
    )
    return [
        Completion(kind, bool(by), int(count), int(mean), ids[:MOST])
        for kind, by, count, mean, ids in session.execute(query)
    ]
