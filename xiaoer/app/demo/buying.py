"""What the demo sells and who bought it: goods, customers and orders in every status."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.app.demo import drawing, parcels, words
from xiaoer.app.demo.parcels import Carried
from xiaoer.app.demo.paying import paid_with
from xiaoer.catalog import service as catalog
from xiaoer.catalog.service import ProductRow, SkuRow
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.customers import service as customers
from xiaoer.customers.service import AddressRow, CustomerRow
from xiaoer.orders import service as orders
from xiaoer.orders.models import Flag, LineStatus, OrderStatus
from xiaoer.orders.service import LineRow, OrderRow

CUSTOMERS_EACH, ORDERS_EACH, ORDERS_AT_ONCE = 1000, 2500, 500
SAMPLES_EACH = 8
"""Of these orders, those of one known customer: see `samples`."""
CHANNEL = "demo"
"""Identity of the demo's own customers; only these are made to talk by `life`."""

S = OrderStatus
SHARES = (
    (S.UNPAID, 4), (S.PAID, 6), (S.HELD, 1), (S.PART_SHIPPED, 2), (S.SHIPPED, 7),
    (S.IN_TRANSIT, 10), (S.SIGNED, 12), (S.COMPLETED, 45), (S.REFUNDING, 4), (S.CLOSED, 5),
    (S.CANCELLED, 4),
)  # fmt: skip
AGES = {
    S.UNPAID: (0, 1), S.PAID: (0, 2.2), S.HELD: (0, 2), S.PART_SHIPPED: (1, 3), S.SHIPPED: (1, 3),
    S.IN_TRANSIT: (1, 5), S.SIGNED: (3, 12), S.COMPLETED: (10, 180), S.REFUNDING: (2, 20),
    S.CLOSED: (4, 120), S.CANCELLED: (1, 120),
}  # fmt: skip
"""How many days ago an order of that status was placed."""
PAID = frozenset(S) - {S.UNPAID, S.CANCELLED}
ON_THE_WAY = {S.PART_SHIPPED, S.SHIPPED, S.IN_TRANSIT, S.SIGNED, S.COMPLETED, S.CLOSED}

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
WISHES = ("请尽快发货", "麻烦包装严实一点", "周末送货", "送人用，不要放价格单", "放门卫")


@dataclass(frozen=True)
class Sold:
    """A SKU of a demo shop, as orders need it. Price in cents."""

    id: UUID
    title: str
    spec: str
    price_cents: int
    image_url: str


def add_goods(session: Session, chance: random.Random, shop: Shop) -> list[Sold]:
    """The shop's catalogue with both stocks; some of them differ."""
    products, skus, sold = [], [], {}
    listed = [goods for goods in words.goods() if goods.shop == shop.code]
    for position, goods in enumerate(listed):
        image, number = drawing.picture(goods.category, position), f"{shop.code}-{position:03d}"
        products.append(
            ProductRow(
                external_id=number, title=goods.title, category=goods.category, image_url=image
            )
        )
        for n, (spec, price) in enumerate(goods.specs, start=1):
            actual = chance.choice((0, 3, 12, 40, 86, 150, 320))
            page = actual + (chance.randint(4, 30) if chance.random() < 0.18 else 0)
            code = f"{number}-{n}".upper()
            skus.append(
                SkuRow(number, code, spec, price, code, image, True, page, None, actual, None)
            )
            sold[code] = (goods.title, spec, price, image)
    made = catalog.load(session, system("demo"), shop_id=shop.id, products=products, skus=skus)
    return [Sold(made[code], *facts) for code, facts in sold.items()]


