"""Parcels and their scans: in any order, any number of times, and right all the same."""

from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import func, select

from tests.orders.factories import make_order
from tests.shipping.factories import packed, scan, scans_of
from xiaoer.connectors.couriers.twin.journeys import Kind, plan
from xiaoer.core import clock
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.shipping import queries, service
from xiaoer.shipping.models import (
    Node,
    Parcel,
    ShipWatch,
    Stage,
    Standstill,
    StrayEvent,
    TrackingEvent,
)
from xiaoer.shipping.queries import Figure
from xiaoer.shipping.service import Label


def parcel_of(session, order):
    return session.scalars(
        select(Parcel).where(Parcel.order_id == order.id).execution_options(populate_existing=True)
    ).one()


def watch_of(session, order):
    return session.get_one(ShipWatch, order.id, populate_existing=True)


class TestPickup:
    @pytest.mark.row("PCK-2")
    def test_a_click_is_no_pickup_and_a_scan_is(self, session, shop, actor, frozen):
        order = packed(session, actor, shop, number="YT1234567890123")
        assert watch_of(session, order).stage is Stage.MARKED
        assert queries.board(session, actor, shop.id).totals[Figure.UNSCANNED] == 1
        picked_at = clock.now() + timedelta(hours=3)
        frozen(timedelta(hours=9))
        service.take(
            session, actor, shop_id=shop.id, scans=[scan("YT1234567890123", "103", picked_at)]
        )
        found = watch_of(session, order)
        assert (found.stage, found.handed_at) == (Stage.PICKED, picked_at)
        assert queries.board(session, actor, shop.id).totals[Figure.UNSCANNED] == 0
        assert session.get_one(Order, order.id, populate_existing=True).status == "in_transit"

    def test_news_that_come_late_count_at_their_own_time(
        self, session, shop, actor, frozen, run_jobs
    ):
        """Scanned in time, told after the deadline: the promise was kept."""
        order = packed(session, actor, shop, number="YT1234567890123")
        picked_at = watch_of(session, order).pickup_by - timedelta(hours=1)
        frozen(timedelta(days=5))
        from xiaoer.promises import service as promises

        promises.fire_due(session)
        run_jobs()
        promise = session.scalars(select(Promise).where(Promise.kind == "pickup")).one()
        assert promise.state is PromiseState.BROKEN
        service.take(
            session, actor, shop_id=shop.id, scans=[scan("YT1234567890123", "103", picked_at)]
        )
        session.refresh(promise)
        assert (promise.state, promise.kept_at) == (PromiseState.KEPT, picked_at)
        assert promise.broken_at is not None

    def test_every_parcel_counts_and_the_last_decides(self, session, shop, actor, frozen):
        order = make_order(session, shop, paid_at=clock.now())
        labels = [Label(order.order_no, "yto", f"YT123456789012{n}") for n in (1, 2)]
        service.pack(session, actor, shop_id=shop.id, labels=labels)
        first, second = clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=60)
        frozen(timedelta(hours=61))
        service.take(session, actor, shop_id=shop.id, scans=[scan("YT1234567890121", "103", first)])
        assert watch_of(session, order).stage is Stage.MARKED
        service.take(
            session, actor, shop_id=shop.id, scans=[scan("YT1234567890122", "103", second)]
        )
        assert watch_of(session, order).handed_at == second


class TestOrderOfScans:
    def test_any_order_and_any_repetition_come_to_the_same(self, session, shop, actor, frozen):
        """A refused parcel: its way back is told apart from a delivery however scans arrive."""
        start = clock.now()
        frozen(timedelta(days=20))
        steps = plan("seed", Kind.REFUSED)[1:]
        journey = [(step.code, start + timedelta(hours=step.hours)) for step in steps]
        orders = list(permutations(journey))[::181]
        seen = set()
        for place, told in enumerate(orders):
            number = f"YT{place:013}"
            order = packed(session, actor, shop, number=number, paid_at=start)
            for code, at in (*told, *told[:2]):
                service.take(session, actor, shop_id=shop.id, scans=[scan(number, code, at)])
            parcel = parcel_of(session, order)
            seen.add((parcel.node, parcel.picked_at, parcel.last_at, parcel.scans))
        assert seen == {(Node.RETURNED, journey[0][1], journey[-1][1], len(journey))}

    def test_again_is_no_news(self, session, shop, actor, frozen):
        order = packed(session, actor, shop, number="YT1234567890123")
        told = [scan("YT1234567890123", "103", clock.now())]
        first = service.take(session, actor, shop_id=shop.id, scans=told)
        before = session.get_one(Order, order.id, populate_existing=True).version
        again = service.take(session, actor, shop_id=shop.id, scans=told)
        assert (first.new, again.new, again.known) == (1, 0, 1)
        assert session.get_one(Order, order.id, populate_existing=True).version == before
        assert session.scalar(select(func.count()).select_from(TrackingEvent)) == 1

    def test_scans_before_their_parcel_wait_for_it(self, session, shop, actor, frozen):
        order = make_order(session, shop, paid_at=clock.now())
        taken = service.take(
            session,
            actor,
            shop_id=shop.id,
            scans=[scan("YT1234567890123", "103", clock.now() + timedelta(hours=1))],
        )
        assert (taken.stray, taken.new) == (1, 0)
        frozen(timedelta(hours=2))
        service.pack(
            session,
            actor,
            shop_id=shop.id,
            labels=[Label(order.order_no, "圆通", "YT1234567890123")],
        )
        assert watch_of(session, order).stage is Stage.PICKED
        assert session.scalars(select(StrayEvent)).all() == []

    def test_a_code_that_means_nothing_is_reported(self, session, shop, actor, frozen):
        packed(session, actor, shop, number="YT1234567890123")
        told = [
            scan("YT1234567890123", "what", clock.now()),
            scan("YT1234567890123", "103", clock.now()),
        ]
        taken = service.take(session, actor, shop_id=shop.id, scans=told)
        assert (taken.new, taken.refused) == (1, [0])

    def test_a_whole_journey_signs_the_order(self, session, shop, actor, frozen, run_jobs):
        order = packed(session, actor, shop, number="YT1234567890123")
        start = clock.now()
        frozen(timedelta(days=9))
        service.take(session, actor, shop_id=shop.id, scans=scans_of("YT1234567890123", start))
        assert session.get_one(Order, order.id, populate_existing=True).status == "signed"
        run_jobs()
        assert parcel_of(session, order).node is Node.SIGNED

    def test_the_order_names_the_courier_as_people_call_it(self, session, shop, actor, frozen):
        """It stands in what customers read; a code would be the machine's word."""
        order = packed(session, actor, shop, number="YT1234567890123")
        told = [scan("YT1234567890123", "103", clock.now())]
        service.take(session, actor, shop_id=shop.id, scans=told)
        session.refresh(order)
        assert order.courier == "圆通"


