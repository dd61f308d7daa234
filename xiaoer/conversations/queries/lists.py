"""Lists of conversations: each view is one range of one index per shop, merged; never an offset."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from xiaoer.conversations.queries.rows import COLUMNS, JOINS, Shown, shown
from xiaoer.core import paging
from xiaoer.core.auth import Actor, Permission

PAGE_LIMIT = 100
COUNT_LIMIT = 1000
"""Counts end here: beyond it a number helps nobody and costs time."""


@dataclass(frozen=True, slots=True)
class View:
    """Which rows, in which order; `condition` is what the view's partial index covers."""

    condition: str
    key: str
    newest_first: bool = False


VIEWS = {
    "mine": View("c.state = 'open' AND c.assignee_id = :me", "activity_at", newest_first=True),
    "unassigned": View("c.state = 'open' AND c.assignee_id IS NULL", "queued_at"),
    "all": View("c.state = 'open'", "activity_at", newest_first=True),
    "waiting": View("c.state = 'open' AND c.waiting_since IS NOT NULL", "waiting_since"),
    "snoozed": View("c.state = 'snoozed'", "snoozed_until"),
    "closed": View("c.state = 'closed'", "closed_at", newest_first=True),
}
OF_CUSTOMER = View("c.customer_id = :customer_id", "opened_at", newest_first=True)
"""Everything of one customer, whatever its state."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What narrows a view; None and empty do not."""

    view: str = "all"
    shop_id: UUID | None = None
    channel: str | None = None
    stage: str | None = None
    priority: str | None = None
    customer_id: UUID | None = None
    assignee_id: UUID | None = None
    tags: list[str] = field(default_factory=list)
    oldest_first: bool | None = None
    """None: the view's own order."""


_NARROWED = {
    "channel": "c.channel = :channel",
    "stage": "c.stage = :stage",
    "priority": "c.priority = :priority",
    "customer_id": "c.customer_id = :customer_id",
    "assignee_id": "c.assignee_id = :assignee_id",
    "tags": "c.tags @> CAST(:tags AS varchar[])",
}


def page(
    session: Session, actor: Actor, filters: Filters, *, after: str | None = None, limit: int = 50
) -> tuple[list[Shown], str | None]:
    """A page of rows the actor may see and the cursor of the next; one statement."""
    actor.must(Permission.CONVERSATIONS_READ)
    limit = max(1, min(limit, PAGE_LIMIT))
    narrowed = tuple(name for name in _NARROWED if getattr(filters, name))
    everything_of_customer = filters.customer_id is not None and filters.view == "all"
    name = "customer" if everything_of_customer else filters.view
    statement = _statement(name, narrowed, filters.oldest_first, after is not None)
    values: dict[str, Any] = {each: getattr(filters, each) for each in narrowed}
    values |= {"me": actor.id, "shops": _shops(actor, filters.shop_id), "limit": limit + 1}
    values |= {"everywhere": actor.all_shops and filters.shop_id is None}
    if after is not None:
        values["after_key"], values["after_id"] = paging.keys(after, (datetime, UUID))
    rows = session.execute(statement, values).all()
    more = len(rows) > limit
    items = [shown(row) for row in rows[:limit]]
    return items, paging.cursor(rows[limit - 1][-1], rows[limit - 1][0]) if more else None


def _shops(actor: Actor, shop_id: UUID | None) -> list[UUID]:
    if shop_id is None:
        return list(actor.shop_ids)
    return [shop_id] if actor.reaches(shop_id) else []


@lru_cache(maxsize=512)
def _statement(
    name: str, narrowed: tuple[str, ...], oldest_first: bool | None, continued: bool
) -> TextClause:
    view = OF_CUSTOMER if name == "customer" else VIEWS[name]
    newest_first = view.newest_first if oldest_first is None else not oldest_first
    direction, beyond = ("DESC", "<") if newest_first else ("ASC", ">")
    conditions = ["c.shop_id = s.id", view.condition, *(_NARROWED[each] for each in narrowed)]
    if continued:
        conditions.append(f"(c.{view.key}, c.id) {beyond} (:after_key, CAST(:after_id AS uuid))")
    order = f"{{0}}{view.key} {direction}, {{0}}id {direction}"
    # One ordered range per shop: `shop_id = ANY(…)` would read and sort the whole view.
    return text(
        f"SELECT {COLUMNS}, c.{view.key} FROM (SELECT each.id, each.{view.key} FROM shops s"
        f" CROSS JOIN LATERAL (SELECT c.id, c.{view.key} FROM conversations c"
        f" WHERE {' AND '.join(conditions)} ORDER BY {order.format('c.')} LIMIT :limit) each"
        " WHERE :everywhere OR s.id = ANY(CAST(:shops AS uuid[]))"
        f" ORDER BY {order.format('each.')} LIMIT :limit) page"
        f" JOIN conversations c ON c.id = page.id{JOINS}"
        f" ORDER BY {order.format('page.')}"
    )


def _count(condition: str) -> str:
    return (
        "(SELECT count(*) FROM (SELECT FROM shops s CROSS JOIN LATERAL"
        " (SELECT FROM conversations c WHERE c.shop_id = s.id"
        f" AND {condition} LIMIT {COUNT_LIMIT}) each"
        " WHERE :everywhere OR s.id = ANY(CAST(:shops AS uuid[]))"
        f" LIMIT {COUNT_LIMIT}) counted)"
    )


_COUNTED = {name: VIEWS[name].condition for name in ("unassigned", "all", "waiting", "snoozed")} | {
    "mine": VIEWS["mine"].condition,
    "mine_unread": VIEWS["mine"].condition + " AND c.unread > 0",
    "waiting_mine": VIEWS["mine"].condition + " AND c.waiting_since IS NOT NULL",
}
_COUNTS = text("SELECT " + ", ".join(f"{_count(each)} AS {n}" for n, each in _COUNTED.items()))


def counts(session: Session, actor: Actor, *, shop_id: UUID | None = None) -> dict[str, int]:
    """How many rows each view holds, up to `COUNT_LIMIT`; one statement."""
    actor.must(Permission.CONVERSATIONS_READ)
    values = {
        "me": actor.id,
        "shops": _shops(actor, shop_id),
        "everywhere": actor.all_shops and shop_id is None,
    }
    return dict(session.execute(_COUNTS, values).mappings().one())
