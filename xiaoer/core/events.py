"""Say what happened; whoever lives above may listen.

An event is a row of the same transaction as the change it tells of. The timeline a person reads,
the live update on a screen, the reaction of another room, the audit and the numbers all come from
these rows. Handlers run in the worker after the commit, at least once.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypeVar, cast
from uuid import UUID

import orjson
from pydantic import TypeAdapter
from sqlalchemy import BigInteger, DateTime, Identity, Index, String, text
from sqlalchemy import event as hooks
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, Session, SessionTransaction, mapped_column

from xiaoer.core import clock, queue
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.db import Model
from xiaoer.core.remembering import apart, once_each
from xiaoer.core.writing import beside
from xiaoer.core.xid import Xid8 as Xid8

EMITTED = "events_emitted"
"""Key in `session.info`: this transaction has something to tell the screens."""
AT_ONCE = 20
"""So many facts of one transaction are one job of a reaction that takes many."""

logger = logging.getLogger(__name__)


class EventRow(Model):
    """One fact. Ordered by (xid, id): what a reader below the snapshot's horizon saw is complete,
    however late a transaction with a small sequence number commits (ADR 0003)."""

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_subject", "subject_id", "id"),
        Index("ix_events_shop_kind", "shop_id", "kind", "at"),
    )

    xid: Mapped[int] = mapped_column(
        Xid8, primary_key=True, server_default=text("pg_current_xact_id()")
    )
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    shop_id: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(60))
    actor_kind: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    subject_id: Mapped[UUID | None]
    topics: Mapped[list[str]] = mapped_column(ARRAY(String(80)))
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)


@dataclass(frozen=True, kw_only=True)
class Event:
    """A fact in the past tense, defined by the room that owns it.

    `subject_field` names the field whose thing's timeline shows the event.
    """

    subject_field: ClassVar[str | None] = None

    shop_id: UUID | None

    def topics(self) -> list[str]:
        """Which screens are told: `me:<agent>`, `queue:<shop>`, `conversation:<id>`, …"""
        return []


E = TypeVar("E", bound=Event)
Handler = Callable[[Session, Any], None]
When = Callable[[Any], bool]

_listeners: dict[type[Event], list[str]] = defaultdict(list)
_whens: dict[str, When] = {}
_handlers: dict[str, tuple[type[Event], Handler]] = {}
_many: set[str] = set()
_adapters: dict[type[Event], TypeAdapter[Event]] = {}

_INSERT = (
    "INSERT INTO events"
    " (at, shop_id, kind, actor_kind, actor_id, actor_name, subject_id, topics, data)"
    " SELECT at, shop_id, kind, actor_kind, actor_id, actor_name, subject_id, topics,"
    " CAST(data AS jsonb) FROM json_to_recordset(%s::json) AS r(at timestamptz,"
    " shop_id uuid, kind text, actor_kind text, actor_id uuid, actor_name text,"
    " subject_id uuid, topics varchar[], data text)"
)


def on(
    event_type: type[E], *, when: Callable[[E], bool] | None = None
) -> Callable[[Callable[[Session, E], None]], Any]:
    """Register a reaction. It runs in a transaction of its own and must be idempotent.

    `when` looks at the event alone, as it is emitted; where it says no, no job is left. Clocks of
    all rooms tell the same kinds of events, and most of them concern a single room.
    """

    def register(handler: Callable[[Session, E], None]) -> Callable[[Session, E], None]:
        name = f"{handler.__module__}.{handler.__qualname__}"
        if name in _handlers:
            raise ValueError(f"{name} reacts to one kind of event; a job names it by this name.")
        _handlers[name] = (event_type, handler)
        _listeners[event_type].append(name)
        if when is not None:
            _whens[name] = when
        return handler

    return register


def on_many(
    event_type: type[E], *, when: Callable[[E], bool] | None = None
) -> Callable[[Callable[[Session, Sequence[E]], None]], Any]:
    """Register a reaction that takes whatever has happened since the last time, at once."""

    def register(handler: Callable[[Session, Sequence[E]], None]) -> Any:
        on(event_type, when=when)(cast(Any, handler))
        _many.add(f"{handler.__module__}.{handler.__qualname__}")
        return handler

    return register


def noted(session: Session) -> None:
    """Events were written beside the session: wake the readers when it ends."""
    session.info[EMITTED] = True


def emit(session: Session, actor: Actor, event: Event) -> None:
    """Write the fact and leave one job for each reaction to it."""
    emit_many(session, actor, [event])


def emit_many(session: Session, actor: Actor, told: Sequence[Event]) -> None:
    """Write facts that became true together, in their order."""
    rows = [_row(actor, each, _plain(each)) for each in told]
    jobs = [
        {"handler": name, "event": orjson.loads(row["data"])}
        for each, row in zip(told, rows, strict=True)
        for name in _listeners[type(each)]
        if name not in _whens or _whens[name](each)
    ]
    held = _held.get()
    if held is not None and held.session is session:
        held.parts.append(_Part(session.get_nested_transaction(), rows, jobs))
    else:
        _write(session, rows, jobs)


@contextmanager
def together(session: Session) -> Iterator[None]:
    """Facts of this block are told when it ends, in their order; those for a reaction that takes
    many are one job. Within another block of the same session it is that one. What a savepoint
    undid is not told of; a block that fails tells of nothing."""
    held = _held.get()
    if held is not None and held.session is session:
        yield
        return
    held = _Held(session)
    token = _held.set(held)
    try:
        yield
    finally:
        _held.reset(token)
    rows = [row for part in held.parts for row in part.rows]
    _write(session, rows, [job for part in held.parts for job in part.jobs])


@dataclass(frozen=True)
class _Part:
    savepoint: SessionTransaction | None
    rows: list[dict[str, Any]]
    jobs: list[dict[str, Any]]


@dataclass
class _Held:
    session: Session
    parts: list[_Part] = field(default_factory=list)


_held: ContextVar[_Held | None] = ContextVar("held", default=None)


@hooks.listens_for(Session, "after_soft_rollback")
def _undone(session: Session, undone: SessionTransaction) -> None:
    held = _held.get()
    if held is not None and held.session is session:
        held.parts = [each for each in held.parts if not _within(each.savepoint, undone)]


def _within(savepoint: SessionTransaction | None, outer: SessionTransaction) -> bool:
    while savepoint is not None:
        if savepoint is outer:
            return True
        savepoint = savepoint.parent
    return False


def _write(
    session: Session, rows: Sequence[dict[str, Any]], jobs: Sequence[dict[str, Any]]
) -> None:
    if rows:
        beside(session, _INSERT, rows)
        session.info[EMITTED] = True
    if jobs:
        queue.defer_many(session, "deliver", _gathered(jobs))


def _gathered(jobs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Facts for a reaction that takes many come as one job for up to `AT_ONCE` of them."""
    told = [each for each in jobs if each["handler"] not in _many]
    facts: dict[str, list[Any]] = defaultdict(list)
    for each in jobs:
        if each["handler"] in _many:
            facts[each["handler"]].append(each["event"])
    return told + [
        {"handler": name, "events": these[first : first + AT_ONCE]}
        for name, these in facts.items()
        for first in range(0, len(these), AT_ONCE)
    ]


