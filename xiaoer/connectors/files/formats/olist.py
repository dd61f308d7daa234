"""The tables of the Olist marketplace: orders.csv with its siblings in the same folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.connectors.files.formats import tables, values
from xiaoer.connectors.files.formats.drafts import Draft, Rows, Staged, Verdict, without_twins
from xiaoer.connectors.files.models import MAIN, Outcome
from xiaoer.customers.service import AddressRow, CustomerRow
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow, OrderRow

FORMAT = "olist_2017"
SIGNS = {"order_id", "customer_id", "order_status", "order_purchase_timestamp"}
"""Headings by which orders.csv is known."""
SIBLINGS = {"items": "order_items.csv", "payments": "order_payments.csv"}
CURRENCY = "BRL"

_STATUSES = {
    "created": OrderStatus.UNPAID,
    "approved": OrderStatus.PAID,
    "invoiced": OrderStatus.PAID,
    "processing": OrderStatus.PAID,
    "shipped": OrderStatus.SHIPPED,
    "delivered": OrderStatus.SIGNED,
    "canceled": OrderStatus.CANCELLED,
    "unavailable": OrderStatus.CANCELLED,
}


class Olist:
    """An order is a row of orders.csv; what it holds and what was paid are in the siblings."""

    def __init__(self, orders: Path, zone: ZoneInfo) -> None:
        self.folder, self.zone = orders.parent, zone
        self.orders = tables.opened(orders)
        self.format, self.headings = FORMAT, self.orders.headings
        self.mapping: dict[str, str] = {}
        self._people = self._known_people()

    def _known_people(self) -> dict[str, tuple[str, str, str]]:
        """customer_id (one for each order) → the person, and where they live."""
        path = self.folder / "customers.csv"
        if not path.is_file():
            return {}
        return {
            row.cells["customer_id"]: (
                row.cells["customer_unique_id"],
                f"{row.cells['customer_state']} {row.cells['customer_city']}",
                row.cells["customer_zip_code_prefix"],
            )
            for row in tables.opened(path).rows()
            if row.cells.get("customer_id")
        }

    def parts(self) -> Iterator[tuple[str, Iterator[Staged]]]:
        for part, name in SIBLINGS.items():
            if (self.folder / name).is_file():
                yield part, self._staged(tables.opened(self.folder / name))
        yield MAIN, self._staged(self.orders)

    def _staged(self, table: tables.Table) -> Iterator[Staged]:
        for row in table.rows():
            number = row.cells.get("order_id", "")
            if row.broken:
                yield Staged(row.line, "", {}, {"code": row.broken[0], **row.broken[1]})
            elif not number:
                yield Staged(row.line, "", {}, {"code": "NoOrderNumber"})
            else:
                yield Staged(row.line, number, dict(row.cells))

    def customers(self) -> Iterator[CustomerRow]:
        return iter(())

    def catalog(self) -> tuple[list[ProductRow], list[SkuRow]]:
        return [], []

    def draft(self, key: str, rows: Rows) -> Draft:
        zone = self.zone
        kept, twins = without_twins(rows[MAIN])
        verdicts = {
            (MAIN, line): Verdict(Outcome.DUPLICATE, [{"code": "DuplicateRow", "first": first}])
            for line, first in twins.items()
        }
        for row in kept[:-1]:
            problem = {"code": "SupersededRow", "later": kept[-1].line}
            verdicts[MAIN, row.line] = Verdict(Outcome.DUPLICATE, [problem])
        told = _Told(kept[-1], zone, verdicts)
        items = [_Told(row, zone, verdicts, "items") for row in rows.get("items", ())]
        paid = sum(
            _Told(row, zone, verdicts, "payments").cents("payment_value")
            for row in rows.get("payments", ())
        )
        order = self._order(key, told, items, paid, [row.data for row in rows.get("payments", ())])
        return Draft(order, self._customer(told), [""] * len(items), verdicts)

    def _order(
        self, key: str, told: "_Told", items: list["_Told"], paid: int, payments: list[Any]
    ) -> OrderRow:
        prices = [item.cents("price") for item in items]
        freight = sum(item.cents("freight_value") for item in items)
        payable = paid or sum(prices) + freight
        limits = [limit for item in items if (limit := item.moment("shipping_limit_date"))]
        person = self._people.get(told.text("customer_id"), ("", "", ""))
        return OrderRow(
            order_no=key,
            source=FORMAT,
            status=told.status(),
            currency=CURRENCY,
            lines=[
                LineRow(
                    title=item.text("product_id")[:12],
                    list_cents=price,
                    facts={name: item.text(name) for name in ("product_id", "seller_id")},
                )
                for item, price in zip(items, prices, strict=True)
            ],
            payable_cents=payable,
            freight_cents=min(freight, payable),
            paid_cents=paid,
            placed_at=told.moment("order_purchase_timestamp"),
            paid_at=told.moment("order_approved_at"),
            shipped_at=told.moment("order_delivered_carrier_date"),
            collected_at=told.moment("order_delivered_carrier_date"),
            signed_at=told.moment("order_delivered_customer_date"),
            promised_ship_by=min(limits, default=None),
            promised_arrival=told.moment("order_estimated_delivery_date"),
            receiver_address=f"{person[1]} {person[2]}".strip(),
            facts={
                "order_status": told.text("order_status"),
                "payments": [
                    {name: row.get(name, "") for name in ("payment_type", "payment_value")}
                    for row in payments
                ],
            },
        )

    def _customer(self, told: "_Told") -> CustomerRow | None:
        number = told.text("customer_id")
        if not number:
            return None
        person, region, zip_code = self._people.get(number, (number, "", ""))
        home = AddressRow(region=region, postal_code=zip_code)
        return CustomerRow(channel="olist", external_id=person, addresses=[home] if region else [])


class _Told:
    """A row's cells as values; what cannot be read is flagged on the row."""

    def __init__(
        self,
        row: Staged,
        zone: ZoneInfo,
        verdicts: dict[tuple[str, int], Verdict],
        part: str = MAIN,
    ) -> None:
        self.row, self.zone, self.verdicts, self.part = row, zone, verdicts, part

    def text(self, name: str) -> str:
        found: str = self.row.data.get(name, "")
        return found

    def cents(self, name: str) -> int:
        try:
            return values.cents(self.text(name)) or 0
        except values.Unclear as problem:
            self._flag({"code": "AmountUnclear", "value": problem.value})
            return 0

    def moment(self, name: str) -> Any:
        try:
            return values.moment(self.text(name), self.zone)
        except values.Unclear as problem:
            self._flag({"code": problem.code, "value": problem.value})
            return None

    def status(self) -> OrderStatus:
        told = self.text("order_status")
        if told not in _STATUSES:
            by_time = OrderStatus.PAID if self.moment("order_approved_at") else OrderStatus.UNPAID
            self._flag({"code": "StatusUnknown", "value": told, "status": by_time.value})
            return by_time
        return _STATUSES[told]

    def _flag(self, problem: dict[str, Any]) -> None:
        verdict = self.verdicts.setdefault((self.part, self.row.line), Verdict())
        if problem not in verdict.problems:
            verdict.problems.append(problem)
