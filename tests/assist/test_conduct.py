"""Abuse read in a talk weighs on the customer's credit, which a case and policy look at (FST-7)."""

import pytest

from tests.aftersales.conftest import desk, make, obliging  # noqa: F401 - fixtures
from tests.conversations.factories import make_customer
from xiaoer.aftersales import queries
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.orders.models import OrderStatus
from xiaoer.policies.models import Decision

INSULT = "你们就是一群傻逼骗子，滚"


@pytest.fixture
def buyer(shop, customer) -> Actor:
    """The customer of the talk, as the shopper who asks on an order."""
    return Actor(
        kind=ActorKind.CUSTOMER,
        id=customer.id,
        permissions=frozenset(
            {Permission.AFTERSALES_ASK, Permission.AFTERSALES_VOUCHED, Permission.AFTERSALES_READ}
        ),
        shop_ids=frozenset({shop.id}),
    )


def score(session, case) -> int:
    return session.get_one(Decision, case.decision_id).facts["customer.credit_score"]


@pytest.mark.row("FST-7")
def test_a_talk_full_of_abuse_is_a_fact_of_every_later_case(
    desk, make, buyer, says, customer, session, run_jobs  # noqa: F811
):  # fmt: skip
    first = desk.ask(make(OrderStatus.PAID), by=buyer)
    says(INSULT)
    says(INSULT)  # the same talk is counted once
    run_jobs()
    credit = queries.credit_of(session, customer.id)
    assert credit.abusive_90d == 1
    later = desk.ask(make(OrderStatus.PAID), by=buyer)
    assert score(session, later) == score(session, first) - 10


@pytest.mark.row("FST-7")
def test_anger_is_none_and_nobody_else_bears_it(session, says, shop, customer, run_jobs):
    says("气死我了，怎么还不发货")
    says(INSULT, who=make_customer(session, shop))
    run_jobs()
    assert queries.credit_of(session, customer.id).abusive_90d == 0
