"""Phrases are kept true: dates, reviews, links to what changes, promotions and offers."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.conversations.factories import make_agent
from tests.phrases.factories import category, make_phrase
from xiaoer.catalog import service as catalog
from xiaoer.catalog.models import Product
from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.core import auth, clock, events
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.knowledge.events import ArticlePublished
from xiaoer.phrases.models import Changing, Phrase, PhraseLink
from xiaoer.phrases.service import caring, promotions
from xiaoer.policies.events import PolicyActivated
from xiaoer.shipping.events import CourierDeskChanged
from xiaoer.tasks.models import Task

TERMS = "满 299 送茶巾。{conditions}，到 {valid_until}。"


@pytest.fixture
def phrase(session, shop):
    return make_phrase(session, shop.id, title="发货时间", text="默认发顺丰，48 小时内发出。")


@pytest.fixture
def care(client, phrase):
    def put(**only):
        return client.put(f"/api/phrases/{phrase.id}/care", json=only)

    return put


@pytest.fixture
def listed(client):
    def titles(standing="holds"):
        answer = client.get("/api/phrases", params={"standing": standing})
        return [each["title"] for each in answer.json()["items"]]

    return titles


def tasks_of(session, phrase):
    return session.scalars(select(Task).where(Task.subject_id == phrase.id)).all()


def link(kind, ref="x", name="所说的事"):
    return {"kind": kind, "ref": str(ref), "name": name}


@pytest.mark.row("QP-9")
class TestDates:
    def test_an_expired_one_is_not_offered_and_is_listed_for_renewal(self, frozen, care, listed):
        ends = clock.now() + timedelta(days=3)
        assert care(valid_until=ends.isoformat()).status_code == 200
        assert listed() == ["发货时间"]
        frozen(timedelta(days=4))
        assert (listed(), listed("expired")) == ([], ["发货时间"])
        care(valid_until=(clock.now() + timedelta(days=30)).isoformat())
        assert (listed(), listed("expired")) == (["发货时间"], [])

    def test_one_that_begins_later_is_not_offered_yet(self, care, listed):
        assert care(valid_from=(clock.now() + timedelta(days=1)).isoformat()).status_code == 200
        assert (listed(), listed("all")) == ([], ["发货时间"])

    def test_an_end_before_its_beginning_is_refused(self, care, phrase, session):
        now = clock.now()
        refused = care(valid_from=now.isoformat(), valid_until=(now - timedelta(1)).isoformat())
        assert (refused.status_code, refused.json()["code"]) == (422, "ValidForNoTime")
        assert session.get(Phrase, phrase.id).valid_from is None


@pytest.mark.row("QP-8")
class TestCycle:
    def test_when_the_period_is_over_its_keeper_gets_a_review_task(
        self, frozen, session, shop, care, listed, client, phrase
    ):
        keeper = make_agent(session, shop, name="林小满")
        made = care(review_days=30, keeper_id=str(keeper.id)).json()
        assert made["review_due_at"] > made["reviewed_at"]
        assert caring.mark_overdue(session, auth.system()) == 0
        frozen(timedelta(days=31))
        assert caring.mark_overdue(session, auth.system()) == 1
        assert caring.mark_overdue(session, auth.system()) == 0
        assert listed("due") == ["发货时间"]
        [task] = tasks_of(session, phrase)
        assert (task.assignee_agent_id, task.title) == (keeper.id, "复审快捷语 · 发货时间")

        looked = client.post(f"/api/phrases/{phrase.id}/reviews").json()
        assert looked["review_reason"] is None
        assert listed("due") == []
        [task] = tasks_of(session, phrase)
        assert task.ended
        frozen(timedelta(days=31))
        assert caring.mark_overdue(session, auth.system()) == 1

    def test_who_may_not_edit_may_not_review(self, client, phrase, acting, session, shop):
        phrase.review_reason, phrase.review_since = Changing.OVERDUE, clock.now()
        acting["actor"] = auth.Actor(
            auth.ActorKind.AGENT,
            new_id(),
            "小荷",
            frozenset({auth.Permission.PHRASES_READ}),
            frozenset({shop.id}),
        )
        assert client.post(f"/api/phrases/{phrase.id}/reviews").status_code == 403
        assert session.get(Phrase, phrase.id).review_reason is Changing.OVERDUE


class TestLinks:
    @pytest.mark.row("QP-10")
    def test_a_changed_product_puts_its_phrases_up_for_review(
        self, session, shop, care, listed, run_jobs
    ):
        boss = auth.system()
        rows = [ProductRow("P1", "龙井"), ProductRow("P2", "茶巾")]
        sku = SkuRow("P1", "S1", "50 克", 9900)
        catalog.load(session, boss, shop_id=shop.id, products=rows, skus=[sku])
        product = session.scalar(select(Product.id).where(Product.external_id == "P1"))
        care(links=[link("product", product, "龙井")])
        run_jobs()
        catalog.load(session, boss, shop_id=shop.id, products=rows, skus=[sku])
        run_jobs()
        assert listed("due") == []
        dearer = SkuRow("P1", "S1", "50 克", 10900)
        catalog.load(session, boss, shop_id=shop.id, products=rows, skus=[dearer])
        run_jobs()
        assert listed("due") == ["发货时间"]

    @pytest.mark.row("QP-12")
    def test_a_changed_courier_puts_its_phrases_up_for_review(
        self, session, shop, care, listed, run_jobs, phrase, client
    ):
        care(links=[link("logistics", "SF", "顺丰")])
        other = CourierDeskChanged(shop_id=shop.id, courier="ZTO", share=30, stopped=False)
        events.emit(session, auth.system(), other)
        run_jobs()
        assert listed("due") == []
        stopped = CourierDeskChanged(shop_id=shop.id, courier="SF", share=70, stopped=True)
        events.emit(session, auth.system(), stopped)
        run_jobs()
        assert listed("due") == ["发货时间"]
        assert session.scalars(select(PhraseLink)).one().change == "快递 SF 已停收"
        path = f"/api/phrases/{phrase.id}"
        english = client.get(path, headers={"Accept-Language": "en"}).json()["links"]
        assert [each["change"] for each in english] == ["SF takes no more parcels"]
        [told] = client.get(path, headers={"Accept-Language": "zh"}).json()["links"]
        assert told["change"] == "快递 SF 已停收"

    def test_its_task_is_in_the_language_of_whoever_keeps_it(
        self, session, shop, care, run_jobs, phrase
    ):
        keeper = make_agent(session, shop, name="Lin", locale="en")
        care(links=[link("logistics", "SF", "顺丰")], keeper_id=str(keeper.id))
        stopped = CourierDeskChanged(shop_id=shop.id, courier="SF", share=70, stopped=True)
        events.emit(session, auth.system(), stopped)
        run_jobs()
        [task] = tasks_of(session, phrase)
        assert (task.title, task.description) == (
            "Review a quick phrase · 发货时间",
            "SF takes no more parcels",
        )

    @pytest.mark.row("QP-7")
    def test_changed_hours_or_settings_of_a_channel_put_its_phrases_up_for_review(
        self, session, shop, care, listed, run_jobs, phrase, client
    ):
        care(links=[link("channel", "webchat", "网页咨询")])
        week = {str(day): [["09:00", "21:00"]] for day in range(1, 6)}
        body = {
            "shop_id": str(shop.id),
            "name": "客服时间",
            "week": week,
            "timezone": "Asia/Shanghai",
        }
        calendar = client.post("/api/calendars", json=body)
        assert calendar.status_code == 201, calendar.text
        run_jobs()
        assert listed("due") == []  # nobody is open by it yet
        path = f"/api/shops/{shop.id}/channels/webchat"
        settings = client.get(path).json() | {"open_hours": calendar.json()["id"]}
        assert client.put(path, json=settings).status_code == 200
        run_jobs()
        assert listed("due") == ["发货时间"]
        assert session.scalars(select(PhraseLink)).one().change_en == "Changed: opening hours"

        client.post(f"/api/phrases/{phrase.id}/reviews")
        assert listed("due") == []
        put = client.put(f"/api/calendars/{calendar.json()['id']}", json=body | {"name": "新时间"})
        assert put.status_code == 200, put.text
        run_jobs()
        assert listed("due") == ["发货时间"]
        assert session.scalars(select(PhraseLink)).one().change == "营业时间“新时间”有变更"

    @pytest.mark.row("QP-7")
    def test_the_report_names_what_changed_after_the_last_look(
        self, frozen, session, shop, care, client, run_jobs, phrase
    ):
        article = new_id()
        care(links=[link("policy", "returns", "退货政策"), link("article", article, "运费说明")])
        report = {"shop_id": str(shop.id)}
        ask = lambda: client.get("/api/phrase-inconsistencies", params=report).json()["items"]  # noqa: E731
        assert ask() == []
        frozen(timedelta(hours=1))
        told = PolicyActivated(
            shop_id=shop.id,
            policy_id=new_id(),
            version_id=new_id(),
            table="returns",
            number=4,
            content_hash="x",
            effective_from=clock.now().isoformat(),
        )
        events.emit(session, auth.system(), told)
        run_jobs()
        assert [(each["title"], each["link"]["change"]) for each in ask()] == [
            ("发货时间", "政策启用第 4 版")
        ]
        published = ArticlePublished(
            shop_id=shop.id, article_id=article, number=1, title="运费说明", version=2
        )
        events.emit(session, auth.system(), published)
        run_jobs()
        assert {each["link"]["kind"] for each in ask()} == {"policy", "article"}
        assert len(tasks_of(session, phrase)) == 1
        frozen(timedelta(minutes=1))
        client.post(f"/api/phrases/{phrase.id}/reviews")
        assert ask() == []


@pytest.mark.row("QP-11")
class TestPromotions:
    @pytest.fixture
    def put(self, client, shop):
        def promote(**only):
            now = clock.now()
            body = {
                "shop_id": str(shop.id),
                "code": "double12",
                "name": "双十二",
                "conditions": "会员专享",
                "starts_at": (now + timedelta(days=1)).isoformat(),
                "ends_at": (now + timedelta(days=3)).isoformat(),
            }
            return client.put("/api/promotions", json=body | only)

        return promote

    def test_start_change_and_end_ask_for_a_look_and_the_end_expires(
        self, frozen, session, put, care, listed, client, phrase
    ):
        assert put().status_code == 200
        care(links=[link("promotion", "double12", "双十二")])
        assert (promotions.look_over(session), listed("due")) == (0, [])
        frozen(timedelta(days=1, minutes=1))
        assert (promotions.look_over(session), listed("due")) == (1, ["发货时间"])
        client.post(f"/api/phrases/{phrase.id}/reviews")
        put(conditions="全店可用", starts_at=clock.now().isoformat())
        assert listed("due") == ["发货时间"]
        client.post(f"/api/phrases/{phrase.id}/reviews")
        frozen(timedelta(days=3))
        assert promotions.look_over(session) == 1
        assert (listed(), listed("expired"), listed("due")) == ([], ["发货时间"], ["发货时间"])
        told = select(EventRow.data["what"].astext).where(EventRow.kind == "PromotionChanged")
        assert list(session.scalars(told.order_by(EventRow.id))) == [
            "changed",
            "started",
            "changed",
            "ended",
        ]

    def test_one_that_ends_before_it_starts_is_refused(self, put, client, shop):
        refused = put(ends_at=clock.now().isoformat())
        assert (refused.status_code, refused.json()["code"]) == (422, "PromotionForNoTime")
        found = client.get("/api/promotions", params={"shop_id": str(shop.id)})
        assert found.json()["items"] == []


@pytest.mark.row("QP-19")
class TestOffers:
    @pytest.fixture
    def write(self, client, session):
        def post(**only):
            body = {
                "category_id": str(category(session, "discount").id),
                "title": "满额赠",
                "text": TERMS,
                "care": {
                    "conditions": "每单一条，送完为止",
                    "valid_until": (clock.now() + timedelta(days=9)).isoformat(),
                },
            }
            return client.post("/api/phrases", json=body | only)

        return post

    @pytest.mark.parametrize(
        "only", [{"text": "满 299 送茶巾"}, {"care": None}, {"care": {"conditions": "每单一条"}}]
    )
    def test_without_conditions_and_an_end_it_is_not_kept(self, write, session, only):
        refused = write(**only)
        assert (refused.status_code, refused.json()["code"]) == (422, "OfferWithoutTerms")
        assert session.scalars(select(Phrase)).all() == []

    def test_nobody_keeps_an_offer_of_their_own(self, write, client, session, shop):
        assert write(scope="personal").json()["code"] == "OffersAreShared"
        made = write().json()
        copied = client.post(f"/api/phrases/{made['id']}/copies")
        assert (copied.status_code, copied.json()["code"]) == (409, "OffersAreShared")
        assert len(session.scalars(select(Phrase)).all()) == 1

    def test_a_promotion_gives_what_is_left_out(self, write, client, shop):
        ends = clock.now() + timedelta(days=5)
        body = {
            "shop_id": str(shop.id),
            "code": "d12",
            "name": "双十二",
            "conditions": "会员专享",
            "starts_at": clock.now().isoformat(),
            "ends_at": ends.isoformat(),
        }
        client.put("/api/promotions", json=body)
        made = write(care={"links": [link("promotion", "d12", "双十二")]}).json()
        assert made["conditions"] == "会员专享"
        assert clock.now().fromisoformat(made["valid_until"]) == ends
