"""Choices about amounts that are data, not code (aftersales.md A.6): who paid for a discount,
gifts, deductions, freight."""

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, codes, lines_of, prove, quoted, send
from tests.payments.conftest import paid_by
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import Case, CaseKind, CaseState, EvidenceKind, ReturnMethod
from xiaoer.aftersales.service import Inspected
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Payout
from xiaoer.policies.errors import BelowTheLaw

S = CaseState


class TestWhoPaidForADiscount:
    """(a), P8, P9: the platform's part of a discount is not paid out to the buyer."""

    def test_what_the_platform_gave_goes_to_nobody_in_cash(self, desk, signed, buyer, session):
        order = signed(
            LineRow(title="锅", list_cents=10000),
            LineRow(title="盖", list_cents=5000),
            goods=12000,
            freight=0,
            platform_discount_cents=1500,
        )
        lines = lines_of(session, order)
        assert [each.platform_discount_cents for each in lines] == [1000, 500]
        assert [each.merchant_discount_cents for each in lines] == [1000, 500]
        assert quoted(session, buyer, order, 1, 0).cents == 8000
        assert quoted(session, buyer, order).cents == 12000

    def test_P9_in_steps_it_is_what_was_paid(self, desk, make, buyer, session):
        """One piece after the other, of 3 for 100.00 less 0.01: never a cent more or less."""
        order = make(
            OrderStatus.PAID,
            lines=[LineRow(title="茶杯", list_cents=10000, quantity=3)],
            payable_cents=9999,
            paid_cents=9999,
            freight_cents=0,
            facts=paid_by(("credit_card_7", 9999)),
        )
        total = 0
        for _ in range(3):
            case = desk.approve(desk.ask(order, 1, by=buyer))
            desk.work()
            total += session.get_one(Case, case.id).refunded_cents
        assert total == 9999
        assert paid.refundable(session, desk.actor, order.id).left_cents == 0


class TestGifts:
    """(c): a gift is owed nothing, and has to come along when policy says so."""

    @pytest.fixture
    def order(self, signed):
        return signed(
            LineRow(title="锅", list_cents=20000),
            LineRow(title="勺", list_cents=0, facts={"flags": ["gift"], "value_cents": 1900}),
            goods=20000,
            freight=0,
        )

    def test_kept_its_stated_value_stays_with_the_shop(self, order, buyer, session):
        found = quoted(session, buyer, order, 1, 0)
        assert (found.amounts.gross_cents, codes(found), found.cents) == (
            20000,
            {"gift_kept": 1900},
            18100,
        )

    def test_sent_along_it_costs_nothing(self, order, buyer, session):
        found = quoted(session, buyer, order, 1, 1)
        assert (codes(found), found.cents) == ({}, 20000)
        assert found.amounts.of_line(lines_of(session, order)[1].id) == 0

    def test_h_a_gift_alone_has_nothing_to_give_back(self, order, buyer, session):
        before = everything(session)
        with pytest.raises(errors.NothingToRefund), session.begin_nested():
            quoted(session, buyer, order, 0, 1)
        assert everything(session) == before


class TestDeductions:
    """(i), P7: gross, what is kept back and net, each by its name, in the quote, in the case and
    in what is paid."""

    @pytest.fixture
    def order(self, signed, terms):
        terms("B9", restocking_bp=1000, return_freight_cents=1200)
        return signed(LineRow(title="椅", list_cents=30000, quantity=2), goods=30000, freight=0)

    worn = {  # noqa: RUF012
        "condition": "worn",
        "return_method": ReturnMethod.PICK_UP,
        "proofs": (prove(EvidenceKind.ITEM_PHOTO),),
    }

    def test_a_worn_thing_fetched_by_our_courier(self, desk, order, buyer, session):
        found = quoted(session, buyer, order, **self.worn)
        assert codes(found) == {"restocking": 3000, "return_freight": 1200}
        assert (found.amounts.gross_cents, found.cents) == (30000, 25800)
        case = desk.ask_against(order, "成色不佳，客户同意扣款", **(RETURN | self.worn))
        assert case.requested_cents == 25800
        case = self.come_back(desk, buyer, case, 2)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 25800)
        payout = session.scalars(select(Payout).where(Payout.reason_ref == case.id)).one()
        assert (payout.gross_cents, payout.cents) == (30000, 25800)
        assert {each["code"]: each["cents"] for each in payout.deductions} == codes(found)
        assert all(each.left_cents == 0 for each in queries.units_of(session, desk.actor, order))

    def test_sent_by_the_buyer_there_is_no_freight_to_keep(self, order, buyer, session):
        found = quoted(session, buyer, order, **(self.worn | {"return_method": None}))
        assert codes(found) == {"restocking": 3000}

    def test_T14_a_part_that_is_accepted_bears_its_part(self, desk, order, buyer, session):
        case = desk.ask_against(order, "客户同意扣款", **(RETURN | self.worn))
        case = self.come_back(desk, buyer, case, 1)
        desk.work()
        child = session.scalars(select(Case).where(Case.parent_id == case.id)).one()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 12900)
        assert child.requested_cents == 12900
        assert sum(each["cents"] for each in child.notes["deductions"]) == 2100

    def test_an_agreed_amount_is_paid_as_it_is(self, desk, order, buyer, session):
        case = desk.ask_against(order, "客户同意扣款", **(RETURN | self.worn))
        case = service.propose(
            session, desk.actor, case_id=case.id, version=case.version, cents=28000
        )
        case = service.accept(session, buyer, case_id=case.id, version=case.version)
        assert case.requested_cents == 28000
        self.come_back(desk, buyer, case, 2, agreed=True)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 28000)

    def test_the_law_knows_no_restocking_of_intact_goods(self, terms, actor):
        with pytest.raises(BelowTheLaw):
            terms("B8", restocking_bp=1000)

    def come_back(self, desk, buyer, case, accepted, agreed=False):
        case = case if agreed else desk.approve(case)
        case = send(desk, buyer, case)
        line = queries.lines_of(desk.session, case.id)[0]
        return service.receive(
            desk.session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            lines=[Inspected(line.order_line_id, 2, accepted)],
            file_ids=[] if accepted == 2 else [desk.photo()],
        )


class TestFreight:
    """I6, P7: the shipping fee goes back once, with the last units."""

    def test_with_the_last_units_and_never_twice(self, desk, make, buyer, session):
        order = make(OrderStatus.PAID)
        first = desk.approve(desk.ask(order, 2, 0, by=buyer))
        desk.work()
        assert session.get_one(Case, first.id).freight_cents == 0
        rest = desk.ask(order, 1, 1, by=buyer)
        assert rest.freight_cents == 800
        desk.approve(rest)
        desk.work()
        assert order.refunded_cents == 10001
        assert paid.refundable(session, desk.actor, order.id).freight_left_cents == 0

    def test_kept_where_policy_keeps_it(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, kind=CaseKind.RETURN_REFUND)
        assert (case.freight_cents, case.requested_cents) == (0, 9201)
