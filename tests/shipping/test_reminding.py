"""Warehouses and couriers are asked, answer, agree and leave a lesson."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.orders.factories import make_order
from tests.workforce.factories import make_agent
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.orders import queries as orders
from xiaoer.promises import service as promises
from xiaoer.shipping import queries, service
from xiaoer.shipping.errors import NoCourierTakes, ReminderNotFound
from xiaoer.shipping.models import Cause, Receiver, Reminder
from xiaoer.shipping.rules import Offer, choose
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task, TaskState
from xiaoer.workforce.models import Group, GroupMember

STORE = frozenset(
    {
        Permission.SHIPPING_READ,
        Permission.SHIPPING_ANSWER,
        Permission.TASKS_READ,
        Permission.TASKS_WORK,
    }
)


@pytest.fixture
def store(session, shop, actor):
    """A warehouse with its group, a person in it, and a lead."""
    group = Group(name="杭州仓")
    person, lead = make_agent(session, shop, name="老李"), make_agent(session, shop, name="仓主管")
    session.add(group)
    session.flush()
    session.add(GroupMember(group_id=group.id, agent_id=person.id))
    session.flush()
    place = service.set_warehouse(
        session,
        actor,
        shop_id=shop.id,
        code="hz",
        name="杭州仓",
        group_id=group.id,
        lead_id=lead.id,
        usual=True,
    )
    keeper = replace(actor, id=person.id, name="老李", permissions=STORE)
    return place, keeper, lead


def owed(session, shop, count=1):
    made = [make_order(session, shop, paid_at=clock.now()) for _ in range(count)]
    service.watch(session, shop.id, [order.id for order in made])
    return made


class TestRemind:
    @pytest.mark.row("PCK-4")
    def test_many_orders_are_one_task_for_their_warehouse(
        self, session, shop, actor, frozen, store
    ):
        place, keeper, _ = store
        ids = [order.id for order in owed(session, shop, 5)]
        made = service.remind(
            session, actor, shop_id=shop.id, order_ids=ids, receiver=Receiver.WAREHOUSE
        )
        assert len(made) == 1
        task = session.get_one(Task, made[0].task_id)
        assert (task.assignee_group_id, task.state) == (place.group_id, TaskState.OPEN)
        tasks.acknowledge(session, keeper, task.id)
        service.acknowledged(session, task.id, clock.now())
        listed = queries.reminders(session, actor, shop_id=shop.id)
        assert [(each.acknowledged_at, count) for each, count in listed] == [(clock.now(), 5)]

    def test_nobody_there_is_no_reason_to_lose_it(self, session, shop, actor, frozen):
        """Without a warehouse the task is that of who asked."""
        person = make_agent(session, shop)
        me = replace(actor, id=person.id)
        ids = [order.id for order in owed(session, shop)]
        made = service.remind(
            session, me, shop_id=shop.id, order_ids=ids, receiver=Receiver.WAREHOUSE
        )
        assert session.get_one(Task, made[0].task_id).assignee_agent_id == me.id

    @pytest.mark.row("PCK-5")
    def test_silence_goes_to_the_lead_once(self, session, shop, actor, frozen, store, run_jobs):
        _, _, lead = store
        ids = [order.id for order in owed(session, shop)]
        made = service.remind(
            session, actor, shop_id=shop.id, order_ids=ids, receiver=Receiver.WAREHOUSE
        )
        frozen(timedelta(hours=2, minutes=1))
        promises.fire_due(session)
        run_jobs()
        task = session.get_one(Task, made[0].task_id, populate_existing=True)
        assert task.assignee_agent_id == lead.id
        service.escalate(session, task.id)
        told = select(EventRow).where(EventRow.kind == "ReminderEscalated")
        assert len(session.scalars(told).all()) == 1

    def test_acknowledged_in_time_it_does_not(self, session, shop, actor, frozen, store, run_jobs):
        _, keeper, lead = store
        ids = [order.id for order in owed(session, shop)]
        made = service.remind(
            session, actor, shop_id=shop.id, order_ids=ids, receiver=Receiver.WAREHOUSE
        )
        tasks.acknowledge(session, keeper, made[0].task_id)
        run_jobs()
        frozen(timedelta(hours=3))
        promises.fire_due(session)
        run_jobs()
        task = session.get_one(Task, made[0].task_id, populate_existing=True)
        assert task.assignee_agent_id == keeper.id != lead.id


class TestAnswer:
    @pytest.mark.row("PCK-6")
    def test_difficulty_and_plan_stand_on_every_order(self, session, shop, actor, frozen, store):
        _, keeper, _ = store
        two = owed(session, shop, 2)
        made = service.remind(
            session,
            actor,
            shop_id=shop.id,
            order_ids=[order.id for order in two],
            receiver=Receiver.WAREHOUSE,
        )
        later = clock.now() + timedelta(hours=20)
        service.answer(session, keeper, made[0].id, difficulty="打包线故障", proposed_at=later)
        reminder = service.agree(session, actor, made[0].id, plan="明早第一批发出")
        assert (reminder.difficulty, reminder.proposed_at) == ("打包线故障", later)
        for order in two:
            assert orders.remarks(session, order.id)[0].text == "明早第一批发出"
            assert queries.reminders(session, actor, shop_id=shop.id, order_id=order.id)

    @pytest.mark.row("PCK-8")
    @pytest.mark.row("PCK-9")
    def test_what_was_learned_is_found_and_counted_by_cause(
        self, session, shop, actor, frozen, store
    ):
        for lesson, cause in (
            ("备用打包线要每周试运行", Cause.MERCHANT),
            ("改约顺丰", Cause.COURIER),
        ):
            made = service.remind(
                session,
                actor,
                shop_id=shop.id,
                order_ids=[order.id for order in owed(session, shop)],
                receiver=Receiver.WAREHOUSE,
            )
            service.close(
                session,
                actor,
                made[0].id,
                cause=cause,
                action="加班",
                result="已发出",
                lesson=lesson,
            )
            assert session.get_one(Task, made[0].task_id).state is TaskState.DONE
        found, causes = queries.lessons(session, actor, shop_id=shop.id, q="打包线")
        assert [each.lesson for each in found] == ["备用打包线要每周试运行"]
        assert causes == {Cause.MERCHANT: 1}
        _, causes = queries.lessons(session, actor, shop_id=shop.id)
        assert causes == {Cause.MERCHANT: 1, Cause.COURIER: 1}


class TestOwnView:
    @pytest.mark.row("PCK-7")
    def test_people_of_a_warehouse_see_theirs_alone(
        self, client, session, shop, actor, acting, frozen, store
    ):
        place, keeper, _ = store
        mine = owed(session, shop, 2)
        lead = make_agent(session, shop)
        other = service.set_warehouse(
            session, actor, shop_id=shop.id, code="gz", name="广州仓", lead_id=lead.id
        )
        theirs = make_order(session, shop, paid_at=clock.now(), facts={"warehouse": "gz"})
        service.watch(session, shop.id, [theirs.id])
        made = service.remind(
            session,
            actor,
            shop_id=shop.id,
            order_ids=[theirs.id, mine[0].id],
            receiver=Receiver.WAREHOUSE,
        )
        assert {each.warehouse_id for each in made} == {place.id, other.id}
        acting["actor"] = keeper
        listed = client.get("/api/shipping/reminders", params={"shop_id": shop.id}).json()["items"]
        assert [each["warehouse_id"] for each in listed] == [str(place.id)]
        board = client.get("/api/shipping/board", params={"shop_id": shop.id}).json()
        assert board["totals"]["owed"] == 2
        behind = client.get("/api/shipping/behind/owed", params={"shop_id": shop.id}).json()
        assert {each["id"] for each in behind["items"]} == {str(order.id) for order in mine}
        foreign = next(each for each in made if each.warehouse_id == other.id)
        body = {"difficulty": "x"}
        answer = client.put(f"/api/shipping/reminders/{foreign.id}/answer", json=body)
        assert answer.status_code == 404
        assert session.get_one(Reminder, foreign.id, populate_existing=True).difficulty == ""
        asked = {"shop_id": str(shop.id), "order_ids": [str(mine[0].id)], "receiver": "warehouse"}
        assert client.post("/api/shipping/reminders", json=asked).status_code == 403

    def test_strangers_find_nothing(self, session, actor):
        with pytest.raises(ReminderNotFound):
            queries.reminder(session, actor, new_id())


class TestShares:
    @pytest.mark.row("FM1-2")
    def test_parcels_follow_the_shares_and_stopped_couriers_take_none(self):
        offers = {"sf": Offer(1, False), "yto": Offer(3, False), "ems": Offer(0, False)}
        taken = dict.fromkeys(offers, 0)
        for _ in range(80):
            taken[choose(offers, taken)] += 1
        assert taken == {"sf": 20, "yto": 60, "ems": 0}
        stopped = {"sf": Offer(1, True), "yto": Offer(3, True), "ems": Offer(0, False)}
        assert choose(stopped, taken) == "ems"
        assert choose({"sf": Offer(1, True)}, {}) is None

    @pytest.mark.row("FM1-2")
    def test_the_next_courier_goes_by_today(self, session, shop, actor, frozen):
        with pytest.raises(NoCourierTakes):
            service.choose_courier(session, actor, shop_id=shop.id)
        service.set_courier(session, actor, shop_id=shop.id, courier="圆通", share=1)
        service.set_courier(session, actor, shop_id=shop.id, courier="sf", share=1, stopped=True)
        assert service.choose_courier(session, actor, shop_id=shop.id) == "yto"
