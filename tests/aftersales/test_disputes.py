"""易介入: real cases brought to every branch of the tree: what to do, to say and to prove."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.test_returns import receive, send
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import (
    Answer,
    CaseKind,
    CaseState,
    Closed,
    Dispute,
    DisputeState,
    EvidenceKind,
    Party,
    Reason,
    Responsible,
)
from xiaoer.aftersales.service import Proof, answering, branching
from xiaoer.aftersales.service.holding import hold
from xiaoer.core import clock
from xiaoer.core.ids import new_id
from xiaoer.evidence import service as evidence
from xiaoer.evidence.models import Kind, SubjectType
from xiaoer.orders.models import OrderStatus
from xiaoer.playbooks import queries as played
from xiaoer.playbooks import service as playbooks
from xiaoer.playbooks.errors import EvidenceMissing
from xiaoer.playbooks.models import Ruling
from xiaoer.tasks.models import Task

K, S = EvidenceKind, CaseState


@pytest.fixture
def claim(desk, make, buyer):
    """A refund the buyer asks for, with the order's dates and the needs found out in talk."""

    def made(reason, status=OrderStatus.SHIPPED, *, wants=None, node=None, late=None, **what):
        order = make(status, **({"facts": {"parcel_node": node}} if node else {}))
        if late is not None:
            order.promised_ship_by = order.shipped_at + timedelta(hours=-5 if late else 5)
        case = desk.ask(order, by=buyer, reason=reason, **what)
        if wants:
            needs = {"wants": wants, "words": "在线沟通"}
            service.note_needs(
                desk.session, desk.actor, case_id=case.id, version=case.version, needs=needs
            )
        return case

    return made


@pytest.fixture
def run(desk):
    """Its run in the tree, with what is known of the case and what somebody answered besides."""

    def begun(case, **answers):
        held = hold(desk.session, desk.actor, case.id)
        made = branching.begin(desk.session, desk.actor, held)
        return playbooks.learn(desk.session, desk.actor, made.id, answers)

    return begun


@pytest.fixture
def path(desk):
    """Do the steps of a run to its judgement: all that was to be done and said on the way."""

    def gone(run):
        book, seen = played.book(desk.session, run), []
        while run.step and not book.steps[run.step].answers:
            step = book.steps[run.step]
            seen += [step.title.zh, step.do.zh if step.do else "", *(e.zh for e in step.words)]
            assert all(each.en for each in (step.title, *step.words))
            run = playbooks.take_step(desk.session, desk.actor, run.id, step=run.step)
        return "\n".join(seen)

    return gone


def checklist(desk, run):
    """Item → mandatory, of the run's branch."""
    checked = playbooks.checklist(desk.session, run)
    return {each.item.code: each.item.need == "mandatory" for each in checked}


def late(claim, run, **more):
    """Said not to have shipped as agreed, though it had."""
    return run(claim(Reason.LATE_SHIP, late=False, **more))


