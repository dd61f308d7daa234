"""Scans, parcels and counts by file and by key: nothing lost, nothing done twice."""

import pytest
from sqlalchemy import func, select

from tests.catalog.factories import make_sku
from tests.orders.factories import make_order
from tests.shipping.factories import packed
from xiaoer.catalog.models import Sku
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.shipping.models import Parcel, StrayEvent, TrackingEvent


def send(client, shop, words, name="list.csv", encoding="utf-8"):
    file = {"file": (name, words.encode(encoding), "text/csv")}
    return client.post("/api/imports/lists", files=file, data={"shop_id": str(shop.id)})


SCANS = """快递公司,运单号,扫描时间,状态码,描述,地点
圆通,YT1,2026-11-02 12:00:00,103,已揽收,杭州
圆通,YT1,2026-11-02 15:00:00,1001,到达,上海
圆通,YT9,2026-11-02 15:00:00,103,已揽收,杭州
圆通,YT1,昨天,103,已揽收,杭州
圆通,YT1,2026-11-02 15:00:00,xyz,?,杭州
圆通,,2026-11-02 15:00:00,103,已揽收,杭州
"""


class TestScans:
    def test_bad_rows_are_told_and_none_is_lost(self, client, session, shop, actor, frozen):
        packed(session, actor, shop, number="YT1")
        told = send(client, shop, SCANS, encoding="gb18030").json()
        assert (told["kind"], told["rows"]) == ("scans", 6)
        assert (told["new"], told["known"], told["waiting"]) == (2, 0, 1)
        assert [(each["line"], each["code"]) for each in told["problems"]] == [
            (5, "DateUnreadable"),
            (7, "CellBlank"),
            (6, "ScanCodeUnknown"),
        ]
        assert session.scalar(select(func.count()).select_from(StrayEvent)) == 1

    def test_the_same_file_again_changes_nothing(self, client, session, shop, actor, frozen):
        packed(session, actor, shop, number="YT1")
        send(client, shop, SCANS)
        before = session.scalars(select(Parcel.node)).one()
        again = send(client, shop, SCANS).json()
        assert (again["new"], again["known"], again["waiting"]) == (0, 2, 1)
        assert session.scalar(select(func.count()).select_from(TrackingEvent)) == 2
        assert session.scalars(select(Parcel.node)).one() == before

    def test_what_is_no_such_list_is_refused(self, client, session, shop):
        refused = send(client, shop, "甲,乙\n1,2\n")
        assert refused.json()["code"] == "ListNotRecognised"
        assert session.scalar(select(func.count()).select_from(StrayEvent)) == 0


class TestParcels:
    def test_are_made_known_once(self, client, session, shop, run_jobs):
        make_order(session, shop, order_no="A1", paid_at=clock.now())
        words = "订单号,快递公司,快递单号\nA1,圆通,YT1\nB2,圆通,YT2\n"
        told = send(client, shop, words).json()
        assert (told["kind"], told["new"], told["known"]) == ("parcels", 1, 0)
        assert [(each["line"], each["code"]) for each in told["problems"]] == [(3, "OrphanRow")]
        assert send(client, shop, words).json()["known"] == 1
        assert session.scalar(select(func.count()).select_from(Parcel)) == 1


class TestCounts:
    def test_the_later_time_stands_whichever_comes_first(self, client, session, shop, frozen):
        make_sku(session, shop, code="K1")
        make_sku(session, shop, code="K2")
        head = "商家编码,页面库存,实际库存,盘点时间\n"
        send(client, shop, head + "K1,9,7,2026-11-02 09:30\nK2,,0,2026-11-02 09:30\nK3,1,1,\n")
        late = send(client, shop, head + "K1,50,50,2026-11-01 09:30\n").json()
        assert (late["new"], late["known"]) == (0, 1)
        found = dict(session.execute(select(Sku.code, Sku.actual_stock)).all())
        assert found == {"K1": 7, "K2": 0}

    def test_by_the_api_with_a_key_once(self, client, session, shop, frozen):
        make_sku(session, shop, code="K1")
        body = {
            "shop_id": str(shop.id),
            "counts": [{"sku": "K1", "actual_stock": 5}, {"sku": "K9", "actual_stock": 5}],
        }
        key = {"Idempotency-Key": str(new_id())}
        first = client.post("/api/stock-counts", json=body, headers=key).json()
        assert first == {"written": 1, "known": 0, "refused": [1]}
        assert client.post("/api/stock-counts", json=body, headers=key).json() == first
        body["counts"][0]["actual_stock"] = 6
        other = client.post("/api/stock-counts", json=body, headers=key)
        assert other.json()["code"] == "KeyReused"
        assert session.scalars(select(Sku.actual_stock)).one() == 5

    @pytest.mark.parametrize("count", [2, 40])
    def test_statements_do_not_grow_with_the_batch(
        self, client, session, shop, count_statements, count
    ):
        for n in range(count):
            make_sku(session, shop, code=f"K{n}")
        body = {"shop_id": str(shop.id)}
        body["counts"] = [{"sku": f"K{n}", "actual_stock": 5} for n in range(count)]
        with count_statements(session) as seen:
            assert client.post("/api/stock-counts", json=body).json()["written"] == count
        assert len(seen) <= 5
