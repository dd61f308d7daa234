"""What nobody should be able to do over HTTP: a sentence, a stable code, and nothing changed."""

from dataclasses import replace

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, lines_of, send
from tests.aftersales.test_routes import asked, keyed
from xiaoer.aftersales import service
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.workforce.rules import BUILTIN_ROLES

ROLES = {role.code: role.permissions for role in BUILTIN_ROLES}


def refused(answer, code, session, before, *, status=None):
    """Assert that it was said no to, in words, and that it had no effect."""
    body = answer.json()
    assert (body["code"], bool(body["message"])) == (code, True), answer.text
    assert answer.status_code == (status or answer.status_code)
    assert answer.status_code in (403, 404, 409, 422)
    assert everything(session) == before


class TestAmounts:
    @pytest.mark.parametrize(
        ("cents", "code"),
        [
            (0, "CentsChanged"),
            (-10001, "CentsChanged"),
            (10002, "CentsChanged"),
            (2**60, "ValidationFailed"),
        ],
    )
    def test_approving_another_amount(self, client, desk, make, buyer, session, cents, code):
        """I16, I21, P26."""
        case = desk.ask(make(), by=buyer)
        before = everything(session)
        body = {"version": 1, "cents": cents}
        answer = client.post(f"/api/cases/{case.id}/approval", json=body, **keyed())
        assert answer.status_code in (409, 422)
        assert answer.json()["message"]
        if code == "CentsChanged":
            assert answer.json()["code"] == code
        assert everything(session) == before

    @pytest.mark.parametrize("cents", [0, -1, 10002])
    @pytest.mark.parametrize("act", ["offer", "override"])
    def test_amounts_that_cannot_be(self, client, desk, make, buyer, session, act, cents):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        if act == "override" and cents == 0:
            return  # leaves the amount as it is
        before = everything(session)
        body = {"version": 1, "cents": cents, "reason": "x"}
        answer = client.post(f"/api/cases/{case.id}/{act}", json=body, **keyed())
        code = "AmountTooHigh" if cents > 0 else "AmountNotAllowed"
        refused(answer, code, session, before)

    @pytest.mark.parametrize(
        ("what", "code"),
        [
            ({"cents": 0}, "AmountNotAllowed"),
            ({"cents": -100}, "AmountNotAllowed"),
            ({"cents": 10002}, "CompensationTooHigh"),
            ({"cents": 100, "currency": "USD"}, "OtherCurrencyAsked"),
            ({"cents": 100, "instrument_id": str(new_id())}, "InstrumentNotFound"),
        ],
    )
    def test_compensation(self, client, desk, make, session, what, code):
        order = make(OrderStatus.SIGNED)
        before = everything(session)
        body = {"currency": "CNY", "reason": "late_ship"} | what
        answer = client.post(f"/api/orders/{order.id}/compensations", json=body, **keyed())
        refused(answer, code, session, before)

    def test_compensation_cannot_be_asked_for(
        self,
        client,
        desk,
        make,
        shopper,
        session,
    ):
        order = make(OrderStatus.SIGNED)
        before = everything(session)
        body = asked(session, order, kind="compensation", reason="late_ship")
        answer = client.post(f"/chat/aftersales/orders/{order.id}/cases", json=body, **keyed())
        refused(answer, "GivenNotAskedFor", session, before)

    def test_another_currency(self, client, desk, make, shopper, session):
        order = make()
        before = everything(session)
        body = asked(session, order, currency="USD")
        answer = client.post(f"/chat/aftersales/orders/{order.id}/cases", json=body, **keyed())
        refused(answer, "OtherCurrencyAsked", session, before)


class TestUnits:
    def test_units_of_another_order(self, client, desk, make, shopper, session):
        order, other = make(), make()
        before = everything(session)
        body = asked(session, other)
        answer = client.post(f"/chat/aftersales/orders/{order.id}/cases", json=body, **keyed())
        refused(answer, "UnitUnknown", session, before)

    @pytest.mark.parametrize(("qty", "code"), [(0, "NothingChosen"), (4, "UnitUnknown")])
    def test_P13_other_counts(
        self,
        client,
        desk,
        make,
        shopper,
        session,
        qty,
        code,
    ):
        order = make()
        line = lines_of(session, order)[0]
        before = everything(session)
        body = asked(session, order, lines=[{"order_line_id": str(line.id), "qty": qty}])
        answer = client.post(f"/chat/aftersales/orders/{order.id}/cases", json=body, **keyed())
        refused(answer, code, session, before)

    def test_P14_a_unit_of_another_case(
        self,
        client,
        desk,
        make,
        buyer,
        shopper,
        session,
    ):
        order = make()
        desk.ask(order, 2, 0, by=buyer)
        line = lines_of(session, order)[0]
        before = everything(session)
        body = asked(session, order, lines=[{"order_line_id": str(line.id), "qty": 2}])
        answer = client.post(f"/chat/aftersales/orders/{order.id}/cases", json=body, **keyed())
        refused(answer, "UnitTaken", session, before)

    def test_units_in_a_receipt(self, client, desk, back, session):
        case = back()
        before = everything(session)
        for line_id, counts in (
            (new_id(), {"received": 1, "accepted": 1}),
            (lines_of(session, desk.order(case))[0].id, {"received": 4, "accepted": 1}),
            (lines_of(session, desk.order(case))[0].id, {"received": 1, "accepted": 2}),
            (lines_of(session, desk.order(case))[0].id, {"received": -1, "accepted": -1}),
        ):
            body = {"version": case.version, "lines": [{"order_line_id": str(line_id)} | counts]}
            answer = client.post(f"/api/cases/{case.id}/receipt", json=body, **keyed())
            refused(answer, "CountsWrong", session, before)


