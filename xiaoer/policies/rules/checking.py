"""What is wrong with a table before it decides anything: static checks, its own tests, the law."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xiaoer.policies.models import Outcome
from xiaoer.policies.rules import floors, regions
from xiaoer.policies.rules.evaluating import Compiled
from xiaoer.policies.rules.tables import DEFAULT, Row, Table

SENTENCES = {
    "unreachable": (
        "前面的行已包含这一行的所有情形，它永远不会命中。",
        "Earlier rows take every case of this row; it can never match.",
    ),
    "no_default": (
        "没有默认行：都不命中时无法决定。",
        "There is no default row: nothing is decided when no row matches.",
    ),
    "no_clause": ("这一行没有写明依据的条款。", "The row names no clause it stands on."),
    "unknown_clause": ("条款不存在。", "There is no such clause."),
    "no_sentence": (
        "拒绝或减少金额的行必须有给客户的说明。",
        "A row that refuses or offers less needs a sentence for the customer.",
    ),
    "no_tests": ("这一版没有自带测试。", "The version carries no tests."),
    "too_large": (
        "条件组合过多，无法检查有没有到不了的行。",
        "There are too many combinations to find unreachable rows.",
    ),
    "law_unchecked": (
        "条件组合过多，无法与法定标准比较，请拆分表格。",
        "There are too many combinations to hold the table to the law; divide it.",
    ),
}
WARNINGS = frozenset({"no_tests", "too_large"})
NEEDS_SENTENCE = frozenset({"refuse", "counter_offer"})


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or (a warning) only unwise."""

    code: str
    row: str | None = None

    @property
    def blocks(self) -> bool:
        return self.code not in WARNINGS

    def plain(self) -> dict[str, Any]:
        zh, en = SENTENCES[self.code]
        return {"code": self.code, "row": self.row, "blocks": self.blocks, "zh": zh, "en": en}


@dataclass(frozen=True)
class Failure:
    """A test that came out otherwise."""

    test: str
    wanted: Mapping[str, Any]
    was: Mapping[str, Any]

    def plain(self) -> dict[str, Any]:
        return {"test": self.test, "wanted": dict(self.wanted), "was": dict(self.was)}


@dataclass(frozen=True)
class Undercut:
    """A row that gives less than the law, and facts for which it does."""

    row: str
    output: str
    gives: Any
    least: Any
    clause: str
    clause_zh: str
    clause_en: str
    facts: Mapping[str, Any]

    def plain(self) -> dict[str, Any]:
        return {**vars(self), "facts": dict(self.facts)}


def findings(table: Table) -> list[Finding]:
    """Everything that is wrong with `table`, in the order of its rows."""
    found = [Finding("no_default", DEFAULT)] if table.default is None else []
    for row in [*table.rows, *([table.default] if table.default else [])]:
        if row.clause is None:
            found.append(Finding("no_clause", row.id))
        elif row.clause not in table.clauses:
            found.append(Finding("unknown_clause", row.id))
        if row.then.get("decision") in NEEDS_SENTENCE and row.say is None:
            found.append(Finding("no_sentence", row.id))
    try:
        found += [Finding("unreachable", row.id) for row in unreachable(table)]
    except regions.TooLarge:
        found.append(Finding("too_large"))
    if not table.tests:
        found.append(Finding("no_tests"))
    return found


def unreachable(table: Table) -> list[Row]:
    """Rows that can never match. Raises `TooLarge`."""
    answered = regions.reached(table, regions.space([table]))
    return [row for row, boxes in answered if not boxes and row is not table.default]


def failures(table: Table) -> list[Failure]:
    """The version's own tests that come out otherwise than it says."""
    run, failed = Compiled(table), []
    for test in table.tests:
        result = run({name: fact for name, fact in test["facts"].items() if fact is not None})
        was: dict[str, Any] = {}
        if "row" in test:
            was["row"] = test["row"] if test["row"] in result.rows else result.row
        if "outputs" in test:
            was["outputs"] = {name: result.outputs.get(name) for name in test["outputs"]}
        if "needs" in test or result.outcome is Outcome.NEED_FACT:
            was["needs"] = list(result.needs)
        wanted = {name: test[name] for name in ("row", "outputs", "needs") if name in test}
        if was != wanted:
            failed.append(Failure(test["name"], wanted, was))
    return failed


def undercuts(table: Table, law: Table, known: Mapping[str, Any]) -> list[Undercut]:
    """Rows of `table` that give less than `law`, each with the clause and an example of facts.

    `known` is what is certain of every case (the market). Values computed from a fact cannot be
    compared beforehand; they are raised to the law when a case is decided.
    """
    over = regions.space([table, law], known)
    ours = [(row, box) for row, boxes in regions.reached(table, over) for box in boxes]
    found: dict[tuple[str, str], Undercut] = {}
    for least, boxes in regions.reached(law, over):
        if not least.then:
            continue
        for row, box in ours:
            met = next((m for b in boxes if (m := regions.meet(box, b, over)) is not None), None)
            if met is None:
                continue
            for name in _below(row, least):
                found.setdefault((row.id, name), _undercut(row, name, least, law, met))
    return list(found.values())


def _below(row: Row, least: Row) -> list[str]:
    return [
        name
        for name, floor in least.then.items()
        if name in row.then
        and _plain(row.then[name])
        and _plain(floor)
        and floors.below(name, row.then[name], floor)
    ]


def _plain(value: Any) -> bool:
    return isinstance(value, str | int | list)


def _undercut(row: Row, name: str, least: Row, law: Table, met: regions.Box) -> Undercut:
    clause = law.clauses.get(least.clause or "", {})
    return Undercut(
        row=row.id,
        output=name,
        gives=row.then[name],
        least=least.then[name],
        clause=clause.get("source", least.clause or least.id),
        clause_zh=clause.get("zh", ""),
        clause_en=clause.get("en", ""),
        facts=regions.example(met),
    )
