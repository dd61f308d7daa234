"""A real worker: jobs run once the transaction is committed, again when they fail, and stop."""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import text

from xiaoer.core import clock, db, queue
from xiaoer.core.realtime.wake import Waker

done: list[tuple[str, float]] = []
failures: list[int] = []


@queue.task("test.sweep")
def sweep(_session, payload):
    done.append((payload["room"], time.monotonic()))


@queue.task("test.stumble")
def stumble(_session, payload):
    failures.append(1)
    if len(failures) <= payload["times"]:
        raise RuntimeError("the lamp went out")
    done.append(("stumbled", time.monotonic()))


@pytest.fixture(autouse=True)
def forget():
    done.clear()
    failures.clear()


def leave(name: str, payload: queue.Payload, **options) -> None:
    with db.transaction() as session:
        queue.defer(session, name, payload, **options)


async def until(condition: Callable[[], bool], within: float = 6) -> None:
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110  another thread makes it true
            await asyncio.sleep(0.01)


def working(test):
    """Run `test()` beside a worker, then stop the worker and insist that it stops soon."""

    def run(url: str) -> None:
        async def both() -> None:
            shutdown = asyncio.Event()
            worker = asyncio.create_task(queue.run(url, shutdown))
            waker = Waker(url)
            waker.start()
            try:
                await asyncio.sleep(0.3)
                await test()
            finally:
                await asyncio.to_thread(waker.stop)
            shutdown.set()
            await asyncio.wait_for(worker, 5)

        asyncio.run(both())

    return run


def test_a_job_runs_soon_after_its_commit(fresh_database):
    @working
    async def test():
        started = time.monotonic()
        leave("test.sweep", {"room": "hall"})
        await until(lambda: bool(done))
        assert done[0][0] == "hall"
        assert done[0][1] - started < 1

    test(fresh_database)


def test_a_job_waits_for_its_time(fresh_database):
    @working
    async def test():
        leave("test.sweep", {"room": "later"}, run_at=clock.now() + timedelta(seconds=1))
        leave("test.sweep", {"room": "now"})
        started = time.monotonic()
        await until(lambda: len(done) == 2)
        assert [room for room, _ in done] == ["now", "later"]
        assert 0.7 < done[1][1] - started < 2.5

    test(fresh_database)


def test_a_failing_job_is_tried_again(fresh_database):
    @working
    async def test():
        leave("test.stumble", {"times": 1})
        await until(lambda: bool(done))
        assert len(failures) == 2

    test(fresh_database)


def test_a_job_with_the_same_key_is_left_once(fresh_database):
    for _ in range(3):
        leave("test.sweep", {"room": "hall"}, dedupe="sweep:hall")

    with db.transaction() as session:
        assert session.scalar(text("SELECT count(*) FROM pgqueuer")) == 1


def test_the_worker_outlives_its_database_connections(fresh_database):
    @working
    async def test():
        with psycopg.connect(db.plain_url(fresh_database), autocommit=True) as boss:
            boss.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        db.engine().dispose()
        leave("test.sweep", {"room": "hall"})
        await until(lambda: bool(done), within=15)

    test(fresh_database)


def test_a_slow_listener_still_hears_the_first_probe_of_its_health(fresh_database):
    async def test():
        address = db.plain_url(fresh_database)
        async with (
            await psycopg.AsyncConnection.connect(address, autocommit=True) as listening,
            await psycopg.AsyncConnection.connect(address, autocommit=True) as working,
        ):
            quick = listening.execute

            async def slow(statement, *rest):
                await asyncio.sleep(0.2)
                return await quick(statement, *rest)

            listening.execute = slow
            heard: list[str] = []
            async with queue._WorkerDriver(listening, working) as driver:
                probe = asyncio.create_task(driver.notify("health", "are you there"))
                await asyncio.sleep(0)  # the probe goes first, as in a busy worker
                await driver.add_listener("health", heard.append)
                await probe
                await until(lambda: bool(heard))
            assert heard == ["are you there"]

    asyncio.run(test())
