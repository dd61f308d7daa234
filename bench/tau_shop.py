"""The shop of tau_retail: imported, its policies in force, its people signed in."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
from fastapi.testclient import TestClient
from sqlalchemy import select, text

from bench import common
from xiaoer.aftersales import service as aftersales
from xiaoer.app import migrate
from xiaoer.app.api import create_app
from xiaoer.app.login import COOKIE, PROOF
from xiaoer.catalog.models import Sku
from xiaoer.channels.webchat import visitors
from xiaoer.channels.webchat.visitors import VOUCHED, Visitor
from xiaoer.connectors.files import service as files
from xiaoer.connectors.files.formats.tau import CHANNEL, CURRENCY, FORMAT
from xiaoer.core import clock, db, queue, shops
from xiaoer.core.auth import system
from xiaoer.core.cluster import Cluster
from xiaoer.customers import service as customers
from xiaoer.customers.models import Identity
from xiaoer.orders.models import Order
from xiaoer.payments import provider
from xiaoer.payments import service as payments
from xiaoer.payments.models import Instrument, InstrumentKind
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.policies import service as policies
from xiaoer.policies.models import SwitchState
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import SignIn

SHOP, TEMPLATE = "retail", "tau"
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
AGENTS = ("first", "second")
KINDS = {
    "credit_card": InstrumentKind.CARD,
    "paypal": InstrumentKind.WALLET,
    "gift_card": InstrumentKind.GIFT_CARD,
}


class AtOnce:
    """A payment provider that settles everything at once."""

    def carry_out(self, order: provider.Order) -> Answer:
        return Answer(verdict=Verdict.SETTLED, provider_ref=f"ref-{order.key}")

    def ask(self, key: UUID) -> Answer:
        return Answer(verdict=Verdict.SETTLED, provider_ref=f"ref-{key}")

    def signed(self, _body: bytes, _timestamp: str, _signature: str) -> bool:
        return False


@dataclass
class Source:
    """The data set as it is written."""

    folder: Path
    users: dict[str, Any] = field(init=False)
    orders: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.users = orjson.loads((self.folder / "users.json").read_bytes())
        self.orders = orjson.loads((self.folder / "orders.json").read_bytes())


@dataclass
class Shop:
    """Where to find what the source names, and the people who act."""

    id: UUID
    source: Source
    orders: dict[str, UUID]
    customers: dict[str, UUID]
    skus: dict[str, UUID]
    instruments: dict[tuple[str, str], UUID]
    agents: list[str]
    api: TestClient

    @property
    def items(self) -> dict[UUID, str]:
        return {sku_id: item for item, sku_id in self.skus.items()}

    def agent(self, number: int = 0) -> dict[str, str]:
        return {PROOF: "1", "Cookie": f"{COOKIE}={self.agents[number]}"}

    def customer(self, user_id: str) -> dict[str, str]:
        token = visitors.token_for(Visitor(self.id, user_id, verified=True))
        return {"Authorization": f"Bearer {token}"}

    def instrument(self, user_id: str | None, name: str | None) -> str | None:
        """The customer's method of this name, else whoever's it is, else one nobody has."""
        if name is None:
            return None
        own = self.instruments.get((user_id or "", name))
        anyone = (each for (_, known), each in self.instruments.items() if known == name)
        return str(own or next(anyone, uuid4()))


@contextmanager
def prepared(folder: Path) -> Iterator[tuple[Cluster, Shop]]:
    """A cluster whose template database holds the whole shop as it is in the source."""
    provider.connect(provider.DEFAULT, AtOnce)
    source = Source(folder)
    with common.scratch_folder() as place, Cluster(place, QUICK) as cluster:
        url = cluster.create_database(TEMPLATE)
        migrate.upgrade(url)
        engine = db.configure(url)
        shop_id, tokens = _people()
        files.import_file(folder / "orders.json", SHOP, FORMAT)
        _accounts(shop_id, source)
        work()
        shop = _found(shop_id, source, tokens)
        engine.dispose()
        yield cluster, shop


@contextmanager
def fresh(cluster: Cluster, number: int) -> Iterator[None]:
    """A database of its own with everything as it was imported."""
    name = f"{TEMPLATE}_{number}"
    engine = db.configure(cluster.create_database(name, template=TEMPLATE))
    try:
        yield
    finally:
        engine.dispose()
        cluster.drop_database(name)


def work() -> None:
    """Do the jobs that are due, and what they leave behind, as a worker would."""
    while True:
        with db.transaction() as session:
            rows = session.execute(
                text(
                    "DELETE FROM pgqueuer WHERE status = 'queued' AND execute_after <= now()"
                    " RETURNING id, entrypoint, payload"
                )
            ).all()
        if not rows:
            return
        for row in sorted(rows):
            queue.perform(None, row.entrypoint, orjson.loads(row.payload or b"{}"))


def _people() -> tuple[UUID, list[str]]:
    """The shop, its policies, its place for returns, and two managers who are signed in."""
    boss = system("bench")
    tokens = [secrets.token_urlsafe(32) for _ in AGENTS]
    with db.transaction() as session:
        workforce.ensure_builtin_roles(session)
        shop = shops.add(
            session, boss, code=SHOP, name="Retail", currency=CURRENCY, timezone="America/New_York"
        )
        shop.settings = shop.settings | {"market": "US"}
        session.flush()
        policies.apply_profile(session, boss, shop_id=shop.id, profile="tau_retail")
        policies.set_switch(
            session,
            boss,
            shop_id=shop.id,
            code="unshipped_refund_only",
            state=SwitchState.ON,
            daily_limit=None,
            reason="",
        )
        aftersales.set_place(
            session,
            boss,
            shop_id=shop.id,
            name="Warehouse",
            recipient="Returns",
            phone="555 0100",
            address="1 Depot Road, Columbus, OH",
        )
        for login, token in zip(AGENTS, tokens, strict=True):
            agent = workforce.add_agent(
                session,
                boss,
                login=login,
                name=login.title(),
                password=secrets.token_urlsafe(16),
                roles=["manager"],
                shop_ids=[shop.id],
            )
            session.flush()
            session.add(
                SignIn(
                    agent_id=agent.id,
                    token_hash=workforce.hash_token(token),
                    address="127.0.0.1",
                    device="bench",
                    created_at=clock.now(),
                    expires_at=clock.now() + timedelta(days=1),
                )
            )
        return shop.id, tokens


def _accounts(shop_id: UUID, source: Source) -> None:
    """What the connector does not bring: means of payment, and that the shop's site knows all."""
    with db.transaction() as session:
        ids = _customers(session, shop_id)
        rows = [
            payments.InstrumentRow(
                customer_id=ids[user_id],
                kind=KINDS[method["source"]],
                external_id=name,
                currency=CURRENCY,
                label=name,
                balance_cents=cents(method.get("balance", 0)),
            )
            for user_id, user in source.users.items()
            for name, method in user["payment_methods"].items()
        ]
        payments.load(session, system("bench"), shop_id=shop_id, rows=rows)
        for user_id, customer_id in ids.items():
            customers.attach(
                session,
                customer_id=customer_id,
                shop_id=shop_id,
                channel=VOUCHED,
                external_id=user_id,
            )


def _customers(session: Any, shop_id: UUID) -> dict[str, UUID]:
    rows = session.execute(
        select(Identity.external_id, Identity.customer_id).where(
            Identity.shop_id == shop_id, Identity.channel == CHANNEL
        )
    )
    return dict(rows.all())


def _found(shop_id: UUID, source: Source, tokens: list[str]) -> Shop:
    with db.transaction() as session:
        known = _customers(session, shop_id)
        users = {customer_id: user_id for user_id, customer_id in known.items()}
        instruments = {
            (users[owner], name): each
            for each, owner, name in session.execute(
                select(Instrument.id, Instrument.customer_id, Instrument.external_id)
            )
            if owner is not None
        }
        return Shop(
            id=shop_id,
            source=source,
            orders={no: each for each, no in session.execute(select(Order.id, Order.order_no))},
            customers=known,
            skus={no: each for each, no in session.execute(select(Sku.id, Sku.external_id))},
            instruments=instruments,
            agents=tokens,
            api=TestClient(create_app(), raise_server_exceptions=False),
        )


def cents(amount: float) -> int:
    return round(amount * 100)
