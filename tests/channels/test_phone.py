"""The call book: what a telephone system tells, what agents write, and calls that are promised."""

from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import func, select

from tests.customers.factories import make_customer
from tests.workforce.factories import make_agent
from xiaoer.channels.phone import service
from xiaoer.channels.phone.models import Call
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.customers.service import privacy
from xiaoer.tasks.models import Task, TaskState

NUMBER = "13812345678"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def tell(client, shop, frozen):
    """The shop's telephone system says one thing about one call."""

    def tell(event, *, call="c1", at=None, key=None, number=NUMBER, **more):
        said = {"call": call, "event": event, "number": number, **more}
        said["at"] = (at or clock.now()).isoformat()
        shown = {"Authorization": f"Bearer {service.key_of(shop.id) if key is None else key}"}
        return client.post(f"/api/phone/calls?shop_id={shop.id}", json=said, headers=shown)

    return tell


@pytest.fixture
def log(client, shop, frozen):
    def log(**facts):
        said = {
            "shop_id": str(shop.id), "number": NUMBER, "direction": "outbound", "seconds": 60,
            "at": (clock.now() - 5 * MINUTE).isoformat(), "matter": "consultation",
            "subject": "问发货时间",
        }  # fmt: skip
        return client.post("/api/calls", json=said | facts)

    return log


def book(client, **wanted):
    return client.get("/api/calls", params=wanted).json()["items"]


def callbacks(session):
    return session.scalars(select(Task).where(Task.kind == "callback").order_by(Task.id)).all()


class TestHearing:
    @pytest.mark.row("RCP-2", "CHN-2")
    def test_a_call_rings_is_answered_and_ends_with_who_it_was(
        self, client, session, shop, tell, frozen
    ):
        customer = make_customer(session, shop, name="李小荷", phone="138 1234 5678")
        agent = make_agent(session, shop, login="xiaohe", name="小荷")
        call_id = tell("ringing").json()["call_id"]
        ringing = client.get(f"/api/calls/{call_id}").json()
        assert (ringing["state"], ringing["number"]) == ("ringing", "138****5678")
        assert ringing["customer"] == {"id": str(customer.id), "name": "李小荷"}
        tell("answered", agent="xiaohe")
        frozen(timedelta(seconds=90))
        tell("ended", recording_url="https://phone.example/c1.mp3")
        ended = client.get(f"/api/calls/{call_id}").json()
        assert (ended["state"], ended["seconds"]) == ("ended", 90)
        assert ended["agent"] == {"id": str(agent.id), "name": "小荷"}
        assert ended["recording_url"] == "https://phone.example/c1.mp3"
        kinds = session.scalars(
            select(EventRow.kind).where(EventRow.subject_id == ended["id"]).order_by(EventRow.id)
        ).all()
        assert kinds == ["CallRang", "CallAnswered", "CallEnded"]

    def test_pieces_in_any_order_and_repeated_come_to_the_same_call(self, session, tell):
        start = clock.now() - timedelta(hours=1)
        told = [("ringing", start), ("answered", start + MINUTE), ("ended", start + 3 * MINUTE)]
        for place, pieces in enumerate(permutations(told)):
            for event, at in (*pieces, *pieces):
                assert tell(event, call=f"c{place}", at=at).status_code == 200
        calls = session.scalars(select(Call)).all()
        assert {(call.state, call.at, call.seconds) for call in calls} == {("ended", start, 120)}
        assert len(calls) == 6
        assert {task.state for task in callbacks(session)} <= {TaskState.CANCELLED}

    @pytest.mark.row("RCP-4")
    def test_a_missed_call_is_promised_a_call_back_and_the_call_keeps_it(
        self, client, session, tell, log, frozen
    ):
        tell("ringing")
        assert tell("ended").json()["state"] == "missed"
        [task] = callbacks(session)
        assert task.due_at == clock.now() + 30 * MINUTE
        assert NUMBER not in task.title
        [missed] = book(client, shown="missed")
        assert missed["callback"]["open"] is True
        frozen(10 * MINUTE)
        assert log(seconds=None, subject="没有人接").status_code == 201
        assert callbacks(session)[0].state is TaskState.OPEN
        assert log().status_code == 201
        [task] = callbacks(session)
        assert (task.state, task.result) == (TaskState.DONE, "已回电")
        assert book(client, shown="callbacks") == []

    def test_late_news_that_it_was_answered_withdraws_the_promise(self, session, tell):
        start = clock.now()
        tell("ringing", at=start)
        tell("ended", at=start + MINUTE / 2)
        tell("answered", at=start + MINUTE / 4)
        [task] = callbacks(session)
        assert (task.state, task.result) == (TaskState.CANCELLED, "后来得知电话已接通")

    def test_only_the_shops_own_key_opens_the_door(self, session, tell, shop):
        for key in ("", "0" * 64, service.key_of(new_id())):
            answer = tell("ringing", key=key)
            assert (answer.status_code, answer.json()["code"]) == (401, "HookNotKnown")
        assert session.scalar(select(func.count(Call.id))) == 0

    def test_what_cannot_be_is_refused_and_changes_nothing(self, session, tell):
        later = clock.now() + timedelta(hours=1)
        assert tell("ringing", at=later).json()["code"] == "CallNotLogical"
        for wrong in ({"recording_url": "javascript:alert(1)"}, {"direction": "sideways"}):
            assert tell("ringing", **wrong).status_code == 422
        assert session.scalar(select(func.count(Call.id))) == 0

    def test_a_number_of_two_people_is_nobodys_until_an_agent_says(
        self, client, session, shop, tell
    ):
        two = [make_customer(session, shop, name=name, phone=NUMBER) for name in ("甲", "乙")]
        call_id = tell("answered").json()["call_id"]
        seen = client.get(f"/api/calls/{call_id}").json()
        assert (seen["customer"], {one["id"] for one in seen["callers"]}) == (
            None,
            {str(one.id) for one in two},
        )
        notes = {"matter": "order", "subject": "催发货", "customer_id": str(two[0].id)}
        told = client.put(f"/api/calls/{call_id}/notes", json=notes).json()
        assert told["customer"]["id"] == str(two[0].id)


