"""Promises: a million open ones, 500 made and 500 released a second, each fired in its time.

A worker process runs its clock as a shop would; makers and releasers work beside it. An order owes
two things from its payment on, the courier's scan and the shipping, so a transaction makes or
releases two. Lateness is what the database saw: from the moment a warning or a breach was due
to the commit that told of it.
"""

import itertools
import multiprocessing
import os
import random
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
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
KINDS = ("pickup", "ship_by")
PROCESSES, THREADS = 2, 6
FLOOR = "INSERT INTO floor (promise, facts) VALUES (1, 'the same size as a short promise')"
FLOOR_SEC = 4
STOCK = 20_000
"""Orders of the million that are there to be released from the first moment on."""
KEPT_SHORT = 10
"""One of so many orders has a clock that is due within seconds and left to break."""
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
        (CAST(:shops AS uuid[]))[1 + n / 2 % :shop_count],
        CASE WHEN n <= :burst THEN 'burst' || n % 2 ELSE (CAST(:kinds AS text[]))[1 + n % 2] END,
        'order',
        CAST(lpad(to_hex(:stamp), 12, '0') || '7000b000' || lpad(to_hex(n / 2), 12, '0') AS uuid),
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
    " AND kind = :kind LIMIT :number"
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


Verb = tuple[float, float, int]


@dataclass
class Seen:
    """When each verb began (seconds since 1970), how long it took, how many promises it was for."""

    made: list[Verb] = field(default_factory=list)
    released: list[Verb] = field(default_factory=list)


class Life:
    """Orders paid and settled at a steady pace, one transaction each."""

    def __init__(self, shop_ids: list[UUID], stock: list[tuple[UUID, UUID]]) -> None:
        self.shop_ids = shop_ids
        self.open = deque(stock)
        self.seen = Seen()
        self._number = itertools.count()

    def run(self, until: float) -> Seen:
        threads = [
            threading.Thread(target=self._pace, args=(verb, seen, until))
            for verb, seen in ((self._make, self.seen.made), (self._release, self.seen.released))
            for _ in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return self.seen

    def _pace(self, verb: Callable[[], int], seen: list[Verb], until: float) -> None:
        step = PROCESSES * THREADS * len(KINDS) / PER_SEC
        due = time.time() + random.random() * step
        while (now := time.time()) < until:
            if now < due:
                time.sleep(due - now)
                continue
            count = verb()
            seen.append((now, time.time() - now, count))
            due += step

    def _make(self) -> int:
        number = next(self._number)
        short = number % KEPT_SHORT == 0
        shop_id, subject_id = self.shop_ids[number % len(self.shop_ids)], new_id()
        owed = [
            self._terms(shop_id, subject_id, kind, soon=short and not at)
            for at, kind in enumerate(KINDS)
        ]
        with db.transaction() as session:
            made = service.make_many(session, system(), owed)
        if not short:
            self.open.append((shop_id, subject_id))
        return len(made)

    def _terms(self, shop_id: UUID, subject_id: UUID, kind: str, *, soon: bool) -> Terms:
        seconds = random.uniform(1, 5) if soon else random.uniform(3600, 86400)
        due_at = clock.now() + timedelta(seconds=seconds)
        return Terms(
            shop_id=shop_id,
            kind=kind,
            subject_type="order",
            subject_id=subject_id,
            due_at=due_at,
            warn_at=() if soon else (due_at - timedelta(minutes=10),),
        )

    def _release(self) -> int:
        shop_id, subject_id = self.open.popleft()
        with db.transaction() as session:
            ended = service.release_for(
                session,
                system(),
                shop_id=shop_id,
                subject_id=subject_id,
                kinds=KINDS,
                reason="bench",
            )
        return len(ended)


def live(url: str, shop_ids: list[UUID], stock: list[tuple[UUID, UUID]], until: float) -> Seen:
    """One process of makers and releasers."""
    engine = db.configure(url)
    try:
        return Life(shop_ids, stock).run(until)
    finally:
        engine.dispose()


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
        "kinds": list(KINDS),
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
        start_new_session=True,  # as a service has; the scheduler shares out by session
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
    floor = _floor(url)
    shop_ids = [new_id() for _ in range(SHOPS)]
    loaded = load(shop_ids)
    with db.transaction() as session:
        found = session.execute(_STOCK, {"now": clock.now(), "number": STOCK, "kind": KINDS[0]})
        stock = [(row.shop_id, row.subject_id) for row in found]
    processes = ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn"))
    with worker(url) as pid, processes:
        since = plan(shop_ids) + timedelta(seconds=WARM_SEC)
        until = since + timedelta(seconds=STRETCH_SEC)
        lives = [
            processes.submit(live, url, shop_ids, stock[n::PROCESSES], until.timestamp())
            for n in range(PROCESSES)
        ]
        time.sleep((since - clock.now()).total_seconds())
        pids = (pid, common.postmaster(url))
        before = [common.cpu_seconds(each) for each in pids]
        time.sleep((until - clock.now()).total_seconds())
        spent = [common.cpu_seconds(each) - b for each, b in zip(pids, before, strict=True)]
        seen = [each.result() for each in lives]
        time.sleep(SETTLE_SEC)
    paces = _paces(seen, since.timestamp())
    promises = (paces["made_per_sec"] + paces["released_per_sec"]) * STRETCH_SEC
    each = [seconds / promises * 1000 for seconds in spent]
    return {
        "load_sec": loaded,
        **paces,
        **_firing(since, until),
        "worker_cpu_share": spent[0] / STRETCH_SEC,
        "postgresql_cpu_share": spent[1] / STRETCH_SEC,
        **floor.figures(),
        "promise_worker_ms": each[0],
        "promise_postgres_ms": each[1],
        "promise_cpu_to_floor": floor.ratio(*each),
    }


def _floor(url: str) -> common.Floor:
    """One row written and committed at the concurrency of the makers and releasers."""
    with db.transaction() as session:
        session.connection().exec_driver_sql(
            "CREATE TABLE floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            " promise int, facts text)"
        )
    clients = PROCESSES * THREADS * 2
    return common.floor(url, FLOOR, clients=clients, seconds=FLOOR_SEC)


