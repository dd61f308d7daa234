"""Returns: agreed to, sent back, inspected, refunded (RET); parcels on their way (RFS); FST."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, send
from tests.payments.conftest import paid_by
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseParcel,
    CasePlace,
    CaseState,
    Closed,
    EvidenceKind,
    Goods,
    InterceptionState,
    Money,
    OfferKind,
    Party,
    Queue,
    Reason,
    Recovery,
    RecoveryState,
)
from xiaoer.aftersales.service import Inspected, Proof
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.payments import queries as payments
from xiaoer.tasks.models import Task, TaskState

S = CaseState


def receive(desk, case, *accepted: int, photos: bool = False, **more):
    lines = queries.lines_of(desk.session, case.id)
    seen = [
        Inspected(line.order_line_id, line.qty, count, restock=count)
        for line, count in zip(lines, accepted or [line.qty for line in lines], strict=True)
    ]
    if photos:
        more["file_ids"] = [desk.photo()]
    return service.receive(
        desk.session, desk.actor, case_id=case.id, version=case.version, lines=seen, **more
    )


class TestReturn:
    @pytest.mark.row("RET-1", "RET-3", "RET-10", "RET-12", "RET-14", "RET-15")
    def test_from_the_request_to_the_money(self, desk, back, session):
        case = back()
        assert (case.state, case.queue) == (S.AWAITING_MERCHANT_RECEIPT, Queue.RECEIVE)
        assert session.get_one(CasePlace, case.place_id).name == "杭州仓"
        service.report_return(session, desk.actor, case_id=case.id, node="signed")
        case = receive(desk, case)
        assert case.state is S.REFUND_PROCESSING
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, case.requested_cents)
        assert case.goods is Goods.RECEIVED
        assert payments.mismatches(session) == []

    @pytest.mark.row("RET-2")
    def test_both_findings_are_needed(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        before = everything(session)
        with pytest.raises(errors.ConditionsNotChecked), session.begin_nested():
            desk.approve(case, conditions_met=False)
        assert everything(session) == before

    @pytest.mark.row("RET-4")
    def test_without_an_address_nothing_is_agreed_to(self, desk, make, buyer, session):
        session.query(CasePlace).update({"active": False})
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        with pytest.raises(errors.AddressNeeded):
            desk.approve(case)

    @pytest.mark.parametrize("number", ["", "ab", "运单", "a" * 41, "12 34 56 78"])
    def test_a_number_that_is_none(self, desk, back, buyer, session, number):
        case = back(sent=False)
        before = everything(session)
        with pytest.raises(errors.TrackingNumberBad), session.begin_nested():
            service.ship_back(
                session,
                buyer,
                case_id=case.id,
                version=case.version,
                carrier="",
                tracking_no=number,
            )
        assert everything(session) == before

    def test_a_number_of_another_case(self, desk, back, buyer, session):
        first, other = back(sent=False), back(sent=False)
        send(desk, buyer, first, "YT12345678")
        before = everything(session)
        with pytest.raises(errors.TrackingNumberUsed), session.begin_nested():
            send(desk, buyer, other, "yt12345678")
        assert everything(session) == before

    @pytest.mark.row("RET-13")
    def test_a_part_is_accepted(self, desk, back, session):
        case = back(3)
        whole = case.requested_cents
        case = receive(desk, case, 1, photos=True)
        child = session.scalars(select(Case).where(Case.parent_id == case.id)).one()
        assert child.state is S.RECEIPT_REFUSED
        assert case.requested_cents + child.requested_cents == whole
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, case.requested_cents)
        service.propose(
            session, desk.actor, case_id=child.id, version=child.version, cents=1000, words="补偿"
        )
        service.accept(session, desk.actor, case_id=child.id)
        desk.work()
        assert (desk.state(child), child.refunded_cents) == (S.COMPLETED, 1000)
        assert payments.mismatches(session) == []

    @pytest.mark.row("RET-13")
    def test_repaired_instead_when_the_buyer_agrees(self, desk, back, session):
        case = receive(desk, back(1), 0, photos=True)
        assert case.state is S.RECEIPT_REFUSED
        service.propose(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            cents=0,
            kind=CaseKind.REPAIR,
            words="免费修好",
        )
        case = service.accept(session, desk.actor, case_id=case.id)
        assert (case.kind, case.converted_from) == (CaseKind.REPAIR, CaseKind.RETURN_REFUND)
        assert (case.state, case.requested_cents) == (S.AWAITING_REPLACEMENT_SHIP, 0)
        case = service.ship_replacement(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            carrier="SF",
            tracking_no="SF1234567890",
        )
        case = service.confirm(session, desk.actor, case_id=case.id, version=case.version)
        assert (case.state, case.refunded_cents) == (S.COMPLETED, 0)
        assert payments.mismatches(session) == []

    @pytest.mark.row("RET-13")
    def test_sent_back_as_it_is_when_the_buyer_agrees(self, desk, back, session):
        case = receive(desk, back(1), 0, photos=True)
        told = {"case_id": case.id, "version": case.version}
        before = everything(session)
        with pytest.raises(errors.CentsChanged), session.begin_nested():
            service.propose(session, desk.actor, **told, cents=100, send_back=True)
        assert everything(session) == before
        service.propose(session, desk.actor, **told, cents=0, send_back=True)
        case = service.accept(session, desk.actor, case_id=case.id)
        assert (case.state, case.closed_reason) == (S.CLOSED, Closed.SENT_BACK)
        asked = select(Task).where(Task.subject_id == case.id, Task.kind == "send_back")
        assert len(session.scalars(asked).all()) == 1
        assert not any(each.held for each in queries.claims_of(session, case.id))

    @pytest.mark.row("RET-13")
    def test_what_is_not_here_is_not_sent_back(self, desk, back, session):
        case = back(1)
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            service.propose(
                session,
                desk.actor,
                case_id=case.id,
                version=case.version,
                cents=0,
                send_back=True,
            )
        assert everything(session) == before

    def test_photos_or_no_rejection(self, desk, back, session):
        case = back(3)
        before = everything(session)
        with pytest.raises(errors.PhotosNeeded), session.begin_nested():
            receive(desk, case, 0)
        assert everything(session) == before

    @pytest.mark.parametrize("counts", [(4, 4), (1, 2), (-1, -1)])
    def test_counts_that_do_not_fit(self, desk, back, session, counts):
        case = back(3)
        line = queries.lines_of(session, case.id)[0]
        seen = [Inspected(line.order_line_id, *counts)]
        before = everything(session)
        with pytest.raises(errors.CountsWrong), session.begin_nested():
            service.receive(session, desk.actor, case_id=case.id, version=case.version, lines=seen)
        assert everything(session) == before

    def test_the_clock_of_the_warehouse(self, desk, back):
        case = back()
        desk.wait(days=10, hours=1)
        assert desk.state(case) is S.COMPLETED

    @pytest.mark.row("RET-11")
    def test_never_sent(self, desk, back):
        case = back(sent=False)
        desk.wait(days=7, hours=1)
        assert (desk.state(case), case.closed_reason) == (S.CLOSED, Closed.BUYER_TIMEOUT)

    @pytest.mark.row("AUT-4")
    def test_the_switch_agrees_to_the_way_back_only(self, desk, make, buyer, session):
        desk.switch("seven_day_return_application")
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        assert (case.state, case.money) == (S.AWAITING_BUYER_RETURN, Money.NONE)

    def test_policy_refuses_after_the_window(self, desk, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        desk.later(timedelta(days=20))
        before = everything(session)
        with pytest.raises(errors.PolicyRefuses) as refused, session.begin_nested():
            desk.ask(order, by=buyer, **RETURN)
        assert refused.value.facts["code"] == "window_over"
        assert everything(session) == before


class TestShipped:
    @pytest.fixture
    def case(self, desk, make, buyer):
        return desk.ask(make(OrderStatus.SHIPPED), by=buyer)

    def intercept(self, desk, case):
        return service.intercept(desk.session, desk.actor, case_id=case.id, version=case.version)

    def answer(self, desk, case, state):
        return service.answer_interception(desk.session, desk.actor, case_id=case.id, state=state)

    @pytest.mark.row("RFS-1", "RFS-3", "RFS-6", "RFS-7", "RFS-8")
    def test_stopped_and_refunded(self, desk, case, session):
        plain = replace(
            desk.actor, permissions=desk.actor.permissions - {Permission.AFTERSALES_OVERRIDE}
        )
        before = everything(session)
        with pytest.raises(errors.InterceptionUnanswered), session.begin_nested():
            desk.approve(case, by=plain)
        assert everything(session) == before
        case = self.intercept(desk, case)
        assert session.scalars(select(Task).where(Task.kind == "chase_courier")).one()
        case = self.answer(desk, case, InterceptionState.SUCCEEDED)
        desk.approve(case)
        desk.work()
        assert desk.state(case) is S.COMPLETED

    @pytest.mark.row("RFS-4", "RFS-9", "RFS-11", "RFS-12")
    def test_not_stopped_refused_and_back(self, desk, case, buyer, session):
        case = self.answer(desk, self.intercept(desk, case), InterceptionState.FAILED)
        assert case.notes["choose"] == ["refuse", "wait"]
        service.choose(session, buyer, case_id=case.id, version=case.version, choice="refuse")
        assert len(service.awaited(session, desk.actor, desk.shop.id)) == 1
        with pytest.raises(errors.InterceptionUnanswered), session.begin_nested():
            desk.approve(case)
        case = service.parcel_back(session, desk.actor, case_id=case.id)
        assert service.awaited(session, desk.actor, desk.shop.id) == []
        desk.approve(case)
        desk.work()
        assert desk.state(case) is S.COMPLETED

    def test_two_cases_wait_for_one_parcel(self, desk, make, buyer, session):
        order = make(OrderStatus.SHIPPED)
        cases = [desk.ask(order, 1, 0, by=buyer), desk.ask(order, 0, 1, by=buyer)]
        desk.wait(hours=49)
        assert [desk.state(each) for each in cases] == [S.COMPLETED, S.COMPLETED]
        asked = select(CaseParcel).where(CaseParcel.tracking_no == order.tracking_no)
        first, second = session.scalars(asked.order_by(CaseParcel.id)).all()
        assert (first.shares_id, second.shares_id) == (None, first.id)

    def test_D2_who_does_nothing_has_agreed_after_two_days(self, desk, case, session):
        desk.wait(hours=49)
        assert desk.state(case) is S.COMPLETED
        assert len(service.awaited(session, desk.actor, desk.shop.id)) == 1

    @pytest.mark.row("RFS-8")
    def test_D2_who_has_it_stopped_gets_three_days_once(self, desk, case, session):
        desk.wait(hours=40)
        case = self.answer(desk, self.intercept(desk, case), InterceptionState.FAILED)
        desk.wait(hours=60)
        self.intercept(desk, case)
        assert desk.state(case) is S.AWAITING_MERCHANT
        desk.wait(hours=13)
        assert desk.state(case) is S.COMPLETED
        assert len(service.awaited(session, desk.actor, desk.shop.id)) == 1

    @pytest.mark.row("RFS-7")
    def test_a_lead_may_with_a_reason(self, desk, case):
        case = desk.approve(case, override_reason="客户急用，先退")
        assert case.notes["override"]
        assert case.state is S.REFUND_PROCESSING

    def test_the_same_parcel_is_stopped_once(self, desk, case, session):
        case = self.intercept(desk, case)
        with pytest.raises(errors.InterceptionUnderWay):
            self.intercept(desk, case)


class TestFast:
    @pytest.mark.row("FST-1", "FST-2", "FST-6")
    def test_collected_is_enough_for_the_entitled(self, desk, make, buyer, session):
        desk.switch("fast_refund")
        facts = paid_by(("credit_card_9", 10001)) | {"fast_refund": "active"}
        case = desk.approve(desk.ask(make(OrderStatus.SIGNED, facts=facts), by=buyer, **RETURN))
        case = send(desk, buyer, case)
        service.report_return(session, desk.actor, case_id=case.id, node="collected")
        desk.work()
        assert (desk.state(case), case.money, case.fast) == (
            S.AWAITING_MERCHANT_RECEIPT,
            Money.SETTLED,
            True,
        )
        receive(desk, case)
        assert desk.state(case) is S.COMPLETED
        assert session.scalars(select(Recovery)).all() == []

    @pytest.mark.row("FST-4", "FST-8")
    def test_decided_by_a_person_and_never_seen_again(self, desk, back, buyer, session):
        case = back()
        service.report_return(session, desk.actor, case_id=case.id, node="collected")
        assert case.notes["fast"] == {"effect": "propose", "code": "decide_by_credit"}
        service.fast_refund(
            session, desk.actor, case_id=case.id, version=case.version, reason="老客户"
        )
        desk.work()
        score = queries.credit_of(session, buyer.id).score
        desk.wait(days=10, hours=1)
        assert desk.state(case) is S.COMPLETED
        lost = session.scalars(select(Recovery)).one()
        assert (lost.why, lost.cents) == ("never_arrived", case.approved_cents)
        task = session.scalars(select(Task).where(Task.kind == "recover_refund")).one()
        assert (task.subject_id, task.state) == (case.id, TaskState.OPEN)
        assert queries.credit_of(session, buyer.id).score < score
        service.end_recovery(
            session, desk.actor, recovery_id=lost.id, how="recovered", note="客户退回"
        )
        assert queries.credit_of(session, buyer.id).unrecovered == 0
        session.refresh(task)
        assert task.state is TaskState.DONE

    @pytest.mark.row("FST-8")
    def test_what_comes_after_all_is_not_to_be_got_back(self, desk, back, buyer, session):
        case = back()
        service.report_return(session, desk.actor, case_id=case.id, node="collected")
        service.fast_refund(
            session, desk.actor, case_id=case.id, version=case.version, reason="老客户"
        )
        desk.work()
        desk.wait(days=10, hours=1)
        lost = session.scalars(select(Recovery)).one()
        assert (desk.state(case), lost.state) == (S.COMPLETED, RecoveryState.OPEN)
        for _ in range(2):
            service.parcel_back(session, desk.actor, case_id=case.id)
        session.refresh(lost)
        assert (lost.state, queries.credit_of(session, buyer.id).unrecovered) == (
            RecoveryState.RECOVERED,
            0,
        )
        open_ = select(Task).where(Task.kind == "recover_refund", Task.state == TaskState.OPEN)
        assert session.scalars(open_).all() == []

    @pytest.mark.row("FST-5")
    def test_nothing_before_the_parcel_moves(self, desk, back):
        assert "fast" not in back().notes


class TestRefusedAndDisputed:
    @pytest.fixture
    def refused(self, desk, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        case = desk.ask(
            order,
            by=buyer,
            kind=CaseKind.REFUND_ONLY,
            reason=Reason.MISSING_ITEM,
            proofs=[
                Proof(EvidenceKind.UNBOXING_VIDEO, (), "开箱"),
                Proof(EvidenceKind.PACKAGE_PHOTO, (), "包裹"),
            ],
        )
        return service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="amount_wrong",
            words="金额不符",
        )

    def test_a_refusal_names_a_reason_of_the_list(self, desk, make, buyer, session):
        case = desk.ask(
            make(OrderStatus.SIGNED),
            by=buyer,
            kind=CaseKind.REFUND_ONLY,
            reason=Reason.MISSING_ITEM,
        )
        act = {"case_id": case.id, "version": 1, "words": "x"}
        for reason, error in (
            ("mood", errors.RefusalReasonUnknown),
            ("already_delivered", errors.EvidenceMissing),
        ):
            with pytest.raises(error):
                service.refuse(session, desk.actor, reason=reason, **act)

    def test_asked_again_and_agreed(self, desk, refused, buyer, session):
        case = service.revise(
            session, buyer, case_id=refused.id, version=refused.version, cents=5000
        )
        assert (case.state, case.attempts) == (S.AWAITING_MERCHANT, 2)
        desk.approve(case)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 5000)

    def test_ruled_by_somebody_else(self, desk, refused, buyer, session):
        case = service.escalate(session, buyer, case_id=refused.id, version=refused.version)
        act = {"case_id": case.id, "version": case.version, "ruled_for": Party.BUYER, "words": "x"}
        with pytest.raises(errors.ArbiterHandledIt):
            service.rule(session, desk.actor, **act)
        arbiter = replace(desk.actor, id=new_id(), name="仲裁")
        case = service.rule(session, arbiter, **act, cents=3000)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 3000)

    def test_ruled_for_the_shop(self, desk, refused, buyer, session):
        case = service.escalate(session, buyer, case_id=refused.id)
        arbiter = replace(desk.actor, id=new_id(), name="仲裁")
        service.rule(
            session,
            arbiter,
            case_id=case.id,
            version=case.version,
            ruled_for=Party.MERCHANT,
            words="证据不足",
        )
        assert (case.state, case.closed_reason) == (S.CLOSED, Closed.RULED_FOR_MERCHANT)

    def test_left_alone_it_closes(self, desk, refused):
        desk.wait(days=7, hours=1)
        assert (desk.state(refused), refused.closed_reason) == (S.CLOSED, Closed.BUYER_TIMEOUT)

    def test_too_late_for_evidence(self, desk, refused, buyer, session):
        case = service.escalate(session, buyer, case_id=refused.id)
        desk.wait(hours=73)
        with pytest.raises(errors.EvidenceTooLate):
            service.add_evidence(
                session, buyer, case_id=case.id, proof=Proof(EvidenceKind.ITEM_PHOTO, (), "晚了")
            )


class TestRetention:
    @pytest.fixture
    def case(self, desk, make, buyer, session):
        shop = desk.shop
        shop.settings = shop.settings | {"aftersales": {"retention_budget_cents": 100_000}}
        session.flush()
        return desk.ask(make(), by=buyer)

    def retain(self, desk, case):
        return service.retain(
            desk.session, desk.actor, case_id=case.id, version=case.version, kind=OfferKind.COUPON
        )

    @pytest.mark.row("RTN-1", "RTN-2", "RTN-3")
    def test_taken(self, desk, case, buyer, session):
        due = case.deadline_at
        case = self.retain(desk, case)
        assert (case.state, case.deadline_at) == (S.AWAITING_MERCHANT, due)
        service.accept(session, buyer, case_id=case.id)
        assert (case.state, case.closed_reason) == (S.CLOSED, Closed.RETAINED)
        assert session.scalars(select(Task).where(Task.kind == "issue_offer")).one()

    @pytest.mark.row("RTN-3")
    def test_declined(self, desk, case, buyer, session):
        case = service.decline(session, buyer, case_id=self.retain(desk, case).id)
        assert desk.approve(case).state is S.REFUND_PROCESSING

    @pytest.mark.row("RTN-4")
    def test_no_answer_never_costs_the_deadline(self, desk, case, session):
        case = self.retain(desk, case)
        desk.wait(hours=21)
        offer = queries.detail(session, desk.actor, case.id).offers[0]
        assert (offer.state.value, desk.state(case)) == ("expired", S.AWAITING_MERCHANT)
        desk.wait(hours=4)
        assert desk.state(case) is S.COMPLETED

    @pytest.mark.row("RTN-1")
    def test_not_for_reasons_of_quality(self, desk, make, buyer, session):
        case = desk.ask(
            make(OrderStatus.SIGNED), 1, by=buyer, **RETURN | {"reason": Reason.QUALITY_DEFECT}
        )
        with pytest.raises(errors.OfferNotPossible):
            self.retain(desk, case)