class TestNotReceived:
    @pytest.mark.row("DSP-1")
    def test_goods_reason_and_facts_place_it_and_marks_tell_what_is_missing(self, desk, claim, run):
        case = claim(Reason.NOT_RECEIVED)
        made = run(case)
        assert (made.branch, made.step) == ("1.1", "transit")
        told = branching.standing(desk.session, case, hold(desk.session, desk.actor, case.id).order)
        assert told["missing"] == ["tracking"]
        proof = Proof(K.SHIPPING_LABEL_PHOTO, [desk.photo()], "面单")
        service.add_evidence(desk.session, desk.actor, case_id=case.id, proof=proof)
        told = branching.standing(desk.session, case, hold(desk.session, desk.actor, case.id).order)
        assert told["missing"] == []
        assert {e["code"]: e["present"] for e in told["items"]} == {
            "tracking": True,
            "agreed_chat": False,
        }

    @pytest.mark.row("DSP-1")
    def test_what_the_customer_put_forward_is_not_our_proof(self, desk, claim, run, buyer):
        case = claim(Reason.NOT_RECEIVED)
        theirs = Proof(K.CARRIER_STATEMENT, (), "快递说没有")
        service.add_evidence(desk.session, buyer, case_id=case.id, proof=theirs)
        missing = playbooks.checklist(desk.session, run(case))
        assert [each.item.code for each in missing if each.blocks] == ["tracking"]

    @pytest.mark.row("DSP-2")
    def test_on_its_way_receive_it_or_refuse_it(self, desk, claim, run, path):
        made = run(claim(Reason.NOT_RECEIVED))
        assert made.branch == "1.1"
        said = path(made)
        assert "确认收货" in said
        assert "拒签" in said
        assert "立即为您退款" in said

    @pytest.mark.row("DSP-3")
    def test_late_but_not_established_is_explained_first(self, desk, claim, run, path):
        made = late(claim, run)
        assert (made.branch, made.step) == ("1.2c", "comfort")
        step = played.book(desk.session, made).steps["comfort"]
        assert "不成立" in step.words[0].zh
        assert "does not apply" in step.words[0].en

    @pytest.mark.row("DSP-4")
    def test_signed_for_confirm_receipt(self, desk, claim, run, path):
        made = late(claim, run, node="signed")
        assert made.branch == "1.2a"
        assert "麻烦您确认收货" in path(made)
        assert checklist(desk, made)["slip"] is True

    @pytest.mark.row("DSP-5")
    def test_refused_change_the_reason_and_agree(self, desk, claim, run, path):
        made = late(claim, run, node="refused")
        assert made.branch == "1.2b"
        said = path(made)
        assert "未收到货" in said
        assert "马上为您同意退款" in said
        assert "contest" not in played.book(desk.session, made).branches["1.2b"].results

    @pytest.mark.row("DSP-5")
    def test_no_news_of_the_parcel_for_days_is_a_stop_too(self, desk, claim, run):
        case = claim(Reason.LATE_SHIP, late=False)
        held = hold(desk.session, desk.actor, case.id)
        held.order.parcel_at = clock.now() - timedelta(hours=71)
        assert branching.facts_of(desk.session, case, held.order)["parcel_state"] == "in_transit"
        held.order.parcel_at = clock.now() - timedelta(hours=72)
        assert run(case).branch == "1.2b"

    @pytest.mark.row("DSP-6")
    def test_in_transit_confirm_when_it_comes(self, desk, claim, run, path):
        made = late(claim, run)
        assert made.branch == "1.2c"
        assert "收到后麻烦您尽量确认收货" in path(made)

    @pytest.mark.row("DSP-7")
    def test_wants_to_return_address_and_freight_insurance(self, desk, claim, run, path):
        made = late(claim, run, wants="return")
        assert made.branch == "1.2d"
        said = path(made)
        assert "退货地址" in said
        assert "运费险" in said

    @pytest.mark.row("DSP-8")
    def test_established_apologise_and_ask(self, desk, claim, run):
        made = run(claim(Reason.LATE_SHIP, late=True))
        assert (made.branch, made.step) == ("1.3", "apologise")
        made = playbooks.take_step(desk.session, desk.actor, made.id, step="apologise")
        step = played.book(desk.session, made).steps[made.step]
        assert "还想要" in step.words[0].zh
        assert [each.code for each in step.answers] == ["keep", "refund"]

    @pytest.mark.row("DSP-9")
    def test_wants_the_goods_compensation_only(self, desk, claim, run, path):
        made = run(claim(Reason.LATE_SHIP, late=True, wants="keep"))
        assert made.branch == "1.3a"
        said = path(made)
        assert "签收后请确认收货" in said
        assert "赔付部分单独申请" in said

    @pytest.mark.row("DSP-10")
    def test_no_longer_wants_them_refund_and_compensation(self, desk, claim, run, path):
        made = run(claim(Reason.LATE_SHIP, late=True, wants="refund"))
        assert made.branch == "1.3b"
        said = path(made)
        assert "直接拒收" in said
        assert "及时退款" in said
        assert "支付赔付" in said


SHOP_TYPES = {"flagship": "2.1a", "specialty": "2.1b"}


