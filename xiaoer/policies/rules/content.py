"""A decision table as data: what a version holds, read strictly and written canonically.

    {"table": "fast_refund", "hit": "first", "title": {zh, en}, "about": {zh, en}, "public": true,
     "facts": ["case.kind", …], "outputs": ["decision", …], "by": "compensation_cents",
     "rows": [{"id": "R1", "when": {"case.kind": {"eq": "exchange"}},
               "then": {"decision": "approve"}, "clause": "4.2", "say": {zh, en}}],
     "default": {"then": {…}, "clause": "1", "say": {zh, en}},
     "clauses": [{"id": "4.2", "zh": …, "en": …, "source": …}],
     "tests": [{"name": …, "facts": {…}, "row": "R1", "outputs": {…}},
               {"name": …, "facts": {}, "needs": ["case.kind"]}],
     "as_of": "2026-11-01", "example": false}

A cell is `eq`, `in`, `between` (both ends belong to it), `lte`, `gte`, `exists`, and for lists
`has` (all of), `any` (one of), `lacks` (none of); a cell that is not there, or `{"any": true}`,
takes anything, known or not. A number may be compared with another fact: `{"lte": {"fact": "…"}}`.
An output is a value, `{"fact": "…"}`, or a share of one: `{"share": {"of": "line.paid_cents",
"bp": 1000, "min": 500, "max": 10000}}`, in basis points, rounded half up to a cent.
"""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import orjson

from xiaoer.policies.errors import BadTable
from xiaoer.policies.rules import vocabulary
from xiaoer.policies.rules.tables import DEFAULT, Cell, Ref, Row, Share, Table
from xiaoer.policies.rules.vocabulary import Term

HITS = ("first", "collect", "max", "min")
OPERATORS = ("eq", "in", "between", "lte", "gte", "exists", "has", "any", "lacks")
MOST_ROWS, MOST_COLUMNS, MOST_TESTS, MOST_CLAUSES = 300, 40, 500, 200
LONGEST_WORDS = 4000
MOST_BP = 100_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_KEYS = {
    *("table", "hit", "title", "about", "public", "facts", "outputs", "by", "rows", "default"),
    *("clauses", "tests", "as_of", "example"),
}


def fingerprint(content: Mapping[str, Any]) -> str:
    """SHA-256 of the content, whatever the order its keys were written in."""
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


def read(content: Mapping[str, Any]) -> Table:
    """The table in `content`. Raises `BadTable` with the place and the problem."""
    for key in content:
        _require(key in _KEYS, _shown(key), "unknown_key")
    try:
        fingerprint(content)
    except TypeError:  # a number too long for a hash, or half a character
        _require(False, "table", "not_a_text")
    _require(content.get("hit", "first") in HITS, "hit", "unknown_hit")
    _words(content.get("title"), "title", required=True)
    _words(content.get("about"), "about")
    for flag in ("public", "example"):
        _require(isinstance(content.get(flag, False), bool), flag, "wrong_type")
    _require("as_of" not in content or _text(content["as_of"]), "as_of", "not_a_text")
    facts = _columns(content, "facts", vocabulary.facts())
    outputs = _columns(content, "outputs", vocabulary.outputs())
    by = content.get("by")
    if content.get("hit") in ("max", "min"):
        _require(by in outputs and vocabulary.outputs()[by].numeric, "by", "not_a_number")
    clauses = _clauses(content.get("clauses", []))
    rows = _list(content, "rows", MOST_ROWS)
    read_rows = tuple(_row(row, f"rows[{n}]", facts, outputs) for n, row in enumerate(rows))
    ids = [row.id for row in read_rows]
    _require(len(set(ids)) == len(ids) and DEFAULT not in ids, "rows", "same_id")
    default = content.get("default")
    return Table(
        name=_name(content.get("table")),
        hit=content.get("hit", "first"),
        facts=facts,
        outputs=outputs,
        by=by if content.get("hit") in ("max", "min") else None,
        rows=read_rows,
        default=_row({**_dict(default, DEFAULT), "id": DEFAULT}, DEFAULT, facts, outputs)
        if default is not None
        else None,
        clauses=clauses,
        tests=tuple(_test(each, n) for n, each in enumerate(_list(content, "tests", MOST_TESTS))),
    )


