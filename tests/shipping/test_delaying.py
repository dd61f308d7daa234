"""Delays: foreseen or missed, told, answered, paid for, followed until shipped."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.payments.conftest import paid_by
from tests.shipping.factories import packed, scan
from tests.workforce.factories import make_agent
from xiaoer.aftersales.models import Case, CaseKind, Reason
from xiaoer.core import clock
from xiaoer.core.auth import Permission, system
from xiaoer.core.events import EventRow
from xiaoer.notices.models import Notice
from xiaoer.orders import queries as orders
from xiaoer.payments.models import InstrumentKind
from xiaoer.payments.service import InstrumentRow, instruments
from xiaoer.promises import service as promises
from xiaoer.shipping import queries, service
from xiaoer.shipping.errors import DelayReasonNeeded
from xiaoer.shipping.models import Cause, DelayAnswer, ShipDelay, ShipWatch, Threat
from xiaoer.shipping.service import delaying
from xiaoer.tasks.models import Task, TaskState
from xiaoer.workforce.models import Group, GroupMember


@pytest.fixture
def carers(session, shop):
    """A group of people who care for customers."""
    group, agent = Group(name="售后组"), make_agent(session, shop, roles=["reception"])
    session.add(group)
    session.flush()
    session.add(GroupMember(group_id=group.id, agent_id=agent.id))
    session.flush()
    return group


def late_order(session, shop, *, hours=50, **facts):
    """Paid by wallet so long ago, owed, and known to the watch since it was paid."""
    buyer = make_customer(session, shop, channel="site", external_id=f"u-{hours}")
    wallet = InstrumentRow(
        customer_id=buyer.id,
        kind=InstrumentKind.WALLET,
        external_id=f"wechat_{hours}",
        currency="CNY",
        label="微信支付",
    )
    instruments.load(session, system(), shop_id=shop.id, rows=[wallet])
    paid = {"facts": paid_by((f"wechat_{hours}", 12800)), "customer_id": buyer.id}
    order = make_order(session, shop, paid_at=clock.now(), **(paid | facts))
    service.watch(session, shop.id, [order.id])
    return order


def pass_hours(session, frozen, run_jobs, hours):
    frozen(timedelta(hours=hours))
    while promises.fire_due(session).full:
        pass
    run_jobs()


def delay_of(session, order):
    return session.scalars(
        select(ShipDelay).where(ShipDelay.order_id == order.id),
        execution_options={"populate_existing": True},
    ).one()


def tell(session, actor, shop, order, cause=Cause.COURIER):
    return service.tell(
        session,
        actor,
        shop_id=shop.id,
        order_ids=[order.id],
        cause=cause,
        reason="快递停运",
        expected_at=clock.now() + timedelta(hours=30),
    )


class TestForeseen:
    @pytest.mark.row("SHP-3")
    def test_customers_are_to_be_warned_in_one_task(
        self, session, shop, actor, carers, frozen, run_jobs
    ):
        made = [late_order(session, shop, hours=each) for each in (1, 2, 3)]
        run_jobs()
        frozen(timedelta(hours=1))
        service.set_courier(session, actor, shop_id=shop.id, courier="", stopped=True)
        assert service.predict(session, shop.id) == 3
        run_jobs()
        tasks = session.scalars(select(Task).where(Task.kind == delaying.FORESEEN)).all()
        assert [(each.assignee_group_id, each.state) for each in tasks] == [
            (carers.id, TaskState.OPEN)
        ]
        found = [delay_of(session, order) for order in made]
        assert {(each.threat, each.task_id) for each in found} == {
            (Threat.COURIER_STOPPED, tasks[0].id)
        }
        for order in made:
            tell(session, actor, shop, order)
        session.refresh(tasks[0])
        assert tasks[0].state is TaskState.DONE


class TestTelling:
    @pytest.mark.row("SHP-4")
    def test_reason_and_new_time_are_said_and_kept(self, session, shop, actor, frozen, run_jobs):
        order = late_order(session, shop)
        done = tell(session, actor, shop, order)
        notice = session.get_one(Notice, done.told[0].notice_id)
        assert order.order_no in notice.text
        assert "快递停运" in notice.text
        assert "11月3日 16:00" in notice.text
        delay = delay_of(session, order)
        assert (delay.reason, delay.told_by, delay.cause) == ("快递停运", "周掌柜", Cause.COURIER)
        told = select(EventRow).where(EventRow.kind == "DelayTold")
        assert session.scalars(told).one().subject_id == order.id

    def test_without_a_reason_or_in_the_past_nothing_is_told(self, session, shop, actor, frozen):
        order = late_order(session, shop)
        for words, hours in (("", 3), ("缺货", -1)):
            with pytest.raises(DelayReasonNeeded):
                service.tell(
                    session,
                    actor,
                    shop_id=shop.id,
                    order_ids=[order.id],
                    cause=Cause.MERCHANT,
                    reason=words,
                    expected_at=clock.now() + timedelta(hours=hours),
                )
        assert session.scalar(select(func.count()).select_from(Notice)) == 0

    def test_who_cannot_be_told_is_named(self, session, shop, actor, frozen):
        order = make_order(session, shop, paid_at=clock.now())
        service.watch(session, shop.id, [order.id])
        assert tell(session, actor, shop, order).unreached == {order.id: "订单没有关联顾客"}


class TestOwnFault:
    @pytest.mark.row("SHP-7")
    @pytest.mark.row("SHP-8")
    def test_a_delay_of_the_shops_own_is_paid_for_at_once(
        self, session, shop, actor, carers, frozen, run_jobs
    ):
        order = late_order(session, shop)
        pass_hours(session, frozen, run_jobs, 49)
        delay = delay_of(session, order)
        assert delay.missed_at is not None
        assert session.scalar(select(func.count()).select_from(Case)) == 0
        service.blame(session, actor, delay_id=delay.id, cause=Cause.MERCHANT)
        run_jobs()
        case = session.scalars(select(Case)).one()
        assert (case.kind, case.reason) == (CaseKind.COMPENSATION, Reason.LATE_SHIP)
        assert case.requested_cents == 640  # 5 % of 128.00
        assert delay_of(session, order).compensated_cents == 640
        assert session.get_one(ShipWatch, order.id).cause is Cause.MERCHANT
        service.blame(session, actor, delay_id=delay.id, cause=Cause.MERCHANT)
        run_jobs()
        assert session.scalar(select(func.count()).select_from(Case)) == 1

    @pytest.mark.row("SHP-8")
    def test_a_couriers_delay_is_not(self, session, shop, actor, frozen, run_jobs):
        order = late_order(session, shop)
        pass_hours(session, frozen, run_jobs, 49)
        service.blame(session, actor, delay_id=delay_of(session, order).id, cause=Cause.COURIER)
        run_jobs()
        assert session.scalar(select(func.count()).select_from(Case)) == 0
        since = clock.now() - timedelta(days=5)
        asked = {"shop_id": shop.id, "since": since, "until": clock.now(), "now": clock.now()}
        (row,) = queries.indicators(session, actor, **asked, by=queries.By.WAREHOUSE)
        assert (row.overdue, row.own_fault) == (1, 0)


class TestAnswers:
    @pytest.mark.row("SHP-5")
    def test_the_money_back_is_asked_for_in_after_sales(
        self, session, shop, actor, frozen, run_jobs
    ):
        order = late_order(session, shop)
        tell(session, actor, shop, order)
        service.record(
            session,
            actor,
            delay_id=delay_of(session, order).id,
            answer=DelayAnswer.REFUND,
            opinion="等不了，周末要用",
        )
        run_jobs()
        case = session.scalars(select(Case)).one()
        assert (case.kind, case.reason_text) == (CaseKind.REFUND_ONLY, "等不了，周末要用")
        delay = delay_of(session, order)
        assert (delay.outcome, delay.case_id) == ("done", case.id)

    @pytest.mark.row("SHP-5")
    @pytest.mark.parametrize("answer", [DelayAnswer.WAIT, DelayAnswer.PARTIAL])
    def test_waiting_or_a_part_is_remarked_for_the_warehouse(
        self, session, shop, actor, frozen, answer
    ):
        order = late_order(session, shop)
        tell(session, actor, shop, order)
        delay = delay_of(session, order)
        service.record(session, actor, delay_id=delay.id, answer=answer, solution="周三前发")
        assert "周三前发" in orders.remarks(session, order.id)[0].text
        assert delay.outcome == "done"

    @pytest.mark.row("SHP-5")
    def test_what_cannot_be_done_is_said(self, session, shop, actor, frozen, run_jobs):
        order = late_order(session, shop)
        tell(session, actor, shop, order)
        delay = delay_of(session, order)
        service.record(session, actor, delay_id=delay.id, answer=DelayAnswer.REFUND)
        run_jobs()
        other = late_order(session, shop, hours=7)
        tell(session, actor, shop, other)
        service.record(
            session, actor, delay_id=delay_of(session, other).id, answer=DelayAnswer.SWAP, others=[]
        )
        run_jobs()
        assert delay_of(session, other).outcome not in ("", "done")


@pytest.mark.row("SHP-6")
def test_a_delay_is_followed_until_the_courier_scans(
    session, shop, actor, carers, frozen, run_jobs
):
    order = late_order(session, shop)
    pass_hours(session, frozen, run_jobs, 49)
    service.pack(
        session,
        actor,
        shop_id=shop.id,
        labels=[service.Label(order.order_no, "yto", "YT1234567890123")],
    )
    assert delay_of(session, order).ended_at is None
    service.take(
        session, actor, shop_id=shop.id, scans=[scan("YT1234567890123", "103", clock.now())]
    )
    assert delay_of(session, order).ended_why == "shipped"
    task = session.scalars(select(Task).where(Task.kind == delaying.LATE)).one()
    assert task.state is TaskState.DONE


class TestFigures:
    @pytest.mark.row("PCK-1")
    @pytest.mark.row("SHP-10")
    def test_picked_up_within_a_day_of_payment(self, session, shop, actor, frozen):
        start = clock.now()
        for place, hours in enumerate((10, 24, 25)):
            number = f"YT{place:013}"
            packed(session, actor, shop, number=number)
            at = start + timedelta(hours=hours)
            service.take(session, actor, shop_id=shop.id, scans=[scan(number, "103", at)])
        make_order(session, shop, paid_at=start)
        service.catch_up(session, shop.id)
        frozen(timedelta(hours=49))
        asked = {"since": start - timedelta(days=1), "until": clock.now(), "now": clock.now()}
        for by in queries.By:
            rows = queries.indicators(session, actor, shop_id=shop.id, by=by, **asked)
            assert sum(row.due for row in rows) == 4
            assert sum(row.picked_24h for row in rows) == 2
            assert sum(row.overdue for row in rows) == 1
            assert all(row.shipped_in_time <= row.ripe <= row.due for row in rows)
        names = {row.name for row in queries.indicators(
            session, actor, shop_id=shop.id, by=queries.By.COURIER, **asked
        )}  # fmt: skip
        assert names == {"", "yto"}

    @pytest.mark.row("SHP-9")
    def test_what_delays_cost(self, session, shop, actor, carers, frozen, run_jobs, client):
        order = late_order(session, shop)
        pass_hours(session, frozen, run_jobs, 49)
        delay = delay_of(session, order)
        service.blame(session, actor, delay_id=delay.id, cause=Cause.MERCHANT)
        run_jobs()
        asked = {
            "shop_id": shop.id,
            "since": (clock.now() - timedelta(days=7)).isoformat(),
            "until": (clock.now() + timedelta(days=1)).isoformat(),
        }
        (row,) = client.get("/api/shipping/compensations", params=asked).json()
        assert (row["cause"], row["product"], row["cents"]) == ("merchant", "龙井茶 250 克", 640)


class TestWire:
    def test_listed_told_and_answered(
        self, client, session, shop, actor, frozen, run_jobs, acting, count_statements
    ):
        order = late_order(session, shop)
        body = {
            "shop_id": str(shop.id),
            "order_ids": [str(order.id)],
            "cause": "courier",
            "reason": "暴雪",
            "expected_at": (clock.now() + timedelta(days=2)).isoformat(),
        }
        assert client.post("/api/shipping/delays/notices", json=body).json()["told"] == 1
        with count_statements(session) as seen:
            page = client.get("/api/shipping/delays", params={"shop_id": shop.id}).json()
        assert len(seen) == 1
        (item,) = page["items"]
        assert (item["order_no"], item["reason"]) == (order.order_no, "暴雪")
        path = f"/api/shipping/delays/{item['id']}/answer"
        assert client.put(path, json={"answer": "wait"}).status_code == 204
        acting["actor"] = replace(actor, permissions=frozenset({Permission.SHIPPING_READ}))
        assert client.put(path, json={"answer": "refund"}).status_code == 403
        acting["actor"] = replace(actor, shop_ids=frozenset())
        assert client.put(path, json={"answer": "refund"}).status_code == 404
        assert delay_of(session, order).answer is DelayAnswer.WAIT
