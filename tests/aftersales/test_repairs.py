"""Repairs out of warranty: a price first, the money before it is sent back (aftersales.md A.3)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import prove, send, send_out
from tests.payments.conftest import make_card
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import CaseKind, CaseState, Closed, EvidenceKind, Reason
from xiaoer.aftersales.service import Inspected
from xiaoer.core import clock
from xiaoer.orders.models import OrderStatus
from xiaoer.payments.models import Direction, Movement
from xiaoer.tasks.models import Task

S = CaseState


@pytest.fixture
def old(desk, make, buyer, session):
    """A repair asked for 60 days after delivery, with 30 days of warranty."""
    desk.shop.settings = desk.shop.settings | {"aftersales": {"warranty_days": 30}}
    order = make(OrderStatus.COMPLETED, signed_at=clock.now() - timedelta(days=60))
    return desk.ask(
        order,
        1,
        0,
        by=buyer,
        kind=CaseKind.REPAIR,
        reason=Reason.WARRANTY_FAULT,
        proofs=(prove(EvidenceKind.ITEM_PHOTO),),
    )


def quoted(desk, case, cents=3000):
    return service.propose(
        desk.session, desk.actor, case_id=case.id, version=case.version, cents=cents, words="换壶盖"
    )


def received(desk, buyer, case):
    case = send(desk, buyer, case)
    lines = [
        Inspected(each.order_line_id, each.qty, each.qty)
        for each in queries.lines_of(desk.session, case.id)
    ]
    return service.receive(
        desk.session, desk.actor, case_id=case.id, version=case.version, lines=lines
    )


class TestQuote:
    def test_T15_quoted_agreed_to_paid_and_sent_back(self, desk, old, buyer, session):
        assert old.terms["code"] == "repair_quote"
        case = quoted(desk, old)
        assert (case.state, case.silent) == (S.AWAITING_BUYER_CONFIRM, "buyer")
        case = service.accept(session, buyer, case_id=case.id, version=case.version)
        assert (case.state, case.due_cents) == (S.AWAITING_BUYER_RETURN, 3000)
        case = received(desk, buyer, case)
        assert (case.state, case.money) == (S.AWAITING_PAYMENT, "none")
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            send_out(desk, case)
        assert everything(session) == before
        card = make_card(session, desk.shop, buyer.id, cents=50000)
        case = service.pay(
            session, buyer, case_id=case.id, version=case.version, instrument_id=card.id
        )
        assert (case.state, card.balance_cents) == (S.AWAITING_REPLACEMENT_SHIP, 47000)
        case = send_out(desk, case)
        case = service.confirm(session, buyer, case_id=case.id, version=case.version)
        assert case.state is S.COMPLETED
        made = session.scalars(select(Movement).where(Movement.reason_ref == case.id)).all()
        assert [(each.direction, each.cents) for each in made] == [(Direction.IN, 3000)]

    def test_without_a_price_nobody_agrees_to_it(self, desk, old, session):
        before = everything(session)
        with pytest.raises(errors.QuoteNeeded), session.begin_nested():
            desk.approve(old)
        assert everything(session) == before

    def test_D3_nor_does_the_clock(self, desk, old, session):
        desk.wait(hours=49)
        assert (desk.state(old), old.notes["overdue"]) == (S.AWAITING_MERCHANT, "QuoteNeeded")

    @pytest.mark.parametrize(
        ("cents", "error"),
        [
            (0, errors.AmountNotAllowed),
            (-1, errors.AmountNotAllowed),
            (10_002, errors.AmountTooHigh),
        ],
    )
    def test_prices_that_are_none(self, desk, old, session, cents, error):
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            quoted(desk, old, cents)
        assert everything(session) == before

    def test_D10_nobody_pays_it_and_it_goes_back_as_it_is(self, desk, old, buyer, session):
        case = quoted(desk, old)
        case = service.accept(session, buyer, case_id=case.id, version=case.version)
        case = received(desk, buyer, case)
        desk.wait(hours=73)
        assert (desk.state(case), case.closed_reason) == (S.CLOSED, Closed.BUYER_TIMEOUT)
        query = select(Task).where(Task.subject_id == case.id, Task.kind == "send_back")
        assert len(session.scalars(query).all()) == 1


def test_within_the_warranty_it_costs_nothing(desk, make, buyer, session):
    desk.shop.settings = desk.shop.settings | {"aftersales": {"warranty_days": 365}}
    order = make(OrderStatus.COMPLETED, signed_at=clock.now() - timedelta(days=60))
    case = desk.ask(
        order,
        1,
        0,
        by=buyer,
        kind=CaseKind.REPAIR,
        reason=Reason.WARRANTY_FAULT,
        proofs=(prove(EvidenceKind.ITEM_PHOTO),),
    )
    assert case.terms.get("code") is None
    case = received(desk, buyer, desk.approve(case))
    assert (case.state, case.due_cents) == (S.AWAITING_REPLACEMENT_SHIP, 0)