class TestForgeries:
    @pytest.mark.parametrize("version", [0, 2, 999])
    def test_versions(self, client, desk, make, buyer, session, version):
        """I16."""
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        path = f"/api/cases/{case.id}"
        before = everything(session)
        for act, more in (
            ("approval", {"cents": case.requested_cents}),
            ("offer", {"cents": 100}),
            ("withdrawal", {}),
            ("override", {"cents": 0, "reason": "x"}),
            ("shipped-instead", {}),
        ):
            answer = client.post(f"{path}/{act}", json={"version": version} | more, **keyed())
            refused(answer, "CaseChanged", session, before, status=409)

    def test_keys_with_another_body(self, client, desk, make, buyer, session):
        """I10."""
        case, key = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN), keyed()
        path = f"/api/cases/{case.id}/offer"
        assert client.post(path, json={"version": 1, "cents": 100}, **key).status_code == 200
        before = everything(session)
        answer = client.post(path, json={"version": 1, "cents": 101}, **key)
        refused(answer, "KeyReused", session, before, status=422)
        again = client.post(path, json={"version": 1, "cents": 100}, **key)
        assert (again.status_code, everything(session)) == (200, before)

    def test_a_key_names_the_case_that_was_reopened(self, client, desk, make, buyer, session):
        """T27 over HTTP: the same answer for the same key, which is the new case."""
        case = desk.ask(make(), by=buyer)
        service.withdraw(session, buyer, case_id=case.id)
        path, key = f"/api/cases/{case.id}/reopening", keyed()
        first = client.post(path, json={"reason": "误撤"}, **key).json()
        again = client.post(path, json={"reason": "误撤"}, **key).json()
        assert first["id"] == again["id"] != str(case.id)
        before = everything(session)
        refused(client.post(path, json={"reason": "误撤"}, **keyed()), "UnitTaken", session, before)

    def test_a_tracking_number_of_another_case(self, client, desk, back, buyer, session):
        number = "YT8800000001"
        first = back(1, 0, sent=False)
        send(desk, buyer, first, number)
        second = back(1, 0, sent=False)
        before = everything(session)
        body = {"version": second.version, "carrier": "圆通", "tracking_no": f" {number.lower()} "}
        answer = client.post(f"/api/cases/{second.id}/return", json=body, **keyed())
        refused(answer, "TrackingNumberUsed", session, before, status=409)
        bad = client.post(f"/api/cases/{second.id}/return", json=body | {"tracking_no": "单号"})
        refused(bad, "TrackingNumberBad", session, before)


class TestShippedInstead:
    """T10."""

    def ship(self, desk, case):
        order = desk.order(case)
        orders.move(desk.session, desk.actor, order_id=order.id, status=OrderStatus.SHIPPED)
        desk.work()

    def test_T10_closed_when_it_really_left(self, client, desk, make, buyer, session):
        case = desk.ask(make(), by=buyer)
        before = everything(session)
        path = f"/api/cases/{case.id}/shipped-instead"
        answer = client.post(path, json={"version": 1}, **keyed())
        refused(answer, "CaseCannotMove", session, before)
        self.ship(desk, case)
        seen = client.get(f"/api/cases/{case.id}").json()
        assert "shipped-instead" in [each["action"] for each in seen["actions"]]
        done = client.post(path, json={"version": seen["version"]}, **keyed()).json()
        assert (done["state"], done["closed_reason"]) == ("closed", "shipped_instead")

    def test_T10_unless_the_shop_rules_it_out(self, client, desk, make, buyer, session):
        settings = {"aftersales": {"ship_instead": False}}
        desk.shop.settings = desk.shop.settings | settings
        session.flush()
        case = desk.ask(make(), by=buyer)
        self.ship(desk, case)
        version = client.get(f"/api/cases/{case.id}").json()["version"]
        before = everything(session)
        path = f"/api/cases/{case.id}/shipped-instead"
        answer = client.post(path, json={"version": version}, **keyed())
        refused(answer, "CaseCannotMove", session, before)


class TestRoles:
    @pytest.mark.row("ROL-5")
    @pytest.mark.parametrize(
        ("role", "may"),
        [
            ("reception", {"decide", "read"}),
            ("returns_handler", {"decide", "read", "receive"}),
            ("team_lead", {"decide", "read", "receive", "settle", "override"}),
            ("finance", {"read", "settle"}),
            ("warehouse", {"receive"}),
            ("courier", set()),
            ("qa_inspector", set()),
        ],
    )
    def test_what_each_may_do_with_a_case(
        self, client, desk, make, buyer, acting, session, role, may
    ):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        acting["actor"] = replace(acting["actor"], permissions=ROLES[role])
        got = {
            "read": client.get(f"/api/cases/{case.id}").status_code == 200,
            "decide": P_DECIDE in ROLES[role],
            "receive": client.get(
                "/api/returning-parcels", params={"shop_id": str(desk.shop.id)}
            ).status_code
            == 200,
            "settle": Permission.PAYMENTS_SETTLE in ROLES[role],
            "override": Permission.AFTERSALES_OVERRIDE in ROLES[role],
        }
        assert {name for name, yes in got.items() if yes} == may
        before = everything(session)
        answer = client.post(
            f"/api/cases/{case.id}/refusal",
            json={"version": 1, "reason": "window_over", "words": "x"},
        )
        allowed = "decide" in may
        assert (answer.status_code == 403) is not allowed
        if not allowed:
            assert everything(session) == before


P_DECIDE = Permission.AFTERSALES_DECIDE
