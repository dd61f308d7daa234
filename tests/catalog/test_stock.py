"""Two stock numbers, their age, and what is listed for correction."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.catalog.factories import make_product, make_sku
from xiaoer.catalog import service
from xiaoer.catalog.models import Sku
from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.core import shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop


class TestStockOfASku:
    @pytest.mark.row("STK-1", "STK-2")
    def test_both_numbers_and_their_age_in_one_call(
        self, client: TestClient, session: Session, shop: Shop, frozen: Callable[..., datetime]
    ) -> None:
        sku = make_sku(session, shop, page=20, actual=18)
        frozen(timedelta(minutes=7))
        client.put(f"/api/skus/{sku.id}/stock", json={"page_stock": 25})
        answer = client.get(f"/api/skus/{sku.id}/stock").json()
        assert (answer["page_stock"], answer["actual_stock"]) == (25, 18)
        assert answer["page_synced_at"] == "2026-11-02T02:07:00Z"
        assert answer["actual_synced_at"] == "2026-11-02T02:00:00Z"
        assert answer["synced_at"] == "2026-11-02T02:00:00Z"
        assert (answer["difference"], answer["flagged"]) == (7, True)

    @pytest.mark.row("STK-1")
    def test_the_product_card_carries_the_stock(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        product = make_product(session, shop, title="青花盖碗")
        make_sku(session, shop, product=product, page=3, actual=3, price_cents=8800)
        make_sku(session, shop, product=product, price_cents=6600)
        make_product(session, shop, title="茶巾")
        (card,) = client.get("/api/products", params={"q": "盖碗"}).json()["items"]
        assert card["price_cents"] == 6600
        assert sorted(sku["page_stock"] is None for sku in card["skus"]) == [False, True]

    def test_a_stranger_finds_nothing(
        self, client: TestClient, session: Session, acting: dict[str, Actor], shop: Shop
    ) -> None:
        sku = make_sku(session, shop, page=1, actual=1)
        acting["actor"] = Actor(
            kind=ActorKind.AGENT, id=new_id(), permissions=frozenset(Permission)
        )
        assert client.get(f"/api/skus/{sku.id}/stock").status_code == 404
        refused = client.put(f"/api/skus/{sku.id}/stock", json={"page_stock": 9})
        assert refused.json()["code"] == "SkuNotFound"
        assert session.scalar(select(Sku.page_stock).where(Sku.id == sku.id)) == 1

    def test_nothing_counted_is_refused(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        sku = make_sku(session, shop)
        assert client.put(f"/api/skus/{sku.id}/stock", json={}).json()["code"] == "NothingCounted"
        assert not session.scalars(select(EventRow)).all()


class TestDifferences:
    @pytest.mark.row("STK-3")
    def test_only_those_beyond_the_threshold_worst_first(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        for page, actual in ((10, 10), (10, 7), (10, 6), (2, 30), (5, None)):
            make_sku(session, shop, page=page, actual=actual)
        listed = client.get("/api/stock-differences").json()["items"]
        assert [each["difference"] for each in listed] == [-28, 4]
        assert all(each["flagged"] and each["product"]["title"] for each in listed)

    @pytest.mark.row("STK-3")
    def test_the_shop_sets_its_own_threshold(
        self, client: TestClient, session: Session, shop: Shop
    ) -> None:
        make_sku(session, shop, page=10, actual=8)
        assert client.get("/api/stock-differences").json()["items"] == []
        client.put(f"/api/shops/{shop.id}/stock-threshold", json={"pieces": 1})
        assert len(client.get("/api/stock-differences").json()["items"]) == 1

    def test_pages_meet_without_gap_or_repeat(
        self,
        client: TestClient,
        session: Session,
        shop: Shop,
        count_statements: Callable[[Session], Any],
    ) -> None:
        for extra in (9, 9, 9, 5, 7, 9):
            make_sku(session, shop, page=extra, actual=0)
        seen: list[tuple[int, str]] = []
        after: str | None = None
        while True:
            with count_statements(session) as statements:
                page = client.get(
                    "/api/stock-differences", params={"limit": 2, "after": after or ""}
                ).json()
            assert len(statements) <= 2
            seen += [(each["difference"], each["sku"]["id"]) for each in page["items"]]
            after = page["next"]
            if not after:
                break
        assert [difference for difference, _ in seen] == [9, 9, 9, 9, 7, 5]
        assert len({sku for _, sku in seen}) == 6

    def test_a_made_up_cursor_is_refused(self, client: TestClient) -> None:
        answer = client.get("/api/stock-differences", params={"after": "nonsense"})
        assert (answer.status_code, answer.json()["code"]) == (422, "UnknownCursor")


class TestLoad:
    def test_creates_then_updates_and_keeps_counts(self, session: Session, shop: Shop) -> None:
        product = ProductRow(external_id="p1", title="茶壶")
        first = SkuRow("p1", "s1", "红", 1000, page_stock=4)
        made = service.load(session, system(), shop_id=shop.id, products=[product], skus=[first])
        again = service.load(
            session,
            system(),
            shop_id=shop.id,
            products=[product],
            skus=[SkuRow("p1", "s1", "红色", 1100), SkuRow("p?", "s2", "", 1)],
        )
        assert made == again
        sku = session.scalars(select(Sku)).one()
        assert (sku.spec, sku.price_cents, sku.page_stock) == ("红色", 1100, 4)

    def test_two_shops_keep_their_own(self, session: Session, shop: Shop) -> None:
        other = shops.add(session, system(), code="other", name="别家")
        for each in (shop, other):
            service.load(
                session,
                system(),
                shop_id=each.id,
                products=[ProductRow(external_id="p1", title="茶壶")],
                skus=[SkuRow("p1", "s1", "", 1000)],
            )
        assert len(session.scalars(select(Sku)).all()) == 2
