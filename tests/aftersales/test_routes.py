"""Cases over HTTP, for staff and for shoppers."""

from dataclasses import replace

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import lines_of
from xiaoer.aftersales.models import Reason
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus


def asked(session, order, **more):
    lines = [
        {"order_line_id": str(line.id), "qty": line.quantity} for line in lines_of(session, order)
    ]
    return {"kind": "refund_only", "reason": "no_longer_needed", "lines": lines} | more


def keyed(key=None):
    return {"headers": {"Idempotency-Key": str(key or new_id())}}


class TestShopper:
    @pytest.mark.row("RET-5", "RNT-2", "RNT-4", "RFU-2")
    def test_from_choosing_to_withdrawing(self, client, desk, make, shopper, session):
        order = make()
        path = f"/chat/aftersales/orders/{order.id}"
        assert [each["id"] for each in client.get("/chat/aftersales/orders").json()["items"]] == [
            str(order.id)
        ]
        known = client.get(path).json()
        assert [each["free"] for each in known["lines"]] == [3, 1]
        assert "quality_defect" not in [each["reason"] for each in known["reasons"]]
        body, key = asked(session, order), keyed()
        quoted = client.post(f"{path}/quotes", json=body).json()
        assert (quoted["cents"], quoted["freight_cents"]) == (10001, 800)
        assert quoted["ways"][0]["cents"] == 10001
        made = client.post(f"{path}/cases", json=body, **key)
        assert made.status_code == 201, made.text
        case = made.json()
        assert (case["state"], case["requested_cents"]) == ("awaiting_merchant", 10001)
        assert case["deadline_at"]
        assert client.post(f"{path}/cases", json=body, **key).json()["id"] == case["id"]
        again = client.post(f"{path}/cases", json=body | {"text": "另一句"}, **key)
        assert (again.status_code, again.json()["code"]) == (422, "KeyReused")
        followed = client.get(f"/chat/aftersales/cases/{case['id']}").json()
        assert [step["command"] for step in followed["timeline"]] == ["open"]
        assert followed["actions"] == ["withdrawal", "evidence"]
        own = client.get("/chat/aftersales/cases").json()["items"]
        assert [each["id"] for each in own] == [case["id"]]
        path = f"/chat/aftersales/cases/{case['id']}/withdrawal"
        key = keyed()
        ended = client.post(path, json={"version": 1}, **key)
        assert ended.json()["state"] == "closed"
        assert client.post(path, json={"version": 1}, **key).json() == ended.json()
        assert client.post(path, json={"version": 1}, **keyed()).status_code == 409

    def test_a_stranger_finds_nothing(self, client, desk, make, shopper, stranger, session):
        order = make()
        path = f"/chat/aftersales/orders/{order.id}"
        case = client.post(f"{path}/cases", json=asked(session, order)).json()
        shopper["actor"] = stranger
        before = everything(session)
        own = f"/chat/aftersales/cases/{case['id']}"
        amended = {"kind": "change_address", "address": {"address": "别处"}}
        tried = [
            client.get(path),
            client.get(own),
            client.post(f"{path}/quotes", json=asked(session, order)),
            client.post(f"{path}/cases", json=asked(session, order)),
            client.post(f"{path}/amendments", json=amended),
            client.post(f"{own}/withdrawal", json={"version": 1}, **keyed()),
            client.post(f"{own}/evidence", json={"kind": "item_photo"}),
        ]
        assert [each.status_code for each in tried] == [404] * len(tried)
        assert client.get("/chat/aftersales/cases").json()["items"] == []
        assert client.get("/chat/aftersales/orders").json()["items"] == []
        assert everything(session) == before

    @pytest.mark.parametrize(
        "what",
        [
            {"cents": 0},
            {"cents": -1},
            {"cents": 1.5},
            {"cents": 10002},
            {"currency": "USD"},
            {"lines": []},
            {"lines": [{"order_line_id": str(new_id()), "qty": 1}]},
        ],
    )
    def test_a_bad_request_changes_nothing(self, client, desk, make, shopper, session, what):
        order = make()
        before = everything(session)
        path = f"/chat/aftersales/orders/{order.id}/cases"
        answer = client.post(path, json=asked(session, order, **what), **keyed())
        assert answer.status_code in (409, 422)
        assert answer.json()["message"]
        assert everything(session) == before


