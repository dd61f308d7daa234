"""A forgotten customer is no longer in their talks; that there was a talk stays."""

from sqlalchemy import select

from tests.conversations.factories import ask, make_customer
from xiaoer.conversations.models import Conversation, Message
from xiaoer.conversations.queries import search
from xiaoer.core.events import EventRow
from xiaoer.customers import service as customers


def words(session, talk):
    session.expire_all()
    return session.scalars(
        select(Message).where(Message.conversation_id == talk).order_by(Message.seq)
    ).all()


def test_ways_to_reach_them_go_and_order_numbers_stay(session, shop, actor, run_jobs):
    customer = make_customer(session, shop, name="王小雨")
    talk = ask(session, customer, "订单 2611217300026795 改寄 138 1234 5678").conversation_id
    ask(session, customer, "或者写信到 xiaoyu.w@example.com，座机 010-62345678")
    other = ask(session, make_customer(session, shop), "我的电话 13912345678").conversation_id

    customers.erase(session, actor, customer.id)
    run_jobs()

    first, second = words(session, talk)
    assert first.text == "订单 2611217300026795 改寄 ***"
    assert second.text == "或者写信到 ***，座机 ***"
    assert (first.author_name, second.author_name) == ("", "")
    assert session.get_one(Conversation, talk).last_text == "或者写信到 ***，座机 ***"
    assert [each.text for each in words(session, other)] == ["我的电话 13912345678"]


def test_the_search_does_not_find_what_was_taken_out(session, shop, actor, run_jobs):
    customer = make_customer(session, shop)
    ask(session, customer, "电话 13812345678")
    assert search.messages(session, actor, "13812345678")[0]

    customers.erase(session, actor, customer.id)
    run_jobs()

    assert not search.messages(session, actor, "13812345678")[0]


def test_events_never_named_the_customer(session, shop):
    customer = make_customer(session, shop, name="王小雨")
    talk = ask(session, customer).conversation_id

    told = session.scalars(select(EventRow).where(EventRow.subject_id == talk)).all()

    assert told
    assert not any("王小雨" in f"{row.actor_name}{row.data}" for row in told)
