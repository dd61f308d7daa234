"""Before anything is changed or asked for, a page knows what it comes to, or why it cannot be."""

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import lines_of
from xiaoer.orders.models import OrderStatus


class TestAmendments:
    def swap(self, session, order, sku, **more):
        (line,) = lines_of(session, order)
        swaps = [{"order_line_id": str(line.id), "sku_id": str(sku.id)}]
        return {"kind": "swap_items", "swaps": swaps} | more

    def test_the_difference_first_and_then_the_change(self, bought, skus, card, client, session):
        order = bought(OrderStatus.PAID)
        path = f"/api/orders/{order.id}/amendments"
        before = everything(session)
        told = client.post(f"{path}/preview", json=self.swap(session, order, skus[1])).json()
        assert (told["allowed"], told["due_cents"], told["currency"]) == (True, 4000, "CNY")
        assert everything(session) == before
        named = self.swap(session, order, skus[1], instrument_id=str(card.id))
        made = client.post(path, json=named)
        assert (made.status_code, made.json()["due_cents"]) == (201, 4000)
        assert lines_of(session, order)[0].sku_id == skus[1].id

    def test_what_policy_refuses_is_said_with_its_code(self, bought, skus, client, session):
        order = bought(OrderStatus.PAID)
        path = f"/api/orders/{order.id}/amendments"
        before = everything(session)
        told = client.post(f"{path}/preview", json=self.swap(session, order, skus[3])).json()
        assert (told["allowed"], told["code"]) == (False, "not_the_same_product")
        assert "同一商品" in told["sentence"]["zh"]
        refused = client.post(path, json=self.swap(session, order, skus[3]))
        assert (refused.status_code, refused.json()["code"]) == (409, "AmendmentRefused")
        assert everything(session) == before

    def test_another_address_costs_nothing(self, bought, client):
        path = f"/api/orders/{bought(OrderStatus.HELD).id}/amendments"
        body = {"kind": "change_address", "address": {"address": "浙江省杭州市滨江区 1 号"}}
        told = client.post(f"{path}/preview", json=body).json()
        assert (told["allowed"], told["due_cents"]) == (True, 0)


class TestNothing:
    @pytest.mark.row("RET-5")
    @pytest.mark.parametrize(
        ("status", "more", "code"),
        [
            (OrderStatus.UNPAID, {"paid_cents": 0, "facts": {}, "paid_at": None}, "unpaid"),
            (OrderStatus.CANCELLED, {"paid_cents": 0, "facts": {}, "paid_at": None}, "cancelled"),
            (OrderStatus.CLOSED, {}, "closed"),
        ],
    )
    def test_it_is_said_why(self, make, client, status, more, code):
        told = client.get(f"/api/orders/{make(status, **more).id}/eligibility").json()
        assert (told["kinds"], told["nothing"]["code"]) == ([], code)
        assert told["nothing"]["zh"]
        assert told["nothing"]["en"]

    @pytest.mark.row("RET-5")
    def test_while_all_of_it_is_under_way_and_when_all_is_done(self, desk, make, buyer, client):
        order = make()
        path = f"/api/orders/{order.id}/eligibility"
        assert client.get(path).json()["nothing"] is None
        case = desk.ask(order, by=buyer)
        assert client.get(path).json()["nothing"]["code"] == "under_way"
        desk.approve(case)
        desk.work()
        told = client.get(path).json()
        assert told["nothing"]["code"] in ("done", "cancelled", "closed")
