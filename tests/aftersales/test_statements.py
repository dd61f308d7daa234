"""What a refund costs the database, step by step: no step may grow unseen."""

import orjson
import pytest
from sqlalchemy import text

from tests.aftersales.factories import lines_of
from xiaoer.aftersales.models import Case, CaseState
from xiaoer.core import events, queue
from xiaoer.core.ids import new_id
from xiaoer.payments.models import Movement
from xiaoer.payments.service import submitting
from xiaoer.policies.service import switches

ASKED, SHOWN_AGAIN = 13, 13
JOBS = {"tell_moved": 10, "watch_moved": 9, "settled": 11}


@pytest.fixture
def ask(client, shopper, make, session):
    """A shopper asks for an unshipped order's money; the automation agrees at once."""

    def asked(order, key):
        body = {
            "kind": "refund_only",
            "reason": "no_longer_needed",
            "lines": [{"order_line_id": str(each.id), "qty": 1} for each in order_lines[order.id]],
        }
        path = f"/chat/aftersales/orders/{order.id}/cases"
        answer = client.post(path, json=body, headers={"Idempotency-Key": str(key)})
        assert answer.status_code == 201, answer.text
        return answer.json()

    order_lines = {}

    def made():
        order = make()
        order_lines[order.id] = lines_of(session, order)
        return order

    asked.order = made
    return asked


def test_asking_and_agreeing_at_once(ask, desk, session, count_statements, monkeypatch):
    monkeypatch.setattr(switches, "COUNTED_SEC", 3600)  # else a slow machine counts once more
    desk.switch("unshipped_refund_only")
    ask(ask.order(), new_id())  # compiles the tables
    order, key = ask.order(), new_id()
    with count_statements(session) as seen:
        told = ask(order, key)
    assert told["state"] == CaseState.REFUND_PROCESSING
    assert len(seen) == ASKED
    events = [each for each in seen if "INSERT INTO events" in each]
    assert len(events) == 1
    with count_statements(session) as seen:
        assert ask(order, key)["id"] == told["id"]
    assert len(seen) == SHOWN_AGAIN


def test_what_the_worker_does_for_it(ask, desk, session, count_statements):
    desk.switch("unshipped_refund_only")
    first, second = ask.order(), ask.order()
    ask(first, new_id())
    desk.work()
    told = ask(second, new_id())
    costs = jobs_of(session, count_statements)
    movement = session.query(Movement).filter_by(reason_ref=told["id"]).one()
    order = submitting.claim(session, movement.id, (movement.state,))
    submitting.record(session, desk.actor, movement.id, submitting.call(*order))
    session.flush()
    costs |= jobs_of(session, count_statements)
    assert costs == JOBS


def jobs_of(session, count_statements):
    """By reaction, the statements that each job took; what goes to the provider is left."""
    session.flush()
    rows = session.execute(
        text("DELETE FROM pgqueuer WHERE entrypoint = 'deliver' RETURNING id, entrypoint, payload")
    ).all()
    costs = {}
    for row in sorted(rows):
        payload = orjson.loads(row.payload)
        session.expunge_all()
        with count_statements(session) as seen:
            queue.perform(session, row.entrypoint, payload)
            session.flush()
        costs[payload["handler"].rpartition(".")[2]] = len(seen)
    return costs


def test_money_of_many_cases_is_followed_together(ask, desk, session, count_statements):
    desk.switch("unshipped_refund_only")
    asked = [ask(ask.order(), new_id())["id"] for _ in range(3)]
    jobs_of(session, count_statements)
    moved = session.query(Movement).filter(Movement.reason_ref.in_(asked)).all()
    for each in moved:
        order = submitting.claim(session, each.id, (each.state,))
        submitting.record(session, desk.actor, each.id, submitting.call(*order))
    session.flush()
    rows = session.execute(
        text("DELETE FROM pgqueuer WHERE entrypoint = 'deliver' RETURNING payload")
    )
    settled = [orjson.loads(row.payload) for row in rows]
    settled = [each for each in settled if each["handler"].endswith(".settled")]
    assert len(settled) == 3
    session.expunge_all()
    with count_statements(session) as seen:
        events.deliver(session, settled)
        session.flush()
    # what is read of each alone: whether another case holds its order back
    assert len(seen) == JOBS["settled"] + 2
    states = {case.state for case in session.query(Case).filter(Case.id.in_(asked))}
    assert states == {CaseState.COMPLETED}
