"""Guides, feedback, legs, parcels on their way and lost, needs and the true reason."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.test_returns import receive, send
from tests.payments.conftest import make_buyer
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import (
    CaseFeedback,
    CaseKind,
    CaseParcel,
    CaseState,
    InterceptionState,
    Reason,
)
from xiaoer.aftersales.rules.legs import Leg, Marks, targets, timed
from xiaoer.aftersales.service import reminding
from xiaoer.channels.webchat.models import OrderClaim
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.notices.models import Notice
from xiaoer.orders.models import OrderStatus
from xiaoer.tasks.models import Task

S = CaseState
RETURN = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}


@pytest.fixture
def agreed(desk, make, buyer):
    return desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))


@pytest.fixture
def phone(client, app, buyer):
    """The shopper's own requests; staff's go by `client`."""
    app.state.shopper = lambda _session, _request: buyer
    return lambda method, path, **more: client.request(method, f"/chat/aftersales{path}", **more)


class TestGuides:
    def send(self, client, case, code="pack"):
        shown = client.get(f"/api/cases/{case.id}").json()
        body = {"version": shown["version"], "code": code}
        return client.post(f"/api/cases/{case.id}/guides", json=body)

    @pytest.mark.row("RET-7")
    def test_steps_with_pictures_are_sent_followed_and_seen(
        self, desk, client, phone, agreed, session
    ):
        assert self.send(client, agreed).status_code == 201
        desk.work()
        query = select(Notice).where(Notice.template_code == "case_guide")
        assert "1. 商品、配件" in session.scalars(query).one().text
        mine = phone("GET", f"/cases/{agreed.id}").json()["guides"][0]
        assert len(mine["lines"]) == 3
        for line in mine["lines"]:
            drawn = phone("GET", line["picture"].removeprefix("/chat/aftersales"))
            assert drawn.status_code == 200
            assert drawn.headers["content-type"].startswith("image/svg+xml")
        phone("POST", f"/cases/{agreed.id}/guides/pack/opening")
        phone("PUT", f"/cases/{agreed.id}/guides/pack/steps/0")
        phone("PUT", f"/cases/{agreed.id}/guides/pack/steps/0")
        seen = client.get(f"/api/cases/{agreed.id}/surroundings").json()["guides"][0]
        assert seen["seen_at"] is not None
        assert [each["done_at"] is not None for each in seen["lines"]] == [True, False, False]

    @pytest.mark.row("RET-7")
    def test_only_what_fits_the_step_is_offered_and_sent(self, client, agreed):
        shown = client.get(f"/api/cases/{agreed.id}").json()
        around = client.get(f"/api/cases/{agreed.id}/surroundings").json()
        assert [each["code"] for each in around["guide_offers"]] == [
            "pack",
            "send",
            "pick_up",
            "number",
        ]
        assert self.send(client, agreed, "proof").json()["code"] == "GuideNotFound"
        assert client.get(f"/api/cases/{agreed.id}").json()["version"] == shown["version"]

    def test_a_stranger_sees_no_guide(self, desk, client, agreed, session, stranger):
        self.send(client, agreed)
        with pytest.raises(errors.CaseNotFound):
            service.tick(session, stranger, case_id=agreed.id, code="pack", step=0)


class TestAsking:
    @pytest.mark.row("RET-6")
    def test_one_look_fills_the_form_and_one_request_opens_the_return(
        self, desk, make, phone, buyer
    ):
        order = make(OrderStatus.SIGNED)
        form = phone("GET", f"/orders/{order.id}").json()
        line = form["lines"][0]
        assert (line["title"], line["free"], form["receiver"] is not None) == ("茶杯", 3, True)
        assert {"no_reason", "quality_defect"} <= {each["reason"] for each in form["reasons"]}
        asked = {
            "kind": form["kinds"][0],
            "reason": "no_reason",
            "lines": [{"order_line_id": line["order_line_id"], "qty": line["free"]}],
        }
        made = phone("POST", f"/orders/{order.id}/cases", json=asked)
        assert made.status_code == 201, made.text
        assert made.json()["requested_cents"] == line["left_cents"]

    def test_who_only_knows_an_order_sees_its_receiver_masked(
        self, desk, make, client, app, buyer, session
    ):
        """The number and the phone's last digits are printed on the parcel."""
        order = make(
            OrderStatus.SIGNED,
            receiver_name="沈小姐",
            receiver_phone="13812345678",
            receiver_address="浙江省杭州市西湖区龙井路 1 号",
        )
        visitor = make_buyer(session, desk.shop)
        session.add(OrderClaim(customer_id=visitor, order_id=order.id, shop_id=desk.shop.id))
        guest = replace(
            buyer, id=visitor, permissions=buyer.permissions - {Permission.AFTERSALES_VOUCHED}
        )
        shown = {}
        for name, who in (("own", buyer), ("guest", guest)):
            app.state.shopper = lambda _session, _request, who=who: who
            shown[name] = client.get(f"/chat/aftersales/orders/{order.id}").json()["receiver"]
        assert shown["own"]["phone"] == "13812345678"
        assert shown["own"]["masked"] is False
        assert shown["guest"] == {
            "name": "沈**",
            "phone": "138****5678",
            "address": "浙江省杭州市西湖区***",
            "masked": True,
        }

    @pytest.mark.row("RET-8")
    def test_the_customer_chooses_how_to_send_it_back(self, desk, make, phone):
        order = make(OrderStatus.SIGNED)
        form = phone("GET", f"/orders/{order.id}").json()
        assert form["return_methods"] == ["pick_up", "self_ship"]
        asked = {
            "kind": "return_refund",
            "reason": "no_reason",
            "lines": [{"order_line_id": form["lines"][0]["order_line_id"], "qty": 1}],
            "return_method": "pick_up",
        }
        made = phone("POST", f"/orders/{order.id}/cases", json=asked).json()
        assert made["return_method"] == "pick_up"

    @pytest.mark.row("RET-8")
    def test_a_shop_offers_others_by_its_settings(self, desk, make, phone, session):
        order = make(OrderStatus.SIGNED)
        desk.shop.settings = desk.shop.settings | {
            "aftersales": {"return_methods": ["self_ship", "drop_off"]}
        }
        session.flush()
        form = phone("GET", f"/orders/{order.id}").json()
        assert form["return_methods"] == ["self_ship", "drop_off"]
        asked = {
            "kind": "return_refund",
            "reason": "no_reason",
            "lines": [{"order_line_id": form["lines"][0]["order_line_id"], "qty": 1}],
        }
        path = f"/orders/{order.id}/cases"
        refused = phone("POST", path, json=asked | {"return_method": "pick_up"})
        assert refused.json()["code"] == "MethodNotOffered"
        made = phone("POST", path, json=asked | {"return_method": "drop_off"})
        assert made.status_code == 201


