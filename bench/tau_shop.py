"""The shop of tau_retail: imported, its policies in force, its people signed in, its server up.

Every round of tasks has a shop of its own, fresh from the source; all live in one database.
"""

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
from sqlalchemy import select

from bench import common
from xiaoer.aftersales import service as aftersales
from xiaoer.app import migrate
from xiaoer.app.login import COOKIE, PROOF
from xiaoer.catalog.models import Sku
from xiaoer.channels.webchat import visitors
from xiaoer.channels.webchat.visitors import VOUCHED, Visitor
from xiaoer.connectors.files import service as files
from xiaoer.connectors.files.formats.tau import CHANNEL, CURRENCY, FORMAT
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import system
from xiaoer.core.cluster import Cluster
from xiaoer.customers import service as customers
from xiaoer.customers.models import Identity
from xiaoer.orders.models import Order
from xiaoer.payments import service as payments
from xiaoer.payments.models import Instrument, InstrumentKind
from xiaoer.policies import service as policies
from xiaoer.policies.models import SwitchState
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import SignIn

QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
}
AGENTS = ("first", "second")
KINDS = {
    "credit_card": InstrumentKind.CARD,
    "paypal": InstrumentKind.WALLET,
    "gift_card": InstrumentKind.GIFT_CARD,
}


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
    address: str = ""
    """Where its server listens."""

    @cached_property
    def items(self) -> dict[UUID, str]:
        return {sku_id: item for item, sku_id in self.skus.items()}

    @cached_property
    def methods(self) -> dict[str, str]:
        return {str(each): name for (_, name), each in self.instruments.items()}

    def agent(self, number: int = 0) -> dict[str, str]:
        return {PROOF: "1", "Cookie": f"{COOKIE}={self.agents[number]}"}

    def customer(self, user_id: str) -> dict[str, str]:
        token = visitors.token_for(Visitor(self.id, user_id, verified=True))
        return {"Authorization": f"Bearer {token}"}

    def instrument(self, user_id: str, name: str | None) -> str | None:
        """The customer's method of this name, else whoever's it is, else one nobody has."""
        if name is None:
            return None
        own = self.instruments.get((user_id, name))
        anyone = (each for (_, known), each in self.instruments.items() if known == name)
        return str(own or next(anyone, uuid4()))


@contextmanager
def opened(folder: Path, rounds: int) -> Iterator[list[Shop]]:
    """One shop for each round, all as in the source, behind a server with its worker and its
    payment sandbox. Everything is gone afterwards."""
    source = Source(folder)
    with (
        common.own_data() as place,
        Cluster(place, QUICK) as cluster,
    ):
        url = cluster.create_database("tau")
        migrate.upgrade(url)
        before = db.engine() if db.configured() else None
        engine = db.configure(url)
        try:
            made = [_shop(source, number) for number in range(max(rounds, 1))]
            with common.server(url, XIAOER_DATA=str(place)) as server:
                for shop in made:
                    shop.address = server.address
                yield made
        finally:
            engine.dispose()
            if before is not None:
                db.use(before)


def _shop(source: Source, number: int) -> Shop:
    code = f"retail{number + 1}"
    say(f"importing shop {code}")
    shop_id, tokens = _people(code)
    files.import_file(source.folder / "orders.json", code, FORMAT)
    _accounts(shop_id, source)
    return _found(shop_id, source, tokens)


def say(line: str) -> None:
    sys.stderr.write(f"· {line}\n")
    sys.stderr.flush()


def _people(code: str) -> tuple[UUID, list[str]]:
    """The shop, its policies, its place for returns, and two managers who are signed in."""
    boss = system("bench")
    with db.transaction() as session:
        workforce.ensure_builtin_roles(session)
        shop = shops.add(
            session, boss, code=code, name=code, currency=CURRENCY, timezone="America/New_York"
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
        return shop.id, [_signed_in(session, shop.id, f"{name}-{code}") for name in AGENTS]


def _signed_in(session: Any, shop_id: UUID, login: str) -> str:
    token = secrets.token_urlsafe(32)
    agent = workforce.add_agent(
        session,
        system("bench"),
        login=login,
        name=login.title(),
        password=secrets.token_urlsafe(16),
        roles=["manager"],
        shop_ids=[shop_id],
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
    return token


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
        owned = select(Instrument.id, Instrument.customer_id, Instrument.external_id)
        orders = select(Order.order_no, Order.id).where(Order.shop_id == shop_id)
        skus = select(Sku.external_id, Sku.id).where(Sku.shop_id == shop_id)
        return Shop(
            id=shop_id,
            source=source,
            orders=dict(session.execute(orders).all()),
            customers=known,
            skus=dict(session.execute(skus).all()),
            instruments={
                (users[owner], name): each
                for each, owner, name in session.execute(owned.where(Instrument.shop_id == shop_id))
                if owner is not None
            },
            agents=tokens,
        )


def cents(amount: float) -> int:
    return round(amount * 100)
