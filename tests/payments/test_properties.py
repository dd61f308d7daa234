"""Amounts of random orders, and random lives of one order: the invariants hold at every step."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.nightly import examples
from tests.orders.factories import make_order
from tests.payments.conftest import make_buyer, make_card, paid_by, set_aside
from xiaoer.core.auth import system
from xiaoer.core.errors import Conflict, Invalid
from xiaoer.core.ids import new_id
from xiaoer.orders import queries as orders
from xiaoer.orders.rules import split
from xiaoer.payments import queries, rules, service
from xiaoer.payments.errors import AboveCap
from xiaoer.payments.models import Drain, Movement, MovementState, Payment
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.rules import Source, UnitAsked
from xiaoer.payments.service import submitting

LINES = st.lists(st.tuples(st.integers(0, 50_000), st.integers(1, 7)), min_size=1, max_size=6)


@given(LINES, st.integers(0, 100), st.integers(0, 2000), st.randoms(use_true_random=False))
def test_all_units_in_any_order_give_back_exactly_what_was_paid(listed, percent, freight, chance):
    """I3, I5: over lines, discounts, gifts (price 0) and any sequence of returns."""
    goods = sum(cents for cents, _ in listed) * percent // 100
    shares = split([cents for cents, _ in listed], goods_cents=goods)
    lines = [
        SimpleNamespace(id=new_id(), quantity=quantity, paid_cents=share.paid_cents)
        for share, (_, quantity) in zip(shares, listed, strict=True)
    ]
    units = [UnitAsked(line.id, unit) for line in lines for unit in range(line.quantity)]
    chance.shuffle(units)
    drawn, total = {}, 0
    for unit in units:
        for share in rules.shares(
            lines, drawn, units=[unit], freight_cents=0, freight_paid_cents=freight
        ):
            drawn[share.place] = drawn.get(share.place, 0) + share.cents
            total += share.cents
    assert total == goods == sum(line.paid_cents for line in lines)
    assert all(each.left_cents == 0 for each in rules.units_left(lines, drawn))


@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.booleans()), max_size=5),
    st.integers(1, 40_000),
    st.sampled_from(Drain),
)
def test_draining_takes_all_of_it_and_never_more_than_a_payment_has(payments, cents, order):
    sources = [Source(new_id(), new_id(), left, stored) for left, stored in payments]
    if cents > sum(left for left, _ in payments):
        with pytest.raises(AboveCap):
            rules.drain(cents, sources, order)
        return
    parts = rules.drain(cents, sources, order)
    assert sum(part for _, part in parts) == cents
    assert all(0 < part <= source.left_cents for source, part in parts)
    kinds = [source.stored_value for source, _ in parts]
    assert kinds == sorted(kinds, reverse=order is Drain.STORED_FIRST)


@dataclass(frozen=True)
class Step:
    what: str
    cents: int
    which: int


STEPS = st.lists(
    st.builds(
        Step,
        what=st.sampled_from(
            ["reserve", "credit", "unit", "freight", "submit", "settle", "fail", "unknown",
             "retry", "release", "charge", "compensate"]
        ),
        cents=st.integers(-5, 9_000),
        which=st.integers(0, 9),
    ),
    max_size=14,
)  # fmt: skip


@given(STEPS)
@settings(
    max_examples=examples(20, nightly=200),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_books_agree_after_every_step(session, shop, actor, steps):
    """I1, I4, I6, I21 and the ledger, over a random life of an order paid in two ways."""
    with session.begin_nested() as life:
        buyer = make_buyer(session, shop)
        card = make_card(session, shop, buyer, cents=500)
        order = make_order(
            session, shop, customer_id=buyer, freight_cents=800,
            facts=paid_by((card.external_id, 2800), ("credit_card_1", 10000)),
        )  # fmt: skip
        for step in steps:
            try:
                with session.begin_nested():
                    do(session, actor, order, card, step)
            except (Conflict, Invalid):
                pass
            session.flush()
            check(session, order)
        life.rollback()
    session.expunge_all()


def do(session, actor, order, card, step):
    made = list(session.query(Movement).filter_by(order_id=order.id).order_by(Movement.id))
    movement = made[step.which % len(made)] if made else None
    line = orders.lines(session, order.id)[0]
    asks = {
        "reserve": {},
        "credit": {"to": card.id},
        "unit": {"units": [UnitAsked(line.id, 0, step.cents)]},
        "freight": {"freight_cents": step.cents},
    }
    money = {"order_id": order.id, "cents": step.cents, "currency": "CNY"}
    why = {"reason_ref": new_id(), "key": new_id()}
    if step.what in asks:
        set_aside(session, actor, order, step.cents, **asks[step.what])
    elif step.what == "compensate":
        service.compensate(session, actor, **money, **why)
    elif step.what == "charge":
        service.charge(session, actor, instrument_id=card.id, **money, **why)
    elif movement is not None:
        follow(session, actor, movement, step.what)


def follow(session, actor, movement, what):
    answers = {
        "settle": Answer(Verdict.SETTLED, f"ref_{movement.id}"),
        "fail": Answer(Verdict.FAILED, failure="x"),
        "unknown": submitting.ProviderSilent(),
    }
    if what in answers:
        if movement.state is not MovementState.RESERVED:
            submitting.record(session, system(), movement.id, answers[what])
    elif what == "retry":
        service.retry(session, actor, movement_id=movement.id)
    elif movement.payout_id and what == "submit":
        service.submit(session, actor, payout_id=movement.payout_id)
    elif movement.payout_id:
        service.release(session, actor, payout_id=movement.payout_id, why="x")


def check(session, order):
    assert queries.mismatches(session) == []
    payments = session.query(Payment).filter_by(order_id=order.id).all()
    assert all(each.left_cents >= 0 for each in payments)
    assert order.refunded_cents == sum(each.settled_cents for each in payments)
    if payments:
        assert order.paid_cents == sum(each.captured_cents for each in payments)
    drawn = queries.drawn(session, order.id)
    assert drawn.get(rules.FREIGHT, 0) <= order.freight_cents
    left = rules.units_left(orders.lines(session, order.id), drawn)
    assert all(each.left_cents + drawn.get((each.order_line_id, each.unit), 0)
               == each.entitled_cents for each in left)  # fmt: skip
