"""One case after another: its chain, its clock, who agreed, its money and its units."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from tests.aftersales.lives.seen import Seen
from tests.aftersales.lives.watch_money import ON_ITS_WAY
from xiaoer.aftersales.models import Case, CaseEvent, CaseKind, CaseState
from xiaoer.aftersales.rules import (
    CLAIMS_UNITS,
    PAYS_BACK,
    SENDS_GOODS,
    TERMINAL,
    Command,
    first_break,
)
from xiaoer.payments.models import OWN_MONEY, Direction, Movement, MovementState
from xiaoer.policies.models import Decision
from xiaoer.policies.service.switches import standing
from xiaoer.promises.models import Promise

M = MovementState


class CaseWatch(Seen):
    def case(self, case: Case) -> None:
        """I4, I13, I14, I15 for one case."""
        chain = self.session.scalars(
            select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(CaseEvent.seq)
        ).all()
        assert first_break(chain) is None
        assert (chain[-1].after, chain[-1].seq, len(chain)) == (
            case.state.value,
            case.version,
            case.version,
        )
        ended = case.state in TERMINAL
        running = select(func.count()).select_from(Promise)
        running = running.where(Promise.subject_id == case.id, Promise.ended_at.is_(None))
        assert self.session.scalar(running) == (0 if ended else 1)
        assert (case.deadline_at is None) is ended
        if ended:
            assert self.ended.setdefault(case.id, (case.state, case.version)) == (
                case.state,
                case.version,
            )
        self.case_money(case)
        self.case_units(case)
        self.case_authority(case, chain)

    def case_authority(self, case: Case, chain: Sequence[CaseEvent]) -> None:
        """I24: who asks stays within policy, who goes beyond it says why, and beyond their limit
        two people agree."""
        made = self.session.get(Decision, case.decision_id) if case.decision_id else None
        first = made
        while first is not None and first.override_of:
            assert (first.actor_kind, bool(first.override_reason.strip())) == ("agent", True)
            first = self.session.get_one(Decision, first.override_of)
        if first is not None and case.kind is not CaseKind.COMPENSATION:
            refused = first.outputs.get("decision") == "refuse"
            assert not refused or (made is not first and case.opened_by == "agent")
        if case.automation in self.switches():
            query = select(Decision.outputs["decision"].astext).where(
                Decision.subject_id == case.id,
                Decision.table == "automation",
                Decision.outputs["switch"].astext == case.automation,
            )
            assert "approve" in self.session.scalars(query).all()
        asked: CaseEvent | None = None
        for event in chain:
            if event.command == Command.ASK_APPROVAL:
                asked = event
            elif event.command == Command.APPROVE and event.actor_id in self.limits:
                beyond = event.data["cents"] > self.limits[event.actor_id]
                if beyond and case.kind in PAYS_BACK:
                    assert asked is not None
                    assert asked.actor_id != event.actor_id

    def switches(self) -> frozenset[str]:
        if not self.switched:
            known = standing(self.session, self.order.shop_id, promotion=False)
            self.switched = frozenset(each.code for each in known)
        return self.switched

    def case_money(self, case: Case) -> None:
        out = [
            each
            for each in self.moved
            if each.reason_ref == case.id and each.direction is Direction.OUT
        ]
        settled = sum(each.cents for each in out if each.state is M.SETTLED)
        open_ = sum(each.cents for each in out if each.state in ON_ITS_WAY)
        own_money = {each.purpose for each in out} & OWN_MONEY
        assert bool(own_money) is (case.kind is CaseKind.COMPENSATION and bool(out))
        if case.kind in PAYS_BACK and case.converted_from is None:
            assert settled + open_ <= case.approved_cents <= self.order.paid_cents
        if (
            case.state is CaseState.COMPLETED
            and case.kind in PAYS_BACK
            and not self._came_back(out)
        ):
            assert settled >= case.approved_cents
        if case.state is CaseState.CLOSED:
            assert settled + open_ == 0 or case.fast or case.money.value == "settled"

    def _came_back(self, out: list[Movement]) -> bool:
        return any(each.state is M.REVERSED for each in out)

    def case_units(self, case: Case) -> None:
        claims = self.claims[case.id]
        if case.state is CaseState.CLOSED:
            assert not any(each.held for each in claims)
        elif case.state is CaseState.COMPLETED:
            keeps = case.kind in CLAIMS_UNITS - SENDS_GOODS
            assert all(each.held is keeps for each in claims)
        elif claims:
            holds = case.kind in CLAIMS_UNITS  # a price difference leaves the buyer their goods
            assert all(each.held is holds for each in claims)
            count = Counter(each.order_line_id for each in claims)
            wanted: Counter[UUID] = Counter()
            for line in self.lines[case.id]:
                wanted[line.order_line_id] += line.qty
            assert count == wanted
