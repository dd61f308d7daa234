"""The hub of a web process: one reader of the stream, many sockets.

Everything here runs in one event loop, so positions and subscriptions need no lock: a screen is
added at the hub's place in the stream, replays what lies between its own place and the hub's, and
then receives what the hub reads next.
"""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

import anyio
import anyio.to_thread
import orjson
import psycopg

from xiaoer.core import clock, db
from xiaoer.core.realtime import tail, wake
from xiaoer.core.realtime.presenting import Frame, frame_of, is_presented, shown_now
from xiaoer.core.realtime.screen import OUTBOX_LIMIT, Screen
from xiaoer.core.realtime.tail import Cursor, StoredEvent

SIGNALS = "xiaoer_signals"

SETTLE_SEC, LONGEST_SETTLE_SEC = 0.003, 0.024
"""How long a commit that is under way is waited for before the next look: at first, at most."""
GATHER_SEC = 0.012
"""Between two looks at the stream: what comes together is read, shown and sent together."""


logger = logging.getLogger(__name__)


class Hub:
    """Reads the stream once for all sockets of this process."""

    def __init__(self, url: str) -> None:
        self._url = db.plain_url(url)
        self._screens: dict[str, set[Screen]] = defaultdict(set)
        self._woken = asyncio.Event()
        self._place: Cursor | None = None
        self._ready = asyncio.Event()
        self._reading: psycopg.AsyncConnection[Any] | None = None
        self._lock = asyncio.Lock()
        self._giving = asyncio.Lock()
        self._presenting = anyio.CapacityLimiter(db.BESIDE_REQUESTS)
        self.on_signal: list[Callable[[Frame], None]] = []
        """Listeners to signals of all processes, e.g. who views what."""

    # -- for the sockets ---------------------------------------------------------------------

    async def join(self, screen: Screen, topics: Iterable[str], seen: Cursor | None) -> Cursor:
        """Add a screen; what it missed since `seen` goes out first, then what comes."""
        await self._ready.wait()
        async with self._giving:
            place = self._set_topics(screen, topics)
            # From here on live frames gather behind the replay in a second outbox.
            live, screen.outbox = screen.outbox, asyncio.Queue(OUTBOX_LIMIT)
        if seen is None:
            screen.outbox = live
            return place
        missed = await self._replay(screen, seen, place)
        gathered, screen.outbox = screen.outbox, live
        for frame in missed:
            screen.put(frame)
        while not gathered.empty():
            screen.put(gathered.get_nowait())
        return place

    async def set_topics(self, screen: Screen, topics: Iterable[str]) -> Cursor:
        """Replace the topics; events after the returned place will arrive."""
        async with self._giving:
            return self._set_topics(screen, topics)

    def leave(self, screen: Screen) -> None:
        self._set_topics(screen, ())

    def _set_topics(self, screen: Screen, topics: Iterable[str]) -> Cursor:
        wanted = frozenset(topics)
        for topic in screen.topics - wanted:
            self._drop(topic, screen)
        for topic in wanted - screen.topics:
            self._screens[topic].add(screen)
        screen.topics = wanted
        return self._place or Cursor(0, 0)

    async def signal(self, topic: str, kind: str, data: Frame) -> None:
        """Tell all processes something fleeting (typing, viewing); it is not stored."""
        payload = orjson.dumps({"topic": topic, "kind": kind, "data": data}).decode()
        with contextlib.suppress(psycopg.Error):
            async with self._lock:
                if self._reading is not None:
                    await self._reading.execute("SELECT pg_notify(%s, %s)", (SIGNALS, payload))

    def _drop(self, topic: str, screen: Screen) -> None:
        self._screens[topic].discard(screen)
        if not self._screens[topic]:
            del self._screens[topic]

    # -- the loop ----------------------------------------------------------------------------

    async def run(self) -> None:
        """Read until cancelled; a lost database is waited for, and nothing is skipped."""
        while True:
            try:
                async with (
                    self._connected() as listening,
                    self._connected() as self._reading,
                ):
                    await self._follow(listening)
            except (psycopg.Error, OSError) as error:
                self._reading = None
                logger.warning("The hub lost its database (%s); trying again.", error)
                await asyncio.sleep(0.5)

    @contextlib.asynccontextmanager
    async def _connected(self) -> AsyncIterator[psycopg.AsyncConnection[Any]]:
        connection = await psycopg.AsyncConnection.connect(self._url, autocommit=True)
        try:
            yield connection
        finally:
            # Its own exit would roll back first, and a cancelled scope never comes to the close.
            await connection.close()

    async def _follow(self, listening: psycopg.AsyncConnection[Any]) -> None:
        await listening.execute(f"LISTEN {wake.CHANNEL}")
        await listening.execute(f"LISTEN {SIGNALS}")
        assert self._reading is not None
        if self._place is None:
            self._place = await tail.horizon(self._reading)
        self._ready.set()
        listener = asyncio.create_task(self._listen(listening))
        try:
            while not listener.done():
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(tail.PATIENCE_SEC):
                        await self._woken.wait()
                self._woken.clear()
                await self._read_until_settled()
                await asyncio.sleep(GATHER_SEC)
            await listener
        finally:
            listener.cancel()

    async def _listen(self, connection: psycopg.AsyncConnection[Any]) -> None:
        async for note in connection.notifies():
            if note.channel == SIGNALS:
                self._pass_on(orjson.loads(note.payload))
            else:
                self._woken.set()
        raise psycopg.OperationalError("the listening connection ended")

    async def _read_until_settled(self) -> None:
        """An unsettled row means that a commit is under way: a moment, not a NOTIFY, away. One that
        takes longer is looked for less often, and so is everything while nobody listens."""
        pause = SETTLE_SEC
        while True:
            before = self._place
            if not await self._read_on():
                return
            pause = SETTLE_SEC if self._place != before else min(2 * pause, LONGEST_SETTLE_SEC)
            await asyncio.sleep(pause if self._screens else LONGEST_SETTLE_SEC)

    async def _read_on(self) -> bool:
        """Give out the next settled events; True when it is worth looking again at once.

        Of what nobody here listens to only the topics are read; nobody joins meanwhile.
        """
        assert self._reading is not None
        assert self._place is not None
        async with self._giving:
            async with self._lock:
                place = self._place
                told, more = await tail.after(self._reading, place)
                heard = [at for at, topics in told if not self._screens.keys().isdisjoint(topics)]
                rows = await tail.whole(self._reading, heard) if heard else []
            if rows:
                await self._give_out(tail.in_order_of_telling(rows, place))
            if told:
                self._place = told[-1].cursor
        return more

    async def _give_out(self, rows: list[StoredEvent]) -> None:
        """Frames are made once for each audience. `_giving` is held: nobody joins in between."""
        by_audience: dict[str, list[StoredEvent]] = defaultdict(list)
        for row in rows:
            for audience in {s.audience for s in self._listening_to(row.topics)}:
                by_audience[audience].append(row)
        frames: dict[tuple[str, Cursor], bytes] = {}
        for audience, concerned in by_audience.items():
            for row, frame in zip(concerned, await self._present(audience, concerned), strict=True):
                if frame is not None:
                    frames[audience, row.cursor] = frame
        for row in rows:
            for screen in self._listening_to(row.topics):
                if frame := frames.get((screen.audience, row.cursor)):
                    screen.put(frame)

    def _listening_to(self, topics: list[str]) -> set[Screen]:
        found: set[Screen] = set()
        for topic in topics:
            found |= self._screens.get(topic, set())
        return found

    async def _replay(self, screen: Screen, seen: Cursor, until: Cursor) -> list[bytes]:
        assert self._reading is not None
        async with self._lock:
            rows = await tail.replay(self._reading, seen, until, sorted(screen.topics), clock.now())
        if rows is None:
            return [orjson.dumps({"type": "reset"})]
        rows = tail.in_order_of_telling(rows, seen)
        return [frame for frame in await self._present(screen.audience, rows) if frame is not None]

    async def _present(self, audience: str, rows: list[StoredEvent]) -> list[bytes | None]:
        if not any(is_presented(audience, row.kind) for row in rows):
            return [frame_of(audience, row, None) for row in rows]
        return await anyio.to_thread.run_sync(shown_now, audience, rows, limiter=self._presenting)

    def _pass_on(self, note: Frame) -> None:
        for listener in self.on_signal:
            listener(note)
        frame = orjson.dumps({"type": "signal", "kind": note["kind"], "data": note["data"]})
        for screen in self._listening_to([note["topic"]]):
            screen.put(frame)
