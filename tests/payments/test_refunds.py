"""Refunds of an order: caps, units, freight, destinations, the books."""

from tests.orders.factories import make_order
from xiaoer.core.ids import new_id
from xiaoer.payments import queries, service


def test_a_refund_is_set_aside_within_the_cap(session, shop, actor):
    order = make_order(session, shop)
    made = service.reserve(
        session,
        actor,
        order_id=order.id,
        ask=service.Ask(cents=5000, currency="CNY"),
        reason_ref=new_id(),
        key=new_id(),
    )
    assert [each.cents for each in made] == [5000]
    assert queries.mismatches(session) == []
