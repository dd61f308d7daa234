"""Promises: a million open ones, 500 made and 500 released a second, each fired in its time.

A worker process runs its clock as a shop would; makers and releasers work beside it, one
transaction each. Lateness is what the database saw: from the moment a warning or a breach was due
to the commit that told of it.
"""

import itertools
import os
import random
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, text

from bench import common
from xiaoer.core import clock, db
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.promises import service
from xiaoer.promises.rules import Terms

OPEN = 1_000_000
PER_SEC = 500
STRETCH_SEC = 30
WARM_SEC = 5
SETTLE_SEC = 3
BEFORE_SEC = 20
"""Time to write down what will come due, on a machine that may be busy."""
THREADS = 4
KEPT_SHORT = 10
"""One of so many promises made is due within seconds and left to break."""
DUE_PER_SEC = 150
"""So many warn or come due a second beside them."""
BURST = 1_000
"""So many more are due at one and the same moment."""
SHOPS = 20
DATABASE = {"track_commit_timestamp": "on", "shared_buffers": "512MB", "max_wal_size": "4GB"}

# ids in the order of time, as ours are
_INSERT = """
    INSERT INTO promises (id, shop_id, kind, subject_type, subject_id, state, made_at, due_at,
        warn_at, warned, next_fire_at, facts)
    SELECT CAST(lpad(to_hex(:stamp), 12, '0') || '7000a000' || lpad(to_hex(n), 12, '0') AS uuid),
        (CAST(:shops AS uuid[]))[1 + n % :shop_count],
        CASE WHEN n <= :burst THEN 'burst' ELSE 'bench' END, 'order',
        CAST(lpad(to_hex(:stamp), 12, '0') || '7000b000' || lpad(to_hex(n), 12, '0') AS uuid),
        'open', :now, due, ARRAY[warn], CASE WHEN warn <= :now THEN 1 ELSE 0 END,
        CASE WHEN warn <= :now THEN due ELSE warn END, '{}'
    FROM (SELECT n, due, due - interval '10 minutes' AS warn FROM (
"""
_FAR = text(
    _INSERT
    + """
        SELECT n, :now + make_interval(secs => 3600 + random() * 86400 * 30) AS due
        FROM generate_series(1, :total) AS n) AS planned) AS warned
"""
)
_SOON = text(
    _INSERT
    + """
        SELECT n, :now + make_interval(secs => :before + CASE
            WHEN n <= :burst THEN :window / 2
            WHEN n <= :burst + :half THEN random() * :window
            ELSE 600 + random() * :window END) AS due
        FROM generate_series(1, :total) AS n) AS planned) AS warned
"""
)
_STOCK = text(
    "SELECT shop_id, subject_id FROM promises WHERE due_at > :now + interval '2 hours'"
    " LIMIT :number"
)
_FIRED = text("""
    SELECT p.kind, extract(epoch FROM pg_xact_commit_timestamp(e.xmin) - CASE
        WHEN e.kind = 'PromiseBroken' THEN p.due_at
        ELSE p.warn_at[CAST(e.data->>'number' AS int)] END) * 1000 AS late_ms
    FROM events e JOIN promises p ON p.id = CAST(e.data->>'promise_id' AS uuid)
    WHERE e.kind IN ('PromiseBroken', 'PromiseWarned') AND e.at >= :since
""")
_TWICE = text("""
    SELECT count(*) FROM (SELECT 1 FROM events WHERE kind IN ('PromiseBroken', 'PromiseWarned')
        GROUP BY data->>'promise_id', kind, data->>'number' HAVING count(*) > 1) AS told
""")
_MISSED = text("SELECT count(*) FROM promises WHERE next_fire_at <= :until")


@dataclass
class Seen:
    """What the makers and releasers saw."""

    made: list[float] = field(default_factory=list)
    released: list[float] = field(default_factory=list)


