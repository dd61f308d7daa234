"""Random lives of random orders; the invariants hold after every step (A.5).

By night (`XIAOER_NIGHTLY=1`) 10,000 steps are taken, by day a hundred.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.aftersales.factories import lines_of
from tests.aftersales.lives.baskets import BASKETS
from tests.aftersales.lives.fickle import Fickle
from tests.aftersales.lives.life import STEPS, Life
from tests.nightly import NIGHT, examples
from xiaoer.aftersales.models import CaseKind, CaseState, Reason
from xiaoer.orders.models import OrderStatus
from xiaoer.payments import provider

LIVES, STEPS_EACH = examples(5, nightly=200), examples(20, nightly=50)
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
if NIGHT:
    PHASES.append(Phase.shrink)  # a step costs a twentieth of a second: too slow by day


@pytest.fixture
def fickle(monkeypatch):
    made = Fickle()
    monkeypatch.setitem(provider._makers, provider.DEFAULT, lambda: made)
    return made


def machine(desk: Any, buyer: Any, fickle: Fickle) -> type[RuleBasedStateMachine]:
    """A machine whose every run begins with the same desk, and leaves nothing behind."""

    class Random(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.savepoint = desk.session.begin_nested()

        @initialize(told=BASKETS)
        def bought(self, told: dict[str, Any]) -> None:
            fickle.__init__()  # type: ignore[misc]
            self.life = Life(desk, buyer, fickle, told)

        @rule(
            name=st.sampled_from(STEPS),
            pick=st.integers(0, 11),
            cents=st.integers(-5, 9000),
        )
        def step(self, name: str, pick: int, cents: int) -> None:
            self.life.step(name, pick, cents)

        def teardown(self) -> None:
            self.savepoint.rollback()

    return Random


def test_whatever_happens(desk, buyer, fickle):
    run_state_machine_as_test(
        machine(desk, buyer, fickle),
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS_EACH,
            deadline=None,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )


@pytest.mark.parametrize("status", [OrderStatus.PAID, OrderStatus.SIGNED])
def test_all_units_in_any_steps_give_back_exactly_what_was_paid(desk, make, buyer, fickle, status):
    """I5: one unit at a time, to the cent."""
    order = make(status)
    delivered = status is OrderStatus.SIGNED
    what: dict[str, Any] = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}
    life = Life(desk, buyer, fickle, order)
    for qty in ((1,), (1,), (1,), (0, 1)):
        case = desk.ask(order, *qty, by=buyer, **(what if delivered else {}))
        for name in ("approve", "ship_back", "receive") if delivered else ("approve",):
            life.step(name, 1, 1)
        life.step("work", 0, 0)
        assert desk.state(case) is CaseState.COMPLETED
    kept = 0 if not delivered else order.freight_cents
    assert order.refunded_cents == order.paid_cents - kept
    assert len(lines_of(desk.session, order)) == 2