class TestPickUp:
    @pytest.fixture
    def window(self):
        opens = clock.now() + timedelta(hours=20)
        return {
            "begins": opens.isoformat(),
            "ends": (opens + timedelta(hours=2)).isoformat(),
            "courier": "顺丰",
            "address": "上海市徐汇区 2 号",
        }

    def put(self, client, case, pickup, version=None):
        seen = version or client.get(f"/api/cases/{case.id}").json()["version"]
        body = {"version": seen, "pickup": pickup}
        return client.post(f"/api/cases/{case.id}/pickup", json=body)

    @pytest.mark.row("RET-9")
    def test_window_courier_address_and_result_are_kept_and_followed(
        self, client, phone, agreed, window
    ):
        body = {"version": agreed.version, "pickup": window}
        mine = phone("POST", f"/cases/{agreed.id}/pickup", json=body).json()
        assert mine["pickup"]["courier"] == "顺丰"
        done = self.put(client, agreed, {"result": "已取件"}).json()
        kept = done["pickup"]
        assert (kept["result"], kept["address"]) == ("已取件", "上海市徐汇区 2 号")
        for name in ("begins", "ends"):
            assert datetime.fromisoformat(kept[name]) == datetime.fromisoformat(window[name])
        assert done["state"] == "awaiting_buyer_return"
        assert done["timeline"][-1]["data"]["pickup"] == {"result": "已取件"}
        assert phone("GET", f"/cases/{agreed.id}").json()["pickup"] == kept

    def test_what_was_not_seen_or_is_no_window_changes_nothing(
        self, client, agreed, window, session
    ):
        before = everything(session)
        stale = self.put(client, agreed, window, version=agreed.version - 1)
        assert stale.json()["code"] == "CaseChanged"
        swapped = window | {"begins": window["ends"], "ends": window["begins"]}
        assert self.put(client, agreed, swapped).status_code == 422
        assert everything(session) == before

    def test_nothing_is_fetched_where_nothing_comes_back(self, desk, make, buyer, window, session):
        case = desk.ask(make(), by=buyer)
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            service.arrange_pickup(
                session, buyer, case_id=case.id, version=case.version, pickup=window
            )
        assert everything(session) == before

    def test_a_stranger_sends_no_courier(self, agreed, window, session, stranger):
        with pytest.raises(errors.CaseNotFound):
            service.arrange_pickup(
                session, stranger, case_id=agreed.id, version=agreed.version, pickup=window
            )


