"""First half of an import: the rows of the file into the database, in constant memory."""

import itertools
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import delete, text, update
from sqlalchemy.orm import Session

from xiaoer.connectors.files.formats.drafts import Source, Staged
from xiaoer.connectors.files.models import MAIN, ImportRow, ImportRun, Outcome
from xiaoer.connectors.files.service.progress import Progress
from xiaoer.core import db

ROWS_AT_ONCE = 2000
NUL = b"\\u0000"

_IN_BULK = text(
    "SELECT set_config('synchronous_commit', 'off', true),"
    " set_config('plan_cache_mode', 'force_custom_plan', true)"
)
_COPY = "COPY import_rows (run_id, part, line, key, data, outcome, code, problems) FROM STDIN"


def stage(run_id: UUID, source: Source, progress: Progress) -> int:
    """Read everything; each batch is a transaction of its own. Gives how many rows there are.

    Starts anew when an earlier try ended half-way.
    """
    with db.transaction() as session:
        session.execute(delete(ImportRow).where(ImportRow.run_id == run_id))
    counted = 0
    with ThreadPoolExecutor(1) as writer:
        writing: Future[None] | None = None
        for part, rows in source.parts():
            for batch in _batches(rows):
                # The next rows are read while these are stored; never more than two batches.
                if writing is not None:
                    writing.result()
                writing = writer.submit(_store, run_id, part, batch)
                if part == MAIN:
                    counted += len(batch)
                    progress(counted, None)
        if writing is not None:
            writing.result()
    with db.transaction() as session:
        session.execute(text("ANALYZE import_rows"))
        session.execute(
            update(ImportRun)
            .where(ImportRun.id == run_id)
            .values(rows=counted, staged=True, done=_refused(session, run_id))
        )
    return counted


def _batches(rows: Iterator[Staged]) -> Iterator[list[Staged]]:
    while batch := list(itertools.islice(rows, ROWS_AT_ONCE)):
        yield batch


def in_bulk(session: Session) -> None:
    """Settings for one batch of many.

    The batch need not be on disk when it is committed: PostgreSQL keeps the order of commits, so
    a power cut takes the last ones whole and the import goes on from there; the transaction that
    ends the import is waited for and takes all before it along. Plans are made for each batch,
    because one kept from the first, when the tables were small, reads whole tables later.
    """
    session.execute(_IN_BULK)


def _store(run_id: UUID, part: str, rows: list[Staged]) -> None:
    with db.transaction() as session:
        in_bulk(session)
        _copy(session, run_id, part, rows)


def _copy(session: Session, run_id: UUID, part: str, rows: list[Staged]) -> None:
    connection: Any = session.connection().connection.driver_connection
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows:
            copy.write_row(_columns(run_id, part, row))


def _columns(run_id: UUID, part: str, row: Staged) -> tuple[object, ...]:
    problem, data = row.problem, orjson.dumps(row.data)
    if NUL in data:
        problem = {"code": "UnreadableText"}
    if problem is None:
        return (run_id, part, row.line, row.key, data.decode(), None, None, None)
    told = orjson.dumps([problem]).decode()
    return (run_id, part, row.line, "", None, Outcome.REJECTED.value, problem["code"], told)


def _refused(session: Session, run_id: UUID) -> int:
    return (
        session.query(ImportRow)
        .filter(ImportRow.run_id == run_id, ImportRow.part == MAIN, ImportRow.outcome.is_not(None))
        .count()
    )
