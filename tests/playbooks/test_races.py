"""Two people at one run, with real commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from tests.playbooks.factories import make_run, make_subject
from xiaoer.core import auth, db, shops
from xiaoer.playbooks import queries, service
from xiaoer.playbooks.errors import StepPassed
from xiaoer.playbooks.models import PlaybookRun

pytestmark = pytest.mark.slow


@pytest.fixture
def shop_id(fresh_database):
    with db.transaction() as session:
        return shops.add(session, auth.system(), code="teahouse", name="茶楼").id


def at_once(*acts):
    """What each act gave or raised, run together."""
    gate = Barrier(len(acts))

    def run(act):
        gate.wait()
        try:
            with db.transaction() as session:
                return act(session)
        except StepPassed as refused:
            return refused

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_two_answers_to_one_step_one_counts(shop_id):
    with db.transaction() as session:
        run_id = make_run(session, shop_id, facts={}).id

    def answer(code):
        return lambda session: service.take_step(
            session, auth.system(), run_id, step="goods", answer=code
        )

    ended = at_once(answer("received"), answer("returned"))
    assert sum(isinstance(each, StepPassed) for each in ended) == 1
    with db.transaction() as session:
        taken = queries.steps(session, run_id, undone=True)
        run = queries.run(session, auth.system(), run_id)
        assert len(taken) == 1
        assert run.step == {"received": "claim", "returned": "back"}[taken[0].answer]


def test_of_eight_starts_one_begins(shop_id):
    subject = make_subject(shop_id)
    ids = at_once(*[lambda s: make_run(s, shop_id, subject=subject).id] * 8)
    assert len(set(ids)) == 1
    with db.transaction() as session:
        assert session.scalar(select(func.count()).select_from(PlaybookRun)) == 1
