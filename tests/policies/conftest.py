"""What tests of policies share."""

import pytest

from xiaoer.policies import service
from xiaoer.policies.service import Scope

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
    """`decide(table, facts)` for the shop."""

    def run(table, facts, *, scope=Scope(), **more):
        return service.decide(
            session, actor, table=table, shop_id=shop.id, facts=facts, scope=scope, **more
        )

    return run
