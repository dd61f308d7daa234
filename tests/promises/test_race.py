"""Two clocks and a keep at one instant: one outcome, told once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from sqlalchemy import func, select

from tests.promises.factories import some_terms
from xiaoer.core import auth, clock, db
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises import service
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.service import fire_due

ROUNDS = 25


def test_two_clocks_and_a_keep_agree_on_one_outcome(fresh_database, frozen):
    shop_id = new_id()
    for _ in range(ROUNDS):
        subject = new_id()
        with db.transaction() as session:
            due_at = clock.now() + timedelta(minutes=1)
            terms = some_terms(shop_id, subject_id=subject, due_at=due_at)
            service.make_many(session, auth.system(), [terms])
        frozen(timedelta(minutes=1))
        gate = Barrier(3)

        def fire(gate=gate):
            gate.wait()
            with db.transaction() as session:
                return fire_due(session).broken

        def keep(gate=gate, subject=subject):
            gate.wait()
            with db.transaction() as session:
                return service.keep_for(
                    session,
                    auth.system(),
                    shop_id=shop_id,
                    subject_id=subject,
                    kinds=["reply"],
                    announce=True,
                )

        with ThreadPoolExecutor(3) as pool:
            clocks = [pool.submit(fire), pool.submit(fire)]
            (settled,) = pool.submit(keep).result()
            broken = sum(each.result() for each in clocks)

        assert settled.state is PromiseState.LATE
        with db.transaction() as session:
            promise = session.get_one(Promise, settled.id)
            told = session.scalars(
                select(EventRow.kind).where(EventRow.subject_id == subject)
            ).all()
        assert promise.state is PromiseState.LATE
        assert promise.ended_at == promise.kept_at
        assert (promise.broken_at is not None) == (broken == 1)
        assert sorted(told) == ["PromiseBroken"] * broken + ["PromiseKept"]


def test_many_clocks_fire_each_promise_once(fresh_database, frozen):
    shop_id, number = new_id(), 1200
    with db.transaction() as session:
        terms = [some_terms(shop_id) for _ in range(number)]
        service.make_many(session, auth.system(), terms)
    frozen(timedelta(minutes=3))

    def work(_):
        fired = 0
        for _ in range(20):
            with db.transaction() as session:
                fired += fire_due(session).broken
        return fired

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == number
    with db.transaction() as session:
        told = session.scalar(
            select(func.count()).select_from(EventRow).where(EventRow.kind == "PromiseBroken")
        )
    assert told == number


def test_made_twice_at_once_is_made_once(fresh_database):
    terms = [some_terms(new_id()) for _ in range(5)]
    gate = Barrier(4)

    def make(number):
        gate.wait()
        with db.transaction() as session:
            shuffled = terms[::-1] if number % 2 else terms
            return len(service.make_many(session, auth.system(), shuffled))

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(make, range(4))) == len(terms)
