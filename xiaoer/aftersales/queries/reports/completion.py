"""How long cases take from the request to their end (KP4-14, RFU-8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import case as sql_case
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
    target_sec: int
    late: int
    """How many took longer than their target (RFU-8)."""
    case_ids: Sequence[UUID]


def completion(
    session: Session, shop_id: UUID, when: Window, wanted: Mapping[CaseKind, int]
) -> list[Completion]:
    """KP4-14: completed in the window, those that were ruled on counted apart; `wanted`: seconds
    a case of each kind may take."""
    ruled = (
        select(Dispute.id)
        .where(Dispute.case_id == Case.id, Dispute.state == DisputeState.RULED)
        .correlate(Case)
        .exists()
    )
    took = func.extract("epoch", Case.ended_at - Case.opened_at)
    query = (
        select(
            Case.kind,
            ruled,
            func.count(),
            func.avg(took),
            func.count().filter(took > sql_case(dict(wanted), value=Case.kind)),
            newest(Case.id, Case.ended_at),
        )
        .where(
            Case.shop_id == shop_id,
            Case.state == CaseState.COMPLETED,
            Case.kind.in_(wanted),
            Case.ended_at >= when.since,
            Case.ended_at <= when.until,
        )
        .group_by(Case.kind, ruled)
        .order_by(Case.kind, ruled)
    )
    return [
        Completion(kind, bool(by), int(count), int(mean), wanted[kind], int(late), ids[:MOST])
        for kind, by, count, mean, late, ids in session.execute(query)
    ]
