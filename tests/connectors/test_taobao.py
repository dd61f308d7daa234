"""A seller-centre export comes in whole, however it was saved."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from tests.connectors.exports import HEADINGS, order, write
from xiaoer.connectors.files import service
from xiaoer.connectors.files.errors import FileNotReadable, MappingNeeded, NothingToImport
from xiaoer.connectors.files.models import ImportRow
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.customers.models import Customer
from xiaoer.orders import queries
from xiaoer.orders.models import LineStatus, Order, OrderLine, OrderStatus


@pytest.fixture
def shop_code(fresh_database: str) -> str:
    with db.transaction() as session:
        shops.add(session, system(), code="tea", name="茶铺")
    return "tea"


def orders() -> dict[str, Order]:
    with db.transaction() as session:
        return {each.order_no: each for each in session.scalars(select(Order))}


class TestOneOrder:
    @pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
    def test_every_field_in_every_encoding(
        self, shop_code: str, tmp_path: Path, encoding: str
    ) -> None:
        path = write(
            tmp_path / "ExportOrderList.csv", [order("3712345678901234567")], encoding=encoding
        )
        report = service.import_file(path, shop_code)
        assert (report.format, report.rows, report.created, report.errors) == ("taobao", 1, 1, [])
        assert report.warnings == []
        found = orders()["3712345678901234567"]
        assert found.status == OrderStatus.SHIPPED
        assert (found.paid_cents, found.freight_cents, found.list_cents) == (13800, 1000, 12800)
        assert found.placed_at == datetime(2026, 11, 1, 1, 30, tzinfo=UTC)
        assert found.paid_at == datetime(2026, 11, 1, 1, 31, 5, tzinfo=UTC)
        assert (found.courier, found.tracking_no) == ("圆通速递", "YT1234567890")
        assert (found.phone_tail, found.item_count) == ("8000", 2)
        with db.transaction() as session:
            customer = session.scalars(select(Customer)).one()
            assert (customer.name, customer.phone) == ("tb茶客88", "13800138000")
            assert found.customer_id == customer.id
            (line,) = queries.lines(session, found.id)
            assert (line.title, line.quantity, line.paid_cents) == ("龙井茶 250 克", 2, 12800)

    def test_a_workbook_with_merged_headings_above(self, shop_code: str, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["十一月订单"])
        sheet.merge_cells("A1:F1")
        sheet.append(list(HEADINGS))
        cells = order("371")
        sheet.append([cells.get(name) for name in HEADINGS])
        sheet.append([None] * len(HEADINGS))
        rounded = order("") | {"订单编号": 3712345678901234567.0, "买家实际支付金额": 138.0}
        sheet.append([rounded.get(name) for name in HEADINGS])
        sheet.append([None] * len(HEADINGS))
        book.save(tmp_path / "订单.xlsx")
        report = service.import_file(tmp_path / "订单.xlsx", shop_code)
        assert (report.rows, report.created, report.rejected) == (3, 1, 2)
        assert [(each["line"], each["code"]) for each in report.errors] == [
            (4, "BlankRow"),
            (5, "NumberRounded"),
        ]

    @pytest.mark.parametrize(
        ("told", "paid", "status"),
        [
            ("等待买家付款", "0.00", OrderStatus.UNPAID),
            ("买家已付款,等待卖家发货", "138.00", OrderStatus.PAID),
            ("卖家部分发货", "138.00", OrderStatus.PART_SHIPPED),
            ("买家已签收，货到付款专用", "138.00", OrderStatus.SIGNED),
            ("交易成功", "138.00", OrderStatus.COMPLETED),
            ("交易关闭", "0.00", OrderStatus.CANCELLED),
            ("交易关闭", "138.00", OrderStatus.CLOSED),
            ("WAIT_SELLER_SEND_GOODS", "138.00", OrderStatus.PAID),
        ],
    )
    def test_the_marketplaces_words_for_status(
        self, shop_code: str, tmp_path: Path, told: str, paid: str, status: OrderStatus
    ) -> None:
        row = order("1", 订单状态=told, 买家实际支付金额=paid)
        report = service.import_file(write(tmp_path / "a.csv", [row]), shop_code)
        found = orders()["1"]
        assert (found.status, found.paid_cents) == (status, int(paid.replace(".", "")))
        refunded = found.paid_cents if status is OrderStatus.CLOSED else 0
        assert (found.refunded_cents, report.refund_cents) == (refunded, refunded)

    def test_an_unknown_status_is_flagged_not_lost(self, shop_code: str, tmp_path: Path) -> None:
        row = order("1", 订单状态="定金已付")
        report = service.import_file(write(tmp_path / "a.csv", [row]), shop_code)
        assert [each["code"] for each in report.warnings] == ["StatusUnknown"]
        assert orders()["1"].status == OrderStatus.SHIPPED


class TestRowsThatAreNotTaken:
    def test_blank_duplicate_nameless_and_contradicting_rows(
        self, shop_code: str, tmp_path: Path
    ) -> None:
        rows = [
            order("1"),
            {},
            order("1"),
            order("2", 订单编号=""),
            order("3"),
            order("3", 订单状态="交易成功"),
            order("4", 买家实际支付金额="-5.00"),
            order("5", 退款金额="200.00"),
            order("6" * 70),
        ]
        path = write(tmp_path / "a.csv", rows, tail="\r\n\r\n")
        report = service.import_file(path, shop_code)
        assert report.rows == 9
        assert (report.created, report.duplicate, report.rejected) == (2, 2, 5)
        assert [(each["line"], each["code"]) for each in report.errors] == [
            (3, "BlankRow"),
            (4, "DuplicateRow"),
            (5, "NoOrderNumber"),
            (6, "SupersededRow"),
            (8, "NegativeAmount"),
            (9, "RefundTooLarge"),
            (10, "OrderNumberTooLong"),
        ]
        assert report.errors[1]["sentence"] == "与第 2 行完全相同。"
        assert orders()["3"].status == OrderStatus.COMPLETED
        assert sorted(orders()) == ["1", "3"]

    def test_an_unclear_amount_is_taken_without_amounts(
        self, shop_code: str, tmp_path: Path
    ) -> None:
        rows = [
            order("1", 总金额="1052,75元"),
            order("2", 买家实际支付金额="1,138.00", 总金额="￥1,138.00"),
        ]
        report = service.import_file(write(tmp_path / "a.csv", rows), shop_code)
        assert (report.created, report.flagged, report.paid_cents) == (2, 1, 113800)
        assert not orders()["1"].amounts_known
        assert orders()["1"].paid_cents == 0

    def test_bytes_that_are_no_text(self, shop_code: str, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", [order("1")], encoding="utf-8-sig")
        path.write_bytes(path.read_bytes() + b'"2","\xff\xfe\x00bad"\r\n')
        report = service.import_file(path, shop_code)
        assert (report.created, report.rejected) == (1, 1)
        assert report.errors[0]["code"] == "UnreadableText"


class TestAgain:
    def test_nothing_changes(self, shop_code: str, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", [order(str(n)) for n in range(30)])
        service.import_file(path, shop_code)
        before = {number: each.updated_at for number, each in orders().items()}
        report = service.import_file(path, shop_code)
        assert (report.unchanged, report.created, report.updated) == (30, 0, 0)
        assert {number: each.updated_at for number, each in orders().items()} == before

    def test_only_what_changed_is_updated(self, shop_code: str, tmp_path: Path) -> None:
        service.import_file(write(tmp_path / "a.csv", [order("1"), order("2")]), shop_code)
        rows = [order("1"), order("2", 订单状态="交易成功"), order("3")]
        report = service.import_file(write(tmp_path / "b.csv", rows), shop_code)
        assert (report.unchanged, report.updated, report.created) == (1, 1, 1)
        assert orders()["2"].status == OrderStatus.COMPLETED


class TestLines:
    def test_the_line_file_beside_the_orders(self, shop_code: str, tmp_path: Path) -> None:
        write(tmp_path / "ExportOrderList.csv", [order("1"), order("2")])
        (tmp_path / "ExportOrderDetailList.csv").write_bytes(
            (
                "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\r\n"
                '="1",龙井茶,60.00,2,A-1,颜色分类:绿,,,卖家已发货，等待买家确认,A-1\r\n'
                '="1",茶杯,40.00,1,B-1,,,,卖家已发货，等待买家确认,B-1\r\n'
                '="9",茶壶,40.00,1,C-1,,,,卖家已发货，等待买家确认,C-1\r\n'
            ).encode("gbk")
        )
        report = service.import_file(tmp_path, shop_code)
        assert (report.rows, report.created) == (2, 2)
        assert [(each["file"], each["line"], each["code"]) for each in report.errors] == [
            ("lines", 4, "OrphanRow")
        ]
        with db.transaction() as session:
            lines = queries.lines(session, orders()["1"].id)
        assert [(each.title, each.quantity) for each in lines] == [("龙井茶", 2), ("茶杯", 1)]
        assert [each.list_cents for each in lines] == [12000, 4000]
        assert [each.paid_cents for each in lines] == [9600, 3200]

    def test_suborders_add_up(self, shop_code: str, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text(
            "子订单编号,主订单编号,标题,商品价格,购买数量,买家应付货款,买家实际支付金额,订单状态,退款状态,退款金额,买家昵称\n"
            "11,1,茶,50,1,50,45,交易成功,没有申请退款,0,tb1\n"
            "12,1,杯,30,1,30,30,交易成功,退款成功,30,tb1\n",
            "utf-8",
        )
        report = service.import_file(path, shop_code)
        assert (report.rows, report.created, report.orders) == (2, 2, 1)
        assert (report.paid_cents, report.refunded_orders, report.refund_cents) == (7500, 1, 3000)
        with db.transaction() as session:
            states = session.scalars(select(OrderLine.status).order_by(OrderLine.position))
            assert list(states) == [LineStatus.NORMAL, LineStatus.REFUNDED]


class TestWholeFiles:
    @pytest.mark.parametrize(
        ("content", "error"),
        [
            (b"", FileNotReadable),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", FileNotReadable),
            (b"PK\x03\x04broken", FileNotReadable),
            ("姓名,积分\n王,3\n".encode(), MappingNeeded),
        ],
    )
    def test_a_sentence_and_no_import(
        self, shop_code: str, tmp_path: Path, content: bytes, error: type[Exception]
    ) -> None:
        path = tmp_path / "x.csv"
        path.write_bytes(content)
        with pytest.raises(error):
            service.import_file(path, shop_code)
        with db.transaction() as session:
            assert session.scalars(select(ImportRow)).all() == []

    def test_an_empty_folder(self, shop_code: str, tmp_path: Path) -> None:
        with pytest.raises(NothingToImport):
            service.import_file(tmp_path, shop_code)

    def test_progress_is_told(self, shop_code: str, tmp_path: Path) -> None:
        seen: list[tuple[int, int | None]] = []
        watch: Callable[[int, int | None], None] = lambda done, of: seen.append((done, of))  # noqa: E731
        path = write(tmp_path / "a.csv", [order(str(n)) for n in range(1200)])
        service.import_file(path, shop_code, "auto", watch)
        assert seen == [(1200, None), (0, 1200), (1000, 1200), (1200, 1200)]
