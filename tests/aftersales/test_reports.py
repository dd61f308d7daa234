"""Reports: every figure says its window and rule, and opens the cases behind it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.aftersales.test_returns import receive, send
from xiaoer.aftersales import service
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    EvidenceKind,
    OfferKind,
    Party,
    Reason,
)
from xiaoer.aftersales.rules.legs import CourierLeg, of_courier
from xiaoer.aftersales.service import Proof, branching
from xiaoer.core import clock, shops
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.playbooks import service as playbooks

K = EvidenceKind
RETURN = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}


@pytest.fixture
def report(client, shop):
    """One report of the shop, and the cases its figures open."""

    def get(name, **asked):
        found = client.get(f"/api/case-reports/{name}", params={"shop_id": str(shop.id), **asked})
        assert found.status_code == 200, found.text
        told = found.json()
        assert told["window"]["timezone"] == "Asia/Shanghai"
        assert told["rule"]["zh"]
        assert told["rule"]["en"]
        for item in told["items"]:
            ids = item["case_ids"]
            rows = client.get("/api/case-reports/rows", params={"ids": ids}) if ids else None
            assert rows is None or {e["id"] for e in rows.json()["items"]} == set(ids)
        return told

    return get


def now_of(desk, case):
    return desk.session.get_one(Case, case.id)


class TestRetention:
    @pytest.fixture
    def offered(self, desk, make, buyer, session):
        shop = desk.shop
        shop.settings = shop.settings | {"aftersales": {"retention_budget_cents": 100_000}}
        session.flush()

        def made(answer, actor=None, reason=Reason.NO_LONGER_NEEDED):
            case = desk.ask(make(), by=buyer, reason=reason)
            act = {"case_id": case.id, "version": case.version, "kind": OfferKind.COUPON}
            service.retain(session, actor or desk.actor, **act)
            if answer:
                getattr(service, answer)(session, buyer, case_id=case.id)
            return case

        return made

    @pytest.mark.row("RTN-5")
    def test_attempts_success_cost_and_what_was_saved_by_agent(self, desk, offered, report):
        other = replace(desk.actor, id=new_id(), name="何掌柜")
        kept, lost = offered("accept"), offered("decline")
        offered(None, actor=other)
        told = report("retention", by="agent")
        by = {each["key"]: each for each in told["items"]}
        mine = by["周掌柜"]
        assert (mine["attempts"], mine["accepted"], mine["declined"]) == (2, 1, 1)
        assert mine["success_bp"] == 5000
        assert mine["saved_cents"] == kept.requested_cents
        assert mine["cost_cents"] > 0
        assert set(mine["case_ids"]) == {str(kept.id), str(lost.id)}
        assert by["何掌柜"]["success_bp"] == 0

    @pytest.mark.row("RTN-5")
    def test_and_by_reason(self, desk, offered, report):
        offered("accept")
        offered("accept", reason=Reason.WRONG_ORDER)
        told = report("retention", by="reason")
        assert {each["key"] for each in told["items"]} == {"no_longer_needed", "wrong_order"}

    def test_what_was_offered_before_the_window_is_not_in_it(self, desk, offered, report):
        offered("accept")
        desk.later(timedelta(days=8))
        assert report("retention", days=7)["items"] == []


class TestTimes:
    @pytest.fixture
    def returned(self, desk, make, buyer):
        """A return whose legs took 2, 6, 40, 7 and no hours."""

        def made():
            case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
            desk.wait(hours=2)
            case = desk.approve(now_of(desk, case))
            desk.wait(hours=6)
            case = send(desk, buyer, now_of(desk, case))
            news = {"case_id": case.id}
            for hours, node in ((4, "collected"), (26, "out_for_delivery"), (10, "signed")):
                desk.wait(hours=hours)
                service.report_return(desk.session, desk.actor, **news, node=node)
            desk.wait(hours=7)
            receive(desk, now_of(desk, case))
            desk.work()
            return case

        return made

    @pytest.mark.row("KP4-8", "RET-21")
    def test_five_segments_apart_with_targets(self, desk, returned, report):
        case = returned()
        told = report("return-times")
        hours = {each["leg"]: each["mean_sec"] // 3600 for each in told["items"]}
        assert hours == {"approval": 2, "mailing": 6, "transit": 40, "inspection": 7, "refund": 0}
        ours = [each["leg"] for each in told["items"] if each["ours"]]
        assert ours == ["approval", "inspection", "refund"]
        assert all(each["target_sec"] > 0 and each["late"] == 0 for each in told["items"])
        assert told["items"][0]["case_ids"] == [str(case.id)]
        assert [each["seconds"]["transit"] for each in told["days"]] == [40 * 3600]

    @pytest.mark.row("RET-21")
    def test_what_takes_longer_than_its_target_is_counted(self, desk, returned, report, session):
        desk.shop.settings = desk.shop.settings | {"aftersales": {"leg_targets": {"transit": 39}}}
        session.flush()
        returned()
        late = {each["leg"]: each["late"] for each in report("return-times")["items"]}
        assert late["transit"] == 1

    @pytest.mark.row("RET-19")
    def test_each_courier_is_measured_leg_by_leg(self, desk, returned, report):
        case = returned()
        told = {each["leg"]: each for each in report("couriers")["items"]}
        assert {leg: each["mean_sec"] // 3600 for leg, each in told.items()} == {
            "pick_up": 4,
            "transit": 26,
            "signature": 10,
        }
        assert {each["carrier"] for each in told.values()} == {"圆通"}
        assert told["pick_up"]["case_ids"] == [str(case.id)]

    def test_a_parcel_without_scans_tells_nothing(self):
        now = clock.now()
        assert of_courier(now, [], now) == {}
        scans = [{"node": "in_transit", "at": (now + timedelta(hours=1)).isoformat()}]
        assert of_courier(now, scans, None) == {CourierLeg.PICK_UP: 3600}
        assert of_courier(now, scans, now + timedelta(hours=3))[CourierLeg.TRANSIT] == 7200


class TestCompletion:
    @pytest.mark.row("KP4-14")
    def test_what_somebody_else_ruled_on_is_counted_apart(self, desk, make, buyer, report, session):
        own = desk.ask(make(), by=buyer)
        desk.wait(hours=3)
        desk.approve(now_of(desk, own))
        desk.work()
        ruled = disputed(desk, make, buyer)
        desk.wait(hours=30)
        arbiter = replace(desk.actor, id=new_id(), name="仲裁")
        service.rule(
            session,
            arbiter,
            case_id=ruled.id,
            version=now_of(desk, ruled).version,
            ruled_for=Party.BUYER,
            words="支持",
        )
        desk.work()
        told = {each["ruled"]: each for each in report("completion")["items"]}
        assert (told[False]["cases"], told[False]["mean_sec"]) == (1, 3 * 3600)
        assert told[False]["case_ids"] == [str(own.id)]
        assert told[True]["case_ids"] == [str(ruled.id)]


class TestAutomation:
    @pytest.mark.row("AUT-1")
    def test_with_and_without_side_by_side(self, desk, make, buyer, report):
        """Done by a switch at once, by a person after three hours; one of theirs was disputed."""
        by_hand = desk.ask(make(), by=buyer)
        desk.wait(hours=3)
        desk.approve(now_of(desk, by_hand))
        desk.work()
        argued = disputed(desk, make, buyer)
        seen = {"case_id": argued.id, "version": argued.version}
        service.settle(desk.session, desk.actor, **seen, cents=2000, words="各让一步")
        desk.work()
        desk.switch("unshipped_refund_only")
        by_switch = desk.ask(make(), by=buyer)
        desk.work()
        told = {each["automation"]: each for each in report("automation")["items"]}
        assert told["unshipped_refund_only"]["case_ids"] == [str(by_switch.id)]
        assert told["unshipped_refund_only"]["mean_sec"] == 0
        assert (told[""]["cases"], told[""]["mean_sec"]) == (2, 3 * 3600 // 2)
        assert (told[""]["disputed"], told[""]["disputed_bp"]) == (1, 5000)


def disputed(desk, make, buyer):
    proofs = [
        Proof(EvidenceKind.UNBOXING_VIDEO, (), "开箱"),
        Proof(EvidenceKind.PACKAGE_PHOTO, (), "包"),
    ]
    case = desk.ask(make(OrderStatus.SIGNED), by=buyer, reason=Reason.MISSING_ITEM, proofs=proofs)
    seen = {"case_id": case.id, "version": case.version}
    service.refuse(desk.session, desk.actor, **seen, reason="amount_wrong", words="不符")
    return service.escalate(desk.session, buyer, case_id=case.id)


class TestBranches:
    @pytest.mark.row("DSP-25")
    def test_which_branch_costs_most(self, desk, make, buyer, report, session):
        settled = disputed(desk, make, buyer)
        seen = {"case_id": settled.id, "version": settled.version}
        service.settle(session, desk.actor, **seen, cents=2000, words="各让一步")
        ruled = disputed(desk, make, buyer)
        arbiter = replace(desk.actor, id=new_id(), name="仲裁")
        service.rule(
            session,
            arbiter,
            case_id=ruled.id,
            version=ruled.version,
            ruled_for=Party.BUYER,
            cents=3000,
            words="部分",
        )
        late = desk.ask(make(OrderStatus.SHIPPED), by=buyer, reason=Reason.LATE_SHIP)
        run = playbooks.start(
            session,
            desk.actor,
            playbook="dispute",
            subject=branching.subject_of(session, late),
            facts={"goods_state": "not_received", "parcel_state": "not_shipped"},
        )
        playbooks.finish(session, desk.actor, run.id, result="agree", cost_cents=100)
        told = report("disputes")["items"]
        assert [(each["branch"], each["runs"], each["cost_cents"]) for each in told] == [
            ("2.3", 2, 5000),
            ("1.0", 1, 100),
        ]
        assert told[0]["results"] == {"negotiate": 1, "unanswered": 1}
        assert told[0]["rulings"] == {"partly": 1}
        assert told[0]["title"]["zh"] == "少件、空包、错发"


class TestReach:
    def test_another_shop_s_figures_are_not_there(self, client, acting, actor, session, desk):
        other = shops.add(session, system(), code="other", name="另一家")
        asked = {"shop_id": str(other.id)}
        names = ("retention", "return-times", "couriers", "completion", "disputes", "automation")
        for name in names:
            assert client.get(f"/api/case-reports/{name}", params=asked).status_code == 404

    def test_the_cases_of_others_are_left_out(self, client, desk, make, buyer, acting, session):
        case = desk.ask(make(), by=buyer)
        asked = {"ids": [str(case.id), str(new_id())]}
        assert len(client.get("/api/case-reports/rows", params=asked).json()["items"]) == 1
        acting["actor"] = replace(desk.actor, shop_ids=frozenset({new_id()}))
        assert client.get("/api/case-reports/rows", params=asked).json()["items"] == []