def _require(fine: bool, at: str, problem: str, **more: Any) -> None:
    if not fine:
        raise BadTable(at=at, problem=problem, **more)


def _shown(name: Any) -> str:
    """A name somebody made up, as it can be sent back in any encoding."""
    return ascii(name)[1:61]


def _dict(value: Any, at: str) -> Mapping[str, Any]:
    _require(isinstance(value, dict), at, "not_an_object")
    found: Mapping[str, Any] = value
    return found


def _list(content: Mapping[str, Any], key: str, most: int) -> list[Any]:
    value = content.get(key, [])
    _require(isinstance(value, list), key, "not_a_list")
    _require(len(value) <= most, key, "too_many")
    found: list[Any] = value
    return found


def _name(value: Any) -> str:
    _require(
        isinstance(value, str) and re.fullmatch(r"[a-z][a-z_.]{0,59}", value) is not None,
        "table",
        "id",
    )
    return str(value)


def _words(value: Any, at: str, *, required: bool = False) -> Mapping[str, str] | None:
    """A sentence in both languages."""
    if value is None:
        _require(not required, at, "missing")
        return None
    both = _dict(value, at)
    _require(set(both) == {"zh", "en"}, at, "both_languages")
    for text in both.values():
        _require(_text(text), at, "not_a_text")
    return both


def _text(value: Any) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= LONGEST_WORDS
        and not any(char == "\0" or 0xD800 <= ord(char) <= 0xDFFF for char in value)
    )


def _columns(content: Mapping[str, Any], key: str, known: Mapping[str, Term]) -> tuple[str, ...]:
    names = _list(content, key, MOST_COLUMNS)
    for name in names:
        _require(isinstance(name, str) and name in known, key, "unknown_name", name=_shown(name))
    _require(len(set(names)) == len(names), key, "same_id")
    return tuple(names)


def _clauses(value: Any) -> dict[str, Mapping[str, str]]:
    _require(isinstance(value, list) and len(value) <= MOST_CLAUSES, "clauses", "not_a_list")
    found = {}
    for n, each in enumerate(value):
        at = f"clauses[{n}]"
        clause = _dict(each, at)
        _require(set(clause) <= {"id", "zh", "en", "source"}, at, "unknown_key")
        _require(_is_id(clause.get("id")) and clause["id"] not in found, at, "id")
        _words({key: clause.get(key) for key in ("zh", "en")}, at)
        _require("source" not in clause or _text(clause["source"]), at, "not_a_text")
        found[clause["id"]] = clause
    return found


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _row(value: Any, at: str, facts: tuple[str, ...], outputs: tuple[str, ...]) -> Row:
    row = _dict(value, at)
    _require(set(row) <= {"id", "when", "then", "clause", "say"}, at, "unknown_key")
    _require(_is_id(row.get("id")), at, "id")
    when = _dict(row.get("when", {}), f"{at}.when")
    then = _dict(row.get("then", {}), f"{at}.then")
    for name in when:
        _require(name in facts, f"{at}.when", "no_such_column", name=_shown(name))
    for name in then:
        _require(name in outputs, f"{at}.then", "no_such_column", name=_shown(name))
    clause = row.get("clause")
    _require(clause is None or _is_id(clause), f"{at}.clause", "id")
    cells = (_cell(name, when[name], f"{at}.when.{name}") for name in facts if name in when)
    return Row(
        id=row["id"],
        when=tuple(cell for cell in cells if cell is not None),
        then={name: _output(name, then[name], f"{at}.then.{name}") for name in then},
        clause=clause,
        say=_words(row.get("say"), f"{at}.say"),
    )


