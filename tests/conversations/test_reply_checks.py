"""A reply is looked over before it is sent; what blocks is not sent."""

import pytest
from sqlalchemy import select

from tests.conversations.factories import acting_as, make_agent
from xiaoer.assist.models import Reading
from xiaoer.conversations.models import Conversation, Message
from xiaoer.conversations.queries.messages import LOOKED_BACK
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.phrases.models import Phrase, PhraseCategory, PhraseUse, ReplyFinding, WordRule


@pytest.fixture
def look(client, talk):
    def ask(text, phrase_id=None):
        body = {"text": text, "phrase_id": str(phrase_id) if phrase_id else None}
        return client.post(f"/api/conversations/{talk}/check", json=body).json()

    return ask


@pytest.fixture
def phrase(session, shop):
    category = session.scalar(select(PhraseCategory.id).limit(1))
    made = Phrase(shop_id=shop.id, category_id=category, title="发货", text="亲，今天下午发货。")
    session.add(made)
    session.flush()
    return made


@pytest.fixture
def watch(client, shop):
    def put(**rule):
        body = {"shop_id": str(shop.id), "kind": "forbidden", **rule}
        return client.put("/api/word-rules", json=body)

    return put


def said(session, talk):
    query = select(Message.id).where(Message.conversation_id == talk, Message.author == "agent")
    return len(session.scalars(query).all())


@pytest.mark.usefixtures("agent")
class TestLookOver:
    @pytest.mark.row("CMM-4", "CMM-5")
    def test_the_house_s_words_are_watched_everywhere(self, look):
        found = look("这个SKU我不清楚，是全网最低价")["findings"]
        assert [(each["kind"], each["word"]) for each in found] == [
            ("jargon", "SKU"),
            ("forbidden", "不清楚"),
            ("absolute", "全网最低"),
        ]
        assert found[0]["alternative"] == "款式"

    @pytest.mark.row("CMM-4", "CMM-5")
    def test_a_shop_has_its_own_words_and_switches_the_house_s_off(
        self, session, shop, client, look, watch
    ):
        assert watch(word="亲们", alternative="各位").status_code == 200
        assert watch(word="不清楚", active=False).status_code == 200
        assert [each["word"] for each in look("亲们，不清楚")["findings"]] == ["亲们"]

        rules = client.get("/api/word-rules", params={"shop_id": str(shop.id)}).json()["items"]
        own = next(each for each in rules if each["word"] == "亲们")
        house = next(each for each in rules if each["shop_id"] is None)
        assert client.delete(f"/api/word-rules/{own['id']}").status_code == 204
        refused = client.delete(f"/api/word-rules/{house['id']}")
        assert (refused.status_code, refused.json()["code"]) == (409, "HouseWord")
        assert session.get(WordRule, house["id"]) is not None

    def test_another_shop_s_words_are_not_there(self, session, shop, client, acting, watch):
        rule = watch(word="亲们").json()
        acting["actor"] = acting_as(make_agent(session, shop), rights=frozenset(Permission))
        assert client.delete(f"/api/word-rules/{rule['id']}").status_code == 404
        assert watch(word="别的").status_code == 404
        asked = client.get("/api/word-rules", params={"shop_id": str(shop.id)})
        assert asked.status_code == 404
        assert session.scalars(select(WordRule.word).where(WordRule.shop_id == shop.id)).all() == [
            "亲们"
        ]

    def test_switched_off_nothing_is_said(self, client, shop, look):
        path = f"/api/shops/{shop.id}/reply-checks"
        assert client.get(path).json()["emojis_per_message"] == 1
        assert client.put(path, json={"on": False}).json()["on"] is False
        assert look("我不清楚😊😊")["findings"] == []


