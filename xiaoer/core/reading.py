"""Statements that stand alone: one round trip each, past SQLAlchemy and psycopg's cursors.

What these two do around a statement takes several times the CPU of sending it and reading its rows
(ADR 0009). A connection here prepares each statement when it first meets it, lets PostgreSQL
infer the types of the values, and takes the rows through
psycopg's own loaders.
"""

import re
import weakref
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

import psycopg
from psycopg import pq
from psycopg.abc import Buffer
from psycopg.adapt import PyFormat, Transformer
from sqlalchemy import Engine, event

MOST_PREPARED = 200
"""A connection forgets its prepared statements beyond so many: each costs the server memory."""

_PLACEHOLDER = re.compile(r"%(?:\((\w+)\)s|%)")
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Prepared:
    name: bytes
    values: tuple[str, ...]
    formats: tuple[PyFormat, ...]
    answer: pq.Format
    """Binary where psycopg reads all the columns from it: a third of the work."""


class _Reader:
    """One connection. Not for two threads at once."""

    def __init__(self, url: str, options: dict[str, Any]) -> None:
        self.connection = psycopg.connect(url, autocommit=True, **options)
        self._libpq = self.connection.pgconn
        self._adapted = Transformer(self.connection)
        self._prepared: dict[str, _Prepared] = {}
        self._met = 0

    def rows(self, statement: str, values: dict[str, Any]) -> Rows | None:
        """None when PostgreSQL refused it."""
        prepared = self._prepared.get(statement) or self._prepare(statement)
        if prepared is None:
            return None
        given = [values[name] for name in prepared.values]
        # PGconn takes None for NULL, whatever its hint says.
        sent = cast("Sequence[Buffer]", self._adapted.dump_sequence(given, prepared.formats))
        result = self._libpq.exec_prepared(prepared.name, sent, None, prepared.answer)
        if result.status != pq.ExecStatus.TUPLES_OK:
            return None
        self._adapted.set_pgresult(result)
        return self._adapted.load_rows(0, result.ntuples, tuple)

    def _prepare(self, statement: str) -> _Prepared | None:
        if len(self._prepared) >= MOST_PREPARED:
            self._libpq.exec_(b"DEALLOCATE ALL")
            self._prepared.clear()
        places: dict[str, int] = {}

        def numbered(found: re.Match[str]) -> str:
            name = found[1]
            return f"${places.setdefault(name, len(places) + 1)}" if name else "%"

        sent = _PLACEHOLDER.sub(numbered, statement).encode()
        self._met += 1
        name = f"alone_{self._met}".encode()
        if self._libpq.prepare(name, sent).status != pq.ExecStatus.COMMAND_OK:
            return None
        formats = (PyFormat.TEXT,) * len(places)
        made = _Prepared(name, tuple(places), formats, self._answer(name))
        self._prepared[statement] = made
        return made

    def _answer(self, name: bytes) -> pq.Format:
        told = self._libpq.describe_prepared(name)
        types = {told.ftype(column) for column in range(told.nfields)}
        known = psycopg.adapters.get_loader
        return pq.Format(all(known(each, pq.Format.BINARY) for each in types))


class Readers:
    """The connections of one engine for such statements; as many as are in use at once."""

    def __init__(self, url: str, options: dict[str, Any]) -> None:
        self._url, self._options = url, options
        self._free: deque[_Reader] = deque()
        self._spare: int | None = None

    def rows(self, statement: str, values: dict[str, Any]) -> Rows | None:
        """Run `statement` as a transaction of its own; None when that was not possible. A value
        that cannot be sent is an error."""
        try:
            reader = self._free.pop()
        except IndexError:
            try:
                reader = _Reader(self._url, self._options)
            except psycopg.OperationalError:
                return None
        left = len(self._free)
        self._spare = left if self._spare is None else min(self._spare, left)
        try:
            rows = reader.rows(statement, values)
        except BaseException:
            reader.connection.close()
            raise
        if rows is None:
            if reader.connection.broken:
                self.close()  # the others were lost with it
            reader.connection.close()
        else:
            self._free.append(reader)
        return rows

    def rest(self) -> None:
        """Close those that nobody needed since the last call."""
        free = len(self._free)
        spare, self._spare = free if self._spare is None else self._spare, None
        for _ in range(min(spare, free)):
            with suppress(IndexError):  # a request needs it after all
                self._free.popleft().connection.close()

    def close(self) -> None:
        while self._free:
            self._free.pop().connection.close()


_of_engines: "weakref.WeakKeyDictionary[Engine, Readers]" = weakref.WeakKeyDictionary()


def beside(engine: Engine, url: str, options: dict[str, Any]) -> None:
    """Give `engine` readers, which are closed when it is disposed of."""
    made = _of_engines[engine] = Readers(url, options)
    event.listen(engine, "engine_disposed", lambda _engine: made.close())


def of(engine: Engine) -> Readers:
    return _of_engines[engine]
