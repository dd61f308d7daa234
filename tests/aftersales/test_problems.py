"""What other systems got wrong (aftersales.md C). Problems whose test lives with its subject are
named there: P1, P2, P6 and P25 in `test_races`, P3, P4 and P20 in `tests/payments` and here, P9 in
`test_allocation`, P13 and P14 in `test_bad_input` and `test_races`, P16 in `test_unshipped` and
`test_races`, P17 to P19 in `test_exchanges` and here, P24 in `test_together`."""

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, go_through, lines_of, prove, quoted, send, send_out
from tests.aftersales.factories import exchange as wanted
from tests.payments.conftest import make_card, paid_by
from xiaoer.aftersales import errors, queries, rules, service
from xiaoer.aftersales.models import Case, CaseKind, CaseLine, CaseState, EvidenceKind, Reason
from xiaoer.aftersales.rules import UnitState
from xiaoer.aftersales.service import Inspected
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Movement, MovementState
from xiaoer.payments.service import callbacks

S = CaseState


def refunded(desk, case):
    desk.work()
    desk.session.expire_all()
    return desk.session.get_one(Case, case.id).refunded_cents


def test_P5_equal_refunds_are_two_and_each_is_told_once(desk, make, buyer, obliging, session):
    """The amount is no key: two spoons of 5.00 are two refunds, however often each is told."""
    order = make(
        lines=[LineRow(title="茶匙", list_cents=1000, quantity=2)],
        payable_cents=1000,
        paid_cents=1000,
        freight_cents=0,
        facts=paid_by(("credit_card_5", 1000)),
    )
    for _ in range(2):
        desk.approve(desk.ask(order, 1, by=buyer))
        desk.work()
    moved = session.scalars(select(Movement).where(Movement.order_id == order.id)).all()
    assert [(each.cents, each.state) for each in moved] == [(500, MovementState.SETTLED)] * 2
    before = everything(session)
    for each in moved:
        told = callbacks.Told("settled", str(each.id), each.provider_ref, "", each.cents, "CNY", "")
        for _ in range(3):
            callbacks.take(session, "sandbox", told)
    session.expire_all()
    assert order.refunded_cents == 1000
    assert everything(session) == before
    assert [each.cents for each in obliging.moved] == [500, 500]


def test_P7_what_the_quote_promises_is_what_the_provider_gets(desk, make, buyer, obliging, session):
    """Freight and all: nothing is left between the page and the gateway."""
    order = make()
    found = quoted(session, buyer, order, kind=CaseKind.REFUND_ONLY)
    assert (found.cents, found.amounts.freight_cents) == (10001, 800)
    case = desk.approve(desk.ask(order, by=buyer))
    assert refunded(desk, case) == 10001 == sum(each.cents for each in obliging.moved)


def test_P8_an_order_s_discount_is_in_every_unit(desk, make, buyer, session):
    """List 100.00 and 60.00, 40.00 off the whole: the dear one gives back 75.00, not 100.00."""
    order = make(
        lines=[LineRow(title="锅", list_cents=10000), LineRow(title="盖", list_cents=6000)],
        payable_cents=12000,
        paid_cents=12000,
        freight_cents=0,
        facts=paid_by(("credit_card_5", 12000)),
    )
    case = desk.approve(desk.ask(order, 1, 0, by=buyer))
    assert refunded(desk, case) == 7500


def test_P10_tax_and_discount_are_counted_once(desk, make, buyer, session):
    """13 % tax within the price, 10 % off: what was paid comes back with the tax that was in it,
    unit by unit, whatever today's rate is (A.6 f)."""
    order = make(
        lines=[
            LineRow(title="锅", list_cents=11300, tax_cents=1170),
            LineRow(title="勺", list_cents=1130, tax_cents=118, quantity=2),
        ],
        payable_cents=11187,
        paid_cents=11187,
        freight_cents=0,
        facts=paid_by(("credit_card_5", 11187)),
    )
    told = []
    for qty, cents in (((1, 0), 10170), ((0, 1), 508), ((0, 1), 509)):
        case = desk.approve(desk.ask(order, *qty, by=buyer))
        assert refunded(desk, case) == cents
        told += [each.tax_cents for each in queries.lines_of(session, case.id)]
    assert told == [1170, 59, 59]
    assert paid.refundable(session, desk.actor, order.id).left_cents == 0


