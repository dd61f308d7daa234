"""Tasks: opened, taken, reassigned, talked over, done; their clocks are promises."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from tests.tasks.factories import make_task
from xiaoer.core import auth, clock, db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises import queries as promises
from xiaoer.promises.models import PromiseState
from xiaoer.promises.service import fire_due
from xiaoer.tasks import service
from xiaoer.tasks.errors import DueInThePast, NotYourTask, TaskCannotMove, TaskTakenAlready
from xiaoer.tasks.models import Task, TaskState
from xiaoer.workforce.errors import AgentNotFound
from xiaoer.workforce.models import Agent, Group, GroupMember


@pytest.fixture
def group(session):
    group = Group(name="售后组")
    session.add(group)
    session.flush()
    return group


@pytest.fixture
def worker(session, shop, group):
    """An agent of the group who may work on tasks and not hand them out."""
    agent = Agent(login="xiaoman", name="小满", password_hash="x")
    session.add(agent)
    session.flush()
    session.add(GroupMember(group_id=group.id, agent_id=agent.id))
    session.flush()
    return acting_as(agent.id, shop.id)


def acting_as(agent_id, shop_id):
    rights = frozenset({Permission.TASKS_READ, Permission.TASKS_WORK})
    return Actor(ActorKind.AGENT, agent_id, "小满", rights, frozenset({shop_id}))


def told(session, task):
    query = select(EventRow.kind).where(EventRow.subject_id == task.id).order_by(EventRow.id)
    return [kind for kind in session.scalars(query) if kind.startswith("Task")]


def promise_of(session, actor, task):
    return promises.about(session, actor, task.id)[0]


class TestOpen:
    def test_it_is_numbered_owed_and_told(self, session, shop, actor, worker, frozen):
        first = make_task(session, shop.id, actor, agent_id=worker.id)
        second = make_task(session, shop.id, actor)
        assert (first.number, second.number) == (1, 2)
        assert told(session, first) == ["TaskOpened"]
        promise = promise_of(session, actor, first)
        assert (promise.state, promise.due_at) == (PromiseState.OPEN, first.due_at)
        assert promise.owner_agent_id == worker.id
        assert len(promise.warn_at) == 2

    def test_refusals_leave_nothing(self, session, shop, actor, worker, frozen):
        with pytest.raises(DueInThePast):
            make_task(session, shop.id, actor, due_at=clock.now())
        with pytest.raises(MissingPermission):
            make_task(session, shop.id, worker)
        with pytest.raises(AgentNotFound):
            make_task(session, shop.id, actor, agent_id=new_id())
        with pytest.raises(shops.ShopNotFound):
            make_task(session, new_id(), actor)
        assert session.scalar(select(func.count()).select_from(Task)) == 0

    def test_for_oneself_needs_no_right_to_assign(self, session, shop, worker, frozen):
        assert make_task(session, shop.id, worker, agent_id=worker.id).state is TaskState.OPEN


class TestAcknowledge:
    def test_the_first_of_the_group_takes_it(self, session, shop, actor, worker, group, frozen):
        task = make_task(session, shop.id, actor, group_id=group.id)
        service.acknowledge(session, worker, task.id)
        assert (task.state, task.assignee_agent_id) == (TaskState.ACKNOWLEDGED, worker.id)
        assert promise_of(session, actor, task).owner_agent_id == worker.id
        with pytest.raises(TaskTakenAlready):
            service.acknowledge(session, actor, task.id)
        assert told(session, task) == ["TaskOpened", "TaskAcknowledged"]

    def test_another_group_cannot(self, session, shop, actor, group, frozen):
        task = make_task(session, shop.id, actor, group_id=group.id)
        with pytest.raises(NotYourTask):
            service.acknowledge(session, acting_as(new_id(), shop.id), task.id)
        assert task.state is TaskState.OPEN

    def test_two_at_once_one_takes_it(self, fresh_database):
        with db.transaction() as session:
            shop_id = shops.add(session, auth.system(), code="teahouse", name="茶楼").id
            task_id = make_task(session, shop_id).id
        gate = Barrier(2)

        def take(_):
            gate.wait()
            try:
                with db.transaction() as session:
                    service.acknowledge(session, acting_as(new_id(), shop_id), task_id)
            except TaskTakenAlready:
                return "late"
            return "taken"

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(take, range(2))) == ["late", "taken"]


class TestComplete:
    def test_in_time_the_promise_is_kept(self, session, shop, actor, worker, frozen):
        task = make_task(session, shop.id, actor, agent_id=worker.id)
        service.complete(session, worker, task.id, result="已回访，顾客满意")
        assert (task.state, task.result) == (TaskState.DONE, "已回访，顾客满意")
        assert promise_of(session, actor, task).state is PromiseState.KEPT
        assert told(session, task) == ["TaskOpened", "TaskDone"]

    def test_afterwards_it_was_late(self, session, shop, actor, worker, frozen):
        task = make_task(session, shop.id, actor, agent_id=worker.id)
        frozen(timedelta(hours=3))
        assert fire_due(session).broken == 1
        service.complete(session, worker, task.id, result="已回访")
        session.expire_all()
        assert promise_of(session, actor, task).state is PromiseState.LATE

    def test_others_cannot_and_done_is_done(self, session, shop, actor, worker, frozen):
        task = make_task(session, shop.id, actor, agent_id=worker.id)
        with pytest.raises(NotYourTask):
            service.complete(session, acting_as(new_id(), shop.id), task.id, result="我做的")
        assert task.state is TaskState.OPEN
        service.complete(session, actor, task.id, result="代为完成")
        with pytest.raises(TaskCannotMove):
            service.complete(session, actor, task.id, result="再次")
        with pytest.raises(TaskCannotMove):
            service.cancel(session, actor, task.id, reason="多余")
        assert task.result == "代为完成"


class TestChange:
    def test_reassigned_it_is_to_be_seen_again(self, session, shop, actor, worker, group, frozen):
        task = make_task(session, shop.id, actor, agent_id=worker.id)
        service.acknowledge(session, worker, task.id)
        service.reassign(session, worker, task.id, group_id=group.id, note="下班了")
        assert (task.state, task.assignee_agent_id) == (TaskState.OPEN, None)
        assert promise_of(session, actor, task).owner_group_id == group.id
        with pytest.raises(MissingPermission):
            service.reassign(session, worker, task.id, agent_id=worker.id)
        assert told(session, task) == ["TaskOpened", "TaskAcknowledged", "TaskReassigned"]

    def test_postponed_it_is_promised_anew(self, session, shop, actor, frozen):
        task = make_task(session, shop.id, actor)
        later = clock.now() + timedelta(days=1)
        service.postpone(session, actor, task.id, due_at=later, reason="等仓库")
        session.expire_all()
        states = {(each.state, each.due_at) for each in promises.about(session, actor, task.id)}
        assert (PromiseState.OPEN, later) in states
        assert len(states) == 2

    def test_cancelled_nothing_is_owed(self, session, shop, actor, frozen):
        task = make_task(session, shop.id, actor)
        service.cancel(session, actor, task.id, reason="重复")
        session.expire_all()
        assert promise_of(session, actor, task).state is PromiseState.RELEASED


class TestWire:
    def test_the_whole_life(self, client, shop, frozen):
        body = {
            "title": "核对地址",
            "subject": {"type": "conversation", "id": str(new_id())},
            "due_at": (clock.now() + timedelta(hours=1)).isoformat(),
        }
        made = client.post("/api/tasks", json=body)
        assert made.status_code == 201
        path = f"/api/tasks/{made.json()['id']}"
        assert client.put(f"{path}/acknowledgement").json()["state"] == "acknowledged"
        assert client.post(f"{path}/comments", json={"text": "已电话"}).status_code == 201
        later = (clock.now() + timedelta(hours=5)).isoformat()
        moved = client.put(f"{path}/due", json={"due_at": later, "reason": "无人接听"})
        assert moved.status_code == 200
        done = client.put(f"{path}/completion", json={"note": "地址已改"}).json()
        assert (done["state"], done["result"]) == ("done", "地址已改")
        seen = client.get(path).json()
        assert [each["text"] for each in seen["comments"]] == ["已电话"]
        assert client.put(f"{path}/cancellation", json={"reason": "多余"}).status_code == 409

    def test_the_same_key_is_the_same_task(self, client, session, shop):
        key = {"Idempotency-Key": str(new_id())}
        first = client.post("/api/tasks", json={"title": "核对地址"}, headers=key).json()
        assert client.post("/api/tasks", json={"title": "核对地址"}, headers=key).json() == first
        other = client.post("/api/tasks", json={"title": "别的"}, headers=key)
        assert (other.status_code, other.json()["code"]) == (422, "KeyReused")
        assert session.scalar(select(func.count()).select_from(Task)) == 1

    def test_queues_go_by_due(self, client, session, shop, actor, worker, group, acting, frozen):
        for hours, to in ((3, worker.id), (1, None), (2, actor.id)):
            make_task(
                session, shop.id, actor, title=f"{hours}", agent_id=to,
                group_id=group.id if to is None else None,
                due_at=clock.now() + timedelta(hours=hours),
            )  # fmt: skip
        page = client.get("/api/tasks", params={"limit": 2}).json()
        assert [each["title"] for each in page["items"]] == ["1", "2"]
        rest = client.get("/api/tasks", params={"after": page["next"]}).json()
        assert [each["title"] for each in rest["items"]] == ["3"]
        acting["actor"] = worker
        mine = client.get("/api/tasks", params={"mine": True}).json()["items"]
        assert [each["title"] for each in mine] == ["1", "3"]
        assert [mine[0]["group"]["name"], mine[1]["assignee"]["name"]] == ["售后组", "小满"]

    def test_a_list_is_two_statements(self, client, session, shop, worker, count_statements):
        for _ in range(4):
            make_task(session, shop.id, agent_id=worker.id)
        with count_statements(session) as seen:
            client.get("/api/tasks")
        assert len(seen) == 2

    def test_a_stranger_sees_and_changes_nothing(self, client, session, shop, acting):
        task = make_task(session, shop.id)
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        assert client.get("/api/tasks").json()["items"] == []
        for answer in (
            client.get(f"/api/tasks/{task.id}"),
            client.put(f"/api/tasks/{task.id}/acknowledgement"),
            client.put(f"/api/tasks/{task.id}/cancellation", json={"reason": "乱来"}),
        ):
            assert answer.status_code == 404
        assert session.get_one(Task, task.id).state is TaskState.OPEN