def add_customers(
    session: Session, chance: random.Random, shop: Shop, now: datetime
) -> list[tuple[UUID, CustomerRow]]:
    """The people of the shop, without the one of the samples."""
    rows = []
    for n in range(CUSTOMERS_EACH - 1):
        receiver = chance.choice(SURNAMES) + chance.choice(words.names("given"))
        phone = f"1{chance.choice((38, 39, 50, 59, 77, 86, 99))}{chance.randrange(10**8):08d}"
        place = chance.choice(words.names("places"))
        region = place[: max(place.rfind(mark) for mark in "区县") + 1]
        home = AddressRow(
            receiver=receiver,
            phone=phone,
            region=region,
            street=f"{place.removeprefix(region)}{chance.randint(1, 300)}号",
        )
        rows.append(
            CustomerRow(
                channel=CHANNEL,
                external_id=f"{shop.code}-{n:04d}",
                name=f"{chance.choice(words.names('nicks'))}{chance.randint(1, 999)}",
                phone=phone,
                email=f"u{chance.randrange(10**6)}@example.com" if n % 3 == 0 else None,
                tags=[tag for tag, share in TAGS if chance.random() < share],
                created_at=now - timedelta(days=chance.randint(1, 700)),
                addresses=[home],
            )
        )
    return list(zip(customers.upsert_many(session, shop.id, rows), rows, strict=True))


TAGS = (("老客户", 0.25), ("会员", 0.12), ("爱催单", 0.04), ("企业采购", 0.03), ("高价值", 0.05))


def add_orders(
    session: Session,
    chance: random.Random,
    shop: Shop,
    now: datetime,
    buyers: list[tuple[UUID, CustomerRow]],
    sold: list[Sold],
) -> list[tuple[UUID, UUID, OrderRow]]:
    """Orders as (order, customer, row), the statuses in their usual shares."""
    statuses = chance.choices(*zip(*SHARES, strict=True), k=ORDERS_EACH - SAMPLES_EACH)
    # Some people buy often: the first of the list are drawn more.
    weights = [1 / (place + 20) for place in range(len(buyers))]
    whose = chance.choices(buyers, weights, k=len(statuses))
    made: list[tuple[UUID, UUID, OrderRow]] = []
    rows = [
        order_of(chance, shop, now, n, status, buyer, sold)
        for n, (status, buyer) in enumerate(zip(statuses, whose, strict=True))
    ]
    for start in range(0, len(rows), ORDERS_AT_ONCE):
        batch = rows[start : start + ORDERS_AT_ONCE]
        loaded = orders.load(session, system("demo"), shop_id=shop.id, rows=batch)
        made += [
            (loaded.ids[row.order_no], row.customer_id, row) for row in batch if row.customer_id
        ]
    return made


def order_of(
    chance: random.Random,
    shop: Shop,
    now: datetime,
    n: int,
    status: OrderStatus,
    buyer: tuple[UUID, CustomerRow],
    sold: list[Sold],
    days: float | None = None,
) -> OrderRow:
    """An order of this status; placed so many days ago, or when it may have been."""
    parcel = parcels.carried(chance, status) if status in ON_THE_WAY else None
    if parcel and days is not None:
        parcel = replace(parcel, since_label=None)
    placed = now - _age(chance, status, parcel, days)
    lines = _lines(chance, status, sold)
    sums = _sums(chance, lines, status)
    home = buyer[1].addresses[0]
    return OrderRow(
        order_no=f"{placed:%y%m%d}{7300000000 + n * 37 + chance.randint(0, 30)}{shop.code[0]}",
        source=CHANNEL,
        status=status,
        currency=shop.currency,
        lines=lines,
        customer_id=buyer[0],
        placed_at=placed,
        receiver_name=home.receiver,
        receiver_phone=home.phone,
        receiver_address=home.region + home.street,
        buyer_message=chance.choice(WISHES) if chance.random() < 0.12 else "",
        flag=chance.choice(list(Flag)) if chance.random() < 0.06 else None,
        facts=_facts(chance, buyer[1], n, status, sums["paid_cents"]),
        **sums,
        **_way(chance, now, placed, status, parcel, home.region),
    )


def _sums(chance: random.Random, lines: list[LineRow], status: OrderStatus) -> dict[str, Any]:
    """What the lines come to, less what is off for much, with freight for little."""
    listed = sum(line.list_cents for line in lines)
    off = 5000 if listed >= 39900 else 2000 if listed >= 19900 else 0
    platform = 500 if chance.random() < 0.15 and listed > 5000 else 0
    freight = 0 if listed >= 5000 else 800
    payable = listed - off - platform + freight
    paid = payable if status in PAID else 0
    return {
        "payable_cents": payable,
        "platform_discount_cents": platform,
        "freight_cents": freight,
        "paid_cents": paid,
        "refunded_cents": paid if status is S.CLOSED else 0,
    }


