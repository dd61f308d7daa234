"""Refunds of what was not shipped, from the request to the money (RFU, AUT)."""

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import request
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import CaseEvent, CaseState, Closed, Decided, Money, Queue, Reason
from xiaoer.aftersales.rules import first_break
from xiaoer.core.errors import KeyReused, MissingPermission
from xiaoer.core.ids import new_id
from xiaoer.orders import service as orders
from xiaoer.orders.errors import OrderNotFound
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.payments import queries as payments
from xiaoer.payments.provider import Verdict
from xiaoer.policies.models import Decision, SwitchState

S = CaseState


@pytest.mark.row("RFU-1", "RFU-6", "RFU-8", "RET-16", "RET-17")
def test_from_the_request_to_the_money(desk, make, buyer, obliging, session):
    order = make()
    case = desk.ask(order, by=buyer)
    assert (case.state, case.queue, case.requested_cents) == (
        S.AWAITING_MERCHANT,
        Queue.UNSHIPPED,
        10001,
    )
    case = desk.approve(case)
    assert case.state is S.REFUND_PROCESSING
    desk.work()
    assert desk.state(case) is S.COMPLETED
    assert (case.money, case.refunded_cents, case.goods.value) == (Money.SETTLED, 10001, "stays")
    assert case.ended_at is not None
    assert [each.cents for each in obliging.moved] == [10001]
    assert order.status == OrderStatus.CANCELLED
    assert payments.mismatches(session) == []
    chain = session.scalars(
        select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(CaseEvent.seq)
    ).all()
    assert [each.command for each in chain] == ["open", "approve", "submit_refund", "settled"]
    assert first_break(chain) is None


@pytest.mark.row("RFU-7")
def test_a_part_holds_the_order_and_lets_it_go_on(desk, make, buyer):
    order = make()
    case = desk.approve(desk.ask(order, 1, by=buyer))
    assert (case.requested_cents, order.status) == (2706, OrderStatus.HELD)
    desk.work()
    assert (desk.state(case), order.status) == (S.COMPLETED, OrderStatus.PAID)
    rest = desk.approve(desk.ask(order, 2, 1, by=buyer))
    desk.work()
    assert rest.requested_cents == 10001 - 2706
    assert order.status == OrderStatus.CANCELLED
    assert order.refunded_cents == 10001


@pytest.mark.row("RFU-7")
def test_what_was_shipped_meanwhile_goes_over_to_the_other_flow(desk, make, buyer, session):
    order = make()
    case = desk.ask(order, by=buyer)
    orders.move(session, desk.actor, order_id=order.id, status=OrderStatus.SHIPPED)
    before = everything(session)
    with pytest.raises(errors.ShippedMeanwhile), session.begin_nested():
        desk.approve(case)
    assert everything(session) == before
    desk.work()
    assert (desk.state(case), case.queue) == (S.AWAITING_MERCHANT, Queue.SHIPPED)


def test_the_same_key_is_the_same_case(desk, make, buyer, session):
    order, key = make(), new_id()
    wanted = request(session, order)
    first = service.open_case(session, buyer, order_id=order.id, request=wanted, key=key)
    before = everything(session)
    again = service.open_case(session, buyer, order_id=order.id, request=wanted, key=key)
    assert again.id == first.id
    other = request(session, order, 1)
    with pytest.raises(KeyReused), session.begin_nested():
        service.open_case(session, buyer, order_id=order.id, request=other, key=key)
    assert everything(session) == before


class TestRefusals:
    @pytest.fixture
    def case(self, desk, make, buyer):
        return desk.ask(make(), by=buyer)

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"version": 7}, errors.CaseChanged),
            ({"cents": 10000}, errors.CentsChanged),
            ({"cents": -1}, errors.CentsChanged),
        ],
    )
    def test_what_was_seen_must_be_what_is(self, desk, case, session, change, error):
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            desk.approve(case, **change)
        assert everything(session) == before

    def test_an_unshipped_refund_cannot_be_refused(self, desk, case, session):
        before = everything(session)
        with pytest.raises(errors.RefusalNotAllowed), session.begin_nested():
            service.refuse(
                session,
                desk.actor,
                case_id=case.id,
                version=1,
                reason="amount_wrong",
                words="不行",
            )
        assert everything(session) == before

    def test_a_shopper_decides_nothing(self, desk, case, buyer, session):
        with pytest.raises(MissingPermission):
            desk.approve(case, by=buyer)

    def test_another_customer_sees_nothing(self, desk, case, stranger, session):
        with pytest.raises(errors.CaseNotFound):
            service.withdraw(session, stranger, case_id=case.id)
        with pytest.raises(OrderNotFound):
            desk.ask(_order(session, case), by=stranger)

    def test_a_unit_is_in_one_case_only(self, desk, case, buyer, session):
        before = everything(session)
        with pytest.raises(errors.UnitTaken), session.begin_nested():
            desk.ask(_order(session, case), 1, by=buyer)
        assert everything(session) == before

    def test_twice_is_refused(self, desk, case, session):
        desk.approve(case)
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            desk.approve(case)
        assert everything(session) == before


