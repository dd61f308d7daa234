"""Articles over HTTP: written, published, found, reviewed, retired."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.knowledge.factories import category, make_article
from xiaoer.core import auth, clock, queue
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.knowledge import service
from xiaoer.knowledge.jobs import REVIEWS
from xiaoer.knowledge.models import Article, ArticleVersion, Kind
from xiaoer.policies.events import PolicyActivated


def agent(shop, *permissions):
    return Actor(
        ActorKind.AGENT,
        new_id(),
        "小满",
        frozenset({Permission.KNOWLEDGE_READ, *permissions}),
        frozenset({shop.id}),
    )


def stranger():
    return Actor(ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()}))


def found(client, q, **filters):
    answer = client.get("/api/knowledge/search", params={"q": q, **filters})
    assert answer.status_code == 200, answer.text
    return [each["article"]["title"] for each in answer.json()["items"]]


def draft(session, shop, **what_matters):
    return {
        "shop_id": str(shop.id),
        "kind": "faq",
        "category_id": str(category(session).id),
        "title": "退款多久到账",
        "body": "审核通过后 1–3 个工作日原路退回。",
    } | what_matters


@pytest.mark.row("KB-3", "KB-5")
class TestPublishing:
    def test_nobody_reads_a_draft_and_everybody_the_published_version(
        self, client, session, shop, acting
    ):
        made = client.post("/api/articles", json=draft(session, shop, public=True)).json()
        assert (made["state"], made["published"], made["latest"]) == ("draft", None, 1)
        assert found(client, "退款多久到账") == []
        path = f"/api/articles/{made['id']}"
        published = client.post(f"{path}/publication", json={"version": 1}).json()
        assert (published["state"], published["published"]) == ("published", 1)
        assert published["review_due_at"] > published["updated_at"]
        changed = client.put(
            path, json=draft(session, shop, public=True, body="当天到账。", version=1)
        ).json()
        assert (changed["latest"], changed["published"]) == (2, 1)
        for who in (agent(shop), agent(shop)):
            acting["actor"] = who
            hit = client.get("/api/knowledge/search", params={"q": "退款多久到账"}).json()["items"]
            assert hit[0]["article"]["body"] == "审核通过后 1–3 个工作日原路退回。"
        faq = client.get(f"/chat/{shop.code}/faq/{made['number']}").json()
        assert faq["body"] == "审核通过后 1–3 个工作日原路退回。"
        service.publish(session, auth.system(), UUID(made["id"]), version=2)
        hit = client.get("/api/knowledge/search", params={"q": "退款多久到账"}).json()["items"]
        assert hit[0]["article"]["body"] == "当天到账。"
        assert client.get(f"/chat/{shop.code}/faq/{made['number']}").json()["body"] == "当天到账。"
        history = client.get(f"{path}/versions").json()["items"]
        assert [each["version"] for each in history] == [2, 1]
        assert history[1]["published_by_name"] == "周掌柜"

    def test_effective_dates_are_kept(self, client, session, shop, frozen):
        later = clock.now() + timedelta(days=2)
        make_article(
            session,
            shop.id,
            "双十一活动什么时候开始",
            effective_from=later,
            effective_until=later + timedelta(days=1),
        )
        assert found(client, "双十一活动什么时候开始") == []
        frozen(timedelta(days=2))
        assert found(client, "双十一活动什么时候开始") == ["双十一活动什么时候开始"]
        assert len(client.get(f"/chat/{shop.code}/faq").json()["articles"]) == 1
        frozen(timedelta(days=1))
        assert found(client, "双十一活动什么时候开始") == []
        assert client.get(f"/chat/{shop.code}/faq").json()["articles"] == []

    def test_what_is_retired_is_found_no_more_and_can_come_back(self, client, session, shop):
        made = make_article(session, shop.id)
        path = f"/api/articles/{made.id}/publication"
        assert client.delete(path).json()["state"] == "retired"
        assert found(client, "七天无理由退货怎么申请") == []
        assert client.get(f"/chat/{shop.code}/faq/{made.number}").status_code == 404
        again = client.delete(path)
        assert (again.status_code, again.json()["code"]) == (409, "AlreadyRetired")
        assert client.post(path, json={"version": 1}).json()["state"] == "published"
        assert found(client, "七天无理由退货怎么申请") == ["七天无理由退货怎么申请"]
        twice = client.post(path, json={"version": 1})
        assert (twice.status_code, twice.json()["code"]) == (409, "NothingToPublish")

    def test_who_may_not_is_refused_and_nothing_changes(self, client, session, shop, acting):
        made = make_article(session, shop.id)
        acting["actor"] = agent(shop)
        path = f"/api/articles/{made.id}"
        body = draft(session, shop, version=1)
        for refused in (
            client.post("/api/articles", json=body),
            client.put(path, json=body),
            client.post(f"{path}/publication", json={"version": 1}),
            client.delete(f"{path}/publication"),
            client.post(f"{path}/reviews"),
            client.post("/api/article-categories", json={"name_zh": "新"}),
        ):
            assert (refused.status_code, refused.json()["code"]) == (403, "MissingPermission")
        acting["actor"] = stranger()
        for unseen in (
            client.get(path),
            client.put(path, json=body),
            client.delete(f"{path}/publication"),
        ):
            assert unseen.status_code == 404
        assert found(client, "七天无理由退货怎么申请") == []
        assert session.scalars(select(ArticleVersion.version)).all() == [1]

    def test_two_editors_do_not_overwrite_each_other(self, client, session, shop):
        made = make_article(session, shop.id)
        path = f"/api/articles/{made.id}"
        assert client.put(path, json=draft(session, shop, version=1)).status_code == 200
        refused = client.put(path, json=draft(session, shop, title="别的", version=1))
        assert (refused.status_code, refused.json()["code"]) == (409, "ArticleChangedMeanwhile")
        assert client.get(path).json()["title"] == "退款多久到账"

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"kind": "guide"}, "GuideWithoutMedia"),
            ({"media": [{"kind": "video"}]}, "MediaNeedsAPlace"),
            ({"media": [{"kind": "video", "url": "http://x.example/a.mp4"}]}, "MediaNeedsAPlace"),
            ({"product_ids": [str(new_id())]}, "UnknownProduct"),
            ({"policy_tables": ["no_such"]}, "UnknownPolicyTable"),
            ({"owner_id": str(new_id())}, "UnknownOwner"),
            (
                {
                    "effective_from": "2026-11-02T00:00:00Z",
                    "effective_until": "2026-11-01T00:00:00Z",
                },
                "EndsBeforeItBegins",
            ),
        ],
    )
    def test_what_cannot_be_is_a_clear_no(self, client, session, shop, wrong, code):
        refused = client.post("/api/articles", json=draft(session, shop, **wrong))
        assert (refused.status_code, refused.json()["code"]) == (422, code)
        assert session.scalars(select(Article)).all() == []

    def test_the_story_is_told(self, client, session, shop):
        made = make_article(session, shop.id)
        client.delete(f"/api/articles/{made.id}/publication")
        kinds = session.scalars(
            select(EventRow.kind).where(EventRow.subject_id == made.id).order_by(EventRow.id)
        ).all()
        assert kinds == ["ArticleWritten", "ArticlePublished", "ArticleRetired"]


class TestReviews:
    @pytest.mark.row("KB-3")
    def test_overdue_ones_are_listed_until_somebody_looked(self, client, session, shop, frozen):
        made = make_article(session, shop.id, review_days=30)
        make_article(session, shop.id, "尺码怎么选", review_days=90)
        frozen(timedelta(days=31))
        assert service.mark_overdue(session, auth.system()) == 1
        assert service.mark_overdue(session, auth.system()) == 0
        due = client.get("/api/articles", params={"due": True}).json()["items"]
        assert [(each["id"], each["review_reason"]) for each in due] == [(str(made.id), "overdue")]
        client.post(f"/api/articles/{made.id}/reviews")
        assert client.get("/api/articles", params={"due": True}).json()["items"] == []
        assert REVIEWS in queue._tasks

    @pytest.mark.row("POL-8")
    def test_a_changed_policy_puts_the_articles_that_repeat_it_up_for_review(
        self, client, session, shop, run_jobs, actor
    ):
        from xiaoer.core import events
        from xiaoer.policies.models import Policy

        session.add(Policy(table="returns_test", shop_id=shop.id))
        session.flush()
        made = make_article(session, shop.id, policy_tables=["returns_test"])
        make_article(session, shop.id, "尺码怎么选")
        activated = PolicyActivated(
            shop_id=shop.id,
            policy_id=new_id(),
            version_id=new_id(),
            table="returns_test",
            number=2,
            content_hash="",
            effective_from=clock.now().isoformat(),
        )
        for _ in range(2):
            events.emit(session, actor, activated)
            run_jobs()
        due = client.get("/api/articles", params={"due": True}).json()["items"]
        assert [(each["id"], each["review_reason"]) for each in due] == [(str(made.id), "policy")]
        told = session.scalars(select(EventRow).where(EventRow.kind == "ArticleReviewNeeded")).all()
        assert [each.data["policy_table"] for each in told] == ["returns_test"]


def test_a_list_is_few_statements_however_long(client, session, shop, count_statements):
    for number in range(6):
        make_article(session, shop.id, f"问题{number}", published=number % 2 == 0)
    with count_statements(session) as seen:
        items = client.get("/api/articles").json()["items"]
    assert len(items) == 6
    assert len(seen) <= 2
    page = client.get("/api/articles", params={"limit": 4}).json()
    rest = client.get("/api/articles", params={"limit": 4, "after": page["next"]}).json()
    assert len({each["id"] for each in page["items"] + rest["items"]}) == 6
    assert rest["next"] is None


def test_filters_of_the_list(client, session, shop):
    make_article(session, shop.id, "甲", kind=Kind.POLICY)
    make_article(session, shop.id, "乙", published=False, code="shipping")
    titles = lambda **f: [  # noqa: E731
        each["title"] for each in client.get("/api/articles", params=f).json()["items"]
    ]
    assert titles(kind="policy") == ["甲"]
    assert titles(state="draft") == ["乙"]
    assert titles(category=str(category(session, "shipping").id)) == ["乙"]
    assert titles(q="甲") == ["甲"]


def test_categories_are_managed(client, session, shop):
    made = client.post("/api/article-categories", json={"name_zh": "直播", "name_en": "Live"})
    assert made.status_code == 201
    taken = client.post("/api/article-categories", json={"name_zh": "直播"})
    assert (taken.status_code, taken.json()["code"]) == (409, "ArticleCategoryTaken")
    ids = [each["id"] for each in client.get("/api/article-categories").json()["items"]]
    turned = client.put("/api/article-categories/order", json={"ids": ids[::-1]}).json()["items"]
    assert [each["id"] for each in turned] == ids[::-1]
    client.put(f"/api/article-categories/{ids[-1]}", json={"active": False})
    body = draft(session, shop, category_id=ids[-1])
    refused = client.post("/api/articles", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "ArticleCategoryDisabled")