def _subject(event: Event) -> UUID | None:
    return getattr(event, event.subject_field) if event.subject_field else None


def _row(actor: Actor, event: Event, data: bytes) -> dict[str, Any]:
    return {
        "at": clock.now(),
        "shop_id": event.shop_id,
        "kind": type(event).__name__,
        "actor_kind": actor.kind.value,
        "actor_id": actor.id,
        # Events are never changed, so a customer who must be forgotten is not named in them.
        "actor_name": "" if actor.kind is ActorKind.CUSTOMER else actor.name,
        "subject_id": _subject(event),
        "topics": event.topics(),
        "data": data.decode(),
    }


def _plain(event: Event) -> bytes:
    return orjson.dumps(event)


def _adapter(event_type: type[Event]) -> TypeAdapter[Event]:
    if event_type not in _adapters:
        _adapters[event_type] = TypeAdapter(event_type)
    return _adapters[event_type]


@queue.several("deliver")
def deliver(session: Session, payloads: Sequence[queue.Payload]) -> None:
    """Each reaction by itself, but for those that take many facts at once.

    A job of many facts that fails alone is parted: one bad fact does not hold up the others.
    """
    told = [
        (each["handler"], fact)
        for each in payloads
        for fact in (each["events"] if "events" in each else [each["event"]])
    ]
    if len(payloads) > 1 or len(told) == 1:
        _deliver(session, told)
        return
    try:
        with session.begin_nested():
            _deliver(session, told)
    except Exception:
        logger.exception("%d facts for %s failed together.", len(told), told[0][0])
        parted = [{"handler": name, "event": fact} for name, fact in told]
        queue.defer_many(session, "deliver", parted)


def _deliver(session: Session, told: Sequence[tuple[str, Any]]) -> None:
    by_handler: dict[str, list[Any]] = defaultdict(list)
    for name, fact in told:
        by_handler[name].append(fact)
    with once_each(session), together(session):
        for name, these in by_handler.items():
            event_type, handler = _handlers[name]
            facts = [_adapter(event_type).validate_python(each) for each in these]
            # locks are taken in one order, whoever shares a transaction with whom
            facts.sort(key=lambda each: str(_subject(each)))
            for part in [facts] if name in _many else [[each] for each in facts]:
                with apart(session):
                    handler(session, part if name in _many else part[0])


def known() -> list[type[Event]]:
    """Every event of the house, for docs/events.md and its test."""
    found, open_ = [], [Event]
    while open_:
        for child in open_.pop().__subclasses__():
            found.append(child)
            open_.append(child)
    return sorted(found, key=lambda each: (each.__module__, each.__name__))


def reactions(event_type: type[Event]) -> list[str]:
    return list(_listeners[event_type])
