"""Exchanges, reshipments, price differences, compensation, and changes before shipping."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import exchange, go_through, lines_of, send_out
from tests.payments.conftest import make_card, paid_by
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import (
    AmendmentKind,
    Case,
    CaseKind,
    CaseState,
    Closed,
    Decided,
    Money,
    Reason,
    Replacement,
)
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Address, Becomes, Change, Inspected, Request
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import queries as payments
from xiaoer.payments.errors import BalanceTooLow
from xiaoer.payments.models import Movement
from xiaoer.policies.service import publishing

S = CaseState


def worth(session, desk, order):
    return [each.left_cents for each in queries.units_of(session, desk.actor, order)]


class TestExchange:
    @pytest.mark.row("RET-18", "RET-9")
    def test_even(self, desk, bought, buyer, skus, session):
        order = bought()
        wanted = exchange(session, order, skus[1], reason=Reason.QUALITY_DEFECT)
        wanted = replace(wanted, proofs=())
        case = service.open_case(session, buyer, order_id=order.id, request=wanted, key=new_id())
        assert case.due_cents == 0
        with pytest.raises(errors.EvidenceMissing):
            desk.approve(case)

    @pytest.mark.row("RET-18")
    def test_the_buyer_pays_the_difference(self, desk, bought, buyer, skus, card, session):
        order = bought()
        wanted = exchange(session, order, skus[1], instrument_id=card.id)
        case = go_through(desk, buyer, order, wanted)
        assert (case.due_cents, case.money, case.state) == (
            2000,
            Money.SETTLED,
            S.AWAITING_REPLACEMENT_SHIP,
        )
        case = service.confirm(session, buyer, case_id=send_out(desk, case).id)
        assert case.state is S.COMPLETED
        swapped = session.scalars(select(Replacement)).one()
        assert (swapped.before_cents, swapped.paid_cents) == (10000, 12000)
        assert sorted(worth(session, desk, order)) == [10000, 12000]
        desk.work()
        back = desk.approve(
            desk.ask(order, 2, by=buyer, kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON)
        )
        assert back.requested_cents == 22000
        assert payments.mismatches(session) == []

    @pytest.mark.row("RET-18")
    def test_the_difference_goes_back(self, desk, bought, buyer, skus, session):
        order = bought()
        case = go_through(desk, buyer, order, exchange(session, order, skus[2]))
        assert case.due_cents == -2000
        case = send_out(desk, case)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.AWAITING_BUYER_RECEIPT, 2000)
        assert sorted(worth(session, desk, order)) == [8000, 10000]
        desk.wait(days=15, hours=1)
        assert desk.state(case) is S.COMPLETED
        assert payments.mismatches(session) == []

    def test_nothing_can_be_sent(self, desk, bought, buyer, skus, card, session):
        order = bought()
        wanted = exchange(session, order, skus[1], instrument_id=card.id)
        case = go_through(desk, buyer, order, wanted)
        desk.wait(days=10, hours=1)
        assert (desk.state(case), case.kind, case.converted_from) == (
            S.COMPLETED,
            CaseKind.RETURN_REFUND,
            CaseKind.EXCHANGE,
        )
        assert case.refunded_cents == 12000
        session.refresh(card)
        assert card.balance_cents == 50000 - 2000 + 12000
        assert payments.mismatches(session) == []

    @pytest.mark.parametrize(
        ("sku", "error"),
        [(3, errors.ReplacementNotSame), (None, errors.ReplacementsNeeded)],
    )
    def test_what_it_cannot_become(self, desk, bought, buyer, skus, session, sku, error):
        order = bought()
        wanted = exchange(session, order, skus[sku or 0])
        if sku is None:
            wanted = replace(wanted, lines=(replace(wanted.lines[0], sku_id=None),))
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            service.open_case(session, buyer, order_id=order.id, request=wanted, key=new_id())
        assert everything(session) == before

    def test_out_of_stock(self, desk, bought, buyer, skus, session):
        skus[1].actual_stock = 0
        order = bought()
        wanted = exchange(session, order, skus[1])
        with pytest.raises(errors.ReplacementNotAvailable):
            service.open_case(session, buyer, order_id=order.id, request=wanted, key=None)


class TestReship:
    def test_sent_again(self, desk, make, buyer, session):
        what = {"kind": CaseKind.RESHIP, "reason": Reason.MISSING_ITEM}
        case = desk.ask(make(OrderStatus.SIGNED), 1, by=buyer, **what)
        case = desk.approve(case, override_reason="仓库已确认漏发")
        assert case.state is S.AWAITING_REPLACEMENT_SHIP
        case = send_out(desk, case)
        service.report_replacement(session, desk.actor, case_id=case.id, node="signed")
        desk.wait(days=10, hours=1)
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 0)


class TestPriceAdjust:
    def test_the_difference_is_no_part_of_a_later_return(self, desk, bought, buyer, skus, session):
        order = bought()
        skus[0].price_cents = 8000
        what = {"kind": CaseKind.PRICE_ADJUST, "reason": Reason.PRICE_DROP, "cents": 1500}
        case = desk.approve(desk.ask(order, 1, by=buyer, **what), override_reason="页面已降价")
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 1500)
        back = desk.ask(order, 2, by=buyer, kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON)
        assert back.requested_cents == 20000 - 1500


class TestCompensation:
    def give(self, desk, order, cents, actor=None, **more):
        usual = {"currency": "CNY", "reason": Reason.LATE_SHIP, "key": new_id()}
        return service.compensate(
            desk.session, actor or desk.actor, order_id=order.id, cents=cents, **(usual | more)
        )

    def test_paid_on_top(self, desk, make, obliging):
        order = make(OrderStatus.SIGNED)
        case = self.give(desk, order, 1000)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 1000)
        assert order.refunded_cents == 0

    @pytest.mark.parametrize(
        ("cents", "what", "error"),
        [
            (0, {}, errors.AmountNotAllowed),
            (-5, {}, errors.AmountNotAllowed),
            (10002, {}, errors.CompensationTooHigh),
            (5, {"currency": "USD"}, errors.OtherCurrencyAsked),
        ],
    )
    def test_bad_amounts(self, desk, make, session, cents, what, error):
        order = make(OrderStatus.SIGNED)
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            self.give(desk, order, cents, **what)
        assert everything(session) == before

    def test_beyond_the_limit_a_second_person_agrees(self, desk, make, session):
        lead = Permission.AFTERSALES_OVERRIDE
        rights = desk.actor.permissions - {Permission.POLICIES_PUBLISH, lead}
        agent = replace(desk.actor, id=new_id(), name="小王", permissions=rights)
        case = self.give(desk, make(OrderStatus.SIGNED), 5000, agent)
        assert (case.state, case.asked_by, case.asked_role) == (
            S.AWAITING_MERCHANT,
            agent.id,
            "team_lead",
        )
        before = everything(session)
        with pytest.raises(errors.SecondPersonMustDiffer), session.begin_nested():
            desk.approve(case, by=agent)
        other = replace(agent, id=new_id())
        with pytest.raises(errors.AboveYourLimit), session.begin_nested():
            desk.approve(case, by=other)
        assert everything(session) == before
        desk.approve(case)
        desk.work()
        assert desk.state(case) is S.COMPLETED

    def test_refused_by_the_second_person_it_is_withdrawn_and_its_money_free(
        self, desk, make, session
    ):
        lead = Permission.AFTERSALES_OVERRIDE
        rights = desk.actor.permissions - {Permission.POLICIES_PUBLISH, lead}
        agent = replace(desk.actor, id=new_id(), name="小王", permissions=rights)
        order = make(OrderStatus.SIGNED)
        case = self.give(desk, order, 10001, agent)
        case = service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="agreed_otherwise",
            words="已另行补偿",
        )
        assert (case.state, case.closed_reason) == (S.CLOSED, Closed.WITHDRAWN)
        assert (case.decided, case.deadline_at) == (Decided.REFUSED, None)
        assert case.notes["refusal"]["words"] == "已另行补偿"
        desk.work()
        assert session.scalars(select(Movement).where(Movement.reason_ref == case.id)).all() == []
        assert self.give(desk, order, 10001, agent).state is S.AWAITING_MERCHANT


class TestTwoThingsForOneLine:
    """Two shirts of one line: one becomes the dearer variant, one the cheaper."""

    @pytest.fixture
    def wanted(self, skus, card):
        def made(line):
            return Request(
                kind=CaseKind.EXCHANGE,
                reason=Reason.DISLIKE,
                lines=(Wanted(line.id, 1, skus[1].id), Wanted(line.id, 1, skus[2].id)),
                instrument_id=card.id,
            )

        return made

    def test_each_unit_becomes_its_own(self, desk, bought, buyer, skus, wanted, session):
        order = bought()
        line = lines_of(session, order)[0]
        case = go_through(desk, buyer, order, wanted(line))
        assert [each.replacement_sku_id for each in queries.lines_of(session, case.id)] == [
            skus[1].id,
            skus[2].id,
        ]
        send_out(desk, case)
        desk.work()
        made = session.scalars(select(Replacement).order_by(Replacement.unit)).all()
        assert [(each.unit, each.sku_id) for each in made] == [(0, skus[1].id), (1, skus[2].id)]
        assert sum(each.paid_cents for each in made) == order.paid_cents + case.due_cents
        assert payments.mismatches(session) == []

    def test_one_of_them_is_not_accepted(self, desk, bought, buyer, skus, wanted, session):
        """One finding for the line is shared: the first is accepted, the other a case apart."""
        order = bought()
        line = lines_of(session, order)[0]
        case = desk.approve(
            service.open_case(session, buyer, order_id=order.id, request=wanted(line), key=new_id())
        )
        shipped = {"carrier": "圆通", "tracking_no": f"YT{new_id().hex[-10:]}"}
        case = service.ship_back(session, buyer, case_id=case.id, version=case.version, **shipped)
        case = service.receive(
            session, desk.actor, case_id=case.id, version=case.version,
            lines=[Inspected(line.id, 2, 1)], file_ids=[desk.photo()],
        )  # fmt: skip
        child = session.scalars(select(Case).where(Case.parent_id == case.id)).one()
        assert [
            [(each.qty, each.replacement_sku_id) for each in queries.lines_of(session, one.id)]
            for one in (case, child)
        ] == [[(1, skus[1].id)], [(1, skus[2].id)]]
        assert child.state is S.RECEIPT_REFUSED

    def test_the_same_thing_twice_is_one_entry(self, desk, bought, buyer, skus, card, session):
        order = bought()
        line = lines_of(session, order)[0]
        twice = Request(
            kind=CaseKind.EXCHANGE, reason=Reason.DISLIKE, instrument_id=card.id,
            lines=(Wanted(line.id, 1, skus[1].id), Wanted(line.id, 1, skus[1].id)),
        )  # fmt: skip
        before = everything(session)
        with pytest.raises(errors.NothingChosen), session.begin_nested():
            service.open_case(session, buyer, order_id=order.id, request=twice, key=new_id())
        assert everything(session) == before

    def test_not_more_than_there_are(self, desk, bought, buyer, skus, wanted, session):
        order = bought()
        line = lines_of(session, order)[0]
        three = replace(wanted(line), lines=(*wanted(line).lines, Wanted(line.id, 1, skus[0].id)))
        before = everything(session)
        with pytest.raises(errors.UnitUnknown), session.begin_nested():
            service.open_case(session, buyer, order_id=order.id, request=three, key=new_id())
        assert everything(session) == before


class TestAmending:
    @pytest.fixture
    def pending(self, bought):
        return bought(OrderStatus.PAID)

    def swap(self, session, order, *skus, qty=None, **more):
        line = lines_of(session, order)[0]
        swaps = [Becomes(line.id, sku.id, qty) for sku in skus]
        return Change(AmendmentKind.SWAP_ITEMS, swaps=swaps, **more)

    def test_other_items(self, desk, pending, buyer, skus, card, session):
        change = self.swap(session, pending, skus[1], instrument_id=card.id)
        key = new_id()
        made = service.amend(session, buyer, order_id=pending.id, change=change, key=key)
        again = service.amend(session, buyer, order_id=pending.id, change=change, key=key)
        assert (made.due_cents, again.id) == (4000, made.id)
        session.refresh(card)
        assert card.balance_cents == 46000
        line = lines_of(session, pending)[0]
        assert (line.sku_id, line.paid_cents) == (skus[1].id, 24000)
        assert pending.paid_cents == 24000
        assert payments.mismatches(session) == []

    def test_cheaper_ones(self, desk, pending, buyer, skus, card, session):
        change = self.swap(session, pending, skus[2], instrument_id=card.id)
        made = service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        assert made.due_cents == -4000
        session.refresh(card)
        assert card.balance_cents == 54000
        assert lines_of(session, pending)[0].paid_cents == 16000

    def test_one_of_two_units(self, desk, make, buyer, skus, card, session):
        """The unit gets a line of its own; what was paid for the line is parted to the cent."""
        pending = make(
            lines=[LineRow(title="衬衫", list_cents=20001, quantity=2, sku_id=skus[0].id)],
            payable_cents=19001, paid_cents=19001, freight_cents=0,
            facts=paid_by(("credit_card_odd", 19001)),
        )  # fmt: skip
        change = self.swap(session, pending, skus[1], qty=1, instrument_id=card.id)
        made = service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        desk.work()
        stays, parted = lines_of(session, pending)
        assert (stays.quantity, stays.sku_id, stays.paid_cents) == (1, skus[0].id, 9501)
        assert (parted.quantity, parted.sku_id, parted.paid_cents) == (1, skus[1].id, 12000)
        assert made.due_cents == 12000 - 9500
        assert made.after["lines"][0]["from"] == str(stays.id)
        session.refresh(pending)
        assert pending.paid_cents == stays.paid_cents + parted.paid_cents == 21501
        desk.approve(desk.ask(pending, by=buyer))
        desk.work()
        session.refresh(pending)
        assert pending.refunded_cents == 21501
        assert payments.mismatches(session) == []

    def test_two_units_of_a_line_become_two_things(self, desk, pending, buyer, skus, card, session):
        change = self.swap(session, pending, *skus[1:3], qty=1, instrument_id=card.id)
        made = service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        rest, parted = lines_of(session, pending)
        assert [(each.sku_id, each.quantity, each.paid_cents) for each in (parted, rest)] == [
            (skus[1].id, 1, 12000),
            (skus[2].id, 1, 8000),
        ]
        assert (made.due_cents, [each["line"] for each in made.after["lines"]]) == (
            0,
            [str(parted.id), str(rest.id)],
        )

    @pytest.mark.parametrize("qty", [0, -1, 3])
    def test_as_many_as_there_are(self, desk, pending, buyer, skus, card, session, qty):
        change = self.swap(session, pending, skus[1], qty=qty, instrument_id=card.id)
        before = everything(session)
        with (
            pytest.raises((errors.UnitUnknown, errors.AmendmentNeeds)),
            session.begin_nested(),
        ):
            service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        assert everything(session) == before

    def test_units_that_went_back_before_are_not_swapped(
        self, desk, pending, buyer, skus, card, session
    ):
        desk.approve(desk.ask(pending, 1, by=buyer))
        desk.work()
        change = self.swap(session, pending, skus[1], instrument_id=card.id)
        before = everything(session)
        with pytest.raises(errors.UnitTaken), session.begin_nested():
            service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        assert everything(session) == before

    def test_a_card_that_has_too_little(self, desk, pending, buyer, skus, session, shop):
        poor = make_card(session, shop, buyer.id, cents=100)
        change = self.swap(session, pending, skus[1], instrument_id=poor.id)
        before = everything(session)
        with pytest.raises(BalanceTooLow), session.begin_nested():
            service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        assert everything(session) == before

    def test_another_payment(self, desk, pending, buyer, card, session):
        change = Change(AmendmentKind.CHANGE_PAYMENT, instrument_id=card.id)
        service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        desk.work()
        session.refresh(card)
        assert card.balance_cents == 30000
        assert (pending.paid_cents, pending.refunded_cents) == (40000, 20000)
        assert payments.mismatches(session) == []

    def test_another_address(self, desk, pending, buyer, session):
        place = Address("上海市静安区 2 号", "沈", "13800000000")
        change = Change(AmendmentKind.CHANGE_ADDRESS, address=place)
        service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())
        assert pending.receiver_address == "上海市静安区 2 号"

    @pytest.mark.parametrize("status", [OrderStatus.SHIPPED, OrderStatus.SIGNED])
    def test_not_after_shipping(self, desk, bought, buyer, session, status):
        order = bought(status)
        change = Change(AmendmentKind.CHANGE_ADDRESS, address=Address("别处"))
        before = everything(session)
        with pytest.raises(errors.AmendmentRefused), session.begin_nested():
            service.amend(session, buyer, order_id=order.id, change=change, key=new_id())
        assert everything(session) == before

    def test_not_within_a_case(self, desk, pending, buyer, session):
        desk.ask(pending, by=buyer)
        change = Change(AmendmentKind.CHANGE_ADDRESS, address=Address("别处"))
        with pytest.raises(errors.OrderInCase):
            service.amend(session, buyer, order_id=pending.id, change=change, key=new_id())


class TestMirrored:
    def test_the_platforms_version_goes_back(self, desk, make, buyer, session):
        case = desk.ask(make(), by=buyer)
        named = {"platform": "taobao", "platform_ref": "R1"}
        case = service.adopt(session, desk.actor, case_id=case.id, **named, platform_version="7")
        before = everything(session)
        with pytest.raises(errors.PlatformVersionChanged), session.begin_nested():
            desk.approve(case, platform_version="6")
        assert everything(session) == before
        case = desk.approve(case, platform_version="7")
        assert (case.state, case.money) == (S.AWAITING_REFUND, Money.NONE)
        told = {"shop_id": desk.shop.id, **named, "state": S.COMPLETED, "refunded_cents": 10001}
        service.follow(session, desk.actor, **told, platform_version="8")
        service.follow(session, desk.actor, **told, platform_version="8")
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 10001)


class TestOrderClock:
    def test_it_stands_while_a_case_is_open(self, desk, make, buyer, session):
        order = make()
        orders.move(session, desk.actor, order_id=order.id, status=OrderStatus.SHIPPED)
        orders.move(session, desk.actor, order_id=order.id, status=OrderStatus.SIGNED)
        desk.work()
        what = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}
        case = desk.approve(desk.ask(order, 1, by=buyer, **what))
        desk.wait(days=6)
        desk.wait(days=5)
        assert order.status == OrderStatus.SIGNED
        assert desk.state(case) is S.CLOSED
        desk.wait(days=10)
        assert order.status == OrderStatus.COMPLETED


def test_the_shop_profile_decides(session, desk, shop, actor, bought, buyer):
    """Tables of another shop's policy, through the same verbs."""
    shop.settings = shop.settings | {"market": "US"}
    session.flush()
    publishing.apply_profile(session, actor, shop_id=shop.id, profile="tau_retail")
    order = bought(OrderStatus.PAID, placed_at=None)
    with pytest.raises(errors.PolicyRefuses) as refused, session.begin_nested():
        desk.ask(order, by=buyer, reason=Reason.LATE_SHIP)
    assert refused.value.facts["code"] == "reason_not_allowed"
    case = desk.approve(desk.ask(order, by=buyer))
    desk.work()
    assert desk.state(case) is S.COMPLETED
    assert order.status == OrderStatus.CANCELLED
    assert session.get_one(Case, case.id).refunded_cents == 20000
