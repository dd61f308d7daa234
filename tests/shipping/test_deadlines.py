"""When an order must be shipped and picked up, and what missing it costs."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.orders.factories import make_order
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import auth, clock
from xiaoer.core.ids import new_id
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.policies import service as policies
from xiaoer.policies.models import Policy, PolicyVersion, VersionState
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.rules import Hours, Span
from xiaoer.shipping import rules, service
from xiaoer.shipping.models import ShipWatch, Stage, Suspension, Urgency
from xiaoer.shipping.rules import Pause
from xiaoer.shipping.service import tick

NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)


def watched(session, shop, **facts):
    order = make_order(session, shop, **({"paid_at": clock.now()} | facts))
    service.watch(session, shop.id, [order.id])
    return session.get_one(ShipWatch, order.id, populate_existing=True), order


def own_table(session, shop, more):
    """The shop's own hours: the house's, with what `more` says of a row."""
    house = session.scalars(
        select(PolicyVersion).join(Policy).where(Policy.table == "ship_deadlines")
    ).one()
    own = Policy(table="ship_deadlines", shop_id=shop.id)
    session.add(own)
    session.flush()
    content = {**house.content, "tests": []}
    content["rows"] = [
        {**row, "then": {**row["then"], **more(row["id"])}} for row in content["rows"]
    ]
    version = PolicyVersion(
        policy_id=own.id,
        number=1,
        state=VersionState.DRAFT,
        content=content,
        content_hash=new_id().hex,
        author_name="周掌柜",
    )
    session.add(version)
    session.flush()
    policies.activate(session, auth.system(), version.id)


def promised(session, order, kind):
    query = select(Promise).where(Promise.subject_id == order.id, Promise.kind == kind)
    return session.scalars(query.execution_options(populate_existing=True)).one()


class TestHours:
    @pytest.mark.row("SHP-1")
    def test_a_pause_announced_beforehand_stops_the_clock(self):
        pause = Pause(NOON + timedelta(hours=10), NOON + timedelta(hours=34))
        assert rules.due(NOON, 48, None, [pause]) == NOON + timedelta(hours=72)
        assert rules.due(NOON, 10, None, [pause]) == NOON + timedelta(hours=10)

    def test_pauses_over_one_another_count_once(self):
        hour = timedelta(hours=1)
        pauses = [Pause(NOON + hour, NOON + 5 * hour), Pause(NOON + 3 * hour, NOON + 7 * hour)]
        assert rules.due(NOON, 2, None, pauses) == NOON + 8 * hour

    def test_a_pause_that_the_delay_runs_into_counts_too(self):
        hour = timedelta(hours=1)
        pauses = [Pause(NOON + hour, NOON + 5 * hour), Pause(NOON + 6 * hour, NOON + 7 * hour)]
        assert rules.due(NOON, 3, None, pauses) == NOON + 8 * hour

    @pytest.mark.row("SHP-1")
    def test_business_hours_only_where_the_rule_says_so(self, shop):
        week = {day: (Span(9 * 60, 17 * 60),) for day in range(1, 6)}
        hours = Hours(shop.zone, week)
        monday_noon = datetime(2026, 11, 2, 12, tzinfo=shop.zone)
        assert rules.due(monday_noon, 8, hours, []) == monday_noon + timedelta(hours=24)


class TestWatch:
    @pytest.mark.row("SHP-1")
    def test_the_platform_the_product_and_the_shorter_of_both(self, session, shop, frozen):
        now = clock.now()
        taobao, _ = watched(session, shop, source="taobao")
        assert (taobao.ship_by, taobao.rule_row) == (now + timedelta(hours=48), "T2")
        tmall, _ = watched(session, shop, source="tmall")
        assert tmall.pickup_by == now + timedelta(hours=24)
        product = Product(
            shop_id=shop.id, external_id="p1", title="龙井", facts={"ship_within_hours": 12}
        )
        session.add(product)
        session.flush()
        sku = Sku(
            shop_id=shop.id, product_id=product.id, external_id="s1", price_cents=1, currency="CNY"
        )
        session.add(sku)
        session.flush()
        lines = [LineRow(title="龙井", list_cents=12800, sku_id=sku.id)]
        quick, _ = watched(session, shop, source="taobao", lines=lines)
        assert (quick.ship_by, quick.rule_row) == (now + timedelta(hours=12), "S2")

    @pytest.mark.row("SHP-1")
    def test_presale_counts_from_the_agreed_day(self, session, shop, frozen):
        found, _ = watched(session, shop, facts={"presale_ship_on": "2026-11-20"})
        midnight = datetime(2026, 11, 20, tzinfo=shop.zone)
        assert found.ship_by == midnight + timedelta(hours=24)

    @pytest.mark.row("SHP-1")
    def test_the_table_of_the_day_of_payment_decides(self, session, shop, frozen):
        """Hours that change today do not change what was promised yesterday."""
        yesterday = clock.now()
        frozen(timedelta(days=1))
        own_table(session, shop, lambda _row: {"ship_hours": 24})
        before, _ = watched(session, shop, source="own", paid_at=yesterday)
        after, _ = watched(session, shop, source="own", paid_at=clock.now())
        assert before.ship_by == yesterday + timedelta(hours=48)
        assert after.ship_by == clock.now() + timedelta(hours=24)

    @pytest.mark.row("PCK-3")
    def test_each_shop_and_platform_is_warned_at_its_own_hours(self, session, shop, frozen):
        own_table(session, shop, lambda row: {"warn_first_hours": 12} if row == "T2" else {})
        taobao, order = watched(session, shop, source="taobao")
        other, _ = watched(session, shop, source="own")
        assert (taobao.rule_row, taobao.warn_hours) == ("T2", [12, 4, 1])
        assert other.warn_hours == [8, 4, 1]
        warn_at = promised(session, order, "ship").warn_at
        assert taobao.ship_by - timedelta(hours=12) in warn_at
        frozen(timedelta(hours=37))
        assert tick(session, order.id).urgency is Urgency.SOON

    @pytest.mark.row("SHP-2")
    def test_what_missing_it_costs_stands_on_the_order(self, session, shop, frozen):
        found, _ = watched(session, shop, source="taobao", paid_cents=12800)
        assert (found.compensation_cents, found.compensation_form) == (1280, "red_packet")
        assert found.complaint

    @pytest.mark.row("SHP-1")
    def test_a_suspension_moves_what_is_still_owed(self, session, shop, actor, frozen):
        found, order = watched(session, shop, source="own")
        service.suspend(
            session,
            actor,
            shop_id=shop.id,
            starts_at=clock.now() + timedelta(hours=1),
            ends_at=clock.now() + timedelta(hours=25),
            reason="国庆放假",
        )
        service.renew_open(session, shop.id)
        session.refresh(found)
        assert found.ship_by == clock.now() + timedelta(hours=72)
        assert promised(session, order, "ship").due_at == found.ship_by
        assert session.scalars(select(Suspension)).one().reason == "国庆放假"

    def test_orders_without_goods_are_not_watched(self, session, shop, frozen):
        order = make_order(session, shop, lines=[], paid_at=clock.now())
        assert service.watch(session, shop.id, [order.id]) == 0

    def test_twice_is_once(self, session, shop, frozen):
        _, order = watched(session, shop)
        service.watch(session, shop.id, [order.id])
        assert session.scalars(select(Promise.kind).order_by(Promise.kind)).all() == [
            "pickup",
            "ship",
        ]

    def test_loaded_orders_are_watched_by_themselves(self, session, shop, frozen, run_jobs):
        order = make_order(session, shop, paid_at=clock.now())
        run_jobs()
        assert session.get_one(ShipWatch, order.id).stage is Stage.OWED


class TestPromises:
    def test_the_click_keeps_the_promise_to_ship_and_not_the_pickup(
        self, session, shop, actor, frozen, run_jobs
    ):
        _, order = watched(session, shop)
        frozen(timedelta(hours=5))
        orders.move(session, actor, order_id=order.id, status=OrderStatus.SHIPPED)
        run_jobs()
        found = session.get_one(ShipWatch, order.id, populate_existing=True)
        assert (found.stage, found.handed_at) == (Stage.MARKED, None)
        assert promised(session, order, "ship").state is PromiseState.KEPT
        assert promised(session, order, "pickup").state is PromiseState.OPEN

    def test_cancelling_releases_both(self, session, shop, actor, frozen, run_jobs):
        _, order = watched(session, shop)
        orders.move(session, actor, order_id=order.id, status=OrderStatus.CANCELLED)
        run_jobs()
        states = {promised(session, order, kind).state for kind in ("ship", "pickup")}
        assert states == {PromiseState.RELEASED}

    def test_what_the_platform_holds_back_is_given_back(
        self, session, shop, actor, frozen, run_jobs
    ):
        found, order = watched(session, shop)
        before = found.ship_by
        orders.move(session, actor, order_id=order.id, status=OrderStatus.HELD)
        run_jobs()
        frozen(timedelta(hours=6))
        orders.move(session, actor, order_id=order.id, status=OrderStatus.PAID)
        run_jobs()
        session.refresh(found)
        assert found.ship_by == before + timedelta(hours=6)
        assert found.stage is Stage.OWED


def test_urgency_follows_the_warnings(session, shop, frozen):
    found, _ = watched(session, shop, source="own")
    due, hours = found.ship_by, found.warn_hours
    at = {8.5: Urgency.CALM, 7.5: Urgency.SOON, 3.9: Urgency.NEAR, 0.5: Urgency.LAST, 0: "over"}
    for left, wanted in at.items():
        moment = due - timedelta(hours=left)
        assert rules.urgency_of(Stage.OWED, due, hours, moment) == wanted
