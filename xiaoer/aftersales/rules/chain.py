"""The chain of a case's events: a change in one of them is seen in all that follow."""

import hashlib
from collections.abc import Iterable
from typing import Any

import orjson

from xiaoer.aftersales.models.cases import CaseEvent

FIRST = bytes(32)


def linked(prev: bytes, told: dict[str, Any]) -> bytes:
    """The hash of an event that says `told`, after the one with hash `prev`."""
    text = orjson.dumps(told, option=orjson.OPT_SORT_KEYS, default=str)
    return hashlib.sha256(prev + text).digest()


def content(event: CaseEvent) -> dict[str, Any]:
    return {
        "case": str(event.case_id),
        "seq": event.seq,
        "command": event.command,
        "before": event.before,
        "after": event.after,
        "actor": [event.actor_kind, str(event.actor_id)],
        "at": event.at.isoformat(),
        "data": event.data,
    }


def first_break(events: Iterable[CaseEvent]) -> int | None:
    """The first event that does not follow from the one before; None: all of them do."""
    prev, state = FIRST, ""
    for expected, event in enumerate(events, start=1):
        whole = event.seq == expected and event.prev_hash == prev and event.before == state
        if not whole or event.hash != linked(prev, content(event)):
            return expected
        prev, state = event.hash, event.after
    return None
