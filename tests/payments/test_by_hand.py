"""What people do about refunds that did not go through; what the buyer's bank does."""

import pytest

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
from tests.payments.test_refunds import failed, settled, told
from xiaoer.core.ids import new_id
from xiaoer.orders import queries as orders
from xiaoer.payments import errors, queries, service
from xiaoer.payments.models import Instrument, InterventionKind, Movement, MovementState, Payment
from xiaoer.payments.service import chargebacks, moving
from xiaoer.payments.service.accounts import hold

pytestmark = pytest.mark.usefixtures("sound")
K, S = InterventionKind, MovementState


@pytest.fixture
def failure(session, actor, order):
    """A refund of 50.00 that the provider refused."""
    return failed(session, send_back(session, actor, order, 5000)[0])


@pytest.fixture
def large(session, shop, actor):
    """A refund of 300.00, above what one person may settle, that the provider refused."""
    order = make_order(
        session,
        shop,
        customer_id=make_buyer(session, shop),
        paid_cents=30000,
        facts=paid_by(("credit_card_1", 30000)),
    )
    return failed(session, send_back(session, actor, order, 30000)[0])


def replacement(session, movement):
    return queries.replacement(session, movement.id)


class TestRetry:
    def test_a_retry_is_a_new_movement_with_a_new_key(self, session, client, failure):
        path = f"/api/payments/movements/{failure.id}/retry"
        first, again = client.post(path), client.post(path)
        assert first.status_code == 201
        assert first.json()["id"] == again.json()["id"] != str(failure.id)
        assert first.json()["state"] == "submitted"
        assert client.get("/api/payments/for-people").json()["items"] == []

    def test_the_cap_may_be_gone(self, session, actor, order, failure):
        set_aside(session, actor, order, 10001)
        before = figures(session)
        with pytest.raises(errors.AboveCap):
            service.retry(session, actor, movement_id=failure.id)
        assert figures(session) == before

    def test_what_is_on_its_way_or_done_or_given_up_is_not_retried(self, session, actor, order):
        sent, done, dropped = (send_back(session, actor, order, 100)[0] for _ in range(3))
        settled(session, done)
        failed(session, dropped)
        service.release(session, actor, payout_id=dropped.payout_id, why="withdrawn")
        before = figures(session)
        for movement in (sent, done, dropped):
            with pytest.raises(errors.MovementCannot):
                service.retry(session, actor, movement_id=movement.id)
        assert figures(session) == before

    def test_strangers_see_nothing(self, session, client, acting, failure):
        acting["actor"] = manager(new_id())
        path = f"/api/payments/movements/{failure.id}"
        body = {"kind": "offline", "reason": "x", "proof": "y"}
        assert client.post(f"{path}/retry").status_code == 404
        assert client.post(f"{path}/interventions", json=body).status_code == 404
        assert client.get(f"/api/orders/{failure.order_id}/money").status_code == 404
        assert client.get("/api/payments/for-people").json()["items"] == []


class TestByHand:
    def test_a_small_one_is_rerouted_at_once(self, session, shop, client, order, failure):
        card = make_card(session, shop, order.customer_id)
        body = {"kind": "reroute", "reason": "卡已注销", "instrument_id": str(card.id)}
        step = client.post(f"/api/payments/movements/{failure.id}/interventions", json=body)
        assert step.status_code == 201
        assert step.json()["done_at"]
        assert session.get(Instrument, card.id).balance_cents == 5000
        assert replacement(session, failure).state == S.SETTLED

    def test_a_large_one_needs_a_second_person(self, session, client, acting, actor, large):
        body = {"kind": "offline", "reason": "卡已注销", "proof": "转账回单 8812"}
        path = f"/api/payments/movements/{large.id}/interventions"
        step = client.post(path, json=body).json()
        assert (step["four_eyes"], step["done_at"]) == (True, None)
        assert client.post(path, json=body).json()["code"] == "AlreadyAskedFor"
        before = figures(session)
        approval = f"/api/payments/interventions/{step['id']}/approval"
        assert client.put(approval).json()["code"] == "SecondPersonNeeded"
        assert figures(session) == before
        acting["actor"] = manager(large.shop_id, "林掌柜")
        done = client.put(approval).json()
        assert (done["asked_name"], done["approved_name"]) == ("周掌柜", "林掌柜")
        assert client.put(approval).status_code == 404
        found = session.get(Movement, large.id)
        assert (found.state, found.provider, found.proof) == (S.SETTLED, "by_hand", "转账回单 8812")
        assert queries.refundable(session, actor, large.order_id).left_cents == 0

    def test_the_second_person_may_say_no(self, session, client, large):
        body = {"kind": "offline", "reason": "x", "proof": "y"}
        step = client.post(f"/api/payments/movements/{large.id}/interventions", json=body).json()
        path = f"/api/payments/interventions/{step['id']}"
        assert client.delete(path).json()["refused_at"]
        assert client.put(f"{path}/approval").status_code == 404
        assert session.get(Movement, large.id).state == S.FAILED

    def test_what_happened_meanwhile_stops_the_second_person(self, session, actor, large):
        step = service.ask(
            session, actor, movement_id=large.id, kind=K.OFFLINE, reason="x", proof="y"
        )
        service.retry(session, actor, movement_id=large.id)
        before = figures(session)
        with pytest.raises(errors.MovementCannot):
            service.approve(session, manager(large.shop_id), intervention_id=step.id)
        assert figures(session) == before

    def test_refusals_change_nothing(self, session, shop, actor, order, failure):
        stranger = make_card(session, shop, make_buyer(session, shop))
        sent = send_back(session, actor, order, 100)[0]
        before = figures(session)
        for wrong, refusal in (
            ({"kind": K.OFFLINE}, errors.ProofNeeded),
            ({"kind": K.REROUTE}, errors.DestinationNeeded),
            ({"kind": K.REROUTE, "instrument_id": stranger.id}, errors.DestinationNotAllowed),
            ({"kind": K.CONFIRM_SETTLED, "proof": "x"}, errors.MovementCannot),
            ({"kind": K.OFFLINE, "proof": "x", "movement_id": sent.id}, errors.MovementCannot),
        ):
            with pytest.raises(refusal):
                service.ask(session, actor, **({"movement_id": failure.id, "reason": "x"} | wrong))
        assert figures(session) == before

    @pytest.mark.parametrize(
        ("kind", "state"), [(K.CONFIRM_SETTLED, S.SETTLED), (K.CONFIRM_FAILED, S.FAILED)]
    )
    def test_an_unknown_one_is_confirmed_by_telephone(self, session, actor, order, kind, state):
        sent = send_back(session, actor, order, 100)[0]
        moving.become_unknown(session, actor, sent)
        service.ask(
            session, actor, movement_id=sent.id, kind=kind, reason="电话核实", proof="工单 5"
        )
        assert (sent.state, sent.people_by is None) == (state, state is S.SETTLED)

    def test_late_success_takes_its_cap_again(self, session, actor, order, failure):
        settled(session, failure)
        service.ask(
            session, actor, movement_id=failure.id, kind=K.CONFIRM_SETTLED, reason="x", proof="y"
        )
        assert failure.state == S.SETTLED
        assert queries.refundable(session, actor, order.id).left_cents == 5001

    def test_late_success_of_what_was_replaced_is_a_loss(self, session, actor, order, failure):
        again = service.retry(session, actor, movement_id=failure.id)
        settled(session, again)
        settled(session, failure)
        service.ask(
            session, actor, movement_id=failure.id, kind=K.CONFIRM_SETTLED, reason="x", proof="y"
        )
        assert queries.refundable(session, actor, order.id).left_cents == 5001
        entries = queries.book(session, actor, order.id).entries
        assert [e.cents for e in entries if e.debit == "losses"] == [5000]


