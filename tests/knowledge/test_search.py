"""The search of the desk, the FAQ, flags, gaps, guides and votes over HTTP."""

import pytest
from sqlalchemy import select

from tests.catalog.factories import make_product
from tests.knowledge.factories import category, make_article
from tests.knowledge.test_articles import agent, found, stranger
from xiaoer.core import auth
from xiaoer.core.auth import Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.knowledge import service
from xiaoer.knowledge.models import ArticleFlag, ArticleGap, Kind

GUIDE = {"media": [{"kind": "video", "url": "https://video.example/pot.mp4", "text": "开壶"}]}


def faq(client, shop, path="", **asked):
    answer = client.get(f"/chat/{shop.code}/faq{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


class TestSearch:
    def test_products_policies_and_questions_are_found_by_what_they_mean(
        self, client, session, shop
    ):
        make_article(session, shop.id, "七天无理由退货怎么申请", kind=Kind.POLICY)
        make_article(session, shop.id, "运费谁承担", body="卖家出", code="shipping")
        make_article(
            session,
            shop.id,
            "青花盖碗的材质与容量",
            body="高白泥，150 毫升",
            kind=Kind.PRODUCT,
            code="product",
        )
        assert found(client, "东西不想要了想退回去")[0] == "七天无理由退货怎么申请"
        assert found(client, "邮费算谁的")[0] == "运费谁承担"
        assert found(client, "盖碗是什么做的")[0] == "青花盖碗的材质与容量"

    def test_answers_are_told_from_what_is_only_nearest(self, client, session, shop):
        make_article(session, shop.id, "退款多久到账")
        near = client.get("/api/knowledge/search", params={"q": "退款多久能到账呀"}).json()
        far = client.get("/api/knowledge/search", params={"q": "你们招聘司机吗"}).json()
        assert near["items"][0]["answers"] is True
        assert near["items"][0]["score"] > far["items"][0]["score"]
        assert far["items"][0]["answers"] is False

    def test_other_wordings_and_english_find_it_too(self, client, session, shop):
        make_article(
            session,
            shop.id,
            "价保规则",
            words={"questions": ["刚买就降价怎么办"], "title_en": "Price protection"},
        )
        for asked in ("刚买就降价", "price protection"):
            hit = client.get("/api/knowledge/search", params={"q": asked}).json()["items"][0]
            assert hit["article"]["title"] == "价保规则"

    def test_other_shops_are_not_searched(self, client, session, shop, acting):
        make_article(session, shop.id)
        acting["actor"] = stranger()
        assert found(client, "七天无理由退货怎么申请") == []
        unseen = client.get("/api/knowledge/search", params={"q": "退货", "shop_id": shop.id})
        assert unseen.status_code == 404

    def test_a_change_is_found_at_once_beside_a_large_index(self, client, session, shop):
        first = make_article(session, shop.id, "退款多久到账")
        assert found(client, "退款多久到账") == ["退款多久到账"]
        make_article(session, shop.id, "怎么修改收货地址", code="order")
        assert found(client, "收货地址怎么改")[0] == "怎么修改收货地址"
        service.retire(session, auth.system(), first.id)
        assert found(client, "退款多久到账") == ["怎么修改收货地址"]

    def test_a_search_is_few_statements(self, client, session, shop, count_statements):
        for title in ("退款多久到账", "怎么退货", "运费谁承担"):
            make_article(session, shop.id, title)
        found(client, "退款", shop_id=str(shop.id))
        with count_statements(session) as seen:
            assert len(found(client, "退款到账时间", shop_id=str(shop.id))) == 3
        assert len(seen) <= 2


class TestGuides:
    def test_for_a_usage_problem_the_guides_of_the_product_come_first(self, client, session, shop):
        pot = make_product(session, shop).id
        make_article(session, shop.id, "紫砂壶怎么用才不裂", code="product")
        guide = make_article(
            session,
            shop.id,
            "新紫砂壶开壶教程",
            kind=Kind.GUIDE,
            code="product",
            product_ids=[pot],
            words=GUIDE,
        )
        answer = client.get(
            "/api/knowledge/search", params={"q": "紫砂壶怎么用", "product_id": str(pot)}
        ).json()
        assert answer["usage"] is True
        first = answer["items"][0]["article"]
        assert first["id"] == str(guide.id)
        assert first["media"][0]["src"] == "https://video.example/pot.mp4"
        card = client.get(f"/api/products/{pot}/knowledge").json()
        assert [each["title"] for each in card["articles"]] == ["新紫砂壶开壶教程"]

    @pytest.mark.row("GDE-4")
    def test_views_sendings_and_votes_are_counted(self, client, session, shop):
        guide = make_article(
            session, shop.id, "开壶教程", kind=Kind.GUIDE, code="product", words=GUIDE
        )
        path, voter = f"/chat/{shop.code}/faq/{guide.number}", str(new_id())
        for _ in range(3):
            client.get(path)
        client.post(f"/api/articles/{guide.id}/sendings")
        for solved in (False, True, True):
            done = client.put(f"{path}/vote", json={"voter": voter, "solved": solved})
            assert done.status_code == 204
        client.put(f"{path}/vote", json={"voter": str(new_id()), "solved": False})
        client.put(f"/api/articles/{guide.id}/vote", json={"solved": True})
        counts = client.get(f"/api/articles/{guide.id}").json()["counts"]
        assert counts == {"views": 3, "sent": 1, "solved": 2, "unsolved": 1}


class TestCard:
    @pytest.mark.row("KB-5")
    def test_the_card_of_a_product_is_what_is_published_of_it(self, client, session, shop):
        product = make_product(session, shop).id
        body = "## 特点\n薄\n## 功能\n泡茶\n## 注意事项\n烫\n## 用法\n温杯\n## 相关政策\n包赔"
        made = make_article(
            session,
            shop.id,
            "盖碗",
            kind=Kind.PRODUCT,
            code="product",
            product_ids=[product],
            body=body,
            published=False,
        )
        path = f"/api/products/{product}/knowledge"
        assert client.get(path).json() == {"sections": [], "articles": []}
        service.publish(session, auth.system(), made.id, version=1)
        sections = client.get(path).json()["sections"]
        assert [each["key"] for each in sections] == [
            "features",
            "functions",
            "precautions",
            "usage",
            "policies",
        ]


@pytest.mark.row("KB-6")
class TestFlags:
    def test_an_agent_proposes_and_the_keeper_answers(self, client, session, shop, acting, actor):
        made = make_article(session, shop.id)
        acting["actor"] = agent(shop)
        body = {"kind": "outdated", "note": "运费改了", "proposed": "运费由卖家承担"}
        flagged = client.post(f"/api/articles/{made.id}/flags", json=body)
        assert flagged.status_code == 201
        refused = client.post(
            f"/api/article-flags/{flagged.json()['id']}/resolution", json={"resolution": "accepted"}
        )
        assert refused.status_code == 403
        acting["actor"] = actor
        waiting = client.get("/api/article-flags").json()["items"]
        assert [(f["title"], f["by_name"], f["proposed"]) for f in waiting] == [
            ("七天无理由退货怎么申请", "小满", "运费由卖家承担")
        ]
        assert [
            a["open_flags"] for a in client.get("/api/articles?flagged=true").json()["items"]
        ] == [1]
        path = f"/api/article-flags/{waiting[0]['id']}/resolution"
        assert (
            client.post(path, json={"resolution": "accepted"}).json()["resolved_by_name"]
            == "周掌柜"
        )
        assert client.get("/api/article-flags").json()["items"] == []
        again = client.post(path, json={"resolution": "declined"})
        assert (again.status_code, again.json()["code"]) == (409, "FlagAnswered")
        assert session.scalars(select(ArticleFlag)).one().resolution == "accepted"

    def test_a_stranger_finds_nothing_to_flag(self, client, session, shop, acting):
        made = make_article(session, shop.id)
        acting["actor"] = stranger()
        refused = client.post(f"/api/articles/{made.id}/flags", json={"kind": "wrong"})
        assert refused.status_code == 404
        assert session.scalars(select(ArticleFlag)).all() == []


class TestFaq:
    @pytest.mark.row("KB-5")
    def test_customers_read_what_is_published_for_them_by_category(self, client, session, shop):
        make_article(session, shop.id, "退款多久到账", words={"title_en": "When is my refund paid"})
        make_article(session, shop.id, "内部话术", public=False)
        make_article(session, shop.id, "草稿", published=False)
        page = faq(client, shop)
        assert [each["title"] for each in page["articles"]] == ["退款多久到账"]
        assert [each["code"] for each in page["categories"]] == ["returns"]
        hits = faq(client, shop, "/search", q="退的钱几天到")
        assert [each["title"] for each in hits["items"]] == ["退款多久到账"]
        assert set(hits["items"][0]) >= {"title_en", "body", "media"}
        assert "owner" not in hits["items"][0]
        assert client.get(f"/chat/{shop.code}/faq/999").status_code == 404

    @pytest.mark.row("KB-4")
    def test_what_nothing_answers_becomes_a_gap_and_an_article_closes_it(
        self, client, session, shop
    ):
        for asked in ("你们招聘司机吗", "请问你们招聘司机吗？"):
            assert faq(client, shop, "/search", q=asked)["answers"] is False
        body = {"shop_id": str(shop.id), "question": "有没有门店"}
        assert client.post("/api/article-gaps", json=body).status_code == 201
        gaps = client.get("/api/article-gaps").json()["items"]
        assert [(each["question"], each["times"], each["source"]) for each in gaps] == [
            ("你们招聘司机吗", 2, "faq"),
            ("有没有门店", 1, "desk"),
        ]
        made = make_article(session, shop.id, "我们招聘吗", code="service")
        path = f"/api/article-gaps/{gaps[0]['id']}/closing"
        closed = client.post(path, json={"article_id": str(made.id)}).json()
        assert (closed["state"], closed["article_id"]) == ("answered", str(made.id))
        assert client.post(path, json={}).status_code == 409
        client.post(f"/api/article-gaps/{gaps[1]['id']}/closing", json={})
        assert client.get("/api/article-gaps").json()["items"] == []
        told = session.scalars(
            select(EventRow.kind).where(EventRow.kind.like("KnowledgeGap%"))
        ).all()
        assert sorted(told) == ["KnowledgeGapClosed"] * 2 + ["KnowledgeGapNoted"] * 2

    def test_who_may_not_close_gaps_changes_nothing(self, client, session, shop, acting):
        faq(client, shop, "/search", q="你们招聘司机吗")
        gap = session.scalars(select(ArticleGap)).one()
        acting["actor"] = agent(shop)
        refused = client.post(f"/api/article-gaps/{gap.id}/closing", json={})
        assert (refused.status_code, refused.json()["code"]) == (403, "MissingPermission")
        acting["actor"] = agent(shop, Permission.KNOWLEDGE_EDIT)
        assert client.post(f"/api/article-gaps/{new_id()}/closing", json={}).status_code == 404
        assert session.get_one(ArticleGap, gap.id).state == "open"


def test_pace_is_kept(client, session, shop, monkeypatch):
    from datetime import timedelta

    from xiaoer.core.web.pace import Pace
    from xiaoer.knowledge.routes import faq as routes

    monkeypatch.setattr(routes, "asking", Pace(1, timedelta(minutes=1)))
    faq(client, shop, "/search", q="退款")
    again = client.get(f"/chat/{shop.code}/faq/search", params={"q": "退款"})
    assert (again.status_code, again.json()["code"]) == (429, "TooManyQuestions")


def test_categories_that_nothing_is_in_are_not_shown(client, session, shop):
    make_article(session, shop.id, code="invoice")
    assert [each["id"] for each in faq(client, shop)["categories"]] == [
        str(category(session, "invoice").id)
    ]
