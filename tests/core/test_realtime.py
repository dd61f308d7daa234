"""The stream: in order, none missing, none twice, however commits and connections fall."""

import asyncio
import random
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import orjson
import psycopg
import pytest

from xiaoer.core import clock, db, events
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.core.realtime import tail
from xiaoer.core.realtime.hub import Hub
from xiaoer.core.realtime.screen import Screen
from xiaoer.core.realtime.tail import Cursor, StoredEvent
from xiaoer.core.realtime.wake import Waker

ROOM = new_id()


@dataclass(frozen=True, kw_only=True)
class BellRung(events.Event):
    bell: int
    room: UUID = ROOM

    def topics(self) -> list[str]:
        return [f"room:{self.room}"]


def ring(bell: int, *, hold: threading.Event | None = None, room: UUID = ROOM) -> None:
    with db.transaction() as session:
        events.emit(session, system(), BellRung(shop_id=None, bell=bell, room=room))
        if hold:
            session.flush()
            hold.wait(5)


def ring_all(bells: range) -> None:
    for bell in bells:
        ring(bell)


@pytest.fixture
def waker(fresh_database):
    waker = Waker(fresh_database)
    waker.start()
    yield waker
    waker.stop()


class Listener:
    """A screen and what it got."""

    def __init__(self, hub: Hub) -> None:
        self.hub, self.screen, self.bells, self.cursor = hub, Screen("staff"), [], None

    async def join(self) -> None:
        place = await self.hub.join(self.screen, [f"room:{ROOM}"], self.cursor)
        self.cursor = self.cursor or place

    async def hear(self, count: int, within: float = 5) -> None:
        async with asyncio.timeout(within):
            while len(self.bells) < count:
                for frame in map(orjson.loads, await self.screen.next_frames()):
                    self.bells.append(frame["data"]["bell"])
                    self.cursor = Cursor.parse(frame["cursor"])

    def leave(self) -> None:
        self.hub.leave(self.screen)
        self.screen = Screen("staff")


def live(test):
    """Run `test(hub)` beside a running hub."""

    async def run(url: str) -> None:
        hub = Hub(url)
        task = asyncio.create_task(hub.run())
        try:
            await test(hub)
        finally:
            task.cancel()

    return run


class TestStream:
    def test_a_late_commit_is_not_skipped(self, waker, fresh_database):
        @live
        async def test(hub):
            listener = Listener(hub)
            await listener.join()
            hold = threading.Event()
            slow = asyncio.create_task(asyncio.to_thread(ring, 1, hold=hold))
            await asyncio.sleep(0.2)
            await asyncio.to_thread(ring, 2)
            await asyncio.sleep(0.3)
            assert listener.screen.outbox.empty(), "2 overtook an open transaction"
            hold.set()
            await slow
            await listener.hear(2)
            assert listener.bells == [1, 2]

        asyncio.run(test(fresh_database))

    def test_many_writers_are_heard_once_each(self, waker, fresh_database):
        @live
        async def test(hub):
            listener = Listener(hub)
            await listener.join()
            await asyncio.gather(*(asyncio.to_thread(ring, n) for n in range(200)))
            await listener.hear(200, within=20)
            await asyncio.sleep(0.1)
            assert listener.screen.outbox.empty()
            assert sorted(listener.bells) == list(range(200))

        asyncio.run(test(fresh_database))

    def test_a_returning_screen_gets_what_it_missed_then_what_comes(self, waker, fresh_database):
        @live
        async def test(hub):
            listener = Listener(hub)
            await listener.join()
            for n in range(3):
                await asyncio.to_thread(ring, n)
            await listener.hear(3)
            listener.leave()
            writing = asyncio.create_task(
                asyncio.to_thread(lambda: [ring(n) for n in range(3, 60)])
            )
            for _ in range(12):
                await asyncio.sleep(random.random() / 50)
                await listener.join()
                with pytest.raises(TimeoutError):
                    await listener.hear(10**6, within=0.02)
                listener.leave()
            await writing
            await listener.join()
            await listener.hear(60)
            assert listener.bells == list(range(60))

        asyncio.run(test(fresh_database))

    def test_other_topics_stay_away(self, waker, fresh_database):
        @live
        async def test(hub):
            listener = Listener(hub)
            await listener.join()
            await asyncio.to_thread(ring, 1, room=new_id())
            await asyncio.to_thread(ring, 2)
            await listener.hear(1)
            assert listener.bells == [2]

        asyncio.run(test(fresh_database))

    def test_the_hub_outlives_its_connections(self, waker, fresh_database):
        @live
        async def test(hub):
            listener = Listener(hub)
            await listener.join()
            await asyncio.to_thread(ring, 1)
            await listener.hear(1)
            with psycopg.connect(db.plain_url(fresh_database), autocommit=True) as boss:
                boss.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            db.engine().dispose()
            await asyncio.to_thread(ring, 2)
            await listener.hear(2, within=10)
            assert listener.bells == [1, 2]

        asyncio.run(test(fresh_database))

    def test_a_screen_away_for_too_long_starts_afresh(self, waker, fresh_database):
        with clock.freeze(clock.now() - timedelta(days=2)):
            ring(1)

        @live
        async def test(hub):
            screen = Screen("staff")
            await hub.join(screen, [f"room:{ROOM}"], Cursor(3, 0))
            assert orjson.loads(screen.outbox.get_nowait()) == {"type": "reset"}

        asyncio.run(test(fresh_database))

    def test_a_signal_reaches_the_topic_and_is_not_kept(self, waker, fresh_database):
        @live
        async def test(hub):
            listener = Listener(hub)
            await listener.join()
            await hub.signal(f"room:{ROOM}", "typing", {"on": True})
            async with asyncio.timeout(3):
                (frame,) = await listener.screen.next_frames()
            assert orjson.loads(frame) == {"type": "signal", "kind": "typing", "data": {"on": True}}

        asyncio.run(test(fresh_database))


