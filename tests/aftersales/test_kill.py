"""kill -9 the worker between the provider's work and its answer: the case ends all the same."""

import os
import signal
import subprocess

import pytest
from sqlalchemy import func, select

from tests.aftersales.factories import request
from tests.orders.factories import make_order
from tests.payments.conftest import (  # noqa: F401 - fixtures
    house,
    make_buyer,
    paid_by,
    sandbox_process,
)
from tests.payments.test_kill import start_worker
from xiaoer.aftersales import service
from xiaoer.aftersales.models import Case, CaseState, Money
from xiaoer.core import db, shops
from xiaoer.core.ids import new_id
from xiaoer.payments.models import Movement, MovementState


@pytest.fixture
def approved(house):  # noqa: F811
    """A refund of an unshipped order, agreed to; nobody has sent it yet."""
    with db.transaction() as session:
        shop = shops.get(session, house.shop_id)
        order = make_order(
            session,
            shop,
            customer_id=make_buyer(session, shop),
            facts=paid_by(("credit_card_9", 12800)),
        )
        case = service.open_case(
            session, house.actor, order_id=order.id, request=request(session, order), key=new_id()
        )
        service.approve(
            session, house.actor, case_id=case.id, version=1, cents=case.requested_cents
        )
        return case.id


def sent(case_id):
    with db.transaction() as session:
        return session.scalars(select(Movement).where(Movement.reason_ref == case_id)).one()


def state(case_id):
    with db.transaction() as session:
        return session.get_one(Case, case_id).state


@pytest.mark.row("RET-17")
def test_a_case_outlives_its_worker(house, approved, fresh_database, tmp_path):  # noqa: F811
    house.sandbox.misbehave({"fault": "slow", "seconds": 30})
    money = sent(approved)
    first = start_worker(fresh_database, tmp_path / "log")
    try:
        house.wait_within(240, lambda: house.executions(money.id) == 1)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert (sent(approved).state, state(approved)) == (
        MovementState.SUBMITTED,
        CaseState.REFUND_PROCESSING,
    )
    house.sandbox.misbehave()
    house.expire(money.id)
    second = start_worker(fresh_database, tmp_path / "log")
    try:
        house.wait_within(240, lambda: state(approved) is CaseState.COMPLETED)
    except AssertionError:
        raise AssertionError((tmp_path / "log").read_text()[-2000:]) from None
    finally:
        second.terminate()
        try:
            second.wait(60)
        except subprocess.TimeoutExpired:
            second.kill()
    assert house.executions(money.id) == 1
    with db.transaction() as session:
        case = session.get_one(Case, approved)
        assert (case.refunded_cents, case.money) == (12800, Money.SETTLED)
        assert session.scalar(select(func.count()).select_from(Movement)) == 1
    house.sound()
