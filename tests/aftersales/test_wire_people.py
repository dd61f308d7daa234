"""What people decide about a case, through the API alone: offers, two pairs of eyes, exceptions,
switches, disputes, money to be got back (issue of after-sales)."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.wire import BUYER, Wire
from tests.payments.conftest import paid_by
from xiaoer.aftersales.models import CasePlace
from xiaoer.catalog.models import Product
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow

LEAD = {Permission.POLICIES_PUBLISH}
FRONT = LEAD | {Permission.AFTERSALES_OVERRIDE}
"""Rights that the front line and a lead do not have."""


@pytest.fixture
def wire(client, session, desk, shopper):
    return Wire(client, session, desk)


@pytest.fixture
def become(acting, actor):
    """Sit down at the desk as somebody else, without these rights."""

    def made(less=frozenset()):
        acting["actor"] = replace(actor, id=new_id(), permissions=actor.permissions - less)

    return made


@pytest.fixture
def dear(make):
    """An order of 600.00."""
    return make(
        OrderStatus.PAID,
        lines=[LineRow(title="茶桌", list_cents=60000)],
        payable_cents=60000,
        paid_cents=60000,
        freight_cents=0,
        facts=paid_by((f"credit_card_t{new_id().hex[-6:]}", 60000)),
    )


class TestTalk:
    RETURN = {"kind": "return_refund", "reason": "no_reason"}  # noqa: RUF012

    def test_an_amount_is_negotiated(self, wire, make):
        case = wire.act("offer", wire.ask(make(OrderStatus.SIGNED), **self.RETURN), cents=5000)
        case = wire.act("decline", case, door=BUYER, counter_cents=7000, words="至少七十")
        assert case["offers"][0]["counter_cents"] == 7000
        case = wire.act("offer", case, cents=7000, kind="refund_only", words="不用寄回")
        case = wire.act("acceptance", case, door=BUYER)
        done = wire.paid(case)
        assert (done["state"], done["kind"], done["refunded_cents"]) == (
            "completed",
            "refund_only",
            7000,
        )

    def test_an_offer_for_keeping_the_order(self, wire, make, desk):
        desk.shop.settings = {"aftersales": {"retention_budget_cents": 100_000}}
        case = wire.ask(make())
        case = wire.act("retention", case, kind="coupon")
        assert case["offers"][0]["kind"] == "coupon"
        case = wire.act("acceptance", case, door=BUYER)
        assert (case["state"], case["closed_reason"]) == ("closed", "retained")

    def test_what_comes_back_damaged_is_shown_and_talked_about(self, wire, make, desk):
        case = wire.agree(wire.ask(make(OrderStatus.SIGNED), 2, **self.RETURN))
        case = wire.send("return", case, door=BUYER)
        lines = [{"order_line_id": case["lines"][0]["order_line_id"], "received": 2, "accepted": 1}]
        wire.refused("PhotosNeeded", "receipt", case, lines=lines)
        photo = str(desk.photo())
        case = wire.act("receipt", case, lines=lines, file_ids=[photo], note="一只有裂纹")
        assert case["inspections"][0]["file_ids"] == [photo]
        found = wire.client.get(f"/api/orders/{case['order_id']}/cases").json()["items"]
        assert {each["state"] for each in found} == {"refund_processing", "receipt_refused"}


class TestPlaces:
    """RET-4: by goods and region; nobody types an address into a case."""

    PLACE = {"recipient": "退货组", "phone": "020-1", "address": "白云区 1 号"}  # noqa: RUF012

    def add(self, wire, name, **more):
        body = self.PLACE | {"name": name, "shop_id": str(wire.desk.shop.id)} | more
        return wire.client.post("/api/return-places", json=body)

    @pytest.mark.row("RET-4")
    def test_the_narrowest_that_fits_the_goods_and_the_region(self, wire, bought, skus, session):
        session.get_one(Product, skus[0].product_id).category = "服饰"
        assert self.add(wire, "广州仓", region="广东").status_code == 201
        assert self.add(wire, "服饰仓", category="服饰").status_code == 201
        assert self.add(wire, "家电仓", category="家电").status_code == 201
        session.flush()
        homes = {"广东省广州市 2 号": "服饰仓", "北京市 3 号": "服饰仓"}
        for address, name in homes.items():
            order = bought(receiver_address=address)
            case = wire.agree(wire.ask(order, 1, **TestTalk.RETURN))
            assert case["place"]["name"] == name

    @pytest.mark.row("RET-4")
    def test_by_region_where_no_place_is_for_the_goods(self, wire, make):
        assert self.add(wire, "广州仓", region="广东").status_code == 201
        homes = {"广东省广州市 2 号": "广州仓", "北京市 3 号": "杭州仓"}
        for address, name in homes.items():
            order = make(OrderStatus.SIGNED, receiver_address=address)
            case = wire.agree(wire.ask(order, 1, **TestTalk.RETURN))
            assert case["place"]["name"] == name

    @pytest.mark.row("RET-4")
    def test_only_who_manages_the_shop_writes_one(self, wire, make, become, session):
        case = wire.ask(make(OrderStatus.SIGNED), 1, **TestTalk.RETURN)
        become({Permission.AFTERSALES_MANAGE})
        before = session.scalars(select(CasePlace.address)).all()
        assert self.add(wire, "我家").status_code == 403
        typed = {"cents": case["requested_cents"], "address": "我家", "place": "我家"}
        case = wire.act("approval", case, reasonable=True, conditions_met=True, **typed)
        assert (case["place"]["name"], case["place"]["address"]) == ("杭州仓", before[0])
        assert session.scalars(select(CasePlace.address)).all() == before


class TestAuthority:
    def test_beyond_one_s_limit_a_second_person(self, wire, dear, become):
        case = wire.ask(dear)
        become(FRONT)
        case = wire.approve(case)
        assert (case["state"], case["asked_role"]) == ("awaiting_merchant", "team_lead")
        wire.refused("SecondPersonMustDiffer", "approval", case, cents=60000)
        become(LEAD)
        wire.approve(case)
        assert wire.paid(case)["refunded_cents"] == 60000

    def test_against_policy_with_a_reason_and_the_right(self, wire, make, become, session):
        order = make(OrderStatus.SIGNED)
        body = wire.body(order, kind="refund_only", reason="no_longer_needed")
        path = f"/api/orders/{order.id}/cases"
        before = everything(session)
        assert wire.post(path, body).json()["code"] == "OtherKindNeeded"
        become(FRONT)
        assert wire.post(path, body | {"override_reason": "老客户"}).status_code == 403
        assert everything(session) == before
        become()
        made = wire.post(path, body | {"override_reason": "老客户，破例"}).json()
        assert made["decision"]["override_reason"] == "老客户，破例"
        case = wire.act("override", made, cents=3000, reason="只退一部分")
        assert (case["requested_cents"], case["decision"]["override_reason"]) == (
            3000,
            "只退一部分",
        )
        wire.approve(case)
        assert wire.paid(case)["refunded_cents"] == 3000

    def test_an_automation_is_switched_on_and_killed(self, wire, make, shop):
        path = "/api/automations/unshipped_refund_only"
        told = {"shop_id": str(shop.id)}
        assert wire.client.put(path, json=told | {"state": "on"}).status_code == 200
        case = wire.ask(make())
        assert (case["automation"], case["decided"]) == ("unshipped_refund_only", "approved")
        nameless = wire.client.put(path, json=told | {"state": "killed"})
        assert (nameless.status_code, nameless.json()["code"]) == (422, "ReasonMissing")
        killed = wire.client.put(path, json=told | {"state": "killed", "reason": "盗号退款"})
        switch = next(
            each for each in killed.json()["items"] if each["code"] == "unshipped_refund_only"
        )
        assert (switch["on"], switch["state"], switch["reason"]) == (False, "killed", "盗号退款")
        assert wire.ask(make())["decided"] == "pending"


class TestDispute:
    @pytest.fixture
    def disputed(self, wire, make):
        videos = [
            {"kind": "unboxing_video", "note": "开箱"},
            {"kind": "package_photo", "note": "包裹"},
        ]
        case = wire.ask(make(OrderStatus.SIGNED), reason="missing_item", evidence=videos)
        wire.refused("EvidenceMissing", "refusal", case, reason="already_delivered", words="已签收")
        case = wire.act("refusal", case, reason="amount_wrong", words="金额不符")
        return wire.act("escalation", case, door=BUYER, words="请平台评理")

    def slip(self, wire, desk, case):
        proof = {"kind": "delivery_proof", "file_ids": [str(desk.photo())]}
        assert wire.post(f"/api/cases/{case['id']}/evidence", proof).status_code == 201

    def test_contested_with_its_proof_and_ruled_by_another(self, wire, desk, disputed, become):
        path = f"/api/cases/{disputed['id']}/surroundings"
        standing = wire.client.get(path).json()["standing"]
        assert (standing["branch"], standing["missing"]) == ("2.3", ["signature"])
        refusal = wire.refused("EvidenceMissing", "contest", disputed, words="本人签收")
        assert refusal["detail"]["propose"]
        self.slip(wire, desk, disputed)
        wire.act("judgement", disputed, responsible="customer")
        assert wire.client.get(path).json()["standing"]["advice"] == "contest"
        case = wire.act("contest", disputed, words="本人签收")
        ruling = {"ruled_for": "buyer", "cents": 3000, "words": "部分成立"}
        wire.refused("ArbiterHandledIt", "ruling", case, **ruling)
        become()
        case = wire.act("ruling", case, **ruling)
        assert case["disputes"][0]["ruling_cents"] == 3000
        assert wire.paid(case)["refunded_cents"] == 3000

    def test_our_own_fault_is_conceded(self, wire, disputed):
        wire.act("judgement", disputed, responsible="merchant")
        wire.act("concession", disputed)
        done = wire.paid(disputed)
        assert (done["state"], done["refunded_cents"]) == ("completed", done["requested_cents"])

    def test_both_settle(self, wire, disputed):
        wire.act("settlement", disputed, cents=2000, words="各让一步")
        assert wire.paid(disputed)["refunded_cents"] == 2000


def test_a_fast_refund_that_never_came_back_is_got_back(wire, make, desk, buyer):
    case = wire.agree(wire.ask(make(OrderStatus.SIGNED), kind="return_refund", reason="no_reason"))
    case = wire.send("return", case, door=BUYER)
    wire.act("fast-refund", case, reason="老客户")
    desk.work()
    credit = f"/api/customers/{buyer.id}/credit"
    before = wire.client.get(credit).json()["score"]
    desk.wait(days=10, hours=1)
    (lost,) = wire.listed("recoveries")
    assert (lost["case_id"], lost["state"]) == (case["id"], "open")
    assert wire.client.get(credit).json()["score"] < before
    ended = wire.client.put(
        f"/api/recoveries/{lost['id']}/end", json={"how": "recovered", "note": "客户寄回"}
    )
    assert ended.json()["state"] == "recovered"
    assert wire.client.get(credit).json()["score"] == before
