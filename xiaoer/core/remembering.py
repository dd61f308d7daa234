"""What a verb has read once stays known until it ends.

A long verb calls rooms below it that each read the same order, shop or policy again. Within
`once_each` such a read is one statement. Only what cannot change meanwhile is remembered: rows that
the verb holds locked, and choices that others make in transactions of their own. Whoever changes
what was remembered forgets it.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import Session

T = TypeVar("T")

_known: ContextVar[tuple[Session, dict[Hashable, Any]] | None] = ContextVar("known", default=None)


@contextmanager
def once_each(session: Session) -> Iterator[None]:
    """Until the end of this block; within another one of the same session it is that one."""
    known = _known.get()
    if known is not None and known[0] is session:
        yield
        return
    token = _known.set((session, {}))
    try:
        yield
    finally:
        _known.reset(token)


SHARED = ("shop", "policies", "automations", "words")
"""First words of keys whose values are the same whoever asks: choices of others, in force now."""


@contextmanager
def apart(session: Session) -> Iterator[None]:
    """A block of its own for one of several verbs in a transaction: it knows of the others only
    what they all share."""
    common = _of(session)
    mine = {key: value for key, value in common.items() if _is_shared(key)}
    token = _known.set((session, mine))
    try:
        yield
    finally:
        _known.reset(token)
        common |= {key: value for key, value in mine.items() if _is_shared(key)}


def _is_shared(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[0] in SHARED


def remembered(session: Session, key: Hashable, read: Callable[[], T]) -> T:
    """What `read` gave for `key` before, in this block; outside of one it is read every time."""
    known = _known.get()
    if known is None or known[0] is not session:
        return read()
    if key not in known[1]:
        known[1][key] = read()
    return cast(T, known[1][key])


def known(session: Session, key: Hashable) -> Any:
    """What was kept under `key` in this block; None when nothing was."""
    return _of(session).get(key)


def _of(session: Session) -> dict[Hashable, Any]:
    open_block = _known.get()
    return open_block[1] if open_block is not None and open_block[0] is session else {}


def remembers(session: Session) -> bool:
    """Whether a block of this session is open, so that reading more at once pays."""
    known = _known.get()
    return known is not None and known[0] is session


@event.listens_for(Session, "after_soft_rollback")
def _forget_all(session: Session, _undone: object) -> None:
    """A lock taken within a savepoint ends with it, and so does what was read under it."""
    known = _known.get()
    if known is not None and known[0] is session:
        known[1].clear()


def keep(session: Session, key: Hashable, value: Any) -> None:
    """What a verb knows without reading it, because it wrote it."""
    known = _known.get()
    if known is not None and known[0] is session:
        known[1][key] = value


def forget(session: Session, key: Hashable) -> None:
    """It has changed: read it again next time."""
    known = _known.get()
    if known is not None and known[0] is session:
        known[1].pop(key, None)