class TestFeedback:
    @pytest.fixture
    def done(self, desk, agreed, buyer):
        case = send(desk, buyer, agreed)
        receive(desk, case)
        desk.work()
        assert desk.state(case) is S.COMPLETED
        return case

    @pytest.mark.row("RET-20")
    def test_who_sent_goods_back_is_asked_and_a_problem_becomes_a_task(
        self, desk, done, phone, session
    ):
        (asked,) = session.scalars(
            select(Notice).where(Notice.template_code == "case_follow_up")
        ).all()
        assert asked.subject_id == done.id
        said = {"score": 2, "solved": False, "words": "只到了一半"}
        phone("POST", f"/cases/{done.id}/feedback", json=said)
        (task,) = session.scalars(select(Task).where(Task.kind == "case_feedback")).all()
        assert task.description == "只到了一半"
        again = phone("POST", f"/cases/{done.id}/feedback", json=said)
        assert again.json()["code"] == "FeedbackGivenAlready"

    @pytest.mark.row("RET-20")
    def test_content_customers_leave_no_work(self, done, phone, session):
        phone("POST", f"/cases/{done.id}/feedback", json={"score": 5, "solved": True})
        found = session.get_one(CaseFeedback, done.id)
        assert (found.score, found.task_id) == (5, None)

    def test_not_while_it_goes_on(self, agreed, buyer, session):
        with pytest.raises(errors.NotOver):
            service.give_feedback(session, buyer, case_id=agreed.id, score=5, solved=True)


