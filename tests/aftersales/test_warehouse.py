"""What the warehouse may see and do over HTTP, and what it may not (ROL-5)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.aftersales.conftest import everything
from tests.workforce.factories import make_agent
from xiaoer.aftersales import service
from xiaoer.aftersales.models import CaseKind, InterceptionState, Reason
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.workforce import queries as workforce

FORBIDDEN = ("paid", "cents", "credit", "customer", "reason_text", "instrument", "decision")


@pytest.fixture
def keeper(session, shop, acting, desk) -> Any:
    """The client acts as somebody with the warehouse's role and nothing else."""
    agent = make_agent(session, shop, name="老李", roles=["warehouse"])
    found = workforce.actor_of(session, agent.id)
    assert found is not None
    acting["actor"] = found.actor
    return found.actor


def keyed():
    return {"headers": {"Idempotency-Key": str(new_id())}}


def sent_back(desk, make, buyer, number="SF0011223344"):
    case = desk.ask(
        make(OrderStatus.SIGNED), by=buyer, kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON
    )
    case = desk.approve(case)
    return service.ship_back(
        desk.session,
        buyer,
        case_id=case.id,
        version=case.version,
        carrier="顺丰速运",
        tracking_no=number,
    )


def names(told: Any) -> set[str]:
    """Every key of an answer, however deep."""
    if isinstance(told, dict):
        return set(told) | {name for each in told.values() for name in names(each)}
    return {name for each in told for name in names(each)} if isinstance(told, list) else set()


@pytest.mark.row("ROL-5")
def test_sees_things_and_parcels_but_neither_money_nor_people(
    client, desk, make, buyer, keeper, session, count_statements
):
    cases = [sent_back(desk, make, buyer, f"SF001122334{n}") for n in range(3)]
    with count_statements(session) as seen:
        found = client.get("/api/warehouse/parcels").json()
    assert len(seen) <= 3
    assert {each["case_id"] for each in found["items"]} == {str(each.id) for each in cases}
    assert [each["qty"] for each in found["items"][0]["articles"]] == [3, 1]
    assert not [name for name in names(found) if any(word in name for word in FORBIDDEN)]
    scanned = client.get("/api/warehouse/parcels", params={"tracking_no": " sf0011223341 "}).json()
    assert [each["tracking_no"] for each in scanned["items"]] == ["SF0011223341"]
    before = everything(session)
    tried = [
        client.get("/api/cases"),
        client.get(f"/api/cases/{cases[0].id}"),
        client.post(f"/api/cases/{cases[0].id}/parcel-back", **keyed()),
        client.get(f"/api/customers/{buyer.id}/credit"),
    ]
    assert [each.status_code for each in tried] == [403] * len(tried)
    assert everything(session) == before


@pytest.mark.row("RET-12", "ROL-5")
def test_receives_what_is_good_once_and_refuses_what_is_not(
    client, desk, make, buyer, keeper, session, cases
):
    case = sent_back(desk, make, buyer)
    path = f"/api/warehouse/cases/{case.id}/receipt"
    work = client.get("/api/warehouse/parcels").json()["items"][0]
    lines = [
        {"order_line_id": each["order_line_id"], "received": each["qty"], "result": "ok"}
        | {"accepted": each["qty"], "restock": each["qty"]}
        for each in work["articles"]
    ]
    before = everything(session)
    short = [lines[0] | {"accepted": 2, "restock": 2, "result": "damaged"}, lines[1]]
    refused = client.post(path, json={"version": work["version"], "lines": short}, **keyed())
    assert refused.json()["code"] == "PhotosNeeded"
    assert everything(session) == before
    key, body = keyed(), {"version": work["version"], "lines": lines}
    done = client.post(path, json=body, **key).json()
    assert done["state"] == "refund_processing"
    assert client.post(path, json=body, **key).json() == done
    assert client.get("/api/warehouse/parcels").json()["items"] == []
    assert cases(case.id).goods.value == "received"


@pytest.mark.row("RFS-6", "RFS-8", "RFS-11", "ROL-5")
def test_writes_down_what_the_courier_answered_and_signs_for_the_parcel(
    client, desk, make, buyer, keeper, session, cases
):
    case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
    service.intercept(session, desk.actor, case_id=case.id, version=case.version)
    waiting = client.get("/api/warehouse/interceptions").json()["items"]
    assert [each["stop"] for each in waiting] == ["sent"]
    path = f"/api/warehouse/cases/{case.id}"
    said = {"state": InterceptionState.SUCCEEDED.value, "words": "已拦截"}
    assert client.post(f"{path}/interception-answer", json=said, **keyed()).status_code == 200
    assert client.get("/api/warehouse/interceptions").json()["items"] == []
    lately = client.get("/api/warehouse/interceptions?answered=true").json()["items"]
    assert [(each["stop"], each["answer"]) for each in lately] == [("succeeded", "已拦截")]
    assert not [name for name in names(lately) if any(word in name for word in FORBIDDEN)]
    coming = client.get("/api/warehouse/parcels").json()["items"]
    assert [each["task"] for each in coming] == ["sign"]
    assert client.post(f"{path}/parcel-back", **keyed()).status_code == 200
    assert client.get("/api/warehouse/parcels").json()["items"] == []


@pytest.mark.row("RET-9", "ROL-5")
def test_sends_replacements_to_a_masked_receiver(client, desk, make, buyer, keeper, session):
    order = make(OrderStatus.SIGNED, receiver_name="沈小姐", receiver_phone="13812345678")
    case = desk.ask(order, 1, by=buyer, kind=CaseKind.RESHIP, reason=Reason.MISSING_ITEM)
    desk.approve(case, override_reason="仓库记录确认少发")
    found = client.get("/api/warehouse/replacements").json()["items"]
    assert [each["case_id"] for each in found] == [str(case.id)]
    assert "13812345678" not in str(found)
    body = {"version": found[0]["version"], "carrier": "顺丰速运", "tracking_no": "SF99887766"}
    done = client.post(f"/api/warehouse/cases/{case.id}/replacement", json=body, **keyed())
    assert done.json()["state"] == "awaiting_buyer_receipt"
    assert client.get("/api/warehouse/replacements").json()["items"] == []


@pytest.mark.row("ROL-5")
def test_other_shops_and_other_roles_find_nothing(client, desk, make, buyer, keeper, acting):
    case = sent_back(desk, make, buyer)
    acting["actor"] = replace(keeper, shop_ids=frozenset())
    assert client.get("/api/warehouse/parcels").json()["items"] == []
    gone = client.post(f"/api/warehouse/cases/{case.id}/parcel-back", **keyed())
    assert gone.status_code == 404
    acting["actor"] = replace(keeper, permissions=frozenset({Permission.AFTERSALES_READ}))
    assert client.get("/api/warehouse/parcels").status_code == 403
    assert client.post(f"/api/warehouse/cases/{case.id}/parcel-back", **keyed()).status_code == 403
