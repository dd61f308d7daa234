"""Automatic replies: when they speak, what they must say, and that they never count as answers."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, settle
from xiaoer.conversations.errors import AutoReplyTooPlain
from xiaoer.conversations.models import AutoReply, Conversation, Message, Turn
from xiaoer.conversations.rules import auto
from xiaoer.conversations.service import answering
from xiaoer.core.auth import system
from xiaoer.promises.service import calendars


@pytest.fixture(autouse=True)
def nothing_remembered():
    answering.forget()
    yield
    answering.forget()


@pytest.fixture
def rule(client, shop):
    def add(**only):
        body = {
            "shop_id": str(shop.id),
            "name": "排队",
            "occasion": "queued",
            "text": "您排在第 {排队位置} 位，先说说订单号和问题？",
        }
        answering.forget()
        return client.post("/api/auto-replies", json=body | only)

    return add


@pytest.fixture
def spoken(session, run_jobs):
    """What was said by itself since the beginning, and how it is marked."""

    def read():
        run_jobs()
        query = select(Message).where(Message.author == "bot").order_by(Message.at, Message.seq)
        return [(each.text, each.auto) for each in session.scalars(query)]

    return read


@pytest.fixture
def closed(frozen, session, shop):
    calendar = calendars.add_calendar(
        session, system(), shop_id=shop.id, name="没人", week={"7": [["08:00", "09:00"]]}
    )
    return settle(session, shop, open_hours=calendar.id)


@pytest.mark.row("RSP-8")
class TestEditor:
    @pytest.mark.parametrize(
        "text", ["请稍等", "客服正忙，请耐心等待。", "您好，欢迎光临！", "Please wait a moment."]
    )
    def test_a_plain_please_wait_is_refused(self, session, rule, text):
        refused = rule(text=text)
        assert (refused.status_code, refused.json()["code"]) == (422, "AutoReplyTooPlain")
        assert session.scalars(select(AutoReply)).all() == []

    @pytest.mark.parametrize(
        "text",
        [
            "前面还有 {排队位置} 位，大约 {预计等待}。",
            "客服休息中，可先自助查物流：https://shop.example/track",
            "回复 1 查物流\n回复 2 申请退换",
            "客服休息中，请先告诉我们您的订单号，上班后马上处理。",
            "What is your order number?",
        ],
    )
    def test_guidance_or_reassurance_is_kept(self, rule, text):
        assert rule(text=text).status_code == 201

    def test_other_words_in_braces_and_a_keyword_rule_without_keywords(self, session, rule):
        assert rule(text="{客户昵称}，订单号多少？").json()["code"] == "UnknownPlace"
        assert rule(occasion="keyword").json()["code"] == "KeywordsNeeded"
        assert session.scalars(select(AutoReply)).all() == []

    def test_a_change_is_held_to_the_same(self, session, rule, client):
        made = rule().json()
        body = {"name": "排队", "occasion": "queued", "text": "请稍等"}
        assert client.put(f"/api/auto-replies/{made['id']}", json=body).status_code == 422
        assert session.scalars(select(AutoReply)).one().text == made["text"]
        with pytest.raises(AutoReplyTooPlain):
            auto.check_text("请稍等片刻")


@pytest.mark.row("RSP-7")
class TestOccasions:
    def test_while_nobody_serves_it_tells_the_place(self, rule, spoken, session, shop):
        rule()
        ask(session, make_customer(session, shop), "有人吗")
        ask(session, make_customer(session, shop), "请问")
        assert spoken() == [
            ("您排在第 1 位，先说说订单号和问题？", True),
            ("您排在第 2 位，先说说订单号和问题？", True),
        ]

    def test_at_a_peak_the_peak_s_words_come_first(self, rule, spoken, session, shop):
        rule(position=2)
        rule(
            name="高峰",
            occasion="peak",
            queue_over=1,
            position=1,
            text="咨询较多，请先留下订单号？",
        )
        for _ in range(3):
            ask(session, make_customer(session, shop), "在吗")
        assert "咨询较多，请先留下订单号？" in [said for said, _ in spoken()]

    def test_off_duty_by_the_channel_s_hours(self, rule, spoken, session, shop, closed):
        rule(name="下班", occasion="off_duty", text="我们 9 点上班，请先告诉我们订单号和问题。")
        rule(position=1)
        ask(session, make_customer(session, shop), "在吗")
        assert spoken() == [("我们 9 点上班，请先告诉我们订单号和问题。", True)]

    def test_a_keyword_is_answered_whoever_serves_and_only_on_its_channel(
        self, rule, spoken, session, shop, agent, say
    ):
        link = "自助查询：https://shop.example/track"
        rule(name="查物流", occasion="keyword", keywords=["物流", "快递"], text=link)
        rule(occasion="keyword", channel="email", keywords=["发票"], text="发票请发订单号？")
        customer = make_customer(session, shop)
        talk = ask(session, customer, "你好呀").conversation_id
        say(talk, "您好")
        answering.forget()
        ask(session, customer, "我的快递到哪了")
        ask(session, customer, "要发票")
        assert spoken() == [(link, True)]

    def test_one_switched_off_is_silent(self, rule, spoken, session, shop, client):
        made = rule().json()
        assert client.delete(f"/api/auto-replies/{made['id']}").status_code == 204
        ask(session, make_customer(session, shop), "在吗")
        assert spoken() == []

    def test_who_does_not_manage_channels_changes_nothing(
        self, rule, session, shop, acting, client
    ):
        made = rule().json()
        acting["actor"] = acting_as(make_agent(session, shop), shop)
        assert rule().status_code == 403
        assert client.delete(f"/api/auto-replies/{made['id']}").status_code == 403
        assert session.scalars(select(AutoReply)).one().active


@pytest.mark.row("RSP-9")
def test_the_same_customer_does_not_get_it_twice_in_its_window(frozen, rule, spoken, session, shop):
    rule(name="查物流", occasion="keyword", keywords=["物流"], text="自助：https://shop.example/t")
    customer = make_customer(session, shop)
    ask(session, customer, "物流呢")
    assert len(spoken()) == 1
    frozen(timedelta(minutes=29))
    ask(session, customer, "物流到底在哪")
    assert len(spoken()) == 1
    ask(session, make_customer(session, shop), "物流")
    assert len(spoken()) == 2
    frozen(timedelta(minutes=2))
    answering.forget()
    ask(session, customer, "物流物流")
    assert len(spoken()) == 3


@pytest.mark.row("RSP-10")
def test_an_automatic_reply_is_no_answer(rule, spoken, session, shop):
    rule()
    talk = ask(session, make_customer(session, shop), "在吗").conversation_id
    assert len(spoken()) == 1
    row = session.get(Conversation, talk, populate_existing=True)
    assert row.waiting_since is not None
    assert (row.first_response_sec, row.responses) == (None, 0)
    turn = session.scalars(select(Turn).where(Turn.conversation_id == talk)).one()
    assert turn.answered_at is None


def test_the_path_of_a_message_pays_nothing_while_the_rules_are_remembered(
    session, shop, count_statements, agent, say
):
    customer = make_customer(session, shop)
    talk = ask(session, customer, "你好").conversation_id
    say(talk, "您好")
    ask(session, customer, "一")
    with count_statements(session) as first:
        ask(session, customer, "二")
    assert not any("auto_replies" in each for each in first)
