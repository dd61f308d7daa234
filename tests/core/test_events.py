"""Events, jobs and their place in the caller's transaction."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from xiaoer.core import clock, db, events, queue
from xiaoer.core.auth import system
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id

heard: list[UUID] = []


@dataclass(frozen=True, kw_only=True)
class LanternLit(events.Event):
    subject_field = "lantern_id"

    lantern_id: UUID

    def topics(self) -> list[str]:
        return [f"lantern:{self.lantern_id}"]


@events.on(LanternLit)
def remember(_session, event: LanternLit) -> None:
    heard.append(event.lantern_id)


@dataclass(frozen=True, kw_only=True)
class LanternMoved(events.Event):
    lantern_id: UUID
    floor: int


@events.on(LanternMoved, when=lambda event: event.floor == 1)
def remember_move(_session, event: LanternMoved) -> None:
    heard.append(event.lantern_id)


def test_a_reaction_is_registered_for_one_kind_only():
    """Its name is in jobs that wait: a second kind would be read as the first."""
    with pytest.raises(ValueError, match="one kind of event"):
        events.on(LanternMoved)(remember)


class TestEmit:
    def test_no_job_is_left_for_who_does_not_care(self, session, run_jobs):
        heard.clear()
        near, far = new_id(), new_id()
        told = [
            LanternMoved(shop_id=None, lantern_id=each, floor=floor)
            for each, floor in ((far, 2), (near, 1))
        ]
        events.emit_many(session, system(), told)
        assert session.scalar(text("SELECT count(*) FROM pgqueuer")) == 1
        assert run_jobs() == 1
        assert heard == [near]

    def test_writes_the_fact_and_wakes_its_listeners(self, session, run_jobs):
        heard.clear()
        lantern = new_id()

        events.emit(session, system(), LanternLit(shop_id=None, lantern_id=lantern))

        row = session.scalars(select(EventRow).where(EventRow.subject_id == lantern)).one()
        assert row.kind == "LanternLit"
        assert row.topics == [f"lantern:{lantern}"]
        assert run_jobs() == 1
        assert heard == [lantern]

    def test_many_are_one_statement_with_their_jobs_in_their_order(
        self, session, run_jobs, count_statements
    ):
        heard.clear()
        lanterns = [new_id() for _ in range(20)]
        told = [LanternLit(shop_id=None, lantern_id=each) for each in lanterns]
        with count_statements(session) as seen:
            events.emit_many(session, system(), told)
        assert len(seen) == 1
        rows = session.scalars(select(EventRow).order_by(EventRow.id.desc()).limit(20)).all()
        assert [each.subject_id for each in rows] == lanterns[::-1]
        assert rows[0].topics == [f"lantern:{lanterns[-1]}"]
        assert rows[0].data["lantern_id"] == str(lanterns[-1])
        assert run_jobs() == 20
        assert heard == lanterns

    def test_event_and_job_go_with_the_transaction(self, fresh_database):
        with db.transaction() as session:
            events.emit(session, system(), LanternLit(shop_id=None, lantern_id=new_id()))
            assert session.scalar(text("SELECT count(*) FROM pgqueuer")) == 1
            session.rollback()
        with db.transaction() as session:
            assert session.scalar(text("SELECT count(*) FROM pgqueuer")) == 0
            assert session.scalar(select(func.count()).select_from(EventRow)) == 0


def test_an_unknown_task_is_refused_at_once(session):
    with pytest.raises(LookupError):
        queue.defer(session, "no such task")


@pytest.mark.parametrize("away", [timedelta(days=-400), timedelta(days=400)])
def test_a_frozen_clock_says_when_jobs_are_due(session, run_jobs, away):
    heard.clear()
    with clock.freeze(clock.now() + away):
        events.emit(session, system(), LanternLit(shop_id=None, lantern_id=new_id()))
        assert run_jobs() == 1
        lit = {
            "handler": f"{__name__}.remember",
            "event": {"shop_id": None, "lantern_id": new_id()},
        }
        queue.defer(session, "deliver", lit, run_at=clock.now() + timedelta(hours=1))
        assert run_jobs() == 0
        clock.advance(timedelta(hours=1))
        assert run_jobs() == 1


class TestTogether:
    def test_facts_of_a_block_are_one_statement_in_their_order(self, session, count_statements):
        lanterns = [new_id() for _ in range(3)]
        with count_statements(session) as seen, events.together(session):
            for lantern in lanterns:
                with events.together(session):
                    light(session, lantern)
            session.flush()
            assert len(seen) == 0
        assert len(seen) == 1
        told = session.scalars(select(EventRow.subject_id).order_by(EventRow.id)).all()
        assert told == lanterns
        assert session.scalar(text("SELECT count(*) FROM pgqueuer")) == 3

    def test_what_a_savepoint_undid_is_not_told(self, session):
        kept, inner, undone = new_id(), new_id(), new_id()
        with events.together(session):
            light(session, kept)
            with pytest.raises(LookupError), session.begin_nested():  # noqa: PT012
                with session.begin_nested():
                    light(session, inner)
                light(session, undone)
                raise LookupError
        assert session.scalars(select(EventRow.subject_id)).all() == [kept]

    def test_a_block_that_fails_tells_nothing(self, session):
        with pytest.raises(LookupError), events.together(session):  # noqa: PT012
            light(session, new_id())
            raise LookupError
        assert session.scalar(select(func.count()).select_from(EventRow)) == 0
        light(session, new_id())
        assert session.scalar(select(func.count()).select_from(EventRow)) == 1


def light(session, lantern):
    events.emit(session, system(), LanternLit(shop_id=None, lantern_id=lantern))
