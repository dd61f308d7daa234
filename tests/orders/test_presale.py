"""Cards, hints and recommendations before a purchase, and what remains of them afterwards."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.catalog.factories import make_product, make_sku
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.workforce.factories import make_agent
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.orders.models import HintTold, Preconfirmation, Recommendation
from xiaoer.orders.service import LineRow
from xiaoer.tasks.models import Task


@pytest.fixture
def buyer(session, shop):
    return make_customer(session, shop, channel="site", external_id="u-9")


@pytest.fixture
def kettle(session, shop):
    product = make_product(session, shop, title="电热水壶")
    product.category = "小家电"
    session.flush()
    return product


@pytest.fixture
def sku(session, shop, kettle):
    return make_sku(session, shop, product=kettle, page=9, actual=5, price_cents=12900)


def intent(buyer, sku, **more):
    told = {"customer_id": str(buyer.id), "sku_id": str(sku.id), "quantity": 2}
    return told | {"address": "杭州市西湖区 8 号"} | more


def bought(session, shop, buyer, sku):
    line = LineRow(title="电热水壶", list_cents=12800, sku_id=sku.id, quantity=1)
    now = clock.now()
    return make_order(session, shop, customer_id=buyer.id, lines=[line], placed_at=now, paid_at=now)


class TestACard:
    @pytest.mark.row("PCF-1")
    def test_says_what_where_and_how_much(self, client, buyer, sku, frozen):
        made = client.post("/api/preconfirmations", json=intent(buyer, sku)).json()
        for said in ("电热水壶", "大号", "2 件", "杭州市西湖区 8 号", "¥258.00"):
            assert said in made["message"]
        frozen(timedelta(minutes=3))
        path = f"/api/preconfirmations/{made['id']}/answer"
        told = client.put(path, json={"answer": "confirmed", "words": "确认"}).json()
        assert (told["answer"], told["answered_at"]) == ("confirmed", "2026-11-02T02:03:00Z")
        again = client.put(path, json={"answer": "corrected"}).json()
        assert again["code"] == "AnsweredAlready"

    @pytest.mark.row("PCF-2")
    def test_needs_what_its_category_needs(self, client, session, shop, buyer, sku):
        fields = {"shop_id": str(shop.id), "category": "小家电", "fields": ["电压", "插头"]}
        client.put("/api/preconfirmation-fields", json=fields)
        asked = client.get(f"/api/preconfirmation-fields?sku_id={sku.id}").json()
        assert asked == ["电压", "插头"]
        refused = client.post(
            "/api/preconfirmations", json=intent(buyer, sku, fields={"电压": "220 V"})
        )
        assert refused.json()["code"] == "CardFieldsMissing"
        assert session.scalar(select(func.count(Preconfirmation.id))) == 0
        whole = intent(buyer, sku, fields={"电压": "220 V", "插头": "国标"})
        assert "插头：国标" in client.post("/api/preconfirmations", json=whole).json()["message"]

    @pytest.mark.row("STK-4")
    def test_more_than_can_be_promised_is_refused(self, client, session, buyer, sku):
        refused = client.post("/api/preconfirmations", json=intent(buyer, sku, quantity=6))
        assert refused.json()["code"] == "NoneToPromise"
        assert session.scalar(select(func.count(Preconfirmation.id))) == 0


class TestHints:
    @pytest.mark.row("PCF-3", "PRD-1", "PRD-2")
    def test_the_card_tells_what_to_know_and_what_to_say(self, client, shop, kettle, buyer):
        words = {"features": "304 不锈钢", "precautions": "勿干烧", "policies": "七天无理由"}
        client.put(f"/api/products/{kettle.id}/card", json=words)
        hint = {"shop_id": str(shop.id), "category": "小家电", "kind": "not_returnable"}
        made = client.post("/api/risk-hints", json=hint | {"text": "通电后不支持无理由"}).json()
        card = client.get(f"/api/products/{kettle.id}/card").json()
        assert {name: card[name] for name in words} == words
        assert [each["text"] for each in card["hints"]] == ["通电后不支持无理由"]
        talk = str(new_id())
        told = {
            "customer_id": str(buyer.id),
            "product_id": str(kettle.id),
            "hint_ids": [made["id"]],
            "conversation_id": talk,
        }
        first, again = (client.post("/api/hints-told", json=told).json() for _ in range(2))
        assert first == again
        assert (first[0]["by"], first[0]["text"]) == ("周掌柜", "通电后不支持无理由")

    def test_of_another_product_is_not_told(self, client, session, shop, kettle, buyer):
        other = make_product(session, shop)
        hint = {"shop_id": str(shop.id), "product_id": str(other.id), "kind": "colour"}
        made = client.post("/api/risk-hints", json=hint | {"text": "有色差"}).json()
        told = {"customer_id": str(buyer.id), "product_id": str(kettle.id)}
        refused = client.post("/api/hints-told", json=told | {"hint_ids": [made["id"]]})
        assert refused.json()["code"] == "NothingToTell"
        assert session.scalar(select(func.count(HintTold.id))) == 0

    @pytest.mark.row("PCF-4")
    def test_a_later_dispute_shows_both(self, client, session, shop, kettle, buyer, sku, frozen):
        hint = {"shop_id": str(shop.id), "product_id": str(kettle.id), "kind": "colour"}
        made = client.post("/api/risk-hints", json=hint | {"text": "有色差"}).json()
        client.post("/api/preconfirmations", json=intent(buyer, sku))
        told = {"customer_id": str(buyer.id), "product_id": str(kettle.id)}
        client.post("/api/hints-told", json=told | {"hint_ids": [made["id"]]})
        frozen(timedelta(hours=1))
        order = bought(session, shop, buyer, sku)
        found = client.get(f"/api/orders/{order.id}/beforehand").json()
        assert [each["model"] for each in found["cards"]] == ["电热水壶"]
        assert [each["text"] for each in found["hints"]] == ["有色差"]
        other = make_order(session, shop)
        assert client.get(f"/api/orders/{other.id}/beforehand").json() == {"cards": [], "hints": []}


class TestKnowingTheProduct:
    @pytest.mark.row("PRD-4")
    def test_a_wrong_card_is_its_owners_task(self, client, session, shop, kettle, run_jobs):
        owner = make_agent(session, shop)
        words = {"owner_id": str(owner.id), "review_on": "2026-10-01", "features": "1.5 升"}
        assert client.put(f"/api/products/{kettle.id}/card", json=words).json()["due"] is True
        client.post(f"/api/products/{kettle.id}/doubts", json={"words": "实际是 1.7 升"})
        run_jobs()
        task = session.scalars(select(Task)).one()
        assert (task.assignee_agent_id, task.description) == (owner.id, "实际是 1.7 升")

    @pytest.mark.row("PRD-3")
    def test_is_found_by_what_its_card_says(self, client, session, kettle, sku):
        client.put(f"/api/products/{kettle.id}/card", json={"usage": "煮粥请选慢炖档"})
        for asked in ("水壶", "慢炖", "大号"):
            found = client.get("/api/products", params={"q": asked}).json()["items"]
            assert [each["id"] for each in found] == [str(kettle.id)], asked
        assert client.get("/api/products", params={"q": "洗衣机"}).json()["items"] == []

    @pytest.mark.row("PRD-5")
    def test_what_was_recommended_is_counted_when_bought(
        self, client, session, shop, buyer, sku, frozen
    ):
        told = {"customer_id": str(buyer.id), "sku_id": str(sku.id), "need": "宿舍用，¥150 以内"}
        assert client.post("/api/recommendations", json=told).status_code == 204
        since = clock.now() - timedelta(hours=1)
        frozen(timedelta(days=2))
        until = clock.now().isoformat()
        asked = {"shop_id": str(shop.id), "since": since.isoformat(), "until": until}
        (row,) = client.get("/api/recommendations", params=asked).json()
        assert (row["recommended"], row["bought"]) == (1, 0)
        bought(session, shop, buyer, sku)
        (row,) = client.get("/api/recommendations", params=asked).json()
        assert (row["bought"], row["cents"]) == (1, 12800)

    @pytest.mark.row("PRD-5")
    def test_goods_are_filtered_by_budget_and_stock(self, client, session, shop, kettle, sku):
        dear = make_sku(session, shop, product=kettle, actual=9, price_cents=50000)
        none = make_sku(session, shop, product=kettle, actual=0, price_cents=9900)
        asked = {"q": "水壶", "most_cents": 20000, "in_stock": True}
        (found,) = client.get("/api/products", params=asked).json()["items"]
        assert [each["id"] for each in found["skus"]] == [str(sku.id)]
        assert str(dear.id) not in str(found)
        assert str(none.id) not in str(found)

    @pytest.mark.row("PRD-6")
    def test_what_is_not_there_is_not_recommended(self, client, session, buyer, kettle, shop):
        none = make_sku(session, shop, product=kettle, page=9, actual=0)
        told = {"customer_id": str(buyer.id), "sku_id": str(none.id)}
        assert client.post("/api/recommendations", json=told).json()["code"] == "NoneToPromise"
        assert session.scalar(select(func.count(Recommendation.id))) == 0