@pytest.mark.usefixtures("agent")
class TestSending:
    @pytest.mark.row("CMM-5")
    def test_what_blocks_is_not_sent(self, session, talk, say):
        refused = say(talk, "嫌贵别买")

        assert (refused.status_code, refused.json()["code"]) == (422, "ReplyNotAllowed")
        assert "嫌贵别买" in refused.json()["message"]
        assert said(session, talk) == 0
        assert session.scalar(select(ReplyFinding.id)) is None

    def test_colleagues_may_read_it_in_a_note(self, talk, say):
        assert say(talk, "他说“嫌贵别买”", kind="note").status_code == 201

    @pytest.mark.row("EMO-9")
    def test_a_warning_is_sent_and_kept_as_a_finding(self, session, talk, agent, say):
        sent = say(talk, "好的😊🌹")

        assert sent.status_code == 201
        found = session.scalars(select(ReplyFinding).where(ReplyFinding.conversation_id == talk))
        kept = {(each.kind, str(each.message_id), each.agent_id) for each in found}
        assert kept == {
            ("emoji_many", sent.json()["id"], agent.id),
            ("emoji_mixed", sent.json()["id"], agent.id),
        }

    @pytest.mark.row("EMT-5")
    def test_in_a_tense_talk_forbidden_words_are_always_held_back(
        self, session, client, shop, talk, say, look
    ):
        client.put(f"/api/shops/{shop.id}/reply-checks", json={"on": False})
        assert say(talk, "这个我不清楚").status_code == 201
        session.add(Reading(conversation_id=talk, shop_id=shop.id, risk=2))
        session.flush()

        assert look("这个我不清楚")["tense"] is True
        refused = say(talk, "这个我不清楚呀")

        assert (refused.status_code, refused.json()["code"]) == (422, "ReplyNotAllowed")
        assert said(session, talk) == 1

    def test_said_again_with_the_same_id_it_is_not_held_against_itself(
        self, client, shop, talk, say
    ):
        client.put(f"/api/shops/{shop.id}/reply-checks", json={"emoji_blocks": True})
        again = str(new_id())
        assert say(talk, "好的😊", client_id=again).status_code == 201
        assert say(talk, "好的😊", client_id=again).status_code == 200
        assert say(talk, "嗯😊").json()["code"] == "ReplyNotAllowed"


@pytest.mark.row("QP-16")
@pytest.mark.usefixtures("agent")
class TestMechanical:
    def test_an_unedited_phrase_sent_before_is_warned_of(self, session, talk, say, look, phrase):
        assert look(phrase.text, phrase.id)["findings"] == []
        say(talk, phrase.text, phrase_id=str(phrase.id))

        (found,) = look(phrase.text, phrase.id)["findings"]

        assert found["kind"] == "phrase_again"
        assert look(phrase.text + "请留意短信。", phrase.id)["findings"] == []
        use = session.scalar(select(PhraseUse).where(PhraseUse.conversation_id == talk))
        assert use.edited is False
        kept = session.get(Phrase, phrase.id, populate_existing=True)
        assert (kept.uses, kept.last_used_at is None) == (1, False)

    def test_what_was_said_hundreds_of_messages_ago_is_forgotten(
        self, session, talk, say, look, phrase
    ):
        say(talk, phrase.text, phrase_id=str(phrase.id))
        session.get(Conversation, talk, populate_existing=True).last_seq += LOOKED_BACK
        session.flush()
        assert look(phrase.text, phrase.id)["findings"] == []

    def test_a_colleague_s_own_phrase_is_not_counted(self, session, talk, say, shop, phrase):
        phrase.shop_id, phrase.owner_agent_id = None, make_agent(session, shop, login="other").id
        session.flush()
        assert say(talk, phrase.text, phrase_id=str(phrase.id)).status_code == 201
        assert session.scalars(select(PhraseUse)).all() == []
        assert session.get(Phrase, phrase.id, populate_existing=True).uses == 0

    def test_three_unedited_phrases_in_a_row(self, session, talk, say, look, shop, phrase):
        others = []
        for number in range(2):
            other = Phrase(
                shop_id=shop.id, category_id=phrase.category_id, title="x", text=f"第{number}句"
            )
            session.add(other)
            session.flush()
            say(talk, other.text, phrase_id=str(other.id))
            others.append(other)
        assert [each["kind"] for each in look(phrase.text, phrase.id)["findings"]] == [
            "phrases_in_a_row"
        ]
        say(talk, "这句是我自己写的")
        assert look(phrase.text, phrase.id)["findings"] == []