class TestLegs:
    def test_each_leg_ends_where_the_next_begins(self):
        now = clock.now()
        at = [now + timedelta(hours=each) for each in (0, 2, 30, 90, 100, 101)]
        marks = Marks(at[0], at[1], at[2], at[3], at[4], at[5], at[5])
        found = timed(marks, at[5], targets())
        assert [each.leg for each in found] == list(Leg)
        assert [each.seconds // 3600 for each in found] == [2, 28, 60, 10, 1]
        assert [each.ours for each in found] == [True, False, False, True, True]

    def test_what_was_not_noted_ends_with_the_next_mark(self):
        now = clock.now()
        marks = Marks(now, now, now, None, now + timedelta(hours=5))
        found = timed(marks, now + timedelta(hours=6), targets())
        assert [each.seconds // 3600 for each in found] == [0, 0, 5, 0, 1]

    @pytest.mark.row("RET-21")
    def test_the_wait_in_each_step_stands_against_its_target(
        self, desk, make, buyer, client, session
    ):
        desk.shop.settings = desk.shop.settings | {
            "aftersales": {"leg_targets": {"approval": 4, "mailing": 10}}
        }
        session.flush()
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        desk.wait(hours=5)
        desk.approve(session.get_one(type(case), case.id))
        desk.wait(hours=3)
        shown = client.get(f"/api/cases/{case.id}/surroundings").json()["legs"]
        assert [(e["leg"], e["seconds"], e["target_sec"], e["late"]) for e in shown] == [
            ("approval", 5 * 3600, 4 * 3600, True),
            ("mailing", 3 * 3600, 10 * 3600, False),
        ]
        assert shown[1]["ended_at"] is None

    @pytest.mark.row("KP4-8")
    def test_the_five_segments_of_a_return_are_timed_apart(self, desk, agreed, buyer, client):
        desk.wait(hours=6)
        case = send(desk, buyer, desk.session.get_one(type(agreed), agreed.id))
        desk.wait(hours=40)
        service.report_return(desk.session, desk.actor, case_id=case.id, node="signed")
        desk.wait(hours=7)
        receive(desk, desk.session.get_one(type(case), case.id))
        desk.work()
        shown = client.get(f"/api/cases/{case.id}/surroundings").json()["legs"]
        assert {e["leg"]: e["seconds"] // 3600 for e in shown} == {
            "approval": 0,
            "mailing": 6,
            "transit": 40,
            "inspection": 7,
            "refund": 0,
        }


class TestParcels:
    @pytest.mark.row("RFS-2")
    def test_where_the_parcel_is_and_when_it_was_scanned(self, desk, make, buyer, client, session):
        scanned = clock.now() - timedelta(hours=3)
        order = make(
            OrderStatus.SHIPPED,
            facts={"parcel_node": "transit_hub"},
            parcel_text="【杭州转运中心】已发出",
            parcel_at=scanned,
        )
        case = desk.ask(order, by=buyer)
        shown = client.get(f"/api/cases/{case.id}/surroundings").json()["position"]
        assert shown["words"] == "【杭州转运中心】已发出"
        assert (shown["node"], shown["carrier"]) == ("transit_hub", "顺丰")
        assert shown["scanned_at"].startswith(scanned.isoformat()[:19])
        assert (shown["interception"], shown["why"]) == ("possible", "on_the_way")

    @pytest.fixture
    def refused(self, desk, make, buyer, session):
        """Could not be stopped; the customer refuses it at the door."""
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        case = service.intercept(session, desk.actor, case_id=case.id, version=case.version)
        failed = service.answer_interception
        case = failed(session, desk.actor, case_id=case.id, state=InterceptionState.FAILED)
        return service.choose(
            session, buyer, case_id=case.id, version=case.version, choice="refuse"
        )

    @pytest.mark.row("RFS-13")
    def test_lost_on_the_way_back_a_claim_is_linked_and_the_refund_is_free(
        self, desk, refused, client, session
    ):
        with pytest.raises(errors.InterceptionUnanswered), session.begin_nested():
            desk.approve(refused)
        news = {"case_id": refused.id, "node": "lost"}
        service.report_return(session, desk.actor, **news)
        desk.wait(minutes=1)
        service.report_return(session, desk.actor, **news)
        (claim,) = session.scalars(select(Task).where(Task.kind == "logistics_claim")).all()
        assert claim.subject_id == refused.id
        assert "¥92.01" in claim.description
        shown = client.get(f"/api/cases/{refused.id}").json()["parcels"][0]
        assert shown["claim_task_id"] == str(claim.id)
        case = desk.approve(session.get_one(type(refused), refused.id))
        desk.work()
        assert desk.state(case) is S.COMPLETED

    @pytest.mark.row("RFS-13")
    def test_lost_after_the_refund_it_is_claimed_all_the_same(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        case = service.intercept(session, desk.actor, case_id=case.id, version=case.version)
        done = {"case_id": case.id, "state": InterceptionState.SUCCEEDED}
        desk.approve(service.answer_interception(session, desk.actor, **done))
        desk.work()
        assert desk.state(case) is S.COMPLETED
        service.report_return(session, desk.actor, case_id=case.id, node="lost")
        parcel = session.scalars(select(CaseParcel).where(CaseParcel.case_id == case.id)).one()
        assert parcel.lost_at is not None
        assert session.get_one(Task, parcel.claim_task_id).kind == "logistics_claim"


class TestNeeds:
    @pytest.mark.row("RFS-5")
    def test_reason_and_wish_are_kept_in_fields_and_words(self, desk, make, buyer, client):
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        needs = {
            "wants": "refund",
            "reason": "late_delivery",
            "has_goods": False,
            "words": "出差了",
        }
        kept = client.post(
            f"/api/cases/{case.id}/needs", json={"version": case.version, "needs": needs}
        ).json()
        assert kept["notes"]["needs"] == needs
        assert kept["timeline"][-1]["data"]["needs"] == needs
        wrong = {"version": kept["version"], "needs": {"wants": "the moon"}}
        assert client.post(f"/api/cases/{case.id}/needs", json=wrong).status_code == 422

    @pytest.mark.row("KP4-4")
    def test_a_fault_that_is_none_brings_the_reminder_of_the_true_reason(
        self, desk, make, buyer, client, session
    ):
        asked = RETURN | {"reason": Reason.QUALITY_DEFECT}
        case = desk.ask(make(OrderStatus.SIGNED), 1, by=buyer, **asked)

        def reminder():
            return client.get(f"/api/cases/{case.id}/surroundings").json()["reminder"]

        assert reminder() is None
        body = {"version": case.version, "needs": {"reason": "dislike", "words": "颜色不喜欢"}}
        told = client.post(f"/api/cases/{case.id}/needs", json=body).json()
        assert "“质量问题”" in reminder()["zh"]
        assert "“不喜欢”" in reminder()["zh"]
        assert "退款金额和进度不受影响" in reminder()["zh"]
        body = {"version": told["version"], "needs": {"reason": "missing_parts"}}
        assert client.post(f"/api/cases/{case.id}/needs", json=body).status_code == 200
        assert reminder() is None
        assert session.get_one(type(case), case.id).first_reason is Reason.QUALITY_DEFECT

    @pytest.mark.row("KP4-4")
    def test_the_return_card_asks_for_the_true_reason_too(self, client):
        card = client.get("/api/return-card").json()
        assert "原因请按实际情况选择" in card["zh"]
        assert "choose the reason that is true" in card["en"]
        assert set(reminding.REASONS) == set(Reason)
