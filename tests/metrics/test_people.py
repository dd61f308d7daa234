"""Productivity per agent, always with the quality beside it; outcomes; causes of complaints."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import ValidationError

from tests.conversations.factories import make_customer
from tests.orders.factories import make_order
from xiaoer.complaints import service as complaints
from xiaoer.complaints.models import ComplaintCause
from xiaoer.conversations import service
from xiaoer.conversations.service import rating
from xiaoer.core import clock
from xiaoer.metrics import schemas
from xiaoer.metrics.rules import people as rules
from xiaoer.quality.models import SheetKind
from xiaoer.quality.rules import sheets
from xiaoer.quality.service import scoring
from xiaoer.tasks import service as tasks
from xiaoer.workforce.models import Presence, PresenceChange

HOUR = timedelta(hours=1)


@pytest.fixture
def here(session):
    """An agent was at the desk from then to then."""

    def was(actor, begins, ends):
        for at, before, after in (
            (begins, Presence.OFFLINE, Presence.ONLINE),
            (ends, Presence.ONLINE, Presence.OFFLINE),
        ):
            change = {"before": before, "after": after, "cause": "own", "at": at}
            session.add(PresenceChange(agent_id=actor.id, **change))
        session.flush()

    return was


@pytest.fixture
def rate(session):
    def stars(talk, customer, score):
        actor = service.as_customer(
            shop_id=customer.shop_id, customer_id=customer.id, name=customer.name
        )
        rating.rate(session, actor, talk, score=score)

    return stars


@pytest.fixture
def score(session, actor):
    """Give an inspector's points to a talk; full ones unless told otherwise."""

    def give(talk, **less):
        points = {each.code: each.points for each in sheets.shipped(SheetKind.TALK)} | less
        return scoring.score(session, actor, SheetKind.TALK, talk, points=points)

    return give


def person(get, name, **asked):
    [found] = [each for each in get("people", **asked)["items"] if each["name"] == name]
    return found


@pytest.mark.row("RSP-12")
class TestPeople:
    def test_what_was_done_in_an_hour_stands_beside_how_good_it_was(
        self, session, shop, actor, people, talk, here, rate, score, get, frozen
    ):
        he = people["何小荷"]
        here(he, clock.now() - 2 * HOUR, clock.now())
        customer = make_customer(session, shop)
        rated = talk(20, 40, of=customer)
        rate(rated, customer, 4)
        score(rated, accuracy=10)
        talk(30)
        complaints.note_in_talk(session, actor, rated, cause=ComplaintCause.ATTITUDE, words="")
        task = tasks.open_task(
            session, actor, title="查快递", kind="check", shop_id=shop.id,
            due_at=clock.now() + HOUR, agent_id=he.id,
        )  # fmt: skip
        tasks.complete(
            session, replace(he, permissions=actor.permissions), task.id, result="查到了"
        )
        frozen(timedelta(seconds=10))
        found = person(get, "何小荷")
        did, good = found["productivity"], found["quality"]
        assert (did["talks"], did["handled"], did["worked_sec"]) == (2, 1, 7200)
        assert (did["talks_per_hour"], did["handled_per_hour"]) == (1, 0.5)
        assert (did["at_once"], did["peak"]) == (1, 1)
        assert did["responses"]["avg_response_sec"] == 30
        assert (good["stars"], good["score_bp"]) == (4, 9000)
        assert (good["complaints"], good["complaint_bp"]) == (1, 5000)

    def test_productivity_is_never_told_without_quality(self, talk, get):
        talk(10)
        [line] = get("people")["items"]
        assert set(line["quality"]) == set(schemas.QualityOut.model_fields)
        del line["quality"]
        with pytest.raises(ValidationError):
            schemas.PersonOut.model_validate(line)

    def test_settled_days_and_today_are_added_once(self, talk, get, at, settle):
        talk(10, 20)
        talk(30)
        before = person(get, "何小荷")["productivity"]
        at(12, days=2)
        assert settle()
        assert person(get, "何小荷")["productivity"] == before
        talk(10)
        assert person(get, "何小荷")["productivity"]["talks"] == 3

    def test_statements_do_not_grow_with_people(self, session, talk, get, settle, count_statements):
        talk(10)
        with count_statements(session) as few:
            get("people")
        talk(10, by="清河")
        with count_statements(session) as many:
            assert len(get("people")["items"]) == 2
        assert len(many) == len(few)

    def test_talks_at_once_are_counted_by_their_spans(self):
        began = clock.now()
        at = [began + timedelta(seconds=each) for each in range(0, 400, 100)]
        assert rules.day([(at[0], at[2]), (at[1], at[3])]) == rules.Day(2, 400, 300, 2)
        assert rules.day([(at[0], at[1]), (at[1], at[2])]) == rules.Day(2, 200, 200, 1)


