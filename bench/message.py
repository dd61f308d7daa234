"""Messages: from a shopper's POST to an agent's socket, durable on the way.

32 shoppers write through the public API while agents' sockets receive. Three stretches: 100 a
second, 500 a second, and as fast as it goes. The floor is PostgreSQL alone: one row inserted and
committed at the same concurrency. With `--assist`: as fast as it goes, with what helps agents
switched on and without it, in turn (`bench.pairing`).
"""

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from typing import Any

import orjson
import uvloop
from websockets.asyncio.client import ClientConnection, connect

from bench import common, pairing
from bench.wire import Wire
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.workforce import service as workforce

SHOPPERS = 32
AGENTS = 4
STRETCH_SEC = 12
WARM_SEC = 3
FLOOR_SEC = 5
PASSWORD = "bench-password-of-nobody"
FLOOR = "INSERT INTO floor (conversation, body) VALUES (1, 'the same size as a short message')"
WORDS = [
    "请问这件外套什么时候发货？",
    "已经三天了还没有动静",
    "尺码可以换大一号吗",
    "好的谢谢",
    "能便宜一点吗",
]


@dataclass
class Stretch:
    """What was seen while messages flowed at one pace."""

    sent: dict[str, float] = field(default_factory=dict)
    answered: list[float] = field(default_factory=list)
    arrived: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def figures(self, name: str) -> dict[str, Any]:
        delays = [(self.arrived[key] - self.sent[key]) * 1000 for key in self.arrived]
        return {
            f"{name}_stored_per_sec": len(self.answered) / self.seconds,
            f"{name}_delivered_per_sec": len(self.arrived) / self.seconds,
            f"{name}_missing": len(self.sent) - len(self.arrived),
            f"{name}_p50_ms": common.percentile(delays, 0.5),
            f"{name}_p99_ms": common.percentile(delays, 0.99),
            f"{name}_post_p99_ms": common.percentile(self.answered, 0.99) * 1000,
        }


class Shopper:
    """A customer with a talk of its own."""

    def __init__(self, address: str) -> None:
        self.wire = Wire(address)
        self.conversation = ""
        self._words = itertools.cycle(WORDS)

    async def arrive(self) -> None:
        visit = await self.wire.ask("POST", "/chat/bench/visits", {"locale": "zh"})
        self.wire.headers["Authorization"] = f"Bearer {visit['visitor_token']}"
        await self.say(Stretch())

    async def say(self, seen: Stretch) -> None:
        key = str(new_id())
        body = {"client_id": key, "text": next(self._words), "attachment_ids": []}
        begin = seen.sent[key] = time.monotonic()
        await self.wire.ask("POST", "/chat/messages", body)
        seen.answered.append(time.monotonic() - begin)