def test_P10_a_unit_s_tax_goes_back_as_its_price_does(desk, make, buyer, session):
    """In parts of a unit, the tax of all parts together is the unit's."""
    line = LineRow(title="茶杯", list_cents=1000, tax_cents=115)
    one = make(lines=[line], payable_cents=1000, paid_cents=1000, freight_cents=0,
               facts=paid_by(("credit_card_5", 1000)))  # fmt: skip
    (bought,) = lines_of(session, one)
    parts = [UnitState(bought.id, 0, left, False) for left in (1000, 667, 334)]
    backs = [rules.tax_back([bought], [each], {each.key: 333}) for each in parts]
    last = UnitState(bought.id, 0, 1, False)
    backs.append(rules.tax_back([bought], [last], {last.key: 1}))
    assert sum(each[bought.id] for each in backs) == 115


def test_P11_no_cent_stands_in_the_way_of_the_last_refund(desk, make, buyer, session):
    """Three for 10.00: 3.33, 3.33 and 3.34, in whatever order, and nothing is left."""
    order = make(
        lines=[LineRow(title="茶杯", list_cents=1000, quantity=3)],
        payable_cents=1000,
        paid_cents=1000,
        freight_cents=0,
        facts=paid_by(("credit_card_5", 1000)),
    )
    given = [refunded(desk, desk.approve(desk.ask(order, 1, by=buyer))) for _ in range(3)]
    assert given == [333, 333, 334]
    assert paid.refundable(session, desk.actor, order.id).left_cents == 0


def test_P12_rounding_never_breaks_the_cap():
    """1.03 over two equal units is 0.52 and 0.51, not twice 0.52."""
    line = new_id()
    units = [UnitState(line, number, 60, taken=False) for number in range(2)]
    found = rules.amounts(units, asked_cents=103)
    assert sorted(found.units.values()) == [51, 52]
    assert found.net_cents == 103


class TestRestocking:
    """P15, I17: only what was accepted and can be sold, once, and whatever the money does."""

    def receive(self, desk, case, *counts):
        line = queries.lines_of(desk.session, case.id)[0]
        return service.receive(
            desk.session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            lines=[Inspected(line.order_line_id, *counts)],
        )

    def restocked(self, session, case):
        query = select(CaseLine.restocked).where(CaseLine.case_id == case.id)
        return session.scalars(query).all()

    def test_P15_not_when_it_was_not_said(self, desk, back, session):
        case = self.receive(desk, back(2, 0), 2, 2, 0)
        desk.work()
        assert (desk.state(case), self.restocked(session, case)) == (S.COMPLETED, [0])

    def test_P15_never_twice(self, desk, back, session):
        case = self.receive(desk, back(2, 0), 2, 2, 1)
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            self.receive(desk, case, 2, 2, 2)
        assert everything(session) == before
        assert self.restocked(session, case) == [1]

    def test_P15_more_than_was_accepted_is_not(self, desk, back, session):
        case = back(2, 0)
        before = everything(session)
        with pytest.raises(errors.CountsWrong), session.begin_nested():
            self.receive(desk, case, 2, 1, 2)
        assert everything(session) == before

    def test_P15_goods_without_money_too(self, desk, bought, buyer, skus, session):
        """An even exchange moves no money; what came back is restocked all the same."""
        order = bought()
        case = desk.approve(
            service.open_case(
                session,
                buyer,
                order_id=order.id,
                request=wanted(session, order, skus[0]),
                key=new_id(),
            )
        )
        case = self.receive(desk, send(desk, buyer, case), 1, 1, 1)
        assert (case.requested_cents, self.restocked(session, case)) == (0, [1])


