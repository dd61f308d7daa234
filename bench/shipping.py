"""Shipping: a million open orders under watch, scans at 1,500 a second and more, the board beside.

A whole server runs (web processes and worker). Couriers push batches of scans over HTTP: in each,
parcels at every step of their way, from the first scan to the signature, as on any day; readers ask
for the board and for the orders behind a figure as the page does. A batch answers when its scans,
deadlines, orders and figures are committed: its time is how late they are at most. At the end the
running counts equal a count of the rows.
"""

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text

from bench import common
from bench.wire import Wire
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.shipping import queries, service
from xiaoer.workforce import service as workforce

OPEN = 1_000_000
LABELLED = 5
"""Every fifth has a label and waits for its scans."""
SHOPS, HOUSES, COURIERS = 4, 4, ("sf", "yto", "zto", "jd")
STRETCH_SEC, WARM_SEC = 30, 5
PACE = 1600
"""So many scans come in a second while it is measured how late they are and how long pages take;
afterwards as many as there is room for."""
APART = 4
"""Turns between two scans of one parcel: they are hours apart, and never in the same moment."""
PUSHERS, READERS, AT_ONCE = 4, 2, 250
CODES = ("103", "1002", "1001", "5", "301")
PASSWORD = "bench-password"
FLOOR = "INSERT INTO floor (scan, facts) VALUES (1, 'the same size as the row of a scan')"
FLOOR_SEC = 4
DATABASE = {"shared_buffers": "512MB", "max_wal_size": "4GB"}

_ORDERS = text("""
INSERT INTO orders (id, shop_id, order_no, source, status, currency, item_count, placed_at, paid_at,
    list_cents, merchant_discount_cents, platform_discount_cents, freight_cents, paid_cents,
    refunded_cents, receiver_name, receiver_phone, receiver_address, courier, tracking_no,
    parcel_text, buyer_message, created_at, updated_at)
SELECT CAST(lpad(to_hex(:stamp), 12, '0') || '7000a000' || lpad(to_hex(n), 12, '0') AS uuid),
    (CAST(:shops AS uuid[]))[1 + n % :count], 'B' || n, 'bench',
    CASE WHEN n <= :parcels THEN 'shipped' ELSE 'paid' END, 'CNY', 1, :now, :now,
    12800, 0, 0, 0, 12800, 0, '', '', '', '', '', '', '', :now, :now
FROM generate_series(1, :total) AS n
""")
_WATCHES = text("""
INSERT INTO ship_watches (order_id, shop_id, order_version, source, warehouse_id, courier, stage,
    urgency, paid_at, ship_by, pickup_by, overlook_at, due_at, warn_hours, marked_at, rule_row,
    updated_at)
SELECT o.id, o.shop_id, 1, 'bench', h.id, CASE WHEN o.status = 'shipped' THEN
        (CAST(:couriers AS text[]))[1 + substr(o.order_no, 2)::int % 4] ELSE '' END,
    CASE WHEN o.status = 'shipped' THEN 'marked' ELSE 'owed' END, 'calm', :now, due, due, due, due,
    '{8,4,1}', CASE WHEN o.status = 'shipped' THEN :now END, 'O1', :now
FROM (SELECT *, :now + make_interval(secs => 172800 + random() * 600000) AS due FROM orders) AS o
JOIN LATERAL (SELECT id FROM warehouses WHERE shop_id = o.shop_id ORDER BY code
    OFFSET (substr(o.order_no, 2)::int / 7) % :houses LIMIT 1) AS h ON true
""")
_PROMISES = text("""
INSERT INTO promises (id, shop_id, kind, subject_type, subject_id, state, made_at, due_at, warn_at,
    warned, next_fire_at, facts)
SELECT CAST(overlay(order_id::text PLACING kind FROM 20 FOR 4) AS uuid), shop_id, name, 'order',
    order_id, 'open', :now, due_at, ARRAY[due_at - interval '8 hours'], 0,
    due_at - interval '8 hours', '{}'
FROM ship_watches CROSS JOIN (VALUES ('b000', 'ship'), ('c000', 'pickup')) AS k(kind, name)
WHERE name = 'pickup' OR stage = 'owed'
""")
_PARCELS = text("""
INSERT INTO parcels (id, shop_id, order_id, courier, tracking_no, warehouse_id, node, labelled_at,
    marked_at, look_at, created_at)
SELECT CAST(replace(w.order_id::text, '-', '') AS uuid), w.shop_id, w.order_id, w.courier,
    'YT' || lpad(substr(o.order_no, 2), 13, '0'), w.warehouse_id, 'labelled', :now, :now,
    :now + interval '1 day', :now
FROM ship_watches w JOIN orders o ON o.id = w.order_id WHERE w.stage = 'marked'
""")