class Life:
    """Promises made and released at a steady pace, by `THREADS` threads each."""

    def __init__(self, shop_ids: list[UUID]) -> None:
        self.shop_ids = shop_ids
        self.open: deque[tuple[UUID, UUID]] = deque()
        self.seen = Seen()
        self._number = itertools.count()

    def run(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        threads = [
            threading.Thread(target=self._pace, args=(verb, until))
            for verb in (self._make, self._release)
            for _ in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _pace(self, verb: Callable[[], None], until: float) -> None:
        step = THREADS / PER_SEC
        due = time.monotonic() + random.random() * step
        while due < until:
            time.sleep(max(due - time.monotonic(), 0))
            verb()
            due += step

    def _make(self) -> None:
        number = next(self._number)
        short = number % KEPT_SHORT == 0
        shop_id, subject_id = self.shop_ids[number % len(self.shop_ids)], new_id()
        seconds = random.uniform(1, 5) if short else random.uniform(3600, 86400)
        begin = time.monotonic()
        with db.transaction() as session:
            due_at = clock.now() + timedelta(seconds=seconds)
            terms = Terms(
                shop_id=shop_id,
                kind="bench",
                subject_type="order",
                subject_id=subject_id,
                due_at=due_at,
                warn_at=() if short else (due_at - timedelta(minutes=10),),
            )
            service.make_many(session, system(), [terms])
        self.seen.made.append(time.monotonic() - begin)
        if not short:
            self.open.append((shop_id, subject_id))

    def _release(self) -> None:
        if not self.open:
            return
        shop_id, subject_id = self.open.popleft()
        begin = time.monotonic()
        with db.transaction() as session:
            service.release_for(
                session,
                system(),
                shop_id=shop_id,
                subject_id=subject_id,
                kinds=["bench"],
                reason="bench",
            )
        self.seen.released.append(time.monotonic() - begin)


def load(shop_ids: list[UUID]) -> float:
    """Make the million, none of them due soon; the seconds it took."""
    begin = time.monotonic()
    _insert(_FAR, shop_ids, total=OPEN, burst=0)
    with db.engine().connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE promises"))
    return time.monotonic() - begin


def plan(shop_ids: list[UUID]) -> datetime:
    """Put what comes due or warns from the moment given back beside the million."""
    begins = clock.now() + timedelta(seconds=BEFORE_SEC)
    window = float(WARM_SEC + STRETCH_SEC)
    half = int(DUE_PER_SEC * window / 2)
    more = {"burst": BURST, "half": half, "window": window, "before": BEFORE_SEC}
    _insert(_SOON, shop_ids, total=BURST + 2 * half, **more)
    return begins


def _insert(statement: TextClause, shop_ids: list[UUID], **more: Any) -> None:
    given = {
        "shops": shop_ids,
        "shop_count": len(shop_ids),
        "now": clock.now(),
        "stamp": time.time_ns() // 1_000_000,
    }
    with db.transaction() as session:
        session.execute(statement, given | more)


@contextmanager
def worker(url: str) -> Iterator[int]:
    """The worker process of a shop: jobs and clocks."""
    program = f"from xiaoer.app import worker; worker.main({url!r})"
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=common.ROOT,
        env={**os.environ, "XIAOER_POOL_SIZE": "4"},
    )
    try:
        time.sleep(3)
        if process.poll() is not None:
            raise RuntimeError("The worker did not start.")
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def measure(url: str) -> dict[str, Any]:
    shop_ids = [new_id() for _ in range(SHOPS)]
    loaded = load(shop_ids)
    life = Life(shop_ids)
    with db.transaction() as session:
        stock = session.execute(_STOCK, {"now": clock.now(), "number": PER_SEC * STRETCH_SEC})
        life.open.extend((row.shop_id, row.subject_id) for row in stock)
    with worker(url) as pid:
        begins = plan(shop_ids)
        life.run((begins - clock.now()).total_seconds() + WARM_SEC)
        life.seen = Seen()
        since, busy = clock.now(), common.cpu_seconds(pid)
        server_busy = common.cpu_seconds(common.postmaster(url))
        life.run(STRETCH_SEC)
        until, busy = clock.now(), common.cpu_seconds(pid) - busy
        server_busy = common.cpu_seconds(common.postmaster(url)) - server_busy
        time.sleep(SETTLE_SEC)
    with db.transaction() as session:
        fired = session.execute(_FIRED, {"since": since}).all()
        late = [float(row.late_ms) for row in fired]
        burst = [float(row.late_ms) for row in fired if row.kind == "burst"]
        missed = session.scalar(_MISSED, {"until": until})
        twice = session.scalar(_TWICE)
        still_open = session.scalar(text("SELECT count(*) FROM promises WHERE state = 'open'"))
    return {
        "open": still_open,
        "load_sec": loaded,
        "made_per_sec": len(life.seen.made) / STRETCH_SEC,
        "released_per_sec": len(life.seen.released) / STRETCH_SEC,
        "make_p99_ms": common.percentile(life.seen.made, 0.99) * 1000,
        "release_p99_ms": common.percentile(life.seen.released, 0.99) * 1000,
        "fired": len(late),
        "fired_missed": missed,
        "fired_twice": twice,
        "lateness_p50_ms": common.percentile(late, 0.5),
        "lateness_p99_ms": common.percentile(late, 0.99),
        "lateness_max_ms": max(late, default=float("nan")),
        "burst_at_one_moment": len(burst),
        "burst_all_told_ms": max(burst, default=float("nan")),
        "worker_cpu_share": busy / STRETCH_SEC,
        "postgresql_cpu_share": server_busy / STRETCH_SEC,
    }


def main(*, as_json: bool) -> None:
    with common.scratch_database(DATABASE) as url:
        figures = {"machine": common.machine(url), **measure(url)}
    common.tell(figures, as_json=as_json)
