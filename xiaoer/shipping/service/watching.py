"""Orders are watched from payment to the courier's scan."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.reading import run
from xiaoer.orders.models import OrderStatus
from xiaoer.shipping import queries, rules
from xiaoer.shipping.models import OPEN_STAGES, Stage
from xiaoer.shipping.queries import Seen
from xiaoer.shipping.rules import Told
from xiaoer.shipping.service import delaying, owing
from xiaoer.shipping.service.ruling import Ruling
from xiaoer.shipping.service.watched import KINDS, Watched

ORDERS_AT_ONCE = 1000


_RENEWED = [name for name in KINDS if name not in ("order_id", "shop_id")]

_UPSERT = f"""
INSERT INTO ship_watches (updated_at, {", ".join(KINDS)})
SELECT %(now)s::timestamptz, {", ".join(KINDS)} FROM jsonb_to_recordset(%(rows)s::jsonb) AS row(
    {", ".join(f"{name} {kind}" for name, kind in KINDS.items())})
ORDER BY order_id
ON CONFLICT (order_id) DO UPDATE SET updated_at = excluded.updated_at,
    {", ".join(f"{name} = excluded.{name}" for name in _RENEWED)}
WHERE ship_watches.order_version <= excluded.order_version
"""


def watch(session: Session, shop_id: UUID, order_ids: Sequence[UUID]) -> int:
    """Bring the watch of these orders up to date with what is known of them; how many.

    Idempotent, and the one place that decides what is owed: new orders, changed ones, parcels and
    scans all come here. What is owed is promised; a deadline that was over before the order was
    known is shown as over and cannot be promised any more.
    """
    ruling = Ruling(session, shop_id)
    done = 0
    for first in range(0, len(order_ids), ORDERS_AT_ONCE):
        done += _watch(session, shop_id, ruling, order_ids[first : first + ORDERS_AT_ONCE])
    return done


def catch_up(session: Session, shop_id: UUID) -> int:
    """Watch what the watch has not seen yet; how many orders."""
    return watch(session, shop_id, queries.unwatched(session, shop_id))


def renew_open(session: Session, shop_id: UUID) -> int:
    """Bring every watch that is still open up to date: the rules of the shop changed."""
    return watch(session, shop_id, queries.watched_open(session, shop_id))


def _watch(session: Session, shop_id: UUID, ruling: Ruling, ids: Sequence[UUID]) -> int:
    now = clock.now()
    seen = queries.to_watch(session, shop_id, ids)
    rows = [(row, watched) for row in seen if (watched := _watched(ruling, shop_id, row, now))]
    if rows:
        written = orjson.dumps([watched for _, watched in rows]).decode()
        run(session, _UPSERT, {"now": now, "rows": written})
        changes = [owing.Change(row.was_stage, watched) for row, watched in rows]
        owing.settle(session, changes, ruling.owners, now)
        _end_delays(session, changes)
    return len(rows)


def _end_delays(session: Session, changes: Sequence[owing.Change]) -> None:
    for stage, why in ((Stage.PICKED, "shipped"), (Stage.ENDED, "called_off")):
        over = [
            change.now.order_id
            for change in changes
            if change.now.stage is stage and change.before in OPEN_STAGES
        ]
        if over:
            delaying.end(session, over, why)


def _watched(ruling: Ruling, shop_id: UUID, row: Seen, now: datetime) -> Watched | None:
    held_since, held_sec = _held(row, now)
    told = _told(ruling, row, held_sec)
    rule = ruling.rule(told)
    found = rules.deadlines(told, rule, ruling.hours, ruling.pauses)
    if found is None:
        return None
    stage = rules.stage_of(told)
    due_at = rules.due_of(stage, found.ship_by, found.pickup_by)
    cents, form = ruling.cost(told, row.paid_cents)
    return Watched(
        order_id=row.id,
        shop_id=shop_id,
        order_version=row.version,
        source=row.source,
        warehouse_id=row.sent_from or row.was_warehouse or ruling.warehouse(row.facts),
        courier=row.sent_by or row.courier[:40],
        stage=stage,
        urgency=rules.urgency_of(stage, due_at, rule.warn_hours, now),
        overlooked=rules.is_overlooked(stage, found.overlook_at, _labels(row), now),
        paid_at=told.start,
        ship_by=found.ship_by,
        pickup_by=found.pickup_by,
        overlook_at=found.overlook_at,
        due_at=due_at,
        warn_hours=rule.warn_hours,
        marked_at=told.marked_at,
        handed_at=told.handed_at,
        held_since=held_since,
        held_sec=held_sec,
        rule_row=found.row,
        rule_version_id=rule.version_id,
        complaint=rule.complaint,
        compensation_cents=cents,
        compensation_form=form,
    )


def _told(ruling: Ruling, row: Seen, held_sec: int) -> Told:
    scanned = row.parcels > 0 and row.picked == row.parcels
    return Told(
        source=row.source,
        status=OrderStatus(row.status),
        start=row.paid_at or (row.placed_at if row.facts.get("cod") else None),
        presale_on=ruling.day(row.presale_on or row.facts.get("presale_ship_on")),
        promise_hours=row.promise_hours,
        promised_ship_by=row.promised_ship_by,
        marked_at=row.marked_at or row.shipped_at,
        handed_at=row.picked_at if scanned else _source_tells(row),
        held_sec=held_sec,
    )


def _source_tells(row: Seen) -> datetime | None:
    """The source's own pickup time, for orders whose parcels nobody follows here."""
    at: datetime | None = row.collected_at if row.parcels == 0 else None
    return at


def _labels(row: Seen) -> int:
    return int(row.parcels) + bool(row.tracking_no)


def _held(row: Seen, now: datetime) -> tuple[datetime | None, int]:
    """Since when the platform forbids shipping, and for how long it did before."""
    if row.status == OrderStatus.HELD:
        return row.held_since or now, row.held_sec
    if row.held_since is not None:
        return None, row.held_sec + int((now - row.held_since).total_seconds())
    return None, row.held_sec