class Bench:
    """The people of one run and the stretch under way."""

    def __init__(self, url: str, address: str, *, assist: bool) -> None:
        self.url, self.address, self.assist = url, address, assist
        self.wires: list[Wire] = []
        self.shoppers = [Shopper(address) for _ in range(SHOPPERS)]
        self.seen = Stretch()

    async def run(self, server: common.Server, postmaster: int) -> dict[str, Any]:
        await asyncio.gather(*(shopper.arrive() for shopper in self.shoppers))
        desks = [await self._agent(number) for number in range(AGENTS)]
        listeners = [asyncio.create_task(self._listen(desk)) for desk in desks]
        await self._stretch(pace=200, seconds=WARM_SEC)
        measure = self._pairs if self.assist else self._paces
        figures = await measure(server, postmaster)
        for listener in listeners:
            listener.cancel()
        return figures

    async def _pairs(self, server: common.Server, postmaster: int) -> dict[str, Any]:
        async def flood(seconds: float) -> tuple[int, float]:
            for shopper in self.shoppers:
                await shopper.wire.close()  # as it was idle, the server may have ended it
            seen = await self._stretch(pace=0, seconds=seconds)
            return len(seen.answered), seen.seconds

        def cpu() -> float:
            return server.cpu_seconds() + common.cpu_seconds(postmaster)

        return await pairing.pairs(pairing.Desk(self.url, self.wires), flood, cpu)

    async def _paces(self, server: common.Server, postmaster: int) -> dict[str, Any]:
        figures: dict[str, Any] = {}
        for name, pace in (("at_100", 100), ("at_500", 500), ("flat_out", 0)):
            before = server.cpu_seconds(), common.cpu_seconds(postmaster)
            seen = await self._stretch(pace=pace, seconds=STRETCH_SEC)
            figures |= seen.figures(name)
            after = server.cpu_seconds(), common.cpu_seconds(postmaster)
            count = len(seen.answered)
            figures[f"{name}_server_cpu_ms"] = (after[0] - before[0]) / count * 1000
            figures[f"{name}_postgres_cpu_ms"] = (after[1] - before[1]) / count * 1000
        return figures

    async def _stretch(self, *, pace: int, seconds: float) -> Stretch:
        """Write for `seconds`; `pace` messages a second over all shoppers, 0: without pause."""
        self.seen = seen = Stretch()
        begin = time.monotonic()
        gap = SHOPPERS / pace if pace else 0.0
        await asyncio.gather(
            *(
                self._keep_saying(shopper, begin + gap * number / SHOPPERS, begin + seconds, gap)
                for number, shopper in enumerate(self.shoppers)
            )
        )
        seen.seconds = time.monotonic() - begin
        for _ in range(100):
            if len(seen.arrived) == len(seen.sent):
                break
            await asyncio.sleep(0.05)
        return seen

    async def _keep_saying(self, shopper: Shopper, due: float, end: float, gap: float) -> None:
        while (now := time.monotonic()) < end:
            if due > now:
                await asyncio.sleep(due - now)
            await shopper.say(self.seen)
            due += gap

    async def _agent(self, number: int) -> ClientConnection:
        wire = Wire(self.address, {"X-Xiaoer": "1"})
        login = {"login": f"bench{number}", "password": PASSWORD}
        await wire.ask("POST", "/api/session", login)
        cookie = wire.received["set-cookie"].split(";")[0]
        wire.headers["Cookie"] = cookie
        self.wires.append(wire)
        rows = (await wire.ask("GET", "/api/conversations?view=all&limit=100"))["items"]
        topics = [f"conversation:{row['id']}" for row in rows[number::AGENTS]]
        socket = await connect(
            self.address.replace("http", "ws") + "/api/live",
            additional_headers={"Cookie": cookie},
            max_size=None,
        )
        await socket.send(
            orjson.dumps({"type": "start", "cursor": None, "topics": topics}).decode()
        )
        return socket

    async def _listen(self, socket: ClientConnection) -> None:
        async for text in socket:
            now = time.monotonic()
            frames = orjson.loads(text)
            for frame in frames if isinstance(frames, list) else [frames]:
                key = (frame.get("message") or {}).get("client_id")
                if key in self.seen.sent:
                    self.seen.arrived.setdefault(key, now)


def _people() -> None:
    with db.transaction() as session:
        shop = shops.add(session, system(), code="bench", name="Bench")
        workforce.ensure_builtin_roles(session)
        for number in range(AGENTS):
            workforce.add_agent(
                session,
                system(),
                login=f"bench{number}",
                name=f"Bench {number}",
                password=PASSWORD,
                roles=["manager"],
                shop_ids=[shop.id],
            )


def main(*, as_json: bool, assist: bool = False) -> None:
    with common.scratch_database() as url:
        with db.transaction() as session:
            session.connection().exec_driver_sql(
                "CREATE TABLE floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                " conversation int, body text); CREATE INDEX ON floor (conversation, id)"
            )
        figures: dict[str, Any] = {"machine": common.machine(url)}
        floor = common.floor(url, FLOOR, clients=SHOPPERS, seconds=FLOOR_SEC)
        figures |= floor.figures()
        _people()
        with common.server(url, XIAOER_VISITOR_MESSAGES="100000") as server:
            bench = Bench(url, server.address, assist=assist)
            figures |= uvloop.run(bench.run(server, common.postmaster(url)))
        if assist:
            common.tell(figures, as_json=as_json)
            return
        for name in ("at_100", "at_500", "flat_out"):
            spent = [figures[f"{name}_{part}_cpu_ms"] for part in ("server", "postgres")]
            figures[f"{name}_cpu_to_floor"] = floor.ratio(*spent)
        figures["ratio_to_floor"] = figures["flat_out_delivered_per_sec"] / floor.per_sec
        common.tell(figures, as_json=as_json)
