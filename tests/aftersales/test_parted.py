"""Coupons that lapse, points, kits, and the books of what is kept back (aftersales.md A.6 b, d, e,
i): whatever the steps, an order gives back exactly what was paid for it."""

from itertools import permutations

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, codes, lines_of, quoted, send
from tests.orders.factories import make_order
from tests.payments.conftest import paid_by
from xiaoer.aftersales import errors, queries, rules, service
from xiaoer.aftersales.models import Case, CaseState, Clawback
from xiaoer.aftersales.service import Inspected
from xiaoer.catalog.models import Product, Sku
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import queries as paid
from xiaoer.payments import service as payments
from xiaoer.payments.models import Account, LedgerEntry, Payout
from xiaoer.payments.rules import Deduction, UnitAsked
from xiaoer.tasks.models import Task

S = CaseState


def come_back(desk, buyer, order, *qty):
    """A return of these, from the request to the money."""
    session = desk.session
    case = desk.approve(desk.ask(order, *qty, by=buyer, **RETURN))
    case = send(desk, buyer, case)
    found = [
        Inspected(each.order_line_id, each.qty, each.qty)
        for each in queries.lines_of(session, case.id)
    ]
    service.receive(session, desk.actor, case_id=case.id, version=case.version, lines=found)
    desk.work()
    session.expire_all()
    return session.get_one(Case, case.id)


COUPON = {"code": "满300减50", "threshold_cents": 30000, "off_cents": 5000}


class TestCoupons:
    """(b) 满减: 50.00 off from 300.00. The split of the day of the order stays unless the shop's
    policy says otherwise."""

    @pytest.fixture
    def order(self, signed):
        return signed(
            LineRow(title="锅", list_cents=20000),
            LineRow(title="盖", list_cents=10000),
            LineRow(title="勺", list_cents=10000),
            goods=35000,
            freight=0,
            facts_more={"coupons": [COUPON]},
        )

    def test_by_itself_the_split_of_the_day_stays(self, order, buyer, session):
        found = quoted(session, buyer, order, 1, 0, 0)
        assert (codes(found), found.cents) == ({}, 17500)

    def test_clawed_back_what_stays_costs_its_price(self, desk, terms, order, buyer, session):
        terms("B8", coupon_after_return="clawback")
        found = quoted(session, buyer, order, 1, 0, 0)
        # 200.00 stay, below 300.00: they cost 25.00 more than was paid
        assert (codes(found), found.cents) == ({"coupon_lapsed": 2500}, 15000)
        case = come_back(desk, buyer, order, 1, 0, 0)
        assert (case.state, case.refunded_cents) == (S.COMPLETED, 15000)
        kept = session.scalars(select(Clawback.cents).where(Clawback.case_id == case.id)).all()
        assert sorted(kept) == [1250, 1250]

    def test_above_the_threshold_nothing_lapses(self, terms, order, buyer, session):
        terms("B8", coupon_after_return="clawback")
        found = quoted(session, buyer, order, 0, 1, 0)
        assert (codes(found), found.cents) == ({}, 8750)

    def test_all_of_it_gives_back_all_that_was_paid(self, terms, order, buyer, session):
        terms("B8", coupon_after_return="clawback")
        found = quoted(session, buyer, order)
        assert (codes(found), found.cents) == ({}, 35000)

    @pytest.mark.parametrize("steps", list(permutations(range(3)))[::2])
    def test_I5_in_any_steps_it_is_what_was_paid(self, desk, terms, order, buyer, session, steps):
        terms("B8", coupon_after_return="clawback")
        given = [
            come_back(desk, buyer, order, *[int(place == step) for place in range(3)])
            for step in steps
        ]
        assert sum(each.refunded_cents for each in given) == order.refunded_cents == 35000
        assert paid.refundable(session, desk.actor, order.id).left_cents == 0
        assert paid.mismatches(session, order_id=order.id) == []

    def test_one_request_at_a_time(self, desk, terms, order, buyer, session):
        terms("B8", coupon_after_return="clawback")
        desk.ask(order, 1, 0, 0, by=buyer, **RETURN)
        before = everything(session)
        with pytest.raises(errors.CouponInUse), session.begin_nested():
            desk.ask(order, 0, 1, 0, by=buyer, **RETURN)
        assert everything(session) == before

    def test_what_the_marketplace_gave_is_not_taken_from_the_buyer(self):
        told = {"code": "P", "threshold_cents": 100, "off_cents": 10}
        assert rules.coupons_of({"coupons": [told | {"by": "platform"}]}) == []
        assert len(rules.coupons_of({"coupons": [told]})) == 1


class TestPoints:
    """(d): points come back as points, pro rata, once."""

    @pytest.fixture
    def order(self, signed):
        return signed(
            LineRow(title="茶杯", list_cents=9000, quantity=3),
            LineRow(title="茶匙", list_cents=1000),
            goods=9500,
            freight=0,
            facts_more={"points": {"used": 500}},
        )

    def test_pro_rata_and_never_as_money(self, order, buyer, session):
        found = quoted(session, buyer, order, 1, 0)
        assert (found.cents, found.points) == (2850, 150)
        assert quoted(session, buyer, order).points == 500
        part = quoted(session, buyer, order, 1, 0, cents=1425)
        assert (part.cents, part.points) == (1425, 75)

    def test_in_steps_it_is_what_was_spent_and_once_each(self, desk, order, buyer, session):
        given = [come_back(desk, buyer, order, 1, number % 2) for number in range(1)]
        given += [come_back(desk, buyer, order, 2, 1)]
        assert [each.points for each in given] == [150, 350]
        assert all(each.points_at for each in given)
        tasks = select(Task).where(Task.kind == "return_points")
        assert len(session.scalars(tasks).all()) == 2
        service.follow_money(session, given[0].id)
        assert len(session.scalars(tasks).all()) == 2

    def test_none_before_the_money_is_there(self, desk, order, buyer, session):
        case = desk.approve(desk.ask(order, 1, 0, by=buyer, **RETURN))
        assert (case.points, case.points_at) == (150, None)


