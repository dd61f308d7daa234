"""Order details only for their buyer: vouched for, or who knows number and phone tail."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.channels.conftest import Shopper
from tests.channels.test_visits import vouched
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from xiaoer.channels.webchat import rules, service
from xiaoer.channels.webchat.errors import TooManyAttempts
from xiaoer.channels.webchat.models import OrderClaim
from xiaoer.channels.webchat.visitors import Visitor
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.core.events import EventRow
from xiaoer.orders.models import OrderStatus


@pytest.fixture
def order(session, shop):
    return make_order(
        session,
        shop,
        order_no="2026110200112233",
        status=OrderStatus.IN_TRANSIT,
        receiver_name="张三丰",
        receiver_phone="13812345678",
        receiver_address="浙江省杭州市西湖区龙井路 1 号",
        courier="顺丰速运",
        tracking_no="SF1001",
    )


def claim(shopper, order_no="2026110200112233", tail="5678"):
    return shopper.post("/chat/order-claims", {"order_no": order_no, "phone_tail": tail})


class TestClaim:
    def test_number_and_tail_show_the_order_without_personal_data(self, arrived, order, session):
        answer = claim(arrived)

        assert answer.status_code == 200, answer.text
        shown = answer.json()["order"]
        assert (shown["order_no"], shown["status_text"]) == (order.order_no, "运输中")
        assert shown["first_item"]["title"] == "龙井茶 250 克"
        for secret in ("张三丰", "1381234", "龙井路", "5678"):
            assert secret not in answer.text
        assert [each["id"] for each in arrived.get("/chat/orders")["items"]] == [shown["id"]]
        kinds = session.scalars(select(EventRow.kind)).all()
        assert kinds.count("OrderClaimed") == 1

    def test_the_desk_lists_it_beside_the_visitors_talk(
        self, arrived, order, session, shop, client, count_statements
    ):
        claim(arrived)
        visitor = session.scalars(select(OrderClaim.customer_id)).one()
        own = make_order(session, shop, customer_id=visitor)
        session.execute(OrderClaim.__table__.insert().values(
            customer_id=visitor, order_id=own.id, shop_id=shop.id, claimed_at=own.created_at
        ))  # fmt: skip
        make_order(session, shop)

        with count_statements(session) as seen:
            found = client.get("/api/orders", params={"customer_id": str(visitor)}).json()["items"]

        assert sorted(each["id"] for each in found) == sorted([str(order.id), str(own.id)])
        assert len(seen) == 1, seen

    def test_a_message_shows_more_than_the_number_only_of_a_claimed_order(self, arrived, order):
        before = arrived.say("到哪了", order_no=order.order_no).json()["card"]
        claim(arrived)

        after = arrived.say("现在呢", order_no=order.order_no).json()["card"]

        assert before == {"type": "order", "order_no": order.order_no}
        assert (after["title"], after["status"]) == ("龙井茶 250 克", "in_transit")

    def test_all_refusals_are_the_same(self, arrived, order, session):
        wrong = [
            claim(arrived, tail="0000"),
            claim(arrived, order_no="nothing"),
            claim(arrived, tail=""),
        ]

        assert [each.status_code for each in wrong] == [404, 404, 422]
        assert wrong[0].json() == wrong[1].json()
        assert arrived.get("/chat/orders") == {"items": []}
        assert session.scalar(select(func.count()).select_from(OrderClaim)) == 0

    def test_guesses_are_counted_per_visitor(self, arrived, order):
        codes = [claim(arrived, tail=f"{n:04}").status_code for n in range(rules.TRIES_PER_VISITOR)]

        assert codes == [404] * rules.TRIES_PER_VISITOR
        assert claim(arrived).json()["code"] == "TooManyAttempts"

    def test_guesses_are_counted_per_order_whoever_guesses(self, client, order, shop):
        for n in range(rules.TRIES_PER_ORDER):
            other = Shopper(client)
            other.visit()
            assert claim(other, tail=f"{n:04}").status_code == 404
        other = Shopper(client)
        other.visit()

        assert claim(other).status_code == 429

    def test_guesses_are_counted_per_address(self, client, order, shop, monkeypatch):
        monkeypatch.setattr(rules, "TRIES_PER_ADDRESS", 2)
        for n in range(2):
            other = Shopper(client)
            other.visit()
            claim(other, order_no=f"none-{n}")
        other = Shopper(client)
        other.visit()

        assert claim(other).status_code == 429

    def test_the_count_ends_with_its_window(self, shopper, order, frozen):
        shopper.visit()
        for n in range(rules.TRIES_PER_VISITOR + 1):
            claim(shopper, tail=f"{n:04}")
        frozen(rules.TRY_WINDOW + timedelta(seconds=1))

        assert claim(shopper).status_code == 200

    def test_an_order_of_another_shop_does_not_exist_here(self, client, session, order):
        shops.add(session, system(), code="other", name="别家")
        other = Shopper(client)
        other.visit("other")

        assert claim(other).status_code == 404


class TestOrders:
    def test_a_vouched_customer_sees_all_of_theirs(self, shopper, session, shop):
        buyer = make_customer(session, shop, channel="site", external_id="u-88")
        make_order(session, shop, customer_id=buyer.id, order_no="A1")
        make_order(session, shop, order_no="B2")
        shopper.visit(identity=vouched(session, shop))

        assert [each["order_no"] for each in shopper.get("/chat/orders")["items"]] == ["A1"]

    def test_a_visitor_merged_into_a_buyer_still_has_to_claim(
        self, arrived, client, session, shop, actor, order, run_jobs
    ):
        """The desk may know who it is; the browser has proved nothing but the claimed order."""
        claim(arrived)
        buyer = make_customer(session, shop, channel="taobao", external_id="tb1")
        make_order(session, shop, customer_id=buyer.id, order_no="A1")
        visitor = session.scalars(select(OrderClaim.customer_id)).one()

        client.post(f"/api/customers/{buyer.id}/merges", json={"other_id": str(visitor)})
        run_jobs()

        shown = [each["order_no"] for each in arrived.get("/chat/orders")["items"]]
        assert shown == [order.order_no]

    def test_a_list_is_one_statement_however_long(self, shopper, session, shop, count_statements):
        buyer = make_customer(session, shop, channel="site", external_id="u-88")
        for _ in range(5):
            make_order(session, shop, customer_id=buyer.id)
        shopper.visit(identity=vouched(session, shop))

        with count_statements(session) as seen:
            assert len(shopper.get("/chat/orders")["items"]) == 5

        assert len(seen) == 2, seen


def test_guesses_at_once_are_all_counted(fresh_database):
    """Twenty browsers guess at one order in the same moment: ten are compared, ten are refused."""
    with db.transaction() as session:
        shop = shops.add(session, system(), code="teahouse", name="茶楼")
        make_order(session, shop, order_no="A1", receiver_phone="13812345678")

    def guess(number: int) -> str:
        visitor = Visitor(shop.id, f"browser-{number}", verified=False)
        try:
            with db.transaction() as session:
                shown = service.claim(
                    session, visitor, order_no="A1", phone_tail="0000", address=str(number)
                )
        except TooManyAttempts:
            return "refused"
        return "compared" if shown is None else "shown"

    with ThreadPoolExecutor(20) as pool:
        ends = Counter(pool.map(guess, range(20)))

    assert ends == {"compared": rules.TRIES_PER_ORDER, "refused": 20 - rules.TRIES_PER_ORDER}
