"""One engine, one session per request or job, one commit at the edge."""

import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, cast
from uuid import UUID

from sqlalchemy import DateTime, Engine, Enum, MetaData, create_engine, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column, sessionmaker
from sqlalchemy.pool import QueuePool

from xiaoer.core import ids, reading
from xiaoer.core.config import settings
from xiaoer.core.session import DeskSession
from xiaoer.core.writing import waits

Id = Annotated[UUID, mapped_column(primary_key=True, default=ids.new_id)]
Utc = Annotated[datetime, mapped_column(DateTime(timezone=True))]
Json = Annotated[dict[str, Any], mapped_column(JSONB)]


def one_of(values: type[StrEnum], length: int = 20) -> Enum:
    """Column type of a state: text in the database, a member of `values` in Python."""
    return Enum(
        values,
        native_enum=False,
        create_constraint=False,
        length=length,
        values_callable=lambda members: [member.value for member in members],
    )


class Model(DeclarativeBase):
    """Base of every table. Constraint names follow one convention from the first migration."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


BESIDE_REQUESTS = 2
"""Connections that stay open for what a process does beside its requests (live frames)."""

OPTIONS = "-c timezone=UTC -c jit=off"

_BEGUN = "begun"
"""In `Session.info`: it has a transaction in the database."""

_sessions: sessionmaker[Session] | None = None
_after_commit: list[Callable[[Session], None]] = []
_spare: "weakref.WeakKeyDictionary[Engine, int]" = weakref.WeakKeyDictionary()
"""The fewest connections that were free at once since the last `rest`."""


def configure(url: str) -> Engine:
    """Point this process at a database. Called once by whoever starts the process."""
    engine = create_engine(
        driver_url(url),
        pool_size=settings().pool_size + BESIDE_REQUESTS,
        max_overflow=4,
        pool_pre_ping=False,
        pool_use_lifo=True,
        pool_recycle=1800,
        hide_parameters=True,  # a logged error must not tell what people wrote
        connect_args={"prepare_threshold": 2, "options": OPTIONS},
    )
    reading.beside(engine, plain_url(engine.url.render_as_string(False)), {"options": OPTIONS})
    _watch_spare(engine)
    use(engine)
    return engine


def rest() -> None:
    """Close connections that nobody needed since the last call."""
    reading.of(engine()).rest()
    pool = cast(QueuePool, engine().pool)
    free = pool.checkedin()
    spare = min(_spare.pop(engine(), free), free)
    # Where more than half are in use at times, as in a steady stream of requests, all stay.
    if spare * 2 >= free + pool.checkedout():
        for left in [pool.connect() for _ in range(spare)]:
            left.detach()
            left.close()
    _spare.pop(engine(), None)


def _watch_spare(engine: Engine) -> None:
    def note(*_: object) -> None:
        free = cast(QueuePool, engine.pool).checkedin()
        _spare[engine] = min(_spare.get(engine, free), free)

    event.listen(engine, "checkout", note)


def use(engine: Engine) -> None:
    """Open sessions on `engine` from now on."""
    global _sessions
    _sessions = sessionmaker(engine, class_=DeskSession, expire_on_commit=False)


def configured() -> bool:
    return _sessions is not None


def driver_url(url: str) -> str:
    """`postgresql://…` as SQLAlchemy wants it, with psycopg 3."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def plain_url(url: str) -> str:
    """The same address for psycopg itself."""
    return url.replace("postgresql+psycopg://", "postgresql://")


def engine() -> Engine:
    bind = _factory().kw["bind"]
    assert isinstance(bind, Engine)
    return bind


def _factory() -> sessionmaker[Session]:
    if _sessions is None:
        raise RuntimeError("No database is configured: call db.configure(url) first.")
    return _sessions


def after_commit(listener: Callable[[Session], None]) -> None:
    """Let `listener` look at a session just committed; it must be quick and may not fail."""
    _after_commit.append(listener)


def forget_after_commit(listener: Callable[[Session], None]) -> None:
    _after_commit.remove(listener)


@event.listens_for(Session, "after_begin")
def _note_begin(session: Session, *_: object) -> None:
    session.info[_BEGUN] = True


def read(session: Session, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a plain read, with psycopg's placeholders.

    While `session` has not touched the database this is one round trip that begins no transaction
    and leaves SQLAlchemy out; afterwards it runs in the transaction and sees what was written. Each
    statement of a transaction of ours has a snapshot of its own anyway (READ COMMITTED).
    """
    unwritten = session.new or session.dirty or session.deleted or waits(session)
    untouched = _BEGUN not in session.info and not unwritten
    bind = session.get_bind()
    rows = None
    if untouched and isinstance(bind, Engine):
        rows = reading.of(bind).rows(statement, values)
    if rows is not None:
        return rows
    session.flush()
    return reading.run(session, statement, values)


def alone(session: Session, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]] | None:
    """Run one statement as a transaction of its own, in a single round trip; its rows.

    It is committed when this returns, whatever becomes of `session`, which must not have touched
    the database yet. None when it could not be run, or when `session` stands in somebody else's
    transaction (tests): the caller then goes the ordinary way, so the statement must be safe to
    find done already.
    """
    bind = session.get_bind()
    return reading.of(bind).rows(statement, values) if isinstance(bind, Engine) else None


@contextmanager
def transaction() -> Iterator[Session]:
    """One transaction, and the only place that commits."""
    with _factory()() as session:
        yield session
        if session.in_transaction() or waits(session):  # a plain read begins none
            session.commit()
        for listener in _after_commit:
            listener(session)