class TestExchanges:
    def test_P17_a_difference_is_a_number_and_netted(self, desk, bought, buyer, skus, session):
        """One of 100.00 becomes one of 120.00 and later comes back: 120.00, of which 20.00 was
        paid on top."""
        card = make_card(session, desk.shop, buyer.id, cents=50000)
        order = bought()
        change = wanted(session, order, skus[1], instrument_id=card.id)
        case = send_out(desk, go_through(desk, buyer, order, change))
        assert case.due_cents == 2000
        service.confirm(session, buyer, case_id=case.id)
        back = quoted(session, buyer, order, 1)
        assert back.cents == 12000

    def test_P18_what_is_left_after_it_is_what_was_paid(self, desk, bought, buyer, skus, session):
        card = make_card(session, desk.shop, buyer.id, cents=50000)
        order = bought()
        change = wanted(session, order, skus[1], instrument_id=card.id)
        case = send_out(desk, go_through(desk, buyer, order, change))
        service.confirm(session, buyer, case_id=case.id)
        worth = sum(each.left_cents for each in queries.units_of(session, desk.actor, order))
        assert worth == paid.refundable(session, desk.actor, order.id).left_cents == 22000


def test_P20_a_gift_card_that_was_used_is_not_taken_back(desk, make, buyer, session):
    """Sold as goods, activated and spent: there is nothing to return without a reason."""
    order = make(
        OrderStatus.SIGNED,
        lines=[LineRow(title="礼品卡", list_cents=10000, facts={"flags": ["digital"]})],
        payable_cents=10000,
        paid_cents=10000,
        freight_cents=0,
        facts=paid_by(("credit_card_5", 10000)),
    )
    before = everything(session)
    with pytest.raises(errors.PolicyRefuses) as refused, session.begin_nested():
        desk.ask(order, by=buyer, **RETURN)
    assert refused.value.facts["code"] == "statutory_exception"
    assert everything(session) == before


def test_P21_what_was_paid_counts_not_what_it_costs_today(desk, bought, buyer, skus, session):
    order = bought()
    skus[0].price_cents = 99900
    session.flush()
    assert quoted(session, buyer, order, 1).cents == 10000
    skus[0].price_cents = 100
    session.flush()
    assert quoted(session, buyer, order, 2).cents == 20000


class TestDamaged:
    """P22: whether damaged goods are refunded is policy's to say, not the code's."""

    def test_P22_damaged_on_the_way_is_ours_and_by_the_buyer_is_not(self, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        proof = (prove(EvidenceKind.ITEM_PHOTO),)
        ours = quoted(session, buyer, order, reason=Reason.DAMAGED_IN_TRANSIT, proofs=proof)
        theirs = quoted(session, buyer, order, condition="damaged", proofs=proof)
        assert (ours.said.outputs["decision"], ours.said.outputs["freight_payer"]) == (
            "review",
            "seller",
        )
        assert theirs.said.outputs["decision"] == "counter_offer"

    def test_P22_another_table_says_otherwise(self, terms, make, buyer, session):
        terms("B9", decision="approve", restocking_bp=5000)
        order = make(OrderStatus.SIGNED)
        found = quoted(session, buyer, order, condition="damaged")
        assert (found.said.outputs["decision"], found.cents) == ("approve", 4601)


def test_P23_units_are_worth_their_net_price(desk, make, buyer, session):
    """Two for 100.00 list, 30.00 off by the shop and 10.00 by the marketplace: 30.00 each."""
    order = make(
        lines=[LineRow(title="茶杯", list_cents=10000, quantity=2)],
        payable_cents=6000,
        paid_cents=6000,
        platform_discount_cents=1000,
        freight_cents=0,
        facts=paid_by(("credit_card_5", 6000)),
    )
    case = desk.approve(desk.ask(order, 1, by=buyer))
    assert refunded(desk, case) == 3000


def test_P26_nothing_below_zero_is_refunded(desk, make, buyer, session):
    order = make(OrderStatus.SIGNED)
    before = everything(session)
    for cents in (0, -1, -10001):
        with pytest.raises(errors.AmountNotAllowed), session.begin_nested():
            desk.ask(order, by=buyer, cents=cents, **RETURN)
    assert everything(session) == before
