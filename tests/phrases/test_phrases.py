"""Phrases and categories over HTTP."""

from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.phrases.factories import category, make_phrase
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.phrases import queries, service
from xiaoer.phrases.errors import PhraseNotFound, PhraseRetired
from xiaoer.phrases.models import Phrase, PhraseCategory


def agent(shop, *permissions):
    return Actor(
        ActorKind.AGENT,
        new_id(),
        "小满",
        frozenset({Permission.PHRASES_READ, *permissions}),
        frozenset({shop.id}),
    )


def titles(client, **filters):
    answer = client.get("/api/phrases", params=filters)
    assert answer.status_code == 200
    return [each["title"] for each in answer.json()["items"]]


@pytest.mark.row("QP-3")
class TestShared:
    def test_editors_write_and_agents_read(self, client, session, shop, acting):
        body = {
            "category_id": str(category(session).id),
            "title": "发货时间",
            "text": "亲，48 小时内发出。",
            "shortcut": "fh",
        }
        made = client.post("/api/phrases", json=body)
        assert made.status_code == 201
        assert made.json()["scope"] == "shared"
        acting["actor"] = agent(shop)
        assert titles(client) == ["发货时间"]
        phrase_id = made.json()["id"]
        for refused in (
            client.post("/api/phrases", json=body),
            client.put(f"/api/phrases/{phrase_id}", json={"text": "马上发"}),
            client.delete(f"/api/phrases/{phrase_id}"),
            client.delete(f"/api/phrases/{phrase_id}/retirement"),
        ):
            assert (refused.status_code, refused.json()["code"]) == (403, "MissingPermission")
        assert session.scalars(select(Phrase)).one().text == "亲，48 小时内发出。"

    def test_retired_is_offered_no_more_and_can_come_back(self, client, session, shop, actor):
        phrase = make_phrase(session, shop.id)
        assert client.delete(f"/api/phrases/{phrase.id}").status_code == 204
        assert titles(client) == []
        assert titles(client, standing="retired") == ["查物流"]
        with pytest.raises(PhraseRetired):
            service.render(session, actor, phrase.id, {})
        refused = client.put(f"/api/phrases/{phrase.id}", json={"text": "新"})
        assert refused.status_code == 409
        assert client.delete(f"/api/phrases/{phrase.id}/retirement").json()["retired"] is False
        assert titles(client) == ["查物流"]

    def test_another_shop_sees_nothing(self, client, session, shop, acting):
        phrase = make_phrase(session, shop.id)
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        assert titles(client) == []
        assert client.put(f"/api/phrases/{phrase.id}", json={"text": "新"}).status_code == 404
        assert session.get_one(Phrase, phrase.id).version == 1

    def test_an_unknown_variable_is_a_clear_no(self, client, session, shop):
        body = {"category_id": str(category(session).id), "title": "坏", "text": "{secret}"}
        answer = client.post("/api/phrases", json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "UnknownVariable")
        assert session.scalar(select(func.count()).select_from(Phrase)) == 0


@pytest.mark.row("QP-6")
class TestVersions:
    def test_everybody_says_the_new_words_and_the_old_ones_stay(
        self, client, session, shop, acting
    ):
        phrase = make_phrase(session, shop.id, text="七天无理由")
        changed = client.put(
            f"/api/phrases/{phrase.id}", json={"text": "七天无理由，运费自理", "version": 1}
        )
        assert changed.json()["version"] == 2
        for _ in range(2):
            acting["actor"] = agent(shop)
            items = client.get("/api/phrases").json()["items"]
            assert [each["text"] for each in items] == ["七天无理由，运费自理"]
        history = client.get(f"/api/phrases/{phrase.id}/versions").json()["items"]
        assert [(each["version"], each["text"]) for each in history] == [
            (2, "七天无理由，运费自理"),
            (1, "七天无理由"),
        ]
        assert history[0]["author"]["name"] == "周掌柜"

    def test_two_editors_do_not_overwrite_each_other(self, client, session, shop):
        phrase = make_phrase(session, shop.id)
        path = f"/api/phrases/{phrase.id}"
        assert client.put(path, json={"text": "一", "version": 1}).status_code == 200
        refused = client.put(path, json={"text": "二", "version": 1})
        assert (refused.status_code, refused.json()["code"]) == (409, "PhraseChangedMeanwhile")
        assert session.get_one(Phrase, phrase.id).text == "一"

    def test_the_story_is_told(self, client, session, shop):
        phrase = make_phrase(session, shop.id)
        client.put(f"/api/phrases/{phrase.id}", json={"title": "物流进度"})
        client.delete(f"/api/phrases/{phrase.id}")
        kinds = session.scalars(
            select(EventRow.kind).where(EventRow.subject_id == phrase.id).order_by(EventRow.id)
        ).all()
        assert kinds == ["PhraseWritten", "PhraseChanged", "PhraseRetired"]


