"""The demo goes on selling, and its warehouses sending: the couriers' twin does the rest."""

import random
from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.app.demo import parcels
from xiaoer.app.demo.buying import CHANNEL
from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow, OrderRow
from xiaoer.shipping import service as shipping
from xiaoer.shipping.service import Label

SELL_EVERY_SEC, PACK_EVERY_SEC = 240.0, 200.0

_LIKE = text("""
SELECT o.customer_id, o.currency, o.receiver_name, o.receiver_phone, o.receiver_address,
    o.facts->>'warehouse' AS warehouse, l.title, l.spec, l.image_url, l.sku_id,
    l.list_cents / coalesce(l.quantity, 1) AS cents
FROM (SELECT * FROM orders WHERE shop_id = :shop AND source = :source AND customer_id IS NOT NULL
    ORDER BY recency DESC OFFSET :some LIMIT 1) AS o
JOIN order_lines l ON l.order_id = o.id ORDER BY l.position LIMIT 1
""")
_URGENT = text("""
SELECT o.order_no, o.receiver_address, w.code FROM ship_watches s
JOIN orders o ON o.id = s.order_id JOIN warehouses w ON w.id = s.warehouse_id
WHERE s.shop_id = :shop AND s.stage = 'owed' AND o.status = 'paid' AND o.source = :source
ORDER BY s.due_at, s.order_id OFFSET :some LIMIT 1
""")


def go_on(session: Session, chance: random.Random, shop: Shop, seconds: float) -> None:
    """What happens in a shop in so many seconds: mostly nothing."""
    if chance.random() < seconds / SELL_EVERY_SEC:
        _sell(session, chance, shop)
    if chance.random() < seconds / PACK_EVERY_SEC:
        _pack(session, chance, shop)


def _sell(session: Session, chance: random.Random, shop: Shop) -> None:
    """Somebody buys again what they bought before."""
    asked = {"shop": shop.id, "source": CHANNEL, "some": chance.randrange(400)}
    like = session.execute(_LIKE, asked).one_or_none()
    if like is None:
        return
    now = clock.now()
    line = LineRow(
        title=like.title,
        spec=like.spec,
        list_cents=like.cents,
        quantity=1,
        sku_id=like.sku_id,
        image_url=like.image_url,
    )
    row = OrderRow(
        order_no=f"{now:%y%m%d%H%M%S}{chance.randrange(1000):03d}{shop.code[0]}",
        source=CHANNEL,
        status=OrderStatus.PAID,
        currency=like.currency,
        lines=[line],
        customer_id=like.customer_id,
        payable_cents=like.cents,
        paid_cents=like.cents,
        placed_at=now - timedelta(minutes=2),
        paid_at=now,
        promised_ship_by=now + timedelta(hours=48),
        receiver_name=like.receiver_name,
        receiver_phone=like.receiver_phone,
        receiver_address=like.receiver_address,
        facts={"warehouse": like.warehouse or ""},
    )
    orders.load(session, system("demo"), shop_id=shop.id, rows=[row])


def _pack(session: Session, chance: random.Random, shop: Shop) -> None:
    """A warehouse sends one of the orders that are due first."""
    asked = {"shop": shop.id, "source": CHANNEL, "some": chance.randrange(30)}
    order = session.execute(_URGENT, asked).one_or_none()
    if order is None:
        return
    courier, number = parcels.drawn(chance)
    label = Label(
        order_no=order.order_no,
        courier=courier,
        tracking_no=number,
        warehouse=order.code,
        region=parcels.province(order.receiver_address),
    )
    shipping.pack(session, system("demo"), shop_id=shop.id, labels=[label])
