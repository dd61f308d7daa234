"""Words and steps for this moment of a talk: said back, asking, soothing; knowledge suggested."""

import pytest
from sqlalchemy import select

from tests.conversations.factories import ask
from tests.knowledge.factories import make_article
from xiaoer.conversations.service import replying
from xiaoer.core.ids import new_id
from xiaoer.phrases.models import Phrase, PhraseCategory
from xiaoer.phrases.service import ready


@pytest.fixture
def guide(client, acting, serving):
    def get(talk, locale="zh"):
        acting["actor"] = serving
        path = f"/api/conversations/{talk}/guide"
        return client.get(path, headers={"Accept-Language": locale}).json()

    return get


@pytest.fixture
def words(session, shop):
    """The words every shop begins with."""
    return ready.give(session)


def texts(found):
    return [each["text"] for each in found]


@pytest.mark.row("CMM-2")
def test_the_customer_s_own_words_are_said_back(says, guide):
    talk = says("我昨天买的紫砂壶盖子裂了一道缝。")
    assert guide(talk)["confirm"] == "您刚才提到“我昨天买的紫砂壶盖子裂了一道缝”，我理解得对吗？"
    says(
        "而且说好送的茶巾也没有看到，我已经在你们这里等了好几天了一直没有人理我真的很生气，打电话也没有人接"
    )
    said = guide(talk)["confirm"]
    assert said.startswith("您刚才提到“而且说好送的茶巾也没有看到")
    assert "…”" in said
    assert guide(talk, "en")["confirm"].startswith("You mentioned")


@pytest.mark.row("CMM-7")
def test_a_vague_request_is_met_with_open_and_closed_questions(words, says, guide):
    found = guide(says("有问题"))
    assert "您能具体描述一下遇到的情况吗？" in texts(found["questions"])
    assert "您是希望更换一款还是申请退款呢？" in texts(found["questions"])
    clear = says("订单号 202311290001234 少发了一条茶巾，请补发")
    assert guide(clear)["questions"] == []


@pytest.mark.row("CMM-8")
def test_empathy_is_a_category_and_offered_when_the_customer_is_troubled(
    session, words, says, guide
):
    category = session.scalars(select(PhraseCategory).where(PhraseCategory.code == "empathy")).one()
    assert category.name_zh == "共情"
    talk = says("你好，想看看这款茶壶")
    assert guide(talk)["empathy"] == []
    says("气死我了，等了三天还没人管")
    assert texts(guide(talk)["empathy"])[:2] == [
        "我理解您的心情。",
        "如果是我遇到这种情况，我也会感到困扰。",
    ]


@pytest.mark.row("EMT-2")
def test_an_angry_customer_brings_calming_words_and_the_four_steps(words, says, guide):
    talk = says("你们太过分了，我要投诉，气死我了")
    found = guide(talk)
    assert "您先别着急，我在，这件事我来跟到底。" in texts(found["calming"])
    assert [each["key"] for each in found["procedure"]] == [
        "calm",
        "listen",
        "empathise",
        "solve",
    ]
    says("谢谢，已经解决了，很满意")
    assert (guide(talk)["calming"], guide(talk)["procedure"]) == ([], [])


@pytest.mark.row("PTR-2")
def test_the_steps_of_a_talk_are_ticked_as_it_comes_along(session, says, serving, guide, customer):
    def done(talk):
        return [each["key"] for each in guide(talk)["steps"] if each["done"]]

    talk = says("在吗")
    assert done(talk) == []
    ask(session, customer, "订单号 202311290001234 怎么还不发货")
    talk = says("请查一下订单号 202311290001234 什么时候发")
    assert done(talk) == ["identify"]
    replying.reply(
        session,
        serving,
        talk,
        client_id=new_id(),
        text="您的订单 202311290001234 今天下午发出，明天能收到。",
    )
    assert done(talk) == ["identify", "explain", "solve"]
    says("那能改地址吗？")
    assert done(talk) == ["identify", "explain"]


class TestReady:
    def test_a_shop_gets_them_once_and_may_retire_them(self, session, shop, words):
        assert words > 8
        assert ready.give(session) == 0
        assert len(session.scalars(select(Phrase)).all()) == words


def test_knowledge_is_suggested_with_its_source(session, shop, says, client, acting, actor):
    made = make_article(
        session, shop.id, "退款几天到账", body="## 到账\n原路返回，一到三个工作日。"
    )
    talk = says("请问退款几天到账")
    acting["actor"] = actor
    found = client.get(f"/api/conversations/{talk}/assist").json()["suggestions"]
    [one] = [each for each in found if each["kind"] == "article"]
    assert one["text"] == "到账\n原路返回，一到三个工作日。"
    assert one["source"]["article_id"] == str(made.id)
    assert one["title"] == "退款几天到账"
