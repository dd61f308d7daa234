"""Read the events in commit-safe order.

A sequence number is drawn before its transaction commits, so a reader that goes by numbers skips
whoever commits late. The order here is (transaction id, number), and a row counts as settled only
when its transaction is below the snapshot's xmin: nothing can appear before it any more.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
from psycopg.rows import class_row

PATIENCE_SEC = 1.0
"""How long a reader waits for a wake-up before it looks by itself."""
BATCH = 500
REPLAY_LIMIT = 2000
REPLAY_AGE = timedelta(hours=12)
CURSOR_CHARS = 12_000

_WRITTEN = re.compile(r"[0-9]{1,18}-[0-9]{1,18}(\+[0-9]{1,18})*", re.ASCII)


class Cursor(NamedTuple):
    """A place in the stream. Written `xid-id`; everything up to it has been told, and behind it
    the numbers of `told` (`xid-id+n+m`)."""

    xid: int
    id: int
    told: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.xid}-{self.id}" + "".join(f"+{number}" for number in self.told)

    @classmethod
    def parse(cls, text: str | None) -> "Cursor | None":
        """The cursor a client sent, or None when it is no cursor."""
        if not text or len(text) > CURSOR_CHARS or not _WRITTEN.fullmatch(text):
            return None
        place, *told = text.split("+")
        xid, number = place.split("-")
        return cls(int(xid), int(number), tuple(int(each) for each in told))


@dataclass(frozen=True)
class StoredEvent:
    """A row of the stream as screens need it."""

    xid: int
    id: int
    at: datetime
    shop_id: UUID | None
    kind: str
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    subject_id: UUID | None
    topics: list[str]
    data: dict[str, Any]
    resume: Cursor | None = None
    """Where a screen goes on that has got everything up to here, in the order told."""

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.xid, self.id)


_COLUMNS = (
    "xid::text::bigint AS xid, id, at, shop_id, kind, actor_kind, actor_id, actor_name,"
    " subject_id, topics, data"
)
_AFTER = """
SELECT e.xid::text::bigint, e.id, e.topics, s.waits
FROM (
    SELECT horizon, EXISTS (SELECT FROM events WHERE xid >= horizon) AS waits
    FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS horizon) AS seen
) AS s LEFT JOIN LATERAL (
    SELECT xid, id, topics FROM events
    WHERE (xid, id) > (%s::text::xid8, %s) AND xid < s.horizon ORDER BY xid, id LIMIT %s
) AS e ON true
ORDER BY e.xid, e.id
"""
"""`waits`: whether events are written that are not settled yet. At least one row."""
_THESE = (
    f"SELECT {_COLUMNS} FROM events JOIN unnest(%s::text[], %s::bigint[]) AS t(at_xid, at_id)"
    " ON xid = at_xid::xid8 AND id = at_id ORDER BY events.xid, events.id"
)
_REPLAY = (
    f"SELECT {_COLUMNS} FROM events WHERE (xid, id) > (%s::text::xid8, %s)"
    " AND (xid, id) <= (%s::text::xid8, %s) AND topics && %s::varchar[]"
    " ORDER BY events.xid, events.id LIMIT %s"
)
_HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_NEAREST = (
    "SELECT at FROM events WHERE (xid, id) >= (%s::text::xid8, %s)"
    " ORDER BY events.xid, events.id LIMIT 1"
)


def in_order_of_telling(rows: list[StoredEvent], before: Cursor) -> list[StoredEvent]:
    """The rows with those of one thing by number, each with the place to resume from.

    Of two transactions that wrote about the same thing, the one that waited for the other's lock
    has the later numbers but may have the earlier xid; both settle together, so they stand in one
    batch, and the numbers say what happened first.
    """
    told: list[StoredEvent] = []
    place, beyond, complete = before, set(before.told), 0
    for row in _by_thing(rows):
        if row.id in before.told:
            continue
        beyond.add(row.id)
        while complete < len(rows) and rows[complete].id in beyond:
            beyond.remove(rows[complete].id)
            place = rows[complete].cursor
            complete += 1
        told.append(replace(row, resume=place._replace(told=tuple(sorted(beyond)))))
    return told


def _by_thing(rows: list[StoredEvent]) -> list[StoredEvent]:
    places: dict[UUID | int, list[int]] = defaultdict(list)
    for position, row in enumerate(rows):
        places[row.subject_id or row.id].append(position)
    ordered = list(rows)
    for positions in places.values():
        in_time = sorted((rows[position] for position in positions), key=lambda each: each.id)
        for position, row in zip(positions, in_time, strict=True):
            ordered[position] = row
    return ordered


async def horizon(connection: psycopg.AsyncConnection[Any]) -> Cursor:
    """The place before everything that is still to come."""
    cursor = await connection.execute(_HORIZON)
    row = await cursor.fetchone()
    assert row is not None
    return Cursor(row[0] - 1, 2**62)


class Told(NamedTuple):
    """A settled event, as far as it must be known to see whether anybody listens to it."""

    cursor: Cursor
    topics: list[str]


async def after(connection: psycopg.AsyncConnection[Any], place: Cursor) -> tuple[list[Told], bool]:
    """The settled events after `place`, and whether more are there or about to settle."""
    found = await connection.execute(_AFTER, (str(place.xid), place.id, BATCH))
    rows = await found.fetchall()
    told = [Told(Cursor(xid, number), topics) for xid, number, topics, _ in rows if xid]
    return told, len(told) == BATCH or rows[0][3]


async def whole(
    connection: psycopg.AsyncConnection[Any], cursors: Sequence[Cursor]
) -> list[StoredEvent]:
    """The events at these places, in their order."""
    asked = [str(each.xid) for each in cursors], [each.id for each in cursors]
    async with connection.cursor(row_factory=class_row(StoredEvent)) as cursor:
        await cursor.execute(_THESE, asked)
        return await cursor.fetchall()


async def replay(
    connection: psycopg.AsyncConnection[Any],
    seen: Cursor,
    until: Cursor,
    topics: list[str],
    now: datetime,
) -> list[StoredEvent] | None:
    """What a returning screen missed of its topics; None when it was away for too long."""
    nearest = await connection.execute(_NEAREST, (str(seen.xid), seen.id))
    row = await nearest.fetchone()
    if row is not None and now - row[0] > REPLAY_AGE:
        return None
    async with connection.cursor(row_factory=class_row(StoredEvent)) as cursor:
        await cursor.execute(
            _REPLAY,
            (str(seen.xid), seen.id, str(until.xid), until.id, topics, REPLAY_LIMIT + 1),
        )
        rows = await cursor.fetchall()
    return rows if len(rows) <= REPLAY_LIMIT else None
