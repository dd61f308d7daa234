"""Events, jobs and their place in the caller's transaction."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from xiaoer.core import db, events, queue
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


class TestEmit:
    def test_writes_the_fact_and_wakes_its_listeners(self, session, run_jobs):
        heard.clear()
        lantern = new_id()

        events.emit(session, system(), LanternLit(shop_id=None, lantern_id=lantern))

        row = session.scalars(select(EventRow).where(EventRow.subject_id == lantern)).one()
        assert row.kind == "LanternLit"
        assert row.topics == [f"lantern:{lantern}"]
        assert run_jobs() == 1
        assert heard == [lantern]

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