def _lines(chance: random.Random, status: OrderStatus, sold: list[Sold]) -> list[LineRow]:
    kind = {S.REFUNDING: LineStatus.REFUNDING, S.CLOSED: LineStatus.REFUNDED}
    lines = []
    for sku in chance.sample(sold, k=chance.choices((1, 2, 3), (70, 22, 8))[0]):
        quantity = chance.choices((1, 2, 3, 5), (76, 16, 5, 3))[0]
        lines.append(
            LineRow(
                title=sku.title,
                spec=sku.spec,
                list_cents=sku.price_cents * quantity,
                quantity=quantity,
                sku_id=sku.id,
                image_url=sku.image_url,
                status=kind.get(status, LineStatus.NORMAL),
            )
        )
    return lines


def _facts(
    chance: random.Random, buyer: CustomerRow, n: int, status: OrderStatus, paid: int
) -> dict[str, Any]:
    """How it was paid, where it leaves from, and whether it is to be paid on delivery."""
    cod = {"cod": True} if status is S.UNPAID and chance.random() < 0.08 else {}
    house = {"warehouse": "gz" if n % 3 == 0 else "hz"}
    return paid_with(buyer, paid) | house | cod


def _age(
    chance: random.Random, status: OrderStatus, parcel: Carried | None, days: float | None
) -> timedelta:
    """How long ago it was placed: some time before its label, where its parcel tells."""
    if parcel and parcel.since_label is not None:
        return parcel.since_label + timedelta(hours=chance.uniform(3, 34))
    usual = chance.randint(int(AGES[status][0] * 1440) + 5, int(AGES[status][1] * 1440))
    minutes = usual if days is None else int(days * 1440)
    return timedelta(minutes=minutes, seconds=chance.randint(0, 59))


def _way(
    chance: random.Random,
    now: datetime,
    placed: datetime,
    status: OrderStatus,
    parcel: Carried | None,
    region: str,
) -> dict[str, Any]:
    """The times of the order, and its parcel, as far as it got; never later than now."""
    found: dict[str, Any] = {}
    paid = placed + timedelta(minutes=chance.randint(1, 20))
    if status in PAID:
        found = {"paid_at": min(paid, now), "promised_ship_by": paid + timedelta(hours=48)}
    if status is S.CANCELLED:
        return {"closed_at": min(placed + timedelta(hours=chance.randint(1, 24)), now)}
    if parcel is None:
        return found
    shipped = min(paid + timedelta(hours=chance.randint(3, 40)), now - timedelta(hours=1))
    if parcel.since_label is not None:
        shipped = now - parcel.since_label
    way = timedelta(hours=parcel.hours or chance.randint(20, 90))
    signed = min(shipped + way, now - timedelta(minutes=20))
    city = region.split("省")[-1].split("市")[0] or region
    moved = min(shipped + timedelta(hours=9), now - timedelta(minutes=9))
    labelled = (shipped, "商家已发货，等待快递揽收")
    scans = dict.fromkeys((S.PART_SHIPPED, S.SHIPPED), labelled)
    scans[S.IN_TRANSIT] = (moved, f"【{city}】快件已到达{city}转运中心")
    at, words_ = scans.get(status, (signed, f"【{city}】已签收，签收人：本人"))
    found |= {"shipped_at": shipped, "parcel_text": words_, "parcel_at": at}
    found |= {"courier": parcel.courier, "tracking_no": parcel.number}
    found |= {"promised_arrival": shipped + timedelta(days=3)}
    if status in (S.SIGNED, S.COMPLETED, S.CLOSED):
        found["signed_at"] = signed
    if status is S.COMPLETED:
        found["completed_at"] = min(signed + timedelta(days=chance.randint(1, 7)), now)
    if status is S.CLOSED:
        found["closed_at"] = min(signed + timedelta(days=2), now)
    return found
