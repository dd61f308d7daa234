"""Changes remarked on an order are seen by those who must act, before its parcel leaves."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.orders.factories import make_order
from tests.workforce.factories import make_agent
from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus, RemarkType
from xiaoer.shipping import service
from xiaoer.shipping.models import Parcel, Party, RemarkDuty
from xiaoer.shipping.service import Held, Label, duties
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.workforce.models import Group

NUMBER = "YT1234567890123"


@pytest.fixture
def place(session, shop, actor):
    group, lead = Group(name="杭州仓"), make_agent(session, shop)
    session.add(group)
    session.flush()
    return service.set_warehouse(
        session,
        actor,
        shop_id=shop.id,
        code="hz",
        name="杭州仓",
        group_id=group.id,
        lead_id=lead.id,
        usual=True,
    )


def changed(session, shop, actor, run_jobs, **facts):
    order = make_order(session, shop, **({"paid_at": clock.now()} | facts))
    run_jobs()
    orders.remark(
        session,
        actor,
        order_id=order.id,
        type=RemarkType.SKU,
        old_value="白瓷",
        new_value="青瓷",
    )
    run_jobs()
    return order


def duty_of(session):
    return session.scalars(select(RemarkDuty), execution_options={"populate_existing": True}).one()


def pack(session, actor, shop, order):
    label = Label(order.order_no, "yto", NUMBER)
    return service.pack(session, actor, shop_id=shop.id, labels=[label])


@pytest.mark.row("MEM-4")
@pytest.mark.row("ORD-3")
def test_a_change_is_a_task_for_the_warehouse_which_says_that_it_has_seen_it(
    session, shop, actor, place, frozen, run_jobs
):
    order = changed(session, shop, actor, run_jobs)
    task = session.scalars(select(Task).where(Task.kind == duties.KIND)).one()
    assert (task.assignee_group_id, task.subject_id) == (place.group_id, order.id)
    assert "白瓷 → 青瓷" in task.description
    frozen(timedelta(minutes=9))
    tasks.acknowledge(session, actor, task.id)
    run_jobs()
    duty = duty_of(session)
    assert (duty.party, duty.acknowledged_at) == (Party.WAREHOUSE, clock.now())


@pytest.mark.row("MEM-5")
def test_an_unseen_change_stops_the_parcel(session, shop, actor, place, frozen, run_jobs):
    order = changed(session, shop, actor, run_jobs)
    assert pack(session, actor, shop, order).held == {0: Held.REMARK_UNSEEN}
    assert session.scalars(select(Parcel)).all() == []
    tasks.complete(session, actor, duty_of(session).task_id, result="已换成青瓷")
    run_jobs()
    done = pack(session, actor, shop, order)
    assert (done.new, done.held) == (1, {})


@pytest.mark.row("MEM-2")
def test_an_order_without_remarks_is_not_stopped(session, shop, actor, place, frozen, run_jobs):
    order = make_order(session, shop, paid_at=clock.now())
    run_jobs()
    assert pack(session, actor, shop, order).new == 1


@pytest.mark.row("COD-1")
def test_cash_on_delivery_without_a_call_is_stopped_too(
    session, shop, actor, place, frozen, run_jobs
):
    order = make_order(session, shop, paid_at=clock.now(), facts={"cod": True})
    run_jobs()
    assert pack(session, actor, shop, order).held == {0: Held.COD}


@pytest.mark.row("COD-7")
def test_what_a_platform_tells_has_happened_all_the_same(
    session, shop, actor, place, frozen, run_jobs
):
    order = changed(session, shop, actor, run_jobs)
    assert pack(session, system("taobao"), shop, order).new == 1


@pytest.mark.row("MEM-4")
@pytest.mark.parametrize(
    ("status", "party"),
    [(OrderStatus.IN_TRANSIT, Party.SHIPPING), (OrderStatus.REFUNDING, Party.RETURNS)],
)
def test_later_changes_concern_others(session, shop, actor, place, frozen, run_jobs, status, party):
    changed(session, shop, actor, run_jobs, status=status)
    assert duty_of(session).party is party