@pytest.mark.row("QP-14")
class TestPersonal:
    def test_nobody_else_sees_it_not_even_the_manager(self, client, session, shop, acting, actor):
        owner = agent(shop)
        phrase = make_phrase(session, shop.id, owner, shared=False, title="我的")
        acting["actor"] = owner
        assert titles(client, scope="personal") == ["我的"]
        for other in (agent(shop), actor):
            acting["actor"] = other
            assert titles(client) == []
            assert client.get(f"/api/phrases/{phrase.id}").status_code == 404
            assert client.delete(f"/api/phrases/{phrase.id}").status_code == 404
        assert session.get_one(Phrase, phrase.id).retired_at is None

    def test_a_shared_one_is_copied_and_changed(self, client, session, shop, acting):
        shared = make_phrase(session, shop.id)
        acting["actor"] = agent(shop)
        own = client.post(f"/api/phrases/{shared.id}/copies").json()
        assert (own["scope"], own["text"]) == ("personal", shared.text)
        changed = client.put(f"/api/phrases/{own['id']}", json={"text": "亲亲，在路上啦"})
        assert changed.status_code == 200
        assert session.get_one(Phrase, shared.id).version == 1

    def test_the_system_has_none_of_its_own(self, session, shop, acting, client):
        acting["actor"] = Actor(ActorKind.SYSTEM, permissions=frozenset(Permission), all_shops=True)
        body = {
            "scope": "personal",
            "category_id": str(category(session).id),
            "title": "无主",
            "text": "无主",
        }
        assert client.post("/api/phrases", json=body).status_code == 409


class TestSearch:
    @pytest.mark.row("QP-1")
    def test_best_first(self, client, session, shop):
        make_phrase(session, shop.id, title="运费险", text="支持退货地址修改")
        make_phrase(session, shop.id, title="退货地址", text="杭州市")
        make_phrase(session, shop.id, title="收件", text="收件", shortcut="thdz")
        assert titles(client, q="/thdz") == ["收件", "退货地址"]
        assert titles(client, q="退货") == ["退货地址", "运费险"]
        assert titles(client, q="100%") == []

    def test_often_used_comes_first(self, client, session, shop):
        make_phrase(session, shop.id, title="物流甲")
        often = make_phrase(session, shop.id, title="物流乙")
        service.record_use(session, often.id)
        assert titles(client, q="物流") == ["物流乙", "物流甲"]
        assert session.get(Phrase, often.id, populate_existing=True).uses == 1

    def test_pages_by_category_and_title(self, client, session, shop):
        make_phrase(session, shop.id, title="乙")
        make_phrase(session, shop.id, title="甲", category_id=category(session, "closing").id)
        make_phrase(session, shop.id, title="丙", category_id=category(session, "welcome").id)
        first = client.get("/api/phrases", params={"limit": 2}).json()
        assert [each["title"] for each in first["items"]] == ["丙", "乙"]
        assert titles(client, limit=2, after=first["next"]) == ["甲"]
        assert titles(client, category=category(session, "closing").id) == ["甲"]

    def test_a_list_is_one_statement(self, client, session, shop, count_statements):
        for number in range(5):
            make_phrase(session, shop.id, title=f"甲{number}")
        with count_statements(session) as seen:
            titles(client)
        assert len(seen) == 1

    def test_a_shortcut_calls_one_phrase(self, client, session, shop):
        phrase = make_phrase(session, shop.id, shortcut="wl")
        other = make_phrase(session, shop.id)
        refused = client.put(f"/api/phrases/{other.id}", json={"shortcut": "wl"})
        assert (refused.status_code, refused.json()["code"]) == (409, "ShortcutTaken")
        client.put(f"/api/phrases/{phrase.id}", json={"shortcut": ""})
        taken = client.put(f"/api/phrases/{other.id}", json={"shortcut": "wl"})
        assert taken.status_code == 200


