"""What happened to a task, read by people: its timeline, and what was said about it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests.tasks.factories import make_task
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises import queries as promises
from xiaoer.promises.models import PromiseState
from xiaoer.promises.service import fire_due
from xiaoer.tasks import service
from xiaoer.tasks.models import Task, TaskComment
from xiaoer.workforce.models import Agent, Group


@pytest.fixture
def worker(session):
    agent = Agent(login="xiaoman", name="小满", password_hash="x")
    session.add(agent)
    session.flush()
    return agent


@pytest.fixture
def group(session):
    group = Group(name="售后组")
    session.add(group)
    session.flush()
    return group


@pytest.fixture
def stranger():
    return Actor(ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()}))


def rows(session, model):
    return session.scalar(select(func.count()).select_from(model))


def story(client, task, **asked):
    answer = client.get(f"/api/tasks/{task.id}/timeline", params=asked)
    assert answer.status_code == 200
    return answer.json()


class TestTimeline:
    def test_it_tells_who_did_what_newest_first(
        self, client, session, shop, actor, worker, group, frozen
    ):
        task = make_task(session, shop.id, actor, agent_id=worker.id)
        later = clock.now() + timedelta(days=1)
        client.put(
            f"/api/tasks/{task.id}/due", json={"due_at": later.isoformat(), "reason": "等仓库"}
        )
        body = {"group_id": str(group.id), "note": "下班了"}
        client.put(f"/api/tasks/{task.id}/assignment", json=body)
        client.post(f"/api/tasks/{task.id}/comments", json={"text": "已电话"})
        client.put(f"/api/tasks/{task.id}/completion", json={"note": "地址已改"})

        steps = story(client, task)["items"]
        assert [(each["kind"], each["assignee"]) for each in steps] == [
            ("TaskDone", "售后组"),
            ("TaskCommented", "售后组"),
            ("TaskReassigned", "售后组"),
            ("TaskPostponed", "小满"),
            ("TaskOpened", "小满"),
        ]
        assert {each["by"] for each in steps} == {"周掌柜"}
        done, said, given, put_off, _ = steps
        assert (done["result"], said["text"], given["note"]) == ("地址已改", "已电话", "下班了")
        assert put_off["reason"] == "等仓库"
        assert datetime.fromisoformat(put_off["due_at"]) == later

    def test_the_clock_tells_what_it_did_by_itself(self, client, session, shop, actor, frozen):
        task = make_task(session, shop.id, actor)
        frozen(timedelta(hours=1, minutes=1))
        fire_due(session)
        frozen(timedelta(hours=1))
        fire_due(session)
        kinds = [(each["kind"], each["auto"]) for each in story(client, task)["items"]]
        assert kinds[-1] == ("TaskOpened", False)
        assert ("PromiseWarned", True) in kinds
        assert kinds[0] == ("PromiseBroken", True)

    def test_a_page_is_three_statements_and_goes_on(
        self, client, session, shop, worker, count_statements
    ):
        task = make_task(session, shop.id, agent_id=worker.id)
        for number in range(5):
            client.post(f"/api/tasks/{task.id}/comments", json={"text": str(number)})
        with count_statements(session) as seen:
            page = story(client, task, limit=4)
        assert len(seen) == 3
        rest = story(client, task, limit=4, after=page["next"])
        assert [each["text"] for each in page["items"]] == ["4", "3", "2", "1"]
        assert [each["kind"] for each in rest["items"]] == ["TaskCommented", "TaskOpened"]
        assert rest["next"] is None

    def test_strangers_and_the_unentitled_read_nothing(
        self, client, session, shop, acting, stranger
    ):
        task = make_task(session, shop.id)
        acting["actor"] = stranger
        assert client.get(f"/api/tasks/{task.id}/timeline").status_code == 404
        acting["actor"] = Actor(ActorKind.AGENT, new_id(), shop_ids=frozenset({shop.id}))
        assert client.get(f"/api/tasks/{task.id}/timeline").status_code == 403


class TestComments:
    def test_sent_twice_it_is_said_once(self, client, session, shop, actor):
        task = make_task(session, shop.id, actor)
        path, key = f"/api/tasks/{task.id}/comments", {"Idempotency-Key": str(new_id())}
        first = client.post(path, json={"text": "已电话"}, headers=key)
        again = client.post(path, json={"text": "已电话"}, headers=key)
        assert (again.status_code, again.json()) == (201, first.json())
        other = client.post(path, json={"text": "别的"}, headers=key)
        assert (other.status_code, other.json()["code"]) == (422, "KeyReused")
        assert rows(session, TaskComment) == 1

    def test_refusals_leave_nothing(self, client, session, shop, acting, stranger):
        task = make_task(session, shop.id)
        path, before = f"/api/tasks/{task.id}/comments", rows(session, EventRow)
        assert client.post(path, json={"text": ""}).status_code == 422
        acting["actor"] = Actor(ActorKind.AGENT, new_id(), shop_ids=frozenset({shop.id}))
        assert client.post(path, json={"text": "我看看"}).status_code == 403
        acting["actor"] = stranger
        assert client.post(path, json={"text": "我看看"}).status_code == 404
        assert (rows(session, TaskComment), rows(session, EventRow)) == (0, before)


class TestPostpone:
    @pytest.fixture
    def refused(self, client, session):
        def ask(task, hours=5, reason="等仓库"):
            due, told = task.due_at, rows(session, EventRow)
            later = (clock.now() + timedelta(hours=hours)).isoformat()
            answer = client.put(
                f"/api/tasks/{task.id}/due", json={"due_at": later, "reason": reason}
            )
            session.expire_all()
            assert session.get_one(Task, task.id).due_at == due
            assert rows(session, EventRow) == told
            return answer.status_code

        return ask

    def test_refusals_leave_the_clock_as_it_was(
        self, session, shop, actor, acting, stranger, refused, frozen
    ):
        task = make_task(session, shop.id, actor)
        assert refused(task, hours=-1) == 422
        assert refused(task, reason="") == 422
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "小满",
            frozenset({Permission.TASKS_WORK}), frozenset({shop.id}),
        )  # fmt: skip
        assert refused(task) == 403
        acting["actor"] = stranger
        assert refused(task) == 404
        (promise,) = promises.about(session, actor, task.id)
        assert (promise.state, promise.due_at) == (PromiseState.OPEN, task.due_at)

    def test_what_is_ended_cannot_be_put_off(self, session, shop, actor, refused, frozen):
        task = make_task(session, shop.id, actor)
        service.cancel(session, actor, task.id, reason="重复")
        assert refused(task) == 409
