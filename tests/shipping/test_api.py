"""Shipping over HTTP."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.orders.factories import make_order
from tests.shipping.factories import packed
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.shipping import service
from xiaoer.shipping.models import Parcel, TrackingEvent

NUMBER = "YT1234567890123"


def scans(shop, *codes):
    return {
        "shop_id": str(shop.id),
        "scans": [
            {
                "courier": "yto",
                "tracking_no": NUMBER,
                "at": (clock.now() + timedelta(minutes=place)).isoformat(),
                "code": code,
            }
            for place, code in enumerate(codes)
        ],
    }


class TestComingIn:
    def test_a_key_makes_it_happen_once(self, client, session, shop, frozen):
        order = make_order(session, shop, paid_at=clock.now())
        key = {"Idempotency-Key": str(new_id())}
        body = {
            "shop_id": str(shop.id),
            "parcels": [{"order_no": order.order_no, "courier": "圆通", "tracking_no": NUMBER}],
        }
        first = client.post("/api/shipping/parcels", json=body, headers=key)
        again = client.post("/api/shipping/parcels", json=body, headers=key)
        assert first.json() == again.json() == {"new": 1, "known": 0, "refused": [], "held": {}}
        body["parcels"][0]["courier"] = "sf"
        assert client.post("/api/shipping/parcels", json=body, headers=key).status_code == 422
        assert session.scalar(select(func.count()).select_from(Parcel)) == 1

    def test_scans_are_taken_and_bad_ones_named(self, client, session, shop, actor, frozen):
        packed(session, actor, shop, number=NUMBER)
        body = scans(shop, "103", "what", "1002")
        told = client.post("/api/shipping/tracking", json=body).json()
        assert told == {"new": 2, "known": 0, "stray": 0, "refused": [1]}
        again = client.post("/api/shipping/tracking", json=body).json()
        assert (again["new"], again["known"]) == (0, 2)

    def test_strangers_change_nothing(self, client, session, shop, actor, acting, frozen):
        packed(session, actor, shop, number=NUMBER)
        acting["actor"] = replace(actor, shop_ids=frozenset())
        assert client.post("/api/shipping/tracking", json=scans(shop, "103")).status_code == 404
        acting["actor"] = replace(actor, permissions=frozenset({Permission.SHIPPING_READ}))
        assert client.post("/api/shipping/tracking", json=scans(shop, "103")).status_code == 403
        assert session.scalar(select(func.count()).select_from(TrackingEvent)) == 0


class TestBoard:
    @pytest.mark.row("PCK-2")
    def test_each_figure_opens_its_orders(self, client, session, shop, actor, frozen):
        place = service.set_warehouse(
            session, actor, shop_id=shop.id, code="hz", name="杭州仓", usual=True
        )
        marked = packed(session, actor, shop, number=NUMBER)
        paid = [make_order(session, shop, paid_at=clock.now()) for _ in range(3)]
        frozen(timedelta(hours=49))
        service.catch_up(session, shop.id)
        board = client.get("/api/shipping/board", params={"shop_id": shop.id}).json()
        assert board["totals"]["unscanned"] == 1
        assert board["totals"]["over"] == board["totals"]["overlooked"] == 3
        assert {each["warehouse_id"] for each in board["places"]} == {str(place.id)}
        asked = {"shop_id": shop.id, "warehouse_id": place.id, "limit": 2}
        first = client.get("/api/shipping/behind/over", params=asked).json()
        rest = client.get(
            "/api/shipping/behind/over", params={**asked, "after": first["next"]}
        ).json()
        listed = [each["id"] for each in first["items"] + rest["items"]]
        assert sorted(listed) == sorted(str(each.id) for each in paid)
        assert rest["next"] is None
        behind = client.get("/api/shipping/behind/unscanned", params={"shop_id": shop.id}).json()
        assert [each["id"] for each in behind["items"]] == [str(marked.id)]

    @pytest.mark.row("SHP-2")
    def test_what_a_late_order_costs_is_on_the_board_and_on_the_order(
        self, client, session, shop, frozen
    ):
        order = make_order(session, shop, paid_at=clock.now(), source="taobao")
        frozen(timedelta(hours=49))
        service.catch_up(session, shop.id)
        behind = client.get("/api/shipping/behind/over", params={"shop_id": shop.id}).json()
        watch = client.get(f"/api/shipping/orders/{order.id}").json()["watch"]
        for told in (behind["items"][0], watch):
            assert told["complaint"] is True
            assert (told["compensation_cents"], told["compensation_form"]) == (1280, "red_packet")

    def test_strangers_see_no_board(self, client, shop, actor, acting):
        acting["actor"] = replace(actor, shop_ids=frozenset())
        assert client.get("/api/shipping/board", params={"shop_id": shop.id}).status_code == 404

    def test_lists_cost_the_same_however_long(
        self, client, session, shop, actor, frozen, count_statements
    ):
        for place in range(6):
            packed(session, actor, shop, number=f"YT{place:013}")
        with count_statements(session) as seen:
            client.get("/api/shipping/board", params={"shop_id": shop.id})
        assert len(seen) == 3
        with count_statements(session) as seen:
            client.get("/api/shipping/behind/unscanned", params={"shop_id": shop.id})
        assert len(seen) == 1
