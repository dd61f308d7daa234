"""Threads with real commits: two who act at once, of whom one acts."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import func, select, text

from tests.aftersales.factories import request
from tests.orders.factories import make_order
from tests.payments.conftest import make_buyer, manager, paid_by
from xiaoer.aftersales import queries as aftersales
from xiaoer.aftersales import service
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Reason, UnitClaim
from xiaoer.aftersales.service import Inspected
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import system
from xiaoer.core.errors import DeskError
from xiaoer.core.ids import new_id
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_verbs
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import queries as payments
from xiaoer.payments.models import Movement

S = CaseState


def at_once(*works: Any) -> Counter[str]:
    """Run all at the same moment, each in a transaction of its own; how they ended, by name."""
    barrier = Barrier(len(works))

    def run(work: Any) -> str:
        barrier.wait()
        try:
            with db.transaction() as session:
                work(session)
        except DeskError as refusal:
            return type(refusal).__name__
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return Counter(pool.map(run, works))


@pytest.fixture
def order(fresh_database):
    with db.transaction() as session:
        shop = shops.add(session, system(), code="teahouse", name="茶楼")
        return make_order(
            session,
            shop,
            customer_id=make_buyer(session, shop),
            facts=paid_by(("credit_card_1", 12800)),
        )


@pytest.fixture
def actor(order):
    return manager(order.shop_id)


@pytest.fixture
def case(order, actor):
    with db.transaction() as session:
        return service.open_case(
            session, actor, order_id=order.id, request=request(session, order), key=new_id()
        )


def ended(order) -> tuple[Case, int]:
    with db.transaction() as session:
        assert payments.mismatches(session) == []
        moved = session.scalar(select(func.count()).select_from(Movement))
        return session.scalars(select(Case)).one(), int(moved or 0)


def approving(case, actor, key=None):
    return lambda s: service.approve(
        s, actor, case_id=case.id, version=1, cents=case.requested_cents, key=key
    )


def test_opened_eight_times_with_one_key(order, actor):
    key = new_id()

    def open_it(session):
        wanted = request(session, order)
        service.open_case(session, actor, order_id=order.id, request=wanted, key=key)

    assert at_once(*[open_it] * 8) == {"done": 8}
    with db.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 1


def test_opened_eight_times_for_the_same_units(order, actor):
    """I2, P13, P14."""

    def open_it(session):
        wanted = request(session, order)
        service.open_case(session, actor, order_id=order.id, request=wanted, key=new_id())

    assert at_once(*[open_it] * 8) == {"done": 1, "UnitTaken": 7}
    with db.transaction() as session:
        held = select(func.count()).select_from(UnitClaim).where(UnitClaim.held)
        assert session.scalar(held) == 1


def test_approved_by_eight(order, actor, case):
    others = [approving(case, manager(order.shop_id)) for _ in range(8)]
    assert at_once(*others) == {"done": 1, "CaseChanged": 7}
    found, moved = ended(order)
    assert (found.state, moved) == (S.REFUND_PROCESSING, 1)


def test_approved_eight_times_with_one_key(order, actor, case):
    assert at_once(*[approving(case, actor, new_id())] * 8) == {"done": 8}
    assert ended(order)[1] == 1


def test_refunded_or_shipped_but_never_both(order, actor, case):
    """I18, P16."""

    def ship(session):
        order_verbs.move(session, actor, order_id=order.id, status=OrderStatus.SHIPPED)

    outcome = at_once(approving(case, actor), ship)
    assert outcome["done"] == 1
    found, moved = ended(order)
    with db.transaction() as session:
        shipped = session.get_one(Order, order.id).status == OrderStatus.SHIPPED
    assert shipped is (moved == 0)
    assert (found.state is S.AWAITING_MERCHANT) is shipped


def test_withdrawn_or_approved(order, actor, case):
    def withdraw(session):
        service.withdraw(session, actor, case_id=case.id, version=1)

    outcome = at_once(approving(case, actor), withdraw)
    assert outcome == {"done": 1, "CaseChanged": 1}
    found, moved = ended(order)
    assert (found.state is S.CLOSED) is (moved == 0)


def test_the_clock_or_a_person(order, actor, case):
    with db.transaction() as session:
        due = clock.now()
        session.execute(text("UPDATE cases SET deadline_at = :due"), {"due": due})
    outcome = at_once(approving(case, actor), lambda s: service.fire(s, case.id, due))
    assert outcome["done"] >= 1
    found, moved = ended(order)
    assert (found.state, moved) == (S.REFUND_PROCESSING, 1)


@pytest.fixture
def coming(order, actor):
    """A return that was sent back."""
    with db.transaction() as session:
        order = orders.get(session, actor, order.id, lock=True)
        for status in (OrderStatus.SHIPPED, OrderStatus.SIGNED):
            order_verbs.move(session, actor, order_id=order.id, status=status)
        service.set_place(
            session, actor, shop_id=order.shop_id, name="仓", recipient="退货组",
            phone="0571-1234567", address="杭州",
        )  # fmt: skip
        what = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}
        case = service.open_case(
            session, actor, order_id=order.id, request=request(session, order, **what), key=new_id()
        )
        seen = {"case_id": case.id, "cents": case.requested_cents}
        findings = {"reasonable": True, "conditions_met": True}
        service.approve(session, actor, version=case.version, **seen, **findings)
        number = {"carrier": "圆通", "tracking_no": "YT1234567890"}
        return service.ship_back(session, actor, case_id=case.id, version=case.version, **number)


def test_withdrawn_or_received(order, actor, coming):
    """T9, T12: either the units are free again, or their money is on its way; never both."""

    def withdraw(session):
        service.withdraw(session, actor, case_id=coming.id, version=coming.version)

    def receive(session):
        lines = aftersales.lines_of(session, coming.id)
        whole = [Inspected(each.order_line_id, each.qty, each.qty) for each in lines]
        service.receive(session, actor, case_id=coming.id, version=coming.version, lines=whole)

    assert at_once(withdraw, receive, withdraw, receive) == {"done": 1, "CaseChanged": 3}
    found, moved = ended(order)
    with db.transaction() as session:
        held = select(func.count()).select_from(UnitClaim).where(UnitClaim.held)
        claims = session.scalar(held)
    assert (found.state, moved, claims) in (
        (S.CLOSED, 0, 0),
        (S.REFUND_PROCESSING, 1, 1),
    )


def test_eight_people_receive_one_parcel(order, actor, coming):
    def receive(session):
        lines = aftersales.lines_of(session, coming.id)
        whole = [Inspected(each.order_line_id, each.qty, each.qty) for each in lines]
        service.receive(session, actor, case_id=coming.id, version=coming.version, lines=whole)

    assert at_once(*[receive] * 8) == {"done": 1, "CaseChanged": 7}
    assert ended(order)[1] == 1


def test_two_cases_draw_on_one_payment(order, actor):
    """I1: half of the line in each of two cases, approved together, beside compensations that
    draw on nobody; what was paid is never exceeded."""
    with db.transaction() as session:
        shop = shops.get(session, order.shop_id)
        both = make_order(
            session,
            shop,
            customer_id=make_buyer(session, shop),
            lines=[LineRow(title="茶杯", list_cents=10001, quantity=2)],
            payable_cents=10001,
            paid_cents=10001,
            facts=paid_by(("credit_card_2", 10001)),
        )
        cases = [
            service.open_case(
                session, actor, order_id=both.id, request=request(session, both, 1), key=new_id()
            )
            for _ in range(2)
        ]
    works = [
        lambda s, each=each: service.approve(
            s, actor, case_id=each.id, version=1, cents=each.requested_cents
        )
        for each in cases
        for _ in range(4)
    ]
    assert at_once(*works) == {"done": 2, "CaseChanged": 6}
    with db.transaction() as session:
        assert payments.mismatches(session) == []
        out = session.scalars(select(Movement.cents).where(Movement.order_id == both.id)).all()
        assert sum(out) == 10001
        assert orders.get(session, actor, both.id).status == OrderStatus.CANCELLED
