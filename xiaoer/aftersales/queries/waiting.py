"""How many cases wait in each queue, how late and how old they are.

Counting a million cases takes a second, and nobody works by the last digit of it: each figure is
exact up to `MOST` and stops there, at the cost of reading so many places of an index.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, func, select, text
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, Queue
from xiaoer.aftersales.queries.queues import SECOND, shops_of
from xiaoer.core import clock
from xiaoer.core.auth import Actor

MOST = 1000
"""A figure of this size means so many or more."""
AGES: Mapping[str, tuple[int, int | None]] = {
    "6h": (0, 6), "24h": (6, 24), "48h": (24, 48), "older": (48, None),
}  # fmt: skip
"""Hours since the request, from and to: how old what waits is (RFU-8)."""


@dataclass(frozen=True)
class Waiting:
    """How many cases a queue holds, how many of them are late, and how old they are."""

    queue: Queue
    count: int
    overdue: int
    ages: Mapping[str, int]
    oldest_at: datetime | None


def counts(session: Session, actor: Actor, shop_id: UUID | None = None) -> Sequence[Waiting]:
    """Every queue, those without a case too."""
    now = clock.now()
    moments = {f"since_{name}": now - timedelta(hours=hours) for name, (hours, _) in AGES.items()}
    asked: dict[str, Any] = {"now": now, "most": MOST, "shop": shop_id}
    asked |= {"all": actor.all_shops, "shops": list(actor.shop_ids)}
    of_queue: dict[str, list[Any]] = {each.value: [] for each in Queue}
    for row in session.execute(_counts(), asked | {"queues": list(of_queue)} | moments):
        of_queue[row.queue].append(row)
    return [_waiting(Queue(name), rows) for name, rows in of_queue.items()]


def seconds(session: Session, actor: Actor, shop_id: UUID | None = None) -> int:
    """How many cases wait for a second person; `MOST` at most."""
    of_shops = Case.shop_id.in_(shops_of(actor, shop_id))
    some = select(Case.id).where(of_shops, *SECOND, Case.ended_at.is_(None)).limit(MOST)
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _waiting(queue: Queue, rows: Sequence[Any]) -> Waiting:
    """One row for each shop."""

    def of(name: str) -> int:
        return min(sum(int(getattr(row, name)) for row in rows), MOST)

    oldest = [row.oldest_at for row in rows if row.oldest_at is not None]
    ages = {name: of(f"age_{name}") for name in AGES}
    return Waiting(queue, of("count"), of("overdue"), ages, min(oldest, default=None))


@cache
def _counts() -> TextClause:
    ages = {name: _of_age(name, following) for name, following in zip(AGES, _next(), strict=True)}
    parts = {"count": "", "overdue": "AND deadline_at <= :now"} | {
        f"age_{name}": where for name, where in ages.items()
    }
    columns = ",\n".join(f'({_some(where)}) AS "{name}"' for name, where in parts.items())
    return text(
        f"SELECT q.queue, {columns}, ({_OLDEST}) AS oldest_at"
        " FROM (SELECT id FROM shops WHERE (:all OR id = ANY(CAST(:shops AS uuid[])))"
        " AND id = coalesce(CAST(:shop AS uuid), id)) AS s"
        " CROSS JOIN unnest(CAST(:queues AS text[])) AS q (queue)"
    )


_WAITS = "FROM cases WHERE shop_id = s.id AND queue = q.queue AND ended_at IS NULL"
_OLDEST = f"SELECT opened_at {_WAITS} ORDER BY opened_at LIMIT 1"


def _some(where: str) -> str:
    return f"SELECT count(*) FROM (SELECT 1 {_WAITS} {where} LIMIT :most) AS few"


def _next() -> list[str | None]:
    return [*list(AGES)[1:], None]


def _of_age(name: str, older: str | None) -> str:
    where = f"AND opened_at <= :since_{name}"
    return f"{where} AND opened_at > :since_{older}" if older else where
