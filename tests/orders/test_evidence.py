"""An order kept as evidence: as it stood, without the receiver's data, whatever becomes of it."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.orders.factories import make_order
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.evidence.models import EvidenceItem
from xiaoer.orders import service
from xiaoer.orders.models import Order, OrderStatus, RemarkType


@pytest.fixture
def order(session: Session, shop: Shop) -> Order:
    made = make_order(
        session,
        shop,
        receiver_name="张三丰",
        receiver_phone="13812345678",
        receiver_address="浙江省杭州市西湖区龙井路 1 号",
    )
    service.remark(
        session,
        system(),
        order_id=made.id,
        type=RemarkType.ADDRESS,
        text="",
        new_value="北山街 9 号",
    )
    return made


def keep(client: TestClient, order: Order) -> Any:
    subject = {"type": "order", "id": str(order.id)}
    return client.post("/api/evidence", json={"kind": "page_screenshot", "subject": subject})


@pytest.mark.row("EVD-1")
def test_the_order_stays_as_it_stood(client: TestClient, session: Session, order: Order) -> None:
    kept = keep(client, order).json()

    service.move(session, system(), order_id=order.id, status=OrderStatus.SHIPPED)

    query = {"subject_type": "order", "subject_id": str(order.id)}
    (found,) = client.get("/api/evidence", params=query).json()["items"]
    assert found["sha256"] == kept["sha256"]
    assert found["intact"]
    content = found["content"]
    assert (content["order_no"], content["status"]) == (order.order_no, "paid")
    assert content["paid_cents"] == sum(line["paid_cents"] for line in content["lines"]) == 12800
    assert [remark["new_value"] for remark in content["remarks"]] == ["北山街 9 号"]
    for secret in ("张三丰", "13812345678", "龙井路"):
        assert secret not in str(content)


def test_who_may_not_see_the_order_cannot_keep_it(
    client: TestClient, session: Session, order: Order, acting: dict[str, Actor]
) -> None:
    stranger = Actor(kind=ActorKind.AGENT, id=new_id(), permissions=frozenset(Permission))
    blind = Actor(
        kind=ActorKind.AGENT,
        id=new_id(),
        permissions=frozenset({Permission.EVIDENCE_CAPTURE}),
        shop_ids=frozenset({order.shop_id}),
    )
    for actor, status in ((stranger, 404), (blind, 403)):
        acting["actor"] = actor
        assert keep(client, order).status_code == status
    assert session.scalar(select(func.count()).select_from(EvidenceItem)) == 0
