"""Statements past SQLAlchemy and psycopg's cursors: those that stand alone, and a session's own.

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
from psycopg._preparing import PrepareManager
from psycopg.abc import Buffer
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

MOST_PREPARED = 200
"""A connection forgets its prepared statements beyond so many: each costs the server memory."""

_PLACEHOLDER = re.compile(r"%(?:\((\w+)\)s|(s)|%)")
Row = tuple[Any, ...]
Rows = list[Row]


@dataclass(frozen=True, slots=True)
class _Prepared:
    name: bytes
    values: tuple[str, ...]
    formats: tuple[PyFormat, ...]
    answer: pq.Format
    """Binary where psycopg reads all the columns from it: a third of the work."""


class Reader:
    """Asks on one connection. Not for two threads at once."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self._libpq = connection.pgconn
        self._adapted = Transformer(connection)
        self._prepared: dict[str, _Prepared] = {}
        self._met = 0

    def rows(self, statement: str, values: dict[str, Any]) -> Rows:
        """Values by their names, or by "0", "1" and so on for those without. Raises psycopg's error
        where PostgreSQL refuses."""
        prepared = self._prepared.get(statement) or self._prepare(statement)
        given = [values[name] for name in prepared.values]
        # PGconn takes None for NULL, whatever its hint says.
        sent = cast("Sequence[Buffer]", self._adapted.dump_sequence(given, prepared.formats))
        result = self._libpq.exec_prepared(prepared.name, sent, None, prepared.answer)
        if result.status not in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
            raise self._refusal(result)
        self._adapted.set_pgresult(result)
        return self._adapted.load_rows(0, result.ntuples, tuple)

    def _refusal(self, result: pq.abc.PGresult) -> psycopg.Error:
        refusal = error_from_result(result)
        if self.connection.closed:  # nobody was there to give it a code
            return psycopg.OperationalError(str(refusal))
        return refusal

    def begin(self) -> None:
        """Where psycopg would: it begins a transaction with the first statement it sends."""
        idle = self._libpq.transaction_status == pq.TransactionStatus.IDLE
        if idle and not self.connection.autocommit:
            self._libpq.exec_(b"BEGIN")

    def _prepare(self, statement: str) -> _Prepared:
        if len(self._prepared) >= MOST_PREPARED:
            self._forget()
        places: dict[str, int] = {}

        def numbered(found: re.Match[str]) -> str:
            name = found[1] or (str(len(places)) if found[2] else "")
            return f"${places.setdefault(name, len(places) + 1)}" if name else "%"

        sent = _PLACEHOLDER.sub(numbered, statement).encode()
        self._met += 1
        name = f"alone_{self._met}".encode()
        result = self._libpq.prepare(name, sent)
        if result.status != pq.ExecStatus.COMMAND_OK:
            raise self._refusal(result)
        formats = (PyFormat.TEXT,) * len(places)
        made = _Prepared(name, tuple(places), formats, self._answer(name))
        self._prepared[statement] = made
        return made

    def _forget(self) -> None:
        """Only its own statements: psycopg counts those that it has prepared itself."""
        names = (b"DEALLOCATE " + each.name for each in self._prepared.values())
        self._libpq.exec_(b"; ".join(names))
        self._prepared.clear()

    def _answer(self, name: bytes) -> pq.Format:
        told = self._libpq.describe_prepared(name)
        types = {told.ftype(column) for column in range(told.nfields)}
        known = psycopg.adapters.get_loader
        return pq.Format(all(known(each, pq.Format.BINARY) for each in types))


class Readers:
    """The connections of one engine for such statements; as many as are in use at once."""

    def __init__(self, url: str, options: dict[str, Any]) -> None:
        self._url, self._options = url, options
        self._free: deque[Reader] = deque()
        self._spare: int | None = None

    def rows(self, statement: str, values: dict[str, Any]) -> Rows | None:
        """Run `statement` as a transaction of its own; None when that was not possible. A value
        that cannot be sent is an error."""
        try:
            reader = self._free.pop()
        except IndexError:
            try:
                made = psycopg.connect(self._url, autocommit=True, **self._options)
            except psycopg.OperationalError:
                return None
            reader = Reader(made)
        left = len(self._free)
        self._spare = left if self._spare is None else min(self._spare, left)
        try:
            rows = reader.rows(statement, values)
        except psycopg.DatabaseError as refusal:
            if reader.connection.broken:
                self.close()  # the others were lost with it
            reader.connection.close()
            if refusal.pgresult is None and not isinstance(refusal, psycopg.OperationalError):
                raise  # a value that cannot be sent
            return None
        except BaseException:
            reader.connection.close()
            raise
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


READER = "reader"
"""Key in the `info` of a connection of SQLAlchemy's."""


class _Lasting(PrepareManager):
    """psycopg drops all that a connection has prepared after each rollback, because that may have
    undone a table. A rollback here is a refused request: it undoes no tables."""

    def clear(self) -> bool:
        return False


@event.listens_for(Engine, "connect")
def _last(connection: Any, _record: object) -> None:
    lasting = _Lasting()
    lasting.prepare_threshold = connection.prepare_threshold
    lasting.prepared_max = connection.prepared_max
    connection._prepared = lasting


def run(session: Session, statement: str, values: dict[str, Any]) -> Rows:
    """Run a statement with psycopg's placeholders in the transaction of the session; its rows.

    What waits to be written is the caller's to write. Errors are those SQLAlchemy raises.
    """
    connection = session.connection()
    reader: Reader | None = connection.info.get(READER)
    if reader is None:
        raw = cast("psycopg.Connection[Any]", connection.connection.dbapi_connection)
        reader = connection.info[READER] = Reader(raw)
    try:
        reader.begin()
        return reader.rows(statement, values)
    except psycopg.Error as error:
        if reader.connection.closed:
            connection.invalidate(error)
        raise DBAPIError.instance(
            statement, None, error, psycopg.Error, hide_parameters=True
        ) from error
