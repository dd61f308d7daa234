"""Reminders an actor may see, lessons, and the places whose people they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.shipping.errors import ReminderNotFound
from xiaoer.shipping.models import Cause, CourierDesk, Reminder, ReminderOrder, Warehouse
from xiaoer.workforce.models import GroupMember

LISTED = 200


@dataclass(frozen=True)
class Reach:
    """The warehouses and couriers a person answers for; the view of shipping ends there (PCK-7)."""

    warehouse_ids: frozenset[UUID]
    couriers: frozenset[str]


def reach(session: Session, actor: Actor) -> Reach | None:
    """None: everything in the actor's shops. People of warehouses and couriers, who answer and do
    not remind, see what concerns the places of their groups."""
    if actor.may(Permission.SHIPPING_REMIND) or not actor.may(Permission.SHIPPING_ANSWER):
        return None
    groups = select(GroupMember.group_id).where(GroupMember.agent_id == actor.id)
    places = select(Warehouse.id).where(
        or_(Warehouse.group_id.in_(groups), Warehouse.lead_id == actor.id)
    )
    desks = select(CourierDesk.courier).where(
        or_(CourierDesk.group_id.in_(groups), CourierDesk.lead_id == actor.id)
    )
    return Reach(frozenset(session.scalars(places)), frozenset(session.scalars(desks)))


def reminders_visible_to(session: Session, actor: Actor) -> Select[Reminder]:
    query = select(Reminder)
    if not actor.all_shops:
        query = query.where(Reminder.shop_id.in_(actor.shop_ids))
    mine = reach(session, actor)
    if mine is None:
        return query
    return query.where(
        or_(
            false(),
            Reminder.warehouse_id.in_(mine.warehouse_ids),
            (Reminder.courier != "") & Reminder.courier.in_(mine.couriers),
        )
    )


def reminder(session: Session, actor: Actor, reminder_id: UUID, *, lock: bool = False) -> Reminder:
    query = reminders_visible_to(session, actor).where(Reminder.id == reminder_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise ReminderNotFound
    return found


def reminder_of_task(session: Session, task_id: UUID) -> Reminder | None:
    query = select(Reminder).where(Reminder.task_id == task_id).with_for_update()
    return session.scalars(query).one_or_none()


def orders_of_reminder(session: Session, reminder_id: UUID) -> Sequence[UUID]:
    query = select(ReminderOrder.order_id).where(ReminderOrder.reminder_id == reminder_id)
    return session.scalars(query.order_by(ReminderOrder.order_id)).all()


def reminders(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    closed: bool = False,
    order_id: UUID | None = None,
) -> list[tuple[Reminder, int]]:
    """Reminders with how many orders each is about; open ones by when they must be acknowledged."""
    count = select(func.count()).where(ReminderOrder.reminder_id == Reminder.id).scalar_subquery()
    query = reminders_visible_to(session, actor).where(Reminder.shop_id == shop_id)
    query = query.where(Reminder.closed_at.is_not(None) if closed else Reminder.closed_at.is_(None))
    if order_id is not None:
        about = select(ReminderOrder.reminder_id).where(ReminderOrder.order_id == order_id)
        query = query.where(Reminder.id.in_(about))
    order = Reminder.id.desc() if closed else Reminder.ack_by
    rows = session.execute(query.add_columns(count).order_by(order).limit(LISTED))
    return [(row[0], row[1]) for row in rows]


def lessons(
    session: Session, actor: Actor, *, shop_id: UUID, q: str = "", cause: Cause | None = None
) -> tuple[Sequence[Reminder], dict[Cause, int]]:
    """What was learned, the newest first, and how often each cause came up (PCK-9)."""
    query = reminders_visible_to(session, actor).where(
        Reminder.shop_id == shop_id, Reminder.closed_at.is_not(None)
    )
    if q:
        words = [Reminder.lesson, Reminder.action, Reminder.result, Reminder.difficulty]
        query = query.where(or_(*(each.icontains(q, autoescape=True) for each in words)))
    counted = query.with_only_columns(Reminder.cause, func.count()).group_by(Reminder.cause)
    causes = {Cause(str(found)): int(count) for found, count in session.execute(counted)}
    if cause is not None:
        query = query.where(Reminder.cause == cause)
    return session.scalars(query.order_by(Reminder.closed_at.desc()).limit(LISTED)).all(), causes
