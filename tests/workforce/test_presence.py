"""Who is here, and who is gone without saying so."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.workforce.factories import make_agent
from xiaoer.core import db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.events import EventRow
from xiaoer.workforce import jobs, service
from xiaoer.workforce.models import Agent, Presence, PresenceChange


@pytest.fixture
def agent(session, shop, frozen):
    return make_agent(session, shop, online=True)


def kinds(session):
    rows = session.execute(select(EventRow.kind).order_by(EventRow.id))
    return [kind for (kind,) in rows if kind in {"PresenceChanged", "AgentLeft"}]


def as_actor(agent):
    return Actor(kind=ActorKind.AGENT, id=agent.id, permissions=frozenset(Permission))


def test_a_pause_is_told_to_the_shop_and_kept(client, acting, session, agent, shop, frozen):
    acting["actor"] = as_actor(agent)
    frozen(timedelta(minutes=5))

    answer = client.put("/api/me/presence", json={"state": "paused"})

    assert answer.json() == {"presence": "paused"}
    told = session.scalars(select(EventRow).where(EventRow.kind == "PresenceChanged")).all()[-1]
    assert told.topics == [f"me:{agent.id}", f"shop:{shop.id}"]
    assert (told.data["before"], told.data["after"]) == ("online", "paused")
    history = session.scalars(select(PresenceChange).order_by(PresenceChange.at)).all()
    assert [(each.before, each.after, each.cause) for each in history] == [
        ("offline", "online", "own"),
        ("online", "paused", "own"),
    ]


def test_the_same_again_is_nothing(session, agent):
    before = kinds(session)
    service.set_mine(session, as_actor(agent), Presence.ONLINE)
    assert kinds(session) == before


def test_an_unknown_state_changes_nothing(client, acting, session, agent):
    acting["actor"] = as_actor(agent)
    assert client.put("/api/me/presence", json={"state": "asleep"}).status_code == 422
    assert session.get(Agent, agent.id).presence == "online"


class TestSweep:
    def test_spares_whoever_beats(self, session, agent, frozen):
        for _ in range(5):
            frozen(timedelta(seconds=30))
            service.beat(session, agent.id)
        frozen(timedelta(seconds=89))
        assert service.sweep(session) == 0

    def test_takes_the_silent_for_gone(self, session, agent, frozen):
        service.beat(session, agent.id)
        frozen(timedelta(seconds=90))
        assert service.sweep(session) == 1
        assert service.sweep(session) == 0
        gone = session.get(Agent, agent.id, populate_existing=True)
        assert gone.presence == "offline"
        assert kinds(session)[-2:] == ["PresenceChanged", "AgentLeft"]

    def test_gives_a_newcomer_time_to_connect(self, session, agent, frozen):
        frozen(timedelta(seconds=60))
        assert service.sweep(session) == 0

    def test_whoever_comes_back_goes_on_as_before(self, session, agent, frozen):
        service.set_mine(session, as_actor(agent), Presence.PAUSED)
        frozen(timedelta(minutes=3))
        service.sweep(session)
        service.beat(session, agent.id)
        assert session.get(Agent, agent.id, populate_existing=True).presence == "paused"
        assert session.scalars(
            select(PresenceChange.cause).order_by(PresenceChange.at, PresenceChange.id)
        ).all()[-2:] == ["lost", "came_back"]

    def test_whoever_chose_to_go_stays_gone(self, session, agent, frozen):
        service.set_mine(session, as_actor(agent), Presence.OFFLINE)
        frozen(timedelta(minutes=3))
        service.beat(session, agent.id)
        assert session.get(Agent, agent.id, populate_existing=True).presence == "offline"


class TestHold:
    def test_locks_only_who_is_online(self, session, shop, agent):
        assert service.hold(session, agent.id).id == agent.id
        service.set_mine(session, as_actor(agent), Presence.PAUSED)
        assert service.hold(session, agent.id) is None


def test_the_worker_sweeps(fresh_database, frozen):
    with db.transaction() as session:
        shop = shops.add(session, system(), code="s", name="S")
        agent_id = make_agent(session, shop, online=True).id
    frozen(timedelta(minutes=2))
    jobs.sweep()
    with db.transaction() as session:
        assert session.get(Agent, agent_id).presence == "offline"