def _cell(fact: str, value: Any, at: str) -> Cell | None:
    cell = _dict(value, at)
    _require(len(cell) == 1, at, "one_condition")
    ((op, against),) = cell.items()
    _require(op in OPERATORS, at, "unknown_operator", name=_shown(op))
    if op == "any" and against is True:
        return None
    term = vocabulary.facts()[fact]
    match op:
        case "exists":
            _require(isinstance(against, bool), at, "wrong_type")
        case "lte" | "gte":
            _require(term.numeric, at, "not_a_number")
            against = _operand(term, against, at)
        case "between":
            fine = isinstance(against, list) and len(against) == 2 and term.numeric
            _require(fine and all(term.holds(each) for each in against), at, "wrong_type")
            _require(against[0] <= against[1], at, "turned_around")
            against = tuple(against)
        case "has" | "any" | "lacks":
            _require(term.type == "list" and term.holds(against), at, "wrong_type")
            _require(bool(against), at, "empty")
            against = tuple(against)
        case "in":
            fine = isinstance(against, list) and term.type != "list" and bool(against)
            _require(fine and all(term.holds(each) for each in against), at, "wrong_type")
            _require(len(against) <= MOST_ROWS, at, "too_many")
            against = tuple(against)
        case _:
            _require(term.type != "list", at, "wrong_type")
            against = _operand(term, against, at)
    return Cell(fact, op, against)


def _operand(term: Term, value: Any, at: str) -> Any:
    if isinstance(value, dict):
        _require(set(value) == {"fact"}, at, "unknown_key")
        other = vocabulary.facts().get(str(value["fact"]))
        fine = other is not None and (other.type == term.type or (other.numeric and term.numeric))
        _require(fine and term.type != "list", at, "wrong_type")
        return Ref(value["fact"])
    _require(term.holds(value), at, "wrong_type")
    return value


def _output(name: str, value: Any, at: str) -> Any:
    term = vocabulary.outputs()[name]
    if isinstance(value, dict):
        _require(term.numeric and set(value) in ({"fact"}, {"share"}), at, "wrong_type")
        if "share" in value:
            return _share(value["share"], f"{at}.share")
        other = vocabulary.facts().get(str(value["fact"]))
        _require(other is not None and other.numeric, at, "wrong_type")
        return Ref(value["fact"])
    _require(term.holds(value), at, "wrong_type")
    return list(value) if term.type == "list" else value


def _share(value: Any, at: str) -> Share:
    share = _dict(value, at)
    _require(set(share) <= {"of", "bp", "min", "max"}, at, "unknown_key")
    other = vocabulary.facts().get(str(share.get("of")))
    _require(other is not None and other.type == "cents", at, "wrong_type")
    bp, least, most = share.get("bp"), share.get("min"), share.get("max")
    _require(_amount(bp) and bp is not None and bp <= MOST_BP, at, "wrong_type")
    _require(_amount(least) and _amount(most), at, "wrong_type")
    _require(least is None or most is None or least <= most, at, "turned_around")
    return Share(share["of"], int(bp or 0), least, most)


def _amount(value: int | None) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value is None or (whole and 0 <= value <= vocabulary.LARGEST)


def _test(value: Any, n: int) -> Mapping[str, Any]:
    at = f"tests[{n}]"
    test = _dict(value, at)
    _require(set(test) <= {"name", "facts", "row", "outputs", "needs"}, at, "unknown_key")
    _require(_text(test.get("name")), at, "missing")
    given = _dict(test.get("facts", {}), f"{at}.facts")
    for name, fact in given.items():
        term = vocabulary.facts().get(name)
        _require(term is not None, f"{at}.facts", "unknown_name", name=_shown(name))
        if term is not None and fact is not None:
            _require(term.holds(fact), f"{at}.facts.{name}", "wrong_type")
    _require("row" in test or "needs" in test or "outputs" in test, at, "expects_nothing")
    _require(isinstance(test.get("needs", []), list), at, "not_a_list")
    _require(test.get("row") is None or _is_id(test["row"]), at, "id")
    _dict(test.get("outputs", {}), f"{at}.outputs")
    return test
