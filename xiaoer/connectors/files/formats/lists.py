"""Lists that are no orders: scans of couriers, parcels of a warehouse, counts of stock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from xiaoer.connectors.files.formats import headings, values
from xiaoer.connectors.files.formats.tables import Table
from xiaoer.connectors.files.formats.values import Unclear


class ListKind(StrEnum):
    SCANS = "scans"
    PARCELS = "parcels"
    STOCK = "stock"


_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "order_no": headings.FIELDS["order_no"],
    "courier": headings.FIELDS["courier"],
    "tracking_no": headings.FIELDS["tracking_no"],
    "warehouse": ("发货仓", "发货仓库", "仓库", "warehouse"),
    "region": headings.FIELDS["region"],
    "at": ("时间", "扫描时间", "操作时间", "盘点时间", "同步时间", "发货时间", "at", "time",
        "scanned at", "counted at", "date"),
    "code": ("状态码", "状态编码", "代码", "code", "status code"),
    "text": ("轨迹", "描述", "说明", "物流信息", "text", "description"),
    "place": ("地点", "所在地", "网点", "place", "location"),
    "sku": (*headings.FIELDS["sku_code"], "规格编码", "skuid", "sku id"),
    "page": ("页面库存", "线上库存", "page stock", "page"),
    "actual": ("实际库存", "仓库库存", "可用库存", "库存", "actual stock", "actual", "stock"),
}  # fmt: skip
NEEDED: Mapping[ListKind, tuple[str, ...]] = {
    ListKind.SCANS: ("courier", "tracking_no", "at", "code"),
    ListKind.PARCELS: ("order_no", "courier", "tracking_no"),
    ListKind.STOCK: ("sku",),
}
_FIELD = {headings.plain(name): field for field, names in _HEADINGS.items() for name in names}


@dataclass(frozen=True, slots=True)
class Item:
    """A row that can be read: its cells by field, times as times, counts as numbers."""

    line: int
    cells: dict[str, str]
    at: datetime | None = None
    page: int | None = None
    actual: int | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be used, and why."""

    line: int
    code: str
    facts: dict[str, str]


def kind_of(table: Table) -> ListKind | None:
    """What the headings say the list is of."""
    fields = set(_matched(table))
    if fields >= {*NEEDED[ListKind.SCANS]}:
        return ListKind.SCANS
    if fields >= {*NEEDED[ListKind.PARCELS]}:
        return ListKind.PARCELS
    stock = "sku" in fields and fields & {"page", "actual"}
    return ListKind.STOCK if stock else None


def read(table: Table, kind: ListKind, zone: ZoneInfo) -> Iterator[Item | Bad]:
    """Every row of the file: what it says, or why it cannot be used. None is left out."""
    matched = _matched(table)
    for row in table.rows():
        if row.broken is not None:
            yield Bad(row.line, row.broken[0], dict(row.broken[1]))
            continue
        cells = {field: row.cells.get(heading, "") for field, heading in matched.items()}
        missing = [field for field in NEEDED[kind] if not cells.get(field)]
        if missing:
            yield Bad(row.line, "CellBlank", {"field": missing[0]})
            continue
        try:
            yield _item(row.line, cells, zone)
        except Unclear as problem:
            yield Bad(row.line, problem.code, {"value": problem.value})


def _item(line: int, cells: dict[str, str], zone: ZoneInfo) -> Item:
    counts = {field: _count(cells.get(field, "")) for field in ("page", "actual")}
    return Item(line, cells, values.moment(cells.get("at", ""), zone), **counts)


def _count(told: str) -> int | None:
    """Pieces; none is a count too."""
    plain = told.translate(values.NARROW).strip()
    return 0 if plain in ("0", "0.0") else values.count(told)


def _matched(table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for heading in table.headings:
        field = _FIELD.get(headings.plain(heading))
        if field and field not in found:
            found[field] = heading
    return found
