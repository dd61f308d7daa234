"""A promise made or released in one round trip leaves the same rows as the ordinary verbs."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.promises.factories import some_terms
from xiaoer.core import auth, clock, db
from xiaoer.core.ids import new_id
from xiaoer.promises import service
from xiaoer.promises.errors import DueInThePast
from xiaoer.promises.models import Promise, PromiseState

OWN = {"id", "subject_id"}


@pytest.fixture(autouse=True)
def place(fresh_database, frozen):
    """These really commit."""


@pytest.fixture
def shop_id():
    return new_id()


def in_an_hour(shop_id):
    now = clock.now()
    return some_terms(
        shop_id,
        due_at=now + timedelta(hours=1),
        warn_at=[now + timedelta(minutes=20), now + timedelta(minutes=40)],
        facts={"number": 7},
    )


def make_alone(terms):
    with db.transaction() as session:
        return service.make_alone(session, auth.system(), terms)


def make(terms):
    with db.transaction() as session:
        return service.make_many(session, auth.system(), [terms])[0]


def release_alone(terms):
    with db.transaction() as session:
        return service.release_alone(
            session,
            auth.system(),
            shop_id=terms.shop_id,
            subject_id=terms.subject_id,
            kind=terms.kind,
            reason="answered elsewhere",
        )


def release(terms):
    with db.transaction() as session:
        return service.release_for(
            session,
            auth.system(),
            shop_id=terms.shop_id,
            subject_id=terms.subject_id,
            kinds=[terms.kind],
            reason="answered elsewhere",
        )[0]


def row(promise_id):
    with db.transaction() as session:
        promise = session.get_one(Promise, promise_id)
        columns = [column.key for column in Promise.__table__.columns]
        return {key: getattr(promise, key) for key in columns if key not in OWN}


def promised():
    with db.transaction() as session:
        return session.scalar(select(func.count()).select_from(Promise))


def test_both_ways_make_and_release_the_same_row(shop_id, frozen):
    one, other = in_an_hour(shop_id), in_an_hour(shop_id)
    first, second = make_alone(one), make(other)
    assert row(first) == row(second)
    frozen(timedelta(minutes=5))
    alone, ordinary = release_alone(one), release(other)
    assert (alone.id, ordinary.id) == (first, second)
    assert alone.state is ordinary.state is PromiseState.RELEASED
    assert row(first) == row(second)


def test_what_is_owed_already_stands_as_it_is(shop_id):
    terms = in_an_hour(shop_id)
    before = row(make_alone(terms))
    assert make_alone(terms) is None
    assert promised() == 1
    assert before["ended_at"] is None


def test_nothing_owed_nothing_released(shop_id):
    assert release_alone(in_an_hour(shop_id)) is None


def test_one_that_is_due_ends_as_broken(shop_id, frozen):
    terms = in_an_hour(shop_id)
    make_alone(terms)
    frozen(timedelta(hours=1))
    assert release_alone(terms).state is PromiseState.BROKEN


def test_nobody_promises_for_the_past(shop_id):
    with pytest.raises(DueInThePast):
        make_alone(some_terms(shop_id, due_at=clock.now()))
    assert promised() == 0
