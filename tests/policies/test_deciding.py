"""Cases decided by the versions in force."""

import pytest

from xiaoer.core.ids import new_id
from xiaoer.policies import service
from xiaoer.policies.models import Decision, Outcome
from xiaoer.policies.service import Subject

RETURN = {
    "case.kind": "return_refund",
    "order.phase": "delivered",
    "case.reason": "no_reason",
    "line.flags": [],
    "line.exception_confirmed": False,
    "case.days_since_delivery": 3,
    "store.freight_insurance": False,
}
FAST = {
    "return.inspection": "pending",
    "customer.risk": "low",
    "customer.fast_refund": "active",
    "return.tracking_given": True,
    "return.node": "collected",
    "case.requested_cents": 9900,
}


@pytest.fixture
def decide(session, actor, shop):
    def run(table, facts, **more):
        return service.decide(session, actor, table=table, shop_id=shop.id, facts=facts, **more)

    return run


class TestDeciding:
    def test_it_is_kept_with_its_reasons(self, session, decide, actor, frozen):
        case_id = new_id()
        made = decide("returns", RETURN, subject=Subject("case", case_id))
        session.expunge_all()
        kept = session.get_one(Decision, made.id)
        assert (kept.outcome, kept.row, kept.decided) == (Outcome.MATCHED, "B8", "approve")
        assert kept.outputs["freight_payer"] == "buyer"
        assert kept.facts["case.days_since_delivery"] == 3
        assert kept.trace["clauses"] == ["2.1"]
        near = kept.trace["near"][0]
        assert (near["row"], near["fact"], near["was"]) == ("A8", "case.kind", "return_refund")
        assert (kept.subject_id, kept.actor_name, kept.at) == (case_id, actor.name, frozen_now())

    def test_a_fact_nobody_knows_is_asked_for(self, decide):
        made = decide("returns", {**RETURN, "case.days_since_delivery": None})
        assert made.outcome is Outcome.NEED_FACT
        assert made.needs == ["case.days_since_delivery"]
        assert (made.row, made.outputs, made.decided) == (None, {}, None)


def frozen_now():
    from xiaoer.core import clock

    return clock.now()
