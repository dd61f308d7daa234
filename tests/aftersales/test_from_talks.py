"""Guided questions for a vague request: open and closed ones, whose answers are the fields of the
case that is opened from the talk (CMM-6)."""

from typing import get_args

import pytest
from sqlalchemy import select

from tests.aftersales.factories import lines_of
from tests.conversations.factories import ask
from xiaoer.aftersales.models import CaseKind, EvidenceKind, Reason
from xiaoer.aftersales.schemas.requests import RequestIn
from xiaoer.assist.models import Guided, Reading
from xiaoer.assist.rules import scripts
from xiaoer.assist.rules.scripts import Field
from xiaoer.core.ids import new_id
from xiaoer.customers.models import Customer
from xiaoer.orders.models import OrderStatus


@pytest.fixture
def order(make):
    return make(OrderStatus.SIGNED)


@pytest.fixture
def talk(session, buyer):
    """The buyer writes, and says next to nothing."""
    return ask(session, session.get_one(Customer, buyer.id), "有问题").conversation_id


@pytest.fixture
def answered(client, talk):
    def put(**body):
        return client.put(f"/api/conversations/{talk}/questions", json=body)

    return put


def kept(session):
    session.expire_all()
    return session.scalars(select(Guided)).all()


@pytest.mark.row("CMM-6")
class TestAnswers:
    def test_every_script_mixes_open_and_closed_questions(self, client, talk):
        found = client.get(f"/api/conversations/{talk}/questions").json()
        assert len(found["scripts"]) >= 4
        for script in found["scripts"]:
            open_ = [each for each in script["questions"] if each["open"]]
            closed = [each for each in script["questions"] if each["options"]]
            assert open_
            assert len(closed) >= 2
        assert "您能具体描述一下遇到的情况吗？" in {
            each["zh"] for script in found["scripts"] for each in script["questions"]
        }

    def test_the_answers_are_the_fields_of_the_case(
        self, client, session, desk, order, talk, answered, cases
    ):
        cups, _ = lines_of(session, order)
        told = {"script": "quality", "order_id": str(order.id)}
        first = answered(**told, said={"what": "  杯口有一道裂纹 "}).json()
        assert first["unanswered"] == ["items", "which", "opened", "wish", "proof"]
        said = {
            "what": "杯口有一道裂纹",
            "which": "quality_defect",
            "opened": "defective",
            "wish": "return_refund",
        }
        items = {str(cups.id): 2}
        body = answered(**told, said=said, items=items, evidence=["item_photo"]).json()
        assert body["unanswered"] == []
        fields = {name: value for name, value in body["fields"].items() if value is not None}
        assert client.get(f"/api/conversations/{talk}/questions").json() == body

        proof = {"kind": fields["evidence"][0]["kind"], "file_ids": [str(desk.photo())]}
        made = client.post(
            f"/api/orders/{order.id}/cases",
            json=fields | {"evidence": [proof], "return_method": "self_ship"},
            headers={"Idempotency-Key": str(new_id())},
        )
        assert made.status_code == 201, made.text
        case = cases(made.json()["id"])
        assert (case.kind, case.reason) == ("return_refund", "quality_defect")
        assert (case.reason_text, case.condition) == ("杯口有一道裂纹", "defective")
        [line] = client.get(f"/api/cases/{case.id}").json()["lines"]
        assert (line["title"], line["qty"]) == ("茶杯", 2)

    def test_the_topic_of_the_talk_suggests_the_script(self, client, session, shop, talk):
        asked = f"/api/conversations/{talk}/questions"
        assert client.get(asked).json()["suggested"] is None
        session.add(Reading(conversation_id=talk, shop_id=shop.id, topic="售后/错发"))
        session.flush()
        assert client.get(asked).json()["suggested"] == "wrong"


class TestRefusals:
    @pytest.fixture(autouse=True)
    def nothing_is_kept(self, session, talk):
        yield
        assert kept(session) == []

    def refused(self, answer, code):
        assert (answer.status_code, answer.json()["code"]) == (422, code)

    def test_a_script_or_an_answer_that_is_none(self, answered):
        self.refused(answered(script="weather"), "UnknownScript")
        for said in ({"wish": "a pony"}, {"weather": "rain"}, {"what": "  "}):
            self.refused(answered(script="quality", said=said), "AnswerNotPossible")
        self.refused(answered(script="quality", evidence=["invoice"]), "AnswerNotPossible")

    def test_an_order_or_items_that_are_not_theirs(self, session, make, order, answered):
        [cups, *_] = lines_of(session, order)
        told = {"script": "quality", "order_id": str(order.id)}
        self.refused(answered(**told, items={str(new_id()): 1}), "NotTheirOrder")
        self.refused(answered(**told, items={str(cups.id): 4}), "NotTheirOrder")
        self.refused(answered(script="quality", items={str(cups.id): 1}), "NotTheirOrder")
        other = make(OrderStatus.SIGNED, customer_id=None)
        self.refused(answered(script="quality", order_id=str(other.id)), "NotTheirOrder")


def test_what_a_script_offers_is_what_a_case_knows():
    known = {
        Field.KIND: {each.value for each in CaseKind},
        Field.REASON: {each.value for each in Reason},
        Field.EVIDENCE: {each.value for each in EvidenceKind},
        Field.CONDITION: words_of("condition"),
        Field.GOT_GOODS: words_of("got_goods"),
    }
    for script in scripts.shipped():
        for question in script.questions:
            if question.options:
                assert {each.value for each in question.options} <= known[question.field]


def words_of(name):
    """The values of a field that is one of several words, or none."""
    literal, _none = get_args(RequestIn.model_fields[name].annotation)
    return set(get_args(literal))
