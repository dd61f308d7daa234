"""The public data sets come in with the numbers they are known to have."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import func, select

from xiaoer.connectors.files import service
from xiaoer.connectors.files.models import ImportRow
from xiaoer.connectors.files.service import Report
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.orders.models import LineStatus, Order, OrderLine, OrderStatus

pytestmark = pytest.mark.slow

OUTCOMES = ("created", "updated", "unchanged", "duplicate", "rejected")


@pytest.fixture
def shop_code(fresh_database: str) -> str:
    with db.transaction() as session:
        shops.add(session, system(), code="set", name="数据集", currency="CNY")
    return "set"


def adds_up(report: Report) -> bool:
    return sum(getattr(report, outcome) for outcome in OUTCOMES) == report.rows


def unchanged_again(path: Path, first: Report) -> None:
    """The same file twice: no row created or updated, the shop as before."""
    with db.transaction() as session:
        before = _picture(session)
    second = service.import_file(path, "set")
    assert (second.created, second.updated) == (0, 0)
    assert second.unchanged == first.created
    assert (second.duplicate, second.rejected) == (first.duplicate, first.rejected)
    for name in ("rows", "orders", "customers", "paid_orders", "paid_cents", "refund_cents"):
        assert getattr(second, name) == getattr(first, name)
    with db.transaction() as session:
        assert _picture(session) == before


def _picture(session: Any) -> Any:
    return session.execute(
        select(func.count(), func.max(Order.version), func.max(Order.updated_at))
    ).one(), session.execute(select(func.count(), func.sum(OrderLine.paid_cents))).one()


class TestOrdersLogisticsCn:
    def test_every_row_is_taken_or_told(self, data: Path, shop_code: str) -> None:
        folder = data / "orders_logistics_cn"
        known = orjson.loads((folder / "expected.json").read_bytes())
        report = service.import_file(folder / "data_wuliu.csv", shop_code)
        assert report.format == "orders_logistics_cn"
        assert report.rows == known["rows"] == 1161
        assert report.orders == known["distinct_order_ids"] == 868
        assert report.duplicate == known["full_duplicate_rows"] == 18
        assert report.rejected == known["blank_order_id"] == 2
        assert (report.created, report.updated, report.unchanged) == (1141, 0, 0)
        assert adds_up(report)
        assert len(report.errors) + report.created == report.rows
        assert {error["line"] for error in report.errors if error["code"] == "NoOrderNumber"} == {
            4,
            13,
        }
        unchanged_again(folder, report)

    def test_no_amount_is_guessed_and_each_is_flagged(self, data: Path, shop_code: str) -> None:
        report = service.import_file(data / "orders_logistics_cn", shop_code)
        assert (report.paid_orders, report.paid_cents) == (0, 0)
        unclear = [each for each in report.warnings if each["code"] == "AmountUnclear"]
        assert len(unclear) == report.flagged == report.created
        assert "1052,75元" in unclear[0]["sentence"]
        blank = [each["line"] for each in report.warnings if each["code"] == "QuantityBlank"]
        assert blank == [12, 34]
        twice = {each["line"] for each in report.warnings if each["code"] == "SameLineDiffers"}
        assert {30, 34} & twice

    def test_what_customers_said_stays_with_the_line(self, data: Path, shop_code: str) -> None:
        folder = data / "orders_logistics_cn"
        service.import_file(folder, shop_code)
        with (folder / "data_wuliu.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = {tuple(row.items()) for row in csv.DictReader(file) if row["订单号"]}
        feedback = Counter(dict(row)["货品用户反馈"] for row in rows)
        with db.transaction() as session:
            told = dict(
                session.execute(
                    select(OrderLine.status, func.count()).group_by(OrderLine.status)
                ).all()
            )
            statuses = set(session.scalars(select(Order.status)))
        assert told == {
            LineStatus.NORMAL: feedback["质量合格"],
            LineStatus.REPAIR_ASKED: feedback["返修"],
            LineStatus.REFUSED: feedback["拒货"],
        }
        assert statuses == {OrderStatus.SIGNED}

    @pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-16"])
    def test_other_encodings_and_blanks_around_cells(
        self, data: Path, shop_code: str, tmp_path: Path, encoding: str
    ) -> None:
        text = (data / "orders_logistics_cn" / "data_wuliu.csv").read_text("utf-8-sig")
        spaced = "\n".join(line.replace(",P", ", P") + " " for line in text.splitlines()[:40])
        path = tmp_path / "导出.csv"
        path.write_bytes(spaced.encode(encoding))
        report = service.import_file(path, shop_code)
        assert (report.rows, report.rejected) == (39, 2)
        assert adds_up(report)


class TestOlist:
    def test_orders_with_their_deadline_items_and_payments(
        self, data: Path, shop_code: str
    ) -> None:
        folder = data / "olist_2017"
        known = orjson.loads((folder / "expected.json").read_bytes())
        report = service.import_file(folder, shop_code)
        assert report.format == "olist_2017"
        assert report.rows == report.created == report.orders == known["orders"] == 4049
        assert report.paid_cents == round(known["payments_total"] * 100)
        assert report.errors == []
        assert report.customers == 3991
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(OrderLine)) == known["items"]
            goods = session.scalar(select(func.sum(OrderLine.list_cents))) or 0
            freight = session.scalar(select(func.sum(Order.freight_cents))) or 0
            assert goods + freight == round(known["items_total"] * 100)
            empty = select(func.count()).where(Order.item_count == 0)
            assert session.scalar(empty) == known["orders_without_items"]
            signed = Order.status == OrderStatus.SIGNED
            kinds = {
                "delivered": Order.signed_at.is_not(None),
                "delivered_without_date": signed & Order.signed_at.is_(None),
                "delivered_late": Order.signed_at > Order.promised_arrival,
                "handed_over_before_approval": Order.shipped_at < Order.paid_at,
            }
            for kind, condition in kinds.items():
                assert session.scalar(select(func.count()).where(condition)) == known[kind], kind
            used = select(func.count()).where(ImportRow.outcome == "used")
            assert session.scalar(used) == known["items"] + 4619
            verdicts = {
                "breach": Order.shipped_at > Order.promised_ship_by,
                "ok": Order.shipped_at <= Order.promised_ship_by,
                "open_never_handed": Order.shipped_at.is_(None)
                & Order.promised_ship_by.is_not(None),
            }
            for verdict, condition in verdicts.items():
                found = session.scalar(select(func.count()).where(condition))
                assert found == known["verdict"][verdict], verdict
        unchanged_again(folder / "orders.csv", report)


class TestTau:
    def test_customers_products_orders_and_payments(self, data: Path, shop_code: str) -> None:
        folder = data / "tau_retail"
        orders = orjson.loads((folder / "orders.json").read_bytes())
        report = service.import_file(folder, shop_code)
        assert report.format == "tau_retail"
        assert (report.rows, report.created, report.orders) == (1000, 1000, 1000)
        assert report.customers == 500
        steps = [step for order in orders.values() for step in order["payment_history"]]
        sums = Counter[str]()
        for step in steps:
            sums[step["transaction_type"]] += round(step["amount"] * 100)
        assert (report.paid_orders, report.paid_cents) == (1000, sums["payment"])
        assert (report.refunded_orders, report.refund_cents) == (102, sums["refund"])
        assert sums["payment"] == 167682106
        with db.transaction() as session:
            unlinked = select(func.count()).where(OrderLine.sku_id.is_(None))
            assert session.scalar(unlinked) == 0
            assert session.scalar(select(func.sum(OrderLine.quantity))) == 2978
            nobody = select(func.count()).where(Order.customer_id.is_(None))
            assert session.scalar(nobody) == 0
            by_status = dict(
                session.execute(select(Order.status, func.count()).group_by(Order.status)).all()
            )
        assert by_status == {"paid": 423, "signed": 373, "shipped": 102, "closed": 102}
        unchanged_again(folder, report)
