"""Emojis: a managed set by use, few, fitting, and safe where the customer is."""

import pytest
from sqlalchemy import select

from xiaoer.assist.models import Reading
from xiaoer.phrases import rules
from xiaoer.phrases.models import Emoji, ReplyFinding


@pytest.fixture
def offer(client, talk):
    def get(text=""):
        return client.get(f"/api/conversations/{talk}/emojis", params={"text": text}).json()

    return get


@pytest.fixture
def put(client, shop):
    def emoji(emoji, **only):
        body = {"shop_id": str(shop.id), "emoji": emoji, "use": "greeting", **only}
        return client.put("/api/emojis", json=body)

    return emoji


@pytest.fixture
def findings(client, talk):
    def of(text):
        found = client.post(f"/api/conversations/{talk}/check", json={"text": text}).json()
        return [each["kind"] for each in found["findings"]]

    return of


@pytest.mark.usefixtures("agent")
class TestManagedSet:
    @pytest.mark.row("EMO-1", "EMO-2")
    def test_grouped_by_use_each_with_a_short_reply(self, offer):
        items = offer()["items"]
        assert {each["use"] for each in items} >= {"greeting", "thanks", "reassurance"}
        assert all(each["emoji"] in each["reply_zh"] for each in items)
        assert all(each["emoji"] in each["reply_en"] for each in items)

    @pytest.mark.row("EMO-1")
    def test_a_shop_adds_and_switches_off(self, offer, put, findings):
        assert put("🍵", reply_zh="请喝茶🍵").status_code == 200
        assert put("😊", active=False).status_code == 200
        shown = [each["emoji"] for each in offer()["items"]]
        assert "🍵" in shown
        assert "😊" not in shown
        assert findings("好的😊") == ["emoji_unlisted"]
        assert findings("请喝茶🍵") == []

    @pytest.mark.parametrize("text", ["字", "😊😊", ""])
    def test_what_is_not_one_emoji_is_refused(self, session, put, text):
        before = session.scalars(select(Emoji.id)).all()
        assert put(text).status_code == 422
        assert session.scalars(select(Emoji.id)).all() == before


@pytest.mark.usefixtures("agent")
class TestFitting:
    @pytest.mark.row("EMO-4")
    @pytest.mark.parametrize(
        ("words", "use"),
        [
            ("谢谢您的支持", "thanks"),
            ("快递已经出发", "order"),
            ("马上帮您看", "reassurance"),
            ("很抱歉给您添麻烦了，谢谢理解", None),
            ("Sorry about that", None),
            ("", "greeting"),
        ],
    )
    def test_the_use_that_suits_the_words(self, offer, words, use):
        assert offer(words)["suggested"] == use

    @pytest.mark.row("EMO-4")
    def test_none_for_somebody_who_complains(self, session, shop, talk, offer):
        session.add(Reading(conversation_id=talk, shop_id=shop.id, risk=2))
        session.flush()
        assert offer("谢谢您的支持")["suggested"] is None


@pytest.mark.usefixtures("agent")
class TestAbroad:
    @pytest.fixture
    def foreign(self, session, customer):
        customer.language = "en"
        session.flush()

    @pytest.mark.row("EMO-7")
    @pytest.mark.usefixtures("foreign")
    def test_other_languages_get_the_safe_ones(self, offer, findings):
        shown = [each["emoji"] for each in offer()["items"]]
        assert "😊" in shown
        assert "👌" not in shown
        assert findings("Sure 👌") == ["emoji_culture"]

    @pytest.mark.row("EMO-7")
    @pytest.mark.usefixtures("foreign")
    @pytest.mark.parametrize(("abroad", "shown"), [("off", False), ("all", True)])
    def test_the_shop_may_switch_them_off_or_allow_all(self, client, shop, offer, abroad, shown):
        client.put(f"/api/shops/{shop.id}/reply-checks", json={"emoji_abroad": abroad})
        assert ("👌" in [each["emoji"] for each in offer()["items"]]) is shown
        assert bool(offer()["items"]) is shown

    @pytest.mark.row("EMO-7")
    def test_one_that_reads_badly_in_chinese_is_for_others(self, offer):
        assert "🙂" not in [each["emoji"] for each in offer()["items"]]

    @pytest.mark.row("EMO-8")
    def test_each_says_where_it_is_better_left_out_and_why(self, offer):
        one = next(each for each in offer()["items"] if each["emoji"] == "👌")
        assert "br" in one["avoid"]
        assert "巴西" in one["note_zh"]
        assert "Brazil" in one["note_en"]

    @pytest.mark.row("EMO-9")
    @pytest.mark.usefixtures("foreign")
    def test_sent_all_the_same_it_is_a_finding(self, session, talk, say):
        assert say(talk, "Sure 👌").status_code == 201
        assert session.scalars(select(ReplyFinding.kind)).all() == ["emoji_culture"]


def test_an_emoji_of_two_code_points_is_one():
    assert rules.emojis_in("谢谢❤️") == ["❤"]
