"""Calling back: a task with a promised time, ended by the call that keeps it (RCP-4)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.phone import queries
from xiaoer.channels.phone.errors import CallbackPromised
from xiaoer.channels.phone.events import CallbackSet
from xiaoer.channels.phone.models import Call, CallDirection
from xiaoer.channels.phone.service.telling import common
from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.customers import rules as customers
from xiaoer.tasks import service as tasks

KIND = "callback"


def call_back(
    session: Session, actor: Actor, call_id: UUID, *, due_at: datetime, note: str = ""
) -> Call:
    """Promise the customer a call by `due_at`; whoever promises makes it. Raises
    `CallbackPromised` while an earlier promise is open, and `DueInThePast`."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    call = queries.one(session, actor, call_id, lock=True)
    if queries.open_callbacks(session, call.shop_id, [call.id]):
        raise CallbackPromised
    promise(session, actor, call, due_at=due_at, note=note, agent_id=actor.id)
    return call


def promise(
    session: Session,
    actor: Actor,
    call: Call,
    *,
    due_at: datetime,
    note: str = "",
    agent_id: UUID | None = None,
) -> None:
    """The task of it: somebody's own, or for whoever takes it first."""
    task = tasks.open_task(
        session,
        actor,
        title=f"回电 {customers.mask_phone(call.number)}".strip(),
        description=note or call.subject,
        kind=KIND,
        due_at=due_at,
        shop_id=call.shop_id,
        subject_type="call",
        subject_id=call.id,
        agent_id=agent_id,
    )
    call.callback_task_id = task.id
    session.flush()
    told = CallbackSet(**common(call), task_id=task.id, due_at=due_at)
    events.emit(session, actor, told)


def withdraw(session: Session, call: Call, *, reason: str) -> None:
    """It turned out that nobody has to be called."""
    for task in queries.open_callbacks(session, call.shop_id, [call.id]):
        tasks.cancel(session, system("phone"), task.id, reason=reason)


def keep(session: Session, actor: Actor, call: Call) -> None:
    """They have talked since: what was promised to this number is done, whoever called."""
    if not (call.number and call.answered_at):
        return
    earlier = queries.before(session, call)
    words = "已回电" if call.direction is CallDirection.OUTBOUND else "对方又打来并接通"
    for task in queries.open_callbacks(session, call.shop_id, earlier):
        tasks.complete(session, system(actor.name or "phone"), task.id, result=words)
