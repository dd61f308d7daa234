"""What a session has to write is one statement, whatever it is made of (ADR 0014).

SQLAlchemy writes row after row, table after table, and in an order of its own: a verb that makes
things which refer to each other had to flush after each of them. Here all new and changed rows go
to PostgreSQL as JSON, one list for each table, in a single statement of data-modifying CTEs; it
looks at foreign keys when the statement ends, so their order does not matter. What is rare (rows
to delete, SQL expressions as values, types without a JSON form) goes SQLAlchemy's way. Facts and
jobs, which are no objects, go along (`beside`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

import orjson
from sqlalchemy import Table, event
from sqlalchemy.orm import InstanceState, Session
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.sql import ClauseElement

from xiaoer.core.columns import Known, Place, known_of, quoted
from xiaoer.core.reading import run

LEFT_OUT = object()
State = InstanceState[Any]
Row = dict[str, Any]


WAITING = "writes_waiting"
"""Key in `Session.info`: rows that go along with the next write, by their statements."""


def beside(session: Session, statement: str, rows: Sequence[Row]) -> None:
    """Have `rows` written along with what the session writes next, at the latest when it commits.
    `statement` inserts them from one JSON list, its only `%s`; it gives nothing back."""
    if rows:
        session.info.setdefault(WAITING, {}).setdefault(statement, []).extend(rows)


def waits(session: Session) -> bool:
    """Whether something goes along with the next write."""
    return bool(session.info.get(WAITING))


def awaits(session: Session, tables: Collection[str]) -> bool:
    """Whether what is not written yet concerns one of these tables, and is to be written first."""
    if not session.autoflush:
        return False
    waiting = (*session.new, *session.dirty, *session.deleted)
    objects = (instance_state(each) for each in waiting)
    return any(cast(Table, each.mapper.local_table).name in tables for each in objects) or any(
        f" {name} " in statement for statement in session.info.get(WAITING, ()) for name in tables
    )


@event.listens_for(Session, "after_rollback")
def _undo(session: Session) -> None:
    """Also of a savepoint: whatever waited before it was written when it began."""
    session.info.pop(WAITING, None)


def waiting(session: Session) -> dict[str, list[Row]]:
    """What goes along with the write that begins now."""
    taken: dict[str, list[Row]] = session.info.pop(WAITING, {})
    return taken


def write_beside(session: Session, waiting: dict[str, list[Row]]) -> None:
    """Write by itself what could not go along."""
    for statement, rows in waiting.items():
        run(session, statement, {"0": _json(rows)})


class _Odd(Exception):
    """Something that has to be written SQLAlchemy's way."""


@dataclass(frozen=True, slots=True)
class _Insert:
    table: str
    columns: tuple[str, ...]

    def sql(self) -> str:
        columns = ", ".join(map(quoted, self.columns))
        return (
            f"INSERT INTO {self.table} ({columns}) SELECT {columns}"
            f" FROM json_populate_recordset(NULL::{self.table}, %s::json)"
        )


@dataclass(frozen=True, slots=True)
class _Update:
    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]

    def sql(self) -> str:
        values = ", ".join(f"{each} = r.{each}" for each in map(quoted, self.columns))
        match = " AND ".join(f"t.{each} = r.{each}" for each in map(quoted, self.key))
        return (
            f"UPDATE {self.table} AS t SET {values}"
            f" FROM json_populate_recordset(NULL::{self.table}, %s::json) AS r"
            f" WHERE {match} RETURNING 1"
        )


Made = TypeVar("Made")


def filled(made: Made) -> Made:
    """A new object with the defaults of its table, which it would get when it is written."""
    state = instance_state(made)
    for each in _known(state).places:
        if each.attribute not in state.dict and (each.default or not each.by_database):
            state.dict[each.attribute] = each.default() if each.default else None
    return made


