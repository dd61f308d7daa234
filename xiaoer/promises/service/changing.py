"""Promises stand still, move and change hands."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.promises import queries, rules
from xiaoer.promises.errors import NotLater, PromiseCannotMove, TellTheCustomerFirst
from xiaoer.promises.events import (
    PromiseExtended,
    PromiseHandedOver,
    PromisePaused,
    PromiseResumed,
)
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.rules import Schedule, Terms
from xiaoer.promises.service.calendars import hours_of
from xiaoer.promises.service.telling import common

_HAND_OVER = text("""
    WITH before AS (
        SELECT id, owner_agent_id, owner_group_id FROM promises
        WHERE shop_id = :shop AND subject_id = :subject AND ended_at IS NULL
          AND (CAST(:kinds AS varchar[]) IS NULL OR kind = ANY(:kinds))
          AND (owner_agent_id, owner_group_id) IS DISTINCT FROM
              (CAST(:agent AS uuid), CAST(:group AS uuid))
        ORDER BY id FOR UPDATE)
    UPDATE promises p SET owner_agent_id = :agent, owner_group_id = :group
    FROM before WHERE p.id = before.id
    RETURNING p.id, p.shop_id, p.kind, p.subject_type, p.subject_id, p.owner_agent_id,
        p.owner_group_id, p.due_at, p.facts, before.owner_agent_id AS from_agent_id,
        before.owner_group_id AS from_group_id
""")


_RESET = """
    UPDATE promises p SET due_at = t.due_at, warn_at = t.warn_at, warned = t.warned,
        next_fire_at = t.next_fire_at
    FROM (
        SELECT live.id, told.due_at, told.warn_at, told.warned, told.next_fire_at
        FROM jsonb_to_recordset(%(rows)s::jsonb) AS told(shop_id uuid, subject_id uuid, kind text,
            due_at timestamptz, warn_at timestamptz[], warned int, next_fire_at timestamptz)
        JOIN promises live USING (shop_id, subject_id, kind)
        WHERE live.state = 'open' AND live.due_at <> told.due_at
        ORDER BY live.id FOR UPDATE OF live
    ) AS t
    WHERE p.id = t.id
    RETURNING p.id
