"""One decision: a table compiled to closures, three-valued.

A cell is true, false, or unknown when its fact is. A row is false as soon as one cell is false;
with an unknown cell and no false one it cannot be judged, and the answer is `need_fact`: an unknown
fact is never a silent miss. First hit stops at the first row that is not false; collect, max and
min need every row judged.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from xiaoer.policies.models import Outcome
from xiaoer.policies.rules.tables import DEFAULT, Cell, Ref, Row, Share, Table
from xiaoer.policies.rules.vocabulary import Facts

Check = Callable[[Facts], bool | None]
NEAR = 5
"""So many rows that nearly matched are kept with a decision."""
WHOLE_BP = 10_000


@dataclass(frozen=True)
class Miss:
    """A row that did not match: its first cell that failed, and what the fact was."""

    row: str
    fact: str
    wanted: str
    was: Any
    failed: int
    held: int
    """So many of its cells failed, and so many held."""

    def plain(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "fact": self.fact,
            "wanted": self.wanted,
            "was": self.was,
            "failed": self.failed,
        }


@dataclass(frozen=True)
class Result:
    """What a table says to some facts."""

    outcome: Outcome
    row: str | None = None
    rows: tuple[str, ...] = ()
    outputs: Mapping[str, Any] = field(default_factory=dict)
    """Of the row that matched; of a collecting table `items`, one object per matching row."""
    clauses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    nearly: Callable[[], tuple[Miss, ...]] = field(default=tuple, compare=False, repr=False)

    @cached_property
    def near(self) -> tuple[Miss, ...]:
        """Rows that nearly matched: looked for when somebody asks, which most never do."""
        return self.nearly()


@dataclass(frozen=True)
class _CompiledRow:
    row: Row
    checks: tuple[tuple[Cell, Check], ...]

    def judge(self, facts: Facts) -> bool | None:
        verdict: bool | None = True
        for _, check in self.checks:
            found = check(facts)
            if found is False:
                return False
            if found is None:
                verdict = None
        return verdict

    def needs(self, facts: Facts) -> list[str]:
        """The unknown facts that keep this row from being judged."""
        named: dict[str, None] = {}
        for cell, check in self.checks:
            if check(facts) is None:
                if facts.get(cell.fact) is None:
                    named[cell.fact] = None
                if isinstance(cell.value, Ref) and facts.get(cell.value.fact) is None:
                    named[cell.value.fact] = None
        return list(named)

    def miss(self, facts: Facts) -> Miss | None:
        """The first cell that failed and how many did."""
        failed = [cell for cell, check in self.checks if check(facts) is False]
        if not failed:
            return None
        first = failed[0]
        return Miss(
            self.row.id,
            first.fact,
            first.told(),
            facts.get(first.fact),
            len(failed),
            len(self.checks) - len(failed),
        )


class Compiled:
    """A table ready to decide."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._rows = tuple(
            _CompiledRow(row, tuple((cell, _check(cell)) for cell in row.when))
            for row in table.rows
        )

    def __call__(self, facts: Facts) -> Result:
        """What the table says to `facts`, which hold no None and are of the right types."""
        return self._first(facts) if self.table.hit == "first" else self._all(facts)

    def _first(self, facts: Facts) -> Result:
        passed: list[_CompiledRow] = []
        for compiled in self._rows:
            verdict = compiled.judge(facts)
            if verdict is None:
                return self._needing(compiled.needs(facts), passed, facts)
            if verdict:
                return self._answer((compiled.row,), passed, facts)
            passed.append(compiled)
        return self._answer((), passed, facts)

    def _all(self, facts: Facts) -> Result:
        hits, missed, needs = [], [], []
        for compiled in self._rows:
            verdict = compiled.judge(facts)
            if verdict:
                hits.append(compiled.row)
            elif verdict is None:
                needs += compiled.needs(facts)
            else:
                missed.append(compiled)
        if needs:
            return self._needing(needs, missed, facts)
        if hits and self.table.by:
            hits = self._extreme(hits, self.table.by, facts)
            if not hits:
                return self._answer((), missed, facts)
        return self._answer(tuple(hits), missed, facts)

    def _extreme(self, hits: list[Row], by: str, facts: Facts) -> list[Row]:
        """The row with the largest (smallest) value of `by`; of equal ones the first.

        With a row whose value is unknown nothing is left out: `_answer` then names the fact.
        """
        valued = [(value(row.then[by], facts), row) for row in hits if by in row.then]
        if any(amount is None for amount, _ in valued):
            return [row for _, row in valued]
        if not valued:
            return []
        choose = max if self.table.hit == "max" else min
        best = choose(amount for amount, _ in valued)
        return [next(row for amount, row in valued if amount == best)]

    def _answer(self, hits: tuple[Row, ...], missed: list[_CompiledRow], facts: Facts) -> Result:
        default = self.table.default
        chosen = hits or ((default,) if default else ())
        found = [{name: value(each, facts) for name, each in row.then.items()} for row in chosen]
        needs = [
            name
            for row in chosen
            for each in row.then.values()
            for name in (_source(each),)
            if name and facts.get(name) is None
        ]
        if needs:
            return self._needing(needs, missed, facts)
        collecting = self.table.hit == "collect"
        return Result(
            outcome=Outcome.MATCHED if hits else Outcome.DEFAULT,
            row=chosen[0].id if hits and chosen else DEFAULT,
            rows=tuple(row.id for row in hits),
            outputs={"items": [each for each in found if each]}
            if collecting
            else (found[0] if found else {}),
            clauses=tuple(dict.fromkeys(row.clause for row in chosen if row.clause)),
            nearly=partial(_nearest, missed, facts),
        )

    def _needing(self, needs: list[str], missed: list[_CompiledRow], facts: Facts) -> Result:
        return Result(
            outcome=Outcome.NEED_FACT,
            needs=tuple(dict.fromkeys(needs)),
            nearly=partial(_nearest, missed, facts),
        )


