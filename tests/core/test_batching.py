"""Small jobs are done together, each as if it were alone."""

import pytest
from sqlalchemy import text

from xiaoer.core import batching, db, queue

did: list[list[int]] = []
afterwards: list[int] = []
bad: set[int] = set()


@queue.several("test.errand")
def errand(session, payloads):
    numbers = [each["number"] for each in payloads]
    did.append(numbers)
    for number in numbers:
        session.execute(text("INSERT INTO notes VALUES (:number)"), {"number": number})
        if number in bad:
            raise RuntimeError("the rope broke")
    return lambda: afterwards.extend(numbers)


@pytest.fixture
def house(fresh_database):
    did.clear()
    afterwards.clear()
    bad.clear()
    with db.transaction() as session:
        session.execute(text("CREATE TABLE notes (number int)"))
    yield
    with db.transaction() as session:
        session.execute(text("DROP TABLE notes"))


def leave(*numbers):
    with db.transaction() as session:
        queue.defer_many(session, "test.errand", [{"number": each} for each in numbers])


def noted():
    with db.transaction() as session:
        return sorted(session.scalars(text("SELECT number FROM notes")))


def left():
    with db.transaction() as session:
        rows = session.execute(text("SELECT payload, status::text, attempts FROM pgqueuer"))
        return [(row.status, row.attempts) for row in rows]


TASK = queue._several["test.errand"]


def test_those_that_are_due_share_a_transaction_and_are_gone(house):
    leave(1, 2, 3)
    assert batching.some(TASK) == 3
    assert did == [[1, 2, 3]]
    assert (noted(), afterwards, left()) == ([1, 2, 3], [1, 2, 3], [])
    assert batching.some(TASK) == 0


@queue.several("test.call")
def call(session, payloads):
    did.append([-each["number"] for each in payloads])
    return


def test_jobs_of_several_tasks_are_taken_in_one_look_and_done_task_by_task(house):
    leave(1, 2)
    with db.transaction() as session:
        queue.defer_many(session, "test.call", [{"number": 3}])
    assert batching.some(queue._several["test.call"], TASK) == 3
    assert did == [[-3], [1, 2]]
    assert (noted(), left()) == ([1, 2], [])


@queue.several("test.letter")
def letter(session, payloads):
    def fail():
        raise RuntimeError("the post is closed")

    return fail


def test_what_fails_after_the_commit_keeps_nobody_elses_from_being_done(house):
    leave(1)
    with db.transaction() as session:
        queue.defer_many(session, "test.letter", [{"number": 2}])
    assert batching.some(queue._several["test.letter"], TASK) == 2
    assert (noted(), afterwards, left()) == ([1], [1], [])


def test_no_more_than_so_many_at_once(house):
    leave(*range(batching.MOST + 5))
    assert batching.some(TASK) == batching.MOST
    assert batching.some(TASK) == 5


def test_one_that_fails_keeps_no_other_back_and_is_tried_later(house):
    bad.add(2)
    leave(1, 2, 3)
    batching.some(TASK)
    assert (noted(), afterwards) == ([1, 3], [1, 3])
    assert left() == [("queued", 1)]
    assert batching.some(TASK) == 0  # its pause is not over


def test_what_keeps_failing_is_held_for_people(house):
    bad.add(1)
    leave(1)
    for _ in range(queue.ATTEMPTS + 1):
        with db.transaction() as session:
            session.execute(text("UPDATE pgqueuer SET execute_after = now()"))
        batching.some(TASK)
    assert left() == [("failed", queue.ATTEMPTS + 1)]
    assert noted() == []


def test_what_somebody_else_does_is_left_alone(house):
    leave(1, 2)
    with db.transaction() as other:
        other.execute(text("SELECT id FROM pgqueuer ORDER BY id LIMIT 1 FOR UPDATE"))
        assert batching.some(TASK) == 1
    assert batching.some(TASK) == 1
    assert noted() == [1, 2]