class TestStandingStill:
    @pytest.mark.parametrize(
        ("kind", "wanted"),
        [
            (Kind.FAKE, Standstill.UNSCANNED),
            (Kind.TRACELESS, Standstill.NO_TRACE),
            (Kind.LOST, Standstill.STALLED),
        ],
    )
    def test_silence_is_found_once_and_by_its_kind(
        self, session, shop, actor, frozen, kind, wanted
    ):
        order = packed(session, actor, shop, number="YT1234567890123")
        start = clock.now()
        frozen(timedelta(hours=20))
        service.take(
            session, actor, shop_id=shop.id, scans=scans_of("YT1234567890123", start, kind)
        )
        frozen(timedelta(hours=3))
        assert service.find_silent(session) == 0
        frozen(timedelta(hours=60))
        assert (service.find_silent(session), service.find_silent(session)) == (1, 0)
        assert parcel_of(session, order).standstill is wanted
        figure = Figure.STALLED if wanted is Standstill.STALLED else Figure.DOUBTFUL
        assert queries.board(session, actor, shop.id).totals[figure] == 1

    def test_a_scan_ends_it(self, session, shop, actor, frozen):
        order = packed(session, actor, shop, number="YT1234567890123")
        frozen(timedelta(hours=30))
        service.find_silent(session)
        service.take(
            session, actor, shop_id=shop.id, scans=[scan("YT1234567890123", "103", clock.now())]
        )
        assert parcel_of(session, order).standstill is None

    def test_a_number_used_for_another_address_is_doubted(self, session, shop, actor, frozen):
        packed(session, actor, shop, number="YT1234567890123", receiver_address="杭州")
        second = packed(session, actor, shop, number="YT1234567890123", receiver_address="北京")
        assert parcel_of(session, second).doubts == ["number_reused"]

    def test_a_malformed_number_is_doubted(self, session, shop, actor, frozen):
        order = packed(session, actor, shop, number="YT12")
        assert parcel_of(session, order).doubts == ["number_malformed"]


def test_labels_of_orders_nobody_knows_are_reported(session, shop, actor, frozen):
    labels = [Label("none", "yto", "YT1234567890123")]
    done = service.pack(session, actor, shop_id=shop.id, labels=labels)
    assert (done.new, done.refused) == (0, [0])


def test_part_of_an_order_is_not_all_of_it(session, shop, actor, frozen):
    order = make_order(session, shop, paid_at=clock.now())
    label = Label(order.order_no, "yto", "YT1234567890123", last=False)
    service.pack(session, actor, shop_id=shop.id, labels=[label])
    service.take(
        session, actor, shop_id=shop.id, scans=[scan("YT1234567890123", "103", clock.now())]
    )
    assert session.get_one(Order, order.id, populate_existing=True).status == (
        OrderStatus.PART_SHIPPED
    )
    assert watch_of(session, order).stage is Stage.OWED


def test_the_board_is_the_recount(session, shop, actor, frozen):
    """Running counts equal a count of the rows, before and after they are added up."""
    for place in range(5):
        packed(session, actor, shop, number=f"YT{place:013}")
    make_order(session, shop, paid_at=clock.now())
    service.catch_up(session, shop.id)
    frozen(timedelta(hours=30))
    service.take(session, actor, shop_id=shop.id, scans=[scan(f"YT{3:013}", "103", clock.now())])
    service.find_silent(session)
    before = queries.board(session, actor, shop.id).totals
    assert before == queries.recount(session, shop.id)
    assert before[Figure.UNSCANNED] == 4
    assert shop.id in service.fold(session)
    assert queries.board(session, actor, shop.id).totals == before
    assert service.fold(session) == set()
