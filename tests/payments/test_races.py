"""Threads with real commits: the cap holds, a key counts once, an event counts once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from tests.orders.factories import make_order
from tests.payments.conftest import make_buyer, make_card, manager, paid_by, send_back, set_aside
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.payments import errors, queries, service
from xiaoer.payments.models import Instrument, InterventionKind, Movement, MovementState, Payment
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.service import Ask, Told, chargebacks, submitting

THREADS = 8
S = MovementState


@pytest.fixture
def order(fresh_database):
    """100.00 paid with a card, committed."""
    with db.transaction() as session:
        shop = shops.add(session, system(), code="teahouse", name="茶楼")
        return make_order(
            session,
            shop,
            customer_id=make_buyer(session, shop),
            payable_cents=10000,
            paid_cents=10000,
            facts=paid_by(("credit_card_1", 10000)),
        )


@pytest.fixture
def actor(order):
    return manager(order.shop_id)


def at_once(*works: Any) -> Counter[str]:
    """Run all at the same moment, each in a transaction of its own; how they ended, by name."""
    barrier = Barrier(len(works))

    def run(work: Any) -> str:
        barrier.wait()
        try:
            with db.transaction() as session:
                work(session)
        except errors.Conflict as refusal:
            return type(refusal).__name__
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return Counter(pool.map(run, works))


def sound() -> None:
    with db.transaction() as session:
        assert queries.mismatches(session) == []


def test_two_refunds_beyond_the_cap_become_one(order, actor):
    """C.P1: eight times 60.00 of 100.00. Also the first to open the payments is one of eight."""
    works = [lambda s: set_aside(s, actor, order, 6000)] * THREADS
    assert at_once(*works) == {"done": 1, "AboveCap": THREADS - 1}
    with db.transaction() as session:
        payment = session.query(Payment).one()
        assert (payment.reserved_cents, payment.captured_cents) == (6000, 10000)
    sound()


@pytest.mark.row("RET-17")
def test_eight_copies_with_one_key_are_one_refund(order, actor):
    """C: the cap alone does not stop duplicates."""
    key, reason = new_id(), new_id()

    def work(session):
        made = service.reserve(
            session, actor, order_id=order.id, ask=Ask(3000, "CNY"), reason_ref=reason, key=key
        )
        service.submit(session, actor, payout_id=made[0].payout_id)

    assert at_once(*[work] * THREADS) == {"done": THREADS}
    with db.transaction() as session:
        assert [m.cents for m in session.query(Movement)] == [3000]
    sound()


def test_a_refund_and_a_chargeback(order, actor):
    with db.transaction() as session:
        set_aside(session, actor, order, 1)
        payment = session.query(Payment).one()

    def charge_back(session):
        chargebacks.take(
            session, system("sandbox"), name="sandbox", charge_ref=payment.provider_ref,
            ref="cb", cents=9000, currency="CNY",
        )  # fmt: skip

    ended = at_once(charge_back, lambda s: send_back(s, actor, order, 8000))
    with db.transaction() as session:
        found = session.query(Payment).one()
        assert found.reserved_cents + found.settled_cents <= found.captured_cents
        lost = [m.cents for m in session.query(Movement) if m.payment_id is None]
        # Whoever came second: the refund finds no cap, or the chargeback is partly a loss.
        assert ended in ({"done": 1, "AboveCap": 1}, {"done": 2})
        assert sum(lost) in (0, 7000, 7001)
    sound()


def test_one_callback_twice_beside_the_workers_answer(order, actor):
    with db.transaction() as session:
        sent = send_back(session, actor, order, 3000)[0]
    told = Told("settled", str(sent.id), "ref_1", "", 3000, "CNY", "")
    answer = Answer(Verdict.SETTLED, "ref_1")

    def called(session):
        service.take(session, "sandbox", told)

    def answered(session):
        submitting.record(session, system("worker"), sent.id, answer)

    assert at_once(*[called] * 4, *[answered] * 4) == {"done": 8}
    with db.transaction() as session:
        found = session.get_one(Movement, sent.id)
        assert (found.state, found.conflict) == (S.SETTLED, "")
        assert session.query(Payment).one().settled_cents == 3000
        assert len(queries.book(session, actor, order.id).entries) == 3
    sound()


def test_release_and_submit(order, actor):
    with db.transaction() as session:
        made = set_aside(session, actor, order, 3000)[0]
    payout = made.payout_id
    ended = at_once(
        lambda s: service.submit(s, actor, payout_id=payout),
        lambda s: service.release(s, actor, payout_id=payout, why="withdrawn"),
    )
    with db.transaction() as session:
        state = session.get_one(Movement, made.id).state
    assert (state, ended["MovementCannot"]) in ((S.SUBMITTED, 1), (S.RELEASED, 0))
    sound()


def test_one_gift_card_pays_for_one_of_eight(order, actor):
    with db.transaction() as session:
        shop = shops.get(session, order.shop_id)
        card = make_card(session, shop, order.customer_id, cents=1000)

    def pay(session):
        service.charge(
            session, actor, order_id=order.id, instrument_id=card.id, cents=700,
            currency="CNY", reason_ref=order.id, key=new_id(),
        )  # fmt: skip

    assert at_once(*[pay] * THREADS) == {"done": 1, "BalanceTooLow": THREADS - 1}
    with db.transaction() as session:
        assert session.get_one(Instrument, card.id).balance_cents == 300
    sound()


def test_two_orders_share_a_gift_card_without_a_deadlock(order, actor):
    with db.transaction() as session:
        shop = shops.get(session, order.shop_id)
        card = make_card(session, shop, order.customer_id, cents=0)
        other = make_order(
            session, shop, customer_id=order.customer_id, facts=paid_by(("credit_card_2", 12800))
        )
    works = [
        lambda s, each=each: send_back(s, actor, each, 100, to=card.id)
        for each in (order, other)
        for _ in range(THREADS)
    ]
    assert at_once(*works) == {"done": 2 * THREADS}
    with db.transaction() as session:
        assert session.get_one(Instrument, card.id).balance_cents == 200 * THREADS
    sound()


def test_two_people_approve_at_once(order, actor):
    with db.transaction() as session:
        shops.get(session, order.shop_id).settings = {"payments": {"four_eyes_above_cents": 0}}
        sent = send_back(session, actor, order, 3000)[0]
        submitting.record(session, system(), sent.id, Answer(Verdict.FAILED, failure="x"))
        step = service.ask(
            session, actor, movement_id=sent.id, kind=InterventionKind.OFFLINE,
            reason="x", proof="y",
        )  # fmt: skip

    def approve(session):
        try:
            service.approve(session, manager(order.shop_id), intervention_id=step.id)
        except errors.InterventionNotFound:
            raise errors.MovementCannot(state="over") from None

    assert at_once(*[approve] * 4) == {"done": 1, "MovementCannot": 3}
    sound()
