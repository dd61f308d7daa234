"""The credit of a customer, and the facts that lowered it, as the agent sees them (FST-7)."""

from datetime import timedelta

import pytest

from tests.aftersales.factories import prove
from tests.conversations.factories import ask as talk_to
from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import EvidenceKind, Reason
from xiaoer.conversations.models import Conversation
from xiaoer.customers.models import Customer
from xiaoer.orders.models import OrderStatus


def argue(desk, make, buyer):
    """Refused, and taken to a third person."""
    proofs = [prove(EvidenceKind.UNBOXING_VIDEO), prove(EvidenceKind.PACKAGE_PHOTO)]
    case = desk.ask(make(OrderStatus.SIGNED), by=buyer, reason=Reason.MISSING_ITEM, proofs=proofs)
    seen = {"case_id": case.id, "version": case.version}
    service.refuse(desk.session, desk.actor, **seen, reason="amount_wrong", words="不符")
    return service.escalate(desk.session, buyer, case_id=case.id)


@pytest.mark.row("FST-7")
def test_every_fact_is_shown_with_what_it_takes_off(client, desk, make, buyer, session):
    """Two orders of five refunded, a dispute, a talk full of abuse: 100 − 20 − 10 − 10."""
    for _ in range(2):
        desk.approve(desk.ask(make(), by=buyer))
        desk.work()
    for _ in range(2):
        make(OrderStatus.SIGNED)
    case = argue(desk, make, buyer)
    customer = session.get_one(Customer, buyer.id)
    talk = session.get_one(Conversation, talk_to(session, customer, "你好").conversation_id)
    for _ in range(2):  # told twice, it is one talk
        service.note_abuse(
            session,
            shop_id=desk.shop.id,
            customer_id=buyer.id,
            conversation_id=talk.id,
        )
    credit = client.get(f"/api/cases/{case.id}/surroundings").json()["credit"]
    assert {each["fact"]: (each["value"], each["off"]) for each in credit["why"]} == {
        "refund_rate_90d_bp": (4000, 20),
        "disputes_90d": (1, 10),
        "abusive_90d": (1, 10),
    }
    assert (credit["score"], credit["risk"]) == (60, "normal")
    assert (credit["orders_90d"], credit["abusive_90d"]) == (5, 1)


@pytest.mark.row("FST-7")
def test_after_ninety_days_it_is_forgotten(desk, make, buyer, session):
    customer = session.get_one(Customer, buyer.id)
    talk = talk_to(session, customer, "你好").conversation_id
    service.note_abuse(session, shop_id=desk.shop.id, customer_id=buyer.id, conversation_id=talk)
    assert queries.credit_of(session, buyer.id).score == 90
    desk.later(timedelta(days=91))
    assert queries.credit_of(session, buyer.id).score == 100


def test_few_orders_tell_nothing_and_nobody_is_normal(desk, make, buyer, session):
    desk.approve(desk.ask(make(), by=buyer))
    desk.work()
    assert queries.credit_of(session, buyer.id).why == ()
    assert queries.credit_of(session, None).risk == "normal"
