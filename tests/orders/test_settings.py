"""How a shop confirms its orders is set on a page, and holds from then on."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from xiaoer.core.auth import Permission
from xiaoer.core.events import EventRow
from xiaoer.orders.service import settings

PATH = "/api/order-settings"


def test_what_is_named_changes_and_the_rest_stays(client, session, shop):
    before = client.get(PATH, params={"shop_id": shop.id}).json()
    body = {
        "shop_id": str(shop.id),
        "no_answer": "hold",
        "quiet": ["21:30", "09:00"],
        "nudges": 1,
        "cod_fee_cents": 800,
    }
    told = client.put(PATH, json=body).json()
    assert told == before | {name: value for name, value in body.items() if name != "shop_id"}
    held = settings.of(session, shop.id)
    assert (held.no_answer, held.nudges, held.quiet) == ("hold", 1, ("21:30", "09:00"))
    [row] = session.scalars(select(EventRow).where(EventRow.kind == "OrderSettingsChanged"))
    assert row.data["changes"]["nudges"] == [2, 1]


@pytest.mark.parametrize(
    "wrong",
    [{"no_answer": "burn"}, {"cutoff": "25:00"}, {"quiet": ["22:00"]}, {"rating_templates": []}],
)
def test_what_makes_no_sense_changes_nothing(client, session, shop, wrong):
    answer = client.put(PATH, json={"shop_id": str(shop.id), **wrong})
    assert answer.status_code == 422
    assert "orders" not in shop.settings


def test_the_same_again_tells_nothing(client, session, shop):
    client.put(PATH, json={"shop_id": str(shop.id), "nudges": 2})
    query = select(EventRow).where(EventRow.kind == "OrderSettingsChanged")
    assert session.scalars(query).all() == []


def test_is_for_who_runs_the_shop(client, session, shop, acting, actor):
    acting["actor"] = replace(actor, permissions=frozenset({Permission.ORDERS_READ}))
    answer = client.put(PATH, json={"shop_id": str(shop.id), "nudges": 0})
    assert answer.status_code == 403
    assert "orders" not in shop.settings
