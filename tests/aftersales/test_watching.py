"""Parcels that come back, and what is to be done when they do or do not (RFS-8, RFS-11, RFS-12,
RET-12)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.factories import RETURN, send
from tests.aftersales.test_returns import receive
from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import CaseState, Finding, Goods, InterceptionState
from xiaoer.orders.models import OrderStatus
from xiaoer.tasks.models import Task, TaskState

I, S = InterceptionState, CaseState  # noqa: E741 - interceptions


def tasks(session, kind):
    session.expire_all()
    return session.scalars(select(Task).where(Task.kind == kind).order_by(Task.id)).all()


@pytest.fixture
def case(desk, make, buyer, session):
    case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
    return service.intercept(session, desk.actor, case_id=case.id, version=case.version)


def answer(desk, case, state):
    return service.answer_interception(desk.session, desk.actor, case_id=case.id, state=state)


class TestStopped:
    @pytest.mark.row("RFS-8")
    @pytest.mark.parametrize("state", [I.SUCCEEDED, I.FAILED])
    def test_who_chases_the_courier_is_done_with_the_answer(self, desk, case, session, state):
        (task,) = tasks(session, "chase_courier")
        answer(desk, case, I.ACCEPTED)
        assert tasks(session, "chase_courier")[0].state is TaskState.OPEN
        answer(desk, case, state)
        assert (task.state, task.result) == (TaskState.DONE, state.value)

    @pytest.mark.row("RFS-11")
    def test_a_parcel_that_does_not_come_is_looked_for(self, desk, case, session):
        answer(desk, case, I.SUCCEEDED)
        desk.wait(days=9)
        assert tasks(session, "find_parcel") == []
        desk.wait(days=1, hours=1)
        (task,) = tasks(session, "find_parcel")
        assert (task.subject_id, task.state) == (case.id, TaskState.OPEN)
        service.parcel_back(session, desk.actor, case_id=case.id)
        assert tasks(session, "find_parcel")[0].state is TaskState.DONE

    @pytest.mark.row("RFS-11")
    def test_one_that_came_in_time_is_not(self, desk, case, session):
        answer(desk, case, I.SUCCEEDED)
        service.parcel_back(session, desk.actor, case_id=case.id)
        desk.wait(days=30)
        assert tasks(session, "find_parcel") == []

    @pytest.mark.row("RFS-11")
    def test_a_shop_waits_as_long_as_it_likes(self, desk, case, session):
        own = desk.shop.settings.get("aftersales", {}) | {"parcel_back_days": 3}
        desk.shop.settings = desk.shop.settings | {"aftersales": own}
        answer(desk, case, I.SUCCEEDED)
        desk.wait(days=3, hours=1)
        assert len(tasks(session, "find_parcel")) == 1

    @pytest.mark.row("RFS-12")
    def test_back_its_refund_ends_by_itself_when_nobody_acts(self, desk, case, buyer, session):
        case = answer(desk, case, I.FAILED)
        service.choose(session, buyer, case_id=case.id, version=case.version, choice="refuse")
        desk.wait(hours=10)
        case = service.parcel_back(session, desk.actor, case_id=case.id)
        assert (case.state, case.goods) == (S.AWAITING_MERCHANT, Goods.RECEIVED)
        desk.wait(hours=63)
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, case.requested_cents)

    @pytest.mark.row("RFS-12")
    @pytest.mark.parametrize("stopped", [True, False])
    def test_back_unopened_its_goods_are_in_stock_once(self, desk, case, buyer, session, stopped):
        case = answer(desk, case, I.SUCCEEDED if stopped else I.FAILED)
        if not stopped:
            service.choose(session, buyer, case_id=case.id, version=case.version, choice="refuse")
        assert [each.restocked for each in queries.lines_of(session, case.id)] == [0, 0]
        for _ in range(2):
            service.parcel_back(session, desk.actor, case_id=case.id)
            lines = queries.lines_of(session, case.id)
            assert [each.restocked for each in lines] == [each.qty for each in lines]
            assert [each.accepted for each in lines] == [each.qty for each in lines]

    @pytest.mark.row("RFS-12")
    def test_what_a_buyer_sends_back_is_inspected_first(self, desk, make, buyer, session):
        case = desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))
        case = send(desk, buyer, case)
        service.parcel_back(session, desk.actor, case_id=case.id)
        assert {each.restocked for each in queries.lines_of(session, case.id)} == {0}


class TestReturned:
    @pytest.mark.row("RET-12")
    def test_signed_for_it_is_to_be_inspected_once(self, desk, make, buyer, session):
        case = desk.approve(desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN))
        case = send(desk, buyer, case)
        for node in ("in_transit", "signed", "signed"):
            desk.later(timedelta(hours=5))
            service.report_return(session, desk.actor, case_id=case.id, node=node)
        (task,) = tasks(session, "inspect_return")
        assert (task.subject_id, task.state) == (case.id, TaskState.OPEN)
        receive(desk, case)
        assert tasks(session, "inspect_return")[0].state is TaskState.DONE

    @pytest.mark.row("RET-12")
    @pytest.mark.parametrize("result", [each.value for each in Finding if each is not Finding.OK])
    def test_what_was_found_is_kept_with_its_pictures(self, client, desk, back, result):
        case, photo = back(2, 0), str(desk.photo())
        line = client.get(f"/api/cases/{case.id}").json()["lines"][0]["order_line_id"]
        found = {"order_line_id": line, "received": 2, "accepted": 1, "result": result}
        body = {"version": case.version, "lines": [found], "file_ids": [photo], "note": "见图"}
        told = client.post(f"/api/cases/{case.id}/receipt", json=body).json()["inspections"][0]
        assert (told["passed"], told["file_ids"], told["note"]) == (False, [photo], "见图")
        assert told["lines"][0]["result"] == result

    @pytest.mark.row("RET-12")
    def test_other_words_are_none(self, client, desk, back):
        case = back(2, 0)
        line = client.get(f"/api/cases/{case.id}").json()["lines"][0]["order_line_id"]
        found = {"order_line_id": line, "received": 2, "accepted": 2, "result": "fine"}
        body = {"version": case.version, "lines": [found]}
        assert client.post(f"/api/cases/{case.id}/receipt", json=body).status_code == 422