class TestStaff:
    @pytest.mark.row("RFU-3")
    def test_queues_by_deadline(self, client, desk, make, buyer, session, count_statements):
        cases = [desk.ask(make(), by=buyer) for _ in range(3)]
        with count_statements(session) as seen:
            found = client.get("/api/cases?queue=unshipped").json()
        assert len(seen) <= 2
        assert [each["id"] for each in found["items"]] == [str(each.id) for each in cases]
        shown = {
            "reason": "no_longer_needed",
            "requested_cents": 10001,
            "order_paid_cents": 10001,
            "phase": "pre_ship",
            "deadline_action": "approve_refund",
        }
        assert all(shown.items() <= each.items() for each in found["items"])
        assert all(each["deadline_at"] for each in found["items"])
        first = client.get("/api/cases?limit=2").json()
        rest = client.get("/api/cases", params={"limit": 2, "after": first["next"]}).json()
        ids = [each["id"] for each in (*first["items"], *rest["items"])]
        assert ids == [str(each.id) for each in cases]
        assert rest["next"] is None
        with count_statements(session) as seen:
            counts = client.get("/api/case-queues").json()["items"]
        assert len(seen) <= 2
        assert {each["queue"]: each["count"] for each in counts}["unshipped"] == 3
        assert client.get("/api/cases?overdue=true").json()["items"] == []

    @pytest.mark.row("SMT-3")
    def test_one_page_tells_all(self, client, desk, make, buyer, session, count_statements):
        case = desk.ask(make(), by=buyer)
        with count_statements(session) as seen:
            page = client.get(f"/api/cases/{case.id}").json()
        assert len(seen) <= 18
        assert page["decision"]["row"] == "A1"
        assert page["decision"]["why"][0]["en"].startswith("Matched A1")
        around = client.get(f"/api/cases/{case.id}/surroundings").json()
        assert around["credit"]["risk"] == "low"
        paid = sum(line["refund_cents"] for line in page["lines"])
        assert paid + page["amounts"]["freight_cents"] == 10001
        assert [each["command"] for each in page["timeline"]] == ["open"]
        approval = next(each for each in page["actions"] if each["action"] == "approval")
        assert (approval["leads_to"], approval["cents"]) == (["awaiting_refund"], 10001)
        assert "100.01" in approval["consequence"]["en"]

    def test_approved_once_whatever_is_repeated(self, client, desk, make, buyer, session):
        case = desk.ask(make(), by=buyer)
        path, body, key = f"/api/cases/{case.id}/approval", {"version": 1, "cents": 10001}, keyed()
        done = client.post(path, json=body, **key).json()
        assert done["state"] == "refund_processing"
        after = everything(session)
        assert client.post(path, json=body, **key).json()["version"] == done["version"]
        assert client.post(path, json=body | {"cents": 5}, **key).json()["code"] == "KeyReused"
        assert client.post(path, json=body, **keyed()).json()["code"] == "CaseChanged"
        assert everything(session) == after

    def test_many_at_once_only_where_it_is_safe(self, client, desk, make, buyer, session):
        good, stale, odd = (
            desk.ask(make(), by=buyer),
            desk.ask(make(), by=buyer),
            desk.ask(make(), by=buyer, reason=Reason.QUALITY_DEFECT),
        )
        wanted = [
            {"case_id": str(good.id), "version": 1, "cents": 10001},
            {"case_id": str(stale.id), "version": 1, "cents": 5},
            {"case_id": str(odd.id), "version": 1, "cents": 10001},
            {"case_id": str(new_id()), "version": 1, "cents": 10001},
        ]
        done = client.post("/api/case-approvals", json={"cases": wanted}).json()["items"]
        assert [(each["approved"], each["code"]) for each in done] == [
            (True, None),
            (False, "CentsChanged"),
            (False, "NotSafeInBulk"),
            (False, "CaseNotFound"),
        ]
        assert client.get(f"/api/cases/{odd.id}").json()["version"] == 1

    def test_a_return_from_audit_to_receipt(self, client, desk, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        body = asked(session, order, kind="return_refund", reason="no_reason")
        case = client.post(f"/api/orders/{order.id}/cases", json=body, **keyed()).json()
        path = f"/api/cases/{case['id']}"
        amount = case["requested_cents"]
        early = client.post(f"{path}/approval", json={"version": 1, "cents": amount})
        assert early.json()["code"] == "ConditionsNotChecked"
        told = {"version": 1, "cents": amount, "reasonable": True, "conditions_met": True}
        agreed = client.post(f"{path}/approval", json=told, **keyed()).json()
        assert agreed["state"] == "awaiting_buyer_return"
        assert agreed["place"]["name"] == "杭州仓"
        sent = {"version": agreed["version"], "carrier": "顺丰", "tracking_no": "SF1234567890"}
        coming = client.post(f"{path}/return", json=sent, **keyed()).json()
        assert [each["tracking_no"] for each in coming["parcels"]] == ["SF1234567890"]
        lines = [
            {"order_line_id": each["order_line_id"], "received": each["qty"]}
            | {"accepted": each["qty"]}
            for each in coming["lines"]
        ]
        got = {"version": coming["version"], "lines": lines}
        done = client.post(f"{path}/receipt", json=got, **keyed())
        assert done.json()["state"] == "refund_processing", done.text

    def test_without_the_right_nothing_happens(self, client, desk, make, buyer, acting, session):
        case = desk.ask(make(), by=buyer)
        rights = acting["actor"].permissions - {Permission.AFTERSALES_DECIDE}
        acting["actor"] = replace(acting["actor"], permissions=rights)
        before = everything(session)
        path = f"/api/cases/{case.id}"
        assert [each["action"] for each in client.get(path).json()["actions"]] == [
            "withdrawal",
            "override",
        ]
        answer = client.post(f"{path}/approval", json={"version": 1, "cents": 10001})
        assert answer.status_code == 403
        assert everything(session) == before

    def test_other_shops_find_nothing(self, client, desk, make, buyer, acting, session):
        case = desk.ask(make(), by=buyer)
        acting["actor"] = replace(acting["actor"], shop_ids=frozenset())
        before = everything(session)
        tried = [
            client.get(f"/api/cases/{case.id}"),
            client.post(f"/api/cases/{case.id}/approval", json={"version": 1, "cents": 10001}),
            client.post(f"/api/cases/{case.id}/withdrawal", json={"version": 1}, **keyed()),
            client.get(f"/api/orders/{case.order_id}/cases"),
            client.post(
                f"/api/orders/{case.order_id}/compensations",
                json={"cents": 1, "currency": "CNY", "reason": "late_ship"},
            ),
        ]
        assert [each.status_code for each in tried] == [404] * len(tried)
        assert client.get("/api/cases").json()["items"] == []
        assert everything(session) == before