"""


def reset_many(session: Session, promised: Sequence[Terms]) -> int:
    """The rule that set these gives another time now; how many open ones moved. One statement.

    What was broken already stays so.
    """
    if not promised:
        return 0
    now = clock.now()
    rows = []
    for each in promised:
        rules.check_due(each.due_at, now)
        warn_at = rules.warnings_before(each.due_at, each.warn_at)
        rows.append(
            {
                "shop_id": each.shop_id,
                "subject_id": each.subject_id,
                "kind": each.kind,
                "due_at": each.due_at,
                "warn_at": warn_at,
                "warned": sum(1 for warning in warn_at if warning <= now),
                "next_fire_at": rules.next_fire(each.due_at, warn_at, now),
            }
        )
    values = {"rows": orjson.dumps(rows).decode()}
    return len(session.connection().exec_driver_sql(_RESET, values).all())


def pause(session: Session, actor: Actor, promise_id: UUID, *, reason: str) -> Promise:
    """Stop the clock; the business time that is left is kept."""
    actor.must(Permission.PROMISES_MANAGE)
    promise = _locked_open(session, actor, promise_id, PromiseState.PAUSED)
    now = clock.now()
    hours = hours_of(session, promise.calendar_id)
    left = rules.business_seconds_between(hours, now, promise.due_at)
    promise.state = PromiseState.PAUSED
    promise.paused_at, promise.remaining_sec, promise.next_fire_at = now, left, None
    told = PromisePaused(**common(promise), remaining_sec=left, reason=reason)
    session.flush()
    events.emit(session, actor, told)
    return promise


def resume(session: Session, actor: Actor, promise_id: UUID) -> Promise:
    """Let the clock run on with what was left."""
    actor.must(Permission.PROMISES_MANAGE)
    promise = queries.get(session, actor, promise_id, lock=True)
    if promise.state is not PromiseState.PAUSED:
        raise PromiseCannotMove(state=promise.state.value, to=PromiseState.OPEN.value)
    assert promise.remaining_sec is not None
    assert promise.paused_at is not None
    now = clock.now()
    plan = rules.moved(
        hours_of(session, promise.calendar_id),
        promise.warn_at,
        since=promise.paused_at,
        restart=now,
        remaining=promise.remaining_sec,
    )
    promise.state = PromiseState.OPEN
    promise.paused_at = promise.remaining_sec = None
    _rearm(promise, plan, now)
    session.flush()
    events.emit(session, actor, PromiseResumed(**common(promise)))
    return promise


def extend(
    session: Session,
    actor: Actor,
    promise_id: UUID,
    *,
    due_at: datetime,
    reason: str,
    customer_told: bool,
) -> Promise:
    """Promise a later time instead. Only with a reason, and only when the customer knows."""
    actor.must(Permission.PROMISES_MANAGE)
    if not customer_told or not reason.strip():
        raise TellTheCustomerFirst
    promise = _locked_open(session, actor, promise_id, PromiseState.OPEN)
    before = promise.due_at
    if due_at <= before:
        raise NotLater
    rules.check_due(due_at, clock.now())
    hours = hours_of(session, promise.calendar_id)
    _rearm(
        promise,
        rules.postponed(hours, promise.warn_at, before=before, due_at=due_at),
        clock.now(),
    )
    told = PromiseExtended(**common(promise), before=before, reason=reason)
    session.flush()
    events.emit(session, actor, told)
    return promise


def hand_over(
    session: Session,
    actor: Actor,
    promise_id: UUID,
    *,
    agent_id: UUID | None,
    group_id: UUID | None = None,
) -> Promise:
    """Somebody else owes it from now on."""
    actor.must(Permission.PROMISES_MANAGE)
    promise = queries.get(session, actor, promise_id, lock=True)
    if promise.ended_at is not None:
        raise PromiseCannotMove(state=promise.state.value, to=promise.state.value)
    from_agent_id, from_group_id = promise.owner_agent_id, promise.owner_group_id
    promise.owner_agent_id, promise.owner_group_id = agent_id, group_id
    told = PromiseHandedOver(
        **common(promise), from_agent_id=from_agent_id, from_group_id=from_group_id
    )
    session.flush()
    events.emit(session, actor, told)
    return promise


def hand_over_for(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    subject_id: UUID,
    agent_id: UUID | None,
    group_id: UUID | None = None,
    kinds: Sequence[str] | None = None,
    announce: bool = False,
) -> int:
    """All that is owed about the subject (of `kinds`) changes hands; how many did."""
    rows: Sequence[Any] = session.execute(
        _HAND_OVER,
        {
            "shop": shop_id,
            "subject": subject_id,
            "agent": agent_id,
            "group": group_id,
            "kinds": list(kinds) if kinds is not None else None,
        },
    ).all()
    if announce:
        told = [
            PromiseHandedOver(
                **common(row), from_agent_id=row.from_agent_id, from_group_id=row.from_group_id
            )
            for row in rows
        ]
        events.emit_many(session, actor, told)
    return len(rows)


def _locked_open(session: Session, actor: Actor, promise_id: UUID, then: PromiseState) -> Promise:
    """An open promise that is not due yet: when it is, it is broken, told or not."""
    promise = queries.get(session, actor, promise_id, lock=True)
    if promise.state is not PromiseState.OPEN:
        raise PromiseCannotMove(state=promise.state.value, to=then.value)
    if clock.now() >= promise.due_at:
        raise PromiseCannotMove(state=PromiseState.BROKEN.value, to=then.value)
    return promise


def _rearm(promise: Promise, plan: Schedule, now: datetime) -> None:
    promise.due_at, promise.warn_at = plan.due_at, list(plan.warn_at)
    promise.warned = sum(1 for each in plan.warn_at if each <= now)
    promise.next_fire_at = rules.next_fire(plan.due_at, plan.warn_at, now)
