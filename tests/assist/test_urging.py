"""“Why is it not sent yet?” is recognised, and answered with what is true (PTR-3)."""

from dataclasses import replace

import pytest

from tests.orders.factories import make_order
from xiaoer.assist.models import Reading
from xiaoer.assist.queries import facts
from xiaoer.conversations.service import composing
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.orders.models import Order
from xiaoer.shipping import service as shipping
from xiaoer.shipping.service import Label

URGED = "都付款两天了怎么还不发货"


@pytest.fixture
def seller(serving):
    return replace(serving, permissions=serving.permissions | {Permission.ORDERS_READ})


@pytest.fixture
def order(session, shop, customer, run_jobs, frozen) -> Order:
    made = make_order(session, shop, customer_id=customer.id, paid_at=clock.now())
    run_jobs()
    return made


@pytest.mark.row("PTR-3")
def test_an_urge_is_answered_with_the_promised_time(session, says, seller, order):
    talk = says(URGED)
    assert session.get(Reading, talk).topic == "物流/催发货"
    told = facts.of_talk(session, seller, talk, URGED, "zh")
    assert order.order_no in told[0]
    assert "最晚 11月4日 10:00 前发出" in told[0]
    said = composing.order_status(session, seller, talk, order_id=order.id, locale="en")
    assert "shipped by Nov 4 10:00" in said


@pytest.mark.row("PTR-3", "ORD-2")
def test_one_that_has_left_says_where_it_is(session, says, seller, order, shop, actor):
    label = Label(order.order_no, "yto", "YT77")
    shipping.pack(session, actor, shop_id=shop.id, labels=[label])
    session.expire_all()
    (told, *_) = facts.of_talk(session, seller, says(URGED), URGED, "zh")
    assert "YT77" in told
    assert "前发出" not in told
