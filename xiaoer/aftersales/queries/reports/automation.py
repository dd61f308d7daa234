"""What automations are worth: how fast refunds are with them and without, and how many are
disputed (AUT-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseEvent, CaseKind, CaseState, Dispute
from xiaoer.aftersales.queries.reports.windows import MOST, Window, newest
from xiaoer.aftersales.rules import Command


@dataclass(frozen=True)
class Automated:
    """Refunds that completed; `automation` is the switch that agreed to them, empty: a person."""

    automation: str
    cases: int
    mean_sec: int
    """From asking to the end."""
    disputed: int
    refunded_cents: int
    overridden: int
    """A person decided otherwise afterwards."""
    people_sec: int
    """What people took on average in the same window; 0: they completed none."""
    case_ids: Sequence[UUID]

    @property
    def saved_sec(self) -> int:
        """Waiting that customers were spared, beside what people took; never below zero."""
        if not self.automation or not self.people_sec:
            return 0
        return max(self.people_sec - self.mean_sec, 0) * self.cases

    @property
    def disputed_bp(self) -> int:
        return self.disputed * 10_000 // self.cases if self.cases else 0


def automation(session: Session, shop_id: UUID, when: Window) -> list[Automated]:
    """Refunds and return-refunds completed in the window, those agreed to by people first."""
    argued = select(Dispute.id).where(Dispute.case_id == Case.id).correlate(Case).exists()
    changed = (
        select(CaseEvent.id)
        .where(CaseEvent.case_id == Case.id, CaseEvent.command == Command.OVERRIDE.value)
        .correlate(Case)
        .exists()
    )
    took = func.extract("epoch", Case.ended_at - Case.opened_at)
    query = (
        select(
            Case.automation,
            func.count(),
            func.avg(took),
            func.count().filter(argued),
            func.coalesce(func.sum(Case.refunded_cents), 0),
            func.count().filter(changed),
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
    rows = session.execute(query).all()
    people = next((int(mean) for name, _, mean, *_ in rows if not name), 0)
    return [
        Automated(name, count, int(mean), disputed, int(cents), overridden, people, ids[:MOST])
        for name, count, mean, disputed, cents, overridden, ids in rows
    ]