class TestReceived:
    def got(self, claim, reason, **what):
        usual = {"kind": CaseKind.REFUND_ONLY, "got_goods": "received"}
        return claim(reason, OrderStatus.SIGNED, **(usual | what))

    def price(self, claim):
        asked = {"kind": CaseKind.PRICE_ADJUST, "cents": 500}
        return claim(Reason.PRICE_DROP, OrderStatus.SIGNED, **asked)

    def quality(self, desk, claim, run, shop_type):
        desk.shop.settings = desk.shop.settings | {"aftersales": {"shop_type": shop_type}}
        desk.session.flush()
        return run(self.got(claim, Reason.QUALITY_DEFECT), quality_verified=False)

    @pytest.mark.row("DSP-11")
    def test_quality_that_cannot_be_verified_is_taken_back_if_it_can_be_resold(
        self, desk, claim, run, path
    ):
        made = self.quality(desk, claim, run, "other")
        assert made.branch == "2.1c"
        assert "只要商品不影响二次销售，我们支持您退货" in path(made)

    @pytest.mark.row("DSP-12")
    def test_a_flagship_shows_its_brand(self, desk, claim, run):
        made = self.quality(desk, claim, run, "flagship")
        assert (made.branch, checklist(desk, made)["brand"]) == ("2.1a", True)
        letter = Proof(K.AUTHORIZATION_LETTER, [desk.photo()], "授权书")
        service.add_evidence(desk.session, desk.actor, case_id=made.subject_id, proof=letter)
        assert not any(each.blocks for each in playbooks.checklist(desk.session, made))

    @pytest.mark.row("DSP-12")
    def test_a_specialty_shop_shows_where_it_bought(self, desk, claim, run):
        made = self.quality(desk, claim, run, "specialty")
        assert (made.branch, checklist(desk, made)["purchase"]) == ("2.1b", True)
        invoice = Proof(K.INVOICE, [desk.photo()], "进货发票")
        _, kept = service.add_evidence(
            desk.session, desk.actor, case_id=made.subject_id, proof=invoice
        )
        branching.put_to(desk.session, desk.actor, made, [kept.evidence_id])
        assert not any(each.blocks for each in playbooks.checklist(desk.session, made))

    @pytest.mark.row("DSP-13")
    def test_what_can_be_refunded_is_at_once(self, desk, claim, run, path):
        made = run(self.price(claim), claim_refundable=True)
        assert made.branch == "2.2a"
        assert "我现在就为您处理" in path(made)

    @pytest.mark.row("DSP-13")
    def test_what_cannot_is_refused_with_the_reason(self, desk, claim, run, path):
        made = run(self.price(claim), claim_refundable=False)
        assert made.branch == "2.2b"
        assert "写清拒绝理由" in path(made)

    @pytest.mark.row("DSP-14")
    def test_the_offer_s_page_proves_it(self, desk, claim, run):
        made = run(self.price(claim), claim_refundable=False)
        assert checklist(desk, made) == {"offer_page": True}
        page = Proof(K.PRICE_SCREENSHOT, [desk.photo()], "满减券清单")
        service.add_evidence(desk.session, desk.actor, case_id=made.subject_id, proof=page)
        assert not any(each.blocks for each in playbooks.checklist(desk.session, made))

    def contents(self, claim, run, **answers):
        proofs = [Proof(K.UNBOXING_VIDEO, (), "开箱"), Proof(K.PACKAGE_PHOTO, (), "包裹")]
        return run(self.got(claim, Reason.MISSING_ITEM, proofs=proofs), **answers)

    @pytest.mark.row("DSP-15")
    def test_first_pictures_from_the_customer(self, desk, claim, run):
        made = self.contents(claim, run)
        assert (made.branch, made.step) == ("2.3", "pictures")
        step = played.book(desk.session, made).steps["pictures"]
        assert "拍张照发给我" in step.words[0].zh
        shown = {e.item.code: e.present for e in playbooks.checklist(desk.session, made)}
        assert shown["content_pictures"] is True

    @pytest.mark.row("DSP-16")
    def test_then_the_warehouse(self, desk, claim, run):
        made = self.contents(claim, run)
        made = playbooks.take_step(desk.session, desk.actor, made.id, step="pictures")
        assert made.step == "warehouse"
        assert (
            "拣货单、称重记录、打包监控" in played.book(desk.session, made).steps[made.step].do.zh
        )

    @pytest.mark.row("DSP-17")
    def test_then_the_courier_s_slip(self, desk, claim, run):
        made = self.contents(claim, run)
        for step in ("pictures", "warehouse"):
            made = playbooks.take_step(desk.session, desk.actor, made.id, step=step)
        assert made.step == "courier"
        told = played.book(desk.session, made).steps[made.step].do.zh
        assert "本人签收底单" in told
        assert "授权第三方收货的合法证明" in told

    @pytest.mark.row("DSP-18")
    def test_the_warehouse_was_wrong_so_apologise_and_agree(self, desk, claim, run, path):
        made = self.contents(claim, run, refund_ground="warehouse_fault")
        for step in ("pictures", "warehouse", "courier"):
            made = playbooks.take_step(desk.session, desk.actor, made.id, step=step)
        assert made.step == "agree_contents"
        assert "非常抱歉" in path(made)

    @pytest.mark.row("DSP-19")
    def test_the_slip_or_a_talk_in_which_they_admit_it_proves_it(self, desk, claim, run):
        made = self.contents(claim, run)
        assert checklist(desk, made)["signature"] is True
        talk = Proof(K.CHAT_EXCERPT, [desk.photo()], "家人签收了")
        _, kept = service.add_evidence(
            desk.session, desk.actor, case_id=made.subject_id, proof=talk
        )
        assert any(each.blocks for each in playbooks.checklist(desk.session, made))
        branching.put_to(desk.session, desk.actor, made, [kept.evidence_id])
        assert not any(each.blocks for each in playbooks.checklist(desk.session, made))


