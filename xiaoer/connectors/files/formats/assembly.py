"""The rows of one order of a table become an order. What is unclear is flagged, never guessed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from xiaoer.connectors.files.formats import headings, values, words
from xiaoer.connectors.files.formats.amounts import (
    BY_LINE,
    WHOLE,
    Amounts,
    goods,
    status_by_facts,
)
from xiaoer.connectors.files.formats.amounts import money as amounts_of
from xiaoer.connectors.files.formats.drafts import (
    Draft,
    Problem,
    Rows,
    Staged,
    Verdict,
    refused,
    without_twins,
)
from xiaoer.connectors.files.formats.values import Unclear
from xiaoer.connectors.files.models import MAIN, Outcome
from xiaoer.customers.service import AddressRow, CustomerRow
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow, OrderRow

TIMES = ("placed_at", "paid_at", "promised_ship_by")
LAST_TIMES = ("shipped_at", "collected_at", "signed_at", "completed_at")
MARKETPLACES = ("taobao",)


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem["code"])
        self.problem = problem


@dataclass
class Assembly:
    """Works on one order; `draft` is the way in."""

    key: str
    rows: Rows
    source: str
    zone: ZoneInfo
    currency: str
    decimal_comma: bool | None
    fields: frozenset[str]
    """What the source tells at all: a blank there is a blank, not a missing column."""
    verdicts: dict[tuple[str, int], Verdict] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)

    def draft(self) -> Draft:
        kept = self._kept()
        details = self._details()
        try:
            amounts = self._amounts(kept)
            lines, skus = self._lines(details or kept, MAIN if not details else "lines", amounts)
            order = self._order(kept, lines, amounts)
        except _Refused as refusal:
            draft = refused({MAIN: kept}, MAIN, refusal.problem)
            draft.verdicts = self.verdicts | draft.verdicts
            return draft
        return Draft(order, self._customer(kept), skus, self.verdicts)

    # Which rows count

    def _kept(self) -> list[Staged]:
        kept, twins = without_twins(self.rows[MAIN])
        for line, first in twins.items():
            self._end(MAIN, line, {"code": "DuplicateRow", "first": first})
        if len(kept) == 1:
            return kept
        seen: dict[tuple[str, ...], Staged] = {}
        for row in list(kept):
            same = _line_identity(row)
            before = seen.get(same)
            seen[same] = row
            if before is None:
                continue
            if row.data.get("line_no"):
                self._flag(MAIN, row.line, {"code": "SameLineDiffers", "first": before.line})
            else:
                self._end(MAIN, before.line, {"code": "SupersededRow", "later": row.line})
                kept.remove(before)
        return kept

    def _details(self) -> list[Staged]:
        kept, twins = without_twins(self.rows.get("lines", ()))
        for line, first in twins.items():
            self._end("lines", line, {"code": "DuplicateRow", "first": first})
        return kept

    def _end(self, part: str, line: int, problem: Problem) -> None:
        self.verdicts[part, line] = Verdict(Outcome.DUPLICATE, [problem])

    def _flag(self, part: str, line: int, problem: Problem) -> None:
        verdict = self.verdicts.setdefault((part, line), Verdict())
        if problem not in verdict.problems:
            verdict.problems.append(problem)

    # One cell of a row

    def _cents(self, part: str, row: Staged, name: str) -> tuple[int | None, bool]:
        """The amount, and whether it was clear."""
        if name not in row.data:
            return None, True
        try:
            return values.cents(row.data[name], decimal_comma=self.decimal_comma), True
        except Unclear as problem:
            told = {"code": problem.code, "value": problem.value}
            if problem.code == "NegativeAmount":
                raise _Refused(told) from problem
            self._flag(part, row.line, told)
            return None, False

    def _moment(self, row: Staged, name: str) -> datetime | None:
        if name not in row.data:
            return None
        try:
            return values.moment(row.data[name], self.zone)
        except Unclear as problem:
            self._flag(MAIN, row.line, {"code": problem.code, "value": problem.value})
            return None

    def _quantity(self, part: str, row: Staged) -> int | None:
        raw = row.data.get("quantity", "")
        try:
            found = values.count(raw)
        except Unclear as problem:
            self._flag(part, row.line, {"code": problem.code, "value": problem.value})
            return None
        if found is None and "quantity" in self.fields:
            self._flag(part, row.line, {"code": "QuantityBlank"})
            return None
        return found or 1

    # The whole order

    def _amounts(self, rows: Sequence[Staged]) -> Amounts:
        found = Amounts()
        by_line = any(row.data.get("line_no") for row in rows)
        for name in BY_LINE + WHOLE:
            cents = []
            for row in rows:
                value, clear = self._cents(MAIN, row, name)
                found.clear = found.clear and clear
                cents += [value] if value is not None else []
            # The same amount on every row of an order is the order's, told again and again.
            once = len(set(cents)) == 1 and not (by_line and name in BY_LINE)
            setattr(found, name, (cents[0] if once else sum(cents)) if cents else None)
        return found

    def _lines(
        self, rows: Sequence[Staged], part: str, amounts: Amounts
    ) -> tuple[list[LineRow], list[str]]:
        lines, skus = [], []
        for row in rows:
            quantity = self._quantity(part, row)
            price, clear = self._cents(part, row, "unit_price")
            whole, clear_whole = self._cents(part, row, "line_amount")
            amounts.clear = amounts.clear and clear and clear_whole
            if whole is None and price is not None:
                whole = price * (quantity or 1)
            if whole is None and len(rows) == 1:
                whole = goods(amounts)
            lines.append(self._line(row, quantity, whole or 0))
            skus.append(row.data.get("sku_code", ""))
        if not amounts.clear:
            lines = [_unpriced(line) for line in lines]
        return lines, skus

    def _line(self, row: Staged, quantity: int | None, cents: int) -> LineRow:
        data = row.data
        kept = ("feedback", "delivery_status", "refund_status", "line_no")
        facts: dict[str, Any] = {name: data[name] for name in kept if name in data}
        raw = {
            name: data[name] for name in ("line_amount", "unit_price", "quantity") if name in data
        }
        return LineRow(
            title=data.get("title", "")[:300] or "—",
            spec=data.get("spec", "")[:300],
            list_cents=cents,
            quantity=quantity,
            status=words.line_status(data.get("feedback", ""), data.get("refund_status", "")),
            facts=facts | {"source": raw},
        )

    def _order(self, rows: Sequence[Staged], lines: list[LineRow], amounts: Amounts) -> OrderRow:
        times: dict[str, Any] = {
            name: _pick(min, [self._moment(row, name) for row in rows]) for name in TIMES
        } | {name: _pick(max, [self._moment(row, name) for row in rows]) for name in LAST_TIMES}
        status = self._status(rows, times, amounts)
        listed = sum(line.list_cents for line in lines)
        money: dict[str, Any] = amounts_of(amounts, status, listed)
        if money["refunded_cents"] > money["paid_cents"]:
            facts = {"refunded": money["refunded_cents"], "paid": money["paid_cents"]}
            raise _Refused({"code": "RefundTooLarge", **facts})
        self._first(rows, "order_no")
        text = defaultdict(str, self.told)
        region, address = text["region"], text["receiver_address"]
        return OrderRow(
            order_no=self.key,
            source=self.source,
            status=status,
            currency=self.currency,
            lines=lines,
            amounts_known=amounts.clear,
            receiver_name=text["receiver_name"][:100],
            receiver_phone=(text["receiver_phone"] or text["receiver_phone_2"])[:40],
            receiver_address=address if region in address else f"{region} {address}".strip(),
            courier=text["courier"][:60],
            tracking_no=text["tracking_no"].removeprefix("No:")[:120],
            buyer_message=text["buyer_message"],
            flag=words.flag(text["flag"]),
            facts={name: text[name] for name in headings.FACTS if text[name]},
            **times,
            **money,
        )

    def _status(
        self, rows: Sequence[Staged], times: dict[str, Any], amounts: Amounts
    ) -> OrderStatus:
        told = self._first(rows, "status")
        found = words.status(told)
        if found is OrderStatus.CLOSED and amounts.paid == 0:
            return OrderStatus.CANCELLED
        if found is not None:
            return found
        by_facts = status_by_facts(times, amounts, bool(self._first(rows, "tracking_no")))
        if told:
            problem = {"code": "StatusUnknown", "value": told, "status": by_facts.value}
            self._flag(MAIN, rows[0].line, problem)
        return by_facts

    def _customer(self, rows: Sequence[Staged]) -> CustomerRow | None:
        buyer, phone = self._first(rows, "buyer"), self._first(rows, "receiver_phone")
        name, address = self._first(rows, "receiver_name"), self._first(rows, "receiver_address")
        if buyer:
            channel = self.source if self.source in MARKETPLACES else "shop"
            identity = (channel, buyer[:200])
        elif sum(char.isdigit() for char in phone) >= 7 and "*" not in phone:
            identity = ("phone", "".join(char for char in phone if char.isdigit())[-15:])
        else:
            return None
        home = AddressRow(
            receiver=name, phone=phone, region=self._first(rows, "region"), street=address
        )
        return CustomerRow(
            channel=identity[0],
            external_id=identity[1],
            name=buyer or name,
            phone=phone if "*" not in phone else None,
            email=self._first(rows, "email") or None,
            addresses=[home] if address else [],
        )

    def _first(self, rows: Sequence[Staged], name: str) -> str:
        """What the order's rows say under `name`, the first that says anything."""
        if not self.told:
            for row in reversed(rows):
                self.told.update(row.data)
        found: str = self.told.get(name, "")
        return found


def _line_identity(row: Staged) -> tuple[str, ...]:
    if row.data.get("line_no"):
        return ("line", row.data["line_no"])
    return tuple(row.data.get(name, "") for name in ("title", "spec", "sku_code"))


def _unpriced(line: LineRow) -> LineRow:
    return LineRow(
        title=line.title,
        spec=line.spec,
        list_cents=0,
        quantity=line.quantity,
        status=line.status,
        facts=line.facts,
    )


def _pick(choose: Any, moments: list[datetime | None]) -> datetime | None:
    known = [moment for moment in moments if moment is not None]
    return choose(known) if known else None
