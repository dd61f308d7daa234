"""A talk, who serves it, and the reader run by hand."""

import pytest

from tests.conversations.factories import DESK, acting_as, ask, make_agent, make_customer
from xiaoer.assist.service import reading
from xiaoer.core import auth
from xiaoer.core.auth import Permission

RIGHTS = DESK | {Permission.PHRASES_READ, Permission.ASSIST_MANAGE}


@pytest.fixture
def customer(session, shop):
    return make_customer(session, shop)


@pytest.fixture
def serving(session, shop):
    return acting_as(make_agent(session, shop), shop, rights=RIGHTS)


@pytest.fixture
def says(session, customer):
    """The customer writes and the reader reads; the conversation's id."""

    def say(text: str, who=customer):
        talk = ask(session, who, text).message.conversation_id
        session.flush()
        reading.read(session, auth.system("assist"), [talk])
        session.flush()
        return talk

    return say
