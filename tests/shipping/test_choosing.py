"""What a shop chooses for its shipping is set on a page, and holds from then on."""

from dataclasses import replace
from uuid import uuid4

from sqlalchemy import select

from xiaoer.core.auth import Permission
from xiaoer.core.events import EventRow
from xiaoer.shipping.models import Parcel
from xiaoer.shipping.service import choosing
from xiaoer.shipping.service.announcing import News, is_due

PATH = "/api/shipping/settings"


def test_one_kind_of_news_is_switched_and_the_others_stay(client, session, shop):
    before = client.get(PATH, params={"shop_id": shop.id}).json()
    assert before["notices"]["signed"] is False
    body = {"shop_id": str(shop.id), "notices": {"signed": True}, "notice_channels": ["sms"]}
    told = client.put(PATH, json=body).json()
    assert told["notices"] == before["notices"] | {"signed": True}
    assert told["notice_channels"] == ["sms"]
    parcel = Parcel(shop_id=shop.id)
    assert is_due(session, parcel, News.SIGNED)
    assert is_due(session, parcel, News.OUT_FOR_DELIVERY)
    [row] = session.scalars(select(EventRow).where(EventRow.kind == "ShippingSettingsChanged"))
    assert row.data["changes"]["notice_channels"][1] == ["sms"]


def test_a_calendar_nobody_knows_changes_nothing(client, session, shop):
    before = choosing.chosen(session, shop.id)
    body = {"shop_id": str(shop.id), "quick_refund": True, "calendar_id": str(uuid4())}
    assert client.put(PATH, json=body).status_code == 404
    assert choosing.chosen(session, shop.id) == before


def test_is_for_who_runs_shipping(client, session, shop, acting, actor):
    acting["actor"] = replace(actor, permissions=frozenset({Permission.SHIPPING_READ}))
    body = {"shop_id": str(shop.id), "quick_refund": True}
    assert client.put(PATH, json=body).status_code == 403
    assert choosing.chosen(session, shop.id)["quick_refund"] is False
