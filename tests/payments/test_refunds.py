"""Refunds of an order: caps, units, freight, destinations, the books."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.orders.factories import make_order
from tests.payments.conftest import (
    figures,
    make_buyer,
    make_card,
    manager,
    paid_by,
    send_back,
    set_aside,
)
from xiaoer.core.auth import system
from xiaoer.core.errors import KeyReused, MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_service
from xiaoer.orders.errors import OrderNotFound
from xiaoer.payments import errors, queries, service
from xiaoer.payments.models import Drain, Instrument, Movement, MovementState, Payment
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.rules import Deduction, UnitAsked
from xiaoer.payments.service import Ask, submitting

pytestmark = pytest.mark.usefixtures("sound")
S = MovementState


def settled(session, movement, ref=""):
    answer = Answer(Verdict.SETTLED, ref or f"ref_{movement.id}")
    return submitting.record(session, system(), movement.id, answer)


def failed(session, movement):
    answer = Answer(Verdict.FAILED, failure="card_closed")
    return submitting.record(session, system(), movement.id, answer)


def units_of(session, order):
    return [
        UnitAsked(line.id, unit)
        for line in orders.lines(session, order.id)
        for unit in range(line.quantity or 1)
    ]


def told(session, kind):
    return session.query(EventRow).filter(EventRow.kind == kind).count()


class TestOpening:
    def test_importing_orders_writes_no_payments(self, session, shop):
        make_order(session, shop)
        assert session.query(Payment).count() == 0

    def test_an_order_is_opened_when_it_is_first_needed(self, session, actor, order):
        set_aside(session, actor, order, 1)
        opened = session.query(Payment).one()
        assert (opened.captured_cents, opened.settled_cents) == (10001, 0)

    def test_what_went_back_at_the_source_is_a_movement(self, session, shop, actor):
        order = make_order(session, shop, refunded_cents=2800)
        with pytest.raises(errors.AboveCap):
            set_aside(session, actor, order, 10001)
        assert set_aside(session, actor, order, 10000)[0].cents == 10000
        back = [m for m in session.query(Movement) if m.state == S.SETTLED]
        assert [each.cents for each in back] == [2800]

    def test_payments_follow_the_source(self, session, shop, actor):
        order = make_order(session, shop, order_no="A1")
        set_aside(session, actor, order, 100)
        make_order(session, shop, order_no="A1", paid_cents=12800, refunded_cents=5000)
        assert service.preview(session, actor, order_id=order.id, ask=Ask(7700, "CNY"))
        with pytest.raises(errors.AboveCap) as refusal:
            set_aside(session, actor, order, 7701)
        assert refusal.value.facts["left_cents"] == 7700
        assert told(session, "SourceAmountsFollowed") == 1

    def test_an_order_without_reliable_amounts_is_refused(self, session, shop, actor):
        order = make_order(
            session, shop, lines=[], payable_cents=0, paid_cents=0, amounts_known=False
        )
        before = figures(session)
        with pytest.raises(errors.AmountsUnknown):
            set_aside(session, actor, order, 1)
        assert figures(session) == before


class TestReserving:
    def test_preview_and_reserve_agree(self, session, actor, order):
        ask = Ask(cents=5000, currency="CNY")
        parts = service.preview(session, actor, order_id=order.id, ask=ask)
        made = set_aside(session, actor, order, 5000)
        assert [(p.cents, p.instrument.id) for p in parts] == [
            (m.cents, m.instrument_id) for m in made
        ]

    def test_all_units_and_the_freight_give_back_exactly_what_was_paid(self, session, actor, order):
        asked = units_of(session, order)
        entitled = {
            (u.order_line_id, u.unit): u.entitled_cents for u in self._left(session, actor, order)
        }
        for unit in reversed(asked):
            cents = entitled[unit.order_line_id, unit.unit]
            set_aside(session, actor, order, cents, units=[unit])
        set_aside(session, actor, order, 800, freight_cents=800)
        found = queries.refundable(session, actor, order.id)
        assert (found.left_cents, found.freight_left_cents) == (0, 0)
        assert {unit.left_cents for unit in found.units} == {0}

    def test_a_unit_gives_no_more_than_it_is_entitled_to(self, session, actor, order):
        unit = units_of(session, order)[0]
        whole = self._left(session, actor, order)[0].entitled_cents
        part = UnitAsked(unit.order_line_id, unit.unit, 500)
        set_aside(session, actor, order, 500, units=[part])  # a price difference first
        before = figures(session)
        with pytest.raises(errors.AmountsDoNotAddUp):
            set_aside(session, actor, order, whole, units=[unit])
        too_much = UnitAsked(unit.order_line_id, unit.unit, whole - 499)
        with pytest.raises(errors.AboveEntitlement):
            set_aside(session, actor, order, whole - 499, units=[too_much])
        assert figures(session) == before
        set_aside(session, actor, order, whole - 500, units=[unit])

    def test_freight_goes_back_once(self, session, actor, order):
        set_aside(session, actor, order, 300, freight_cents=300)
        before = figures(session)
        with pytest.raises(errors.FreightRefunded):
            set_aside(session, actor, order, 501, freight_cents=501)
        assert figures(session) == before
        set_aside(session, actor, order, 500, freight_cents=500)

    def test_a_deduction_uses_the_unit_up(self, session, actor, order):
        unit = units_of(session, order)[3]
        whole = self._left(session, actor, order)[3].entitled_cents
        set_aside(
            session,
            actor,
            order,
            whole - 200,
            units=[unit],
            deductions=[Deduction("return_freight", 200)],
        )
        left = self._left(session, actor, order)[3]
        assert left.left_cents == 0
        payout = queries.book(session, actor, order.id).payouts[0]
        assert (payout.gross_cents, payout.cents) == (whole, whole - 200)
        assert payout.deductions == [{"code": "return_freight", "cents": 200}]

    @pytest.mark.row("RET-17")
    def test_the_same_key_sets_aside_once(self, session, actor, order):
        key, reason = new_id(), new_id()
        same = {"order_id": order.id, "ask": Ask(5000, "CNY"), "reason_ref": reason, "key": key}
        first = service.reserve(session, actor, **same)
        again = service.reserve(session, actor, **same)
        assert [m.id for m in again] == [m.id for m in first]
        assert session.query(Movement).count() == 1
        before = figures(session)
        with pytest.raises(KeyReused):
            service.reserve(session, actor, **(same | {"ask": Ask(4000, "CNY")}))
        assert figures(session) == before

    @pytest.mark.parametrize(
        ("ask", "refusal"),
        [
            ({"cents": 0}, errors.AmountNotPositive),
            ({"cents": -1}, errors.AmountNotPositive),
            ({"cents": 10002}, errors.AboveCap),
            ({"cents": 100, "currency": "USD"}, errors.OtherCurrency),
            ({"cents": 100, "freight_cents": -100}, errors.AmountNotPositive),
            ({"cents": 100, "deductions": [Deduction("x", -1)]}, errors.AmountNotPositive),
            ({"cents": 100, "units": [UnitAsked(new_id(), 0)]}, errors.UnknownUnit),
            ({"cents": 100, "to": new_id()}, errors.InstrumentNotFound),
        ],
    )
    def test_bad_amounts_change_nothing(self, session, actor, order, ask: dict[str, Any], refusal):
        set_aside(session, actor, order, 1)
        service.release(
            session, actor, payout_id=session.query(Movement).one().payout_id, why="test"
        )
        before = figures(session)
        with pytest.raises(refusal):
            service.reserve(
                session,
                actor,
                order_id=order.id,
                ask=Ask(**({"currency": "CNY"} | ask)),
                reason_ref=new_id(),
                key=new_id(),
            )
        assert figures(session) == before

    def test_units_of_another_order_are_unknown(self, session, shop, actor, order):
        other = make_order(session, shop)
        set_aside(session, actor, order, 1)
        before = figures(session)
        for unit in (
            units_of(session, other)[0],
            UnitAsked(units_of(session, order)[0].order_line_id, 3),
        ):
            with pytest.raises(errors.UnknownUnit):
                set_aside(session, actor, order, 100, units=[unit])
        assert figures(session) == before

    def test_strangers_and_the_unauthorised(self, session, actor, order):
        before = figures(session)
        with pytest.raises(OrderNotFound):
            set_aside(session, manager(new_id()), order, 1)
        with pytest.raises(MissingPermission):
            set_aside(session, type(actor)(kind=actor.kind, shop_ids=actor.shop_ids), order, 1)
        assert figures(session) == before

    def _left(self, session, actor, order):
        return queries.refundable(session, actor, order.id).units


class TestDestinations:
    @pytest.fixture
    def mixed(self, session, shop):
        """100.00, of which 30.00 with a gift card; (order, buyer)."""
        buyer = make_buyer(session, shop)
        facts = paid_by(("gift_card_7", 3000), ("credit_card_7", 7000))
        return make_order(
            session, shop, customer_id=buyer, facts=facts, payable_cents=10000, paid_cents=10000,
            lines=[order_service.LineRow(title="茶壶", list_cents=10000)],
        ), buyer  # fmt: skip

    def kinds(self, session, made):
        return [(session.get(Instrument, m.instrument_id).kind.value, m.cents) for m in made]

    def test_stored_value_comes_last_and_gets_what_it_paid(self, session, actor, mixed):
        made = set_aside(session, actor, mixed[0], 8000)
        assert self.kinds(session, made) == [("card", 7000), ("gift_card", 1000)]
        assert {each.drain for each in made} == {Drain.STORED_LAST}

    def test_the_order_of_payments_is_chosen_once(self, session, actor, mixed):
        first = set_aside(session, actor, mixed[0], 1000, drain=Drain.STORED_FIRST)
        later = set_aside(session, actor, mixed[0], 1000, drain=Drain.STORED_LAST)
        assert self.kinds(session, first + later) == [("gift_card", 1000)] * 2

    def test_an_original_instrument_takes_its_own_back_only(self, session, actor, mixed):
        made = set_aside(session, actor, mixed[0], 1000)
        card = made[0].instrument_id
        assert self.kinds(session, set_aside(session, actor, mixed[0], 6000, to=card)) == [
            ("card", 6000)
        ]
        before = figures(session)
        with pytest.raises(errors.AboveCap):
            set_aside(session, actor, mixed[0], 1, to=card)
        assert figures(session) == before

    def test_own_stored_value_may_take_the_place_of_any(self, session, shop, actor, mixed):
        credit = service.store_credit(session, actor, customer_id=mixed[1], currency="CNY")
        made = send_back(session, actor, mixed[0], 10000, to=credit.id)
        assert {each.state for each in made} == {S.SETTLED}
        assert credit.balance_cents == 10000
        session.refresh(mixed[0])
        assert mixed[0].refunded_cents == 10000

    def test_another_card_only_when_policy_says_so(self, session, shop, actor, mixed):
        other = make_card(session, shop, mixed[1], kind="card")
        stranger = make_card(session, shop, make_buyer(session, shop), kind="gift_card")
        set_aside(session, actor, mixed[0], 1)
        before = figures(session)
        for wrong in ({"to": other.id}, {"to": stranger.id}, {"to": stranger.id, "any_own": True}):
            with pytest.raises(errors.DestinationNotAllowed):
                set_aside(session, actor, mixed[0], 100, **wrong)
        assert figures(session) == before
        assert self.kinds(
            session, set_aside(session, actor, mixed[0], 100, to=other.id, any_own=True)
        ) == [("card", 100)]


class TestSending:
    @pytest.mark.row("RET-16")
    def test_a_settled_refund_can_be_told_to_the_buyer(self, session, client, actor, order):
        movement = send_back(session, actor, order, 5000)[0]
        settled(session, movement, "tx_1")
        answer = client.get(f"/api/orders/{order.id}/money").json()
        shown = answer["movements"][0]
        assert (shown["state"], shown["provider_ref"], shown["cents"]) == ("settled", "tx_1", 5000)
        assert shown["expected_at"] > shown["ended_at"]
        assert [each["kind"] for each in answer["instruments"]] == ["card"]
        assert answer["refundable"]["left_cents"] == 5001
        assert [(e["debit"], e["credit"]) for e in answer["entries"]] == [
            ("opening", "sales"),
            ("sales", "owed"),
            ("owed", "clearing"),
        ]
        assert orders.get(session, actor, order.id).refunded_cents == 5000

    def test_a_stored_value_refund_arrives_at_once(self, session, shop, actor):
        order = make_order(
            session, shop, customer_id=make_buyer(session, shop),
            facts=paid_by(("gift_card_9", 12800)),
        )  # fmt: skip
        movement = send_back(session, actor, order, 800)[0]
        assert movement.state == S.SETTLED
        assert movement.expected_at == movement.ended_at
        assert told(session, "RefundSettled") == 1

    def test_a_refund_is_done_when_all_its_movements_are(self, session, shop, actor):
        facts = paid_by(("credit_card_1", 6400), ("credit_card_2", 6400))
        order = make_order(session, shop, customer_id=make_buyer(session, shop), facts=facts)
        made = send_back(session, actor, order, 12800)
        for movement in made:
            settled(session, movement)
        rows = (
            session.query(EventRow).filter(EventRow.kind == "RefundSettled").order_by(EventRow.id)
        )
        assert [row.data["open_movements"] for row in rows] == [1, 0]

    @pytest.mark.row("RET-17")
    def test_the_same_answer_twice_is_one_refund(self, session, actor, order):
        movement = send_back(session, actor, order, 5000)[0]
        settled(session, movement, "tx")
        before = figures(session)
        settled(session, movement, "tx")
        assert figures(session) == before

    def test_a_reference_used_before_is_for_people(self, session, actor, order):
        first, second = (send_back(session, actor, order, 100)[0] for _ in range(2))
        settled(session, first, "tx")
        settled(session, second, "tx")
        assert second.state == S.SUBMITTED
        assert "twice" in second.conflict

    def test_a_failed_refund_frees_the_cap_and_calls_people(self, session, client, actor, order):
        movement = send_back(session, actor, order, 10001)[0]
        failed(session, movement)
        assert queries.refundable(session, actor, order.id).left_cents == 10001
        listed = client.get("/api/payments/for-people").json()["items"]
        assert [(each["id"], each["failure"]) for each in listed] == [
            (str(movement.id), "card_closed")
        ]

    def test_late_success_after_failure_is_never_followed_in_silence(self, session, actor, order):
        movement = failed(session, send_back(session, actor, order, 100)[0])
        settled(session, movement)
        assert (movement.state, movement.conflict) == (S.FAILED, "settled")
        with pytest.raises(errors.MovementInConflict):
            service.retry(session, actor, movement_id=movement.id)
        assert told(session, "RefundDisagrees") == 1

    def test_only_what_has_not_left_can_be_released(self, session, actor, order):
        unit = units_of(session, order)[0]
        whole = queries.refundable(session, actor, order.id).units[0].entitled_cents
        made = set_aside(session, actor, order, whole, units=[unit])[0]
        service.release(session, actor, payout_id=made.payout_id, why="withdrawn")
        service.release(session, actor, payout_id=made.payout_id, why="withdrawn")
        assert (made.state, told(session, "RefundReleased")) == (S.RELEASED, 1)
        sent = send_back(session, actor, order, whole, units=[unit])[0]
        before = figures(session)
        with pytest.raises(errors.MovementCannot):
            service.release(session, actor, payout_id=sent.payout_id, why="too late")
        assert figures(session) == before


class TestCompensation:
    def test_it_draws_no_cap(self, session, actor, order):
        made = service.compensate(
            session, actor, order_id=order.id, cents=500, currency="CNY",
            reason_ref=new_id(), key=new_id(),
        )  # fmt: skip
        service.submit(session, actor, payout_id=made[0].payout_id)
        settled(session, made[0])
        assert queries.refundable(session, actor, order.id).left_cents == 10001
        assert orders.get(session, actor, order.id).refunded_cents == 0
        entries = queries.book(session, actor, order.id).entries
        assert ("goodwill", "owed") in [(e.debit.value, e.credit.value) for e in entries]

    def test_a_stranger_gets_none(self, session, shop, actor, order):
        stranger = make_card(session, shop, make_buyer(session, shop))
        set_aside(session, actor, order, 1)
        before = figures(session)
        for wrong, refusal in (
            ({"to": stranger.id}, errors.DestinationNotAllowed),
            ({"cents": 0}, errors.AmountNotPositive),
            ({"currency": "EUR"}, errors.OtherCurrency),
        ):
            with pytest.raises(refusal):
                service.compensate(
                    session, actor, order_id=order.id, reason_ref=new_id(), key=new_id(),
                    **({"cents": 100, "currency": "CNY"} | wrong),
                )  # fmt: skip
        assert figures(session) == before


class TestCharging:
    def charge(self, session, actor, order, card, cents, key=None):
        return service.charge(
            session, actor, order_id=order.id, instrument_id=card.id, cents=cents,
            currency="CNY", reason_ref=order.id, key=key or new_id(),
        )  # fmt: skip

    def test_a_gift_card_pays_at_once_and_once(self, session, shop, actor, order):
        card, key = make_card(session, shop, order.customer_id, cents=900), new_id()
        for _ in range(2):
            movement = self.charge(session, actor, order, card, 700, key)
        assert (movement.state, card.balance_cents) == (S.SETTLED, 200)
        assert queries.refundable(session, actor, order.id).left_cents == 10701
        assert orders.get(session, actor, order.id).paid_cents == 10701

    def test_a_balance_too_low_changes_nothing(self, session, shop, actor, order):
        card = make_card(session, shop, order.customer_id, cents=900)
        theirs = make_card(session, shop, make_buyer(session, shop), cents=900)
        set_aside(session, actor, order, 1)
        before = figures(session)
        with pytest.raises(errors.BalanceTooLow):
            self.charge(session, actor, order, card, 901)
        with pytest.raises(errors.InstrumentNotFound):
            self.charge(session, actor, order, theirs, 100)
        with pytest.raises(errors.AmountNotPositive):
            self.charge(session, actor, order, card, 0)
        assert figures(session) == before

    def test_after_a_change_of_payment_only_what_is_held_goes_back(self, session, shop, actor):
        """The known error of the reference tools: 4,079.45 refunded twice."""
        buyer = make_buyer(session, shop)
        gift, card = (
            make_card(session, shop, buyer, cents=4900),
            make_card(session, shop, buyer, kind="card"),
        )
        order = make_order(
            session, shop, customer_id=buyer, facts=paid_by((gift.external_id, 12800))
        )
        settled(session, self.charge(session, actor, order, card, 12800))
        send_back(session, actor, order, 12800, to=gift.id)
        assert gift.balance_cents == 17700
        made = send_back(session, actor, order, 12800)
        assert [each.instrument_id for each in made] == [card.id]
        assert gift.balance_cents == 17700
        before = figures(session)
        with pytest.raises(errors.AboveCap):
            set_aside(session, actor, order, 1)
        assert figures(session) == before

    def test_a_card_that_refuses_leaves_the_order_as_it_was(self, session, shop, actor, order):
        card = make_card(session, shop, order.customer_id, kind="card")
        movement = failed(session, self.charge(session, actor, order, card, 700))
        assert movement.state == S.FAILED
        assert orders.get(session, actor, order.id).paid_cents == 10001
        assert told(session, "ChargeFailed") == 1


class TestTheDatabaseKeepsThePromises:
    def test_the_cap_holds_below_the_code(self, session, actor, order):
        set_aside(session, actor, order, 1)
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text("UPDATE payments SET settled_cents = captured_cents"))

    def test_entries_of_the_ledger_stay(self, session, actor, order):
        set_aside(session, actor, order, 1)
        for change in ("UPDATE ledger_entries SET cents = 2", "DELETE FROM ledger_entries"):
            with pytest.raises(DBAPIError), session.begin_nested():
                session.execute(text(change))

    def test_a_movement_keeps_the_currency_and_order_of_its_payment(self, session, actor, order):
        set_aside(session, actor, order, 1)
        with pytest.raises(DBAPIError), session.begin_nested():
            session.execute(text("UPDATE money_movements SET currency = 'USD'"))
