"""What can be promised, what runs low, and what customers asked for."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.catalog.factories import make_product, make_sku
from tests.orders.factories import make_order
from tests.workforce.factories import make_agent
from xiaoer.catalog.errors import AskedAlready
from xiaoer.catalog.models import Replenishing, Replenishment, StockAsk
from xiaoer.core.auth import Permission, system
from xiaoer.core.ids import new_id
from xiaoer.orders import service
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.tasks.models import Task, TaskState


def sold(session, shop, sku, pieces, **facts):
    line = LineRow(title="茶盘", list_cents=12800, sku_id=sku.id, quantity=pieces)
    return make_order(session, shop, lines=[line], **facts)


class TestWhatCanBePromised:
    @pytest.mark.row("STK-4")
    def test_the_warehouse_less_what_is_sold_and_kept(self, client, session, shop):
        sku = make_sku(session, shop, page=50, actual=10)
        sold(session, shop, sku, 3)
        sold(session, shop, sku, 5, status=OrderStatus.SHIPPED)
        found = client.get(f"/api/stock/{sku.id}").json()
        assert (found["page_stock"], found["actual_stock"], found["owed"]) == (50, 10, 3)
        assert found["available"] == 7

    @pytest.mark.row("STK-4")
    def test_nobody_counted_is_not_none(self, client, session, shop):
        sku = make_sku(session, shop, page=50)
        assert client.get(f"/api/stock/{sku.id}").json()["available"] is None

    @pytest.mark.row("FM2-1")
    def test_too_little_for_the_sale_and_oversold_are_listed(self, client, session, shop, frozen):
        plenty, few, none = (make_sku(session, shop, page=9, actual=n) for n in (90, 9, 1))
        for sku in (plenty, few):
            sold(session, shop, sku, 4, paid_at=frozen(timedelta()), status=OrderStatus.SHIPPED)
        sold(session, shop, none, 3, paid_at=frozen(timedelta()))
        rows = client.get(f"/api/stock/short?shop_id={shop.id}&days=7&factor=5").json()
        assert [(row["sku_id"], row["oversold"]) for row in rows] == [
            (str(none.id), True),
            (str(few.id), False),
        ]
        assert (rows[1]["available"], rows[1]["wanted"]) == (9, 20)


class TestReplenishing:
    @pytest.mark.row("STK-5")
    def test_the_safety_stock_asks_before_there_is_none(self, client, session, shop, run_jobs):
        keeper = make_agent(session, shop, roles=("warehouse",))
        sku = make_sku(session, shop, page=9, actual=30)
        client.put(f"/api/skus/{sku.id}/safety-stock", json={"pieces": 10})
        client.put(f"/api/skus/{sku.id}/stock", json={"actual_stock": 12})
        run_jobs()
        assert session.scalar(select(func.count(Replenishment.id))) == 0
        sold(session, shop, sku, 3)
        client.put(f"/api/skus/{sku.id}/stock", json={"actual_stock": 12})
        run_jobs()
        service.replenish_low(session, shop.id)
        run_jobs()
        asked = session.scalars(select(Replenishment)).one()
        assert (asked.automatic, asked.pieces, asked.state) == (True, 11, Replenishing.ASKED)
        task = session.scalars(select(Task).where(Task.kind == "replenish")).one()
        assert (task.assignee_agent_id, task.subject_id) == (keeper.id, asked.id)

    @pytest.mark.row("STK-5", "STK-6")
    def test_an_agent_asks_and_hears_when_it_comes(self, client, session, shop, run_jobs):
        sku = make_sku(session, shop, page=9, actual=0)
        body = {"sku_id": str(sku.id), "pieces": 40, "reason": "三位客户在问"}
        made = client.post("/api/replenishments", json=body).json()
        run_jobs()
        assert (made["pieces"], made["reason"], made["state"]) == (40, "三位客户在问", "asked")
        assert made["asked_by"] == "周掌柜"
        path = f"/api/replenishments/{made['id']}"
        client.put(f"{path}/arrival", json={"expected_on": "2026-12-05"})
        run_jobs()
        told = client.post(f"/api/stock/{sku.id}/asks", json={}).json()
        assert (told["expected_on"], told["replenishing"]) == ("2026-12-05", 40)
        assert session.scalars(select(Task)).one().state is TaskState.DONE
        client.post(f"{path}/receipt")
        assert client.get(f"/api/stock/{sku.id}").json()["expected_on"] is None
        (over,) = client.get(f"/api/replenishments?shop_id={shop.id}&ended=true").json()
        assert over["state"] == "arrived"

    @pytest.mark.row("STK-6")
    def test_one_request_at_a_time(self, client, session, shop, actor):
        sku = make_sku(session, shop, page=9, actual=0)
        body = {"sku_id": str(sku.id), "pieces": 40, "reason": "断货"}
        client.post("/api/replenishments", json=body)
        refused = client.post("/api/replenishments", json=body | {"pieces": 90})
        assert refused.json()["code"] == AskedAlready.__name__
        assert session.scalars(select(Replenishment)).one().pieces == 40

    def test_who_may_not_edit_the_catalogue_sets_no_arrival(
        self, client, session, shop, actor, acting
    ):
        sku = make_sku(session, shop, actual=0)
        body = {"sku_id": str(sku.id), "pieces": 4, "reason": "断货"}
        made = client.post("/api/replenishments", json=body).json()
        few = actor.permissions - {Permission.CATALOG_EDIT}
        acting["actor"] = type(actor)(**(vars(actor) | {"permissions": few}))
        path = f"/api/replenishments/{made['id']}/arrival"
        assert client.put(path, json={"expected_on": "2026-12-05"}).status_code == 403
        assert session.scalars(select(Replenishment)).one().expected_on is None


class TestWhatWasAskedFor:
    @pytest.mark.row("STK-8", "STK-9")
    def test_todays_list_with_stock_and_trend(self, client, session, shop, frozen):
        product = make_product(session, shop, title="青花盖碗")
        sku = make_sku(session, shop, product=product, page=3, actual=0)
        talk = str(new_id())
        client.post(f"/api/stock/{sku.id}/asks", json={"conversation_id": str(new_id())})
        frozen(timedelta(days=1))
        for lost in (False, True):
            client.post(
                f"/api/stock/{sku.id}/asks",
                json={"conversation_id": talk, "lost": lost, "pieces": 6},
            )
        client.post(f"/api/stock/{sku.id}/asks", json={"conversation_id": str(new_id())})
        (row,) = client.get(f"/api/stock-asked?shop_id={shop.id}").json()
        assert (row["title"], row["actual_stock"]) == ("青花盖碗", 0)
        assert (row["asks"], row["before"], row["lost"], row["lost_pieces"]) == (2, 1, 1, 6)

    def test_a_stranger_notes_nothing(self, client, session, shop, acting, actor):
        sku = make_sku(session, shop, actual=0)
        acting["actor"] = type(actor)(**(vars(actor) | {"shop_ids": frozenset()}))
        assert client.post(f"/api/stock/{sku.id}/asks", json={}).status_code == 404
        assert session.scalar(select(func.count(StockAsk.id))) == 0


class TestOwedServices:
    @pytest.mark.row("FM5-2")
    def test_an_invoice_has_a_time_and_an_owner(self, client, session, shop, frozen, run_jobs):
        keeper = make_agent(session, shop, roles=("warehouse",))
        order = make_order(session, shop)
        shop.settings = shop.settings | {"orders": {"invoice_hours": 24}}
        body = {"order_id": str(order.id), "title": "杭州某某公司", "tax_no": "91330100X"}
        assert client.post("/api/owed-services/invoices", json=body).status_code == 204
        again = client.post("/api/owed-services/invoices", json=body)
        assert again.json()["code"] == "OwedAlready"
        path = f"/api/owed-services?shop_id={shop.id}"
        (owed,) = client.get(path).json()
        assert (owed["due_at"], owed["late"]) == ("2026-11-03T02:00:00Z", False)
        task = session.scalars(select(Task)).one()
        assert (task.kind, task.assignee_agent_id) == ("owed_invoice", keeper.id)
        frozen(timedelta(hours=25))
        assert client.get(path).json()[0]["late"] is True
        client.put(f"/api/owed-services/{owed['id']}/result", json={"result": "发票 033001"})
        assert client.get(path).json() == []
        assert session.get_one(Task, task.id).state is TaskState.DONE

    @pytest.mark.row("FM5-3")
    def test_an_installation_is_due_from_the_signature(
        self, client, session, shop, actor, frozen, run_jobs
    ):
        product = make_product(session, shop, title="吊灯")
        sku = make_sku(session, shop, product=product, actual=3)
        hint = {
            "shop_id": str(shop.id),
            "product_id": str(product.id),
            "kind": "installation",
            "text": "上门安装另收 ¥80，签收后 48 小时内上门",
            "fee_cents": 8000,
            "within_hours": 48,
        }
        assert client.post("/api/risk-hints", json=hint).status_code == 201
        order = sold(session, shop, sku, 1, status=OrderStatus.IN_TRANSIT)
        run_jobs()
        service.move(session, system(), order_id=order.id, status=OrderStatus.SIGNED)
        run_jobs()
        (owed,) = client.get(f"/api/owed-services?shop_id={shop.id}").json()
        assert (owed["kind"], owed["title"]) == ("installation", "吊灯")
        assert owed["due_at"] == "2026-11-04T02:00:00Z"
        assert session.scalars(select(Task).where(Task.kind == "owed_installation")).one()
