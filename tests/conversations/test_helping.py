"""A lead helps: a whisper the customer never sees, or taking the talk over."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.conversations.factories import DESK, acting_as, make_agent, make_role
from xiaoer.conversations.models import Conversation, HelpRequest, Message
from xiaoer.conversations.queries import messages
from xiaoer.core.auth import Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id

LEAD = DESK | {Permission.CONVERSATIONS_MANAGE}


@pytest.fixture
def lead(session, shop):
    return make_agent(
        session,
        shop,
        name="林组长",
        roles=[make_role(session, Permission.CONVERSATIONS_MANAGE, code="leads")],
    )


@pytest.fixture
def as_lead(acting, lead, shop):
    def sit_down():
        acting["actor"] = acting_as(lead, shop, rights=LEAD)

    return sit_down


@pytest.fixture
def served(talk, agent, say):
    say(talk, "您好，我看看")
    return talk


@pytest.mark.row("EMT-3")
class TestHelp:
    def test_an_agent_calls_and_the_lead_whispers(
        self, session, client, served, lead, as_lead, agent
    ):
        path = f"/api/conversations/{served}"
        asked = client.post(f"{path}/help", json={"way": "whisper", "note": "他要赔三倍"})
        assert asked.status_code == 201
        told = session.scalars(select(EventRow).where(EventRow.kind == "HelpAsked")).one()
        assert f"me:{lead.id}" in told.topics
        as_lead()
        [one] = client.get("/api/help-requests").json()["items"]
        assert (one["agent_id"], one["note"]) == (str(agent.id), "他要赔三倍")
        body = {"client_id": str(new_id()), "text": "先按政策赔运费，其余我来谈"}
        assert client.post(f"{path}/whispers", json=body).status_code == 201
        assert client.post(f"{path}/whispers", json=body).status_code == 200
        assert client.get("/api/help-requests").json()["items"] == []
        shown, _ = messages.page(session, served, limit=50, notes=False)
        assert all("先按政策" not in each.text for each in shown)
        noted = select(Message).where(Message.author == "note")
        assert session.scalars(noted).one().author_name == "林组长"
        assert session.get(Conversation, served).assignee_id == agent.id

    def test_a_lead_takes_over_unasked_or_asked(self, session, client, served, lead, as_lead):
        client.post(f"/api/conversations/{served}/help", json={"way": "take_over"})
        as_lead()
        assert client.put(f"/api/conversations/{served}/take-over").status_code == 204
        assert session.get(Conversation, served).assignee_id == lead.id
        asked = session.scalars(select(HelpRequest)).one()
        assert (asked.answer, asked.answered_by) == ("take_over", lead.id)

    def test_one_call_at_a_time_and_none_in_an_ended_talk(self, session, client, served):
        path = f"/api/conversations/{served}/help"
        assert client.post(path, json={}).status_code == 201
        again = client.post(path, json={})
        assert (again.status_code, again.json()["code"]) == (409, "HelpAskedAlready")
        assert len(session.scalars(select(HelpRequest)).all()) == 1

    def test_who_does_not_lead_neither_whispers_nor_takes_over(
        self, session, client, served, acting, agent, shop
    ):
        acting["actor"] = replace(acting_as(agent, shop), id=new_id())
        path = f"/api/conversations/{served}"
        body = {"client_id": str(new_id()), "text": "嘘"}
        assert client.post(f"{path}/whispers", json=body).status_code == 403
        assert client.put(f"{path}/take-over").status_code == 403
        assert client.get("/api/help-requests").status_code == 403
        assert session.get(Conversation, served).assignee_id == agent.id
