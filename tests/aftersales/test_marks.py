"""What a request is marked with, and how long what waits has waited (RFU-4, RFU-8, FST-1, SMT-2,
SMT-3)."""

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN
from tests.payments.conftest import paid_by
from xiaoer.aftersales import errors, rules, service
from xiaoer.aftersales.models import CaseState
from xiaoer.aftersales.queries import waiting
from xiaoer.orders.models import OrderStatus
from xiaoer.policies.models import Decision

S = CaseState


class TestAmount:
    @pytest.mark.row("RFU-4")
    @pytest.mark.parametrize(("cents", "mark"), [(None, "ok"), (10001, "ok"), (5000, "too_low")])
    def test_stands_marked_in_the_queue_and_on_its_page(
        self, client, desk, make, buyer, cents, mark
    ):
        case = desk.ask(make(), by=buyer, **({"cents": cents} if cents else {}))
        (shown,) = client.get("/api/cases?queue=unshipped").json()["items"]
        assert shown["amount_mark"] == mark
        assert client.get(f"/api/cases/{case.id}").json()["amount_mark"] == mark

    @pytest.mark.row("RFU-4")
    def test_above_what_can_be_refunded(self):
        assert rules.amount_mark(10002, 10001) == "too_high"

    @pytest.mark.row("RFU-4")
    def test_freight_counts_where_policy_gives_it_back(self, desk, make, buyer):
        unshipped = desk.ask(make(), by=buyer)
        returned = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        most = [each.notes["max_cents"] for each in (unshipped, returned)]
        assert most == [10001, 9201]


class TestWaiting:
    @pytest.mark.row("RFU-8")
    def test_how_old_a_queue_s_cases_are(self, client, desk, make, buyer):
        opened = []
        for hours in (13, 7, 1):
            opened.append(desk.ask(make(OrderStatus.SHIPPED), by=buyer).opened_at)
            desk.wait(hours=hours)
        told = client.get("/api/case-queues").json()["items"]
        shipped = next(each for each in told if each["queue"] == "shipped")
        assert shipped["ages"] == {"6h": 1, "24h": 2, "48h": 0, "older": 0}
        assert shipped["oldest_at"] == opened[0].isoformat().replace("+00:00", "Z")
        empty = next(each for each in told if each["queue"] == "failed")
        assert (empty["count"], sum(empty["ages"].values()), empty["oldest_at"]) == (0, 0, None)

    def test_figures_are_exact_up_to_a_thousand(self, client, desk, make, buyer, monkeypatch):
        monkeypatch.setattr(waiting, "MOST", 2)
        for _ in range(3):
            desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        told = client.get("/api/case-queues").json()["items"]
        shipped = next(each for each in told if each["queue"] == "shipped")
        assert (shipped["count"], shipped["ages"]["6h"]) == (2, 2)

    @pytest.mark.row("RFU-8")
    def test_from_application_to_completion_against_the_target(self, client, desk, make, buyer):
        own = {"completion_targets": {"refund_only": 4}}
        desk.shop.settings = desk.shop.settings | {"aftersales": own}
        for hours in (3, 5):
            case = desk.ask(make(), by=buyer)
            desk.wait(hours=hours)
            desk.approve(case)
            desk.work()
        path = f"/api/case-reports/completion?shop_id={desk.shop.id}"
        (told,) = client.get(path).json()["items"]
        assert (told["cases"], told["mean_sec"]) == (2, 4 * 3600)
        assert (told["target_sec"], told["late"]) == (4 * 3600, 1)


@pytest.mark.row("FST-1")
@pytest.mark.parametrize("flag", ["active", None])
def test_the_entitlement_to_a_fast_refund_is_shown(client, desk, make, buyer, flag):
    facts = paid_by(("credit_card_9", 10001)) | ({"fast_refund": flag} if flag else {})
    case = desk.ask(make(OrderStatus.SIGNED, facts=facts), by=buyer, **RETURN)
    shown = client.get(f"/api/cases/{case.id}").json()
    assert shown["fast_entitlement"] == (flag or "none")


class TestByRule:
    @pytest.mark.row("SMT-2")
    def test_approved_refused_or_brought_to_a_person(self, desk, make, buyer, session):
        desk.switch("unshipped_refund_only")
        assert desk.ask(make(), by=buyer).state is S.REFUND_PROCESSING
        late = make(OrderStatus.SIGNED)
        desk.wait(days=8)
        before = everything(session)
        with pytest.raises(errors.PolicyRefuses), session.begin_nested():
            desk.ask(late, by=buyer, **RETURN)
        assert everything(session) == before
        routed = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        assert (routed.state, routed.queue) == (S.AWAITING_MERCHANT, "shipped")

    @pytest.mark.row("SMT-3")
    def test_marked_as_automatic_it_can_be_decided_otherwise(
        self, client, desk, make, buyer, session
    ):
        desk.switch("seven_day_return_application")
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        assert case.state is S.AWAITING_BUYER_RETURN
        shown = client.get(f"/api/cases/{case.id}").json()
        assert shown["automation"] == "seven_day_return_application"
        assert [each["by_kind"] for each in shown["timeline"]] == ["customer", "system"]
        case = service.override(
            session,
            desk.actor,
            case_id=case.id,
            version=shown["version"],
            cents=5000,
            reason="误批，商品已使用",
            outputs={"decision": "review"},
        )
        made = session.get_one(Decision, case.decision_id)
        assert (made.override_reason, made.actor_name) == ("误批，商品已使用", desk.actor.name)
        assert (made.override_of is not None, case.requested_cents) == (True, 5000)
