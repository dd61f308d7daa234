"""Random commands, clocks and faults over one order; the invariants hold after every step (A.5)."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from tests.aftersales.factories import lines_of
from tests.nightly import examples
from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import Case, CaseEvent, CaseKind, CaseState, Reason, UnitClaim
from xiaoer.aftersales.rules import TERMINAL, first_break
from xiaoer.aftersales.service import Inspected
from xiaoer.core.errors import DeskError
from xiaoer.core.ids import new_id
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.payments import queries as payments
from xiaoer.payments.models import Payment, Purpose
from xiaoer.payments.provider import Verdict
from xiaoer.promises.models import Promise

STEPS = (
    "ask", "approve", "refuse", "revise", "withdraw", "ship_back", "receive", "propose", "accept",
    "decline", "retry", "compensate", "wait", "wait_long", "work", "fail", "settle", "convert",
)  # fmt: skip


class Walk:
    """One order, its cases, and random steps upon them."""

    def __init__(self, desk: Any, buyer: Any, order: Order, obliging: Any) -> None:
        self.desk, self.buyer, self.order, self.obliging = desk, buyer, order, obliging
        self.session = desk.session
        self.refusals: list[str] = []

    def cases(self) -> list[Case]:
        query = select(Case).where(Case.order_id == self.order.id).order_by(Case.id)
        return list(self.session.scalars(query))

    def step(self, name: str, pick: int, amount: int) -> None:
        """Do it, or be refused with a sentence; anything else is a bug."""
        try:
            with self.session.begin_nested():
                self._do(name, pick, amount)
        except DeskError as refusal:
            self.refusals.append(refusal.sentence("zh"))
            self.session.expire_all()
        self.check()

    def _do(self, name: str, pick: int, amount: int) -> None:
        desk, session = self.desk, self.session
        if name == "ask":
            kind = (CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)[pick % 2]
            cents = amount if amount % 3 == 0 else None
            desk.ask(
                self.order, 1 + pick % 3, pick % 2, by=self.buyer, kind=kind, cents=cents,
                reason=Reason.NO_REASON if pick % 2 else Reason.NOT_RECEIVED,
            )  # fmt: skip
            return
        if name == "compensate":
            service.compensate(
                session, desk.actor, order_id=self.order.id, cents=amount, currency="CNY",
                reason=Reason.LATE_SHIP, key=new_id(),
            )  # fmt: skip
            return
        if name in ("wait", "wait_long", "work"):
            desk.wait(hours={"wait": 3, "wait_long": 50, "work": 0}[name])
            return
        if name in ("fail", "settle"):
            self.obliging.verdict = Verdict.FAILED if name == "fail" else Verdict.SETTLED
            return
        if found := self.cases():
            self._act(name, found[pick % len(found)], amount)

    def _act(self, name: str, case: Case, amount: int) -> None:
        desk, session, by = self.desk, self.session, self.desk.actor
        seen: dict[str, Any] = {"case_id": case.id, "version": case.version}
        match name:
            case "approve":
                desk.approve(case, override_reason="核实过")
            case "refuse":
                service.refuse(session, by, **seen, reason="amount_wrong", words="不符")
            case "revise":
                service.revise(session, self.buyer, **seen, cents=amount)
            case "withdraw":
                service.withdraw(session, self.buyer, **seen)
            case "ship_back":
                number = f"YT{new_id().hex[-10:]}"
                service.ship_back(session, self.buyer, **seen, carrier="圆通", tracking_no=number)
            case "receive":
                lines = queries.lines_of(session, case.id)
                whole = [Inspected(each.order_line_id, each.qty, each.qty) for each in lines]
                service.receive(session, by, **seen, lines=whole)
            case "propose":
                service.propose(session, by, **seen, cents=amount)
            case "accept":
                service.accept(session, self.buyer, **seen)
            case "decline":
                service.decline(session, self.buyer, **seen)
            case "retry":
                service.retry(session, by, **seen)
            case "convert":
                service.convert(session, by, **seen, why="缺货")

    def check(self) -> None:
        """I1 to I6, I13 to I15, I21 as far as they can be seen from here."""
        session = self.session
        session.flush()
        session.expire_all()
        assert payments.mismatches(session) == []
        ways = session.scalars(select(Payment).where(Payment.order_id == self.order.id)).all()
        assert all(each.left_cents >= 0 for each in ways)
        assert 0 <= self.order.refunded_cents <= self.order.paid_cents
        units = queries.units_of(session, self.desk.actor, self.order)
        assert all(each.left_cents >= 0 for each in units)
        doubled = (
            select(UnitClaim.order_line_id)
            .where(UnitClaim.held)
            .group_by(UnitClaim.order_line_id, UnitClaim.unit)
            .having(func.count() > 1)
        )
        assert session.scalars(doubled).all() == []
        for case in self.cases():
            self._check_case(case)

    def _check_case(self, case: Case) -> None:
        session = self.session
        chain = session.scalars(
            select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(CaseEvent.seq)
        ).all()
        assert first_break(chain) is None
        assert (chain[-1].after, chain[-1].seq) == (case.state.value, case.version)
        running = select(func.count()).select_from(Promise)
        running = running.where(Promise.subject_id == case.id, Promise.ended_at.is_(None))
        ended = case.state in TERMINAL
        assert session.scalar(running) == (0 if ended else 1)
        assert (case.deadline_at is None) is ended
        out = payments.for_reason(session, case.id)
        assert all(each.cents > 0 and each.currency == self.order.currency for each in out)
        if case.state is CaseState.COMPLETED and case.kind is not CaseKind.COMPENSATION:
            assert case.refunded_cents == case.approved_cents
        own = {Purpose.COMPENSATION} if case.kind is CaseKind.COMPENSATION else {Purpose.REFUND}
        assert {each.purpose for each in out} <= own


STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 5), st.integers(-5, 9000))


@settings(
    max_examples=examples(6, nightly=60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    status=st.sampled_from([OrderStatus.PAID, OrderStatus.SIGNED]),
    steps=st.lists(STEP, min_size=8, max_size=20),
)
def test_whatever_happens(desk, make, buyer, obliging, status, steps):
    obliging.verdict = Verdict.SETTLED
    walk = Walk(desk, buyer, make(status), obliging)
    walk.step("ask", 0 if status is OrderStatus.PAID else 1, 1)
    for name, pick, amount in steps:
        walk.step(name, pick, amount)


@pytest.mark.parametrize("status", [OrderStatus.PAID, OrderStatus.SIGNED])
def test_all_units_in_any_steps_give_back_exactly_what_was_paid(
    desk, make, buyer, obliging, status
):
    """I5: one unit at a time, to the cent."""
    walk = Walk(desk, buyer, make(status), obliging)
    delivered = status is OrderStatus.SIGNED
    what: dict[str, Any] = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}
    for qty in ((1,), (1,), (1,), (0, 1)):
        case = desk.ask(walk.order, *qty, by=buyer, **(what if delivered else {}))
        walk.step("approve", len(walk.cases()) - 1, 0)
        if delivered:
            walk.step("ship_back", len(walk.cases()) - 1, 0)
            walk.step("receive", len(walk.cases()) - 1, 0)
        desk.work()
        walk.check()
        assert desk.state(case) is CaseState.COMPLETED
    kept = 0 if not delivered else walk.order.freight_cents
    assert walk.order.refunded_cents == walk.order.paid_cents - kept
    assert len(lines_of(walk.session, walk.order)) == 2
