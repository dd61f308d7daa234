"""Goods of an order, and what was decided about them."""

from collections import Counter
from uuid import UUID

from sqlalchemy import func, select

from tests.aftersales.lives.seen import Seen
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Phase, Replacement
from xiaoer.aftersales.rules import UNSHIPPED
from xiaoer.orders.models import OrderStatus
from xiaoer.policies.models import Decision, Outcome, PolicyVersion
from xiaoer.policies.service import holding


class GoodsWatch(Seen):
    def goods(self) -> None:
        """I17, I18, I19."""
        for case in self.cases:
            for line in self.lines[case.id]:
                assert line.restocked <= line.accepted <= line.qty
            unshipped = case.kind is CaseKind.REFUND_ONLY and case.phase is Phase.PRE_SHIP
            if unshipped and case.state in (CaseState.REFUND_PROCESSING, CaseState.REFUND_FAILED):
                assert self.order.status in (*UNSHIPPED, OrderStatus.CANCELLED)
        made: Counter[UUID] = Counter(
            self.session.scalars(
                select(Replacement.case_id).where(
                    Replacement.case_id.in_([case.id for case in self.cases])
                )
            )
        )
        for case_id, count in made.items():
            assert count <= sum(line.accepted or line.qty for line in self.lines[case_id])
            self.exchange(next(case for case in self.cases if case.id == case_id))

    def exchange(self, case: Case) -> None:
        """I20: what the replacements are worth is what was paid and added, less what went back."""
        before, after = self.session.execute(
            select(func.sum(Replacement.before_cents), func.sum(Replacement.paid_cents)).where(
                Replacement.case_id == case.id
            )
        ).one()
        if not any(each.parent_id == case.id for each in self.cases):
            assert before + case.due_cents == after

    def decisions(self) -> None:
        """I22, I23: a decision names its version, and gives the same again."""
        ids = [each.decision_id for each in self.cases if each.decision_id]
        for made in self.session.scalars(select(Decision).where(Decision.id.in_(ids))):
            if made.id in self.decided:
                continue
            self.decided.add(made.id)
            assert made.version_id is not None
            assert made.row or made.needs
            version = self.session.get_one(PolicyVersion, made.version_id)
            again = holding.compiled(made.content_hash, version.content)(dict(made.facts))
            unknown = made.outcome is Outcome.NEED_FACT  # of the table, or of the law below it
            assert again.row == made.row or made.override_of or unknown
