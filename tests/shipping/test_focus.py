"""What to look at first, and orders that goods are missing for."""

from datetime import timedelta

import pytest

from tests.catalog.factories import make_sku
from tests.orders.factories import make_order
from tests.shipping.factories import packed, scan
from tests.workforce.factories import make_agent
from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.promises import service as promises
from xiaoer.shipping import service


class TestTheFocusList:
    @pytest.mark.row("ORD-5")
    def test_not_shipped_not_moving_not_signed_by_risk(
        self, client, session, shop, actor, frozen, run_jobs
    ):
        waiting = make_order(session, shop, order_no="A", paid_at=clock.now())
        still = packed(session, actor, shop, number="YT1", order_no="B")
        there = packed(session, actor, shop, number="YT2", order_no="C")
        calm = packed(session, actor, shop, number="YT3", order_no="D")
        run_jobs()
        told = [scan("YT1", "103", clock.now()), scan("YT2", "103", clock.now())]
        told += [scan("YT2", "5", clock.now() + timedelta(minutes=1))]
        told += [scan("YT3", "103", clock.now()), scan("YT3", "3", clock.now())]
        service.take(session, actor, shop_id=shop.id, scans=told)
        frozen(timedelta(hours=200))
        promises.fire_due(session)
        run_jobs()
        while service.find_silent(session):
            pass
        rows = client.get(f"/api/shipping/focus?shop_id={shop.id}").json()
        assert [(row["order_id"], row["risk"]) for row in rows] == [
            (str(waiting.id), "not_shipped"),
            (str(still.id), "not_moving"),
            (str(there.id), "not_signed"),
        ]
        assert str(calm.id) not in {row["order_id"] for row in rows}

    @pytest.mark.row("ORD-5")
    def test_one_statement_however_many(
        self, client, session, shop, frozen, run_jobs, count_statements
    ):
        for number in range(12):
            make_order(session, shop, order_no=f"N{number}", paid_at=clock.now())
        run_jobs()
        frozen(timedelta(hours=60))
        promises.fire_due(session)
        run_jobs()
        with count_statements(session) as seen:
            rows = client.get(f"/api/shipping/focus?shop_id={shop.id}").json()
        assert len(rows) == 12
        assert len(seen) <= 2


class TestMissingGoods:
    @pytest.mark.row("STK-7")
    def test_are_listed_with_what_they_cost_and_a_task(
        self, client, session, shop, actor, frozen, run_jobs
    ):
        keeper = make_agent(session, shop, roles=("reception",))
        sku = make_sku(session, shop, page=9, actual=0)
        line = LineRow(title="茶盘", list_cents=12800, sku_id=sku.id, quantity=1)
        made = [
            make_order(session, shop, order_no=n, lines=[line], paid_at=clock.now()) for n in "AB"
        ]
        run_jobs()
        frozen(timedelta(hours=2))
        service.predict(session, shop.id)
        run_jobs()
        orders.move(session, system(), order_id=made[1].id, status=OrderStatus.CANCELLED)
        run_jobs()
        rows = client.get(f"/api/shipping/short?shop_id={shop.id}").json()
        told = {row["order_no"]: row for row in rows}
        assert told["A"]["loss"] == "delayed_shipment"
        assert told["B"]["loss"] == "lost_order"
        assert told["A"]["goods"].startswith("茶盘")
        task = client.get(f"/api/tasks/{told['A']['task_id']}").json()
        assert task["assignee"]["id"] == str(keeper.id)
