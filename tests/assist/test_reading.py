"""Talks are read beside the message path: topics, moods, picks; told live; switchable."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.conversations.factories import ask, make_customer
from xiaoer.assist.models import Reading, Switch, Taught
from xiaoer.assist.rules.features import Feature
from xiaoer.assist.service import forgetting, judging, reading, switching
from xiaoer.core import auth, db, shops
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.shops import ShopNotFound


def told(session, talk, kind="TalkRead"):
    query = select(EventRow).where(EventRow.subject_id == talk, EventRow.kind == kind)
    return session.scalars(query.order_by(EventRow.id)).all()


class TestRead:
    @pytest.mark.row("EMT-1")
    @pytest.mark.row("SMT-4")
    def test_topic_mood_and_picks_of_a_message(self, session, says) -> None:
        talk = says("订单号202311290001234怎么还不发货？再不发我就投诉你们")
        found = session.get(Reading, talk)
        assert found.topic == "物流/催发货"
        assert found.moods == ["complaint"]
        assert found.mood_words == ["投诉"]
        assert found.risk == 2
        assert (found.urges, found.order_nos) == (1, ["202311290001234"])

    def test_a_change_is_told_and_the_same_again_is_not(self, session, says, shop) -> None:
        talk = says("怎么还不发货，我要投诉")
        event = told(session, talk)[-1]
        assert event.data["risk"] == 2
        assert f"conversation:{talk}" in event.topics
        assert f"shop:{shop.id}" in event.topics
        reading.read(session, auth.system(), [talk])
        assert len(told(session, talk)) == 1

    def test_praise_calms_the_talk(self, session, says) -> None:
        talk = says("气死我了，什么态度")
        assert session.get(Reading, talk).risk == 2
        says("谢谢，已经解决了，很满意")
        assert session.get(Reading, talk).risk == 0

    def test_small_talk_keeps_the_topic(self, session, says) -> None:
        talk = says("我要退货，怎么操作")
        before = session.get(Reading, talk).topic
        says("ok")
        assert session.get(Reading, talk).topic == before

    def test_many_talks_are_read_in_few_statements(self, session, shop, count_statements) -> None:
        talks = [
            ask(
                session, make_customer(session, shop, name=f"客户{n}"), "怎么还不发货"
            ).message.conversation_id
            for n in range(6)
        ]
        session.flush()
        with count_statements(session) as counted:
            reading.read(session, auth.system(), talks)
            session.flush()
        assert len(counted) <= 8

    def test_a_forgotten_customer_leaves_no_reading(self, session, says, customer) -> None:
        talk = says("订单号202311290001234怎么还不发货")
        forgetting.forget(session, customer.id)
        assert session.scalar(select(Reading).where(Reading.conversation_id == talk)) is None


class TestFollow:
    def test_the_reader_follows_the_stream_and_rests_at_its_end(self, fresh_database) -> None:
        with db.transaction() as session:
            shop = shops.add(session, auth.system(), code="reader", name="Reader")
            customer = make_customer(session, shop)
            session.flush()
            talk = ask(session, customer, "怎么还不发货，气死我了").message.conversation_id
        for _ in range(2):
            with db.transaction() as session:
                reading.read_on(session)
        with db.transaction() as session:
            assert session.get(Reading, talk).risk == 2
            ask(session, customer, "谢谢，收到了，很满意")
        with db.transaction() as session:
            reading.read_on(session)
        with db.transaction() as session:
            found = session.get(Reading, talk)
            assert (found.risk, found.moods) == (0, ["praise"])

    def test_while_it_thinks_the_stream_of_events_does_not_wait(
        self, fresh_database, monkeypatch
    ) -> None:
        """A transaction that has written something holds back what screens may be told."""
        with db.transaction() as session:
            reading.read_on(session)
        with db.transaction() as session:
            shop = shops.add(session, auth.system(), code="reader", name="Reader")
            customer = make_customer(session, shop)
            session.flush()
            talk = ask(session, customer, "怎么还不发货，气死我了").message.conversation_id
        numbers = []
        judged = judging.topic

        def thinking(words: str) -> tuple[str, float]:
            query = "SELECT pg_current_xact_id_if_assigned()::text"
            numbers.append(session.connection().exec_driver_sql(query).scalar())
            return judged(words)

        monkeypatch.setattr(judging, "topic", thinking)
        with db.transaction() as session:
            reading.read_on(session)
        assert numbers == [None]
        with db.transaction() as session:
            assert session.get(Reading, talk) is not None


class TestSwitches:
    @pytest.mark.row("SMT-4")
    def test_what_is_off_is_not_read(self, session, says, shop, serving) -> None:
        for feature in (Feature.MOOD, Feature.TOPIC, Feature.PICKS):
            switching.switch(session, serving, shop_id=shop.id, feature=feature, on=False)
        talk = says("怎么还不发货，我要投诉")
        assert session.scalar(select(Reading).where(Reading.conversation_id == talk)) is None

    def test_each_is_switched_by_itself(self, session, says, shop, serving) -> None:
        switching.switch(session, serving, shop_id=shop.id, feature=Feature.MOOD, on=False)
        found = session.get(Reading, says("怎么还不发货，我要投诉"))
        assert found.topic == "物流/催发货"
        assert (found.risk, found.moods, found.urges) == (0, [], 1)

    def test_only_who_may_switches(self, session, shop, serving) -> None:
        nobody = replace(serving, permissions=frozenset())
        stranger = replace(serving, shop_ids=frozenset())
        with pytest.raises(MissingPermission):
            switching.switch(session, nobody, shop_id=shop.id, feature=Feature.DRAFT, on=True)
        with pytest.raises(ShopNotFound):
            switching.switch(session, stranger, shop_id=shop.id, feature=Feature.DRAFT, on=True)
        assert session.scalars(select(Switch)).all() == []


class TestWire:
    @pytest.fixture
    def wire(self, client, acting, serving):
        acting["actor"] = serving
        return client

    @pytest.mark.row("CMM-1")
    @pytest.mark.row("EMT-1")
    def test_the_desk_gets_everything_of_a_talk(self, wire, says) -> None:
        talk = says("怎么还不发货？我要投诉")
        seen = wire.get(f"/api/conversations/{talk}/assist").json()
        assert seen["topic"]["name"] == "物流/催发货"
        assert seen["topic"]["name_en"] == "Shipping/Urge"
        assert (seen["mood"]["risk"], seen["mood"]["words"]) == (2, ["投诉"])
        assert seen["summary"]["unanswered"][0]["text"] == "怎么还不发货？"
        assert wire.get("/api/assist/tense").json()["items"][0]["conversation_id"] == str(talk)

    def test_strangers_see_nothing(self, wire, says, acting, serving) -> None:
        talk = says("我要投诉")
        acting["actor"] = replace(serving, shop_ids=frozenset())
        assert wire.get(f"/api/conversations/{talk}/assist").status_code == 404
        assert wire.get("/api/assist/tense").json()["items"] == []

    def test_an_agent_sets_the_topic_and_it_is_learned(self, wire, session, says) -> None:
        talk = says("这个怎么弄啊")
        answer = wire.put(f"/api/conversations/{talk}/topic", json={"topic": "商品/安装"})
        assert answer.json()["topic"] == {
            "name": "商品/安装",
            "name_en": "Product/Installation",
            "share": 1.0,
            "by_hand": True,
        }
        taught = session.scalars(select(Taught)).one()
        assert (taught.label, taught.text) == ("商品/安装", "这个怎么弄啊")
        says("怎么还不发货")
        assert session.get(Reading, talk).topic == "商品/安装"

    def test_an_unknown_topic_changes_nothing(self, wire, session, says) -> None:
        talk = says("怎么还不发货")
        assert wire.put(f"/api/conversations/{talk}/topic", json={"topic": "x"}).status_code == 422
        assert session.get(Reading, talk).topic == "物流/催发货"
        assert session.scalars(select(Taught)).all() == []

    @pytest.mark.row("SMT-4")
    def test_switches_over_the_wire(self, wire, shop) -> None:
        path = f"/api/assist/switches/{shop.id}/suggestions"
        assert wire.put(path, json={"on": False}).status_code == 204
        found = {each["shop_id"]: each for each in wire.get("/api/assist/switches").json()["items"]}
        assert found[str(shop.id)]["features"]["suggestions"] is False
        assert found[str(shop.id)]["features"]["draft"] is False
        assert found[str(shop.id)]["features"]["topic"] is True
