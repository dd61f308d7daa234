"""Any table with headings: seller-centre exports, other systems' lists, one's own sheets."""

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.connectors.files.errors import UnknownField, UnknownHeading
from xiaoer.connectors.files.formats import headings
from xiaoer.connectors.files.formats.assembly import Assembly
from xiaoer.connectors.files.formats.drafts import Draft, Rows, Staged
from xiaoer.connectors.files.formats.tables import Row, Table
from xiaoer.connectors.files.models import MAIN
from xiaoer.customers.service import CustomerRow

LINES = "lines"
LONGEST_NUMBER = 64


class Sheet:
    """A table of orders, with the table of their lines when the source keeps those apart."""

    def __init__(
        self,
        table: Table,
        *,
        format: str,  # noqa: A002 - the word of the command line
        zone: ZoneInfo,
        currency: str,
        lines: Table | None = None,
        mapping: Mapping[str, str] | None = None,
        decimal_comma: bool | None = None,
    ) -> None:
        self.format, self.table, self.line_table = format, table, lines
        self.zone, self.currency = zone, currency
        self.headings = [heading for heading in table.headings if heading]
        self.decimal_comma = decimal_comma
        self.line_fields = headings.matched(lines.headings) if lines else {}
        self.mapping = headings.matched(self.headings)
        if mapping is not None:
            self.mapping = checked(mapping, self.headings)
        self.fields = frozenset(self.mapping) | frozenset(self.line_fields)

    def parts(self) -> Iterator[tuple[str, Iterator[Staged]]]:
        if self.line_table is not None:
            yield LINES, self._staged(self.line_table, self.line_fields)
        yield MAIN, self._staged(self.table, self.mapping)

    def _staged(self, table: Table, mapping: Mapping[str, str]) -> Iterator[Staged]:
        for row in table.rows():
            yield staged(row, mapping)

    def customers(self) -> Iterator[CustomerRow]:
        return iter(())

    def catalog(self) -> tuple[list[ProductRow], list[SkuRow]]:
        return [], []

    def draft(self, key: str, rows: Rows) -> Draft:
        return Assembly(
            key,
            rows,
            source=self.format,
            zone=self.zone,
            currency=self.currency,
            decimal_comma=self.decimal_comma,
            fields=self.fields,
        ).draft()


def checked(mapping: Mapping[str, str], known: list[str]) -> dict[str, str]:
    """A person's mapping, against the fields and headings there are."""
    for field, heading in mapping.items():
        if field not in headings.FIELDS:
            raise UnknownField(field=field)
        if heading not in known:
            raise UnknownHeading(heading=heading)
    return dict(mapping)


def staged(row: Row, mapping: Mapping[str, str]) -> Staged:
    """The mapped cells of a row, or why it cannot be used."""
    if row.broken is not None:
        code, facts = row.broken
        return Staged(row.line, "", {}, {"code": code, **facts})
    data: dict[str, Any] = {
        field: row.cells[heading] for field, heading in mapping.items() if row.cells.get(heading)
    }
    number = data.pop("order_no", "")
    if not number:
        return Staged(row.line, "", {}, {"code": "NoOrderNumber"})
    if len(number) > LONGEST_NUMBER:
        return Staged(row.line, "", {}, {"code": "OrderNumberTooLong"})
    return Staged(row.line, number, data)
