"""Words, quiet hours and what follows a failure: pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from xiaoer.notices.errors import FactsMissing
from xiaoer.promises.rules import Hours, next_opening, parse_day

BACK_OFF = (timedelta(seconds=30), timedelta(minutes=3))
"""Waits before a channel without an answer is tried again; then the next channel."""
LEASE = timedelta(minutes=2)
"""A worker that has not come back after this is taken for dead."""
DAY_HOURS = (("08:00", "22:00"),)
"""When customers are told what can wait, unless the shop says otherwise."""

_BRACED = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def fill(text: str, facts: Mapping[str, Any]) -> str:
    """`text` with every `{name}` filled; raises `FactsMissing` naming those without a fact."""
    names = dict.fromkeys(_BRACED.findall(text))
    missing = [name for name in names if facts.get(name) in (None, "")]
    if missing:
        raise FactsMissing(missing=", ".join(missing))
    return _BRACED.sub(lambda match: str(facts[match[1]]), text)


def sendable_from(
    at: datetime, zone: ZoneInfo, *, urgent: bool, hours: Sequence[Sequence[str]] = DAY_HOURS
) -> datetime:
    """`at`, or when the shop's quiet hours end; what is urgent does not wait."""
    if urgent:
        return at
    return _opening(at, zone, tuple(map(tuple, hours)))


@lru_cache(maxsize=100)
def _opening(at: datetime, zone: ZoneInfo, hours: tuple[tuple[str, ...], ...]) -> datetime:
    """Asked for many notices at the same moment."""
    return next_opening(Hours(zone, dict.fromkeys(range(1, 8), parse_day(hours))), at)


def next_channel(channels: Sequence[str], channel: str) -> str | None:
    following = channels[channels.index(channel) + 1 :]
    return following[0] if following else None


def retry_after(tries: int) -> timedelta | None:
    """How long to wait after the `tries`-th attempt had no answer; None: no more of this."""
    return BACK_OFF[tries - 1] if tries <= len(BACK_OFF) else None


def key_of(notice_id: UUID, channel: str) -> str:
    """Under this key a carrier takes a notice once, however often it is handed over."""
    return f"{notice_id}:{channel}"


def parse_key(key: str) -> tuple[UUID, str] | None:
    """The notice and channel a key stands for; None when it is none of ours."""
    notice_id, _, channel = key.partition(":")
    try:
        return UUID(notice_id), channel
    except ValueError:
        return None
