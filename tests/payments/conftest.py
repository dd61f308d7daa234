"""Orders with money, and a whole house: our API over HTTP, and a sandbox process beside it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest
import uvicorn
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.orders.factories import make_order
from xiaoer.app.api import create_app
from xiaoer.core import clock, db, queue, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.config import settings
from xiaoer.core.ids import new_id
from xiaoer.core.processes import free_port
from xiaoer.core.shops import Shop
from xiaoer.customers import service as customers
from xiaoer.customers.service import CustomerRow
from xiaoer.orders.models import Order
from xiaoer.orders.service import LineRow
from xiaoer.payments import queries, service
from xiaoer.payments.models import Instrument, InstrumentKind, Movement
from xiaoer.payments.sandbox.client import SandboxClient, present
from xiaoer.payments.sandbox.client import _client as client_cache

ROOT = Path(__file__).resolve().parents[2]


def paid_by(*parts: tuple[str, int]) -> dict[str, Any]:
    """Facts of a source that lists its payments, in cents."""
    return {
        "payment_history": [
            {"transaction_type": "payment", "amount": cents / 100, "payment_method_id": method}
            for method, cents in parts
        ]
    }


def make_buyer(session: Session, shop: Shop) -> UUID:
    row = CustomerRow(channel="test", external_id=new_id().hex, name="沈小姐")
    return customers.upsert_many(session, shop.id, [row])[0]


def make_card(
    session: Session, shop: Shop, buyer: UUID, *, cents: int = 0, kind: str = "gift_card"
) -> Instrument:
    row = service.InstrumentRow(
        customer_id=buyer,
        kind=InstrumentKind(kind),
        external_id=f"{kind}_{new_id().hex[-6:]}",
        currency=shop.currency,
        balance_cents=cents,
    )
    return service.load(session, system(), shop_id=shop.id, rows=[row])[0]


def set_aside(
    session: Session, actor: Actor, order: Order, cents: int, **ask: Any
) -> list[Movement]:
    return service.reserve(
        session,
        actor,
        order_id=order.id,
        ask=service.Ask(cents=cents, currency=order.currency, **ask),
        reason_ref=new_id(),
        key=new_id(),
    )


def send_back(
    session: Session, actor: Actor, order: Order, cents: int, **ask: Any
) -> list[Movement]:
    made = set_aside(session, actor, order, cents, **ask)
    assert made[0].payout_id
    return service.submit(session, actor, payout_id=made[0].payout_id)


def figures(session: Session) -> dict[str, Any]:
    """Everything about money, to see that a refusal changed nothing."""
    session.flush()
    tables = (
        "payments", "payouts", "payout_shares", "money_movements", "ledger_entries",
        "instruments", "interventions", "idempotency_records",
    )  # fmt: skip
    rows = {
        name: session.execute(text(f"SELECT * FROM {name} ORDER BY 1")).all() for name in tables
    }
    rows["orders"] = session.execute(
        text("SELECT id, paid_cents, refunded_cents FROM orders ORDER BY 1")
    ).all()
    return rows


@pytest.fixture
def order(session: Session, shop: Shop) -> Order:
    """Two lines of 3 and 1 units, 100.01 paid with a card, 8.00 of it freight."""
    lines = [
        LineRow(title="碧螺春", list_cents=9000, quantity=3),
        LineRow(title="茶匙", list_cents=1201),
    ]
    return make_order(
        session,
        shop,
        customer_id=make_buyer(session, shop),
        lines=lines,
        payable_cents=10001,
        paid_cents=10001,
        freight_cents=800,
        facts=paid_by(("credit_card_1", 10001)),
    )


@pytest.fixture
def sound(session: Session) -> Iterator[Callable[[], None]]:
    """The books agree, at the end of the test and whenever it is called."""

    def check() -> None:
        session.flush()
        assert queries.mismatches(session) == []

    yield check
    check()


@dataclass
class House:
    """Our API on a port, a sandbox that calls it back, and a worker to be run by hand."""

    sandbox: SandboxClient
    shop_id: UUID
    actor: Actor

    def refund(self, cents: int = 5000, **facts: Any) -> UUID:
        """A refund of a new order, committed and sent; its movement."""
        with db.transaction() as session:
            shop = shops.get(session, self.shop_id)
            facts = {"facts": paid_by((f"credit_card_{new_id().hex[-8:]}", 12800))} | facts
            order = make_order(session, shop, customer_id=make_buyer(session, shop), **facts)
            return send_back(session, self.actor, order, cents)[0].id

    def work(self) -> int:
        """Do the jobs that are due, each in its own transactions, as the worker does."""
        done = 0
        while True:
            with db.transaction() as session:
                rows = session.execute(
                    text(
                        "DELETE FROM pgqueuer WHERE status = 'queued' AND execute_after <= :now"
                        " RETURNING id, entrypoint, payload"
                    ),
                    {"now": clock.now()},
                ).all()
            if not rows:
                return done
            for row in sorted(rows):
                queue.perform(None, row.entrypoint, orjson.loads(row.payload or b"{}"))
                done += 1

    def expire(self, movement_id: UUID) -> None:
        """The lease, and the wait before the next check, have run out."""
        with db.transaction() as session:
            session.execute(
                text(
                    "UPDATE money_movements SET next_check_at = now(),"
                    " claimed_until = now() - interval '1 s' WHERE id = :id"
                ),
                {"id": movement_id},
            )

    def later(self, movement_id: UUID) -> None:
        """Some time later, the provider is asked again."""
        self.expire(movement_id)
        with db.transaction() as session:
            service.sweep(session)
        self.work()

    def wait_within(self, seconds: float, seen: Callable[[], bool]) -> None:
        deadline = time.monotonic() + seconds
        while not seen():
            assert time.monotonic() < deadline, "It did not come in time."
            time.sleep(0.05)

    def movement(self, movement_id: UUID) -> Movement:
        with db.transaction() as session:
            return session.get_one(Movement, movement_id)

    def wait_for(self, movement_id: UUID, seen: Callable[[Movement], bool]) -> Movement:
        deadline = time.monotonic() + 30
        while not seen(found := self.movement(movement_id)):
            assert time.monotonic() < deadline, f"{found.state}, {found.conflict!r}"
            time.sleep(0.02)
        return found

    def executions(self, movement_id: UUID) -> int:
        """How often the sandbox really moved this money."""
        return sum(
            done["executions"] for done in self.sandbox.truth() if done["key"] == str(movement_id)
        )

    def told(self, movement_id: UUID) -> list[str]:
        """What the provider called about this movement, and what became of it."""
        with db.transaction() as session:
            query = text(
                "SELECT type || ' ' || outcome FROM provider_events WHERE movement_id = :id"
            )
            return [each for (each,) in session.execute(query, {"id": movement_id})]

    def events(self, kind: str) -> int:
        with db.transaction() as session:
            query = text("SELECT count(*) FROM events WHERE kind = :kind")
            return int(session.execute(query, {"kind": kind}).scalar_one())

    def sound(self) -> None:
        with db.transaction() as session:
            assert queries.mismatches(session) == []


@pytest.fixture(scope="session")
def sandbox_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """A sandbox of its own process, and the port it calls back on."""
    folder, port = tmp_path_factory.mktemp("sandbox"), free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "xiaoer.payments.sandbox", "--notify", f"http://127.0.0.1:{port}"],
        env=os.environ | {"XIAOER_DATA": str(folder)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdout.readline().startswith(b"http://")
    yield folder, port
    process.terminate()
    process.wait(10)
    process.stdout.close()


@pytest.fixture
def house(
    fresh_database: str,
    sandbox_process: tuple[Path, int],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[House]:
    folder, port = sandbox_process
    monkeypatch.setenv("XIAOER_DATA", str(folder))
    settings.cache_clear()
    config = uvicorn.Config(create_app(), port=port, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    with db.transaction() as session:
        shop_id = shops.add(session, system(), code="teahouse", name="茶楼").id
    client = present()
    assert isinstance(client, SandboxClient)
    client.misbehave()
    deadline = time.monotonic() + 30
    while not server.started:
        assert time.monotonic() < deadline, "Our API did not come up."
        time.sleep(0.01)
    yield House(client, shop_id, manager(shop_id))
    server.should_exit = True
    thread.join(10)
    client.close()
    client_cache.cache_clear()
    settings.cache_clear()


def manager(shop_id: UUID, name: str = "周掌柜") -> Actor:
    return Actor(
        kind=ActorKind.AGENT,
        id=new_id(),
        name=name,
        permissions=frozenset(Permission),
        shop_ids=frozenset({shop_id}),
    )