class TestReturned:
    @pytest.fixture
    def sent(self, desk, make, buyer):
        order = make(OrderStatus.SIGNED)
        asked = desk.ask(order, by=buyer, kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON)
        return send(desk, buyer, desk.approve(asked))

    def refused(self, desk, case):
        """Turned away at the door."""
        return service.refuse_receipt(
            desk.session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            words="外箱破损",
            proofs=[Proof(K.INSPECTION_PHOTO, [desk.photo()], "外箱")],
        )

    @pytest.mark.row("DSP-20")
    def test_sound_is_refunded_at_once_by_whoever_serves(self, desk, sent, run, path):
        receive(desk, sent)
        made = run(sent)
        assert (made.branch, made.step) == ("3.1", "refund_now")
        assert "授权售后客服退款" in played.book(desk.session, made).steps["back"].do.zh
        desk.work()
        assert desk.state(sent) is S.COMPLETED

    @pytest.mark.row("DSP-21")
    def test_a_problem_at_the_door_is_refused_with_pictures(self, desk, sent, run, path):
        made = run(self.refused(desk, sent))
        assert made.branch == "3.2"
        said = path(made)
        assert "拒签，并上传问题图片" in said
        assert "少件也要拍照" in said

    @pytest.mark.row("DSP-22")
    def test_signed_already_the_courier_certifies_it(self, desk, sent, run, path):
        case = receive(desk, sent, 0, 0, photos=True, note="少了一只")
        made = run(case)
        assert (made.branch, made.step) == ("3", "certificate")
        stamp = Proof(K.CARRIER_STATEMENT, [desk.photo()], "公章")
        service.add_evidence(desk.session, desk.actor, case_id=case.id, proof=stamp)
        made = run(case)
        assert made.branch == "3.3"
        assert "拍照上传公章凭证" in path(made)
        assert not any(each.blocks for each in playbooks.checklist(desk.session, made))

    @pytest.mark.row("DSP-23")
    def test_no_certificate_so_negotiate(self, desk, sent, run):
        case = receive(desk, sent, 0, 0, photos=True, note="少了一只")
        made = run(case, courier_certificate=False)
        assert (made.branch, made.step) == ("3.4", "negotiate")
        assert "部分退款" in played.book(desk.session, made).steps["negotiate"].words[0].zh

    @pytest.mark.row("DSP-23")
    def test_talks_that_fail_end_in_the_refund(self, desk, sent, run, path, buyer):
        case = receive(desk, sent, 0, 0, photos=True, note="少了一只")
        offer = {"case_id": case.id, "version": case.version, "cents": 3000}
        service.propose(desk.session, desk.actor, **offer)
        service.decline(desk.session, buyer, case_id=case.id)
        made = run(case, courier_certificate=False)
        assert (made.branch, made.step) == ("3.4", "give_in")
        assert "已经为您办理退款" in path(made)

    @pytest.mark.row("DSP-24")
    def test_refused_at_the_door_the_pictures_prove_it(self, desk, sent, run):
        made = run(self.refused(desk, sent))
        assert checklist(desk, made) == {"problem_pictures": True}
        # What was photographed at the door was kept with the refusal, as an inspection's report.
        pictures = Proof(K.PACKAGE_PHOTO, [desk.photo()], "破损")
        service.add_evidence(desk.session, desk.actor, case_id=sent.id, proof=pictures)
        assert not any(each.blocks for each in playbooks.checklist(desk.session, made))


