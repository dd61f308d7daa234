"""After-sales: from a shopper's request to settled money, and a queue over a million cases.

Shoppers open refunds of unshipped orders over HTTP; policy decides, an automation agrees, and the
workers send the refund through the payment sandbox and follow it to the end of the case. First at
20 a second, then as fast as it goes, with two workers. The floor is PostgreSQL alone: the commits
that a case cannot do without, one row each (asked for, sent, settled).
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import uvloop
from sqlalchemy import select, text

from bench import cases, common
from bench.wire import Wire
from xiaoer.channels.webchat import visitors
from xiaoer.channels.webchat.visitors import VOUCHED, Visitor
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.customers import service as customers
from xiaoer.customers.service import CustomerRow
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderLine, OrderStatus
from xiaoer.orders.service import LineRow, OrderRow
from xiaoer.policies import service as policies
from xiaoer.policies.models import SwitchState
from xiaoer.workforce import service as workforce

SHOPPERS, AT_ONCE = 400, 12
PACE, PACED_SEC, FLAT_OUT, WARM = 20, 15, 600, 60
PATIENCE_SEC, LOOK_SEC = 300, 0.05
FLOOR_SEC, PAGES = 5, 300
SHOP, PASSWORD = "bench", "bench-password-of-nobody"
DATABASE = {"shared_buffers": "512MB", "max_wal_size": "4GB", "max_connections": "100"}
FLOOR = "\n".join(
    f"INSERT INTO floor (case_id, said) VALUES ({n}, 'a step of a case');" for n in range(3)
)
ENDED = "SELECT count(*) FROM cases WHERE state = 'completed'"

Bought = tuple[UUID, UUID, str]
"""An order, its line, and the shopper's token."""


def _shop() -> UUID:
    boss = system("bench")
    with db.transaction() as session:
        workforce.ensure_builtin_roles(session)
        shop = shops.add(session, boss, code=SHOP, name="Bench")
        policies.set_switch(
            session, boss, shop_id=shop.id, code="unshipped_refund_only", state=SwitchState.ON
        )
        workforce.add_agent(
            session,
            boss,
            login=SHOP,
            name="Bench",
            password=PASSWORD,
            roles=["manager"],
            shop_ids=[shop.id],
        )
        return shop.id


def _bought(shop_id: UUID, count: int) -> list[Bought]:
    """So many paid orders of one line, over the shoppers; each paid by a card of its own."""
    with db.transaction() as session:
        known = [
            CustomerRow(channel=VOUCHED, external_id=f"s{n}", name="云", phone=f"139{n:08}")
            for n in range(SHOPPERS)
        ]
        ids = customers.upsert_many(session, shop_id, known)
        now = clock.now()
        rows = [
            OrderRow(
                order_no=f"B{n}",
                source="bench",
                status=OrderStatus.PAID,
                currency="CNY",
                lines=[LineRow(title="龙井茶 250 克", list_cents=12800)],
                payable_cents=12800,
                paid_cents=12800,
                placed_at=now,
                paid_at=now,
                customer_id=ids[n % SHOPPERS],
            )
            for n in range(count)
        ]
        made = orders.load(session, system("bench"), shop_id=shop_id, rows=rows).ids
    with db.transaction() as session:
        lines: dict[UUID, UUID] = dict(
            session.execute(
                select(OrderLine.order_id, OrderLine.id).where(
                    OrderLine.order_id.in_(made.values())
                )
            ).all()
        )
    tokens = [visitors.token_for(Visitor(shop_id, f"s{n}", verified=True)) for n in range(SHOPPERS)]
    return [(made[f"B{n}"], lines[made[f"B{n}"]], tokens[n % SHOPPERS]) for n in range(count)]


