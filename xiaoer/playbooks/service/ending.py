"""How a run ends, and how the platform judged what was contested."""

import datetime as dt
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.playbooks import queries
from xiaoer.playbooks.errors import (
    NotContested,
    NotOnABranch,
    ResultNotHere,
    RuledAlready,
    RunGoesOn,
)
from xiaoer.playbooks.events import PlaybookFinished, PlaybookRuled
from xiaoer.playbooks.models import PlaybookRun, Ruling
from xiaoer.playbooks.service.proving import checklist, must_be_complete
from xiaoer.playbooks.service.telling import common, going


def finish(
    session: Session,
    actor: Actor,
    run_id: UUID,
    *,
    result: str,
    note: str = "",
    cost_cents: int | None = None,
    by_itself: bool = False,
) -> PlaybookRun:
    """End the run with one of its branch's results; to contest takes the evidence (DSP-26).

    `cost_cents`: what this end costs the shop, in its currency, where the caller knows.
    `by_itself`: the room that owns the subject tells what came about; nobody chose it.
    """
    actor.must(Permission.PLAYBOOKS_RUN)
    run, book = going(session, actor, run_id)
    if run.branch is None:
        raise NotOnABranch
    ends = book.branches[run.branch].results
    if result not in ends or (book.results[result].by_itself and not by_itself):
        raise ResultNotHere(branch=run.branch, result=result)
    if book.results[result].proved:
        must_be_complete(session, run)
    missing = [each.item.code for each in checklist(session, run) if each.blocks]
    run.finished_at, run.finished_by_name = clock.now(), actor.name
    run.result, run.note, run.cost_cents, run.step = result, note, cost_cents, None
    session.flush()
    told = PlaybookFinished(
        **common(run),
        result=result,
        note=note,
        seconds=int((run.finished_at - run.started_at).total_seconds()),
        cost_cents=cost_cents,
        missing=missing,
    )
    events.emit(session, actor, told)
    return run


def rule(
    session: Session,
    actor: Actor,
    run_id: UUID,
    *,
    ruling: Ruling,
    note: str = "",
    cost_cents: int | None = None,
    appeal_until: dt.datetime | None = None,
) -> PlaybookRun:
    """Record how the platform judged a contested run, and until when an appeal is possible.

    Without `appeal_until` the days of the playbook count; against a case won there is no appeal.
    """
    actor.must(Permission.PLAYBOOKS_APPEAL)
    run = queries.run(session, actor, run_id, lock=True)
    if run.result is None:
        raise RunGoesOn
    ended = queries.book(session, run).results[run.result]
    if not ended.contests:
        raise NotContested
    if run.ruling is not None:
        raise RuledAlready
    run.ruling, run.ruled_at = ruling, clock.now()
    if cost_cents is not None:
        run.cost_cents = cost_cents
    if ruling is not Ruling.WON:
        days = dt.timedelta(days=ended.appeal_days)
        run.appeal_until = appeal_until or run.ruled_at + days
    session.flush()
    told = PlaybookRuled(
        **common(run), ruling=ruling.value, note=note, appeal_until=run.appeal_until
    )
    events.emit(session, actor, told)
    return run
