"""The short way of a further message writes what the ordinary way writes, or nothing."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from xiaoer.app.api import create_app
from xiaoer.channels.webchat.service import talking
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation, Message
from xiaoer.core import auth, db, shops
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id

from .conftest import Shopper

OWN = {"id", "seq", "client_id", "at", "xid", "data", "search"}


@pytest.fixture
def shopper(fresh_database):
    """A shopper in a database that really commits, past the first message."""
    with db.transaction() as session:
        shops.add(session, auth.system(), code="teahouse", name="茶楼")

    shopper = Shopper(TestClient(create_app()))
    shopper.visit()
    talking.forget()
    assert shopper.say("第一句").status_code == 201
    return shopper


@pytest.fixture
def short_ways(monkeypatch):
    """How often the short way was taken, and how often it ended in nothing."""
    taken = {"yes": 0, "no": 0}
    real = conversations.receive_further

    def noted(*args, **values):
        message = real(*args, **values)
        taken["yes" if message else "no"] += 1
        return message

    monkeypatch.setattr(conversations, "receive_further", noted)
    return taken


def rows(model):
    with db.transaction() as session:
        return session.scalars(select(model)).all()


def plain(row):
    return {c.key: getattr(row, c.key) for c in row.__table__.columns if c.key not in OWN}


def test_both_ways_write_the_same(shopper, short_ways):
    shopper.say("请问龙井什么时候发货")
    talking.forget()
    shopper.say("请问龙井什么时候发货")

    assert short_ways == {"yes": 1, "no": 0}
    _, short, ordinary = sorted(rows(Message), key=lambda each: each.seq)
    assert plain(short) == plain(ordinary)
    with db.transaction() as session:
        indexed = session.scalars(select(Message.search).order_by(Message.seq)).all()
    assert indexed[1] == indexed[2]
    told = [row for row in rows(EventRow) if row.kind == "MessageReceived"]
    _, short, ordinary = sorted(told, key=lambda each: each.id)
    assert plain(short) == plain(ordinary)
    assert short.data.keys() == ordinary.data.keys()
    assert (short.data["seq"], short.data["message_id"]) != (2, None)
    (talk,) = rows(Conversation)
    assert (talk.last_seq, talk.unread, talk.last_text) == (3, 3, "请问龙井什么时候发货")


def test_said_twice_is_kept_once_and_answered_alike(shopper, short_ways):
    key = str(new_id())

    first = shopper.say("快一点", client_id=key)
    again = shopper.say("快一点", client_id=key)
    other = shopper.say("慢一点", client_id=key)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["id"] == again.json()["id"]
    assert (other.status_code, other.json()["code"]) == (422, "KeyReused")
    assert [each.text for each in rows(Message)] == ["第一句", "快一点"]


def close_it():
    with db.transaction() as session:
        (talk,) = session.scalars(select(Conversation.id))
        conversations.close(session, auth.system(), talk, reason="solved")


def answer_it():
    with db.transaction() as session:
        session.execute(update(Conversation).values(waiting_since=None, waiting_seq=None))


@pytest.mark.parametrize("change", [close_it, answer_it])
def test_a_talk_that_moved_on_takes_the_ordinary_way(shopper, short_ways, change):
    shopper.say("在吗")
    change()

    assert shopper.say("还在吗").status_code == 201

    assert short_ways == {"yes": 1, "no": 1}
    (talk,) = rows(Conversation)
    assert talk.state == "open"
    assert talk.waiting_since is not None


def test_a_refused_text_changes_nothing(shopper, short_ways):
    assert shopper.say("  ").status_code == 422
    assert shopper.say("长" * 5000).status_code == 422
    assert len(rows(Message)) == 1
