"""A version is run over past decisions before it is switched on.

The cases stay in PostgreSQL: the table is compiled to one statement, run slice by slice of the
period. What it would have cost is `rules.estimating`.
"""

import datetime as dt
import itertools
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Integer, Select, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, queue, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.policies import queries
from xiaoer.policies.errors import OutOfTime
from xiaoer.policies.events import ReplayFinished
from xiaoer.policies.models import Decision, DecisionOutcome, Replay, ReplayState
from xiaoer.policies.rules import content, vectorised, vocabulary
from xiaoer.policies.rules.estimating import SUMS, Group, report
from xiaoer.policies.rules.tables import Table

TASK = "policies.replay"
SLICES = 10
SHOWN_CHANGES = 200
FIRST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
LAST_YEAR = 2100
PERIOD = dt.timedelta(days=90)


def ask(
    session: Session,
    actor: Actor,
    version_id: UUID,
    *,
    shop_id: UUID,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
) -> Replay:
    """Run the version, as it is now, over the decisions of a shop in a period; in the worker."""
    actor.must(Permission.POLICIES_EDIT)
    _, version = queries.version(session, actor, version_id)
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)
    until = until or clock.now()
    begin = since if since is not None else max(until, FIRST) - PERIOD
    if not FIRST <= begin < until or until.year > LAST_YEAR:
        raise OutOfTime
    replay = Replay(
        shop_id=shop_id,
        version_id=version.id,
        content=version.content,
        since=begin,
        until=until,
        asked_by=actor.name,
    )
    session.add(replay)
    session.flush()
    queue.defer(session, TASK, {"replay_id": str(replay.id)})
    return replay


def slices(since: dt.datetime, until: dt.datetime) -> list[tuple[dt.datetime, dt.datetime]]:
    """The period in parts, so that progress shows and no statement takes long."""
    step = (until - since) / SLICES
    ends = [*(since + step * n for n in range(SLICES)), until]
    return list(itertools.pairwise(ends))


def count(session: Session, replay: Replay) -> int:
    table = content.read(replay.content)
    cases = _cases(table, replay.shop_id, replay.since, replay.until).subquery()
    return session.scalar(select(func.count()).select_from(cases)) or 0


def run_slice(
    session: Session, table: Table, shop_id: UUID, since: dt.datetime, until: dt.datetime
) -> tuple[list[Group], list[UUID]]:
    """How the cases of [since, until) group, and the first of those that would change."""
    cases = _cases(table, shop_id, since, until).subquery()
    judged = vectorised.over(table, cases).subquery()
    old, new = (
        _decision(judged.c.outcome, judged.c.outputs),
        _decision(judged.c.new_outcome, judged.c.new_outputs),
    )
    changed = _changed(table, judged.c)
    said = cast(judged.c.new_outputs["compensation_cents"].astext, BigInteger)
    before = cast(judged.c.outputs["compensation_cents"].astext, BigInteger)
    asked = cast(judged.c.facts["case.requested_cents"].astext, BigInteger)
    exact = case(
        (said.is_not(None), said),
        (judged.c.new_outputs["decision"].astext == "approve", asked),
        (judged.c.new_outputs["decision"].astext == "refuse", 0),
    )
    flat = (
        select(
            judged.c.id,
            judged.c.row.label("old_row"),
            old.label("old_decision"),
            judged.c.new_row,
            new.label("new_decision"),
            changed.label("changed"),
            judged.c.took_sec,
            func.coalesce(judged.c.refunded_cents, before).label("refunded_cents"),
            cast(judged.c.by_hand, Integer).label("by_hand"),
            cast(judged.c.disputed, Integer).label("disputed"),
            exact.label("exact_cents"),
        )
        .offset(0)
        .subquery()
    )
    keys = [flat.c[name] for name in ("old_row", "old_decision", "new_row", "new_decision")]
    rows = session.execute(_grouped(flat, [*keys, flat.c.changed])).mappings().all()
    ids = [one for row in rows for one in row["ids"] or []][:SHOWN_CHANGES]
    return [_group(row) for row in rows], ids


def _changed(table: Table, judged: Any) -> Any:
    """Whether the table would say something else. What the law raised, or said where the table is
    silent, it does again: that is no change. It is looked at only where the outputs differ."""
    old, new, law = judged.outputs, judged.new_outputs, judged.trace["floor"]
    rated = {name for name, term in vocabulary.outputs().items() if term.better}

    def other(name: str) -> Any:
        differs = old[name].is_distinct_from(new[name])
        if name not in rated:
            return differs
        filled = and_(new[name].is_(None), law.astext.is_not(None))
        return and_(differs, ~func.coalesce(law["raised"].contains([name]), False), ~filled)

    names = [*table.outputs, *(rated - set(table.outputs)), "items"]
    same = func.coalesce(old == new, False)
    return case((same, False), (new.is_(None), True), else_=or_(*map(other, names)))


def finish(session: Session, replay: Replay, groups: list[Group], ids: list[UUID]) -> None:
    """Write the report and say that it is there."""
    replay.report = report(groups)
    replay.changes = ids
    replay.state, replay.finished_at = ReplayState.DONE, clock.now()
    session.flush()
    events.emit(
        session,
        system(),
        ReplayFinished(
            shop_id=replay.shop_id,
            replay_id=replay.id,
            version_id=replay.version_id,
            cases=replay.report["cases"],
            changed=replay.report["changed"],
        ),
    )


_CASE: tuple[Any, ...] = (
    *(Decision.id, Decision.facts, Decision.row, Decision.outcome, Decision.outputs),
    Decision.trace,
    *(DecisionOutcome.took_sec, DecisionOutcome.refunded_cents),
    *(DecisionOutcome.by_hand, DecisionOutcome.disputed),
)


def _cases(table: Table, shop_id: UUID, since: dt.datetime, until: dt.datetime) -> Select[Any]:
    """Past decisions of this table with how they ended; overrides are people's, not the table's."""
    return (
        select(*_CASE)
        .outerjoin(DecisionOutcome, DecisionOutcome.decision_id == Decision.id)
        .where(
            Decision.shop_id == shop_id,
            Decision.table == table.name,
            Decision.at >= since,
            Decision.at < until,
            Decision.override_of.is_(None),
        )
    )


def _decision(outcome: Any, outputs: Any) -> Any:
    """`approve`, `approve/auto`, …; the outcome where the table decides nothing of the kind."""
    return func.concat_ws(
        "/",
        func.coalesce(outputs["decision"].astext, outcome),
        outputs["effect"].astext,
    )


def _grouped(flat: Any, keys: list[Any]) -> Select[Any]:
    known = flat.c.took_sec.is_not(None)
    counted = and_(known, flat.c.exact_cents.is_not(None))
    whole = {name: func.coalesce(func.sum(flat.c[name]), 0) for name in SUMS[2:6]}
    return select(
        *keys,
        func.count().label("cases"),
        func.count().filter(known).label("known"),
        *(cast(value, BigInteger).label(name) for name, value in whole.items()),
        cast(func.coalesce(func.sum(flat.c.exact_cents).filter(counted), 0), BigInteger).label(
            "exact_cents"
        ),
        func.count().filter(counted).label("exact"),
        cast(func.coalesce(func.sum(flat.c.refunded_cents).filter(counted), 0), BigInteger).label(
            "exact_before_cents"
        ),
        func.array_agg(flat.c.id).filter(flat.c.changed)[1:SHOWN_CHANGES].label("ids"),
    ).group_by(*keys)


def _group(row: Mapping[Any, Any]) -> Group:
    return Group(**{name: value for name, value in row.items() if name != "ids"})
