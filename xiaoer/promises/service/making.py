"""Promises are made."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.reading import run
from xiaoer.core.remembering import remembered, remembers
from xiaoer.promises import queries, rules
from xiaoer.promises.errors import PromiseNotFound
from xiaoer.promises.events import PromiseMade
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.rules import Terms
from xiaoer.promises.service.calendars import hours_of

_INSERT = """
    INSERT INTO promises (id, shop_id, kind, subject_type, subject_id, owner_agent_id,
        owner_group_id, calendar_id, state, made_at, due_at, warn_at, warned, next_fire_at, facts)
    SELECT id, shop_id, kind, subject_type, subject_id, owner_agent_id,
        owner_group_id, calendar_id, 'open', %(now)s::timestamptz, due_at, warn_at, warned,
        next_fire_at, facts
    FROM jsonb_to_recordset(%(rows)s::jsonb) AS r(id uuid, shop_id uuid, kind text,
        subject_type text, subject_id uuid, owner_agent_id uuid, owner_group_id uuid,
        calendar_id uuid, due_at timestamptz, warn_at timestamptz[], warned int,
        next_fire_at timestamptz, facts jsonb)
    ON CONFLICT (shop_id, subject_id, kind) WHERE ended_at IS NULL DO NOTHING
    RETURNING id
"""


def terms(
    session: Session,
    *,
    shop_id: UUID,
    kind: str,
    subject_type: str,
    subject_id: UUID,
    seconds: float,
    warn_after: Sequence[float] = (),
    owner_agent_id: UUID | None = None,
    owner_group_id: UUID | None = None,
    calendar_id: UUID | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Terms:
    """Terms due `seconds` of business time from now, with warnings after `warn_after` seconds."""
    plan = rules.schedule(hours_of(session, calendar_id), clock.now(), seconds, warn_after)
    return Terms(
        shop_id=shop_id,
        kind=kind,
        subject_type=subject_type,
        subject_id=subject_id,
        due_at=plan.due_at,
        warn_at=plan.warn_at,
        owner_agent_id=owner_agent_id,
        owner_group_id=owner_group_id,
        calendar_id=calendar_id,
        facts=facts or {},
    )


def make(session: Session, actor: Actor, promised: Terms) -> Promise:
    """Promise it. While one of this kind is live for the subject, that one stands as it is."""
    actor.must(Permission.PROMISES_MANAGE)
    if not actor.reaches(promised.shop_id):
        raise PromiseNotFound
    make_many(session, actor, [promised], announce=True)
    promise = queries.live(session, promised.shop_id, promised.subject_id, promised.kind)
    assert promise is not None
    return promise


def make_many(
    session: Session, actor: Actor, promised: Sequence[Terms], *, announce: bool = False
) -> list[UUID]:
    """Promise all of it in one statement; the ids of those that were not owed already.

    Without `announce` no `PromiseMade` is written: on the path of a message the caller's own
    event tells of it, and the row keeps the time.
    """
    now = clock.now()
    rows = {ids.new_id(): each for each in sorted(promised, key=_lock_order)}
    made = [promise_id for (promise_id,) in run(session, _INSERT, _values(rows, now))]
    if announce:
        events.emit_many(session, actor, [_made(each, rows[each]) for each in made])
    return made


def make_first(session: Session, actor: Actor, promised: Terms) -> None:
    """The first of its kind for a subject that this very verb has made: nothing can be owed about
    it, so the promise is written along with the subject. Announced by the caller's own event."""
    if not remembers(session):
        make_many(session, actor, [promised])
        return
    now = clock.now()
    rules.check_due(promised.due_at, now)
    row = _row(ids.new_id(), promised, now) | {"state": PromiseState.OPEN, "made_at": now}
    made = Promise(**row)
    session.add(made)
    remembered(session, first_key(promised.subject_id), list[Promise]).append(made)


def first_key(subject_id: UUID) -> Hashable:
    """Whatever is owed about a subject, where the verb that made it promised it."""
    return "first promises", subject_id


def _values(rows: Mapping[UUID, Terms], now: datetime) -> dict[str, Any]:
    for each in rows.values():
        rules.check_due(each.due_at, now)
    written = [_row(promise_id, each, now) for promise_id, each in rows.items()]
    return {"now": now, "rows": orjson.dumps(written).decode()}


def _lock_order(each: Terms) -> tuple[int, int, str]:
    # two that promise the same things at once must not wait for one another
    return each.shop_id.int, each.subject_id.int, each.kind


def _row(promise_id: UUID, each: Terms, now: datetime) -> dict[str, Any]:
    warn_at = rules.warnings_before(each.due_at, each.warn_at)
    return {
        "id": promise_id,
        "shop_id": each.shop_id,
        "kind": each.kind,
        "subject_type": each.subject_type,
        "subject_id": each.subject_id,
        "owner_agent_id": each.owner_agent_id,
        "owner_group_id": each.owner_group_id,
        "calendar_id": each.calendar_id,
        "due_at": each.due_at,
        "warn_at": warn_at,
        "warned": sum(1 for warning in warn_at if warning <= now),
        "next_fire_at": rules.next_fire(each.due_at, warn_at, now),
        "facts": dict(each.facts),
    }


def _made(promise_id: UUID, each: Terms) -> PromiseMade:
    return PromiseMade(
        shop_id=each.shop_id,
        promise_id=promise_id,
        kind=each.kind,
        subject_type=each.subject_type,
        subject_id=each.subject_id,
        owner_agent_id=each.owner_agent_id,
        owner_group_id=each.owner_group_id,
        due_at=each.due_at,
        facts=dict(each.facts),
    )
