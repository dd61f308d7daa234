"""Every kind of case from its request to its end, through the API alone (issue of after-sales)."""

from datetime import timedelta

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.wire import BUYER, DESK, Wire
from xiaoer.orders.models import Order, OrderStatus


@pytest.fixture
def wire(client, session, desk, shopper):
    return Wire(client, session, desk)


class TestShipped:
    """Refund-only of a parcel on its way: stopped, refused on delivery, or waited for."""

    @pytest.fixture
    def case(self, wire, make):
        return wire.ask(make(OrderStatus.SHIPPED))

    def test_stopped_by_the_courier(self, wire, case):
        wire.refused("InterceptionUnanswered", "approval", case, cents=case["requested_cents"])
        case = wire.act("interception", case)
        assert case["interceptions"][0]["state"] == "sent"
        wire.refused("InterceptionUnderWay", "interception", case)
        wire.act("interception-answer", case, state="succeeded", words="已拦下")
        wire.approve(case)
        done = wire.paid(case)
        assert (done["state"], done["refunded_cents"]) == ("completed", case["requested_cents"])

    @pytest.mark.parametrize(("choice", "door"), [("refuse", BUYER), ("wait", DESK)])
    def test_not_stopped_it_is_refused_or_waited_for(self, wire, case, choice, door):
        wire.act("interception", case)
        wire.act("interception-answer", case, state="failed")
        case = wire.act("choice", case, door=door, choice=choice)
        assert case["notes"]["choice"] == choice
        wire.refused("InterceptionUnanswered", "approval", case, cents=case["requested_cents"])
        watched = wire.listed("returning-parcels")
        assert [each["case_id"] for each in watched] == [case["id"]]
        case = wire.act("parcel-back", case)
        assert case["goods"] == "received"
        wire.approve(case)
        assert wire.paid(case)["state"] == "completed"

    def test_a_lead_may_without_an_answer_with_a_reason(self, wire, case):
        wire.approve(case, override_reason="客户急用")
        assert wire.paid(case)["state"] == "completed"


class TestExchange:
    """A shirt of 100.00 becomes one of 120.00, 80.00 or its like."""

    def through(self, wire, order, sku, **more):
        asked = {"kind": "exchange", "reason": "dislike", "sku_id": str(sku.id)} | more
        case = wire.agree(wire.ask(order, 1, **asked))
        assert case["state"] == "awaiting_buyer_return"
        return wire.receive(wire.send("return", case, door=BUYER))

    def arrives(self, wire, case):
        wire.send("replacement", case)
        news = wire.post(f"/api/cases/{case['id']}/replacement-news", {"node": "signed"})
        assert news.json()["parcels"][-1]["signed_at"]
        return wire.act("confirmation", case, door=BUYER)

    def test_the_buyer_pays_the_difference(self, wire, bought, skus, card):
        case = self.through(wire, bought(), skus[1], instrument_id=str(card.id))
        assert (case["due_cents"], case["state"]) == (2000, "awaiting_replacement_ship")
        assert self.arrives(wire, case)["state"] == "completed"

    def test_the_difference_goes_back(self, wire, bought, skus):
        case = self.through(wire, bought(), skus[2])
        assert case["due_cents"] == -2000
        wire.send("replacement", case)
        assert wire.paid(case)["refunded_cents"] == 2000

    def test_even(self, wire, bought, skus):
        photo = {"kind": "item_photo", "note": "开线"}
        more = {"reason": "quality_defect", "evidence": [photo]}
        case = self.through(wire, bought(), skus[1], **more)
        assert case["due_cents"] == 0
        assert self.arrives(wire, case)["state"] == "completed"

    def test_nothing_can_be_sent_so_the_money_goes_back(self, wire, bought, skus):
        case = self.through(wire, bought(), skus[2])
        case = wire.act("conversion", case, why="断货")
        assert (case["kind"], case["converted_from"]) == ("return_refund", "exchange")
        assert wire.paid(case)["refunded_cents"] == 10000