class TestKits:
    """(e): a kit is split by the weights of its parts, to the cent; one part can come back."""

    @pytest.fixture
    def kit(self, session, shop):
        parts = [
            {"title": "茶壶", "qty": 1, "weight": 60},
            {"title": "茶杯", "qty": 4, "weight": 40, "spec": "白"},
        ]
        product = Product(
            shop_id=shop.id, external_id="kit", title="茶具", facts={"components": parts}
        )
        session.add(product)
        session.flush()
        sku = Sku(
            shop_id=shop.id,
            product_id=product.id,
            external_id="kit-1",
            price_cents=10000,
            currency="CNY",
        )
        session.add(sku)
        session.flush()
        return sku

    def bought(self, session, shop, buyer, kit, **more):
        return make_order(
            session,
            shop,
            order_no="K1",
            lines=[
                LineRow(title="茶具", list_cents=10000, sku_id=kit.id),
                LineRow(title="茶叶", list_cents=5000),
            ],
            payable_cents=13001,
            paid_cents=13001,
            freight_cents=0,
            platform_discount_cents=500,
            customer_id=buyer.id,
            facts=paid_by(("credit_card_8", 13001)),
            **more,
        )

    def test_split_by_weight_to_the_cent(self, session, shop, buyer, kit, desk):
        order = self.bought(session, shop, buyer, kit, status=OrderStatus.PAID)
        lines = lines_of(session, order)
        told = [(each.title, each.quantity, each.list_cents) for each in lines]
        assert told == [("茶壶", 1, 6000), ("茶杯", 4, 4000), ("茶叶", 1, 5000)]
        assert sum(each.paid_cents for each in lines) == 13001
        assert abs(lines[0].paid_cents * 4 - lines[1].paid_cents * 6) <= 6
        cup = desk.approve(desk.ask(order, 0, 1, by=buyer))
        desk.work()
        assert session.get_one(Case, cup.id).refunded_cents == lines[1].paid_cents // 4
        desk.approve(desk.ask(order, 1, 3, 1, by=buyer))
        desk.work()
        session.expire_all()
        assert order.refunded_cents == 13001

    def test_what_the_catalogue_says_later_changes_no_order(self, session, shop, buyer, kit):
        order = self.bought(session, shop, buyer, kit, status=OrderStatus.PAID)
        before = [(each.id, each.title, each.paid_cents) for each in lines_of(session, order)]
        product = session.get_one(Product, kit.product_id)
        product.facts = {"components": [{"title": "别的", "weight": 1}]}
        session.flush()
        again = self.bought(session, shop, buyer, kit, status=OrderStatus.SHIPPED)
        session.expire_all()
        assert again.id == order.id
        assert [
            (each.id, each.title, each.paid_cents) for each in lines_of(session, order)
        ] == before


class TestTheBooks:
    """(i): what is kept back stands in the books under its own account."""

    def kept(self, session, order):
        entries = session.scalars(
            select(LedgerEntry).where(LedgerEntry.order_id == order.id).order_by(LedgerEntry.id)
        )
        return [
            (each.debit, each.credit, each.cents, each.memo)
            for each in entries
            if Account.KEPT in (each.debit, each.credit)
        ]

    def test_each_deduction_by_name_and_undone_with_the_payout(self, desk, make, session):
        order = make(OrderStatus.SIGNED)
        line = lines_of(session, order)[0]
        made = payments.reserve(
            session,
            desk.actor,
            order_id=order.id,
            ask=payments.Ask(
                cents=2206,
                currency="CNY",
                units=[UnitAsked(line.id, 0)],
                deductions=[Deduction("restocking", 300), Deduction("return_freight", 200)],
            ),
            reason_ref=new_id(),
            key=new_id(),
        )
        booked = [
            (Account.SALES, Account.KEPT, 300, "restocking"),
            (Account.SALES, Account.KEPT, 200, "return_freight"),
        ]
        assert self.kept(session, order) == booked
        assert paid.mismatches(session, order_id=order.id) == []
        payments.release(session, desk.actor, payout_id=made[0].payout_id, why="test")
        assert len(self.kept(session, order)) == 4
        assert paid.mismatches(session, order_id=order.id) == []

    def test_a_deduction_that_is_not_booked_is_found(self, desk, make, session):
        order = make(OrderStatus.SIGNED)
        line = lines_of(session, order)[0]
        ask = payments.Ask(cents=2706, currency="CNY", units=[UnitAsked(line.id, 0)])
        payments.reserve(
            session, desk.actor, order_id=order.id, ask=ask, reason_ref=new_id(), key=new_id()
        )
        payout = session.scalars(select(Payout).where(Payout.order_id == order.id)).one()
        payout.gross_cents += 5
        session.flush()
        found = paid.mismatches(session, order_id=order.id)
        assert [(each.what, each.kept_cents, each.counted_cents) for each in found] == [
            ("kept", 0, 5)
        ]