@dataclass
class Seen:
    """What was measured, in seconds."""

    scans: int = 0
    seconds: float = 0
    batches: list[float] = field(default_factory=list)
    boards: list[float] = field(default_factory=list)
    lists: list[float] = field(default_factory=list)


@dataclass
class Pusher:
    """Who tells the scans of a shop's parcels, turn after turn."""

    shop: int
    numbers: Sequence[int]
    start: datetime
    turn: int = APART * (len(CODES) - 1)


def _load(orders: int) -> list[UUID]:
    """Shops, warehouses, somebody to sign in, and the orders under watch."""
    now = datetime.now(UTC)
    with db.transaction() as session:
        boss = system("bench")
        workforce.ensure_builtin_roles(session)
        made = [shops.add(session, boss, code=f"b{n}", name=f"b{n}").id for n in range(SHOPS)]
        for shop_id in made:
            for n in range(HOUSES):
                code = f"h{n}"
                service.set_warehouse(
                    session, boss, shop_id=shop_id, code=code, name=code, usual=n == 0
                )
        workforce.add_agent(
            session,
            boss,
            login="bench",
            name="bench",
            password=PASSWORD,
            roles=("manager",),
            shop_ids=made,
            all_shops=True,
        )
        asked: dict[str, Any] = {"now": now, "shops": made, "count": SHOPS, "total": orders}
        asked |= {"parcels": orders // LABELLED, "stamp": new_id().int >> 80}
        session.execute(_ORDERS, asked)
        session.execute(_WATCHES, {"now": now, "couriers": list(COURIERS), "houses": HOUSES})
        session.execute(_PROMISES, {"now": now})
        session.execute(_PARCELS, {"now": now})
        service.fold(session)
    with db.engine().connect() as connection:
        done = connection.execution_options(isolation_level="AUTOCOMMIT")
        done.execute(text("CREATE TABLE floor (scan int, facts text)"))
        done.execute(text("VACUUM ANALYZE"))
    return made


async def _wire(address: str) -> Wire:
    wire = Wire(address, {"X-Xiaoer": "1"})
    await wire.ask("POST", "/api/session", {"login": "bench", "password": PASSWORD})
    wire.headers["Cookie"] = wire.received["set-cookie"].split(";")[0]
    return wire


def _batch(numbers: Sequence[int], turn: int, start: datetime) -> list[dict[str, str]]:
    """The scans of a turn: some parcels come in, those of earlier turns go a step further."""
    each = AT_ONCE // len(CODES)
    groups = [turn - step * APART for step in range(len(CODES))]
    return [
        {
            "courier": COURIERS[n % 4],
            "tracking_no": f"YT{n:013}",
            "at": (start + timedelta(seconds=turn)).isoformat(),
            "code": code,
            "text": "扫描",
            "place": "杭州转运中心",
        }
        for code, group in zip(CODES, groups, strict=True)
        for n in numbers[group * each : (group + 1) * each]
    ]


async def _push(
    address: str, pusher: Pusher, shop_ids: list[UUID], seen: Seen, end: float, pace: int | None
) -> None:
    """Batch after batch of one shop's parcels: at a pace, or one as soon as the other is taken.

    At a pace a batch is late from the moment it should have come, whoever was in its way.
    """
    wire = await _wire(address)
    begun = due = time.monotonic() + pusher.shop / PUSHERS / 2
    while due < end:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        scans = _batch(pusher.numbers, pusher.turn, pusher.start)
        body = {"shop_id": str(shop_ids[pusher.shop]), "scans": scans}
        answer = await wire.ask("POST", "/api/shipping/tracking", body)
        seen.batches.append(time.monotonic() - due)
        seen.scans += int(answer["new"])
        pusher.turn += 1
        due = due + AT_ONCE * PUSHERS / pace if pace else time.monotonic()
    seen.seconds = max(seen.seconds, time.monotonic() - begun)


async def _read(address: str, number: int, shop_ids: list[UUID], seen: Seen, end: float) -> None:
    """The board page, a few times a second."""
    wire, shop = await _wire(address), shop_ids[number % SHOPS]
    while time.monotonic() < end:
        for path, found in (
            (f"/api/shipping/board?shop_id={shop}", seen.boards),
            (f"/api/shipping/behind/unscanned?shop_id={shop}&limit=50", seen.lists),
        ):
            began = time.monotonic()
            await wire.fetch("GET", path)
            found.append(time.monotonic() - began)
            await asyncio.sleep(0.1)


async def _stretch(
    address: str,
    pushers: Sequence[Pusher],
    shop_ids: list[UUID],
    seconds: float,
    pace: int | None = None,
) -> Seen:
    seen, end = Seen(), time.monotonic() + seconds
    pushing = [_push(address, each, shop_ids, seen, end, pace) for each in pushers]
    reading = [_read(address, n, shop_ids, seen, end) for n in range(READERS)]
    await asyncio.gather(*pushing, *reading)
    return seen


def _memory_mb(pid: int) -> float:
    """What the server's processes hold together, without PostgreSQL; shared pages once."""
    total = 0
    for one in common.family(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def measure(url: str, orders: int) -> dict[str, Any]:
    """Load, warm up, push and read; then compare the counts."""
    began = time.monotonic()
    shop_ids = _load(orders)
    pushers = [
        Pusher(n, range(n or SHOPS, orders // LABELLED + 1, SHOPS), datetime.now(UTC))
        for n in range(PUSHERS)
    ]
    loaded = time.monotonic() - began
    floor = common.floor(url, FLOOR, clients=PUSHERS, seconds=FLOOR_SEC)
    with common.server(url) as server:
        asyncio.run(_stretch(server.address, pushers, shop_ids, WARM_SEC))
        before = _memory_mb(server.process.pid)
        paced = asyncio.run(_stretch(server.address, pushers, shop_ids, STRETCH_SEC, PACE))
        busy = server.cpu_seconds() + common.cpu_seconds(common.postmaster(url))
        most = asyncio.run(_stretch(server.address, pushers, shop_ids, STRETCH_SEC))
        busy = server.cpu_seconds() + common.cpu_seconds(common.postmaster(url)) - busy
        after = _memory_mb(server.process.pid)
    with db.transaction() as session:
        same = all(
            queries.board(session, system("bench"), each).totals == queries.recount(session, each)
            for each in shop_ids
        )
    each_ms = busy * 1000 / max(most.scans, 1)
    return {
        "open_orders": orders,
        "load_sec": loaded,
        "scans_per_sec": most.scans / most.seconds,
        "scan_cpu_ms": each_ms,
        **floor.figures(),
        "scan_to_floor": floor.ratio(each_ms),
        "paced_per_sec": paced.scans / paced.seconds,
        "late_p50_ms": common.percentile(paced.batches, 0.5) * 1000,
        "late_p99_ms": common.percentile(paced.batches, 0.99) * 1000,
        "board_p99_ms": common.percentile(paced.boards, 0.99) * 1000,
        "behind_p99_ms": common.percentile(paced.lists, 0.99) * 1000,
        "late_p99_full_ms": common.percentile(most.batches, 0.99) * 1000,
        "board_p99_full_ms": common.percentile(most.boards, 0.99) * 1000,
        "memory_before_mb": before,
        "memory_after_mb": after,
        "counts_agree": same,
        "load_after": round(os.getloadavg()[0], 2),
    }


def main(*, as_json: bool, sizes: Sequence[int] = (OPEN,)) -> None:
    for orders in sizes:
        with common.scratch_database(DATABASE) as url:
            figures = {"machine": common.machine(url), **measure(url, orders)}
        common.tell(figures, as_json=as_json)