def test_something_is_sent_again(wire, make):
    photo = {"kind": "package_photo", "note": "少了一只"}
    case = wire.ask(
        make(OrderStatus.SIGNED), 1, kind="reship", reason="missing_item", evidence=[photo]
    )
    wire.approve(case)
    case = wire.send("replacement", case)
    case = wire.act("confirmation", case, door=BUYER)
    assert (case["state"], case["refunded_cents"]) == ("completed", 0)


def test_a_repair_is_quoted_paid_and_sent_back(wire, make, card, desk):
    desk.shop.settings = desk.shop.settings | {"aftersales": {"warranty_days": 0}}
    photo = {"kind": "item_photo", "note": "壶盖裂了"}
    order = make(OrderStatus.SIGNED)
    desk.later(timedelta(days=20))
    case = wire.ask(order, 1, kind="repair", reason="warranty_fault", evidence=[photo])
    wire.refused("QuoteNeeded", "approval", case, cents=0, reasonable=True, conditions_met=True)
    case = wire.act("offer", case, cents=3000, words="换壶盖")
    case = wire.act("acceptance", case, door=BUYER)
    case = wire.receive(wire.send("return", case, door=BUYER))
    assert (case["state"], case["due_cents"]) == ("awaiting_payment", 3000)
    case = wire.act("payment", case, door=BUYER, instrument_id=str(card.id))
    assert case["state"] == "awaiting_replacement_ship"
    case = wire.act("confirmation", wire.send("replacement", case), door=BUYER)
    assert case["state"] == "completed"


def test_a_price_that_fell_is_made_up_for(wire, bought, skus, session):
    order = bought()
    skus[0].price_cents = 8000
    session.flush()
    told = wire.client.get(f"/api/orders/{order.id}/price-difference").json()
    assert told["cents"] == 4000
    shot = {"kind": "price_screenshot", "note": "今日价"}
    case = wire.ask(order, 2, kind="price_adjust", reason="price_drop", cents=4000, evidence=[shot])
    wire.approve(case)
    done = wire.paid(case)
    assert (done["state"], done["refunded_cents"]) == ("completed", 4000)


def test_a_compensation_is_given(wire, make):
    order = make(OrderStatus.SIGNED)
    given = {"cents": 500, "currency": "CNY", "reason": "late_ship", "words": "晚到"}
    made = wire.post(f"/api/orders/{order.id}/compensations", given)
    assert made.status_code == 201, made.text
    assert wire.paid(made.json())["refunded_cents"] == 500


class TestAmendments:
    """Before it is shipped, from either door."""

    @pytest.mark.parametrize("door", [BUYER, DESK])
    def test_items_address_and_payment(self, wire, bought, skus, card, session, door):
        order = bought(OrderStatus.PAID)
        path = f"{door}/orders/{order.id}/amendments"
        line = wire.body(order)["lines"][0]["order_line_id"]
        swap = {"order_line_id": line, "sku_id": str(skus[1].id)}
        swapped = {"kind": "swap_items", "swaps": [swap], "instrument_id": str(card.id)}
        made = wire.post(path, swapped)
        assert (made.status_code, made.json()["due_cents"]) == (201, 4000)
        address = {"kind": "change_address", "address": {"address": "杭州市西湖区 9 号"}}
        assert wire.post(path, address).status_code == 201
        now = session.get_one(Order, order.id)
        assert (now.receiver_address, now.paid_cents) == ("杭州市西湖区 9 号", 24000)
        told = wire.client.get(f"/api/orders/{order.id}/amendments").json()["items"]
        assert {each["kind"] for each in told} == {"swap_items", "change_address"}

    @pytest.mark.parametrize("door", [BUYER, DESK])
    def test_not_once_it_has_left(self, wire, bought, session, door):
        order = bought(OrderStatus.SHIPPED)
        address = {"kind": "change_address", "address": {"address": "杭州市西湖区 9 号"}}
        before = everything(session)
        answer = wire.post(f"{door}/orders/{order.id}/amendments", address)
        assert (answer.status_code, answer.json()["code"]) == (409, "AmendmentRefused")
        assert everything(session) == before
