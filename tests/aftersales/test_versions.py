"""Which version of a policy decides (A.7): the one of the order's day, or a better one of now."""

from datetime import timedelta

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN
from xiaoer.aftersales import errors
from xiaoer.aftersales.models import CaseState
from xiaoer.core import clock
from xiaoer.orders.models import OrderStatus
from xiaoer.policies import service as policies
from xiaoer.policies.models import Decision

NO_REASON_ROWS = ("B8", "B11")
"""The rows of the house's table with the window for returns without a reason."""


@pytest.fixture
def allow(session, desk):
    """Put a version in force that takes goods back for so many days; a day later it is the rule."""

    def put(days):
        made = policies.draft(session, desk.actor, table="returns", shop_id=desk.shop.id)
        for row_id in NO_REASON_ROWS:
            row = next(each for each in made.content["rows"] if each["id"] == row_id)
            row["when"]["case.days_since_delivery"] = {"lte": days}
            made = policies.put_row(session, desk.actor, made.id, row)
        made = policies.put_part(session, desk.actor, made.id, "tests", [])
        policies.activate(session, desk.actor, made.id)
        desk.later(timedelta(days=1))
        return made

    return put


@pytest.fixture
def signed(make):
    """An order placed, sent and signed for now."""
    dates = ("placed_at", "paid_at", "shipped_at", "signed_at")
    return lambda: make(OrderStatus.SIGNED, **{each: clock.now() for each in dates})


def version_of(session, case):
    return session.get_one(Decision, case.decision_id).version_id


def test_what_the_order_was_placed_under_holds_after_the_shop_became_stricter(
    desk, buyer, allow, signed, session
):
    generous = allow(30)
    order = signed()
    desk.later(timedelta(days=1))
    allow(7)
    desk.later(timedelta(days=18))
    case = desk.ask(order, by=buyer, **RETURN)
    assert case.state is CaseState.AWAITING_MERCHANT
    assert version_of(session, case) == generous.id


def test_an_order_placed_since_is_judged_by_the_stricter_one(desk, buyer, allow, signed, session):
    allow(30)
    allow(7)
    order = signed()
    desk.later(timedelta(days=20))
    before = everything(session)
    with pytest.raises(errors.PolicyRefuses), session.begin_nested():
        desk.ask(order, by=buyer, **RETURN)
    assert everything(session) == before


def test_a_newer_version_that_serves_the_buyer_better_decides(desk, buyer, allow, signed, session):
    allow(7)
    order = signed()
    desk.later(timedelta(days=1))
    generous = allow(30)
    desk.later(timedelta(days=18))
    case = desk.ask(order, by=buyer, **RETURN)
    assert version_of(session, case) == generous.id
