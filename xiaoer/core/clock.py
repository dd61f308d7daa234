"""The one clock. Rules and verbs ask here, so that tests and rehearsals can set the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_frozen: datetime | None = None


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _frozen or datetime.now(UTC)


@contextmanager
def freeze(moment: datetime) -> Iterator[None]:
    """Hold the clock of this process at `moment`; `advance` moves it on."""
    global _frozen
    before, _frozen = _frozen, moment.astimezone(UTC)
    try:
        yield
    finally:
        _frozen = before


def advance(step: timedelta) -> datetime:
    """Move the frozen clock on by `step`."""
    global _frozen
    if _frozen is None:
        raise RuntimeError("Freeze the clock before moving it.")
    _frozen += step
    return _frozen