def event(xid: int, number: int, bell: UUID = ROOM) -> StoredEvent:
    return StoredEvent(
        *(xid, number, clock.now(), None, "BellRung", "system", None, "", bell, [], {})
    )


class TestOrderOfTelling:
    def test_who_waited_for_a_lock_is_told_after_who_held_it(self):
        held, waited = event(101, 7), event(100, 8)

        told = tail.in_order_of_telling([event(99, 6), waited, held], Cursor(90, 1))

        assert [row.id for row in told] == [6, 7, 8]

    def test_no_place_to_resume_from_skips_what_was_not_told(self):
        rows = [event(99, 6), event(100, 8), event(101, 7), event(102, 9)]

        told = tail.in_order_of_telling(rows, Cursor(90, 1))

        assert [str(row.resume) for row in told] == ["99-6", "99-6+7", "101-7", "102-9"]

    def test_what_was_told_ahead_is_not_told_again(self):
        rows = [event(100, 8), event(101, 7), event(102, 9)]

        told = tail.in_order_of_telling(rows, Cursor(99, 6, (7,)))

        assert [(row.id, str(row.resume)) for row in told] == [(8, "101-7"), (9, "102-9")]

    def test_things_that_have_nothing_to_do_with_each_other_keep_their_places(self):
        rows = [event(100, 8), event(101, 7, bell=new_id())]

        told = tail.in_order_of_telling(rows, Cursor(90, 1))

        assert [(row.id, str(row.resume)) for row in told] == [(8, "100-8"), (7, "101-7")]


class TestCursor:
    @pytest.mark.parametrize(
        "text_", ["", "x", "1", "1-x", "-1-2", "1" * 30 + "-1", "1-2+", "１-2", "1-2+x", None]
    )
    def test_nonsense_is_no_cursor(self, text_):
        assert Cursor.parse(text_) is None

    def test_is_read_as_written(self):
        assert Cursor.parse(str(Cursor(12, 7))) == Cursor(12, 7)
        assert Cursor.parse(str(Cursor(12, 7, (9, 11)))) == Cursor(12, 7, (9, 11))


def test_a_wake_up_lost_with_its_process_is_made_up_for(fresh_database):
    """No waker at all: the reader looks by itself within `PATIENCE_SEC`."""

    @live
    async def test(hub):
        listener = Listener(hub)
        await listener.join()
        started = time.monotonic()
        await asyncio.to_thread(ring, 1)
        await listener.hear(1)
        assert time.monotonic() - started < tail.PATIENCE_SEC + 1

    asyncio.run(test(fresh_database))
