"""A decision table, read and typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Hit = Literal["first", "collect", "max", "min"]
DEFAULT = "default"
"""How the row is called that answers when none matched."""


@dataclass(frozen=True)
class Ref:
    """The value of another fact."""

    fact: str


@dataclass(frozen=True)
class Share:
    """A part of an amount, in basis points, kept within `least` and `most` cents."""

    of: str
    bp: int
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Cell:
    """One condition: the fact, the operator, and what it is held against."""

    fact: str
    op: str
    value: Any

    def told(self) -> str:
        """For people: `<= 7`, `in a, b`."""
        signs = {"eq": "=", "lte": "≤", "gte": "≥"}
        value = self.value
        if isinstance(value, Ref):
            shown = value.fact
        elif self.op == "between":
            shown = f"{value[0]}…{value[1]}"
        elif isinstance(value, tuple):
            shown = ", ".join(str(each) for each in value)
        else:
            shown = str(value).lower() if isinstance(value, bool) else str(value)
        return f"{signs.get(self.op, self.op)} {shown}"


@dataclass(frozen=True)
class Row:
    id: str
    when: tuple[Cell, ...]
    then: Mapping[str, Any]
    clause: str | None
    say: Mapping[str, str] | None


@dataclass(frozen=True)
class Table:
    """All of it: columns, rows, what answers otherwise, clauses and tests."""

    name: str
    hit: Hit
    facts: tuple[str, ...]
    outputs: tuple[str, ...]
    by: str | None
    rows: tuple[Row, ...]
    default: Row | None
    clauses: Mapping[str, Mapping[str, str]]
    tests: tuple[Mapping[str, Any], ...]

    def row(self, row_id: str) -> Row | None:
        if row_id == DEFAULT:
            return self.default
        return next((row for row in self.rows if row.id == row_id), None)