def _nearest(missed: list[_CompiledRow], facts: Facts) -> tuple[Miss, ...]:
    """The rows with the fewest cells that failed, of these the ones with the most that held."""
    misses = [miss for compiled in missed if (miss := compiled.miss(facts))]
    return tuple(sorted(misses, key=lambda miss: (miss.failed, -miss.held))[:NEAR])


def _source(output: Any) -> str | None:
    """The fact an output is computed from."""
    if isinstance(output, Share):
        return output.of
    return output.fact if isinstance(output, Ref) else None


def value(output: Any, facts: Facts) -> Any:
    """An output's value; None when its fact is unknown."""
    if isinstance(output, Ref):
        return facts.get(output.fact)
    if isinstance(output, Share):
        amount = facts.get(output.of)
        return None if amount is None else share_of(amount, output)
    return output


def share_of(amount: int, share: Share) -> int:
    """`share` of `amount` cents, half a cent rounded up, within its bounds, never below zero."""
    part = max(0, (amount * share.bp + WHOLE_BP // 2) // WHOLE_BP)
    if share.most is not None:
        part = min(part, share.most)
    return part if share.least is None else max(part, share.least)


def _check(cell: Cell) -> Check:
    name, against = cell.fact, cell.value
    if cell.op == "exists":
        return lambda facts: (facts.get(name) is not None) is against
    if isinstance(against, Ref):
        return _against_fact(name, cell.op, against.fact)
    test = _test(cell.op, against)

    def check(facts: Facts) -> bool | None:
        found = facts.get(name)
        return None if found is None else test(found)

    return check


def _against_fact(name: str, op: str, other: str) -> Check:
    def check(facts: Facts) -> bool | None:
        found, limit = facts.get(name), facts.get(other)
        if found is None or limit is None:
            return None
        if op == "eq":
            return bool(found == limit)
        return bool(found <= limit) if op == "lte" else bool(found >= limit)

    return check


def _test(op: str, against: Any) -> Callable[[Any], bool]:
    match op:
        case "eq":
            return lambda found: bool(found == against)
        case "lte":
            return lambda found: bool(found <= against)
        case "gte":
            return lambda found: bool(found >= against)
        case "between":
            low, high = against
            return lambda found: bool(low <= found <= high)
        case "in":
            among = frozenset(against)
            return lambda found: found in among
        case "has":
            wanted = frozenset(against)
            return wanted.issubset
        case "any":
            wanted = frozenset(against)
            return lambda found: not wanted.isdisjoint(found)
        case _:
            wanted = frozenset(against)
            return wanted.isdisjoint