def write(session: Session, waiting: dict[str, list[Row]]) -> bool:
    """All that is new or changed, and what goes along; True when it was written, else nothing was
    and it is SQLAlchemy's to write."""
    if session.deleted:
        return False
    new = sorted(_states(session.new), key=lambda each: each.insert_order or 0)
    changed = [each for each in _states(session.dirty) if each.key is not None]
    try:
        inserts, updates = _inserts(new), _updates(changed)
        sent = [_json(rows) for part in (inserts, waiting, updates) for rows in part.values()]
    except (_Odd, TypeError):
        return False
    if sent:
        statement = _statement((*inserts, *waiting), tuple(updates))
        (found,) = run(session, statement, {str(place): each for place, each in enumerate(sent)})
        _check(found, [len(rows) for rows in updates.values()])
    numbered = [each for each in new if _known(each).numbered]
    for each in numbered:
        session.expunge(each.obj())
    session._register_persistent({*new, *changed}.difference(numbered))
    return True


def _states(objects: Iterable[object]) -> list[State]:
    return [instance_state(each) for each in objects]


def _known(state: State) -> Known:
    table = known_of(state.mapper)
    if table is None:
        raise _Odd
    return table


def _inserts(new: Sequence[State]) -> dict[_Insert, list[Row]]:
    """The rows of each table, with the values that nobody gave."""
    found: dict[_Insert, list[Row]] = {}
    for state in new:
        table, row = _known(state), {}
        for each in table.places:
            value = _given(state, each)
            if value is not LEFT_OUT:
                row[each.column] = value
        drawn = (each for each in table.key if row.get(each.column) is None)
        if state.key is not None or any(not each.by_database for each in drawn):
            raise _Odd
        found.setdefault(_Insert(table.name, tuple(row)), []).append(row)
    return found


def _given(state: State, place: Place) -> Any:
    """The value of a new row; it is known to the object from now on."""
    values = state.dict
    value = values.get(place.attribute)
    if value is not None:
        if isinstance(value, ClauseElement):
            raise _Odd
        return value
    if place.is_json and place.attribute in values:
        raise _Odd  # `null` of JSON, not of SQL
    if place.default is not None:
        value = values[place.attribute] = place.default()
    elif place.by_database:
        return LEFT_OUT
    else:
        values[place.attribute] = None
    return value


def _updates(changed: Sequence[State]) -> dict[_Update, list[Row]]:
    """What has become different in each row, by table and columns."""
    found: dict[_Update, list[Row]] = {}
    for state in changed:
        table, keys, row = _known(state), {}, {}
        for each in table.places:
            name = each.attribute
            if name not in state.committed_state or name not in state.dict:
                continue
            value = state.dict[name]
            if isinstance(value, ClauseElement) or each in table.key:
                raise _Odd
            if state.manager[name].impl.is_equal(value, state.committed_state[name]) is not True:
                if value is None and each.is_json:
                    raise _Odd
                row[each.column] = value
        if row:
            assert state.key is not None
            keys = dict(zip((each.column for each in table.key), state.key[1], strict=True))
            found.setdefault(_Update(table.name, tuple(keys), tuple(row)), []).append(keys | row)
    return found


def _json(rows: Sequence[Row]) -> str:
    return orjson.dumps(rows, default=_as_text).decode()


def _as_text(value: Any) -> str:
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    raise TypeError


@lru_cache(maxsize=2000)
def _statement(inserts: tuple[_Insert | str, ...], updates: tuple[_Update, ...]) -> str:
    """One CTE for each list of rows; the answer is how many rows each update found."""
    writes = [each if isinstance(each, str) else each.sql() for each in (*inserts, *updates)]
    parts = [f"w{place} AS ({each})" for place, each in enumerate(writes)]
    counts = [f"(SELECT count(*) FROM w{len(inserts) + place})" for place in range(len(updates))]
    return f"WITH {', '.join(parts)} SELECT {', '.join(counts) or '1'}"


def _check(found: Sequence[int], wanted: Sequence[int]) -> None:
    for there, asked in zip(found, wanted, strict=False):
        if there != asked:
            raise StaleDataError(f"An update of {asked} rows found {there}.")
