"""A second messenger beside the web chat, without an account anywhere: the twin carries it."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.channels.conftest import Shopper
from tests.conversations.factories import acting_as, make_agent
from xiaoer.channels.wechat import queries, service
from xiaoer.channels.wechat.errors import MessengerAway
from xiaoer.channels.wechat.models import Mood
from xiaoer.channels.wechat.port import Outgoing
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation, Message
from xiaoer.core import db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.ids import new_id


def path(shop, open_id: str = "o-1") -> str:
    return f"/api/shops/{shop.id}/wechat-twin/people/{open_id}/messages"


def write(client, shop, text: str = "在吗", key: str = "k1") -> Any:
    return client.post(path(shop), json={"key": key, "text": text, "name": "阿珍"})


class TestInbound:
    @pytest.mark.row("CHN-1", "CHN-5")
    def test_both_messengers_meet_in_one_inbox(self, client, shop):
        shopper = Shopper(client)
        shopper.visit()
        shopper.say("我在网页上")
        assert write(client, shop, "我在微信上").status_code == 201

        rows = client.get("/api/conversations", params={"view": "all"}).json()["items"]

        assert {(row["channel"], row["last_message"]["text"]) for row in rows} == {
            ("webchat", "我在网页上"),
            ("wechat", "我在微信上"),
        }

    def test_the_same_key_says_it_once(self, client, session, shop):
        first, second = (write(client, shop).json() for _ in range(2))

        assert first == second
        assert len(session.scalars(select(Message)).all()) == 1
        assert len(client.get(path(shop)).json()["items"]) == 1

    def test_strangers_play_nobody(self, client, session, shop, acting):
        rights = frozenset(Permission)
        acting["actor"] = Actor(kind=ActorKind.AGENT, id=new_id(), permissions=rights)
        assert write(client, shop).status_code == 404
        assert client.get(path(shop)).status_code == 404
        acting["actor"] = Actor(kind=ActorKind.AGENT, id=new_id(), shop_ids=frozenset({shop.id}))
        assert write(client, shop).status_code == 403
        assert session.scalars(select(Conversation)).all() == []


@pytest.fixture
def talk(fresh_database):
    """A talk over WeChat that an agent has answered; its message is still to be carried out."""
    with db.transaction() as session:
        shop = shops.add(session, system(), code="teahouse", name="茶楼")
        agent = acting_as(make_agent(session, shop), shop)
    with db.transaction() as session:
        heard = service.hear(
            session, shop_id=shop.id, open_id="o-1", name="阿珍", key="k1", text="在吗"
        )
    with db.transaction() as session:
        said = conversations.reply(
            session, agent, heard.conversation_id, client_id=new_id(), text="在的"
        )
    return shop, heard.conversation_id, said.message.id


def on_phone(shop) -> list[str]:
    with db.transaction() as session:
        return [each.text for each in queries.phone(session, shop.id, "o-1")]


def delivered(talk_id) -> int:
    with db.transaction() as session:
        talk = session.get(Conversation, talk_id)
        assert talk is not None
        return talk.customer_delivered_seq


class TestOutbound:
    @pytest.mark.row("CHN-5")
    def test_an_answer_reaches_the_phone_and_counts_as_delivered(self, talk):
        shop, talk_id, message_id = talk

        service.carry_out(message_id)

        assert on_phone(shop) == ["在的"]
        assert delivered(talk_id) == 2

    def test_sent_twice_shows_once(self, talk):
        shop, _, message_id = talk

        service.carry_out(message_id)
        service.carry_out(message_id)

        assert on_phone(shop) == ["在的"]

    @pytest.mark.parametrize(("mood", "shown"), [(Mood.AWAY, []), (Mood.FORGETFUL, ["在的"])])
    def test_what_is_not_confirmed_is_tried_again(self, talk, mood, shown):
        shop, talk_id, message_id = talk
        with db.transaction() as session:
            service.set_mood(session, system(), shop.id, mood)
        with pytest.raises(MessengerAway):
            service.carry_out(message_id)
        assert (on_phone(shop), delivered(talk_id)) == (shown, 0)

        with db.transaction() as session:
            service.set_mood(session, system(), shop.id, Mood.WELL)
        service.carry_out(message_id)

        assert (on_phone(shop), delivered(talk_id)) == (["在的"], 2)

    @pytest.mark.row("CHN-5")
    def test_another_account_takes_the_twins_place(self, talk, monkeypatch):
        shop, talk_id, message_id = talk
        carried: list[Outgoing] = []

        class Account:
            def deliver(self, message: Outgoing) -> None:
                carried.append(message)

        monkeypatch.setattr(service, "messenger", Account())
        service.carry_out(message_id)

        assert [(each.open_id, each.text) for each in carried] == [("o-1", "在的")]
        assert on_phone(shop) == []
        assert delivered(talk_id) == 2


def test_the_desks_answer_leaves_a_job_for_wechat_and_none_for_the_web(
    client, session, shop, monkeypatch, run_jobs
):
    carried: list[Any] = []
    monkeypatch.setattr(service, "carry_out", carried.append)
    agent = acting_as(make_agent(session, shop), shop)
    shopper = Shopper(client)
    shopper.visit()
    shopper.say("网页")
    write(client, shop)
    said = [
        conversations.reply(session, agent, talk, client_id=new_id(), text="在的")
        for talk in session.scalars(select(Conversation.id).order_by(Conversation.number))
    ]

    run_jobs()

    assert carried == [said[1].message.id]
