"""A table compiled to SQL: many cases where they lie, with the same three values.

PostgreSQL's own logic is ours: an unknown fact is NULL, false and NULL is false, true and NULL is
NULL. The first row that is not false either matches or cannot be judged. A test holds the result
to that of the closures, case by case.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    Numeric,
    Select,
    Subquery,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from xiaoer.policies.models import Outcome
from xiaoer.policies.rules import vocabulary
from xiaoer.policies.rules.evaluating import WHOLE_BP
from xiaoer.policies.rules.tables import DEFAULT, Cell, Ref, Row, Share, Table

Known = Mapping[str, ColumnElement[Any]]
UNKNOWN = -1
"""The hit of a case for which facts are missing."""


def over(table: Table, cases: FromClause) -> Select[Any]:
    """`cases` with what `table` says to their column `facts`: `new_row`, `new_outcome`,
    `new_outputs` beside their other columns."""
    names = sorted(_reads(table))
    # OFFSET 0 keeps PostgreSQL from taking a fact out of the document again for every cell
    inner = select(cases, *(_fact(cases.c.facts, name) for name in names)).offset(0).subquery()
    known = {name: inner.c[_label(name)] for name in names}
    if table.hit == "collect":
        return _collecting(table, cases, inner, known)
    hit = _first_hit(table, known) if table.hit == "first" else _extreme_hit(table, known)
    found = select(inner, hit.label("hit")).offset(0).subquery()
    known = {name: found.c[_label(name)] for name in names}
    judged = select(found, _confirmed(table, found.c.hit, known).label("sure")).offset(0).subquery()
    known = {name: judged.c[_label(name)] for name in names}
    return _answers(table, cases, judged, known)


def _answers(table: Table, cases: FromClause, judged: Subquery, known: Known) -> Select[Any]:
    sure, last = judged.c.sure, len(table.rows)
    rows = [*table.rows, *([table.default] if table.default else [])]
    named = {n: literal(row.id, Text) for n, row in enumerate(table.rows)}
    outputs = {n: _document(row, known) for n, row in enumerate(rows)}
    return select(
        *(judged.c[column.key] for column in cases.c),
        _by_hit(sure, named, case((sure == last, DEFAULT))).label("new_row"),
        case(
            (sure == UNKNOWN, Outcome.NEED_FACT.value),
            (sure == last, Outcome.DEFAULT.value),
            else_=Outcome.MATCHED.value,
        ).label("new_outcome"),
        _by_hit(sure, outputs, _json({})).label("new_outputs"),
    )


def _by_hit(
    hit: ColumnElement[Any], values: Mapping[int, ColumnElement[Any]], other: ColumnElement[Any]
) -> ColumnElement[Any]:
    return case(values, value=hit, else_=other) if values else other


def _collecting(table: Table, cases: FromClause, inner: Subquery, known: Known) -> Select[Any]:
    """Every matching row; one that cannot be judged, or an output of a matching one, asks."""
    judged = [(row, _holds(row, known)) for row in table.rows]
    asks = or_(
        false(),
        *(or_(held.is_(None), and_(held, _silent(row, known))) for row, held in judged),
    )
    items: ColumnElement[Any] = _json([])
    for row, held in judged:
        if row.then:
            one = func.jsonb_build_array(_document(row, known))
            items = items.op("||")(case((held, one), else_=_json([])))
    ids = [(held, literal(row.id, Text)) for row, held in judged]
    some = or_(false(), *(held for _, held in judged))
    default = table.default
    none = _json([])
    if default and default.then:
        asks = or_(asks, and_(~some, _silent(default, known)))
        none = func.jsonb_build_array(_document(default, known))
    answer = func.jsonb_build_object("items", case((some, items), else_=none))
    return select(
        *(inner.c[column.key] for column in cases.c),
        case((asks, null()), *ids, else_=DEFAULT).label("new_row"),
        case(
            (asks, Outcome.NEED_FACT.value),
            (some, Outcome.MATCHED.value),
            else_=Outcome.DEFAULT.value,
        ).label("new_outcome"),
        case((asks, _json({})), else_=answer).label("new_outputs"),
    )


def _first_hit(table: Table, known: Known) -> ColumnElement[Any]:
    """The first row that is not false, sure or not."""
    ways = [(_holds(row, known).is_not(False), n) for n, row in enumerate(table.rows)]
    return _int(case(*ways, else_=len(table.rows)) if ways else literal(0))


def _extreme_hit(table: Table, known: Known) -> ColumnElement[Any]:
    by = str(table.by)
    values: dict[int, ColumnElement[Any]] = {}
    asks: list[ColumnElement[bool]] = []
    for n, row in enumerate(table.rows):
        held = _holds(row, known)
        asks.append(held.is_(None))
        if by in row.then:
            amount = _value(row.then[by], known)
            asks.append(and_(held, amount.is_(None)))
            values[n] = case((held, amount))
    if not values:
        return _int(case((or_(false(), *asks), UNKNOWN), else_=len(table.rows)))
    choose: Callable[..., Any] = func.greatest if table.hit == "max" else func.least
    best = choose(*values.values())
    return _int(
        case(
            (or_(*asks), UNKNOWN),
            *((amount == best, n) for n, amount in values.items()),
            else_=len(table.rows),
        )
    )


def _confirmed(table: Table, hit: ColumnElement[Any], known: Known) -> ColumnElement[Any]:
    """`hit`, or UNKNOWN where the row cannot be judged or one of its outputs is not known."""
    rows: Sequence[Row] = [*table.rows, *([table.default] if table.default else [])]
    ways = {}
    for n, row in enumerate(rows):
        is_default = n == len(table.rows)
        held = true() if is_default or table.hit != "first" else _holds(row, known)
        ways[n] = case((and_(held, ~_silent(row, known)), n), else_=UNKNOWN)
    return _int(_by_hit(hit, ways, hit))


def _holds(row: Row, known: Known) -> ColumnElement[Any]:
    return and_(true(), *(_cell(cell, known) for cell in row.when))


def _cell(cell: Cell, known: Known) -> ColumnElement[Any]:
    fact, against = known[cell.fact], cell.value
    if cell.op == "exists":
        return fact.is_not(None) if against else fact.is_(None)
    other = known[against.fact] if isinstance(against, Ref) else None
    match cell.op:
        case "eq":
            return fact == (against if other is None else other)
        case "lte":
            return fact <= (against if other is None else other)
        case "gte":
            return fact >= (against if other is None else other)
        case "between":
            return fact.between(*against)
        case "in":
            return fact.in_(against)
        case "has":
            return fact.op("?&", return_type=Boolean())(_words(against))
        case "any":
            return fact.op("?|", return_type=Boolean())(_words(against))
        case _:
            # not `NOT (…)`: SQL reads `NOT (…) IS NULL` as `NOT ((…) IS NULL)`
            return fact.op("?|", return_type=Boolean())(_words(against)) == false()


def _words(against: Sequence[str]) -> ColumnElement[Any]:
    return cast(list(against), ARRAY(Text))


def _silent(row: Row, known: Known) -> ColumnElement[bool]:
    """Whether an output of `row` is computed from a fact nobody knows."""
    sources = [
        known[each.of if isinstance(each, Share) else each.fact]
        for each in row.then.values()
        if isinstance(each, Share | Ref)
    ]
    return or_(false(), *(source.is_(None) for source in sources))


def _document(row: Row, known: Known) -> ColumnElement[Any]:
    """The outputs of a row, what is computed beside what is written."""
    computed = {name: v for name, v in row.then.items() if isinstance(v, Share | Ref)}
    written = _json({name: v for name, v in row.then.items() if name not in computed})
    if not computed:
        return written
    pairs = [part for name, v in computed.items() for part in (name, _value(v, known))]
    return written.op("||")(func.jsonb_build_object(*pairs))


def _value(output: Any, known: Known) -> ColumnElement[Any]:
    if isinstance(output, Ref):
        return known[output.fact]
    if not isinstance(output, Share):
        return literal(output, BigInteger)
    exact = cast(known[output.of], Numeric) * output.bp + WHOLE_BP // 2
    part: ColumnElement[Any] = cast(func.greatest(0, func.floor(exact / WHOLE_BP)), BigInteger)
    # GREATEST and LEAST pass over NULL, so the unknown amount is kept unknown by hand
    if output.most is not None:
        part = func.least(part, output.most)
    if output.least is not None:
        part = func.greatest(part, output.least)
    return case((known[output.of].is_not(None), part))


def _reads(table: Table) -> set[str]:
    rows = [*table.rows, *([table.default] if table.default else [])]
    found = {cell.fact for row in rows for cell in row.when}
    found |= {c.value.fact for row in rows for c in row.when if isinstance(c.value, Ref)}
    for row in rows:
        for output in row.then.values():
            if isinstance(output, Ref):
                found.add(output.fact)
            elif isinstance(output, Share):
                found.add(output.of)
    return found


def _fact(facts: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    term = vocabulary.facts()[name]
    if term.type == "list":
        return facts[name].label(_label(name))
    value = facts[name].astext
    if term.numeric:
        value = cast(value, BigInteger)
    elif term.type == "bool":
        value = cast(value, Boolean)
    named: ColumnElement[Any] = value.label(_label(name))
    return named


def _label(name: str) -> str:
    return "fact_" + name.replace(".", "_")


def _int(value: Any) -> ColumnElement[Any]:
    whole: ColumnElement[Any] = type_coerce(value, Integer)
    return whole


def _json(value: Any) -> ColumnElement[Any]:
    return cast(literal(value, JSONB), JSONB)
