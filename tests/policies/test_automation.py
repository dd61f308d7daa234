"""Automations: separate switches, safe ones alone on during a promotion, limits, a kill-switch."""

import pytest
from sqlalchemy import func, select

from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.ids import new_id
from xiaoer.policies import service
from xiaoer.policies.models import AutomationSwitch, Outcome, SwitchState

SAFE = {"unshipped_refund_only", "seven_day_return_application"}
UNSHIPPED = {
    "promotion.active": True,
    "case.kind": "refund_only",
    "order.phase": "pre_ship",
    "warehouse.unshipped": True,
    "case.requested_cents": 5000,
    "case.refundable_cents": 5000,
    "order.paid_cents": 5000,
    "customer.risk": "normal",
}
APPLICATION = {
    "promotion.active": True,
    "case.kind": "return_refund",
    "order.phase": "delivered",
    "case.reason": "no_reason",
    "store.seven_day": True,
    "line.flags": [],
    "case.days_since_delivery": 7,
    "order.paid_cents": 5000,
    "customer.risk": "low",
}


def on(client, shop, **params):
    answer = client.get("/api/automations", params={"shop_id": str(shop.id), **params})
    return {each["code"] for each in answer.json()["items"] if each["on"]}


@pytest.mark.row("AUT-2")
class TestSwitches:
    def test_only_the_safe_two_are_on_during_a_promotion(self, client, shop):
        assert on(client, shop, promotion=True) == SAFE
        assert on(client, shop, promotion=False) == set()

    def test_a_person_s_choice_goes_first(self, client, session, shop, decide):
        body = {"shop_id": str(shop.id), "state": "on"}
        assert client.put("/api/automations/received_refund", json=body).is_success
        assert on(client, shop, promotion=True) == SAFE | {"received_refund"}
        made = decide(
            "automation",
            {
                "promotion.active": False,
                "case.kind": "return_refund",
                "return.inspection": "passed",
                "case.requested_cents": 100,
                "case.refundable_cents": 100,
                "customer.risk": "low",
            },
        )
        assert (made.row, made.outputs["switch"]) == ("d", "received_refund")

    @pytest.mark.row("AUT-5")
    def test_killed_it_is_off_at_once(self, client, shop, decide):
        assert decide("automation", UNSHIPPED).decided == "approve"
        body = {"shop_id": str(shop.id), "state": "killed", "reason": "退款异常"}
        assert client.put("/api/automations/unshipped_refund_only", json=body).is_success
        made = decide("automation", UNSHIPPED)
        assert (made.row, made.decided) == ("default", "review")
        assert made.facts["automation.on"] == ["seven_day_return_application"]

    def test_refusals_change_nothing(self, client, session, shop, acting):
        killing = {"shop_id": str(shop.id), "state": "killed"}
        assert client.put("/api/automations/fast_refund", json=killing).status_code == 422
        unknown = {"shop_id": str(shop.id), "state": "on"}
        assert client.put("/api/automations/magic", json=unknown).status_code == 404
        acting["actor"] = Actor(
            ActorKind.AGENT,
            new_id(),
            "小满",
            frozenset({Permission.POLICIES_READ}),
            frozenset({shop.id}),
        )
        assert client.put("/api/automations/fast_refund", json=unknown).status_code == 403
        assert session.scalar(select(func.count()).select_from(AutomationSwitch)) == 0


class TestDeciding:
    @pytest.mark.row("AUT-3")
    def test_only_what_is_really_unshipped_and_paid(self, decide):
        assert decide("automation", UNSHIPPED).row == "a"
        for facts in (
            {"warehouse.unshipped": False},
            {"order.phase": "shipped"},
            {"case.requested_cents": 5001},
            {"customer.risk": "high"},
        ):
            assert decide("automation", {**UNSHIPPED, **facts}).decided == "review"
        asked = decide("automation", {**UNSHIPPED, "warehouse.unshipped": None})
        assert (asked.outcome, asked.needs) == (Outcome.NEED_FACT, ["warehouse.unshipped"])

    @pytest.mark.row("AUT-4")
    def test_only_applications_within_seven_days_of_goods_that_allow_it(self, decide):
        made = decide("automation", APPLICATION)
        assert (made.row, made.outputs["switch"]) == ("b", "seven_day_return_application")
        for facts in (
            {"case.days_since_delivery": 8},
            {"line.flags": ["custom_made"]},
            {"store.seven_day": False},
            {"case.reason": "quality_defect"},
        ):
            assert decide("automation", {**APPLICATION, **facts}).decided == "review"

    @pytest.mark.row("AUT-5")
    def test_the_day_s_limit_is_kept_and_decisions_are_listed_with_their_rule(
        self, client, session, shop, actor, decide, frozen
    ):
        service.set_switch(
            session,
            actor,
            shop_id=shop.id,
            code="unshipped_refund_only",
            state=SwitchState.ON,
            daily_limit=2,
        )
        rows = [decide("automation", UNSHIPPED).row for _ in range(3)]
        assert rows == ["a", "a", "default"]
        listed = client.get("/api/policy-decisions", params={"table": "automation", "row": "a"})
        items = listed.json()["items"]
        assert [each["outputs"]["switch"] for each in items] == ["unshipped_refund_only"] * 2
        assert items[0]["explanation"][0]["en"] == "Matched a (clause a)."

    def test_without_knowing_the_season_it_asks(self, decide):
        made = decide("automation", {"case.kind": "refund_only"})
        assert made.needs == ["promotion.active"]


@pytest.mark.row("RTN-1", "RTN-2")
class TestRetention:
    FACTS = {  # noqa: RUF012
        "case.reason": "no_longer_needed",
        "line.paid_cents": 12_000,
        "budget.order_offers": 0,
        "budget.remaining_cents": 100_000,
    }

    def test_offers_within_budget_and_once(self, decide):
        offers = decide("retention", self.FACTS).outputs["items"]
        assert [(each["offer"], each["offer_cents"]) for each in offers] == [
            ("coupon", 600),
            ("gift", 1000),
        ]
        large = decide("retention", {**self.FACTS, "line.paid_cents": 90_000}).outputs["items"]
        assert (large[0]["offer_cents"], large[0]["offer_approval"]) == (5000, True)
        for facts in ({"budget.order_offers": 1}, {"budget.remaining_cents": 999}):
            assert decide("retention", {**self.FACTS, **facts}).outputs == {"items": []}

    def test_none_for_reasons_of_quality(self, decide):
        made = decide("retention", {**self.FACTS, "case.reason": "quality_defect"})
        assert made.outputs == {"items": []}
