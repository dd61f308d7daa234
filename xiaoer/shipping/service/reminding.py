"""Warehouses and couriers are asked to hurry, answer, agree on a plan, and leave a lesson."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.shops import must_reach
from xiaoer.orders import service as orders
from xiaoer.orders.models import RemarkType
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.shipping import queries
from xiaoer.shipping.errors import NotWatched, ReminderClosed
from xiaoer.shipping.events import ReminderAnswered, ReminderClosedWith, ReminderEscalated
from xiaoer.shipping.models import (
    Cause,
    CourierDesk,
    Receiver,
    Reminder,
    ReminderOrder,
    ShipWatch,
    Warehouse,
)
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task

KIND = "ship_reminder"
ACK = "remind_ack"
ACK_WITHIN = timedelta(hours=2)
DONE_WITHIN = timedelta(hours=8)


@dataclass(frozen=True)
class _To:
    """Whom a reminder goes to."""

    receiver: Receiver
    warehouse_id: UUID | None
    courier: str
    name: str
    group_id: UUID | None
    lead_id: UUID | None


def remind(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    order_ids: Sequence[UUID],
    receiver: Receiver,
    note: str = "",
    ack_within: timedelta = ACK_WITHIN,
    done_within: timedelta = DONE_WITHIN,
) -> list[Reminder]:
    """Ask for one order or many in one act: one task for each warehouse or courier concerned.

    Nobody there to answer: it is the task of who asks, so that none is without an owner.
    """
    actor.must(Permission.SHIPPING_REMIND)
    must_reach(actor, shop_id)
    query = select(ShipWatch).where(ShipWatch.order_id.in_(order_ids), ShipWatch.shop_id == shop_id)
    watches = session.scalars(query.order_by(ShipWatch.order_id)).all()
    if len(watches) != len(set(order_ids)):
        raise NotWatched
    groups: dict[UUID | str | None, list[UUID]] = defaultdict(list)
    for watch in watches:
        key = watch.warehouse_id if receiver is Receiver.WAREHOUSE else watch.courier
        groups[key].append(watch.order_id)
    made = []
    for key, ids in groups.items():
        to = _receiver(session, shop_id, receiver, key)
        made.append(_send(session, actor, shop_id, to, ids, note, (ack_within, done_within)))
    return made


def _receiver(session: Session, shop_id: UUID, receiver: Receiver, key: UUID | str | None) -> _To:
    if receiver is Receiver.WAREHOUSE:
        place = session.get(Warehouse, key) if key else None
        if place is None:
            return _To(receiver, None, "", "", None, None)
        return _To(receiver, place.id, "", place.name, place.group_id, place.lead_id)
    desk = session.get(CourierDesk, (shop_id, str(key or "")))
    if desk is None:
        return _To(receiver, None, str(key or ""), str(key or ""), None, None)
    return _To(receiver, None, desk.courier, desk.courier, desk.group_id, desk.lead_id)


def _send(
    session: Session,
    actor: Actor,
    shop_id: UUID,
    to: _To,
    order_ids: Sequence[UUID],
    note: str,
    within: tuple[timedelta, timedelta],
) -> Reminder:
    now = clock.now()
    task = _task(session, actor, shop_id, to, order_ids, note, now + within[1])
    reminder = Reminder(
        shop_id=shop_id,
        task_id=task.id,
        receiver=to.receiver,
        warehouse_id=to.warehouse_id,
        courier=to.courier,
        note=note,
        sent_by=actor.name,
        ack_by=now + within[0],
    )
    session.add(reminder)
    session.flush()
    session.add_all(ReminderOrder(reminder_id=reminder.id, order_id=each) for each in order_ids)
    session.flush()
    terms = Terms(
        shop_id=shop_id,
        kind=ACK,
        subject_type="task",
        subject_id=task.id,
        due_at=reminder.ack_by,
        owner_agent_id=to.lead_id,
        owner_group_id=to.group_id,
    )
    promises.make_many(session, actor, [terms])
    return reminder


def _task(
    session: Session,
    actor: Actor,
    shop_id: UUID,
    to: _To,
    order_ids: Sequence[UUID],
    note: str,
    due_at: datetime,
) -> Task:
    return tasks.open_task(
        session,
        system(actor.name),
        title=f"催发货：{to.name or '未指定'} {len(order_ids)} 单",
        due_at=due_at,
        kind=KIND,
        shop_id=shop_id,
        description=note,
        subject_type="order" if len(order_ids) == 1 else None,
        subject_id=order_ids[0] if len(order_ids) == 1 else None,
        agent_id=None if to.group_id else to.lead_id or actor.id,
        group_id=to.group_id,
    )


def acknowledged(session: Session, task_id: UUID, at: datetime) -> None:
    """The receiver has seen it (the task was acknowledged)."""
    reminder = queries.reminder_of_task(session, task_id)
    if reminder is None or reminder.acknowledged_at is not None:
        return
    reminder.acknowledged_at = at
    promises.keep_for(
        session, system("shipping"), shop_id=reminder.shop_id, subject_id=task_id, kinds=[ACK]
    )
    session.flush()


def escalate(session: Session, task_id: UUID) -> None:
    """Nobody acknowledged it in time: it goes to the lead (PCK-5)."""
    reminder = queries.reminder_of_task(session, task_id)
    if reminder is None or reminder.acknowledged_at or reminder.escalated_at or reminder.closed_at:
        return
    lead = _lead(session, reminder)
    reminder.escalated_at = clock.now()
    session.flush()
    if lead is not None:
        tasks.reassign(session, system("shipping"), task_id, agent_id=lead, note="未在时限内确认")
    told = ReminderEscalated(
        shop_id=reminder.shop_id, reminder_id=reminder.id, task_id=task_id, lead_id=lead
    )
    events.emit(session, system("clock"), told)


def _lead(session: Session, reminder: Reminder) -> UUID | None:
    if reminder.warehouse_id is not None:
        return session.get_one(Warehouse, reminder.warehouse_id).lead_id
    desk = session.get(CourierDesk, (reminder.shop_id, reminder.courier))
    return desk.lead_id if desk else None


def answer(
    session: Session,
    actor: Actor,
    reminder_id: UUID,
    *,
    difficulty: str,
    proposed_at: datetime | None = None,
) -> Reminder:
    """The receiver says what is difficult and when it can be done; that is an acknowledgement."""
    actor.must(Permission.SHIPPING_ANSWER)
    reminder = _open(session, actor, reminder_id)
    reminder.difficulty, reminder.proposed_at = difficulty, proposed_at
    reminder.answered_by = actor.name
    acknowledged(session, reminder.task_id, clock.now())
    session.flush()
    told = ReminderAnswered(
        shop_id=reminder.shop_id,
        reminder_id=reminder.id,
        task_id=reminder.task_id,
        difficulty=difficulty,
        proposed_at=proposed_at,
    )
    events.emit(session, actor, told)
    return reminder


def agree(session: Session, actor: Actor, reminder_id: UUID, *, plan: str) -> Reminder:
    """Both sides agree on a plan; it is remarked on every order it is about (PCK-6)."""
    actor.must(Permission.SHIPPING_REMIND)
    reminder = _open(session, actor, reminder_id)
    reminder.plan, reminder.agreed_at = plan, clock.now()
    for order_id in queries.orders_of_reminder(session, reminder.id):
        orders.remark(session, actor, order_id=order_id, type=RemarkType.OTHER, text=plan)
    session.flush()
    return reminder


def close(
    session: Session,
    actor: Actor,
    reminder_id: UUID,
    *,
    cause: Cause,
    action: str,
    result: str,
    lesson: str = "",
) -> Reminder:
    """It is solved: why it happened, what was done, what came of it, what is learned (PCK-8)."""
    actor.must(Permission.SHIPPING_REMIND)
    reminder = _open(session, actor, reminder_id)
    reminder.cause, reminder.action, reminder.result = cause, action, result
    reminder.lesson, reminder.closed_at, reminder.closed_by = lesson, clock.now(), actor.name
    session.flush()
    promises.release_for(
        session,
        actor,
        shop_id=reminder.shop_id,
        subject_id=reminder.task_id,
        kinds=[ACK],
        reason="closed",
    )
    tasks.complete(session, system(actor.name), reminder.task_id, result=result)
    told = ReminderClosedWith(
        shop_id=reminder.shop_id, reminder_id=reminder.id, cause=cause.value, lesson=lesson
    )
    events.emit(session, actor, told)
    return reminder


def _open(session: Session, actor: Actor, reminder_id: UUID) -> Reminder:
    reminder = queries.reminder(session, actor, reminder_id, lock=True)
    if reminder.closed_at is not None:
        raise ReminderClosed
    return reminder