class TestAnswering:
    """A refusal goes to a third person: judge, agree, contest or settle."""

    @pytest.fixture
    def disputed(self, desk, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        proofs = [Proof(K.UNBOXING_VIDEO, (), "开箱"), Proof(K.PACKAGE_PHOTO, (), "包裹")]
        case = desk.ask(order, by=buyer, reason=Reason.MISSING_ITEM, proofs=proofs)
        seen = {"case_id": case.id, "version": case.version}
        service.refuse(session, desk.actor, **seen, reason="amount_wrong", words="不符")
        return service.escalate(session, buyer, case_id=case.id)

    def dispute(self, session, case):
        session.expire_all()
        return session.scalars(select(Dispute).where(Dispute.case_id == case.id)).one()

    def slip(self, desk, case):
        proof = Proof(K.DELIVERY_PROOF, [desk.photo()], "底单")
        service.add_evidence(desk.session, desk.actor, case_id=case.id, proof=proof)

    @pytest.mark.row("DSP-1")
    def test_escalated_it_stands_on_its_branch(self, desk, disputed, session):
        found = played.about(session, desk.actor, disputed.id)
        assert [each.branch for each in found] == ["2.3"]
        assert self.dispute(session, disputed).run_id == found[0].id

    @pytest.mark.row("DSP-26")
    def test_without_its_proof_contesting_is_blocked(self, desk, disputed, session):
        before = everything(session)
        seen = {"case_id": disputed.id, "version": disputed.version}
        with pytest.raises(EvidenceMissing) as refused, session.begin_nested():
            service.contest(session, desk.actor, **seen, words="买家本人签收")
        assert refused.value.facts["missing"] == ["signature"]
        assert refused.value.facts["propose"] == ["agree", "negotiate", "withdrawn"]
        assert "协商" in refused.value.sentence("zh")
        assert everything(session) == before

    @pytest.mark.row("KP4-12")
    def test_proved_and_the_customer_s_fault_somebody_has_to_contest_in_time(
        self, desk, disputed, session
    ):
        self.slip(desk, disputed)
        seen = {"case_id": disputed.id, "version": disputed.version}
        case = service.judge(session, desk.actor, **seen, responsible=Responsible.CUSTOMER)
        task = session.scalars(select(Task).where(Task.kind == "contest_dispute")).one()
        dispute = self.dispute(session, case)
        assert task.due_at == dispute.evidence_due_at
        seen["version"] = case.version
        service.contest(session, desk.actor, **seen, words="买家本人签收")
        assert self.dispute(session, case).answer is Answer.CONTEST
        assert session.get_one(Task, task.id).ended
        with pytest.raises(errors.AnsweredAlready):
            service.contest(session, desk.actor, case_id=case.id, version=case.version, words="x")

    def test_after_the_time_for_evidence_it_is_too_late(self, desk, disputed, session):
        self.slip(desk, disputed)
        desk.wait(hours=73)
        version = desk.session.get_one(type(disputed), disputed.id).version
        with pytest.raises(errors.EvidenceTooLate):
            service.contest(
                session, desk.actor, case_id=disputed.id, version=version, words="本人签收"
            )

    @pytest.mark.row("KP4-13")
    def test_without_proof_settling_soon_is_advised(self, desk, disputed, session):
        seen = {"case_id": disputed.id, "version": disputed.version}
        case = service.judge(session, desk.actor, **seen, responsible=Responsible.CUSTOMER)
        assert answering.advice(session, case, self.dispute(session, case)) == "settle"
        assert not session.scalars(select(Task).where(Task.kind == "contest_dispute")).all()
        self.slip(desk, case)
        assert answering.advice(session, case, self.dispute(session, case)) == "contest"

    @pytest.mark.row("KP4-11")
    def test_our_own_fault_is_agreed_to_in_one_step(self, desk, disputed, session):
        seen = {"case_id": disputed.id, "version": disputed.version}
        case = service.judge(session, desk.actor, **seen, responsible=Responsible.MERCHANT)
        assert answering.advice(session, case, self.dispute(session, case)) == "agree"
        case = service.concede(session, desk.actor, case_id=case.id, version=case.version)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, case.requested_cents)
        dispute = self.dispute(session, case)
        assert (dispute.state, dispute.answer) == (DisputeState.SETTLED, Answer.AGREE)

    @pytest.mark.row("DSP-25")
    def test_every_end_is_recorded_with_its_cost(self, desk, disputed, session):
        arbiter = replace(desk.actor, id=new_id(), name="仲裁")
        seen = {"case_id": disputed.id, "version": disputed.version}
        service.rule(session, arbiter, **seen, ruled_for=Party.BUYER, cents=3000, words="部分成立")
        found = played.about(session, desk.actor, disputed.id)[0]
        assert (found.result, found.ruling, found.cost_cents) == ("unanswered", Ruling.PARTLY, 3000)
        assert found.appeal_until is not None

    @pytest.mark.row("DSP-25")
    def test_contested_and_won_costs_nothing(self, desk, disputed, session):
        self.slip(desk, disputed)
        seen = {"case_id": disputed.id, "version": disputed.version}
        case = service.contest(session, desk.actor, **seen, words="本人签收")
        arbiter = replace(desk.actor, id=new_id(), name="仲裁")
        case = service.rule(
            session,
            arbiter,
            case_id=case.id,
            version=case.version,
            ruled_for=Party.MERCHANT,
            words="证据充分",
        )
        assert case.closed_reason is Closed.RULED_FOR_MERCHANT
        found = played.about(session, desk.actor, case.id)[0]
        assert (found.result, found.ruling, found.cost_cents) == ("contest", Ruling.WON, 0)
        assert found.appeal_until is None

    @pytest.mark.row("DSP-25")
    def test_settled_and_withdrawn_end_the_run_too(self, desk, disputed, session, buyer):
        seen = {"case_id": disputed.id, "version": disputed.version}
        service.settle(session, desk.actor, **seen, cents=2000, words="各让一步")
        found = played.about(session, desk.actor, disputed.id)[0]
        assert (found.result, found.cost_cents) == ("negotiate", 2000)

    @pytest.mark.row("DSP-25")
    def test_taken_back_by_the_customer(self, desk, disputed, session, buyer):
        service.withdraw(session, buyer, case_id=disputed.id)
        desk.work()
        found = played.about(session, desk.actor, disputed.id)[0]
        assert (found.result, found.cost_cents) == ("withdrawn", 0)

    @pytest.mark.row("KP4-11")
    def test_answered_at_the_panel_of_the_run_it_is_known_to_the_dispute(
        self, desk, disputed, session
    ):
        self.slip(desk, disputed)
        run = played.about(session, desk.actor, disputed.id)[0]
        playbooks.finish(session, desk.actor, run.id, result="contest")
        desk.work()
        assert self.dispute(session, disputed).answer is Answer.CONTEST