@pytest.mark.row("RSP-13")
class TestOutcomes:
    def test_who_bought_before_and_again_is_a_repurchase(self, session, shop, talk, get, frozen):
        old, new, back = (make_customer(session, shop, name=name) for name in "旧新回")
        for who in (old, back):
            make_order(session, shop, customer_id=who.id, paid_at=clock.now() - 24 * HOUR)
        for who in (old, new, back):
            talk(10, of=who)
        frozen(HOUR)
        for who in (new, back):
            make_order(session, shop, customer_id=who.id, paid_at=clock.now())
        frozen(HOUR)
        now = get("outcomes")["now"]
        assert (now["served"], now["bought_before"], now["bought_again"]) == (3, 2, 1)
        assert now["repurchase_bp"] == 5000
        rows = get("rows", what="repurchased", days=30)["items"]
        assert [each["title"] for each in rows] == ["回"]

    def test_complaints_and_satisfaction_against_the_time_before(
        self, session, shop, actor, talk, rate, get, at, settle
    ):
        customer = make_customer(session, shop)
        rate(talk(10, of=customer), customer, 3)
        at(12, days=9)
        settle()
        another = make_customer(session, shop)
        rated = talk(10, of=another)
        rate(rated, another, 5)
        complaints.note_in_talk(session, actor, rated, cause=ComplaintCause.LOGISTICS, words="太慢")
        with pytest.raises(complaints.ComplaintNotedAlready):
            complaints.note_in_talk(session, actor, rated, cause=ComplaintCause.QUALITY, words="")
        at(13)
        body = get("outcomes", days=7)
        schemas.OutcomesOut.model_validate(body)
        assert (body["now"]["served"], body["before"]["served"]) == (1, 1)
        assert (body["now"]["stars"], body["before"]["stars"]) == (5, 3)
        assert (body["now"]["complaints"], body["before"]["complaints"]) == (1, 0)
        [row] = get("rows", what="complaints")["items"]
        assert (row["kind"], row["id"], row["text"]) == ("conversation", str(rated), "太慢")
        assert [each["value"] for each in get("rows", what="ratings")["items"]] == [5]


@pytest.mark.row("RSP-11")
def test_misunderstanding_is_a_cause_whose_trend_stands_beside_response_and_accuracy(
    session, client, actor, talk, score, get, at
):
    def complained(talk, cause):
        url = f"/api/conversations/{talk}/complaint"
        answer = client.post(url, json={"cause": cause, "words": "说的不是一回事"})
        assert answer.status_code == 201
        return answer.json()

    slow = talk(200)
    score(slow, accuracy=5)
    first = complained(slow, "misunderstanding")
    complained(talk(200), "misunderstanding")
    at(10, days=7)
    good = talk(20)
    score(good)
    later = complained(good, "other")
    at(11)
    weeks = get("outcomes")["weeks"][-2:]
    assert [each["misunderstandings"] for each in weeks] == [2, 0]
    assert [each["avg_response_sec"] for each in weeks] == [200, 20]
    assert [each["accuracy_bp"] for each in weeks] == [2500, 10000]
    assert [each["complaints"] for each in weeks] == [2, 1]

    cause = {"cause": "misunderstanding"}
    assert client.put(f"/api/complaints/{later['id']}/cause", json=cause).status_code == 200
    assert get("outcomes")["weeks"][-1]["misunderstandings"] == 1
    rows = get("rows", what="complaints", cause="misunderstanding", days=30)["items"]
    assert len(rows) == 3
    assert first["agent_name"] == "何小荷"
