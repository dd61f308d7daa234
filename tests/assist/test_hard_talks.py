"""Hard talks are counted by agent and day, a short rest follows one; consultations of a talk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.assist.conftest import RIGHTS
from tests.conversations.factories import acting_as, make_agent
from xiaoer.assist.models import CoolDown, Reading
from xiaoer.conversations.service import assigning
from xiaoer.workforce.models import Agent, Presence


@pytest.fixture
def agent(session, shop):
    return make_agent(session, shop, name="林小满")


@pytest.fixture
def serving(agent, shop):
    return acting_as(agent, shop, rights=RIGHTS)


@pytest.fixture
def hard_talk(session, says, serving):
    talk = says("气死我了，我要投诉你们")
    assigning.take(session, serving, talk)
    says("谢谢，已经解决了，很满意")
    return talk


@pytest.mark.row("EMT-4")
class TestHardTalks:
    def test_after_one_an_agent_rests_and_is_back_by_itself(
        self, frozen, session, client, acting, serving, agent, hard_talk, run_jobs
    ):
        frozen(timedelta(minutes=1))
        acting["actor"] = serving
        rested = client.post("/api/me/cool-down", json={"minutes": 10})
        assert rested.status_code == 201
        assert session.get(Agent, agent.id).presence == Presence.PAUSED
        frozen(timedelta(minutes=9))
        run_jobs()
        assert session.get(Agent, agent.id).presence == Presence.PAUSED
        frozen(timedelta(minutes=1))
        run_jobs()
        assert session.get(Agent, agent.id).presence == Presence.ONLINE

    def test_without_a_hard_talk_there_is_no_such_rest(
        self, session, client, acting, serving, agent, says
    ):
        assigning.take(session, serving, says("你好，想看看这款茶壶"))
        acting["actor"] = serving
        refused = client.post("/api/me/cool-down", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "NothingHardToday")
        assert session.get(Agent, agent.id).presence == Presence.ONLINE
        assert session.get(CoolDown, agent.id) is None

    def test_the_lead_sees_how_many_each_agent_had_though_they_ended_well(
        self, session, client, acting, actor, shop, hard_talk, agent, serving
    ):
        assert session.get(Reading, hard_talk).risk == 0
        acting["actor"] = actor
        params = {"shop_id": str(shop.id)}
        [one] = client.get("/api/hard-talks", params=params).json()["items"]
        assert (one["agent_id"], one["name"], one["talks"]) == (str(agent.id), "林小满", 1)
        acting["actor"] = replace(serving)
        assert client.get("/api/hard-talks", params=params).status_code == 403


@pytest.mark.row("RSP-2")
def test_a_talk_is_tagged_with_every_kind_of_consultation_it_touches(
    session, client, acting, serving, says
):
    talk = says("怎么还不发货")
    assert session.get(Reading, talk).consultations == ["logistics"]
    says("我要退货，怎么操作")
    says("ok")
    acting["actor"] = serving
    shown = client.get(f"/api/conversations/{talk}/assist").json()
    assert shown["consultations"] == ["logistics", "aftersales"]