class TestRendering:
    @pytest.mark.row("QP-15")
    def test_facts_come_from_the_caller(self, session, shop, actor):
        phrase = make_phrase(session, shop.id)
        rendered = service.render(session, actor, phrase.id, {"customer_name": "小雨"})
        assert rendered.text == "亲，小雨，您的订单 {order_no} 正在路上。"
        assert rendered.missing == ("order_no",)

    def test_a_stranger_renders_nothing(self, session, shop):
        phrase = make_phrase(session, shop.id)
        stranger = Actor(ActorKind.AGENT, new_id(), "外人", frozenset(Permission))
        with pytest.raises(PhraseNotFound):
            service.render(session, stranger, phrase.id, {})


class TestCategories:
    @pytest.mark.row("QP-4")
    def test_the_seven_of_the_trade_and_three_for_hard_moments(self, client):
        items = client.get("/api/phrase-categories").json()["items"]
        assert [each["name_zh"] for each in items] == [
            "欢迎语",
            "产品信息",
            "活动信息",
            "优惠赠品策略",
            "物流问题",
            "售后问题",
            "结束语",
            "共情",
            "安抚",
            "引导提问",
        ]

    @pytest.mark.row("QP-5")
    def test_changing_them_breaks_no_phrase(self, client, session, shop):
        phrase = make_phrase(session, shop.id)
        path = f"/api/phrase-categories/{phrase.category_id}"
        renamed = client.put(path, json={"name_zh": "快递", "active": False}).json()
        assert (renamed["name_zh"], renamed["active"]) == ("快递", False)
        added = client.post("/api/phrase-categories", json={"name_zh": "大促"}).json()
        order = [each["id"] for each in client.get("/api/phrase-categories").json()["items"]]
        moved = client.put("/api/phrase-categories/order", json={"ids": order[::-1]}).json()
        assert moved["items"][0]["id"] == added["id"]

        assert titles(client, category=phrase.category_id) == ["查物流"]
        assert client.put(f"/api/phrases/{phrase.id}", json={"text": "好"}).status_code == 200
        body = {"category_id": str(phrase.category_id), "title": "新", "text": "新"}
        refused = client.post("/api/phrases", json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "CategoryDisabled")

    def test_refusals_change_nothing(self, client, session, shop, acting):
        first, second = queries.categories(session)[:2]
        order = [str(first.id), str(second.id)]
        taken = client.put(f"/api/phrase-categories/{first.id}", json={"name_zh": second.name_zh})
        partial = client.put("/api/phrase-categories/order", json={"ids": order})
        acting["actor"] = agent(shop)
        forbidden = client.post("/api/phrase-categories", json={"name_zh": "大促"})
        unknown = client.put(f"/api/phrase-categories/{UUID(int=1)}", json={"name_zh": "大促"})
        codes = [each.status_code for each in (taken, partial, forbidden, unknown)]
        assert codes == [409, 422, 403, 403]
        assert session.scalar(select(func.count()).select_from(PhraseCategory)) == 10
        assert session.get_one(PhraseCategory, first.id).name_zh == "欢迎语"
