"""The desk's socket: who may listen, what arrives, and that nothing is lost on the way."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, make_role
from xiaoer.app.api import create_app
from xiaoer.app.login import COOKIE
from xiaoer.conversations import schemas, service
from xiaoer.conversations.models import Conversation
from xiaoer.conversations.service import marking
from xiaoer.core import db, shops
from xiaoer.core.auth import Permission, system
from xiaoer.core.ids import new_id
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import AgentRole

RIGHTS = (
    "conversations:read",
    "conversations:reply",
    "conversations:assign",
    "conversations:close",
)


class House:
    """A shop with two agents and a customer, in a database of its own, behind a real hub."""

    def __init__(self, url: str) -> None:
        with db.transaction() as session:
            self.shop = shops.add(session, system(), code="teahouse", name="茶楼")
            role = make_role(session, *RIGHTS)
            self.agents = [
                make_agent(session, self.shop, name=name, roles=[role]) for name in ("林", "周")
            ]
            self.customer = make_customer(session, self.shop)
            self.tokens = [
                workforce.open_for(session, agent, address="test", device="test").token
                for agent in self.agents
            ]
        self.app = create_app(url)

    def ask(self, text: str = "在吗") -> service.Received:
        with db.transaction() as session:
            return ask(session, self.customer, text)

    def reply(self, talk: Any, number: int = 0) -> None:
        actor = acting_as(self.agents[number], self.shop)
        with db.transaction() as session:
            service.reply(session, actor, talk, client_id=new_id(), text="您好")


@pytest.fixture
def house(fresh_database: str) -> Iterator[House]:
    made = House(fresh_database)
    with TestClient(made.app) as client:
        made.client = client
        yield made


@contextlib.contextmanager
def desk(house, *topics, cursor=None, number=0, headers=None):
    headers = {"Cookie": f"{COOKIE}={house.tokens[number]}", **(headers or {})}
    with house.client.websocket_connect("/api/live", headers=headers) as socket:
        socket.send_json({"type": "start", "cursor": cursor, "topics": list(topics)})
        started = received(socket)[0]
        assert started["type"] == "started", started
        yield socket


def received(socket):
    """The next frames: those that come together are sent together."""
    frames = socket.receive_json()
    return frames if isinstance(frames, list) else [frames]


def until(socket, kind, limit=30):
    """Frames up to the first of a kind."""
    frames = getattr(socket, "held", [])
    for place in range(limit):
        while len(frames) <= place:
            frames += received(socket)
        if frames[place].get("kind") == kind or frames[place]["type"] == kind:
            socket.held = frames[place + 1 :]
            return frames[: place + 1]
    raise AssertionError(f"no {kind} in {frames}")


class TestWhoMayListen:
    @pytest.mark.parametrize(
        "headers",
        [{"Cookie": f"{COOKIE}=nonsense"}, {"Origin": "https://evil.example"}],
    )
    def test_strangers_and_foreign_pages_are_refused(self, house, headers):
        with house.client.websocket_connect("/api/live", headers=headers) as socket:
            socket.send_json({"type": "start", "cursor": None, "topics": ["me"]})
            assert socket.receive_json()["type"] == "refused"
            with pytest.raises(WebSocketDisconnect) as closed:
                socket.receive_json()
        assert closed.value.code == 4401

    def test_a_talk_of_another_shop_is_silent(self, house):
        with db.transaction() as session:
            other = shops.add(session, system(), code="other", name="别家")
            stranger = make_customer(session, other)
            foreign = ask(session, stranger).conversation_id
        with desk(house, f"conversation:{foreign}", f"queue:{other.id}", "me") as socket:
            with db.transaction() as session:
                ask(session, stranger, "听得到吗")
            talk = house.ask().conversation_id
            house.reply(talk)
            frames = until(socket, "MessageSent")
        heard = {frame["conversation"]["shop_id"] for frame in frames if "conversation" in frame}
        assert heard == {str(house.shop.id)}


class TestWhatArrives:
    def test_the_queue_hears_of_a_new_talk_with_row_and_message(self, house):
        with desk(house, f"queue:{house.shop.id}") as socket:
            house.ask("请问什么时候发货")
            *_, frame = until(socket, "MessageReceived")

        row = schemas.Row.model_validate(frame["conversation"])
        message = schemas.MessageOut.model_validate(frame["message"])
        assert (row.unread, message.seq, message.text) == (1, 1, "请问什么时候发货")

    def test_every_message_once_and_in_order_over_a_lost_connection(self, house):
        talk = house.ask("第1句").conversation_id
        topic = f"conversation:{talk}"
        with desk(house, topic) as socket:
            house.ask("第2句")
            cursor = until(socket, "MessageReceived")[-1]["cursor"]
        for number in range(3, 13):
            house.ask(f"第{number}句")
        with desk(house, topic, cursor=cursor) as socket:
            house.ask("第13句")
            seqs: list[int] = []
            while len(seqs) < 11:
                seqs += [frame["message"]["seq"] for frame in received(socket)]

        assert seqs == list(range(3, 14))

    def test_a_talk_asked_for_later_shows_where_it_stands_now(self, house):
        talk = house.ask().conversation_id
        with desk(house, "me") as socket:
            house.ask("还在吗")
            socket.send_json({"type": "topics", "topics": ["me", f"conversation:{talk}"]})
            *_, frame = until(socket, "Shown")
            assert frame["conversation"]["last_message"]["seq"] == 2

    def test_marks_reach_the_screen_without_a_row(self, house):
        talk = house.ask().conversation_id
        house.reply(talk)
        with desk(house, f"conversation:{talk}") as socket:
            actor = service.as_customer(
                shop_id=house.shop.id, customer_id=house.customer.id, name="王小雨"
            )
            with db.transaction() as session:
                marking.customer_saw(session, actor, talk, shop_id=house.shop.id, seq=2, read=True)
            *_, frame = until(socket, "ReadByCustomer")
        assert frame["data"] == {"conversation_id": str(talk), "customer_read_seq": 2}
        assert "conversation" not in frame

    def test_what_reached_its_agents_screen_is_delivered(self, house):
        talk = house.ask().conversation_id
        house.reply(talk)
        with desk(house, "me") as socket:
            house.ask("收到请回复")
            until(socket, "DeliveredToStaff")
        with db.transaction() as session:
            assert session.get(Conversation, talk).staff_delivered_seq == 3


class TestFleeting:
    @pytest.mark.row("CMM-3")
    def test_the_customer_typing_is_seen_and_not_stored(self, house):
        talk = house.ask().conversation_id
        data = {"conversation_id": str(talk), "on": True, "from": "customer", "name": "王小雨"}
        with desk(house, f"conversation:{talk}") as socket:
            house.client.portal.call(
                house.app.state.hub.signal, f"conversation:{talk}", "typing", data
            )
            frame = until(socket, "typing")[-1]
            cookie = {"Cookie": f"{COOKIE}={house.tokens[0]}"}
            detail = house.client.get(f"/api/conversations/{talk}", headers=cookie).json()
        assert frame == {"type": "signal", "kind": "typing", "data": data}
        assert detail["customer_typing"] is True

    def test_two_agents_in_one_talk_see_each_other(self, house):
        talk = str(house.ask().conversation_id)
        topic = f"conversation:{talk}"
        with desk(house, topic) as first, desk(house, topic, number=1) as second:
            first.send_json({"type": "viewing", "conversation_id": talk})
            until(second, "viewers")
            second.send_json({"type": "viewing", "conversation_id": talk})
            seen = until(first, "viewers")[-1]["data"]["viewers"]
            while len(seen) < 2:
                seen = until(first, "viewers")[-1]["data"]["viewers"]
            assert {each["name"] for each in seen} == {"林", "周"}
            second.send_json({"type": "viewing", "conversation_id": None})
            while len(seen) > 1:
                seen = until(first, "viewers")[-1]["data"]["viewers"]
            assert [each["name"] for each in seen] == ["林"]

    @pytest.mark.row("EMT-3")
    def test_a_lead_who_looks_silently_is_shown_to_nobody(self, house):
        talk = str(house.ask().conversation_id)
        with db.transaction() as session:
            lead = make_role(session, *RIGHTS, Permission.CONVERSATIONS_MANAGE, code="leads")
            session.add(AgentRole(agent_id=house.agents[1].id, role_id=lead.id))
        topic = f"conversation:{talk}"
        with desk(house, topic) as first, desk(house, topic, number=1) as second:
            second.send_json({"type": "viewing", "conversation_id": talk, "silent": True})
            second.send_json({"type": "ping"})
            until(second, "pong")
            first.send_json({"type": "viewing", "conversation_id": talk})
            seen = until(first, "viewers")[-1]["data"]["viewers"]
        assert [each["name"] for each in seen] == ["林"]

    def test_who_is_no_lead_is_seen_whatever_their_screen_says(self, house):
        talk = str(house.ask().conversation_id)
        topic = f"conversation:{talk}"
        with desk(house, topic) as first, desk(house, topic, number=1) as second:
            second.send_json({"type": "viewing", "conversation_id": talk, "silent": True})
            seen = until(first, "viewers")[-1]["data"]["viewers"]
        assert [each["name"] for each in seen] == ["周"]

    def test_nonsense_is_ignored_and_a_flood_ends(self, house):
        with desk(house, "me") as socket:
            socket.send_text("not json")
            socket.send_json({"type": "typing", "conversation_id": 7})
            socket.send_json({"type": "topics", "topics": {"a": 1}})
            socket.send_json({"type": "ping"})
            assert until(socket, "pong")
            for _ in range(200):
                socket.send_json({"type": "ping"})
            with pytest.raises(WebSocketDisconnect) as closed:
                until(socket, "never", limit=400)
        assert closed.value.code == 4429
