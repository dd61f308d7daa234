"""What a shopper does alone: look where the parcel is, and confirm the address with one tap."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.shipping.factories import packed, scan
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.orders.models import CheckState, Order, OrderCheck, OrderRemark
from xiaoer.shipping import service
from xiaoer.shipping.routes import buying

ADDRESS = {
    "receiver_name": "沈小姐",
    "receiver_phone": "13812345678",
    "receiver_address": "浙江省杭州市西湖区 8 号",
}


@pytest.fixture
def buyer(session, shop):
    return make_customer(session, shop, channel="site", external_id="u-7")


@pytest.fixture
def shopper(app, client, shop, buyer):
    rights = {Permission.AFTERSALES_ASK, Permission.AFTERSALES_VOUCHED}
    known = Actor(
        kind=ActorKind.CUSTOMER,
        id=buyer.id,
        name="沈小姐",
        permissions=frozenset(rights),
        shop_ids=frozenset({shop.id}),
    )
    app.state.shopper = lambda _session, _request: known
    return client


@pytest.fixture
def asked(session, shop, buyer, run_jobs):
    """A paid order whose shop confirms addresses."""
    rule = {"address_check": True, "couriers": ["顺丰", "圆通"]}
    shop.settings = shop.settings | {"orders": rule}
    order = make_order(session, shop, customer_id=buyer.id, paid_at=clock.now(), **ADDRESS)
    run_jobs()
    return order


class TestWhereIsMyParcel:
    @pytest.mark.row("ORD-4")
    def test_a_paid_order_says_by_when_it_leaves(
        self, shopper, session, shop, buyer, frozen, run_jobs
    ):
        order = make_order(session, shop, customer_id=buyer.id, paid_at=clock.now())
        run_jobs()
        told = shopper.get(f"/chat/parcels/{order.id}").json()
        assert order.order_no in told["sentence"]
        assert (told["ship_by"], told["parcels"]) == ("2026-11-04T02:00:00Z", [])

    @pytest.mark.row("ORD-4")
    def test_a_parcel_shows_every_scan_the_newest_first(
        self, shopper, session, shop, actor, buyer, frozen, run_jobs
    ):
        order = packed(session, actor, shop, number="YT9", customer_id=buyer.id)
        told = [scan("YT9", "103", clock.now())]
        told += [scan("YT9", "1001", clock.now() + timedelta(hours=3))]
        service.take(session, actor, shop_id=shop.id, scans=told)
        run_jobs()
        found = shopper.get(f"/chat/parcels/{order.id}").json()
        (parcel,) = found["parcels"]
        assert (parcel["courier_name"]["zh"], parcel["tracking_no"]) == ("圆通", "YT9")
        assert [each["text"] for each in parcel["scans"]] == ["扫描 1001", "扫描 103"]
        assert found["ship_by"] is None
        assert "YT9" in found["sentence"]

    @pytest.mark.row("ORD-4")
    def test_anothers_order_is_not_there(self, shopper, session, shop, asked):
        other = make_customer(session, shop, channel="site", external_id="u-8")
        order = make_order(session, shop, customer_id=other.id, paid_at=clock.now())
        assert shopper.get(f"/chat/parcels/{order.id}").status_code == 404
        refused = shopper.put(f"/chat/parcels/{order.id}/address", json={"address": "别处 1 号"})
        assert refused.status_code == 404
        assert session.get_one(Order, order.id).receiver_address == ""


class TestTheAddress:
    @pytest.mark.row("ADR-3", "ADR-6")
    def test_is_right_with_one_tap(self, shopper, session, asked):
        check = shopper.get(f"/chat/parcels/{asked.id}").json()["check"]
        assert check["receiver_address"] == ADDRESS["receiver_address"]
        assert (check["open"], check["couriers"]) == (True, ["顺丰", "圆通"])
        done = shopper.put(f"/chat/parcels/{asked.id}/address", json={"courier": "圆通"}).json()
        assert (done["check"]["state"], done["check"]["open"]) == ("confirmed", False)
        assert (done["check"]["courier"], done["check"]["courier_chosen"]) == ("圆通", True)
        kept = session.scalars(select(OrderCheck)).one()
        assert (kept.state, kept.settled_by) == (CheckState.CONFIRMED, "沈小姐")

    def test_is_masked_for_who_only_proved_the_order(self, session, shop, asked, buyer):
        proved = Actor(
            kind=ActorKind.CUSTOMER,
            id=buyer.id,
            permissions=frozenset({Permission.AFTERSALES_ASK}),
            shop_ids=frozenset({shop.id}),
        )
        told = buying._told(session, proved, asked).check
        assert told.receiver_address != ADDRESS["receiver_address"]
        assert "13812345678" not in told.receiver_phone

    @pytest.mark.row("ADR-3", "ADR-5")
    def test_is_corrected_and_remarked(self, shopper, session, asked):
        body = {"address": "浙江省宁波市海曙区 3 号", "name": "", "phone": "13900000000"}
        done = shopper.put(f"/chat/parcels/{asked.id}/address", json=body).json()
        assert done["check"]["state"] == "changed"
        order = session.get_one(Order, asked.id)
        assert (order.receiver_name, order.receiver_phone) == ("沈小姐", "13900000000")
        assert "宁波" in session.scalars(select(OrderRemark)).one().new_value
        again = shopper.put(f"/chat/parcels/{asked.id}/address", json={})
        assert again.json()["code"] == "CheckSettled"
