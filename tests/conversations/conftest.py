"""What most tests of the inbox begin with."""

from dataclasses import replace

import pytest

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, make_role
from xiaoer.core.ids import new_id


@pytest.fixture
def customer(session, shop):
    return make_customer(session, shop)


@pytest.fixture
def talk(session, customer):
    return ask(session, customer, "请问龙井什么时候发货").conversation_id


@pytest.fixture
def agent(session, shop, acting, actor):
    """A real agent with all rights, as whom the client is signed in."""
    made = make_agent(session, shop, name="林小满", roles=[make_role(session)])
    acting["actor"] = replace(actor, id=made.id, name=made.name)
    return made


@pytest.fixture
def serving(agent, shop):
    """The same agent as an actor with the rights of reception."""
    return acting_as(agent, shop)


@pytest.fixture
def say(client):
    """Answer over HTTP."""

    def post(talk, text="在的,亲", **body):
        body = {"client_id": str(new_id()), "text": text, **body}
        return client.post(f"/api/conversations/{talk}/messages", json=body)

    return post
