"""A version is run over past decisions before it is switched on.

The cases stay in PostgreSQL: the table is compiled to one statement, run slice by slice of the
period. What a case would have cost in time, hands and disputes had it been decided otherwise is
estimated by the cases that were decided that way (same decision and effect); amounts are exact
where the tables say them.
"""

import datetime as dt
import itertools
from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
from xiaoer.policies.rules.tables import Table

TASK = "policies.replay"
SLICES = 10
SHOWN_CHANGES = 200
FIRST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
LAST_YEAR = 2100
PERIOD = dt.timedelta(days=90)


@dataclass
class Group:
    """Cases that were decided in one way and would be in another."""

    old_row: str | None
    old_decision: str
    new_row: str | None
    new_decision: str
    changed: bool
    cases: int = 0
    known: int = 0
    """Of them, those whose end is known; the sums below are theirs."""
    took_sec: int = 0
    refunded_cents: int = 0
    by_hand: int = 0
    disputed: int = 0
    exact_cents: int = 0
    """What the new table says is paid, of the cases in `exact`."""
    exact: int = 0
    exact_before_cents: int = 0

    @property
    def key(self) -> tuple[Any, ...]:
        return self.old_row, self.old_decision, self.new_row, self.new_decision, self.changed

    def add(self, other: "Group") -> None:
        for name in _SUMS:
            setattr(self, name, getattr(self, name) + getattr(other, name))


_SUMS = (
    *("cases", "known", "took_sec", "refunded_cents", "by_hand", "disputed"),
    *("exact_cents", "exact", "exact_before_cents"),
)


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
    if not actor.reaches(shop_id):
        raise shops.ShopNotFound(shop=shop_id)
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


def merged(groups: list[Group]) -> list[Group]:
    """Groups of several slices as one, the largest first."""
    found: dict[tuple[Any, ...], Group] = {}
    for group in groups:
        if group.key in found:
            found[group.key].add(group)
        else:
            found[group.key] = group
    return sorted(found.values(), key=lambda group: -group.cases)


def report(groups: list[Group]) -> dict[str, Any]:
    """Before and after, over the cases whose end is known; `no_basis` could not be estimated."""
    groups = merged(groups)
    known = sum(group.known for group in groups)
    after = {"took_sec": 0.0, "by_hand": 0.0, "disputed": 0.0, "refunded_cents": 0.0}
    no_basis = 0
    for group in groups:
        basis = _basis(group, groups)
        if basis is None:
            no_basis += group.known
            basis = group
        for name in ("took_sec", "by_hand", "disputed"):
            share = getattr(basis, name) / basis.known if basis.known else 0.0
            after[name] += share * group.known
        after["refunded_cents"] += _refunded(group)
    before = {name: sum(getattr(group, name) for group in groups) for name in after}
    return {
        "cases": sum(group.cases for group in groups),
        "changed": sum(group.cases for group in groups if group.changed),
        "known": known,
        "no_basis": no_basis,
        "before": _figures(before, known),
        "after": _figures(after, known),
        "groups": [asdict(group) for group in groups],
    }


def _basis(group: Group, groups: list[Group]) -> Group | None:
    """The cases decided before as `group` would be now: what its future looks like."""
    if not group.changed or group.old_decision == group.new_decision:
        return group
    alike = [each for each in groups if each.old_decision == group.new_decision and each.known]
    if not alike:
        return None
    basis = Group(None, group.new_decision, None, group.new_decision, False)
    for each in alike:
        basis.add(each)
    return basis


def _refunded(group: Group) -> int:
    """What would be paid: as the table says where it does, otherwise as it was."""
    if not group.changed:
        return group.refunded_cents
    return group.refunded_cents - group.exact_before_cents + group.exact_cents


def _figures(sums: Mapping[str, float], known: int) -> dict[str, Any]:
    return {
        "average_sec": round(sums["took_sec"] / known) if known else None,
        "by_hand": round(sums["by_hand"]),
        "disputed": round(sums["disputed"]),
        "refunded_cents": round(sums["refunded_cents"]),
    }


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
    whole = {name: func.coalesce(func.sum(flat.c[name]), 0) for name in _SUMS[2:6]}
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
