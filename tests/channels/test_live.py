"""The shopper's live connection over a real socket: nothing inner, missing or twice."""

import contextlib
import time
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import httpx
import orjson
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.channels.serving import Served, serving
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation
from xiaoer.conversations.service import assigning, marking
from xiaoer.core import db
from xiaoer.core.auth import Actor
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop

PATIENCE_SEC = 5


@pytest.fixture(scope="module")
def served(cluster, template, tmp_path_factory) -> Iterator[Served]:
    """One server for the module; each test has a shop of its own."""
    with serving(cluster, template, tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def house(served) -> tuple[Shop, Actor]:
    return served.new_shop()


class Browser:
    """One shopper's page: requests and a socket that remembers its place."""

    def __init__(self, served: Served, shop: Shop) -> None:
        self.address = served.address
        self.http = httpx.Client(base_url=f"http://{self.address}", timeout=10)
        visit = self.http.post(f"/chat/{shop.code}/visits", json={"locale": "zh"}).json()
        self.token = visit["visitor_token"]
        self.http.headers["Authorization"] = f"Bearer {self.token}"
        self.cursor: str | None = None

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def say(self, text: str) -> dict[str, Any]:
        answer = self.http.post("/chat/messages", json={"client_id": str(new_id()), "text": text})
        assert answer.status_code == 201, answer.text
        return answer.json()

    @contextlib.contextmanager
    def connected(self) -> Iterator["Line"]:
        with connect(f"ws://{self.address}/chat/live") as socket:
            line = Line(socket, self)
            line.send(type="start", token=self.token, cursor=self.cursor)
            started = line.next()
            assert started["type"] == "started", started
            self.cursor = self.cursor or started["cursor"]
            yield line


class Line:
    def __init__(self, socket: ClientConnection, browser: Browser) -> None:
        self.socket, self.browser = socket, browser
        self.waiting: list[dict[str, Any]] = []

    def send(self, **frame: Any) -> None:
        self.socket.send(orjson.dumps(frame).decode())

    def next(self, within: float = PATIENCE_SEC) -> dict[str, Any]:
        while not self.waiting:
            frames = orjson.loads(self.socket.recv(timeout=within))
            self.waiting += frames if isinstance(frames, list) else [frames]
        frame = self.waiting.pop(0)
        if frame["type"] == "event":
            self.browser.cursor = frame["cursor"]
        return frame

    def rest(self, within: float) -> Iterator[dict[str, Any]]:
        with contextlib.suppress(TimeoutError):
            while True:
                yield self.next(within)

    def until(self, kind: str) -> dict[str, Any]:
        while (frame := self.next()).get("kind") != kind:
            pass
        return frame


@pytest.fixture
def browser(served, house) -> Iterator[Browser]:
    with Browser(served, house[0]) as browser:
        browser.say("在吗")
        yield browser


@pytest.fixture
def talk_id(browser):
    return UUID(browser.http.get("/chat/talk").json()["conversation"]["id"])


@pytest.fixture
def agent(house) -> Actor:
    return house[1]


def reply(agent: Actor, talk_id, text: str) -> None:
    with db.transaction() as session:
        conversations.reply(session, agent, talk_id, client_id=new_id(), text=text)


class TestLive:
    @pytest.mark.row("CHN-1")
    def test_an_answer_arrives_with_who_gave_it(self, browser, talk_id, agent):
        with browser.connected() as line:
            reply(agent, talk_id, "在的，请讲")
            frame = line.until("MessageSent")

        assert (frame["message"]["from"], frame["message"]["text"]) == ("agent", "在的，请讲")
        assert frame["message"]["author_name"] == "小林"
        assert frame["talk"]["agent"] == {"name": "小林"}
        assert str(agent.id) not in str(frame)
        assert "topics" not in frame

    def test_notes_and_colleagues_stay_unseen(self, browser, talk_id, agent):
        with browser.connected() as line:
            with db.transaction() as session:
                conversations.note(session, agent, talk_id, client_id=new_id(), text="难缠")
            reply(agent, talk_id, "在的")
            frames = [line.next()]
            while frames[-1].get("kind") != "MessageSent":
                frames.append(line.next())

        assert "难缠" not in str(frames)
        told_before = {"ConversationOpened", "MessageReceived"}  # committed just before it joined
        assert {frame["kind"] for frame in frames} <= {"Assigned", "MessageSent"} | told_before

    def test_what_was_missed_comes_once_and_in_order(self, browser, talk_id, agent):
        with browser.connected():
            pass
        for number in range(5):
            reply(agent, talk_id, f"第{number}句")

        texts = []
        with browser.connected() as line:
            while len(texts) < 3:
                texts.append(line.until("MessageSent")["message"]["text"])
        with browser.connected() as line:
            reply(agent, talk_id, "完")
            while texts[-1] != "完":
                texts.append(line.until("MessageSent")["message"]["text"])

        assert texts == [f"第{number}句" for number in range(5)] + ["完"]

    def test_delivered_and_read_at_the_desk_become_ticks(self, browser, talk_id, agent):
        with browser.connected() as line:
            with db.transaction() as session:
                assigning.take(session, agent, talk_id)
            with db.transaction() as session:
                marking.read(session, agent, talk_id, 1)
            head = line.until("ReadByStaff")["talk"]

        assert (head["staff_delivered_seq"], head["staff_read_seq"]) == (1, 1)

    def test_what_the_customer_saw_reaches_the_desk(self, browser, talk_id, agent):
        reply(agent, talk_id, "在的")
        with browser.connected() as line:
            line.send(type="delivered", seq=2)
            line.send(type="read", seq=2)
            line.send(type="ping")
            while line.next()["type"] != "pong":
                pass

        with db.transaction() as session:
            talk = session.get(Conversation, talk_id)
            assert (talk.customer_delivered_seq, talk.customer_read_seq) == (2, 2)

    @pytest.mark.row("CMM-3")
    def test_the_desk_sees_that_the_customer_is_typing(self, served, browser, talk_id):
        heard: list[dict[str, Any]] = []
        served.app.state.hub.on_signal.append(heard.append)
        with browser.connected() as line:
            line.send(type="typing", on=True)
            line.send(type="typing", on=True)
            line.send(type="ping")
            while line.next()["type"] != "pong":
                pass
            deadline = time.monotonic() + PATIENCE_SEC
            while not heard and time.monotonic() < deadline:
                time.sleep(0.02)

        assert len(heard) == 1
        assert heard[0]["topic"] == f"conversation:{talk_id}"
        assert heard[0]["data"]["from"] == "customer"
        assert heard[0]["data"]["on"] is True


class TestRefused:
    @pytest.mark.parametrize(
        "first",
        [b"\x00", '{"type":"start","token":"x"}', '{"type":"start"}', "[]", "no json", '"\\ud800"'],
    )
    def test_a_stranger_hears_nothing(self, served, first):
        with connect(f"ws://{served.address}/chat/live") as socket:
            socket.send(first)

            assert orjson.loads(socket.recv(timeout=PATIENCE_SEC))["type"] == "refused"
            with pytest.raises(ConnectionClosed) as closed:
                socket.recv(timeout=PATIENCE_SEC)
        assert closed.value.rcvd.code == 4401

    def test_another_customer_hears_nothing_of_it(self, served, house, browser, talk_id, agent):
        with Browser(served, house[0]) as other:
            other.say("我是别人")
            with other.connected() as line:
                reply(agent, talk_id, "秘密")
                heard = list(line.rest(within=0.6))

        assert "秘密" not in str(heard)
        assert str(talk_id) not in str(heard)

    def test_odd_frames_change_nothing(self, browser):
        browser.cursor = 7
        with browser.connected() as line:
            line.socket.send(b"\x00\x01")
            line.socket.send("[1]")
            line.send(type="read", seq="all")
            line.send(type="read", seq=True)
            line.send(type="ping")
            while line.next()["type"] != "pong":
                pass

    def test_a_flood_of_frames_ends_the_connection(self, browser):
        def flood(line):
            for _ in range(40):
                line.send(type="nonsense")  # the line may be cut before all is said
            line.until("the end")

        with browser.connected() as line, pytest.raises(ConnectionClosed) as closed:
            flood(line)
        assert closed.value.rcvd.code == 4429
