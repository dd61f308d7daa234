"""What automations are worth: how fast refunds are with them and without, and how many are
disputed (AUT-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseKind, CaseState, Dispute
from xiaoer.aftersales.queries.reports.windows import MOST, Window, newest


@dataclass(frozen=True)
class Automated:
    """Refunds that completed; `automation` is the switch that agreed to them, empty: a person."""

    automation: str
    cases: int
    mean_sec: int
    """From asking to the end."""
    disputed: int
    case_ids: Sequence[UUID]

    @property
    def disputed_bp(self) -> int:
        return self.disputed * 10_000 // self.cases if self.cases else 0


def automation(session: Session, shop_id: UUID, when: Window) -> list[Automated]:
    """Refunds and return-refunds completed in the window, those agreed to by people first."""
    argued = select(Dispute.id).where(Dispute.case_id == Case.id).correlate(Case).exists()
    took = func.extract("epoch", Case.ended_at - Case.opened_at)
    query = (
        select(
            Case.automation,
            func.count(),
            func.avg(took),
            func.count().filter(argued),
            newest(Case.id, Case.ended_at),
        )
        .where(
            Case.shop_id == shop_id,
            Case.state == CaseState.COMPLETED,
            Case.kind.in_((CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)),
            Case.ended_at >= when.since,
            Case.ended_at <= when.until,
        )
        .group_by(Case.automation)
        .order_by(Case.automation)
    )
    return [
        Automated(name, int(count), int(mean), int(disputed), ids[:MOST])
        for name, count, mean, disputed, ids in session.execute(query)
    ]
