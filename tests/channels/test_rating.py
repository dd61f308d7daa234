"""How content a visitor is with a talk: five stars at the wire, the last word counts."""

import pytest
from sqlalchemy import select

from tests.conversations.factories import acting_as, make_agent
from xiaoer.conversations.models import Conversation, TalkRating
from xiaoer.conversations.service import assigning
from xiaoer.core.events import EventRow


@pytest.fixture
def stars(arrived):
    def give(**body):
        return arrived.client.put("/chat/rating", json=body, headers=arrived.headers)

    return give


def rated(session):
    session.expire_all()
    return [(each.score, each.comment) for each in session.scalars(select(TalkRating))]


def test_stars_are_kept_for_who_served_and_the_last_word_counts(session, shop, arrived, stars):
    arrived.say()
    talk = session.scalars(select(Conversation)).one()
    agent = make_agent(session, shop, name="小林")
    assigning.take(session, acting_as(agent, shop), talk.id)

    assert stars(score=2, comment="等了很久").status_code == 204
    assert stars(score=5, comment="后来解决了").status_code == 204

    assert rated(session) == [(5, "后来解决了")]
    assert session.scalars(select(TalkRating.agent_id)).one() == agent.id
    told = select(EventRow.data["score"].as_integer()).where(EventRow.kind == "TalkRated")
    assert list(session.scalars(told.order_by(EventRow.id))) == [2, 5]


@pytest.mark.parametrize("score", [0, 6, "five", None])
def test_what_is_no_number_of_stars_is_refused_and_nothing_kept(session, arrived, stars, score):
    arrived.say()

    assert stars(score=score).status_code == 422
    assert rated(session) == []


def test_who_has_said_nothing_has_nothing_to_rate(session, stars):
    answer = stars(score=5)

    assert (answer.status_code, answer.json()["code"]) == (409, "NothingSaidYet")
    assert rated(session) == []


def test_nobody_rates_without_a_visit(session, arrived, client):
    arrived.say()

    assert client.put("/chat/rating", json={"score": 1}).status_code == 401
    assert rated(session) == []
