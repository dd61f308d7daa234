"""Phrases in talks: whose words fit, which may not be said, how they do, what has none yet."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.conversations.factories import ask, make_customer
from tests.orders.factories import make_order
from tests.phrases.factories import category, make_phrase
from xiaoer.assist.models import Reading
from xiaoer.conversations.models import Conversation, HotQuestion, Message, TalkRating
from xiaoer.conversations.service import mining, rating
from xiaoer.conversations.service.receiving import as_customer
from xiaoer.core import auth, clock
from xiaoer.core.ids import new_id
from xiaoer.customers.models import Customer
from xiaoer.phrases.models import Phrase
from xiaoer.phrases.service.caring import Care

VARIANTS = [
    {"group": "vip", "scenario": None, "text": "尊敬的会员，今天优先发出。"},
    {"group": None, "scenario": "complaint", "text": "很抱歉让您久等，我马上催仓库。"},
    {"group": "vip", "scenario": "complaint", "text": "非常抱歉，会员订单我亲自盯。"},
    {"group": "international", "scenario": None, "text": "Ships today."},
]


@pytest.fixture
def phrase(session, shop):
    return make_phrase(session, shop.id, title="发货时间", text="今天下午发出。", variants=VARIANTS)


@pytest.fixture
def words(client, talk):
    """What the phrase says in the talk."""

    def render(phrase):
        body = {"conversation_id": str(talk)}
        return client.post(f"/api/phrases/{phrase.id}/rendering", json=body)

    return render


@pytest.fixture
def known(session):
    """Put what is known of a customer."""

    def put(customer, **facts):
        session.execute(update(Customer).where(Customer.id == customer.id).values(**facts))

    return put


@pytest.mark.row("QP-13")
@pytest.mark.usefixtures("agent")
class TestVariants:
    def test_the_words_follow_the_customer_and_the_situation(
        self, session, shop, talk, customer, phrase, words, known
    ):
        assert words(phrase).json()["text"] == "今天下午发出。"
        known(customer, tags=["VIP"])
        assert words(phrase).json()["text"] == "尊敬的会员，今天优先发出。"
        session.add(Reading(conversation_id=talk, shop_id=shop.id, risk=2))
        session.flush()
        assert words(phrase).json()["text"] == "非常抱歉，会员订单我亲自盯。"
        known(customer, tags=[])
        assert words(phrase).json()["text"] == "很抱歉让您久等，我马上催仓库。"

    def test_a_customer_of_another_language_and_one_who_bought_before(
        self, session, shop, talk, customer, phrase, words, known, client
    ):
        known(customer, language="en")
        assert words(phrase).json()["text"] == "Ships today."
        known(customer, language=None)
        make_order(session, shop, customer_id=customer.id, paid_at=clock.now() - timedelta(days=9))
        path = f"/api/phrases/{phrase.id}"
        returning = [{"group": "returning", "scenario": None, "text": "欢迎回来，今天发。"}]
        changed = client.put(path, json={"variants": returning})
        assert (changed.status_code, changed.json()["version"]) == (200, 2)
        assert words(phrase).json()["text"] == "欢迎回来，今天发。"
        history = client.get(f"{path}/versions").json()["items"]
        assert [len(each["variants"]) for each in history] == [1, 4]

    def test_what_fits_this_talk_is_proposed_first(
        self, session, shop, talk, phrase, client, count_statements
    ):
        make_phrase(session, shop.id, title="按时到", category_id=category(session, "welcome").id)
        session.add(Reading(conversation_id=talk, shop_id=shop.id, risk=2))
        session.flush()
        with count_statements(session) as seen:
            found = client.get(f"/api/conversations/{talk}/phrases").json()["items"]
        assert [(each["phrase"]["title"], each["scenario"]) for each in found] == [
            ("发货时间", "complaint"),
            ("按时到", None),
        ]
        assert found[0]["text"] == "很抱歉让您久等，我马上催仓库。"
        assert len(seen) <= 5

    @pytest.mark.parametrize(
        "variants",
        [[{"text": "给谁的"}], [VARIANTS[0], VARIANTS[0]], [{"group": "vip", "text": "{谁}"}]],
    )
    def test_words_for_nobody_or_twice_are_refused(self, session, phrase, client, variants):
        refused = client.put(f"/api/phrases/{phrase.id}", json={"variants": variants})
        assert refused.status_code == 422
        kept = session.get(Phrase, phrase.id)
        assert (kept.version, kept.variants) == (1, VARIANTS)


@pytest.mark.row("QP-9", "QP-15", "QP-19")
@pytest.mark.usefixtures("agent")
def test_an_offer_says_its_terms_and_after_its_end_nothing(session, shop, talk, words, say, frozen):
    made = make_phrase(
        session,
        shop.id,
        category_id=category(session, "discount").id,
        text="送茶巾，{适用条件}，到 {有效期}。",
        care=Care(conditions="每单一条", valid_until=clock.now() + timedelta(days=1)),
    )
    said = words(made).json()
    assert (said["text"], said["missing"]) == ("送茶巾，每单一条，到 2026-11-03 10:00。", [])
    assert say(talk, "送茶巾，{适用条件}").json()["code"] == "UnresolvedVariable"
    frozen(timedelta(days=2))
    refused = words(made)
    assert (refused.status_code, refused.json()["code"]) == (409, "PhraseNotInForce")
    assert session.scalars(select(Message).where(Message.author == "agent")).all() == []


class TestFigures:
    @pytest.mark.row("QP-17", "QP-18")
    def test_use_edits_speed_and_content_are_told_by_phrase_and_by_agent(
        self, frozen, session, shop, customer, talk, phrase, agent, say, client
    ):
        unused = make_phrase(session, shop.id, title="没人用")
        frozen(timedelta(seconds=40))
        say(talk, "今天下午发出。", phrase_id=str(phrase.id))
        ask(session, customer, "那明天能到吗")
        frozen(timedelta(seconds=20))
        say(talk, "今天下午发出，明天就能到。", phrase_id=str(phrase.id))
        say(talk, "有事随时找我")
        said = as_customer(shop_id=shop.id, customer_id=customer.id, name="")
        rating.rate(session, said, talk, score=2)
        rating.rate(session, said, talk, score=4)
        frozen(timedelta(seconds=1))
        report = client.get("/api/phrase-report", params={"shop_id": str(shop.id)}).json()
        first, last = report["phrases"]
        assert first == {
            "phrase_id": str(phrase.id),
            "title": "发货时间",
            "sent": 2,
            "edited": 1,
            "response_sec": 30.0,
            "score": 4.0,
            "rated": 2,
        }
        assert (last["phrase_id"], last["sent"]) == (str(unused.id), 0)
        [mine] = report["agents"]
        assert mine["name"] == "林小满"
        assert (mine["replies"], mine["by_phrase"], mine["unedited"]) == (3, 2, 1)
        assert mine["mechanical"] == pytest.approx(1 / 3)
        assert (mine["score"], mine["score_unedited"]) == (4.0, 4.0)

    def test_only_the_talk_s_own_customer_rates_it(self, session, shop, talk):
        other = make_customer(session, shop)
        with pytest.raises(Exception, match="no such conversation"):
            rating.rate(
                session,
                as_customer(shop_id=shop.id, customer_id=other.id, name=""),
                talk,
                score=1,
            )
        assert session.scalars(select(TalkRating)).all() == []


@pytest.mark.row("QP-2")
class TestHotQuestions:
    @pytest.fixture
    def asked(self, session, shop):
        def put(text, times=1):
            for _ in range(times):
                ask(session, make_customer(session, shop), text)

        return put

    @pytest.fixture
    def hot(self, client, shop):
        def mine(**only):
            found = client.post("/api/hot-questions/mining", json={"shop_id": str(shop.id)})
            return [(one["question"], one["times"], one["state"]) for one in found.json()["items"]]

        return mine

    def test_what_many_ask_is_counted_together_and_offered_for_a_phrase(
        self, session, shop, asked, hot, client
    ):
        asked("这个茶可以用保温杯泡吗", 3)
        asked("请问这个茶可以用保温杯泡吗？")
        asked("什么时候发货呀", 2)
        asked("在吗", 5)
        asked("谢谢小二", 4)
        asked("好的，收到了谢谢", 3)
        asked("只有我这么问的一句话", 1)
        make_phrase(session, shop.id, title="什么时候发货", text="今天下午发货。")
        assert hot() == [("这个茶可以用保温杯泡吗", 4, "open"), ("什么时候发货呀", 2, "covered")]
        params = {"shop_id": str(shop.id), "state": "open"}
        [one] = client.get("/api/hot-questions", params=params).json()["items"]
        assert session.get(Conversation, one["example_id"]) is not None

        made = make_phrase(session, shop.id, title="保温杯", text="不建议，久闷会苦。")
        path = f"/api/hot-questions/{one['id']}"
        covered = client.put(f"{path}/phrase", json={"phrase_id": str(made.id)}).json()
        assert (covered["state"], covered["phrase_id"]) == ("covered", str(made.id))

    def test_looking_again_keeps_what_was_decided_and_drops_what_cooled(
        self, session, shop, asked, hot, client, frozen
    ):
        asked("茶叶会不会发霉变质", 2)
        asked("可以货到付款吗亲", 2)
        assert len(hot()) == 2
        row = session.scalar(select(HotQuestion).where(HotQuestion.question.contains("发霉")))
        assert client.post(f"/api/hot-questions/{row.id}/dismissal").json()["state"] == "dismissed"
        assert {each[2] for each in hot()} == {"dismissed", "open"}
        frozen(timedelta(days=40))
        assert [each[2] for each in hot()] == ["dismissed"]

    def test_who_may_not_edit_phrases_mines_nothing(self, session, shop, asked, client, acting):
        asked("可以货到付款吗", 2)
        acting["actor"] = auth.Actor(
            auth.ActorKind.AGENT,
            new_id(),
            "小荷",
            frozenset({auth.Permission.PHRASES_READ}),
            frozenset({shop.id}),
        )
        refused = client.post("/api/hot-questions/mining", json={"shop_id": str(shop.id)})
        assert refused.status_code == 403
        assert session.scalars(select(HotQuestion)).all() == []
        assert mining.mine(session, auth.system(), shop.id) == 1
