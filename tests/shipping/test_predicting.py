"""Orders that will be late are found before they are."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.orders.factories import make_order
from tests.shipping.factories import packed, scan
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock
from xiaoer.core.events import EventRow
from xiaoer.orders.service import LineRow
from xiaoer.shipping import queries, service
from xiaoer.shipping.models import ShipWatch, Threat
from xiaoer.shipping.queries import Figure


def threats(session, orders):
    for order in orders:
        session.expire(session.get(ShipWatch, order.id))
    return [session.get_one(ShipWatch, order.id).threat for order in orders]


def predicted(session):
    rows = session.scalars(select(EventRow).where(EventRow.kind == "DelaysPredicted"))
    return [(each.data["threat"], len(each.data["order_ids"])) for each in rows]


def test_more_sold_than_there_is(session, shop, actor, frozen):
    """Three are owed and two are there: the last in line will be late, and is told once."""
    product = Product(shop_id=shop.id, external_id="p", title="龙井")
    session.add(product)
    session.flush()
    sku = Sku(
        shop_id=shop.id,
        product_id=product.id,
        external_id="s",
        price_cents=1,
        currency="CNY",
        actual_stock=2,
        actual_synced_at=clock.now(),
    )
    session.add(sku)
    session.flush()
    made = []
    for _ in range(3):
        lines = [LineRow(title="龙井", list_cents=12800, sku_id=sku.id)]
        made.append(make_order(session, shop, paid_at=clock.now(), lines=lines))
        frozen(timedelta(minutes=1))
    service.watch(session, shop.id, [order.id for order in made])
    assert (service.predict(session, shop.id), service.predict(session, shop.id)) == (1, 0)
    assert threats(session, made) == [None, None, Threat.NO_STOCK]
    assert queries.board(session, actor, shop.id).totals[Figure.THREATENED] == 1
    sku.actual_stock = 3
    session.flush()
    assert service.predict(session, shop.id) == 0
    assert threats(session, made) == [None, None, None]
    assert predicted(session) == [("no_stock", 1)]


def test_a_backlog_against_the_measured_pace(session, shop, actor, frozen):
    """The warehouse hands over one parcel in twelve hours: of five owed, three come too late."""
    for place in range(2):
        packed(session, actor, shop, number=f"YT{place:013}")
        scans = [scan(f"YT{place:013}", "103", clock.now() + timedelta(hours=place))]
        service.take(session, actor, shop_id=shop.id, scans=scans)
    frozen(timedelta(hours=2))
    made = [make_order(session, shop, paid_at=clock.now() - timedelta(hours=20)) for _ in range(5)]
    made.sort(key=lambda order: order.id)
    service.watch(session, shop.id, [order.id for order in made])
    assert service.predict(session, shop.id) == 3
    assert threats(session, made) == [None, None, *[Threat.BACKLOG] * 3]
    expected = session.get_one(ShipWatch, made[2].id).expected_at
    assert expected == clock.now() + timedelta(hours=36)


def test_a_courier_that_picks_up_no_more(session, shop, actor, frozen):
    packed(session, actor, shop, number="YT0000000000009")
    service.take(
        session, actor, shop_id=shop.id, scans=[scan("YT0000000000009", "103", clock.now())]
    )
    waiting = [packed(session, actor, shop, number=f"YT{place:013}") for place in range(5)]
    assert service.predict(session, shop.id) == 0
    frozen(timedelta(hours=25))
    assert service.predict(session, shop.id) == 5
    assert set(threats(session, waiting)) == {Threat.COURIER_STOPPED}


@pytest.mark.row("FM4-1")
def test_presales_that_do_not_say_so(client, session, shop):
    for number, (title, facts) in enumerate(
        [
            ("明前龙井【预售】", {"presale": True, "presale_ship_on": "2027-04-01"}),
            ("明前龙井", {"presale": True, "presale_ship_on": "2027-04-01"}),
            ("碧螺春 预售", {"presale": True}),
            ("普洱", {}),
        ]
    ):
        session.add(Product(shop_id=shop.id, external_id=str(number), title=title, facts=facts))
    session.flush()
    found = client.get("/api/shipping/unmarked-presales", params={"shop_id": shop.id}).json()
    assert [(each["title"], each["labelled"], each["ship_on"]) for each in found] == [
        ("明前龙井", False, "2027-04-01"),
        ("碧螺春 预售", True, None),
    ]
