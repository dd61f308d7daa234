"""Promises are kept, or released."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.prepared import among, prepared
from xiaoer.core.reading import run
from xiaoer.core.remembering import known, remembered
from xiaoer.promises import queries, rules
from xiaoer.promises.errors import PromiseCannotMove
from xiaoer.promises.events import PromiseKept, PromiseReleased
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.service.making import first_key
from xiaoer.promises.service.telling import common

# rules.settled_as, said in SQL so that the row's newest version decides
_KEEP = """
    UPDATE promises SET
        state = CASE WHEN state = 'paused' OR (state = 'open' AND %(now)s < due_at)
                     THEN 'kept' ELSE 'late' END,
        kept_at = %(now)s, ended_at = %(now)s, next_fire_at = NULL, remaining_sec = NULL
    WHERE shop_id = %(shop)s AND subject_id = %(subject)s AND kind = ANY(%(kinds)s)
        AND ended_at IS NULL
    RETURNING id, shop_id, kind, subject_type, subject_id, owner_agent_id, owner_group_id,
        state, made_at, due_at, facts
"""
_RELEASE = """
    UPDATE promises SET
        state = CASE WHEN state = 'broken' OR (state = 'open' AND %(now)s >= due_at)
                     THEN 'broken' ELSE 'released' END,
        ended_at = %(now)s, next_fire_at = NULL, remaining_sec = NULL
    WHERE shop_id = %(shop)s AND subject_id = %(subject)s AND kind = ANY(%(kinds)s)
        AND ended_at IS NULL
    RETURNING id, shop_id, kind, subject_type, subject_id, owner_agent_id, owner_group_id,
        state, made_at, due_at, facts
"""
_KEEP_MANY = """
    UPDATE promises p SET
        state = CASE WHEN p.state = 'paused' OR t.at < p.due_at THEN 'kept' ELSE 'late' END,
        kept_at = t.at, ended_at = %(now)s, next_fire_at = NULL, remaining_sec = NULL
    FROM (
        SELECT live.id, told.at FROM jsonb_to_recordset(%(rows)s::jsonb)
            AS told(shop_id uuid, subject_id uuid, kind text, at timestamptz)
        JOIN promises live USING (shop_id, subject_id, kind)
        WHERE live.ended_at IS NULL
        ORDER BY live.id FOR UPDATE OF live
    ) AS t
    WHERE p.id = t.id
    RETURNING p.id, p.shop_id, p.kind, p.subject_type, p.subject_id, p.owner_agent_id,
        p.owner_group_id, p.state, p.made_at, p.due_at, p.facts
