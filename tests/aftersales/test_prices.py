"""Prices that fell, and cases that start over."""

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import exchange, lines_of, prove
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import CaseKind, CaseState, EvidenceKind, Phase, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Request
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus

S = CaseState


def ask(session, buyer, order, wanted):
    with session.begin_nested():  # as a request of its own: a refusal leaves nothing
        return service.open_case(session, buyer, order_id=order.id, request=wanted, key=new_id())


def test_more_than_there_are_in_stock(desk, buyer, bought, skus, card, session):
    order = bought()
    skus[1].actual_stock = 1
    before = everything(session)
    with pytest.raises(errors.ReplacementNotAvailable), session.begin_nested():
        ask(session, buyer, order, exchange(session, order, skus[1], 2, instrument_id=card.id))
    assert everything(session) == before


class TestPriceDrop:
    """A shirt paid 100.00 that costs 80.00 today."""

    @pytest.fixture
    def order(self, bought, skus, session):
        skus[0].price_cents = 8000
        session.flush()
        return bought()

    def drop(self, desk, order, qty=1, cents=None, **more):
        line = lines_of(desk.session, order)[0]
        return Request(
            kind=CaseKind.PRICE_ADJUST,
            reason=more.pop("reason", Reason.PRICE_DROP),
            lines=(Wanted(line.id, qty),),
            cents=cents,
            proofs=(prove(EvidenceKind.PRICE_SCREENSHOT),),
        )

    def test_I26_no_more_than_it_fell_and_once_for_each_unit(self, desk, buyer, order, session):
        with pytest.raises(errors.AmountTooHigh):
            ask(session, buyer, order, self.drop(desk, order, cents=2001))
        for _ in range(2):  # the second unit after the first
            case = ask(session, buyer, order, self.drop(desk, order, cents=2000))
            desk.approve(case)
            desk.work()
            assert desk.state(case) is S.COMPLETED
        before = everything(session)
        with pytest.raises(errors.UnitTaken):
            ask(session, buyer, order, self.drop(desk, order, cents=1))
        assert everything(session) == before
        left = [each.left_cents for each in queries.units_of(session, desk.actor, order)]
        assert left == [8000, 8000]

    def test_I26_with_a_later_return_it_is_what_was_paid(self, desk, buyer, order, session):
        case = ask(session, buyer, order, self.drop(desk, order, cents=2000))
        desk.approve(case)
        desk.work()
        found, _ = service.quote(
            session, buyer, order_id=order.id, request=self.everything_back(desk, order)
        )
        assert found.cents == 18000

    def everything_back(self, desk, order):
        line = lines_of(desk.session, order)[0]
        return Request(
            kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON, lines=(Wanted(line.id, 2),)
        )

    def test_a_price_that_did_not_fall(self, desk, buyer, bought, session):
        order = bought()
        before = everything(session)
        with pytest.raises((errors.NothingToRefund, errors.AmountTooHigh)):
            ask(session, buyer, order, self.drop(desk, order, cents=500))
        assert everything(session) == before

    def test_outside_the_window(self, desk, buyer, order, session):
        desk.wait(days=20)
        with pytest.raises(errors.PolicyRefuses):
            ask(session, buyer, order, self.drop(desk, order, cents=500))

    def test_a_refused_buyer_cannot_ask_for_more_than_it_fell(self, desk, buyer, order, session):
        case = ask(session, buyer, order, self.drop(desk, order, cents=2000))
        case = service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="amount_wrong",
            words="价格未降这么多。",
        )
        with pytest.raises(errors.AmountTooHigh):
            service.revise(session, buyer, case_id=case.id, version=case.version, cents=2001)


def claimed(session, case):
    return {(each.order_line_id, each.unit) for each in queries.claims_of(session, case.id)}


class TestReopening:
    """T27."""

    @pytest.fixture
    def closed(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.PAID), 1, by=buyer)
        return service.withdraw(session, buyer, case_id=case.id)

    def test_T27_a_new_case_for_the_same_units(self, desk, closed, buyer, session):
        units = claimed(session, closed)
        again = service.reopen(session, desk.actor, case_id=closed.id, reason="客户误撤销")
        assert (again.parent_id, again.state) == (closed.id, S.AWAITING_MERCHANT)
        assert claimed(session, again) == units
        assert desk.state(closed) is S.CLOSED
        desk.approve(again)
        desk.work()
        assert desk.state(again) is S.COMPLETED

    def test_T27_not_while_another_case_holds_them(self, desk, closed, buyer, session):
        service.reopen(session, desk.actor, case_id=closed.id, reason="再开")
        before = everything(session)
        with pytest.raises(errors.UnitTaken):
            service.reopen(session, desk.actor, case_id=closed.id, reason="又一次")
        assert everything(session) == before

    def test_T27_nothing_that_goes_on(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.PAID), 1, by=buyer)
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove):
            service.reopen(session, desk.actor, case_id=case.id, reason="不行")
        with pytest.raises(errors.ReasonNeeded):
            service.reopen(session, desk.actor, case_id=case.id, reason=" ")
        assert everything(session) == before

    def test_T27_in_the_phase_the_order_has_by_now(self, desk, closed, session):
        order = session.get_one(type(desk.order(closed)), closed.order_id)
        order.status = OrderStatus.SIGNED
        again = service.reopen(session, desk.actor, case_id=closed.id, reason="已签收")
        assert again.phase is Phase.DELIVERED
