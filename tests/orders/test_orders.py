"""Orders beside the talk: lists, details, remarks, claims, moves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import ARRAY, String, bindparam, delete, func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.orders.factories import make_order, make_row
from xiaoer.core import shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.errors import NotFound
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.customers.models import Customer
from xiaoer.orders import queries, rules, service
from xiaoer.orders.errors import OrderCannotMove, OrderNotMatched
from xiaoer.orders.models import Flag, Order, OrderLine, OrderRemark, OrderStatus, RemarkType
from xiaoer.orders.service import LineRow, loading

NOON = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def buyer(session: Session, shop: Shop) -> Customer:
    customer = Customer(shop_id=shop.id, name="林小茶")
    session.add(customer)
    session.flush()
    return customer


@pytest.fixture
def stranger() -> Actor:
    return Actor(kind=ActorKind.AGENT, id=new_id(), permissions=frozenset(Permission))


class TestList:
    @pytest.mark.row("ORD-1")
    def test_the_customers_orders_with_status_and_parcel(
        self,
        client: TestClient,
        session: Session,
        shop: Shop,
        buyer: Customer,
        count_statements: Callable[[Session], Any],
    ) -> None:
        for days, status in enumerate(OrderStatus):
            make_order(
                session,
                shop,
                customer_id=buyer.id,
                status=status,
                placed_at=NOON - timedelta(days=days),
                courier="顺丰速运",
                tracking_no=f"SF{days}",
                parcel_text="已到达杭州转运中心",
                parcel_at=NOON,
            )
        make_order(session, shop)
        with count_statements(session) as statements:
            page = client.get("/api/orders", params={"customer_id": str(buyer.id)}).json()
        assert len(statements) == 1
        assert [card["status"] for card in page["items"]] == [each.value for each in OrderStatus]
        first = page["items"][0]
        assert first["first_item"]["title"] == "龙井茶 250 克"
        assert first["last_parcel_event"] == {
            "text": "已到达杭州转运中心",
            "at": "2026-11-01T04:00:00Z",
        }
        assert (first["paid_cents"], first["currency"]) == (12800, "CNY")

    def test_pages_over_several_shops_meet(
        self, client: TestClient, session: Session, shop: Shop, acting: dict[str, Actor]
    ) -> None:
        other = shops.add(session, system(), code="other", name="别家")
        acting["actor"] = system()
        for hours in range(7):
            owner = other if hours % 2 else shop
            make_order(session, owner, placed_at=NOON - timedelta(hours=hours // 2))
        seen: list[str] = []
        after: str | None = ""
        while after is not None:
            page = client.get("/api/orders", params={"limit": 2, "after": after}).json()
            seen += [card["id"] for card in page["items"]]
            after = page["next"]
        by_time = select(Order.id).order_by(Order.recency.desc(), Order.id.desc())
        assert seen == [str(each) for each in session.scalars(by_time)]

    def test_found_by_number_tracking_number_and_phone_tail(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        wanted = make_order(
            session, shop, order_no="99120", tracking_no="YT77", receiver_phone="138-0013 8000"
        )
        make_order(session, shop, order_no="81234")
        for q in ("9912", "YT77", "8000"):
            found = client.get("/api/orders", params={"q": q}).json()["items"]
            assert [card["id"] for card in found] == [str(wanted.id)], q
        assert client.get("/api/orders", params={"q": "%"}).json()["items"] == []

    def test_a_stranger_sees_none(
        self,
        client: TestClient,
        session: Session,
        shop: Shop,
        buyer: Customer,
        acting: dict[str, Actor],
        stranger: Actor,
    ) -> None:
        order = make_order(session, shop, customer_id=buyer.id)
        acting["actor"] = stranger
        for query in ({}, {"customer_id": str(buyer.id)}, {"q": order.order_no}):
            assert client.get("/api/orders", params=query).json()["items"] == []
        assert client.get(f"/api/orders/{order.id}").status_code == 404


class TestDetail:
    def test_masked_receiver_amounts_and_timeline(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        lines = [
            LineRow(title="茶", list_cents=10000, quantity=2),
            LineRow(title="杯", list_cents=5000),
        ]
        order = make_order(
            session,
            shop,
            lines=lines,
            payable_cents=13000,
            paid_cents=13000,
            freight_cents=1000,
            platform_discount_cents=1500,
            placed_at=NOON,
            paid_at=NOON + timedelta(minutes=1),
            receiver_name="王小明",
            receiver_phone="13800138000",
            receiver_address="浙江省杭州市西湖区龙井路1号",
        )
        detail = client.get(f"/api/orders/{order.id}").json()
        assert detail["receiver"] == {
            "name_masked": "王**",
            "phone_masked": "138****8000",
            "address_masked": "浙江省杭州市西湖区***",
        }
        assert [line["paid_cents"] for line in detail["lines"]] == [8000, 4000]
        assert detail["amounts"] == {
            "list_cents": 15000,
            "discount_cents": 3000,
            "merchant_discount_cents": 1500,
            "platform_discount_cents": 1500,
            "freight_cents": 1000,
            "paid_cents": 13000,
            "refunded_cents": 0,
        }
        assert [step["kind"] for step in detail["timeline"]] == ["OrderPlaced", "OrderPaid"]
        assert detail["item_count"] == 3


class TestRemark:
    @pytest.mark.row("MEM-1", "MEM-3")
    def test_who_changed_what_when_and_why_on_top_of_the_order(
        self, client: TestClient, session: Session, shop: Shop, actor: Actor
    ) -> None:
        order = make_order(session, shop)
        message = new_id()
        for body in (
            {"type": "gift", "text": "加送茶巾一条"},
            {
                "type": "address",
                "old_value": "龙井路1号",
                "new_value": "龙井路2号",
                "flag": "red",
                "source_message_id": str(message),
            },
        ):
            assert client.post(f"/api/orders/{order.id}/remarks", json=body).status_code == 201
        detail = client.get(f"/api/orders/{order.id}").json()
        top = detail["remarks"][0]
        assert (top["type"], top["old_value"], top["new_value"]) == (
            "address",
            "龙井路1号",
            "龙井路2号",
        )
        assert top["author"] == {"id": str(actor.id), "name": "周掌柜"}
        assert top["source_message_id"] == str(message)
        assert detail["flag"] == "red"
        (card,) = client.get("/api/orders").json()["items"]
        assert card["top_remark"]["id"] == top["id"]
        assert detail["timeline"][-1]["kind"] == "OrderRemarked"

    @pytest.mark.row("MEM-2")
    def test_an_order_without_remark_is_complete(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        order = make_order(session, shop)
        service.move(session, system(), order_id=order.id, status=OrderStatus.SHIPPED)
        detail = client.get(f"/api/orders/{order.id}").json()
        assert (detail["remarks"], detail["top_remark"], detail["status"]) == ([], None, "shipped")

    @pytest.mark.row("MEM-1")
    def test_a_change_must_say_to_what(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        order = make_order(session, shop)
        for body in ({"type": "address", "text": "改地址"}, {"type": "other"}):
            answer = client.post(f"/api/orders/{order.id}/remarks", json=body)
            assert (answer.status_code, answer.json()["code"]) == (422, "RemarkIncomplete")
        assert session.scalar(select(func.count()).select_from(OrderRemark)) == 0

    @pytest.mark.row("MEM-3")
    def test_a_remark_is_never_rewritten(self, session: Session, shop: Shop, actor: Actor) -> None:
        order = make_order(session, shop)
        service.remark(session, actor, order_id=order.id, type=RemarkType.OTHER, text="易碎")
        for change in (delete(OrderRemark), update(OrderRemark).values(text="不易碎")):
            with pytest.raises(DBAPIError, match="stays as it was"), session.begin_nested():
                session.execute(change)

    def test_without_permission_nothing_is_written(
        self, client: TestClient, session: Session, shop: Shop, acting: dict[str, Actor]
    ) -> None:
        order = make_order(session, shop)
        acting["actor"] = Actor(
            kind=ActorKind.AGENT,
            permissions=frozenset({Permission.ORDERS_READ}),
            shop_ids=frozenset({shop.id}),
        )
        body = {"type": "other", "text": "易碎"}
        assert client.post(f"/api/orders/{order.id}/remarks", json=body).status_code == 403
        assert session.scalar(select(func.count()).select_from(OrderRemark)) == 0


class TestClaim:
    def test_number_and_tail_must_both_fit(self, session: Session, shop: Shop) -> None:
        order = make_order(session, shop, order_no="A1", receiver_phone="13800138000")
        make_order(session, shop, order_no="A2", receiver_phone="")
        found = service.claim(session, shop_id=shop.id, order_no=" A1 ", phone_tail="8000")
        assert found.id == order.id
        for number, tail in (("A1", "8001"), ("A9", "8000"), ("A2", ""), ("A2", "----")):
            with pytest.raises(OrderNotMatched) as refusal:
                service.claim(session, shop_id=shop.id, order_no=number, phone_tail=tail)
            assert isinstance(refusal.value, NotFound)

    def test_another_shops_order_is_not_found(self, session: Session, shop: Shop) -> None:
        other = shops.add(session, system(), code="other", name="别家")
        make_order(session, shop, order_no="A1", receiver_phone="13800138000")
        with pytest.raises(OrderNotMatched):
            service.claim(session, shop_id=other.id, order_no="A1", phone_tail="8000")


class TestStatusSentence:
    @pytest.mark.row("ORD-2")
    def test_status_courier_latest_scan_and_arrival(self, session: Session, shop: Shop) -> None:
        order = make_order(
            session,
            shop,
            order_no="A1",
            status=OrderStatus.IN_TRANSIT,
            courier="顺丰速运",
            tracking_no="SF123",
            parcel_text="快件已到达杭州转运中心",
            parcel_at=NOON,
            promised_arrival=NOON + timedelta(days=2),
        )
        assert rules.status_sentence(order, "zh") == (
            "您的订单 A1 目前运输中。由顺丰速运承运，运单号 SF123。"
            "最新物流（11月1日 12:00）：快件已到达杭州转运中心。预计 11月3日送达。"
        )
        assert rules.status_sentence(order, "en") == (
            "Your order A1 is in transit. Its courier is 顺丰速运, tracking number SF123. "
            "Latest news (Nov 1 12:00): 快件已到达杭州转运中心. Expected on Nov 3."
        )

    @pytest.mark.row("ORD-2")
    def test_paid_says_when_it_leaves(self, session: Session, shop: Shop) -> None:
        order = make_order(session, shop, order_no="A1", promised_ship_by=NOON)
        assert rules.status_sentence(order, "zh") == (
            "您的订单 A1 目前已付款。最晚 11月1日 12:00 前发出。"
        )


class TestMove:
    def test_a_legal_step_is_told(self, session: Session, shop: Shop) -> None:
        order = make_order(session, shop)
        service.move(session, system(), order_id=order.id, status=OrderStatus.SHIPPED)
        told = session.scalars(select(EventRow).where(EventRow.kind == "OrderMoved")).one()
        assert (told.data["before"], told.data["after"]) == ("paid", "shipped")
        assert order.shipped_at is not None

    def test_an_illegal_step_changes_nothing(self, session: Session, shop: Shop) -> None:
        order = make_order(session, shop, status=OrderStatus.CANCELLED)
        with pytest.raises(OrderCannotMove):
            service.move(session, system(), order_id=order.id, status=OrderStatus.SHIPPED)
        assert (order.status, order.version) == (OrderStatus.CANCELLED, 1)

    def test_old_parcel_news_changes_nothing(self, session: Session, shop: Shop) -> None:
        order = make_order(session, shop, parcel_text="派件中", parcel_at=NOON)
        service.report_parcel(
            session,
            system(),
            order_id=order.id,
            courier="顺丰",
            tracking_no="1",
            text="已揽收",
            at=NOON - timedelta(hours=1),
        )
        assert order.parcel_text == "派件中"


class TestLoad:
    def test_again_is_unchanged_and_silent(self, session: Session, shop: Shop) -> None:
        rows = [make_row(order_no=f"N{n}", content_hash=bytes(16)) for n in range(3)]
        for expected in ("created", "unchanged"):
            loaded = service.load(session, system(), shop_id=shop.id, rows=rows)
            assert set(loaded.outcomes.values()) == {expected}
        assert len(session.scalars(select(EventRow)).all()) == 1
        assert session.scalar(select(func.max(Order.version))) == 1

    def test_an_update_keeps_ids_flag_and_drops_lines_that_are_gone(
        self, session: Session, shop: Shop, actor: Actor
    ) -> None:
        lines = [LineRow(title="茶", list_cents=100), LineRow(title="杯", list_cents=100)]
        order = make_order(
            session, shop, order_no="N1", lines=lines, payable_cents=200, paid_cents=200
        )
        service.remark(
            session, actor, order_id=order.id, type=RemarkType.OTHER, text="x", flag=Flag.RED
        )
        session.expunge_all()
        kept = queries.lines(session, order.id)[0].id
        make_order(
            session,
            shop,
            order_no="N1",
            status=OrderStatus.SHIPPED,
            lines=lines[:1],
            payable_cents=100,
            paid_cents=100,
        )
        session.expunge_all()
        again = session.scalars(select(Order)).one()
        assert (again.id, again.flag, again.status) == (order.id, "red", "shipped")
        assert [line.id for line in session.scalars(select(OrderLine))] == [kept]
        last = session.scalars(
            select(EventRow).where(EventRow.kind == "OrdersLoaded").order_by(EventRow.id.desc())
        ).first()
        assert last is not None
        assert last.data["moved"] == [str(order.id)]

    def test_few_statements_however_many_orders(
        self, session: Session, shop: Shop, count_statements: Callable[[Session], Any]
    ) -> None:
        rows = [make_row() for _ in range(300)]
        with count_statements(session) as statements:
            service.load(session, system(), shop_id=shop.id, rows=rows)
        assert len(statements) == 5


class TestStatistics:
    def test_known_orders_are_found_by_number_in_a_shop_the_statistics_do_not_know(
        self, session: Session, shop: Shop
    ) -> None:
        """An import into a new shop took ten times as long once statistics had been gathered."""
        rows = [make_row(order_no=f"A{n}") for n in range(1000)]
        service.load(session, system(), shop_id=shop.id, rows=rows)
        session.execute(text("ANALYZE orders"))
        numbers = bindparam("numbers", [f"B{n}" for n in range(200)], type_=ARRAY(String))
        for statement in (loading.KNOWN, queries.orders.HASHES):
            asked = text(f"EXPLAIN {statement.text}").bindparams(numbers, shop_id=new_id())
            used = [line for line in session.execute(asked).scalars() if "Index Scan" in line]
            assert [line for line in used if "order_no" in line] == used != []
