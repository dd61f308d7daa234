"""Logistics cases: found or reported, asked about, claimed, told, ended; and how couriers do."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.customers.factories import make_customer
from tests.shipping.factories import packed, scan
from xiaoer.core import clock
from xiaoer.notices.models import Notice
from xiaoer.orders.models import Order
from xiaoer.promises import service as promises
from xiaoer.promises.models import Promise
from xiaoer.shipping import queries, service
from xiaoer.shipping.errors import TroubleEnded
from xiaoer.shipping.models import Trouble, TroubleEnd, TroubleType
from xiaoer.shipping.service import troubling
from xiaoer.tasks.models import Task, TaskState

NUMBER = "YT1234567890123"


def sent(session, actor, shop, number=NUMBER, **facts):
    buyer = make_customer(session, shop, channel="site", external_id=f"u-{number}")
    return packed(session, actor, shop, number=number, customer_id=buyer.id, **facts)


def tell(session, actor, shop, code, number=NUMBER):
    service.take(session, actor, shop_id=shop.id, scans=[scan(number, code, clock.now())])


def case(session):
    return session.scalars(select(Trouble), execution_options={"populate_existing": True}).one()


class TestFound:
    @pytest.mark.row("LOG-1")
    @pytest.mark.parametrize(("code", "kind"), [("2", "delay"), ("205", "loss"), ("14", "refused")])
    def test_a_scan_opens_a_case_once(self, session, shop, actor, frozen, run_jobs, code, kind):
        order = sent(session, actor, shop)
        tell(session, actor, shop, "103")
        frozen(timedelta(hours=3))
        tell(session, actor, shop, code)
        run_jobs()
        found = case(session)
        assert (found.type, found.order_id, found.courier) == (kind, order.id, "yto")
        frozen(timedelta(hours=1))
        tell(session, actor, shop, code)
        run_jobs()
        assert case(session).id == found.id
        assert session.get_one(Task, found.task_id).subject_id == order.id

    @pytest.mark.row("LOG-1")
    def test_silence_opens_one_and_arrival_ends_it(self, session, shop, actor, frozen, run_jobs):
        sent(session, actor, shop)
        tell(session, actor, shop, "1002")
        frozen(timedelta(hours=49))
        service.find_silent(session)
        run_jobs()
        assert case(session).type is TroubleType.DELAY
        tell(session, actor, shop, "301")
        run_jobs()
        assert case(session).ended is TroubleEnd.DELIVERED

    @pytest.mark.row("LOG-1")
    @pytest.mark.row("FM2-2")
    def test_damage_and_wrong_delivery_are_reported(self, client, session, shop, actor, frozen):
        order = sent(session, actor, shop)
        body = {"order_id": str(order.id), "type": "damage", "note": "外箱压扁"}
        made = client.post("/api/shipping/troubles", json=body)
        assert (made.status_code, made.json()["number"]) == (201, 1)
        page = client.get("/api/shipping/troubles", params={"shop_id": shop.id}).json()
        assert (page["items"][0]["type"], page["items"][0]["tracking_no"]) == ("damage", NUMBER)


class TestFollowing:
    @pytest.mark.row("LOG-2")
    def test_inquiries_answers_and_claims_are_kept(self, client, session, shop, actor, frozen):
        order = sent(session, actor, shop)
        made = service.open_trouble(session, actor, order_id=order.id, type=TroubleType.LOSS)
        path = f"/api/shipping/troubles/{made.id}/entries"
        due = (clock.now() + timedelta(hours=8)).isoformat()
        refused = client.post(path, json={"kind": "inquiry", "text": "包裹在哪"})
        assert (refused.status_code, refused.json()["code"]) == (422, "EntryIncomplete")
        client.post(path, json={"kind": "inquiry", "text": "包裹在哪", "due_at": due})
        frozen(timedelta(hours=2))
        client.post(path, json={"kind": "answer", "text": "确认丢失"})
        client.post(path, json={"kind": "claim", "text": "按声明价值索赔", "cents": 12800})
        client.post(path, json={"kind": "payout", "text": "到账", "cents": 10000})
        told = client.get(path).json()
        assert [each["kind"] for each in told["items"]] == ["inquiry", "answer", "claim", "payout"]
        assert told["items"][0]["answered_at"] is not None
        found = case(session)
        assert (found.claim_cents, found.paid_cents) == (12800, 10000)

    @pytest.mark.row("LOG-3")
    def test_who_does_not_follow_up_is_called_and_the_end_is_kept(
        self, session, shop, actor, frozen, run_jobs
    ):
        order = sent(session, actor, shop)
        made = service.open_trouble(session, actor, order_id=order.id, type=TroubleType.DAMAGE)
        for _ in range(2):
            frozen(timedelta(hours=25))
            while promises.fire_due(session).full:
                pass
            run_jobs()
        calls = select(func.count()).where(Task.kind == troubling.OVERDUE)
        assert session.scalar(calls) == 1
        service.end_trouble(session, actor, made.id, how=TroubleEnd.RESENT, words="已补发新件")
        found = case(session)
        assert (found.ended, session.get_one(Task, found.task_id).state) == (
            TroubleEnd.RESENT,
            TaskState.DONE,
        )
        open_ = select(func.count()).where(
            Promise.subject_id == found.id, Promise.ended_at.is_(None)
        )
        assert session.scalar(open_) == 0
        with pytest.raises(TroubleEnded):
            service.milestone(session, actor, made.id, words="还在查")

    @pytest.mark.row("LOG-4")
    def test_milestones_and_the_end_are_told_to_the_customer(self, session, shop, actor, frozen):
        order = sent(session, actor, shop)
        made = service.open_trouble(session, actor, order_id=order.id, type=TroubleType.LOSS)
        service.milestone(session, actor, made.id, words="快递正在找，明天中午前答复")
        service.end_trouble(session, actor, made.id, how=TroubleEnd.REFUNDED, words="已全额退款")
        told = session.scalars(select(Notice.text).order_by(Notice.id)).all()
        assert ["明天中午前答复" in told[0], "已全额退款" in told[1]] == [True, True]
        written = queries.entries(session, actor, made.id)
        assert all(each.notice_id and each.at == clock.now() for each in written)

    @pytest.mark.row("LOG-5")
    @pytest.mark.parametrize("kind", TroubleType)
    def test_words_that_comfort_in_both_languages(self, client, session, shop, actor, frozen, kind):
        order = sent(session, actor, shop)
        made = service.open_trouble(session, actor, order_id=order.id, type=kind)
        path = f"/api/shipping/troubles/{made.id}/entries"
        zh, en = (
            client.get(path, headers={"Accept-Language": each}).json()["comfort"]
            for each in ("zh", "en")
        )
        assert len(zh) == len(en) > 0


@pytest.mark.row("LOG-6")
def test_couriers_are_compared_by_region(client, session, shop, actor, frozen):
    start = clock.now()
    for place, region in enumerate(("浙江省", "浙江省", "广东省")):
        number = f"YT{place:013}"
        order = sent(session, actor, shop, number)
        service.pack(
            session,
            actor,
            shop_id=shop.id,
            labels=[service.Label(order.order_no, "sf", f"SF{place:013}", region=region)],
        )
        scans = [
            scan(f"SF{place:013}", "103", start + timedelta(hours=4), "sf"),
            scan(f"SF{place:013}", "301", start + timedelta(hours=28), "sf"),
        ]
        service.take(session, actor, shop_id=shop.id, scans=scans)
        if region == "广东省":
            made = service.open_trouble(session, actor, order_id=order.id, type=TroubleType.DAMAGE)
            due = start + timedelta(days=1)
            service.inquire(session, actor, made.id, words="怎么回事", due_at=due)
            frozen(timedelta(hours=3))
            service.answered(session, actor, made.id, words="分拣时压坏")
            service.claim(session, actor, made.id, cents=5000, words="索赔")
    asked = {
        "shop_id": shop.id,
        "since": (start - timedelta(days=1)).isoformat(),
        "until": (start + timedelta(days=1)).isoformat(),
    }
    whole = client.get("/api/shipping/performance", params=asked).json()
    sf = next(row for row in whole if row["courier"] == "sf")
    assert (sf["parcels"], sf["pickup_hours"], sf["way_hours"]) == (3, 4.0, 24.0)
    apart = client.get("/api/shipping/performance", params=asked | {"regions": True}).json()
    south = next(row for row in apart if row["region"] == "广东省")
    assert (south["exceptions"], south["answer_hours"], south["claim_cents"]) == (1, 3.0, 5000)


@pytest.mark.row("ADR-9")
def test_a_wrong_address_is_reported_and_counted(client, session, shop, actor, run_jobs):
    order = packed(session, actor, shop, number="YT55")
    body = {"order_id": str(order.id), "type": "refused", "wrong_address": True}
    assert client.post("/api/shipping/troubles", json=body).status_code == 201
    assert session.get_one(Order, order.id).facts["wrong_address"] is True
