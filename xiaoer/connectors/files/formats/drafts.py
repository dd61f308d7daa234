"""What a format makes of the rows of one order."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.connectors.files.models import Outcome
from xiaoer.customers.service import CustomerRow
from xiaoer.orders.service import OrderRow

Problem = dict[str, Any]
"""`code` and the facts of its sentence."""


@dataclass(slots=True)
class Staged:
    """A row as it was read. With a problem it ends here, rejected."""

    line: int
    key: str
    data: dict[str, Any]
    problem: Problem | None = None

    @property
    def digest(self) -> bytes:
        whole = orjson.dumps([self.key, self.data], option=orjson.OPT_SORT_KEYS)
        return hashlib.blake2b(whole, digest_size=16).digest()


@dataclass
class Verdict:
    """What is known of a row before its order is written; without an outcome it shares the
    order's."""

    outcome: Outcome | None = None
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Draft:
    """One order, ready to be written; None when its rows were refused."""

    order: OrderRow | None
    customer: CustomerRow | None = None
    skus: Sequence[str] = ()
    """For each line: what the source calls its SKU; empty when it does not say."""
    verdicts: dict[tuple[str, int], Verdict] = field(default_factory=dict)
    """By part and line; rows that are not named simply share the order's outcome."""

    def content_hash(self) -> bytes:
        whole = orjson.dumps([self.order, self.customer, self.skus], option=orjson.OPT_SORT_KEYS)
        return hashlib.blake2b(whole, digest_size=16).digest()


Rows = Mapping[str, Sequence[Staged]]
"""The rows of one order by part, each in the order of its file."""


class Source(Protocol):
    """A file, or a folder of files that belong together, in one format."""

    format: str
    headings: list[str]
    mapping: dict[str, str]

    def parts(self) -> Iterator[tuple[str, Iterator[Staged]]]:
        """Every file's rows, the orders' last."""
        ...

    def customers(self) -> Iterator[CustomerRow]:
        """People the source lists by themselves."""
        ...

    def catalog(self) -> tuple[list[ProductRow], list[SkuRow]]:
        """Products the source lists by themselves."""
        ...

    def draft(self, key: str, rows: Rows) -> Draft: ...


def refused(rows: Rows, part: str, problem: Problem) -> Draft:
    """The order cannot be written: each of its rows says why."""
    return Draft(
        None,
        verdicts={
            (part, row.line): Verdict(Outcome.REJECTED, [problem]) for row in rows.get(part, ())
        },
    )


def without_twins(rows: Sequence[Staged]) -> tuple[list[Staged], dict[int, int]]:
    """The rows that differ, and for each full duplicate (by line) the line it repeats."""
    if len(rows) < 2:
        return list(rows), {}
    first: dict[bytes, int] = {}
    twins: dict[int, int] = {}
    kept = []
    for row in rows:
        digest = row.digest
        if digest in first:
            twins[row.line] = first[digest]
        else:
            first[digest] = row.line
            kept.append(row)
    return kept, twins
