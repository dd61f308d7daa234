"""Deadlines come: each is warned of, and told once when it is over."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.orders.factories import make_order
from tests.shipping.factories import packed
from xiaoer.core import clock
from xiaoer.core.events import EventRow
from xiaoer.promises import service as promises
from xiaoer.shipping import queries, service
from xiaoer.shipping.models import ShipWatch, Urgency
from xiaoer.shipping.queries import Figure


def told(session, kind):
    return session.scalars(select(EventRow).where(EventRow.kind == kind)).all()


@pytest.fixture
def until(frozen, session, run_jobs):
    def move(step):
        frozen(step)
        while promises.fire_due(session).full:
            pass
        run_jobs()

    return move


@pytest.mark.row("PCK-2")
def test_an_order_nobody_touches_goes_through_every_step(session, shop, actor, until):
    order = make_order(session, shop, paid_at=clock.now())
    service.watch(session, shop.id, [order.id])
    seen = []
    for step in (11, 2, 27, 4, 3, 2):
        until(timedelta(hours=step))
        watch = session.get_one(ShipWatch, order.id, populate_existing=True)
        seen.append((watch.overlooked, str(watch.urgency)))
    assert seen == [
        (False, "calm"),
        (True, "calm"),
        (True, "soon"),
        (True, "near"),
        (True, "last"),
        (True, "over"),
    ]
    assert len(told(session, "OrderOverlooked")) == 1
    missed = told(session, "ShipDeadlineMissed")
    assert [each.data["kind"] for each in missed] == ["ship"]
    assert missed[0].data["compensation_cents"] == watch.compensation_cents > 0
    totals = queries.board(session, actor, shop.id).totals
    assert (totals[Figure.OVER], totals[Figure.OVERLOOKED]) == (1, 1)


def test_the_pickup_is_missed_by_itself(session, shop, actor, until):
    order = packed(session, actor, shop, number="YT1234567890123")
    until(timedelta(hours=73))
    assert [each.data["kind"] for each in told(session, "ShipDeadlineMissed")] == ["pickup"]
    watch = session.get_one(ShipWatch, order.id, populate_existing=True)
    assert watch.urgency is Urgency.OVER
    service.miss(session, order.id, "pickup", watch.pickup_by)
    assert len(told(session, "ShipDeadlineMissed")) == 1
