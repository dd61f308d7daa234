"""Real threads, real commits: one claim, no limit passed, no gap in a talk."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, make_role
from xiaoer.conversations import service
from xiaoer.conversations.errors import AlreadyClaimed
from xiaoer.conversations.models import Conversation, Message
from xiaoer.conversations.service import routing, watching
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.core.errors import DeskError
from xiaoer.core.ids import new_id
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Presence

ROUTING = system("routing")


@pytest.fixture
def shop(fresh_database):
    with db.transaction() as session:
        return shops.add(session, system(), code="teahouse", name="茶楼")


def at_once(*acts):
    """Run all acts in the same moment; each gives its result or its error."""
    barrier = threading.Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            with db.transaction() as session:
                return act(session)
        except DeskError as error:
            return error

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def customers(session, shop, count):
    return [make_customer(session, shop, name=f"顾客{n}") for n in range(count)]


def test_two_claims_are_one(shop):
    with db.transaction() as session:
        talk = ask(session, make_customer(session, shop)).conversation_id
        agents = [acting_as(make_agent(session, shop), shop) for _ in range(2)]

    results = at_once(*(lambda s, a=a: service.take(s, a, talk) for a in agents))

    assert sorted(type(each) for each in results if each) == [AlreadyClaimed]
    with db.transaction() as session:
        assert session.get(Conversation, talk).assignee_id in {a.id for a in agents}


def test_twenty_arrivals_never_pass_three_agents_limits(shop):
    with db.transaction() as session:
        role = make_role(session)
        limits = {
            make_agent(session, shop, roles=[role], max_concurrency=limit).id: limit
            for limit in (3, 4, 5)
        }
        shoppers = customers(session, shop, 20)

    def arrive(customer):
        def act(session):
            received = ask(session, customer)
            return received.conversation_id

        return act

    talks = []
    for start in (0, 10):
        talks += at_once(*(arrive(each) for each in shoppers[start : start + 10]))
    at_once(*(lambda s, t=t: routing.route(s, ROUTING, t) for t in talks[:10]))
    at_once(*(lambda s, t=t: routing.route(s, ROUTING, t) for t in talks[10:]))

    with db.transaction() as session:
        rows = session.execute(
            select(Conversation.id, Conversation.assignee_id).order_by(
                Conversation.opened_at, Conversation.id
            )
        ).all()
    load = Counter(row.assignee_id for row in rows)
    assert load.pop(None) == 8
    assert load == limits
    assert all(row.assignee_id for row in rows[:12]), "a newer talk passed an older one"


def test_an_agent_who_leaves_while_talks_arrive_keeps_none_waiting(shop):
    with db.transaction() as session:
        role = make_role(session)
        agent = make_agent(session, shop, roles=[role], max_concurrency=8)
        talks = [ask(session, each).conversation_id for each in customers(session, shop, 6)]
    actor = acting_as(agent, shop)

    at_once(
        lambda s: workforce.set_mine(s, actor, Presence.OFFLINE),
        *(lambda s, t=t: routing.route(s, ROUTING, t) for t in talks),
    )
    with db.transaction() as session:
        watching.release_waiting_of(session, ROUTING, agent.id)
    with db.transaction() as session:
        served = session.scalar(select(func.count()).where(Conversation.assignee_id == agent.id))
    assert served == 0


def test_two_first_messages_open_one_talk(shop):
    with db.transaction() as session:
        customer = make_customer(session, shop)

    results = at_once(*(lambda s, n=n: ask(s, customer, f"第{n}句") for n in range(6)))

    assert len({each.conversation_id for each in results}) == 1
    assert sorted(each.message.seq for each in results) == [1, 2, 3, 4, 5, 6]
    assert [each.opened for each in results].count(True) == 1


def test_customer_and_agents_at_once_leave_no_gap(shop):
    with db.transaction() as session:
        customer = make_customer(session, shop)
        talk = ask(session, customer).conversation_id
        agents = [acting_as(make_agent(session, shop), shop) for _ in range(3)]

    def answer(agent):
        return lambda s: service.reply(s, agent, talk, client_id=new_id(), text="在的")

    def annotate(agent):
        return lambda s: service.note(s, agent, talk, client_id=new_id(), text="注意")

    acts = [lambda s: ask(s, customer)] * 4
    acts += [answer(each) for each in agents] + [annotate(each) for each in agents]
    assert not [each for each in at_once(*acts) if isinstance(each, Exception)]

    with db.transaction() as session:
        seqs = session.scalars(select(Message.seq).order_by(Message.seq)).all()
        row = session.get(Conversation, talk)
    assert seqs == list(range(1, 12))
    assert row.last_seq == 11


def test_the_same_message_sent_twice_at_once_is_stored_once(shop):
    with db.transaction() as session:
        customer = make_customer(session, shop)
        ask(session, customer)
    key = new_id()

    results = at_once(*(lambda s: ask(s, customer, "在吗", client_id=key) for _ in range(5)))

    assert {each.message.seq for each in results} == {2}
    assert [each.again for each in results].count(False) == 1
    with db.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Message)) == 2
