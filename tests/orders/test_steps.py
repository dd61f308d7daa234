"""What is asked of customers between ordering and delivery."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.customers.factories import make_customer
from tests.orders.factories import make_order, make_row
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock
from xiaoer.core.auth import ActorKind, Permission, system
from xiaoer.customers import service as customers
from xiaoer.customers.service import AddressRow
from xiaoer.notices.models import Notice
from xiaoer.orders import queries, service
from xiaoer.orders.errors import CheckSettled, NudgeRefused, RatingNotFit
from xiaoer.orders.models import (
    CallOutcome,
    CheckKind,
    CheckState,
    Nudge,
    Order,
    OrderCheck,
    OrderStatus,
    RefusalCause,
    RemarkType,
    UnpaidWhy,
)
from xiaoer.orders.service import LineRow, rating
from xiaoer.promises import service as promises
from xiaoer.tasks.models import Task, TaskState


def configure(session, shop, **told):
    shop.settings = shop.settings | {"orders": shop.settings.get("orders", {}) | told}
    session.flush()


def buyer_of(session, shop, name="u-1", addresses=0):
    made = make_customer(session, shop, channel="site", external_id=name)
    for place in range(addresses):
        home = AddressRow(receiver="沈", phone="138", region="浙江省", street=f"{place} 号")
        customers.add_address(session, system(), made.id, home)
    return made


def order_of(session, shop, **facts):
    """An order of a customer, as an import brings it."""
    usual = {
        "paid_at": clock.now(),
        "receiver_name": "沈小姐",
        "receiver_phone": "13812345678",
        "receiver_address": "浙江省杭州市西湖区 8 号",
    }
    if "customer_id" not in facts:
        usual["customer_id"] = buyer_of(session, shop).id
    return make_order(session, shop, **(usual | facts))


def check_of(session, order, kind=CheckKind.ADDRESS):
    return session.scalars(
        select(OrderCheck).where(OrderCheck.order_id == order.id, OrderCheck.kind == kind),
        execution_options={"populate_existing": True},
    ).one()


def pass_time(session, frozen, run_jobs, **time):
    frozen(timedelta(**time))
    while promises.fire_due(session).full:
        pass
    run_jobs()


class TestAddresses:
    @pytest.fixture(autouse=True)
    def asked(self, session, shop):
        configure(session, shop, address_check=True, couriers=["顺丰", "圆通"])

    @pytest.mark.row("ADR-1")
    @pytest.mark.row("ADR-6")
    def test_after_payment_the_customer_reads_everything_to_confirm(
        self, session, shop, frozen, run_jobs
    ):
        order = order_of(session, shop)
        run_jobs()
        notice = session.scalars(select(Notice)).one()
        for told in ("沈小姐", "13812345678", "西湖区 8 号", "龙井茶 250 克", "顺丰、圆通"):
            assert told in notice.text
        assert check_of(session, order).notice_id == notice.id
        service.ask_address(session, order.id)
        assert session.scalar(select(func.count()).select_from(OrderCheck)) == 1

    def test_history_is_not_asked_about(self, session, shop, frozen, run_jobs):
        order_of(session, shop, paid_at=clock.now() - timedelta(days=3))
        order_of(session, shop, status=OrderStatus.SHIPPED, order_no="s", customer_id=None)
        run_jobs()
        assert session.scalar(select(func.count()).select_from(OrderCheck)) == 0

    @pytest.mark.row("ADR-3")
    @pytest.mark.row("ADR-7")
    def test_one_tap_confirms_with_the_usual_courier(self, session, shop, actor, frozen, run_jobs):
        order = order_of(session, shop)
        run_jobs()
        frozen(timedelta(minutes=5))
        buyer = replace(
            actor, kind=ActorKind.CUSTOMER, id=order.customer_id, permissions=frozenset()
        )
        service.answer_address(session, buyer, order_id=order.id)
        check = check_of(session, order)
        assert (check.state, check.settled_at) == (CheckState.CONFIRMED, clock.now())
        assert (check.courier, check.courier_chosen) == ("顺丰", False)
        with pytest.raises(CheckSettled):
            service.answer_address(session, buyer, order_id=order.id)

    @pytest.mark.row("ADR-5")
    @pytest.mark.row("ADR-6")
    def test_a_correction_changes_the_order_and_is_remarked(
        self, client, session, shop, frozen, run_jobs
    ):
        order = order_of(session, shop)
        run_jobs()
        body = {"address": "浙江省杭州市滨江区 9 号", "courier": "圆通"}
        assert client.put(f"/api/order-steps/addresses/{order.id}", json=body).status_code == 204
        order = session.get_one(Order, order.id)
        assert order.receiver_address == "浙江省杭州市滨江区 9 号"
        (remark,) = queries.remarks(session, order.id)
        assert (remark.type, "西湖区 8 号" in remark.old_value) == (RemarkType.ADDRESS, True)
        check = check_of(session, order)
        assert (check.state, check.courier, check.courier_chosen) == ("changed", "圆通", True)

    @pytest.mark.row("ADR-8")
    def test_only_couriers_of_the_shop_can_be_chosen(self, client, session, shop, frozen, run_jobs):
        order = order_of(session, shop)
        run_jobs()
        answer = client.put(f"/api/order-steps/addresses/{order.id}", json={"courier": "德邦"})
        assert (answer.status_code, answer.json()["code"]) == (422, "CourierNotOffered")
        assert check_of(session, order).state is CheckState.OPEN

    @pytest.mark.row("ADR-2")
    def test_several_addresses_are_flagged_and_stand_first(
        self, client, session, shop, frozen, run_jobs
    ):
        one = order_of(session, shop)
        buyer = buyer_of(session, shop, "u-2", addresses=2)
        frozen(timedelta(minutes=1))
        many = order_of(session, shop, customer_id=buyer.id, order_no="many")
        run_jobs()
        listed = client.get("/api/order-steps/addresses", params={"shop_id": shop.id}).json()
        assert {each["receiver_phone"] for each in listed} == {"138****5678"}
        assert "沈小姐" not in {each["receiver_name"] for each in listed}
        assert [(each["order_id"], each["several"]) for each in listed] == [
            (str(many.id), True),
            (str(one.id), False),
        ]

    @pytest.mark.row("ADR-4")
    @pytest.mark.parametrize(
        ("rule", "state", "held", "calls"),
        [("ship", "unanswered", 0, 0), ("hold", "held", 1, 0), ("call", "held", 1, 1)],
    )
    def test_no_answer_follows_the_shops_rule(
        self, session, shop, frozen, run_jobs, rule, state, held, calls
    ):
        configure(session, shop, no_answer=rule, answer_hours=3)
        order = order_of(session, shop)
        run_jobs()
        pass_time(session, frozen, run_jobs, hours=2)
        assert check_of(session, order).state is CheckState.OPEN
        pass_time(session, frozen, run_jobs, hours=2)
        assert check_of(session, order).state == state
        assert len(service.held_back(session, [order.id])) == held
        tasks = select(func.count()).where(Task.kind == "address_call")
        assert session.scalar(tasks) == calls

    @pytest.mark.row("ADR-9")
    def test_wrong_addresses_are_counted_with_and_without_the_question(
        self, session, shop, actor, frozen, run_jobs
    ):
        order = order_of(session, shop)
        run_jobs()
        service.answer_address(session, actor, order_id=order.id)
        session.get_one(Order, order.id).shipped_at = clock.now()
        astray = order_of(
            session, shop, customer_id=None, order_no="x", status=OrderStatus.SHIPPED,
            shipped_at=clock.now(), facts={"wrong_address": True},
        )  # fmt: skip
        session.flush()
        since, until = clock.now() - timedelta(days=1), clock.now() + timedelta(days=1)
        rows = queries.astray(session, actor, shop_id=shop.id, since=since, until=until)
        assert [tuple(row) for row in rows] == [("confirmed", 1, 0), ("not_asked", 1, 1)]
        assert astray.id


class TestCod:
    def cod(self, session, shop, **facts):
        told = {"facts": {"cod": True}, "paid_at": None, "status": OrderStatus.UNPAID}
        return order_of(session, shop, **(told | {"paid_cents": 0} | facts))

    @pytest.mark.row("COD-1")
    def test_it_waits_for_a_call_and_is_held(self, client, session, shop, frozen, run_jobs):
        order = self.cod(session, shop)
        run_jobs()
        listed = client.get("/api/order-steps/cod", params={"shop_id": shop.id}).json()
        assert [each["order_id"] for each in listed] == [str(order.id)]
        assert "*" in listed[0]["receiver_phone"]  # nobody's number lies in a list
        counts = client.get("/api/order-steps/counts", params={"shop_id": shop.id}).json()
        assert (counts["cod"], counts["unpaid"]) == (1, 0)
        assert service.held_back(session, [order.id]) == {order.id: CheckKind.COD}
        task = session.scalars(select(Task).where(Task.kind == "cod_call")).one()
        assert (task.subject_id, task.due_at) == (order.id, clock.now() + timedelta(hours=1))

    @pytest.mark.row("COD-2")
    def test_both_prices_are_shown(self, client, session, shop, frozen, run_jobs):
        configure(session, shop, cod_fee_cents=1500)
        self.cod(session, shop)
        run_jobs()
        (each,) = client.get("/api/order-steps/cod", params={"shop_id": shop.id}).json()
        assert (each["online_cents"], each["cod_cents"]) == (12800, 14300)

    @pytest.mark.row("COD-3")
    @pytest.mark.row("COD-4")
    def test_kept_by_a_logged_call_releases_the_order(
        self, client, session, shop, frozen, run_jobs
    ):
        order = self.cod(session, shop)
        run_jobs()
        path = f"/api/order-steps/cod/{order.id}/calls"
        assert client.post(path, json={"outcome": "kept"}).status_code == 422  # how long it took
        assert check_of(session, order, CheckKind.COD).state is CheckState.OPEN
        assert client.post(path, json={"outcome": "kept", "seconds": 75}).status_code == 204
        assert service.held_back(session, [order.id]) == {}
        task = session.scalars(select(Task).where(Task.kind == "cod_call")).one()
        session.refresh(task)
        assert task.state is TaskState.DONE

    @pytest.mark.row("COD-4")
    def test_who_will_pay_online_is_guided_and_the_orders_are_linked(
        self, session, shop, actor, frozen, run_jobs
    ):
        order = self.cod(session, shop)
        run_jobs()
        service.log_call(
            session,
            actor,
            order_id=order.id,
            outcome=CallOutcome.ONLINE,
            seconds=40,
            new_order_no="N-1",
        )
        assert session.get_one(Order, order.id).status == OrderStatus.CANCELLED
        assert check_of(session, order, CheckKind.COD).facts["new_order_no"] == "N-1"
        codes = session.scalars(select(Notice.template_code)).all()
        assert codes == ["cod_online"]

    @pytest.mark.row("COD-4")
    def test_unreachable_is_called_again_and_closed_in_the_end(
        self, session, shop, actor, frozen, run_jobs
    ):
        order = self.cod(session, shop)
        run_jobs()
        for hours in (2, 6, 0):
            service.log_call(
                session, actor, order_id=order.id, outcome=CallOutcome.UNREACHABLE, seconds=0
            )
            if hours:
                due = check_of(session, order, CheckKind.COD).due_at
                assert due == clock.now() + timedelta(hours=hours)
            frozen(timedelta(hours=hours))
        assert session.get_one(Order, order.id).status == OrderStatus.CANCELLED

    @pytest.mark.row("COD-6")
    def test_who_feels_deceived_is_counted_apart(self, client, session, shop, frozen, run_jobs):
        called = self.cod(session, shop)
        plain = order_of(session, shop, order_no="plain", customer_id=None)
        run_jobs()
        path = f"/api/order-steps/cod/{called.id}/complaint"
        assert client.post(path, json={"words": "说好 128，收我 136，骗人"}).status_code == 204
        again = client.post(path, json={"words": "又来"})
        other = client.post(f"/api/order-steps/cod/{plain.id}/complaint", json={"words": "?"})
        assert [each.json()["code"] for each in (again, other)] == ["NoCodComplaint"] * 2
        [task] = session.scalars(select(Task).where(Task.kind == "cod_complaint"))
        assert (task.subject_id, task.description) == (called.id, "说好 128，收我 136，骗人")
        asked = {
            "shop_id": shop.id,
            "since": (clock.now() - timedelta(days=1)).isoformat(),
            "until": (clock.now() + timedelta(days=1)).isoformat(),
        }
        told = client.get("/api/order-steps/cod/report", params=asked).json()
        assert (told["deceived"], told["deceived_called"], told["refused"]) == (1, 0, 0)

    @pytest.mark.row("COD-5")
    @pytest.mark.row("COD-7")
    @pytest.mark.row("COD-8")
    def test_refusals_exceptions_and_costs(self, client, session, shop, actor, frozen, run_jobs):
        configure(session, shop, cod_call_cents=20)
        called, silent = (
            self.cod(session, shop),
            self.cod(session, shop, order_no="silent", customer_id=None),
        )
        run_jobs()
        service.log_call(session, actor, order_id=called.id, outcome=CallOutcome.KEPT, seconds=90)
        for order in (called, silent):
            session.get_one(Order, order.id).shipped_at = clock.now()
        session.flush()
        service.refused(
            session,
            actor,
            order_id=silent.id,
            cause=RefusalCause.PRICE_SURPRISE,
            freight_cents=1200,
        )
        asked = {
            "shop_id": shop.id,
            "since": (clock.now() - timedelta(days=1)).isoformat(),
            "until": (clock.now() + timedelta(days=1)).isoformat(),
        }
        told = client.get("/api/order-steps/cod/report", params=asked).json()
        assert (told["refused"], told["refused_confirmed"], told["freight_cents"]) == (1, 0, 1200)
        assert (told["calls"], told["call_cents"], told["unconfirmed_sent"]) == (1, 30, 1)
        path = "/api/order-steps/cod/exceptions"
        listed = client.get(path, params={"shop_id": shop.id}).json()
        assert [each["order_no"] for each in listed] == ["silent"]

    @pytest.mark.row("COD-7")
    def test_a_shop_may_do_without_calls(self, session, shop, frozen, run_jobs):
        configure(session, shop, cod_call=False)
        order = self.cod(session, shop)
        run_jobs()
        assert service.held_back(session, [order.id]) == {}


class TestUnpaid:
    def unpaid(self, session, shop, **facts):
        told = {"paid_at": None, "status": OrderStatus.UNPAID, "placed_at": clock.now()}
        return order_of(session, shop, **(told | {"paid_cents": 0} | facts))

    def sku(self, session, shop, stock=5):
        product = Product(shop_id=shop.id, external_id="p", title="龙井")
        session.add(product)
        session.flush()
        sku = Sku(
            shop_id=shop.id,
            product_id=product.id,
            external_id="s",
            price_cents=1,
            currency="CNY",
            actual_stock=stock,
            actual_synced_at=clock.now(),
        )
        session.add(sku)
        session.flush()
        return [LineRow(title="龙井", list_cents=12800, sku_id=sku.id)]

    @pytest.mark.row("UNP-1")
    def test_listed_with_age_amount_stock_and_the_cutoff(self, client, session, shop, frozen):
        lines = self.sku(session, shop)
        order = self.unpaid(session, shop, lines=lines)
        told = client.get("/api/order-steps/unpaid", params={"shop_id": shop.id}).json()
        (each,) = told["items"]
        assert (each["id"], each["cents"], each["stock"]) == (str(order.id), 12800, 5)
        assert told["cutoff_at"] == "2026-11-02T16:00:00+08:00"

    @pytest.mark.row("UNP-2")
    @pytest.mark.row("UNP-5")
    def test_paying_now_means_shipping_today(self, session, shop, actor, frozen):
        order = self.unpaid(session, shop)
        service.classify(session, actor, order_id=order.id, why=UnpaidWhy.FORGOT)
        made = service.nudge(session, actor, order_id=order.id)
        text = session.get_one(Notice, made.notice_id).text
        assert "16:00 截单" in text
        frozen(timedelta(hours=7))
        with pytest.raises(NudgeRefused):
            service.nudge(session, actor, order_id=order.id)
        assert session.scalar(select(func.count()).select_from(Nudge)) == 1

    @pytest.mark.row("UNP-2")
    def test_without_stock_it_would_be_untrue(self, session, shop, actor, frozen):
        order = self.unpaid(session, shop, lines=self.sku(session, shop, stock=0))
        with pytest.raises(NudgeRefused):
            service.nudge(session, actor, order_id=order.id)

    @pytest.mark.row("UNP-3")
    @pytest.mark.row("UNP-4")
    def test_a_duplicate_is_found_by_itself(self, client, session, shop, actor, frozen):
        lines = self.sku(session, shop)
        buyer = buyer_of(session, shop)
        order_of(session, shop, order_no="paid", lines=lines, customer_id=buyer.id)
        twin = self.unpaid(session, shop, order_no="twin", lines=lines, customer_id=buyer.id)
        (each,) = client.get("/api/order-steps/unpaid", params={"shop_id": shop.id}).json()["items"]
        assert (each["why"], each["paid_twin"]) == ("duplicate", "paid")
        with pytest.raises(NudgeRefused):
            service.nudge(session, actor, order_id=twin.id)
        path = f"/api/order-steps/unpaid/{twin.id}/why"
        assert client.put(path, json={"why": "impulse"}).status_code == 204
        assert queries.unpaid_one(session, session.get_one(Order, twin.id)).why == "impulse"

    @pytest.mark.row("UNP-6")
    def test_closed_with_a_reason_the_customer_reads(self, client, session, shop, frozen):
        order = self.unpaid(session, shop)
        path = f"/api/order-steps/unpaid/{order.id}/closing"
        assert client.put(path, json={"reason": "重复下单"}).status_code == 204
        closed = session.get_one(Order, order.id, populate_existing=True)
        assert closed.status == OrderStatus.CANCELLED
        assert "重复下单" in session.scalars(select(Notice.text)).one()
        assert client.put(path, json={"reason": "又来"}).status_code == 409

    @pytest.mark.row("UNP-7")
    def test_not_too_often_not_too_soon_not_at_night_and_not_after_a_no(
        self, session, shop, actor, frozen
    ):
        configure(session, shop, cutoff="23:59")
        order = self.unpaid(session, shop)
        service.nudge(session, actor, order_id=order.id)
        frozen(timedelta(hours=1))
        with pytest.raises(NudgeRefused):
            service.nudge(session, actor, order_id=order.id)
        frozen(timedelta(hours=4))
        service.nudge(session, actor, order_id=order.id)
        frozen(timedelta(hours=5))
        with pytest.raises(NudgeRefused):
            service.nudge(session, actor, order_id=order.id)
        other = self.unpaid(session, shop, order_no="other", customer_id=None)
        frozen(timedelta(hours=3))
        with pytest.raises(NudgeRefused) as refusal:
            service.nudge(session, actor, order_id=other.id)
        assert "免打扰" in refusal.value.sentence("zh")
        frozen(timedelta(hours=12))
        service.classify(session, actor, order_id=other.id, why=UnpaidWhy.FORGOT, said_no=True)
        with pytest.raises(NudgeRefused) as refusal:
            service.nudge(session, actor, order_id=other.id)
        assert "不要再提醒" in refusal.value.sentence("zh")
        assert session.scalar(select(func.count()).select_from(Nudge)) == 2

    @pytest.mark.row("UNP-8")
    def test_what_nudges_brought(self, client, session, shop, actor, frozen):
        for place in range(2):
            buyer = buyer_of(session, shop, f"u-{place}")
            order = self.unpaid(session, shop, order_no=f"o-{place}", customer_id=buyer.id)
            service.nudge(session, actor, order_id=order.id)
        frozen(timedelta(hours=1))
        row = make_row(
            order_no="o-1", customer_id=buyer.id, paid_at=clock.now(), placed_at=clock.now()
        )
        service.load(session, system(), shop_id=shop.id, rows=[row])
        asked = {
            "shop_id": shop.id,
            "since": (clock.now() - timedelta(days=1)).isoformat(),
            "until": (clock.now() + timedelta(days=1)).isoformat(),
        }
        (told,) = client.get("/api/order-steps/unpaid/nudges", params=asked).json()
        assert (told["by"], told["nudged"], told["paid"], told["cents"]) == (
            "周掌柜",
            2,
            1,
            12800,
        )


class TestRating:
    def done(self, session, shop, name="u-1", days=1, **facts):
        buyer = buyer_of(session, shop, name)
        at = clock.now() - timedelta(days=days)
        told = {"status": OrderStatus.COMPLETED, "completed_at": at, "customer_id": buyer.id}
        return order_of(session, shop, **(told | facts))

    @pytest.mark.row("RAT-1")
    def test_a_deal_that_is_done_leaves_a_task_and_many_are_rated_at_once(
        self, client, session, shop, actor, frozen, run_jobs
    ):
        order = order_of(session, shop, status=OrderStatus.SIGNED)
        service.move(session, actor, order_id=order.id, status=OrderStatus.COMPLETED)
        run_jobs()
        assert session.scalar(select(func.count()).where(Task.kind == rating.KIND)) == 1
        other = self.done(session, shop, "u-2", order_no="b")
        body = {"order_ids": [str(order.id), str(other.id)], "text": "爽快的买家！"}
        assert client.post("/api/order-steps/ratings", json=body).json() == {"rated": 2}
        assert client.post("/api/order-steps/ratings", json=body).json() == {"rated": 0}

    @pytest.mark.row("RAT-2")
    @pytest.mark.parametrize("words", ["加我微信", "www.shop.cn", "电话 13812345678", "好" * 121])
    def test_no_contacts_links_or_long_words(self, session, shop, actor, frozen, words):
        order = self.done(session, shop)
        with pytest.raises(RatingNotFit):
            service.rate(session, actor, order_ids=[order.id], text=words)

    @pytest.mark.row("RAT-2")
    def test_a_recommendation_is_approved_and_read_once_a_month(self, session, shop, actor, frozen):
        configure(session, shop, rating_templates=["新茶上市，欢迎再来看看"])
        first = self.done(session, shop)
        asked = {"text": "新茶上市，欢迎再来看看", "recommends": True}
        assert len(service.rate(session, actor, order_ids=[first.id], **asked)) == 1
        again = self.done(session, shop, order_no="b", customer_id=first.customer_id)
        assert service.rate(session, actor, order_ids=[again.id], **asked) == []
        with pytest.raises(RatingNotFit):
            service.rate(session, actor, order_ids=[again.id], text="买三送一", recommends=True)

    @pytest.mark.row("RAT-3")
    def test_rated_open_or_expired(self, client, session, shop, actor, frozen):
        rated, old = self.done(session, shop), self.done(session, shop, "u-2", 16, order_no="old")
        self.done(session, shop, "u-3", order_no="open")
        service.rate(session, actor, order_ids=[rated.id, old.id], text="好买家")
        told = client.get("/api/order-steps/ratings", params={"shop_id": shop.id}).json()
        states = {each["order_no"]: each["state"] for each in told["items"]}
        assert states == {rated.order_no: "rated", "old": "expired", "open": "open"}


def test_who_may_not_confirm_changes_nothing(client, session, shop, actor, acting, frozen):
    order = order_of(session, shop, status=OrderStatus.UNPAID, paid_at=None, paid_cents=0)
    acting["actor"] = replace(actor, permissions=frozenset({Permission.ORDERS_READ}))
    path = f"/api/order-steps/unpaid/{order.id}"
    assert client.post(f"{path}/nudges").status_code == 403
    assert client.put(f"{path}/closing", json={"reason": "x"}).status_code == 403
    acting["actor"] = replace(actor, shop_ids=frozenset())
    assert client.put(f"{path}/closing", json={"reason": "x"}).status_code == 404
    assert session.get_one(Order, order.id, populate_existing=True).status == OrderStatus.UNPAID