class TestReversal:
    def test_money_that_comes_back_is_owed_again(self, session, actor, order):
        sent = settled(session, send_back(session, actor, order, 5000)[0])
        moving.reverse(session, actor, hold(session, actor, order.id), sent)
        assert queries.refundable(session, actor, order.id).left_cents == 10001
        assert orders.get(session, actor, order.id).refunded_cents == 0
        assert queries.open_of(session, sent.payout_id) == {sent.id}
        assert service.retry(session, actor, movement_id=sent.id).state == S.SUBMITTED


class TestChargeback:
    def take(self, session, actor, cents, ref="cb_1"):
        payment = session.query(Payment).one()
        return chargebacks.take(
            session, actor, name=payment.provider, charge_ref=payment.provider_ref, ref=ref,
            cents=cents, currency="CNY",
        )  # fmt: skip

    def test_it_draws_the_cap(self, session, actor, order):
        set_aside(session, actor, order, 1)
        self.take(session, actor, 10000)
        with pytest.raises(errors.AboveCap):
            set_aside(session, actor, order, 1)

    def test_a_refund_not_yet_sent_makes_way(self, session, actor, order):
        waiting = set_aside(session, actor, order, 6000)[0]
        self.take(session, actor, 10001)
        assert (waiting.state, waiting.failure) == (S.FAILED, "charged_back")
        assert told(session, "RefundFailed") == 1

    def test_what_was_refunded_already_is_a_loss(self, session, actor, client, order):
        sent = settled(session, send_back(session, actor, order, 6000)[0])
        self.take(session, actor, 10001)
        assert sent.state == S.SETTLED
        entries = queries.book(session, actor, order.id).entries
        assert [e.cents for e in entries if e.debit == "losses"] == [6000]
        listed = client.get("/api/payments/for-people").json()["items"]
        assert [each["purpose"] for each in listed] == ["chargeback"]

    def test_an_unknown_charge_is_nobodys(self, session, actor, order):
        set_aside(session, actor, order, 1)
        before = figures(session)
        assert not chargebacks.take(
            session, actor, name="sandbox", charge_ref="?", ref="cb", cents=1, currency="CNY"
        )
        assert figures(session) == before


class TestForPeople:
    def test_the_list_is_read_onwards_with_few_statements(
        self, session, client, actor, order, count_statements
    ):
        for _ in range(5):
            failed(session, send_back(session, actor, order, 100)[0])
        first = client.get("/api/payments/for-people?limit=3").json()
        with count_statements(session) as seen:
            rest = client.get(f"/api/payments/for-people?limit=3&after={first['next']}").json()
        assert len(seen) == 1
        assert (len(first["items"]), len(rest["items"]), rest["next"]) == (3, 2, None)

    def test_an_order_costs_the_same_however_many_movements_it_has(
        self, session, client, actor, order, count_statements
    ):
        counts = []
        for _ in range(2):
            for _ in range(3):
                send_back(session, actor, order, 100)
            with count_statements(session) as seen:
                assert client.get(f"/api/orders/{order.id}/money").status_code == 200
            counts.append(len(seen))
        assert counts[0] == counts[1] <= 12