@contextmanager
def second_worker(url: str, place: Path) -> Iterator[subprocess.Popen[bytes]]:
    settings = {"XIAOER_DATA": str(place), "XIAOER_DATABASE_URL": url}
    process = subprocess.Popen(
        [sys.executable, "-m", "xiaoer.app.cli", "worker"],
        env={**os.environ, **settings},
        cwd=common.ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


class Bench:
    """Shoppers who ask for their money back, and what it took."""

    def __init__(self, address: str, url: str, bought: list[Bought]) -> None:
        self.address, self.left = address, iter(bought)
        self.looking = psycopg.connect(db.plain_url(url), autocommit=True)
        self.answered: list[float] = []
        self.asked = 0

    async def ask(self, wire: Wire) -> None:
        order_id, line_id, token = next(self.left)
        body = {
            "kind": "refund_only",
            "reason": "no_longer_needed",
            "lines": [{"order_line_id": str(line_id), "qty": 1}],
        }
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(new_id())}
        begin = time.monotonic()
        path = f"/chat/aftersales/orders/{order_id}/cases"
        told = await wire.ask("POST", path, body, headers)
        self.answered.append(time.monotonic() - begin)
        self.asked += 1
        if told["state"] == "awaiting_merchant":
            raise RuntimeError("The automation did not agree to the case.")

    async def paced(self, seconds: float) -> None:
        """At the given pace, whatever the answers take."""
        idle: list[Wire] = []

        async def one() -> None:
            wire = idle.pop() if idle else Wire(self.address)
            await self.ask(wire)
            idle.append(wire)

        begin = time.monotonic()
        waiting = []
        for number in range(int(PACE * seconds)):
            await asyncio.sleep(max(begin + number / PACE - time.monotonic(), 0))
            waiting.append(asyncio.create_task(one()))
        await asyncio.gather(*waiting)

    async def flat_out(self, count: int) -> None:
        left = iter(range(count))

        async def shopper() -> None:
            wire = Wire(self.address)
            for _ in left:
                await self.ask(wire)

        await asyncio.gather(*(shopper() for _ in range(AT_ONCE)))

    async def all_ended(self) -> None:
        begin = time.monotonic()
        while self.looking.execute(ENDED).fetchone() != (self.asked,):
            if time.monotonic() - begin > PATIENCE_SEC:
                raise RuntimeError("Not every case came to its end.")
            await asyncio.sleep(LOOK_SEC)

    async def run(self, spent: "Spent") -> dict[str, Any]:
        await self.flat_out(WARM)
        await self.all_ended()
        self.answered.clear()
        await self.paced(PACED_SEC)
        figures: dict[str, Any] = {
            "submit_at_20_p50_ms": common.percentile(self.answered, 0.5) * 1000,
            "submit_at_20_p99_ms": common.percentile(self.answered, 0.99) * 1000,
        }
        await self.all_ended()
        before, begin = spent.now(), time.monotonic()
        await self.flat_out(FLAT_OUT)
        submitted = time.monotonic() - begin
        await self.all_ended()
        took = time.monotonic() - begin
        figures |= {
            "cases_per_sec": FLAT_OUT / took,
            "submitted_per_sec": FLAT_OUT / submitted,
            **spent.per(before, FLAT_OUT),
        }
        return figures


class Spent:
    """CPU of the server, of the second worker and of PostgreSQL."""

    def __init__(self, server: common.Server, worker: int, postmaster: int) -> None:
        self.processes = {"server": server.process.pid, "worker_2": worker, "postgres": postmaster}

    def now(self) -> dict[str, float]:
        return {name: common.cpu_seconds(pid) for name, pid in self.processes.items()}

    def per(self, before: dict[str, float], count: int) -> dict[str, float]:
        now = self.now()
        each = {f"{name}_cpu_ms": (now[name] - before[name]) / count * 1000 for name in now}
        return each | {"cpu_ms_per_case": sum(each.values())}


async def _queue_pages(address: str) -> dict[str, Any]:
    """The pages of every queue, one after the other, and the counts beside them."""
    wire = Wire(address, {"X-Xiaoer": "1"})
    await wire.ask("POST", "/api/session", {"login": SHOP, "password": PASSWORD})
    wire.headers["Cookie"] = wire.received["set-cookie"].split(";")[0]
    took, counted = [], []
    after = dict.fromkeys(cases.QUEUES, "")
    for number in range(PAGES):
        queue = cases.QUEUES[number % len(cases.QUEUES)]
        begin = time.monotonic()
        page = await wire.ask("GET", f"/api/cases?queue={queue}&limit=50{after[queue]}")
        took.append((time.monotonic() - begin) * 1000)
        if len(page["items"]) != 50:
            raise RuntimeError(f"A page of {queue} is not full.")
        after[queue] = f"&after={page['next']}" if page["next"] else ""
        if number % 10 == 0:
            begin = time.monotonic()
            await wire.ask("GET", "/api/case-queues")
            counted.append((time.monotonic() - begin) * 1000)
    return {
        "queue_page_p50_ms": common.percentile(took, 0.5),
        "queue_page_p99_ms": common.percentile(took, 0.99),
        "queue_counts_p99_ms": common.percentile(counted, 0.99),
    }


def _floor(url: str) -> common.Floor:
    with db.transaction() as session:
        session.execute(text("CREATE TABLE floor (case_id int, said text)"))
        session.execute(text("CREATE INDEX ON floor (case_id)"))
    return common.floor(url, FLOOR, clients=AT_ONCE, seconds=FLOOR_SEC)


def main(*, as_json: bool) -> None:
    with common.own_data() as place, common.scratch_database(DATABASE) as url:
        figures: dict[str, Any] = {"machine": common.machine(url)}
        floor = _floor(url)
        shop_id = _shop()
        bought = _bought(shop_id, WARM + PACE * PACED_SEC + FLAT_OUT)
        with (
            common.server(url, XIAOER_DATA=str(place)) as server,
            second_worker(url, place) as worker,
        ):
            spent = Spent(server, worker.pid, common.postmaster(url))
            figures |= uvloop.run(Bench(server.address, url, bought).run(spent))
            figures["load_seconds"] = cases.load(url, shop_id)
            figures["cases"] = cases.CASES
            figures |= uvloop.run(_queue_pages(server.address))
        figures |= floor.figures()
        figures["ratio_to_floor"] = figures["cases_per_sec"] / floor.per_sec
        figures["case_cpu_to_floor"] = floor.ratio(figures["cpu_ms_per_case"])
        common.tell(figures, as_json=as_json)
