"""What became of a file: counts that add up, and a sentence for every row that was not taken."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.connectors.files import queries
from xiaoer.connectors.files.errors import sentence
from xiaoer.connectors.files.models import MAIN, ImportRow, ImportRun, Outcome
from xiaoer.core.i18n import Locale
from xiaoer.customers import queries as customers
from xiaoer.orders import queries as orders

NOT_TAKEN = (Outcome.DUPLICATE, Outcome.REJECTED)
ROWS_AT_ONCE = 5000


@dataclass(frozen=True)
class Report:
    """The rows of the file by outcome, and the shop after the import. Money in cents."""

    run_id: str
    format: str
    rows: int
    created: int
    updated: int
    unchanged: int
    duplicate: int
    rejected: int
    flagged: int
    """Rows that were taken although something in them was unclear; see `warnings`."""
    orders: int
    customers: int
    paid_orders: int
    paid_cents: int
    refunded_orders: int
    refund_cents: int
    errors: list[dict[str, Any]] = field(default_factory=list)
    """`{line, code, sentence}` of every row that was not taken; `file` when it is a sibling's."""
    warnings: list[dict[str, Any]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def counts(session: Session, run_id: UUID) -> dict[str, int]:
    """Rows of orders by outcome; they add up to the rows of the file once it is done."""
    return queries.counts_of(session, [run_id])[run_id]


def report(session: Session, run: ImportRun, *, locale: Locale = "zh") -> Report:
    """The whole report of an import that is done."""
    told = list(problems(session, run.id, locale=locale))
    errors = [entry for entry in told if entry.pop("outcome") in NOT_TAKEN]
    refused = {id(entry) for entry in errors}
    warnings = [entry for entry in told if id(entry) not in refused]
    shop = orders.totals(session, shop_id=run.shop_id)
    return Report(
        run_id=str(run.id),
        format=run.format,
        rows=run.rows,
        **counts(session, run.id),
        flagged=len({entry["line"] for entry in warnings if "file" not in entry}),
        orders=shop.orders,
        customers=customers.count(session, run.shop_id),
        paid_orders=shop.paid_orders,
        paid_cents=shop.paid_cents,
        refunded_orders=shop.refunded_orders,
        refund_cents=shop.refund_cents,
        errors=errors,
        warnings=warnings,
    )


def problems(
    session: Session, run_id: UUID, *, locale: Locale = "zh", limit: int | None = None
) -> Iterator[dict[str, Any]]:
    """Each problem of each row, in the order of the file: line, code, sentence, outcome."""
    query = (
        select(ImportRow.part, ImportRow.line, ImportRow.outcome, ImportRow.problems)
        .where(ImportRow.run_id == run_id, ImportRow.code.is_not(None))
        .order_by(ImportRow.part != MAIN, ImportRow.part, ImportRow.line)
        .limit(limit)
    )
    for part, line, outcome, told in session.execute(query).yield_per(ROWS_AT_ONCE):
        for problem in told or ():
            entry = {
                "line": line,
                "code": problem["code"],
                "sentence": sentence(problem["code"], problem, locale),
                "outcome": outcome,
            }
            yield entry if part == MAIN else entry | {"file": part}


def report_lines(session: Session, run: ImportRun, *, locale: Locale) -> Iterator[list[str]]:
    """Every row of the file for a spreadsheet: line, outcome, code, sentence."""
    zh = locale == "zh"
    yield (
        ["文件", "行", "结果", "代码", "说明"]
        if zh
        else ["file", "line", "outcome", "code", "note"]
    )
    query = (
        select(ImportRow)
        .where(ImportRow.run_id == run.id)
        .order_by(ImportRow.part != MAIN, ImportRow.part, ImportRow.line)
    )
    for row in session.scalars(query).yield_per(ROWS_AT_ONCE):
        told = row.problems or []
        sentences = " ".join(sentence(each["code"], each, locale) for each in told)
        outcome = (OUTCOME_WORDS if zh else {}).get(row.outcome or "", row.outcome or "")
        file = run.name if row.part == MAIN else row.part
        yield [file, str(row.line), outcome, row.code or "", sentences]


REPORT_HEADINGS = (
    ("文件", "行", "结果", "代码", "说明"),
    ("file", "line", "outcome", "code", "note"),
)
OUTCOME_WORDS = {
    "created": "新建",
    "updated": "更新",
    "unchanged": "无变化",
    "duplicate": "重复",
    "rejected": "未导入",
    "used": "已并入订单",
}
