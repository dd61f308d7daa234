"""Which format is this? By the names and headings of the files, never by the ending alone."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from xiaoer.connectors.files.errors import FileNotReadable, NothingToImport, UnknownFormat
from xiaoer.connectors.files.formats import headings, olist, tau
from xiaoer.connectors.files.formats.drafts import Source
from xiaoer.connectors.files.formats.olist import Olist
from xiaoer.connectors.files.formats.sheet import Sheet
from xiaoer.connectors.files.formats.tables import Table, opened
from xiaoer.connectors.files.formats.tau import Tau

AUTO = "auto"
TAOBAO = "taobao"
LOGISTICS = "orders_logistics_cn"
TABLE = "table"
FORMATS = (TAOBAO, LOGISTICS, olist.FORMAT, tau.FORMAT, TABLE)

TAOBAO_SIGNS = {
    "订单编号",
    "买家会员名",
    "买家应付货款",
    "宝贝标题",
    "主订单编号",
    "子订单编号",
    "买家实际支付金额",
}
TAOBAO_LEAST = 2
LOGISTICS_SIGNS = {"订单号", "订单行", "货品交货状况", "货品用户反馈"}
ENDINGS = {".csv", ".txt", ".tsv", ".xlsx"}


def source(
    path: Path,
    *,
    zone: ZoneInfo,
    currency: str,
    format: str = AUTO,  # noqa: A002 - the word of the command line
    mapping: Mapping[str, str] | None = None,
    decimal_comma: bool | None = None,
) -> Source:
    """Open a file or a folder in `format`, or in the one it looks like."""
    if format not in (AUTO, *FORMATS):
        raise UnknownFormat(format=format, known=", ".join((AUTO, *FORMATS)))
    if not path.exists():
        raise FileNotReadable(name=path.name, problem="没有这个文件 / there is no such file")
    orders = _orders_file(path, format)
    if orders.suffix.lower() == ".json" or format == tau.FORMAT:
        return Tau(orders)
    table = opened(orders)
    if format == olist.FORMAT or (format == AUTO and set(table.headings) >= olist.SIGNS):
        return Olist(orders, zone)
    lines = _lines_beside(path, orders)
    kind = _kind(table) if format == AUTO else format

    return Sheet(
        table,
        format=kind,
        zone=zone,
        currency=currency,
        lines=lines,
        mapping=mapping,
        decimal_comma=decimal_comma,
    )


def _kind(table: Table) -> str:
    plain = {heading.strip() for heading in table.headings}
    if len(plain & TAOBAO_SIGNS) >= TAOBAO_LEAST:
        return TAOBAO
    return LOGISTICS if plain >= LOGISTICS_SIGNS else TABLE


def _orders_file(path: Path, format: str) -> Path:  # noqa: A002
    if path.is_file():
        return path
    wanted = ["orders.json"] if format == tau.FORMAT else ["orders.csv", "orders.json"]
    for name in wanted:
        if (path / name).is_file():
            return path / name
    found = sorted(_tables(path), key=lambda each: -_order_fields(each))
    if not found or not _order_fields(found[0]):
        raise NothingToImport(name=path.name)
    return found[0]


def _tables(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.suffix.lower() in ENDINGS)


def _order_fields(path: Path) -> int:
    """How much a file tells of orders: the buyer's and receiver's columns are in no other."""
    fields = headings.matched(opened(path).headings)
    return len(fields) if "order_no" in fields else 0


def _lines_beside(path: Path, orders: Path) -> Table | None:
    """The line file (宝贝) that the seller centre exports beside its orders."""
    if not path.is_dir():
        return None
    for other in _tables(path):
        table = opened(other)
        fields = headings.matched(table.headings)
        if other != orders and {"order_no", "title", "unit_price"} <= set(fields):
            return table
    return None