"""


_TOLD = (
    *("id", "shop_id", "kind", "subject_type", "subject_id", "owner_agent_id", "owner_group_id"),
    *("state", "made_at", "due_at", "facts"),
)
"""What both statements return, in this order."""


@dataclass(frozen=True)
class Proved:
    """What was owed is shown to have been done at `at`, which may lie before we heard of it."""

    shop_id: UUID
    subject_id: UUID
    kind: str
    at: datetime


@dataclass(frozen=True)
class Settled:
    """A promise that has just ended."""

    id: UUID
    shop_id: UUID
    kind: str
    subject_type: str
    subject_id: UUID
    owner_agent_id: UUID | None
    owner_group_id: UUID | None
    state: PromiseState
    made_at: datetime
    due_at: datetime
    facts: dict[str, Any]


def keep(session: Session, actor: Actor, promise_id: UUID) -> Promise:
    """It is done: KEPT before due, LATE from then on."""
    actor.must(Permission.PROMISES_MANAGE)
    promise = queries.get(session, actor, promise_id, lock=True)
    now = clock.now()
    then = rules.settled_as(promise.state, promise.due_at, now)
    _check_live(promise, then)
    promise.kept_at = now
    _end(promise, then, now)
    session.flush()  # what is asked of a subject is said in SQL of our own, which would not see it
    late = then is PromiseState.LATE
    events.emit(session, actor, PromiseKept(**common(promise), late=late))
    return promise


def keep_for(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    subject_id: UUID,
    kinds: Sequence[str],
    announce: bool = False,
) -> list[Settled]:
    """What was owed about the subject is done; nothing owed, nothing happens. One statement.

    Without `announce` no `PromiseKept` is written: the caller's own event tells of it.
    """
    first: list[Promise] | None = known(session, first_key(subject_id))
    if first is not None:
        return _keep_first(session, actor, first, kinds, announce=announce)
    ended = _settle(session, _KEEP, shop_id, subject_id, kinds)
    if announce:
        told = [PromiseKept(**common(each), late=each.state is PromiseState.LATE) for each in ended]
        events.emit_many(session, actor, told)
    return ended


def read_ahead(session: Session, subject_ids: Collection[UUID]) -> None:
    """Lock what is owed about subjects that a verb goes on to settle one by one."""
    owed = {each: remembered(session, first_key(each), list[Promise]) for each in subject_ids}
    for each in _owed().all(session, subjects=list(subject_ids)):
        owed[each.subject_id].append(each)


@prepared
def _owed() -> Select[Promise]:
    about = Promise.subject_id == among("subjects")
    query = select(Promise).where(about, Promise.ended_at.is_(None)).order_by(Promise.id)
    return query.with_for_update()


def _keep_first(
    session: Session, actor: Actor, first: list[Promise], kinds: Sequence[str], *, announce: bool
) -> list[Settled]:
    """What was promised about a subject in the verb that made it, or that has it locked."""
    now = clock.now()
    live = [each for each in first if each.ended_at is None and each.kind in kinds]
    for each in live:
        each.kept_at = now
        _end(each, rules.settled_as(each.state, each.due_at, now), now)
    if announce:
        told = [PromiseKept(**common(each), late=each.state is PromiseState.LATE) for each in live]
        events.emit_many(session, actor, told)
    return [Settled(**{name: getattr(each, name) for name in _TOLD}) for each in live]


def keep_proved(session: Session, proved: Sequence[Proved]) -> list[Settled]:
    """Somebody else's record, like a courier's scan, tells when each was done. One statement.

    What was done before it was due is KEPT, even when our clock had told of a breach before the
    news came; the breach stays readable in `broken_at`. What is not owed is passed over, and
    nothing is announced: the caller's own events tell of it.
    """
    if not proved:
        return []
    rows = [vars(each) for each in proved]
    values = {"now": clock.now(), "rows": orjson.dumps(rows).decode()}
    return [_settled(row) for row in run(session, _KEEP_MANY, values)]


def release_many(
    session: Session, *, shop_id: UUID, subject_ids: Sequence[UUID], kinds: Sequence[str]
) -> list[Settled]:
    """Nothing of these kinds is owed about any of the subjects any more. One statement."""
    if not subject_ids:
        return []
    asked_for = _asked(shop_id, subject_ids[0], kinds) | {"subjects": list(subject_ids)}
    statement = _RELEASE.replace("subject_id = %(subject)s", "subject_id = ANY(%(subjects)s)")
    return [_settled(row) for row in run(session, statement, asked_for)]


def release(session: Session, actor: Actor, promise_id: UUID, *, reason: str) -> Promise:
    """It is no longer owed. One that was broken, or due already, ends as BROKEN."""
    actor.must(Permission.PROMISES_MANAGE)
    promise = queries.get(session, actor, promise_id, lock=True)
    now = clock.now()
    if promise.ended_at is not None:
        raise PromiseCannotMove(state=promise.state.value, to=PromiseState.RELEASED.value)
    overdue = promise.state is PromiseState.OPEN and now >= promise.due_at
    broken = overdue or promise.state is PromiseState.BROKEN
    _end(promise, PromiseState.BROKEN if broken else PromiseState.RELEASED, now)
    session.flush()
    told = PromiseReleased(**common(promise), reason=reason, broken=broken)
    events.emit(session, actor, told)
    return promise


def release_for(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    subject_id: UUID,
    kinds: Sequence[str],
    reason: str,
    announce: bool = False,
) -> list[Settled]:
    """Nothing of these kinds is owed about the subject any more. One statement."""
    ended = _settle(session, _RELEASE, shop_id, subject_id, kinds)
    if announce:
        told = [
            PromiseReleased(**common(each), reason=reason, broken=each.state is PromiseState.BROKEN)
            for each in ended
        ]
        events.emit_many(session, actor, told)
    return ended


def _settle(
    session: Session, statement: str, shop_id: UUID, subject_id: UUID, kinds: Sequence[str]
) -> list[Settled]:
    if known(session, first_key(subject_id)) is not None:
        session.flush()  # what was promised in this verb waits to be written
    asked_for = _asked(shop_id, subject_id, kinds)
    return [_settled(row) for row in run(session, statement, asked_for)]


def _asked(shop_id: UUID, subject_id: UUID, kinds: Sequence[str]) -> dict[str, Any]:
    return {"now": clock.now(), "shop": shop_id, "subject": subject_id, "kinds": list(kinds)}


def _settled(row: Sequence[Any]) -> Settled:
    told = dict(zip(_TOLD, row, strict=True))
    return Settled(**{**told, "state": PromiseState(told["state"])})


def _check_live(promise: Promise, then: PromiseState) -> None:
    if promise.ended_at is not None:
        raise PromiseCannotMove(state=promise.state.value, to=then.value)
    rules.check_move(promise.state, then)


def _end(promise: Promise, state: PromiseState, now: datetime) -> None:
    promise.state = state
    promise.ended_at = now
    promise.next_fire_at = None
    promise.remaining_sec = None
