"""Money that goes astray: unknown, failed, sent back, taken back (T19 to T23, T28)."""

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.payments.conftest import make_card
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import CaseEvent, CaseState, Money
from xiaoer.aftersales.rules import first_break
from xiaoer.core.events import EventRow
from xiaoer.orders.models import OrderStatus
from xiaoer.payments import provider
from xiaoer.payments import queries as paid
from xiaoer.payments import service as payments
from xiaoer.payments.models import InterventionKind, Movement, MovementState, Payment, Purpose
from xiaoer.payments.provider import Verdict
from xiaoer.payments.service import Told
from xiaoer.tasks.models import Task

S = CaseState


def movements(session, case):
    session.flush()
    query = select(Movement).where(Movement.reason_ref == case.id).order_by(Movement.id)
    return session.scalars(query).all()


def tell(session, event, movement, **more):
    usual = {
        "event": event,
        "key": str(movement.id),
        "provider_ref": f"{event}-{movement.id}",
        "charge_ref": "",
        "cents": movement.cents,
        "currency": movement.currency,
        "failure": "",
    }
    return payments.take(session, provider.DEFAULT, Told(**(usual | more)))


def charge_back(session, case, movement, **more):
    payment = session.scalars(select(Payment).where(Payment.order_id == case.order_id)).one()
    refs = {"charge_ref": payment.provider_ref, "provider_ref": "cb1"}
    return tell(session, "chargeback", movement, **(refs | more))


@pytest.fixture
def approved(desk, make, buyer):
    def made(**more):
        case = desk.approve(desk.ask(make(**more), by=buyer))
        desk.work()
        return case

    return made


class TestUnknown:
    def test_T22_stays_and_is_asked_about_under_the_same_key(
        self, desk, approved, obliging, session
    ):
        """I11, P4: however often nobody answers, there is one movement with one key."""
        obliging.silent = True
        case = approved()
        [movement] = movements(session, case)
        assert movement.state is MovementState.UNKNOWN
        assert (case.state, case.money) == (S.REFUND_PROCESSING, Money.SUBMITTED)
        version = case.version
        for _ in range(3):
            desk.check()
        assert [each.id for each in movements(session, case)] == [movement.id]
        assert {each.key for each in obliging.moved} == {movement.id}
        assert set(obliging.asked) == {movement.id}
        assert case.version == version
        obliging.silent = False
        desk.check()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 10001)
        assert [each.id for each in movements(session, case)] == [movement.id]
        assert paid.mismatches(session) == []

    def test_T22_nobody_can_send_it_again_meanwhile(self, desk, approved, obliging, session):
        obliging.silent = True
        case = approved()
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            service.retry(session, desk.actor, case_id=case.id, version=case.version)
        with pytest.raises(errors.MoneyUnderWay), session.begin_nested():
            service.withdraw(session, desk.actor, case_id=case.id, version=case.version)
        assert everything(session) == before

    def test_T21_told_no_after_a_silence(self, desk, approved, obliging, session):
        obliging.silent = True
        case = approved()
        obliging.silent, obliging.verdict = False, Verdict.FAILED
        desk.check()
        assert (desk.state(case), case.money) == (S.REFUND_FAILED, Money.FAILED)
        assert paid.refundable(session, desk.actor, case.order_id).left_cents == 10001


class TestFailed:
    @pytest.fixture
    def failed(self, approved, obliging):
        obliging.verdict = Verdict.FAILED
        case = approved()
        obliging.verdict = Verdict.SETTLED
        assert case.state is S.REFUND_FAILED
        return case

    def intervene(self, desk, case, kind, **more):
        [movement] = movements(desk.session, case)
        payments.ask(
            desk.session, desk.actor, movement_id=movement.id, kind=kind, reason="卡已注销", **more
        )
        desk.work()

    def test_T23_rerouted_to_another_card_of_the_buyer(self, desk, failed, buyer, session):
        card = make_card(session, desk.shop, buyer.id, kind="card")
        self.intervene(desk, failed, InterventionKind.REROUTE, instrument_id=card.id)
        assert (desk.state(failed), failed.refunded_cents) == (S.COMPLETED, 10001)
        first, second = movements(session, failed)
        assert (second.replaces_id, second.instrument_id) == (first.id, card.id)

    def test_T23_paid_outside_with_proof(self, desk, failed, session):
        self.intervene(desk, failed, InterventionKind.OFFLINE, proof="银行回单 20261129")
        assert (desk.state(failed), failed.refunded_cents) == (S.COMPLETED, 10001)
        assert len(movements(session, failed)) == 1
        assert paid.mismatches(session) == []

    def test_P5_told_twice_it_ends_once(self, desk, failed, session):
        service.follow_money(session, failed.id)
        service.follow_money(session, failed.id)
        steps = session.scalars(select(CaseEvent).where(CaseEvent.case_id == failed.id)).all()
        assert [each.command for each in steps].count("failed") == 1


