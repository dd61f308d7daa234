"""P24: one request about several orders, and orders that were bought elsewhere."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import lines_of
from tests.aftersales.wire import BUYER, DESK, Wire
from xiaoer.aftersales.models import Case
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus

RETURN = {"kind": "return_refund", "reason": "no_reason"}


@pytest.fixture
def wire(client, session, desk, shopper):
    return Wire(client, session, desk)


def asked(wire, *orders, **more):
    told = [wire.body(each, 1, **(RETURN | more)) | {"order_id": str(each.id)} for each in orders]
    return {"requests": told}


@pytest.fixture
def orders(make):
    return [make(OrderStatus.SIGNED) for _ in range(2)]


@pytest.fixture
def both(wire, orders):
    """A return of one piece of each, asked for together and agreed to."""
    made = wire.post(f"{BUYER}/cases", asked(wire, *orders))
    assert made.status_code == 201, made.text
    return [wire.agree(each) for each in made.json()["items"]]


class TestAsking:
    @pytest.mark.parametrize("door", [BUYER, DESK])
    def test_a_case_for_each_once(self, wire, orders, session, door):
        key, body = {"Idempotency-Key": str(new_id())}, asked(wire, *orders)
        made = [wire.client.post(f"{door}/cases", json=body, headers=key) for _ in range(2)]
        assert [each.status_code for each in made] == [201, 201]
        assert made[0].json() == made[1].json()
        found = session.scalars(select(Case)).all()
        assert {each.order_id for each in found} == {each.id for each in orders}
        assert len({each.together_id for each in found}) == 1
        other = asked(wire, *orders, text="别的内容")
        again = wire.client.post(f"{door}/cases", json=other, headers=key)
        assert (again.status_code, again.json()["code"]) == (422, "KeyReused")

    @pytest.mark.parametrize("door", [BUYER, DESK])
    def test_all_of_them_or_none(self, wire, orders, session, door):
        body = asked(wire, *orders)
        body["requests"][1]["lines"][0]["qty"] = 4
        before = everything(session)
        answer = wire.post(f"{door}/cases", body)
        assert (answer.status_code // 100, answer.json()["code"]) == (4, "UnitUnknown")
        assert everything(session) == before

    @pytest.mark.parametrize("count", [0, 1])
    def test_fewer_than_two_orders(self, wire, orders, session, count):
        before = everything(session)
        for body in (asked(wire, *orders[:count]), asked(wire, *orders[:1] * (2 * count))):
            assert wire.post(f"{BUYER}/cases", body).json()["code"] == "NotTogether"
        assert everything(session) == before

    def test_not_with_a_stranger_s(self, wire, orders, shopper, stranger, session):
        before = everything(session)
        shopper["actor"] = stranger
        assert wire.post(f"{BUYER}/cases", asked(wire, *orders)).status_code == 404
        assert everything(session) == before


class TestOneBox:
    def test_comes_back_for_both(self, wire, both):
        number = {"carrier": "圆通", "tracking_no": "YT7700000001"}
        for case in both:
            wire.act("return", case, door=BUYER, **number)
        wire.desk.later(timedelta(hours=1))
        news = {"node": "signed"}
        wire.post(f"/api/cases/{both[0]['id']}/return-news", news)
        for case in both:
            assert wire.case(case)["parcels"][0]["signed_at"]
            wire.receive(case)
        for case in both:
            done = wire.paid(case)
            assert (done["state"], done["refunded_cents"]) == (
                "completed",
                case["requested_cents"],
            )

    def test_is_nobody_else_s(self, wire, both, make, session):
        number = {"carrier": "圆通", "tracking_no": "YT7700000001"}
        wire.act("return", both[0], door=BUYER, **number)
        alone = wire.agree(wire.ask(make(OrderStatus.SIGNED), 1, **RETURN))
        before = everything(session)
        wire.refused("TrackingNumberUsed", "return", alone, door=BUYER, **number)
        assert everything(session) == before


def test_an_order_bought_elsewhere_is_brought_and_returned(wire, make, session):
    """How it was paid only its source knows, and by way of that it goes back."""
    order = make(OrderStatus.SIGNED, source="offline", facts={})
    assert len(lines_of(session, order)) == 2
    case = wire.receive(wire.send("return", wire.agree(wire.ask(order, 1, **RETURN)), door=BUYER))
    done = wire.paid(case)
    assert (done["state"], done["refunded_cents"]) == ("completed", case["requested_cents"])
    assert session.scalar(select(func.count()).select_from(Case)) == 1
