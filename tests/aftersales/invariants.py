"""What is true of an order, its cases and their money at every moment (aftersales.md A.5)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.aftersales.factories import lines_of
from tests.aftersales.fickle import Fickle
from xiaoer.aftersales import queries
from xiaoer.aftersales.models import (
    Amendment,
    AmendmentKind,
    Case,
    CaseEvent,
    CaseKind,
    CaseLine,
    CaseState,
    Phase,
    Replacement,
    UnitClaim,
)
from xiaoer.aftersales.rules import (
    PAYS_BACK,
    SENDS_GOODS,
    TERMINAL,
    UNSHIPPED,
    Command,
    first_break,
)
from xiaoer.core.auth import Actor
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.payments import queries as payments
from xiaoer.payments.models import (
    OWN_MONEY,
    Direction,
    Instrument,
    Movement,
    MovementState,
    Payment,
)
from xiaoer.payments.provider import Verdict
from xiaoer.policies.models import Decision, PolicyVersion
from xiaoer.policies.service import holding
from xiaoer.policies.service.switches import standing
from xiaoer.promises.models import Promise

M = MovementState
ON_ITS_WAY = (M.RESERVED, M.SUBMITTED, M.UNKNOWN)


class Watch:
    """Looks at one order after every step, and remembers what must not change."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        order: Order,
        provider: Fickle,
        limits: Mapping[UUID, int] | None = None,
    ) -> None:
        """`limits`: how much each person of the shop may give away alone, in cents."""
        self.session, self.actor, self.order, self.provider = session, actor, order, provider
        self.limits = limits or {}
        self.ended: dict[UUID, tuple[CaseState, int]] = {}
        self.movements: dict[UUID, tuple[int, UUID]] = {}
        self.decided: set[UUID] = set()
        self._switches: frozenset[str] = frozenset()

    def look(self) -> None:
        self.session.flush()
        self.session.expire_all()
        self.cases = list(
            self.session.scalars(
                select(Case).where(Case.order_id == self.order.id).order_by(Case.id)
            )
        )
        self.lines = self._by_case(CaseLine)
        self.claims = self._by_case(UnitClaim)
        self.moved = list(
            self.session.scalars(
                select(Movement).where(Movement.order_id == self.order.id).order_by(Movement.id)
            )
        )
        self.money()
        self.units()
        self.destinations()
        self.provider_agrees()
        self.goods()
        self.decisions()
        for case in self.cases:
            self.case(case)

    def _by_case(self, model: Any) -> dict[UUID, list[Any]]:
        ids = [case.id for case in self.cases]
        found: dict[UUID, list[Any]] = {case_id: [] for case_id in ids}
        for row in self.session.scalars(
            select(model).where(model.case_id.in_(ids)).order_by(model.id)
        ):
            found[row.case_id].append(row)
        return found

    def money(self) -> None:
        """I1, I3, I6, I8, and the ledger."""
        session, order = self.session, self.order
        assert payments.mismatches(session, order_id=order.id) == []
        ways = session.scalars(select(Payment).where(Payment.order_id == order.id)).all()
        assert all(each.left_cents >= 0 for each in ways)
        assert order.refunded_cents == sum(each.settled_cents for each in ways)
        assert 0 <= order.refunded_cents <= order.paid_cents
        if ways:
            assert order.paid_cents == sum(each.captured_cents for each in ways)
        drawn = payments.drawn(session, order.id)
        assert drawn.get((None, None), 0) <= order.freight_cents
        topped_up = sum(
            each.cents
            for each in self.moved
            if each.direction is Direction.IN and each.state is M.SETTLED
        )
        swapped = session.scalars(
            select(Amendment.due_cents).where(
                Amendment.order_id == order.id, Amendment.kind == AmendmentKind.SWAP_ITEMS
            )
        )
        lines = sum(line.paid_cents for line in lines_of(session, order))
        # what was paid at first, and what other articles made of it, settled or not
        assert lines + order.freight_cents == order.paid_cents - topped_up + sum(swapped)

    def units(self) -> None:
        """I2, I3, I26."""
        held = Counter(
            (each.order_line_id, each.unit)
            for claims in self.claims.values()
            for each in claims
            if each.held
        )
        assert max(held.values(), default=0) <= 1
        entitled: Counter[UUID] = Counter()
        for each in payments.refundable(self.session, self.actor, self.order.id).units:
            entitled[each.order_line_id] += each.entitled_cents
            assert 0 <= each.left_cents <= each.entitled_cents
        assert (
            entitled == {line.id: line.paid_cents for line in lines_of(self.session, self.order)}
            or not entitled
        )
        assert all(
            each.left_cents >= 0 for each in queries.units_of(self.session, self.actor, self.order)
        )

    def destinations(self) -> None:
        """I7, I21, I11: where money goes, how much, and that a movement stays what it is."""
        used = {
            each.id: each
            for each in self.session.scalars(
                select(Instrument).where(Instrument.id.in_({m.instrument_id for m in self.moved}))
            )
        }
        paid_with = set(
            self.session.scalars(
                select(Payment.instrument_id).where(Payment.order_id == self.order.id)
            )
        )
        for each in self.moved:
            owner = used[each.instrument_id].customer_id
            assert each.instrument_id in paid_with or owner == self.order.customer_id
            assert each.cents > 0
            assert each.currency == self.order.currency
            before = self.movements.setdefault(each.id, (each.cents, each.instrument_id))
            assert before == (each.cents, each.instrument_id)
        assert self.movements.keys() <= {each.id for each in self.moved}

    def provider_agrees(self) -> None:
        """I11, I12: what the provider did is what we know of, or still ask about."""
        known = {each.id: each for each in self.moved}
        for key, verdict in self.provider.ended.items():
            movement = known[key]
            if verdict is Verdict.SETTLED:
                fits = movement.state in (M.SETTLED, M.REVERSED, *ON_ITS_WAY)
            else:
                fits = movement.state in (M.FAILED, *ON_ITS_WAY)
            assert fits or movement.conflict
        for movement in known.values():
            if movement.provider == "sandbox" and movement.state is M.SETTLED:
                assert self.provider.ended.get(movement.id) is Verdict.SETTLED

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
            assert again.row == made.row or made.override_of

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
        if not self._switches:
            known = standing(self.session, self.order.shop_id, promotion=False)
            self._switches = frozenset(each.code for each in known)
        return self._switches

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
            keeps = case.kind not in SENDS_GOODS
            assert all(each.held is keeps for each in claims)
        elif claims:
            assert all(each.held for each in claims)
            count = Counter(each.order_line_id for each in claims)
            wanted: Counter[UUID] = Counter()
            for line in self.lines[case.id]:
                wanted[line.order_line_id] += line.qty
            assert count == wanted
