"""Orders to ask about, a provider that settles at once, and everything about cases in one look."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.aftersales.factories import RETURN, Desk, Obliging, put_terms, send
from tests.orders.factories import make_order
from tests.payments.conftest import make_buyer, make_card, paid_by
from xiaoer.aftersales import service
from xiaoer.aftersales.models import Case
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import provider

TABLES = (
    "cases", "case_lines", "unit_claims", "case_events", "case_offers", "case_parcels",
    "inspections", "interceptions", "disputes", "recoveries", "replacements", "case_evidence",
    "order_amendments", "payments", "payouts", "payout_shares", "money_movements",
    "ledger_entries", "idempotency_records", "policy_decisions", "promises", "events",
)  # fmt: skip


def everything(session: Session) -> dict[str, Any]:
    """All about cases and money, to see that a refusal changed nothing."""
    session.flush()
    rows = {
        name: session.execute(text(f"SELECT * FROM {name} ORDER BY 1, 2")).all() for name in TABLES
    }
    rows["orders"] = session.execute(
        text("SELECT id, status, paid_cents, refunded_cents FROM orders ORDER BY 1")
    ).all()
    return rows


@pytest.fixture
def obliging(monkeypatch: pytest.MonkeyPatch) -> Obliging:
    """The payment provider of these tests; `obliging.answer` changes what it says.

    Afterwards the maker is put back, not what it made: a provider that was nowhere when a test
    began may be there for the next one.
    """
    made = Obliging()
    monkeypatch.setitem(provider._makers, provider.DEFAULT, lambda: made)
    return made


@pytest.fixture
def desk(
    session: Session,
    shop: Shop,
    actor: Actor,
    frozen: Callable[..., Any],
    run_jobs: Callable[[], int],
    obliging: Obliging,
) -> Desk:
    service.set_place(
        session,
        actor,
        shop_id=shop.id,
        name="杭州仓",
        recipient="退货组",
        phone="0571-1234567",
        address="浙江省杭州市余杭区 1 号",
    )
    return Desk(session, shop, actor, run_jobs, frozen)


@pytest.fixture
def buyer(session: Session, shop: Shop) -> Actor:
    """A shopper for whom the shop vouches."""
    return Actor(
        kind=ActorKind.CUSTOMER,
        id=make_buyer(session, shop),
        name="沈小姐",
        permissions=frozenset(
            {Permission.AFTERSALES_ASK, Permission.AFTERSALES_VOUCHED, Permission.AFTERSALES_READ}
        ),
        shop_ids=frozenset({shop.id}),
    )


@pytest.fixture
def stranger(buyer: Actor) -> Actor:
    return replace(buyer, id=new_id())


def facts_of(status: OrderStatus) -> dict[str, Any]:
    """The dates an order of this status has."""
    now = clock.now()
    dates: dict[str, Any] = {
        "placed_at": now - timedelta(days=3),
        "paid_at": now - timedelta(days=3),
    }
    if status not in (OrderStatus.PAID, OrderStatus.HELD):
        dates |= {"shipped_at": now - timedelta(days=2), "tracking_no": f"SF{new_id().hex[-10:]}"}
        dates["courier"] = "顺丰"
    if status in (OrderStatus.SIGNED, OrderStatus.COMPLETED):
        dates["signed_at"] = now - timedelta(days=1)
    return dates


@pytest.fixture
def make(session: Session, shop: Shop, buyer: Actor, desk: Desk) -> Callable[..., Order]:
    """An order of the buyer: three cups and a spoon, 100.01 paid by card, 8.00 of it freight."""

    def made(status: OrderStatus = OrderStatus.PAID, **more: Any) -> Order:
        usual: dict[str, Any] = {
            "lines": [
                LineRow(title="茶杯", list_cents=9000, quantity=3),
                LineRow(title="茶匙", list_cents=1201),
            ],
            "payable_cents": 10001,
            "paid_cents": 10001,
            "freight_cents": 800,
            "status": status,
            "facts": paid_by((f"credit_card_t{new_id().hex[-6:]}", 10001)),
            "customer_id": buyer.id,
            **facts_of(status),
        }
        return make_order(session, shop, **(usual | more))

    return made


@pytest.fixture
def cases(session: Session) -> Callable[[UUID], Case]:
    """The case as the database has it now."""

    def read(case_id: UUID) -> Case:
        session.flush()
        session.expire_all()
        return session.get_one(Case, case_id)

    return read


@pytest.fixture
def skus(session, shop):
    """Three variants of one shirt, and one of another product: 100.00, 120.00, 80.00, 50.00."""
    shirt = Product(shop_id=shop.id, external_id="p1", title="衬衫", facts={})
    other = Product(shop_id=shop.id, external_id="p2", title="裤子", facts={})
    session.add_all([shirt, other])
    session.flush()
    made = [
        Sku(
            shop_id=shop.id,
            product_id=product.id,
            external_id=f"s{number}",
            spec=f"{number} 号",
            price_cents=cents,
            currency="CNY",
            actual_stock=5,
            actual_synced_at=clock.now(),
        )
        for number, (product, cents) in enumerate(
            [(shirt, 10000), (shirt, 12000), (shirt, 8000), (other, 5000)]
        )
    ]
    session.add_all(made)
    session.flush()
    return made


@pytest.fixture
def bought(make, skus):
    """An order of two shirts of the first variant, 200.00."""

    def made(status=OrderStatus.SIGNED, **more):
        return make(
            status,
            lines=[LineRow(title="衬衫", list_cents=20000, quantity=2, sku_id=skus[0].id)],
            payable_cents=20000,
            paid_cents=20000,
            freight_cents=0,
            facts=paid_by((f"credit_card_t{new_id().hex[-6:]}", 20000)),
            **more,
        )

    return made


@pytest.fixture
def card(session, shop, buyer):
    return make_card(session, shop, buyer.id, cents=50000)


@pytest.fixture
def back(desk, make, buyer):
    """A return that was agreed to; `sent` puts a parcel on its way."""

    def made(*qty: int, sent: bool = True, **what) -> Case:
        order = make(OrderStatus.SIGNED)
        case = desk.approve(desk.ask(order, *qty, by=buyer, **(RETURN | what)))
        return send(desk, buyer, case) if sent else case

    return made


@pytest.fixture
def shopper(client, app, buyer):
    """Who the shopper's routes take the client for."""
    known = {"actor": buyer}
    app.state.shopper = lambda _session, _request: known["actor"]
    return known


@pytest.fixture
def terms(session, actor, shop):
    """Let the shop's returns of faulty or disliked goods come with these terms."""

    def put(row, **then):
        put_terms(session, actor, shop, row, **then)

    return put


@pytest.fixture
def signed(make):
    """An order of these lines, 8.00 of freight among what was paid for it."""

    def made(*lines, goods, freight=800, facts_more=None, **more):
        cents = goods + freight
        return make(
            OrderStatus.SIGNED,
            lines=list(lines),
            payable_cents=cents,
            paid_cents=cents,
            freight_cents=freight,
            facts=paid_by((f"credit_card_t{new_id().hex[-6:]}", cents)) | (facts_more or {}),
            **more,
        )

    return made
