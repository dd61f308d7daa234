"""What an agent may do about a case, and what is said to follow before it is done."""

from typing import Any

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.test_routes import asked
from tests.payments.conftest import paid_by
from xiaoer.aftersales import service
from xiaoer.aftersales.models import CaseKind, InterceptionState, OfferKind, Reason
from xiaoer.orders.models import OrderStatus
from xiaoer.policies.service import drafting, publishing

RETURN: dict[str, Any] = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}


@pytest.fixture
def offered(client):
    """The names of what may be done now."""

    def names(case) -> set[str]:
        return {each["action"] for each in client.get(f"/api/cases/{case.id}").json()["actions"]}

    return names


@pytest.fixture
def foretold(client):
    def ask(case, action) -> dict[str, Any]:
        return client.get(f"/api/cases/{case.id}/actions/{action}").json()

    return ask


class TestForetelling:
    @pytest.mark.row("RNT-2")
    def test_an_approval_names_the_amount_the_way_and_the_day(
        self, desk, make, buyer, foretold, session
    ):
        case = desk.ask(make(), by=buyer)
        before = everything(session)
        told = foretold(case, "approval")
        assert "100.01" in told["message"]
        assert f"{case.number}" in told["message"]
        assert "{" not in told["message"]
        assert [each["state"] for each in told["steps"]] == ["awaiting_refund"]
        assert everything(session) == before

    def test_what_is_entered_is_left_open_in_the_message(self, desk, make, buyer, foretold):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        told = foretold(case, "refusal")
        assert "{why}" in told["message"]
        assert "{words}" in told["message"]
        assert [each["action"] for each in told["steps"]] == ["close", ""]

    def test_an_unknown_action_is_a_sentence(self, desk, make, buyer, client):
        case = desk.ask(make(), by=buyer)
        answer = client.get(f"/api/cases/{case.id}/actions/party")
        assert (answer.status_code, answer.json()["code"]) == (404, "ActionUnknown")


class TestOffered:
    @pytest.mark.row("RFS-6")
    def test_a_parcel_is_stopped_from_the_case(self, desk, make, buyer, session, offered, foretold):
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        assert "interception" in offered(case)
        assert "interception-answer" not in offered(case)
        service.intercept(session, desk.actor, case_id=case.id, version=case.version)
        assert "interception-answer" in offered(case)
        assert "interception" not in offered(case)
        service.answer_interception(
            session, desk.actor, case_id=case.id, state=InterceptionState.FAILED
        )
        assert {"interception", "choice"} <= offered(case)
        told = foretold(case, "approval")
        assert told["steps"][0]["state"] == "awaiting_refund"

    def test_an_offer_for_keeping_it_is_answered_in_the_customers_name(
        self, desk, make, buyer, session, offered, client
    ):
        desk.shop.settings = desk.shop.settings | {
            "aftersales": {"retention_budget_cents": 100_000}
        }
        session.flush()
        case = desk.ask(make(), by=buyer)
        assert not {"acceptance", "decline"} & offered(case)
        service.retain(
            session, desk.actor, case_id=case.id, version=case.version, kind=OfferKind.COUPON
        )
        assert {"acceptance", "decline"} <= offered(case)
        shown = client.get(f"/api/cases/{case.id}").json()
        body = {"version": shown["version"], "words": "想要全额退"}
        done = client.post(f"/api/cases/{case.id}/decline", json=body)
        assert done.status_code == 200
        assert not {"acceptance", "decline"} & offered(case)

    def test_what_ended_can_only_be_asked_for_again(
        self, desk, make, buyer, session, offered, client
    ):
        case = desk.ask(make(), by=buyer)
        service.withdraw(session, buyer, case_id=case.id, version=case.version)
        assert offered(case) == {"reopening"}
        again = client.post(f"/api/cases/{case.id}/reopening", json={"reason": "客户改主意"})
        assert again.json()["parent_id"] == str(case.id)
        assert again.json()["state"] == "awaiting_merchant"


class TestArrival:
    """RNT-2: by how it was paid, from a table that a shop may change."""

    @pytest.fixture
    def arrives(self, client, make, session, shopper):
        def told():
            parts = (("credit_card_3", 5001), ("gift_card_4", 5000))
            order = make(facts=paid_by(*parts))
            path = f"/chat/aftersales/orders/{order.id}/quotes"
            ways = client.post(path, json=asked(session, order)).json()["ways"]
            return {
                each["kind"]: (each["arrives_from_hours"], each["arrives_to_hours"])
                for each in ways
            }

        return told

    @pytest.mark.row("RNT-2")
    def test_each_way_of_paying_has_its_own_time(self, desk, arrives):
        assert arrives() == {"card": (24, 168), "gift_card": (0, 0)}

    @pytest.mark.row("RNT-2")
    def test_a_shop_sets_its_own(self, desk, arrives, session, actor, shop):
        draft = drafting.draft(session, actor, table="refund_arrival", shop_id=shop.id)
        row = next(each for each in draft.content["rows"] if each["id"] == "M4")
        sooner = {"arrives_from_hours": 2, "arrives_to_hours": 48}
        drafting.put_row(session, actor, draft.id, row | {"then": sooner})
        publishing.activate(session, actor, draft.id)
        assert arrives() == {"card": (2, 48), "gift_card": (0, 0)}
