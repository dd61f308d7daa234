"""Which facts reach which row: the space of all facts cut at every value a table names.

Each fact is a dimension of finitely many cells: the values named, something else, and unknown. A
row is a box; what earlier rows take is cut out of it. So an unreachable row, and facts for which a
policy gives less than the law, are found by reckoning, not by trying.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xiaoer.policies.rules import vocabulary
from xiaoer.policies.rules.tables import Cell, Ref, Row, Table

UNKNOWN = "?"
OTHER = "…"
MOST_BOXES = 20_000

Box = Mapping[str, frozenset[Any]]
"""Dimension → the cells that belong to it; a dimension that is not named is whole."""


class TooLarge(Exception):
    """The tables name so much that their space was not gone through."""


@dataclass(frozen=True)
class Space:
    """The dimensions that some tables cut, with their cells."""

    whole: Mapping[str, frozenset[Any]]
    bounds: Mapping[str, tuple[int, ...]]

    def boxes(self, row: Row) -> list[Box]:
        """Where `row` matches."""
        return self._boxes(row, unknown=False)

    def taken(self, row: Row) -> list[Box]:
        """Where `row` is not passed over: it matches, or it asks for a fact."""
        return self._boxes(row, unknown=True)

    def _boxes(self, row: Row, *, unknown: bool) -> list[Box]:
        found: list[dict[str, frozenset[Any]]] = [{}]
        for cell in row.when:
            found = [
                {**box, **part}
                for box in found
                for part in self._parts(cell, unknown=unknown)
                if all(part.values())
            ]
        return list(found)

    def _parts(self, cell: Cell, *, unknown: bool) -> list[dict[str, frozenset[Any]]]:
        more = frozenset({UNKNOWN}) if unknown else frozenset[Any]()
        if isinstance(cell.value, Ref):
            return [{_pair(cell): frozenset({True}) | more}]
        if cell.op in ("has", "any", "lacks"):
            return self._list_parts(cell, more)
        whole = self.whole[cell.fact]
        if cell.op == "exists":
            known = whole - {UNKNOWN}
            return [{cell.fact: known if cell.value else frozenset({UNKNOWN})}]
        fitting = {each for each in whole - {UNKNOWN} if self._fits(cell, each)}
        return [{cell.fact: frozenset(fitting) | more}]

    def _list_parts(self, cell: Cell, more: frozenset[Any]) -> list[dict[str, frozenset[Any]]]:
        names = [_member(cell.fact, word) for word in cell.value]
        if cell.op != "any":
            wanted = cell.op == "has"
            return [{name: frozenset({wanted}) | more for name in names}]
        # one of them: the first, or not the first but the second, …
        return [
            {
                **{name: frozenset({False}) for name in names[:n]},
                names[n]: frozenset({True}) | more,
            }
            for n in range(len(names))
        ]

    def _fits(self, cell: Cell, value: Any) -> bool:
        against = cell.value
        match cell.op:
            case "eq":
                return bool(value == against)
            case "in":
                return value in against
            case "lte":
                return bool(value <= against)
            case "gte":
                return bool(value >= against)
            case _:
                return bool(against[0] <= value <= against[1])


def space(tables: Iterable[Table], known: Mapping[str, Any] | None = None) -> Space:
    """The space that `tables` cut together; `known` facts have one value only."""
    named: dict[str, set[Any]] = {}
    bounds: dict[str, set[int]] = {}
    for cell in (cell for table in tables for row in table.rows for cell in row.when):
        if isinstance(cell.value, Ref):
            named[_pair(cell)] = {True, False, UNKNOWN}
        elif cell.op in ("has", "any", "lacks"):
            for word in cell.value:
                named[_member(cell.fact, word)] = {True, False, UNKNOWN}
        elif vocabulary.facts()[cell.fact].numeric:
            bounds.setdefault(cell.fact, set()).update(_cuts(cell))
            named.setdefault(cell.fact, {UNKNOWN})
        else:
            named.setdefault(cell.fact, set(_values(cell.fact))).update(_said(cell))
    for fact, cuts in bounds.items():
        # one number for each stretch between two cuts, and one below them all
        named[fact] |= {min(cuts) - 1, *cuts} if cuts else {0}
    for fact, value in (known or {}).items():
        if fact in named:
            named[fact] = {value}
    return Space(
        whole={fact: frozenset(values) for fact, values in named.items()},
        bounds={fact: tuple(sorted(cuts)) for fact, cuts in bounds.items()},
    )


def reached(table: Table, over: Space) -> Iterator[tuple[Row, list[Box]]]:
    """Each row with the boxes it answers for, in the order of the table; the default comes last.

    Raises `TooLarge`.
    """
    left: list[Box] = [{}]
    for row in table.rows:
        yield row, _met(left, over.boxes(row), over)
        if table.hit == "first":
            left = minus(left, over.taken(row), over)
    if table.default:
        yield table.default, left


def minus(boxes: list[Box], taken: list[Box], over: Space) -> list[Box]:
    """What is left of `boxes` without `taken`."""
    for hole in taken:
        boxes = [rest for box in boxes for rest in _without(box, hole, over)]
        if len(boxes) > MOST_BOXES:
            raise TooLarge
    return boxes


def meet(one: Box, other: Box, over: Space) -> Box | None:
    """Where both are; None when nowhere."""
    both = dict(one)
    for name, cells in other.items():
        both[name] = both.get(name, over.whole[name]) & cells
        if not both[name]:
            return None
    return both


def example(box: Box) -> dict[str, Any]:
    """Facts within `box`, for a person to see; comparisons between facts are left out."""
    found: dict[str, Any] = {}
    for name, cells in sorted(box.items()):
        fact, _, word = name.partition(" ∋ ")
        if word:
            if True in cells and False not in cells:
                found.setdefault(fact, []).append(word)
            continue
        known = sorted((each for each in cells if each != UNKNOWN), key=str)
        if known and " " not in name:
            found[name] = known[0]
    return found


def _met(some: list[Box], others: list[Box], over: Space) -> list[Box]:
    found = [both for one in some for other in others if (both := meet(one, other, over))]
    if {} in some and {} in others:
        found.append({})
    return found


def _without(box: Box, hole: Box, over: Space) -> Iterator[Box]:
    if meet(box, hole, over) is None:
        yield box
        return
    kept = dict(box)
    for name, cells in hole.items():
        mine = kept.get(name, over.whole[name])
        outside = mine - cells
        if outside:
            yield {**kept, name: outside}
        kept[name] = mine & cells


def _cuts(cell: Cell) -> set[int]:
    value = cell.value
    match cell.op:
        case "exists":
            return set()
        case "lte":
            return {value, value + 1}
        case "gte":
            return {value}
        case "between":
            return {value[0], value[1], value[1] + 1}
        case "in":
            return {cut for each in value for cut in (each, each + 1)}
        case _:
            return {value, value + 1}


def _values(fact: str) -> tuple[Any, ...]:
    term = vocabulary.facts()[fact]
    if term.type == "bool":
        return True, False, UNKNOWN
    return (*term.values, UNKNOWN) if term.type == "choice" else (OTHER, UNKNOWN)


def _said(cell: Cell) -> tuple[Any, ...]:
    if cell.op == "exists":
        return ()
    return cell.value if cell.op == "in" else (cell.value,)


def _member(fact: str, word: str) -> str:
    return f"{fact} ∋ {word}"


def _pair(cell: Cell) -> str:
    return f"{cell.fact} {cell.op} {cell.value.fact}"
