"""What customers are told of each step, in their language; what does not arrive is followed up."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.test_returns import receive, send
from xiaoer.aftersales import service
from xiaoer.aftersales.models import (
    CaseKind,
    CaseState,
    EvidenceKind,
    InterceptionState,
    OfferKind,
    Reason,
)
from xiaoer.aftersales.service import Proof, deciding, wording
from xiaoer.channels.webchat.visitors import ANONYMOUS
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation, Message
from xiaoer.conversations.service import noticing
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.customers.models import Customer
from xiaoer.notices import service as notices
from xiaoer.notices.models import Notice, NoticeState
from xiaoer.notices.service import DeliveryReport, Handed, Receipt
from xiaoer.orders.models import OrderStatus
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Instrument
from xiaoer.tasks.models import Task

S = CaseState
RETURN = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}


@pytest.fixture
def told(session):
    """The texts about a case, the oldest first."""

    def texts(case, code=None):
        session.flush()
        query = select(Notice).where(Notice.subject_id == case.id).order_by(Notice.id)
        return [each for each in session.scalars(query) if code in (None, each.template_code)]

    return texts


@pytest.fixture
def reachable(session, buyer):
    """The buyer has a phone."""
    session.get_one(Customer, buyer.id).phone = "13800001111"
    session.flush()


class TestRefund:
    @pytest.mark.row("RNT-1", "RNT-2")
    def test_every_approved_refund_says_amount_and_day(self, desk, make, buyer, told):
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        (notice,) = told(case, "case_refunded")
        # The clock stands on 2026-11-02; a credit card takes up to seven working days.
        late = notice.text.split("预计 ")[1].split(" 前")[0]
        assert "退款金额 ¥100.01，退回原支付方式" in notice.text
        movement = paid.for_reason(desk.session, case.id)[0]
        used = desk.session.get_one(Instrument, movement.instrument_id)
        _, hours = deciding.arrival(desk.session, desk.actor, desk.shop.id, used)
        day = (clock.now() + timedelta(hours=hours)).astimezone(desk.shop.zone)
        assert late == f"{day.month}月{day.day}日"

    @pytest.mark.row("RNT-1")
    def test_approved_by_an_automation_or_after_inspection_it_is_told_too(
        self, desk, make, buyer, told
    ):
        desk.switch("unshipped_refund_only")
        case = desk.ask(make(), by=buyer)
        assert case.automation == "unshipped_refund_only"
        desk.work()
        assert len(told(case, "case_refunded")) == 1
        back = send(
            desk, buyer, desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))
        )
        receive(desk, back)
        desk.work()
        assert len(told(back, "case_refunded")) == 1

    @pytest.mark.row("RFS-10")
    def test_after_an_interception_the_refund_is_told(self, desk, make, buyer, told, session):
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        case = service.intercept(session, desk.actor, case_id=case.id, version=case.version)
        case = service.answer_interception(
            session, desk.actor, case_id=case.id, state=InterceptionState.SUCCEEDED, words="已拦截"
        )
        desk.approve(case)
        desk.work()
        (notice,) = told(case, "case_refunded")
        assert "¥92.01" in notice.text
        assert "前到账" in notice.text

    def test_in_english_for_who_reads_english(self, desk, make, buyer, told, session):
        session.get_one(Customer, buyer.id).language = "en"
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        (notice,) = told(case, "case_refunded")
        assert notice.text.startswith("Your refund for order")
        assert "¥100.01 goes back to the way you paid" in notice.text

    def test_a_shop_s_own_words_come_first(self, desk, make, buyer, told, session):
        notices.write_template(
            session, desk.actor, shop_id=desk.shop.id, code="case_refunded", text="退 {amount} 啦"
        )
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        assert [each.text for each in told(case, "case_refunded")] == ["退 ¥100.01 啦"]


class TestSteps:
    @pytest.mark.row("RET-3")
    def test_a_return_is_told_where_to_and_how_in_one_message(self, desk, make, buyer, told):
        case = desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))
        desk.work()
        (notice,) = told(case)
        for part in ("退货组", "0571-1234567", "浙江省杭州市余杭区 1 号", "①", "②", "③", "④"):
            assert part in notice.text

    @pytest.mark.row("RET-11")
    def test_who_has_not_sent_it_is_reminded_once(self, desk, make, buyer, told):
        case = desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))
        desk.wait(days=6, hours=1)
        desk.wait(hours=1)
        assert len(told(case, "case_send_back_soon")) == 1
        desk.wait(days=2)
        (closed,) = told(case, "case_closed")
        assert "超过时限" in closed.text

    def test_a_refusal_says_why_and_what_can_be_done(self, desk, make, buyer, told, session):
        case = desk.ask(
            make(OrderStatus.SIGNED),
            by=buyer,
            kind=CaseKind.REFUND_ONLY,
            reason=Reason.MISSING_ITEM,
        )
        service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="amount_wrong",
            words="只少了茶匙",
        )
        desk.work()
        (notice,) = told(case)
        assert "申请金额有误" in notice.text
        assert "只少了茶匙。" in notice.text
        assert "平台介入" in notice.text

    def test_offers_disputes_and_rulings_are_told(self, desk, make, buyer, told, session):
        shop = desk.shop
        shop.settings = shop.settings | {"aftersales": {"retention_budget_cents": 100_000}}
        case = desk.ask(make(), by=buyer)
        act = {"case_id": case.id, "version": case.version}
        service.retain(session, desk.actor, **act, kind=OfferKind.COUPON)
        desk.work()
        assert "优惠券" in told(case, "case_kept_offer")[0].text
        service.accept(session, buyer, case_id=case.id)
        desk.work()
        assert "保留订单" in told(case, "case_closed")[0].text

    def test_a_parcel_refused_at_our_door_is_told(self, desk, make, buyer, told, session):
        back = send(
            desk, buyer, desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))
        )
        service.refuse_receipt(
            session,
            desk.actor,
            case_id=back.id,
            version=back.version,
            words="外箱破损",
            proofs=[Proof(EvidenceKind.INSPECTION_PHOTO, [desk.photo()], "外箱")],
        )
        desk.work()
        assert "外箱破损" in told(back, "case_receipt_refused")[0].text

    def test_who_took_it_back_is_not_told_so(self, desk, make, buyer, told, session):
        case = desk.ask(make(), by=buyer)
        service.withdraw(session, buyer, case_id=case.id)
        desk.work()
        assert told(case) == []

    def test_every_text_of_the_house_is_whole_in_both_languages(self):
        for texts in wording.shipped().values():
            assert set(texts) == {"zh", "en"}
            names = [set(names_in(each)) for each in texts.values()]
            assert names[0] == names[1]


def names_in(text):
    return re.findall(r"\{([a-z_]+)\}", text)


class TestArriving:
    @pytest.fixture
    def notice(self, desk, make, buyer, told, reachable):
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        return told(case)[0]

    def send(self, session, notice, receipt):
        (outgoing,) = notices.claim(session, [notice.id])
        notices.record(session, [Handed(outgoing, receipt)])
        session.flush()
        session.refresh(notice)
        return outgoing

    @pytest.mark.row("RNT-3")
    def test_its_way_is_shown_with_the_case(self, desk, client, notice, session):
        notice.channel = "sms"
        notice.channels = ["sms"]

        def shown():
            return client.get(f"/api/cases/{notice.subject_id}/surroundings").json()["notices"][0]

        assert (shown()["state"], shown()["channel"]) == ("queued", "sms")
        key = self.send(session, session.get_one(Notice, notice.id), Receipt(True)).key
        assert shown()["state"] == "sent"
        notices.report(session, [DeliveryReport(key, True)])
        assert shown()["state"] == "delivered"
        assert shown()["delivered_at"]

    @pytest.mark.row("RNT-5")
    def test_undelivered_somebody_has_to_tell_it(self, desk, notice, session):
        notice.channel, notice.channels = "sms", ["sms"]
        self.send(session, notice, Receipt(False, reason="空号"))
        assert notice.state is NoticeState.FAILED
        desk.work()
        desk.work()
        (task,) = session.scalars(select(Task).where(Task.kind == "tell_customer")).all()
        assert task.subject_id == notice.subject_id
        assert "¥100.01" in task.description
        assert "空号" in task.description

    @pytest.mark.row("RNT-3")
    def test_it_is_said_in_the_customer_s_own_talk(self, desk, buyer, notice, session):
        talk = self.talk(session, desk, buyer)
        (outgoing,) = notices.claim(session, [notice.id])
        assert outgoing.channel == "webchat"
        receipt = noticing.say(session, outgoing)
        notices.record(session, [Handed(outgoing, receipt)])
        said = session.scalars(
            select(Message).where(Message.conversation_id == talk.id).order_by(Message.seq.desc())
        ).first()
        assert (said.text, said.auto) == (notice.text, True)
        assert said.card == {"type": "case", "case_id": str(notice.subject_id)}
        session.get_one(Conversation, talk.id).customer_delivered_seq = said.seq
        desk.wait(minutes=2)
        session.refresh(notice)
        assert notice.state is NoticeState.DELIVERED

    @pytest.mark.row("RNT-3")
    def test_not_seen_there_it_goes_by_text_message(self, desk, buyer, notice, session):
        self.talk(session, desk, buyer)
        (outgoing,) = notices.claim(session, [notice.id])
        notices.record(session, [Handed(outgoing, noticing.say(session, outgoing))])
        desk.wait(minutes=2)
        session.refresh(notice)
        assert (notice.channel, notice.state) == ("webchat", NoticeState.SENT)
        desk.wait(minutes=12)
        desk.wait(hours=1)
        session.refresh(notice)
        assert notice.channel == "sms"

    def test_without_a_talk_it_goes_by_text_message(self, notice, session):
        (outgoing,) = notices.claim(session, [notice.id])
        assert noticing.say(session, outgoing) == Receipt(False, reason="no talk")

    def talk(self, session, desk, buyer):
        customer = session.get_one(Customer, buyer.id)
        person = conversations.as_customer(
            shop_id=desk.shop.id, customer_id=customer.id, name=customer.name
        )
        whose = {"shop_id": desk.shop.id, "customer_id": customer.id, "channel": ANONYMOUS}
        conversations.receive(session, person, **whose, client_id=new_id(), text="在吗")
        query = select(Conversation).where(Conversation.customer_id == buyer.id)
        return session.scalars(query).one()