def _order(session, case):
    return session.get_one(Order, case.order_id)


class TestBadInput:
    @pytest.mark.parametrize(
        ("qty", "what", "error"),
        [
            ((), {"cents": 0}, errors.AmountNotAllowed),
            ((), {"cents": -5}, errors.AmountNotAllowed),
            ((), {"cents": 10002}, errors.AmountTooHigh),
            ((1,), {"cents": 2707}, errors.AmountTooHigh),
            ((), {"currency": "USD"}, errors.OtherCurrencyAsked),
            ((4,), {}, errors.UnitUnknown),
            ((0, 0), {}, errors.NothingChosen),
        ],
    )
    @pytest.mark.row("RFU-4")
    def test_nothing_changes(self, desk, make, buyer, session, qty, what, error):
        order = make()
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            desk.ask(order, *qty, by=buyer, **what)
        assert everything(session) == before

    def test_units_of_another_order(self, desk, make, buyer, session):
        mine, other = make(), make()
        wanted = request(session, other)
        before = everything(session)
        with pytest.raises(errors.UnitUnknown), session.begin_nested():
            service.open_case(session, buyer, order_id=mine.id, request=wanted, key=new_id())
        assert everything(session) == before


class TestAutomation:
    @pytest.mark.row("AUT-2", "AUT-3", "SMT-2")
    def test_an_unshipped_refund_is_agreed_to_at_once(self, desk, make, buyer, session):
        desk.switch("unshipped_refund_only")
        case = desk.ask(make(), by=buyer)
        assert (case.state, case.automation) == (S.REFUND_PROCESSING, "unshipped_refund_only")
        desk.work()
        assert desk.state(case) is S.COMPLETED

    @pytest.mark.row("AUT-2")
    def test_nothing_is_automatic_by_itself(self, desk, make, buyer):
        assert desk.ask(make(), by=buyer).state is S.AWAITING_MERCHANT

    @pytest.mark.row("AUT-5", "SMT-3")
    def test_killed_it_stops_and_its_rule_is_on_record(self, desk, make, buyer, session):
        desk.switch("unshipped_refund_only")
        case = desk.ask(make(), by=buyer)
        kept = session.scalars(
            select(Decision).where(Decision.subject_id == case.id, Decision.table == "automation")
        ).one()
        assert (kept.row, kept.outputs["switch"]) == ("a", "unshipped_refund_only")
        desk.switch("unshipped_refund_only", SwitchState.KILLED, reason="风控")
        assert desk.ask(make(), by=buyer).state is S.AWAITING_MERCHANT

    @pytest.mark.row("RFU-5")
    def test_a_reason_that_makes_no_sense_waits_for_a_person(self, desk, make, buyer):
        desk.switch("unshipped_refund_only")
        case = desk.ask(make(), by=buyer, reason=Reason.QUALITY_DEFECT)
        assert (case.reasonable, case.state) == (False, S.AWAITING_MERCHANT)


class TestMoney:
    def test_what_failed_is_sent_again(self, desk, make, buyer, obliging, session):
        obliging.verdict = Verdict.FAILED
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        assert (desk.state(case), case.queue, case.money) == (
            S.REFUND_FAILED,
            Queue.FAILED,
            Money.FAILED,
        )
        obliging.verdict = Verdict.SETTLED
        service.retry(session, desk.actor, case_id=case.id, version=case.version)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 10001)
        assert payments.mismatches(session) == []


class TestWithdrawing:
    def test_the_units_are_free_again(self, desk, make, buyer, session):
        order = make()
        case = desk.ask(order, by=buyer)
        service.withdraw(session, buyer, case_id=case.id, version=1)
        assert (case.state, case.closed_reason) == (S.CLOSED, Closed.WITHDRAWN)
        assert desk.ask(order, by=buyer).attempts == 2

    def test_not_when_the_money_is_on_its_way(self, desk, make, buyer, session):
        case = desk.approve(desk.ask(make(), by=buyer))
        before = everything(session)
        with pytest.raises(errors.MoneyUnderWay), session.begin_nested():
            service.withdraw(session, buyer, case_id=case.id)
        assert everything(session) == before


class TestClock:
    def test_a_silent_merchant_has_agreed(self, desk, make, buyer, session):
        case = desk.ask(make(), by=buyer)
        desk.wait(hours=23)
        assert desk.state(case) is S.AWAITING_MERCHANT
        desk.wait(hours=2)
        assert desk.state(case) is S.COMPLETED
        assert (case.automation, case.decided) == ("deadline", Decided.APPROVED)

    def test_a_person_was_first(self, desk, make, buyer, session):
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.wait(hours=25)
        assert desk.state(case) is S.COMPLETED
        assert case.automation == ""
