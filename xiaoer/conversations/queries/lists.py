"""Lists of conversations: each view is one range of one index per shop, merged; never an offset."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.queries.rows import COLUMNS, JOINS, Shown, shown
from xiaoer.core import db, paging
from xiaoer.core.auth import Actor, Permission

PAGE_LIMIT = 100
COUNT_LIMIT = 1000
"""Counts end here: beyond it a number helps nobody and costs time."""

REACHED = "%(everywhere)s OR s.id = ANY(CAST(%(shops)s AS uuid[]))"
"""The shops of whoever asks."""

VIEWS = {
    "mine": "c.state = 'open' AND c.assignee_id = %(me)s",
    "unassigned": "c.state = 'open' AND c.assignee_id IS NULL",
    "all": "c.state = 'open'",
    "waiting": "c.state = 'open' AND c.waiting_since IS NOT NULL",
    "snoozed": "c.state = 'snoozed'",
    "closed": "c.state = 'closed'",
}
"""Each is what a partial index covers."""

_NARROWED = {
    "channel": "c.channel = %(channel)s",
    "stage": "c.stage = %(stage)s",
    "priority": "c.priority = %(priority)s",
    "customer_id": "c.customer_id = %(customer_id)s",
    "assignee_id": "c.assignee_id = %(assignee_id)s",
    "tags": "c.tags @> CAST(%(tags)s AS varchar[])",
}


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What narrows a view; None and empty do not. `longest_waiting` puts whoever waits first, as
    the view `waiting` always does."""

    view: str = "all"
    shop_id: UUID | None = None
    channel: str | None = None
    stage: str | None = None
    priority: str | None = None
    customer_id: UUID | None = None
    assignee_id: UUID | None = None
    tags: list[str] = field(default_factory=list)
    longest_waiting: bool = False


@dataclass(frozen=True, slots=True)
class _Range:
    """A part of a list with one order."""

    key: str
    condition: str
    descending: bool


_RECENT = _Range("activity_at", "true", descending=True)
_WAITING = _Range("waiting_since", "c.waiting_since IS NOT NULL", descending=False)
_AT_REST = _Range("activity_at", "c.waiting_since IS NULL", descending=True)


def page(
    session: Session, actor: Actor, filters: Filters, *, after: str | None = None, limit: int = 50
) -> tuple[list[Shown], str | None]:
    """A page of rows the actor may see and the cursor of the next. One statement, two where the
    waiting end and the others begin."""
    actor.must(Permission.CONVERSATIONS_READ)
    limit = max(1, min(limit, PAGE_LIMIT))
    parts = _parts(filters)
    begin, edge = 0, None
    if after is not None:
        begin, *edge = paging.keys(after, (int, datetime, UUID))
    found: list[tuple[int, Any]] = []
    for number in range(max(0, begin), len(parts)):
        wanted = limit + 1 - len(found)
        rows = _read(session, actor, filters, parts[number], edge, wanted)
        found += [(number, row) for row in rows]
        edge = None
        if len(found) > limit:
            number, last = found[limit - 1]
            cursor = paging.cursor(number, last[-1], last[0])
            return [shown(row) for _, row in found[:limit]], cursor
    return [shown(row) for _, row in found], None


def _parts(filters: Filters) -> list[_Range]:
    if filters.view == "waiting":
        return [_WAITING]
    return [_WAITING, _AT_REST] if filters.longest_waiting else [_RECENT]


def _read(
    session: Session,
    actor: Actor,
    filters: Filters,
    part: _Range,
    edge: list[Any] | None,
    limit: int,
) -> list[Any]:
    narrowed = tuple(name for name in _NARROWED if getattr(filters, name))
    values: dict[str, Any] = {each: getattr(filters, each) for each in narrowed}
    values |= reach(actor, filters.shop_id)
    if edge is not None:
        values["edge_key"], values["edge_id"] = edge
    # A customer's talks are shown together, whatever became of them.
    view = "true" if filters.customer_id and filters.view == "all" else VIEWS[filters.view]
    statement = _statement(view, narrowed, part, edge is not None, limit)
    return db.read(session, statement, values)


def reach(actor: Actor, shop_id: UUID | None) -> dict[str, Any]:
    """What `REACHED` asks for: the shops of the actor, or the one chosen if it is theirs."""
    shops = list(actor.shop_ids)
    if shop_id is not None:
        shops = [shop_id] if actor.reaches(shop_id) else []
    everywhere = actor.all_shops and shop_id is None
    return {"me": actor.id, "shops": shops, "everywhere": everywhere}


@lru_cache(maxsize=512)
def _statement(
    view: str, narrowed: tuple[str, ...], part: _Range, continued: bool, limit: int
) -> str:
    key, direction, beyond = part.key, *(("DESC", "<") if part.descending else ("ASC", ">"))
    conditions = ["c.shop_id = s.id", view, part.condition]
    conditions += [_NARROWED[each] for each in narrowed]
    if continued:
        conditions.append(f"(c.{key}, c.id) {beyond} (%(edge_key)s, CAST(%(edge_id)s AS uuid))")
    order = f"{{0}}.{key} {direction}, {{0}}.id {direction}"
    # One ordered range per shop: `shop_id = ANY(…)` would read and sort the whole view. The limit
    # is written out: for an unknown one PostgreSQL plans to read a tenth of the view.
    return (
        f"SELECT {COLUMNS}, page.{key} FROM (SELECT each.id, each.{key} FROM shops s"
        f" CROSS JOIN LATERAL (SELECT c.id, c.{key} FROM conversations c"
        f" WHERE {' AND '.join(conditions)} ORDER BY {order.format('c')} LIMIT {limit}) each"
        f" WHERE {REACHED}"
        f" ORDER BY {order.format('each')} LIMIT {limit}) page"
        f" JOIN conversations c ON c.id = page.id{JOINS}"
        f" ORDER BY {order.format('page')}"
    )


def _count(condition: str) -> str:
    return (
        "(SELECT count(*) FROM (SELECT FROM shops s CROSS JOIN LATERAL"
        " (SELECT FROM conversations c WHERE c.shop_id = s.id"
        f" AND {condition} LIMIT {COUNT_LIMIT}) each"
        f" WHERE {REACHED}"
        f" LIMIT {COUNT_LIMIT}) counted)"
    )


_COUNTED = ("unassigned", "all", "waiting", "snoozed")
_OWN = ("mine", "mine_unread", "waiting_mine")
# One's own are read once: for `waiting_mine` alone PostgreSQL would look through all who wait.
_COUNTS = (
    f"SELECT {', '.join(_count(VIEWS[name]) for name in _COUNTED)}, own.* FROM (SELECT count(*),"
    " count(*) FILTER (WHERE unread > 0), count(*) FILTER (WHERE waiting_since IS NOT NULL)"
    " FROM (SELECT each.* FROM shops s CROSS JOIN LATERAL (SELECT c.unread, c.waiting_since"
    f" FROM conversations c WHERE c.shop_id = s.id AND {VIEWS['mine']} LIMIT {COUNT_LIMIT}) each"
    f" WHERE {REACHED} LIMIT {COUNT_LIMIT}) counted) own"
)


def counts(session: Session, actor: Actor, *, shop_id: UUID | None = None) -> dict[str, int]:
    """How many rows each view holds, up to `COUNT_LIMIT`; one statement."""
    actor.must(Permission.CONVERSATIONS_READ)
    (row,) = db.read(session, _COUNTS, reach(actor, shop_id))
    return dict(zip(_COUNTED + _OWN, row, strict=True))
