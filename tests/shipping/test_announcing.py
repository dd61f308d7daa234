"""Customers hear of their parcels, by rule and by hand."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.shipping.factories import packed, scan
from xiaoer.core import clock
from xiaoer.notices import service as notices
from xiaoer.notices.models import Notice, NoticeState
from xiaoer.shipping import service
from xiaoer.shipping.errors import NothingToAnnounce
from xiaoer.shipping.service import News

NUMBER = "YT1234567890123"


def sent(session, actor, shop, **facts):
    buyer = make_customer(session, shop, phone="13812345678", email="u@example.com")
    return packed(session, actor, shop, number=NUMBER, customer_id=buyer.id, **facts)


def take(session, actor, shop, code, at=None):
    told = [scan(NUMBER, code, at or clock.now())]
    service.take(session, actor, shop_id=shop.id, scans=told)


def told(session):
    query = select(Notice.template_code, Notice.text).order_by(Notice.created_at, Notice.id)
    return [tuple(row) for row in session.execute(query)]


@pytest.mark.row("NOT-1")
def test_a_shipped_order_is_told_with_courier_number_and_day(
    session, shop, actor, frozen, run_jobs
):
    order = sent(session, actor, shop)
    run_jobs()
    ((code, text),) = told(session)
    assert code == "parcel_shipped"
    assert all(each in text for each in (order.order_no, "圆通", NUMBER, "11月5日"))
    notice = session.scalars(select(Notice)).one()
    assert (notice.subject_type, notice.subject_id) == ("order", order.id)
    assert notice.channels == ["webchat", "sms", "email"]


@pytest.mark.row("FM1-4")
def test_out_for_delivery_reminds_to_open_and_inspect(session, shop, actor, frozen, run_jobs):
    sent(session, actor, shop)
    take(session, actor, shop, "103")
    frozen(timedelta(hours=5))
    take(session, actor, shop, "5")
    run_jobs()
    texts = dict(told(session))
    assert "开箱验货" in texts["parcel_out_for_delivery"]


@pytest.mark.row("NOT-3")
def test_further_news_are_told_where_the_shop_wants_them(session, shop, actor, frozen, run_jobs):
    sent(session, actor, shop)
    take(session, actor, shop, "301")
    run_jobs()
    assert "parcel_signed" not in dict(told(session))
    shop.settings = shop.settings | {
        "shipping": {"notices": {"signed": True, "exception": True, "shipped": False}}
    }
    session.flush()
    frozen(timedelta(hours=1))
    take(session, actor, shop, "2")
    run_jobs()
    assert "parcel_exception" in dict(told(session))


def test_news_of_the_past_are_told_to_nobody(session, shop, actor, frozen, run_jobs):
    order = make_order(session, shop, paid_at=clock.now() - timedelta(days=9))
    old = clock.now() - timedelta(days=8)
    label = service.Label(order.order_no, "yto", NUMBER, labelled_at=old)
    service.pack(session, actor, shop_id=shop.id, labels=[label])
    take(session, actor, shop, "5", old + timedelta(days=1))
    run_jobs()
    assert told(session) == []


@pytest.mark.row("NOT-2")
def test_by_hand_for_many_and_who_was_not_reached(client, session, shop, actor, frozen):
    order = sent(session, actor, shop)
    stranger = packed(session, actor, shop, number="YT0000000000001")
    body = {
        "shop_id": str(shop.id),
        "order_ids": [str(order.id), str(stranger.id)],
        "news": "shipped",
    }
    answer = client.post("/api/shipping/notices", json=body).json()
    assert (answer["told"], [each["order_id"] for each in answer["unreached"]]) == (
        1,
        [str(stranger.id)],
    )
    bare = make_order(session, shop, paid_at=clock.now())
    with pytest.raises(NothingToAnnounce):
        service.announce(session, actor, shop_id=shop.id, order_ids=[bare.id], news=News.SHIPPED)


@pytest.mark.row("NOT-4")
def test_the_next_channel_is_taken_and_a_failure_is_reported(
    client, session, shop, actor, frozen, run_jobs
):
    sent(session, actor, shop)
    run_jobs()
    notice = session.scalars(select(Notice)).one()
    for channel in ("webchat", "sms", "email"):
        frozen(timedelta(minutes=10))
        (outgoing,) = notices.claim(session, [notice.id])
        assert outgoing.channel == channel
        refused = notices.Receipt(accepted=False, reason="号码不存在")
        notices.record(session, [notices.Handed(outgoing, refused)])
        session.refresh(notice)
    assert notice.state is NoticeState.FAILED
    asked = {"shop_id": shop.id, "state": "failed"}
    page = client.get("/api/notices", params=asked).json()
    assert [each["id"] for each in page["items"]] == [str(notice.id)]


@pytest.mark.row("FM1-3")
@pytest.mark.parametrize("on", [True, False])
def test_a_parcel_nobody_picks_up_is_offered_a_quick_refund(
    session, shop, actor, frozen, run_jobs, on
):
    shop.settings = shop.settings | {
        "shipping": {"quick_refund": on, "notices": {"shipped": False}}
    }
    order = sent(session, actor, shop)
    run_jobs()
    for _ in range(2):
        frozen(timedelta(hours=25))
        while service.find_silent(session):
            pass
        run_jobs()
    offers = [text for code, text in told(session) if code == "quick_refund"]
    assert len(offers) == on
    assert all(order.order_no in text and NUMBER in text for text in offers)
