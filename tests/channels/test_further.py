"""The short way of a further message writes what the ordinary way writes, or nothing."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, text, update

from tests.app.desk import wait_until
from xiaoer.channels.webchat.service import talking
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import AutoReply, AutoReplySent, Conversation, Message, Occasion
from xiaoer.conversations.service import Further, answering
from xiaoer.core import auth, clock, db, shops
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id

from .conftest import Shopper

JOBS = text("SELECT convert_from(payload, 'UTF8')::json FROM pgqueuer WHERE entrypoint = :name")
OWN = {"id", "seq", "client_id", "at", "xid", "data", "search"}


@pytest.fixture
def shopper(app, fresh_database):
    """A shopper in a database that really commits, past the first message."""
    with db.transaction() as session:
        shops.add(session, auth.system(), code="teahouse", name="茶楼")

    shopper = Shopper(TestClient(app))
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
        messages = real(*args, **values)
        for message in messages:
            taken["yes" if message else "no"] += 1
        return messages

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


def close_talk(talk_id):
    with db.transaction() as session:
        conversations.close(session, auth.system(), talk_id, reason="solved")


def close_it():
    (talk,) = rows(Conversation)
    close_talk(talk.id)


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


def test_a_talk_that_somebody_holds_takes_the_ordinary_way(shopper, short_ways):
    """Nobody behind it in the batch waits for the one whose row is held."""
    holding, held = threading.Event(), threading.Event()

    def hold():
        with db.transaction() as session:
            session.execute(select(Conversation.id).with_for_update())
            held.set()
            assert holding.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(10)

    def let_go():
        wait_until(lambda: sum(short_ways.values()), "the short way was not tried")
        holding.set()

    letting = threading.Thread(target=let_go)
    letting.start()

    assert shopper.say("还在吗").status_code == 201

    letting.join()

    holder.join()
    assert short_ways == {"yes": 0, "no": 1}
    assert [each.text for each in rows(Message)] == ["第一句", "还在吗"]


def test_many_talks_are_written_together_and_each_for_itself(shopper):
    others = [Shopper(shopper.client) for _ in range(3)]
    for other in others:
        other.visit()
        assert other.say("我也来了").status_code == 201
    known = talking._remembered
    assert len(known) == 4
    said = [Further(talk, new_id(), f"第{place}位") for place, talk in enumerate(known.values())]
    close_talk(said[1].talk.conversation_id)
    said[2] = replace(said[2], text="  ")

    with db.transaction() as session:
        messages = conversations.receive_further(session, said)

    assert [message and message.text for message in messages] == ["第0位", None, None, "第3位"]
    kept = {
        each.conversation_id: each
        for each in rows(Message)
        if each.text.startswith("第") and each.seq == 2
    }
    for each, message in ((said[0], messages[0]), (said[3], messages[3])):
        row = kept.pop(each.talk.conversation_id)
        assert (row.id, row.text, row.author_id) == (message.id, each.text, each.talk.customer_id)
    assert not kept
    told = {
        row.data["message_id"]
        for row in rows(EventRow)
        if row.kind == "MessageReceived" and row.data["seq"] == 2
    }
    assert told == {str(messages[0].id), str(messages[3].id)}


def test_a_refused_text_changes_nothing(shopper, short_ways):
    assert shopper.say("  ").status_code == 422
    assert shopper.say("长" * 5000).status_code == 422
    assert len(rows(Message)) == 1


class TestKeywords:
    """A rule may answer these words: they take the short way too, and leave a job behind."""

    @pytest.fixture
    def rule(self, shopper):
        """Made, and remembered by this process since a message that opened a turn."""

        def make(**only):
            with db.transaction() as session:
                (talk,) = session.scalars(select(Conversation))
                rule = AutoReply(
                    shop_id=talk.shop_id,
                    name="查物流",
                    occasion=Occasion.KEYWORD,
                    keywords=["物流"],
                    text="自助：https://shop.example/t",
                    **only,
                )
                session.add(rule)
                session.flush()
                answering.forget()
                answering.recall(session, talk.shop_id)
                return rule.id

        yield make
        answering.forget()

    def left(self):
        with db.transaction() as session:
            return session.scalars(JOBS, {"name": answering.JOB}).all()

    def test_one_job_for_words_that_hold_it_none_for_others(self, shopper, short_ways, rule):
        rule()
        shopper.say("物流到哪了")
        shopper.say("快点")
        (talk,) = rows(Conversation)
        assert self.left() == [{"conversation_id": str(talk.id), "seq": 2}]
        assert short_ways == {"yes": 2, "no": 0}

    def test_none_while_this_customer_has_it_from_a_moment_ago(self, shopper, short_ways, rule):
        (talk,) = rows(Conversation)
        rule_id = rule(window_min=30)
        sent = {"auto_reply_id": rule_id, "customer_id": talk.customer_id}
        with db.transaction() as session:
            session.add(AutoReplySent(**sent, at=clock.now() - timedelta(minutes=29)))
        shopper.say("物流呢")
        assert self.left() == []
        with db.transaction() as session:
            session.execute(update(AutoReplySent).values(at=clock.now() - timedelta(minutes=31)))
        shopper.say("物流物流")
        assert [each["seq"] for each in self.left()] == [3]
        assert short_ways == {"yes": 2, "no": 0}

    @pytest.mark.parametrize("only", [{"channel": "email"}, {"active": False}])
    def test_none_for_a_rule_that_is_not_for_this_talk(self, shopper, short_ways, rule, only):
        rule_id = rule()
        with db.transaction() as session:
            session.execute(update(AutoReply).where(AutoReply.id == rule_id).values(**only))
        shopper.say("物流呢")
        assert self.left() == []
        assert short_ways == {"yes": 1, "no": 0}
