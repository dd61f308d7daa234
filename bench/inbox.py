"""The inbox with 100,000 and then 1,000,000 conversations: lists, opening a talk, Chinese search.

Eight clients ask the public API as fast as it answers. The figures of the two sizes stand beside
each other: they should not grow.
"""

import asyncio
import itertools
import random
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

import uvloop

from bench import archive, common
from bench.archive import Archive
from bench.wire import Wire
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.workforce import service as workforce

SIZES = (100_000, 1_000_000)
CLIENTS = 8
SHOPS, AGENTS = 10, 40
STRETCH_SEC = 8
WARM_SEC = 2
PASSWORD = "bench-password-of-nobody"
VIEWS = ("mine", "unassigned", "all", "waiting", "snoozed", "closed")
DATABASE = {"shared_buffers": "2GB", "max_wal_size": "8GB", "checkpoint_timeout": "30min"}

Ask = Callable[[Wire, random.Random], Awaitable[Any]]


class Client:
    """One signed-in agent with a connection of its own."""

    def __init__(self, address: str, number: int) -> None:
        self.wire = Wire(address, {"X-Xiaoer": "1"})
        self.number = number
        self.seen: list[str] = []

    async def sign_in(self) -> None:
        login = {"login": f"bench{self.number}", "password": PASSWORD}
        await self.wire.ask("POST", "/api/session", login)
        self.wire.headers["Cookie"] = self.wire.received["set-cookie"].split(";")[0]
        for view in VIEWS:
            page = await self.wire.ask("GET", f"/api/conversations?view={view}&limit=50")
            self.seen += [row["id"] for row in page["items"]]


async def measure(address: str) -> dict[str, Any]:
    clients = [Client(address, number) for number in range(CLIENTS)]
    await asyncio.gather(*(client.sign_in() for client in clients))
    figures: dict[str, Any] = {}
    words = itertools.cycle([*archive.COMMON, *archive.USUAL, "发货 退款", "顺丰 破损", "26"])
    kinds: dict[str, Callable[[Client], Awaitable[Any]]] = {
        view: lambda client, view=view: client.wire.ask(  # type: ignore[misc]
            "GET", f"/api/conversations?view={view}&limit=50"
        )
        for view in VIEWS
    }
    kinds["lists"] = lambda client: client.wire.ask(
        "GET", f"/api/conversations?view={random.choice(VIEWS)}&limit=50"
    )
    kinds["counts"] = lambda client: client.wire.ask("GET", "/api/conversations/counts")
    kinds["opens"] = lambda client: client.wire.ask(
        "GET", f"/api/conversations/{random.choice(client.seen)}?messages=50"
    )
    kinds["searches"] = lambda client: client.wire.ask(
        "GET", f"/api/conversations/search?q={quote(next(words))}"
    )
    for name, ask in kinds.items():
        await _stretch(clients, ask, WARM_SEC)
        delays = await _stretch(clients, ask, STRETCH_SEC)
        figures[f"{name}_per_sec"] = len(delays) / STRETCH_SEC
        figures[f"{name}_p50_ms"] = common.percentile(delays, 0.5) * 1000
        figures[f"{name}_p99_ms"] = common.percentile(delays, 0.99) * 1000
    return figures


async def _stretch(
    clients: list[Client], ask: Callable[[Client], Awaitable[Any]], seconds: float
) -> list[float]:
    delays: list[float] = []

    async def keep_asking(client: Client) -> None:
        end = time.monotonic() + seconds
        while (begin := time.monotonic()) < end:
            await ask(client)
            delays.append(time.monotonic() - begin)

    await asyncio.gather(*(keep_asking(client) for client in clients))
    return delays


def _people(url: str) -> Archive:
    with db.transaction() as session:
        workforce.ensure_builtin_roles(session)
        made = [
            shops.add(session, system(), code=f"bench{number}", name=f"Bench {number}").id
            for number in range(SHOPS)
        ]
        agents = [
            workforce.add_agent(
                session,
                system(),
                login=f"bench{number}",
                name=f"Bench {number}",
                password=PASSWORD,
                roles=["manager"],
                shop_ids=made,
            ).id
            for number in range(AGENTS)
        ]
    return Archive(url, made, agents, SIZES[-1])


def main(*, as_json: bool) -> None:
    with common.scratch_database(DATABASE) as url:
        figures: dict[str, Any] = {"machine": common.machine(url)}
        whole = _people(url)
        archive.prepare(whole)
        loaded = 0
        for size in SIZES:
            begin = time.monotonic()
            archive.fill(whole, loaded, size)
            figures[f"load_{size}_sec"] = time.monotonic() - begin
            loaded = size
            with common.server(url) as server:
                seen = uvloop.run(measure(server.address))
            figures |= {f"{name}_at_{size}": value for name, value in seen.items()}
        common.tell(figures, as_json=as_json)
