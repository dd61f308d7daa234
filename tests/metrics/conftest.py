"""Talks with known waits, in the shop's own hours."""

from datetime import timedelta

import pytest

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, make_role
from xiaoer.assist.models import Reading
from xiaoer.conversations import service
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.metrics.service import settling


@pytest.fixture
def people(session, shop):
    """Two who serve, as actors by name."""
    role = make_role(session)
    made = [make_agent(session, shop, name=name, roles=[role]) for name in ("何小荷", "清河")]
    return {each.name: acting_as(each, shop) for each in made}


@pytest.fixture
def talk(session, shop, people, frozen):
    """A customer asks, and is answered after so many seconds; None: never. The talk's id."""

    def do(*waits, by="何小荷", channel="webchat", topic=None, of=None):
        customer = of or make_customer(session, shop)
        for waited in waits:
            said = ask(session, customer, channel=channel)
            if waited is not None:
                frozen(timedelta(seconds=waited))
                service.reply(
                    session, people[by], said.conversation_id, client_id=new_id(), text="在的"
                )
            frozen(timedelta(seconds=10))
        if topic:
            reading = Reading(conversation_id=said.conversation_id, shop_id=shop.id, topic=topic)
            session.add(reading)
            session.flush()
        return said.conversation_id

    return do


@pytest.fixture
def at(frozen):
    """Go on to an hour of a later day in Shanghai (the clock stands at 2 November, 10:00)."""

    def move(hour, *, days=0):
        now = clock.now()
        local = now + timedelta(hours=8)
        wanted = local.replace(hour=0, minute=0, second=0) + timedelta(days=days, hours=hour)
        assert wanted >= local
        frozen(wanted - local)

    return move


@pytest.fixture
def get(client, shop):
    def read(path, **asked):
        answer = client.get(f"/api/metrics/{path}", params={"shop_id": str(shop.id)} | asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return read


@pytest.fixture
def settle(session, shop):
    return lambda: settling.settle(session, shop)
