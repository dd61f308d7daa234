"""Complaints are noted once for a talk, a call or an order, each with its cause."""

from dataclasses import replace

import pytest

from tests.conversations.factories import (
    acting_as,
    ask,
    make_agent,
    make_customer,
    make_role,
)
from xiaoer.complaints.models import Complaint
from xiaoer.conversations import service
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.customers.service import privacy
from xiaoer.orders.events import CodDeceived


@pytest.fixture
def customer(session, shop):
    return make_customer(session, shop)


@pytest.fixture
def talk(session, shop, customer):
    agent = make_agent(session, shop, name="何小荷", roles=[make_role(session)])
    said = ask(session, customer)
    service.reply(
        session, acting_as(agent, shop), said.conversation_id, client_id=new_id(), text="在的"
    )
    return said.conversation_id


def note(client, talk, cause="misunderstanding", words="说的不是一回事"):
    url = f"/api/conversations/{talk}/complaint"
    return client.post(url, json={"cause": cause, "words": words})


def noted(session):
    session.expire_all()
    return session.query(Complaint).all()


class TestTalk:
    def test_it_names_who_served_and_what_caused_it(self, client, talk, customer):
        made = note(client, talk).json()
        assert (made["cause"], made["agent_name"]) == ("misunderstanding", "何小荷")
        assert made["customer_id"] == str(customer.id)
        assert client.get(f"/api/conversations/{talk}/complaint").json()["id"] == made["id"]

    def test_once_and_again_is_refused_without_a_trace(self, client, session, talk):
        note(client, talk)
        again = note(client, talk, cause="quality", words="还有别的")
        assert (again.status_code, again.json()["code"]) == (409, "ComplaintNotedAlready")
        [only] = noted(session)
        assert (only.cause, only.words) == ("misunderstanding", "说的不是一回事")

    def test_strangers_and_the_unentitled_change_nothing(
        self, client, session, talk, acting, actor
    ):
        acting["actor"] = replace(actor, shop_ids=frozenset({new_id()}))
        assert note(client, talk).status_code == 404
        acting["actor"] = replace(actor, permissions=frozenset({Permission.CONVERSATIONS_READ}))
        assert note(client, talk).status_code == 403
        assert noted(session) == []


class TestElsewhere:
    def test_a_call_written_up_as_a_complaint_is_one(self, client, session, shop, frozen):
        said = {
            "shop_id": str(shop.id), "number": "13812345678", "direction": "inbound",
            "seconds": None, "at": "2026-11-02T01:00:00+00:00", "matter": "complaint",
            "subject": "投诉快递态度差",
        }  # fmt: skip
        call = client.post("/api/calls", json=said).json()
        again = {"matter": "complaint", "subject": "投诉快递", "result": ""}
        assert client.put(f"/api/calls/{call['id']}/notes", json=again).status_code == 200
        [only] = noted(session)
        assert (only.subject_type, only.cause, str(only.subject_id)) == (
            "call", "unsaid", call["id"],
        )  # fmt: skip
        body = {"cause": "logistics"}
        assert client.put(f"/api/complaints/{only.id}/cause", json=body).status_code == 200
        assert noted(session)[0].cause == "logistics"

    def test_deceived_about_the_price_on_delivery(self, session, shop, actor, run_jobs, customer):
        from xiaoer.core import events

        told = CodDeceived(
            shop_id=shop.id, order_id=new_id(), order_no="1", customer_id=customer.id, words="骗人"
        )
        for _ in range(2):
            events.emit(session, actor, told)
        run_jobs()
        [only] = noted(session)
        assert (only.subject_type, only.cause, only.agent_id) == ("order", "cod_price", None)


def test_the_list_is_narrowed_by_cause_and_goes_on_page_by_page(client, session, shop, actor):
    from xiaoer.complaints import service as complaints
    from xiaoer.complaints.models import About, ComplaintCause
    from xiaoer.complaints.service import Brought

    made = [
        complaints.note(
            session, actor,
            Brought(shop_id=shop.id, type=About.CALL, subject_id=new_id(), cause=cause),
        )
        for cause in (ComplaintCause.QUALITY, ComplaintCause.QUALITY, ComplaintCause.PRICE)
    ]  # fmt: skip
    session.flush()

    def ids(**asked):
        body = client.get("/api/complaints", params={"shop_id": str(shop.id)} | asked).json()
        return [each["id"] for each in body["items"]], body["next"]

    assert len(ids()[0]) == 3
    assert ids(cause="price")[0] == [str(made[2].id)]
    first, following = ids(limit=2)
    assert len(first + ids(limit=2, after=following)[0]) == 3


def test_the_words_of_a_forgotten_customer_go_and_the_fact_stays(
    client, session, talk, customer, actor, run_jobs
):
    note(client, talk)
    assert "complaints" in privacy.export(session, actor, customer.id)
    privacy.erase(session, actor, customer.id)
    run_jobs()
    [only] = noted(session)
    assert (only.words, only.cause) == ("", "misunderstanding")