class TestWriting:
    @pytest.mark.row("CHN-2")
    def test_consultations_and_complaints_by_hand_are_counted(self, client, shop, log, tell):
        key = {"Idempotency-Key": str(new_id())}
        said = {
            "shop_id": str(shop.id), "number": NUMBER, "direction": "inbound", "seconds": 300,
            "at": (clock.now() - 9 * MINUTE).isoformat(), "matter": "complaint",
            "subject": "投诉发错货", "result": "已登记，明天答复",
        }  # fmt: skip
        for _ in range(2):
            assert client.post("/api/calls", json=said, headers=key).status_code == 201
        log()
        tell("ended")
        told = client.get("/api/calls/figures", params={"shop_id": str(shop.id)}).json()
        kept = ("inbound", "outbound", "missed", "complaints", "callbacks_open", "talk_sec")
        assert [told[name] for name in kept] == [2, 1, 1, 1, 1, 180.0]
        assert [one["subject"] for one in book(client, matter="complaint")] == ["投诉发错货"]
        assert {one["by_hand"] for one in book(client, shown="all")} == {True, False}

    def test_who_has_the_number_is_named(self, session, shop, log):
        customer = make_customer(session, shop, name="李小荷", phone=NUMBER)
        assert log().json()["customer"] == {"id": str(customer.id), "name": "李小荷"}

    def test_a_call_in_the_future_or_of_another_shop_is_refused(self, client, session, log):
        soon = (clock.now() + MINUTE).isoformat()
        assert log(at=soon).json()["code"] == "CallNotLogical"
        assert log(shop_id=str(new_id())).status_code == 404
        assert session.scalar(select(func.count(Call.id))) == 0

    @pytest.mark.row("RCP-4")
    def test_what_cannot_be_answered_now_is_promised_once(self, client, session, actor, tell):
        call_id = tell("answered").json()["call_id"]
        due = {"due_at": (clock.now() + timedelta(hours=3)).isoformat(), "note": "问过仓库再回"}
        told = client.post(f"/api/calls/{call_id}/callback", json=due).json()
        assert told["callback"]["open"] is True
        again = client.post(f"/api/calls/{call_id}/callback", json=due)
        assert (again.status_code, again.json()["code"]) == (409, "CallbackPromised")
        [task] = callbacks(session)
        assert (task.assignee_agent_id, task.description) == (actor.id, "问过仓库再回")

    def test_a_ringing_call_is_taken_by_one(self, client, session, shop, acting, actor, tell):
        call_id = tell("ringing").json()["call_id"]
        assert client.put(f"/api/calls/{call_id}/taker").json()["state"] == "talking"
        rights = frozenset({Permission.CONVERSATIONS_REPLY})
        acting["actor"] = Actor(ActorKind.AGENT, new_id(), "小林", rights, actor.shop_ids)
        other = client.put(f"/api/calls/{call_id}/taker")
        assert (other.status_code, other.json()["code"]) == (409, "CallTaken")
        assert session.scalars(select(Call.agent_id)).one() == actor.id

    def test_the_whole_number_is_shown_and_who_saw_it_is_kept(self, client, session, actor, tell):
        call_id = tell("ringing").json()["call_id"]
        assert client.post(f"/api/calls/{call_id}/number").json() == {"number": NUMBER}
        seen = session.scalars(select(EventRow).where(EventRow.kind == "CallNumberShown")).one()
        assert (seen.actor_id, seen.data["number"]) == (actor.id, "138****5678")


class TestStrangers:
    def test_another_shops_calls_are_not_there(self, client, acting, tell):
        call_id = tell("ringing").json()["call_id"]
        rights = frozenset(Permission)
        acting["actor"] = Actor(ActorKind.AGENT, new_id(), "外人", rights, frozenset({new_id()}))
        assert book(client) == []
        due = {"due_at": (clock.now() + MINUTE).isoformat()}
        notes = {"matter": "other", "subject": "x"}
        for answer in (
            client.get(f"/api/calls/{call_id}"),
            client.put(f"/api/calls/{call_id}/taker"),
            client.put(f"/api/calls/{call_id}/notes", json=notes),
            client.post(f"/api/calls/{call_id}/callback", json=due),
            client.post(f"/api/calls/{call_id}/number"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "CallNotFound")

    def test_whoever_is_forgotten_leaves_no_number(self, session, shop, actor, tell, run_jobs):
        customer = make_customer(session, shop, phone=NUMBER)
        tell("answered")
        assert privacy.export(session, actor, customer.id)["calls"][0]["number"] == NUMBER
        privacy.erase(session, actor, customer.id)
        run_jobs()
        assert session.scalars(select(Call.number)).one() == ""


def test_a_page_costs_three_statements(client, session, shop, log, count_statements):
    for _ in range(3):
        log()
    make_customer(session, shop, phone=NUMBER)
    with count_statements(session) as few:
        assert len(book(client)) == 3
    for _ in range(4):
        log()
    with count_statements(session) as more:
        assert len(book(client)) == 7
    assert len(few) == len(more) <= 3
