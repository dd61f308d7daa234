"""The inbox with 100,000 and then 1,000,000 conversations: lists, opening a talk, Chinese search.

Eight clients ask the public API as fast as it answers; the floor is one row read by PostgreSQL's
own client at the same concurrency. The figures of the two sizes stand beside each other: they
should not grow.
"""

import asyncio
import itertools
import random
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import uvloop
from sqlalchemy import select, text

from bench import archive, common
from bench.archive import Archive
from bench.wire import Wire
from xiaoer.app.login import COOKIE
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import system
from xiaoer.core.cluster import Cluster
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Agent, SignIn

SIZES = (100_000, 1_000_000)
CLIENTS = 8
SHOPS, AGENTS = 10, 40
STRETCH_SEC = 8
WARM_SEC = 2
PASSWORD = "bench-password-of-nobody"
FLOOR_SEC = 4
FLOOR = "SELECT id, code, name FROM shops LIMIT 1"
VIEWS = ("mine", "unassigned", "all", "waiting", "snoozed", "closed")
_BUSY = """
SELECT EXISTS (SELECT FROM pgqueuer WHERE execute_after <= now())
  OR EXISTS (SELECT FROM conversations WHERE state = 'open' AND waiting_since IS NOT NULL
    AND assignee_id IS NOT NULL)
"""
DATABASE = {
    "shared_buffers": "2GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "30min",
    "max_parallel_maintenance_workers": "2",
    "fsync": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
"""For loading fast; what is measured afterwards only reads."""


class Client:
    """One signed-in agent with a connection of its own."""

    def __init__(self, address: str, token: str) -> None:
        self.wire = Wire(address, {"X-Xiaoer": "1", "Cookie": f"{COOKIE}={token}"})
        self.seen: list[str] = []

    async def look_around(self) -> None:
        for view in VIEWS:
            page = await self.wire.ask("GET", f"/api/conversations?view={view}&limit=50")
            self.seen += [row["id"] for row in page["items"]]
        for word in (archive.COMMON[0], archive.USUAL[-1]):
            found = await self.wire.ask("GET", f"/api/conversations/search?q={quote(word)}")
            assert found["items"], f"The archive holds no {word}."

    async def get(self, rest: str) -> bytes:
        return await self.wire.fetch("GET", f"/api/conversations{rest}")


Ask = Callable[[Client], Awaitable[bytes]]


async def measure(url: str, server: common.Server) -> dict[str, Any]:
    postgres = common.postmaster(url)
    clients = [Client(server.address, token) for token in _let_in()]
    await asyncio.gather(*(client.look_around() for client in clients))
    floor = common.floor(url, FLOOR, clients=CLIENTS, seconds=FLOOR_SEC)
    figures: dict[str, Any] = floor.figures()
    rare = archive.rare_words(random.Random(archive.SEED))[:20]
    words = itertools.cycle(
        [*archive.COMMON, *archive.USUAL, *rare, "发货 退款", "顺丰 破损", "nothing"]
    )
    lists = {view: lambda client, view=view: client.get(f"?view={view}&limit=50") for view in VIEWS}
    kinds: dict[str, Ask] = lists | {
        "lists": lambda client: client.get(f"?view={random.choice(VIEWS)}&limit=50"),
        "counts": lambda client: client.get("/counts"),
        "opens": lambda client: client.get(f"/{random.choice(client.seen)}?messages=50"),
        "searches": lambda client: client.get(f"/search?q={quote(next(words))}"),
    }
    for name, ask in kinds.items():
        await _stretch(clients, ask, WARM_SEC)
        spent = [server.cpu_seconds(), common.cpu_seconds(postgres)]
        delays = await _stretch(clients, ask, STRETCH_SEC)
        spent = [server.cpu_seconds() - spent[0], common.cpu_seconds(postgres) - spent[1]]
        figures[f"{name}_per_sec"] = len(delays) / STRETCH_SEC
        each = [seconds / len(delays) * 1000 for seconds in spent]
        figures[f"{name}_server_ms"], figures[f"{name}_postgres_ms"] = each
        figures[f"{name}_cpu_to_floor"] = floor.ratio(*each)
        figures[f"{name}_p50_ms"] = common.percentile(delays, 0.5) * 1000
        figures[f"{name}_p99_ms"] = common.percentile(delays, 0.99) * 1000
    return figures


def _at_rest(url: str) -> None:
    """Nobody of the archive is at the desk: until the worker has given back the talks in which
    somebody waits, it would work beside what is measured."""
    with psycopg.connect(db.plain_url(url), autocommit=True) as connection:
        while connection.execute(_BUSY).fetchone() != (False,):
            time.sleep(1)
        connection.execute("VACUUM ANALYZE conversations")


async def _stretch(clients: list[Client], ask: Ask, seconds: float) -> list[float]:
    delays: list[float] = []

    async def keep_asking(client: Client) -> None:
        end = time.monotonic() + seconds
        while (begin := time.monotonic()) < end:
            await ask(client)
            delays.append(time.monotonic() - begin)

    await asyncio.gather(*(keep_asking(client) for client in clients))
    return delays


def _let_in() -> list[str]:
    """Tokens of agents who are signed in but never came online: when they left, hundreds of talks
    would go back to the queue, and routing would work beside what is measured."""
    tokens = [secrets.token_urlsafe(32) for _ in range(CLIENTS)]
    with db.transaction() as session:
        agents = session.scalars(select(Agent.id).order_by(Agent.login).limit(CLIENTS))
        session.add_all(
            SignIn(
                agent_id=agent,
                token_hash=workforce.hash_token(token),
                address="127.0.0.1",
                device="bench",
                created_at=clock.now(),
                expires_at=clock.now() + timedelta(days=1),
            )
            for agent, token in zip(agents, tokens, strict=True)
        )
    return tokens


def _people(url: str, size: int) -> Archive:
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
    return Archive(url, made, agents, size)


def _load(url: str, size: int) -> None:
    """Fill the database, unless an earlier run with the same folder has done it."""
    with db.engine().connect() as connection:
        if connection.scalar(text("SELECT count(*) FROM shops")):
            return
    whole = _people(url, size)
    archive.prepare(whole)
    archive.fill(whole)


def main(*, as_json: bool, folder: str | None = None, sizes: Sequence[int] = SIZES) -> None:
    place = nullcontext(Path(folder)) if folder else common.scratch_folder()
    figures: dict[str, Any] = {}
    with place as data, Cluster(data, DATABASE) as cluster:
        for size in sizes:
            with common.migrated(cluster, f"inbox_{size}") as url:
                figures["machine"] = common.machine(url)
                begin = time.monotonic()
                _load(url, size)
                figures[f"load_{size}_sec"] = time.monotonic() - begin
                with common.server(url) as server:
                    _at_rest(url)
                    seen = uvloop.run(measure(url, server))
                figures |= {f"{name}_at_{size}": value for name, value in seen.items()}
        common.tell(figures, as_json=as_json)
