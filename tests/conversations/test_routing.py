"""The oldest waiting first, to who knows the customer, else the least busy, within limits."""

import pytest
from sqlalchemy import select

from tests.conversations.factories import ask, make_agent, make_customer
from xiaoer.conversations.models import Conversation
from xiaoer.workforce.models import AgentRole, Role


@pytest.fixture
def answering(session):
    role = Role(code="x", name_zh="x", name_en="x", permissions=["conversations:reply"])
    session.add(role)
    session.flush()

    def give(agent):
        session.add(AgentRole(agent_id=agent.id, role_id=role.id))
        session.flush()
        return agent

    return give


def assignee(session, received):
    return session.scalar(
        select(Conversation.assignee_id).where(Conversation.id == received.conversation_id)
    )


class TestRoute:
    def test_to_the_least_busy(self, session, shop, answering, run_jobs):
        busy = answering(make_agent(session, shop, max_concurrency=3))
        ask(session, make_customer(session, shop))
        run_jobs()
        idle = answering(make_agent(session, shop, max_concurrency=3))

        received = ask(session, make_customer(session, shop))
        run_jobs()

        assert busy.id != idle.id
        assert assignee(session, received) == idle.id

    def test_a_queue_when_everybody_is_full(self, session, shop, answering, run_jobs):
        agent = answering(make_agent(session, shop, max_concurrency=1))
        first = ask(session, make_customer(session, shop))
        second = ask(session, make_customer(session, shop))
        run_jobs()

        assert assignee(session, first) == agent.id
        assert assignee(session, second) is None
