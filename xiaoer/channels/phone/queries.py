"""Calls an actor may see."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.channels.phone.errors import CallNotFound
from xiaoer.channels.phone.models import Call, CallDirection, Matter
from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.tasks.models import Task


class CallsShown(StrEnum):
    """Parts of the call book."""

    NOW = "now"
    MISSED = "missed"
    CALLBACKS = "callbacks"
    UNWRITTEN = "unwritten"
    ALL = "all"


_OPEN_CALLBACK = select(Task.id).where(Task.id == Call.callback_task_id, Task.ended_at.is_(None))
_MISSED = Call.ended_at.is_not(None) & Call.answered_at.is_(None)
_PARTS: dict[CallsShown, ColumnElement[bool] | None] = {
    CallsShown.NOW: Call.ended_at.is_(None),
    CallsShown.MISSED: _MISSED & (Call.direction == CallDirection.INBOUND),
    CallsShown.CALLBACKS: _OPEN_CALLBACK.exists(),
    CallsShown.UNWRITTEN: Call.answered_at.is_not(None) & Call.written_at.is_(None),
    CallsShown.ALL: None,
}


def visible_to(actor: Actor) -> Select[Call]:
    query = select(Call)
    return query if actor.all_shops else query.where(Call.shop_id.in_(actor.shop_ids))


def one(session: Session, actor: Actor, call_id: UUID, *, lock: bool = False) -> Call:
    """Strangers get 404."""
    query = visible_to(actor).where(Call.id == call_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    call = session.scalars(query).one_or_none()
    if call is None:
        raise CallNotFound
    return call


def listed(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    shown: CallsShown = CallsShown.ALL,
    direction: CallDirection | None = None,
    matter: Matter | None = None,
    customer_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Call], str | None]:
    """The newest first."""
    query = visible_to(actor)
    if (part := _PARTS[shown]) is not None:
        query = query.where(part)
    for column, wanted in (
        (Call.shop_id, shop_id),
        (Call.direction, direction),
        (Call.matter, matter),
        (Call.customer_id, customer_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if after:
        query = query.where(
            tuple_(Call.at, Call.id) < tuple_(*paging.keys(after, (datetime, UUID)))
        )
    found = session.scalars(query.order_by(Call.at.desc(), Call.id.desc()).limit(limit + 1)).all()
    page, more = found[:limit], len(found) > limit
    return page, paging.cursor(page[-1].at, page[-1].id) if more else None


def before(session: Session, call: Call, *, most: int = 20) -> list[UUID]:
    """Earlier calls with the same number, the newest first."""
    query = select(Call.id).where(
        Call.shop_id == call.shop_id, Call.number == call.number, Call.id != call.id
    )
    return list(session.scalars(query.order_by(Call.at.desc()).limit(most)))


def open_callbacks(session: Session, shop_id: UUID, call_ids: Collection[UUID]) -> Sequence[Task]:
    """What is still to be called back of these calls."""
    query = select(Task).where(
        Task.shop_id == shop_id,
        Task.subject_type == "call",
        Task.subject_id.in_(call_ids),
        Task.ended_at.is_(None),
    )
    return session.scalars(query).all()


def callbacks(session: Session, task_ids: Collection[UUID]) -> dict[UUID, Task]:
    return {task.id: task for task in session.scalars(select(Task).where(Task.id.in_(task_ids)))}


@dataclass(frozen=True)
class Figures:
    """The call book since a moment, in numbers; seconds are means, None of nothing."""

    inbound: int
    outbound: int
    missed: int
    complaints: int
    callbacks_open: int
    callbacks_late: int
    wait_sec: float | None
    talk_sec: float | None


def figures(session: Session, shop_id: UUID, *, since: datetime, now: datetime) -> Figures:
    inbound = Call.direction == CallDirection.INBOUND
    talked = func.extract("epoch", Call.ended_at - Call.answered_at)
    waited = func.extract("epoch", Call.answered_at - Call.at)
    calls = session.execute(
        select(
            func.count().filter(inbound).label("inbound"),
            func.count().filter(Call.direction == CallDirection.OUTBOUND).label("outbound"),
            func.count().filter(inbound & _MISSED).label("missed"),
            func.count().filter(Call.matter == Matter.COMPLAINT).label("complaints"),
            func.avg(waited).filter(inbound).label("wait_sec"),
            func.avg(talked).label("talk_sec"),
        ).where(Call.shop_id == shop_id, Call.at >= since)
    ).one()
    due = session.execute(
        select(
            func.count().label("callbacks_open"),
            func.count().filter(Task.due_at < now).label("callbacks_late"),
        ).where(Task.shop_id == shop_id, Task.subject_type == "call", Task.ended_at.is_(None))
    ).one()
    means = {
        name: None if (value := getattr(calls, name)) is None else round(float(value), 1)
        for name in ("wait_sec", "talk_sec")
    }
    return Figures(**{**calls._mapping, **due._mapping, **means})


def exported(session: Session, customer_id: UUID) -> list[dict[str, Any]]:
    """What the call book knows of a person, for that person."""
    query = select(Call).where(Call.customer_id == customer_id).order_by(Call.at)
    return [
        {
            "at": call.at,
            "direction": call.direction,
            "number": call.number,
            "seconds": call.seconds,
            "subject": call.subject,
            "result": call.result,
        }
        for call in session.scalars(query)
    ]
