"""Response times: 首问首答, by the worked vectors of domain.md §1."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.conversations.factories import acting_as, ask, make_agent, make_customer, settle
from xiaoer.conversations import service
from xiaoer.conversations.models import Turn
from xiaoer.core import clock
from xiaoer.core.ids import new_id

DAY = datetime(2026, 11, 2, tzinfo=UTC)
WITHIN = timedelta(minutes=3)


@pytest.fixture
def at(frozen):
    """Move the clock to a time of day."""

    def move(time):
        hours, minutes, seconds = map(int, time.split(":"))
        wanted = DAY + timedelta(hours=hours, minutes=minutes, seconds=seconds)
        frozen(wanted - clock.now())

    return move


@pytest.fixture
def answer(session, serving):
    def say(talk, text="在的"):
        return service.reply(session, serving, talk, client_id=new_id(), text=text)

    return say


def rounds(session):
    """(answered within three minutes, all rounds)"""
    turns = session.scalars(select(Turn)).all()
    good = [t for t in turns if t.seconds is not None and t.seconds <= WITHIN.total_seconds()]
    return len(good), len(turns)


@pytest.mark.row("RSP-1")
class TestTaobaoRounds:
    def test_the_first_of_several_questions_starts_the_clock(self, session, customer, at, answer):
        at("10:10:15")
        talk = ask(session, customer).conversation_id
        at("10:15:20")
        ask(session, customer)
        at("10:18:10")
        answer(talk)

        assert rounds(session) == (0, 1)

    def test_the_next_question_is_a_round_of_its_own(self, session, customer, at, answer):
        self.test_the_first_of_several_questions_starts_the_clock(session, customer, at, answer)
        at("10:18:30")
        talk = ask(session, customer).conversation_id
        at("10:19:00")
        answer(talk)

        assert rounds(session) == (1, 2)

    def test_ten_questions_never_answered_are_one_bad_round(self, session, customer, at):
        for minute in range(10):
            at(f"11:{minute:02}:00")
            ask(session, customer)
        at("23:59:59")

        assert rounds(session) == (0, 1)


@pytest.mark.row("RSP-1")
class TestFigures:
    def test_first_and_average_and_waiting_at_any_moment(
        self, client, session, customer, at, answer
    ):
        at("10:00:00")
        talk = ask(session, customer).conversation_id

        def stats():
            return client.get(f"/api/conversations/{talk}").json()["stats"]

        at("10:00:07")
        assert stats() == {
            "first_response_sec": None,
            "avg_response_sec": None,
            "turns": 1,
            "waiting_sec": 7.0,
        }
        at("10:00:20")
        answer(talk)
        at("10:01:00")
        ask(session, customer)
        at("10:01:30")
        assert stats() == {
            "first_response_sec": 20.0,
            "avg_response_sec": 20.0,
            "turns": 2,
            "waiting_sec": 30.0,
        }
        at("10:01:40")
        answer(talk)
        answer(talk, "还有什么可以帮您")
        assert stats() == {
            "first_response_sec": 20.0,
            "avg_response_sec": 30.0,
            "turns": 2,
            "waiting_sec": None,
        }

    def test_rules_and_notes_are_no_answer(
        self, client, session, shop, customer, say, agent, run_jobs
    ):
        settle(session, shop, welcome_text="欢迎光临,请问有什么可以帮您?")
        talk = ask(session, customer).conversation_id
        run_jobs()
        say(talk, "这位顾客上周退过货", kind="note")

        body = client.get(f"/api/conversations/{talk}?messages=50").json()
        assert [(m["from"], m["auto"]) for m in body["messages"]["items"]] == [
            ("customer", False),
            ("bot", True),
            ("note", False),
        ]
        assert body["waiting_since"] is not None
        assert body["stats"]["first_response_sec"] is None

    def test_a_talk_closed_without_an_answer_keeps_its_bad_round(
        self, client, session, customer, talk, agent
    ):
        client.put(f"/api/conversations/{talk}/closure", json={"reason": "spam"})

        turn = session.scalars(select(Turn)).one()
        assert turn.answered_at is None
        assert turn.dropped_at is not None
        assert rounds(session) == (0, 1)

    def test_each_talk_counts_for_itself(self, session, shop, at, answer):
        at("10:00:00")
        one = ask(session, make_customer(session, shop)).conversation_id
        two = ask(session, make_customer(session, shop)).conversation_id
        at("10:00:10")
        answer(one)
        other = acting_as(make_agent(session, shop), shop)
        at("10:00:50")
        service.reply(session, other, two, client_id=new_id(), text="您好")

        seconds = {turn.conversation_id: turn.seconds for turn in session.scalars(select(Turn))}
        assert seconds == {one: 10.0, two: 50.0}
