"""Orders in every state of one known customer: what a visitor of the demo can ask about."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from xiaoer.app.demo.buying import CHANNEL, CUSTOMERS_EACH, Sold, order_of
from xiaoer.app.demo.paying import add_payments
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.customers import service as customers
from xiaoer.customers.service import AddressRow, CustomerRow
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus

S = OrderStatus
SAMPLE_NAME, SAMPLE_PHONE = "小满（试用）", "13900008888"
"""Somebody whose orders a visitor of the demo can ask about; the phone's tail proves them."""
SAMPLES = (
    (S.PAID, 0.4), (S.SHIPPED, 2), (S.IN_TRANSIT, 3), (S.SIGNED, 4), (S.COMPLETED, 9),
    (S.COMPLETED, 60), (S.UNPAID, 0.1), (S.CLOSED, 8),
)  # fmt: skip
"""Statuses of these orders, and how many days ago each was placed."""


def sample_no(place: int) -> str:
    """The number of the sample at this place: easy to type, and the same in every demo."""
    return f"88880000{place + 1:04d}"


def add_samples(
    session: Session, chance: random.Random, shop: Shop, now: datetime, sold: list[Sold]
) -> None:
    """One order in every state for one known customer: something, or nothing, to ask for."""
    home = AddressRow(
        receiver="小满", phone=SAMPLE_PHONE, region="浙江省杭州市西湖区", street="龙井路 18 号"
    )
    buyer = CustomerRow(
        channel=CHANNEL,
        external_id=f"{shop.code}-{CUSTOMERS_EACH - 1:04d}",
        name=SAMPLE_NAME,
        phone=SAMPLE_PHONE,
        email=None,
        tags=[],
        created_at=now - timedelta(days=90),
        addresses=[home],
    )
    (customer_id,) = customers.upsert_many(session, shop.id, [buyer])
    add_payments(session, shop, [(customer_id, buyer)])
    rows = [
        order_of(chance, shop, now, place, status, (customer_id, buyer), sold, days)
        for place, (status, days) in enumerate(SAMPLES)
    ]
    named = [replace(row, order_no=sample_no(place)) for place, row in enumerate(rows)]
    orders.load(session, system("demo"), shop_id=shop.id, rows=named)