class TestSentBack:
    def test_T28_a_refund_that_came_back_is_owed_again(self, desk, approved, session):
        case = approved()
        assert (case.state, case.money) == (S.COMPLETED, Money.SETTLED)
        version, [movement] = case.version, movements(session, case)
        assert tell(session, "reversed", movement) == "applied"
        assert tell(session, "reversed", movement) == "known"
        desk.work()
        assert desk.state(case) is S.COMPLETED  # I13
        assert (case.money, case.refunded_cents, case.version) == (Money.REVERSED, 0, version)
        [task] = session.scalars(select(Task).where(Task.kind == "money_reversed")).all()
        assert "100.01" in task.title
        steps = session.scalars(
            select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(CaseEvent.seq)
        ).all()
        assert first_break(steps) is None
        assert paid.mismatches(session) == []

    def test_T28_paid_once_more_it_is_settled_again(self, desk, approved, buyer, session):
        case = approved()
        [movement] = movements(session, case)
        tell(session, "reversed", movement)
        desk.work()
        card = make_card(session, desk.shop, buyer.id, kind="card")
        payments.ask(
            session,
            desk.actor,
            movement_id=movement.id,
            kind=InterventionKind.REROUTE,
            reason="原卡已注销",
            instrument_id=card.id,
        )
        desk.work()
        assert (desk.state(case), case.money) == (S.COMPLETED, Money.SETTLED)
        assert case.refunded_cents == 10001

    def test_T28_a_bank_takes_a_payment_back(self, desk, approved, session):
        case = approved()
        version, [movement] = case.version, movements(session, case)
        assert charge_back(session, case, movement) == "applied"
        desk.work()
        [task] = session.scalars(select(Task).where(Task.kind == "money_reversed")).all()
        assert (task.subject_id, "已退过" in task.title) == (case.order_id, True)
        assert desk.state(case) is S.COMPLETED  # I13
        assert (case.money, case.refunded_cents, case.version) == (Money.REVERSED, 10001, version)
        taken = session.scalars(
            select(Movement).where(Movement.purpose == Purpose.CHARGEBACK)
        ).one()
        assert (taken.cents, taken.state) == (10001, MovementState.SETTLED)
        [told] = session.scalars(select(EventRow).where(EventRow.kind == "CaseMoneyReversed")).all()
        assert told.data["case_id"] == str(case.id)
        assert paid.mismatches(session) == []

    def test_T28_told_of_the_refund_once_more_it_stays_taken_back(self, desk, approved, session):
        case = approved()
        [movement] = movements(session, case)
        charge_back(session, case, movement)
        desk.work()
        service.follow_money(session, case.id)
        assert (desk.state(case), case.money) == (S.COMPLETED, Money.REVERSED)
        assert len(session.scalars(select(Task).where(Task.kind == "money_reversed")).all()) == 1

    def test_T28_a_refund_after_a_part_was_taken_back_stands(self, desk, make, buyer, session):
        """What is refunded of the rest, later, nobody has taken."""
        order = make(OrderStatus.PAID)
        first = desk.approve(desk.ask(order, 1, 0, by=buyer))
        desk.work()
        charge_back(session, first, movements(session, first)[0], cents=2000)
        desk.work()
        second = desk.approve(desk.ask(order, 0, 1, by=buyer))
        desk.work()
        assert (desk.state(second), second.money) == (S.COMPLETED, Money.SETTLED)
        assert (desk.state(first), first.money) == (S.COMPLETED, Money.REVERSED)

    def test_T28_a_refund_under_way_when_it_is_taken_ends_as_reversed(
        self, desk, approved, obliging, session
    ):
        obliging.silent = True
        case = approved()
        [movement] = movements(session, case)
        charge_back(session, case, movement)
        desk.work()
        assert (desk.state(case), case.money) == (S.REFUND_PROCESSING, Money.SUBMITTED)
        obliging.silent = False
        desk.check()
        assert (desk.state(case), case.money) == (S.COMPLETED, Money.REVERSED)