def _paces(seen: list[Seen], since: float) -> dict[str, Any]:
    made = [verb for each in seen for verb in each.made if verb[0] >= since]
    released = [verb for each in seen for verb in each.released if verb[0] >= since]
    return {
        "made_per_sec": sum(count for _, _, count in made) / STRETCH_SEC,
        "released_per_sec": sum(count for _, _, count in released) / STRETCH_SEC,
        "make_p99_ms": common.percentile([took for _, took, _ in made], 0.99) * 1000,
        "release_p99_ms": common.percentile([took for _, took, _ in released], 0.99) * 1000,
    }


def _firing(since: datetime, until: datetime) -> dict[str, Any]:
    with db.transaction() as session:
        fired = session.execute(_FIRED, {"since": since}).all()
        missed = session.scalar(_MISSED, {"until": until})
        twice = session.scalar(_TWICE)
        still_open = session.scalar(text("SELECT count(*) FROM promises WHERE state = 'open'"))
    late = [float(row.late_ms) for row in fired]
    burst = [float(row.late_ms) for row in fired if row.kind.startswith("burst")]
    beside = [float(row.late_ms) for row in fired if not row.kind.startswith("burst")]
    return {
        "open": still_open,
        "fired": len(late),
        "fired_missed": missed,
        "fired_twice": twice,
        "lateness_p50_ms": common.percentile(late, 0.5),
        "lateness_p99_ms": common.percentile(late, 0.99),
        "lateness_p99_beside_burst_ms": common.percentile(beside, 0.99),
        "lateness_max_ms": max(late, default=float("nan")),
        "burst_at_one_moment": len(burst),
        "burst_all_told_ms": max(burst, default=float("nan")),
    }


def main(*, as_json: bool) -> None:
    with common.scratch_database(DATABASE) as url:
        figures = {"machine": common.machine(url), **measure(url)}
    common.tell(figures, as_json=as_json)