class TestRefusing:
    """The refusal asks for its evidence at that moment."""

    @pytest.fixture
    def asked(self, desk, make, buyer):
        order = make(OrderStatus.SIGNED)
        return desk.ask(order, by=buyer, kind=CaseKind.REFUND_ONLY, reason=Reason.NOT_RECEIVED)

    def refuse(self, desk, case, *proofs):
        return service.refuse(
            desk.session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="already_delivered",
            words="本人签收",
            proofs=proofs,
        )

    @pytest.mark.row("DSP-26")
    def test_what_the_branch_wants_proved_is_wanted_now(self, desk, asked, session):
        slip = Proof(K.DELIVERY_PROOF, [desk.photo()], "底单")
        before = everything(session)
        with pytest.raises(EvidenceMissing) as refused, session.begin_nested():
            self.refuse(desk, asked, slip)
        assert refused.value.facts["missing"] == ["tracking"]
        assert "negotiate" in refused.value.facts["propose"]
        assert everything(session) == before
        waybill = Proof(K.SHIPPING_LABEL_PHOTO, [desk.photo()], "面单")
        assert self.refuse(desk, asked, slip, waybill).state is S.MERCHANT_REFUSED

    @pytest.mark.row("DSP-26")
    def test_proof_kept_with_the_order_counts(self, desk, asked, session):
        evidence.capture(
            session,
            desk.actor,
            shop_id=desk.shop.id,
            kind=Kind.COURIER_PROOF,
            subject_type=SubjectType.ORDER,
            subject_id=asked.order_id,
            content={"waybill": "SF1"},
        )
        slip = Proof(K.DELIVERY_PROOF, [desk.photo()], "底单")
        assert self.refuse(desk, asked, slip).state is S.MERCHANT_REFUSED
