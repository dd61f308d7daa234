"""Delays: found or foreseen, told to customers, answered by them, and followed until shipped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, String, bindparam, func, select, text, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.core.prepared import among, prepared
from xiaoer.core.shops import must_reach
from xiaoer.notices import service as notices
from xiaoer.orders.models import Order
from xiaoer.shipping.errors import DelayReasonNeeded, NotWatched
from xiaoer.shipping.events import DelayBlamed, DelaysPredicted, DelayTold, ShipDeadlineMissed
from xiaoer.shipping.models import OPEN_STAGES, Cause, ShipDelay, ShipWatch, Threat, Warehouse
from xiaoer.shipping.service import owning, wording
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task

FORESEEN, LATE = "delay_warning", "delay_notice"
WITHIN = {FORESEEN: timedelta(hours=4), LATE: timedelta(hours=2)}
"""So soon customers are to be told."""
OWN = (Threat.NO_STOCK, Threat.BACKLOG)
"""What only the shop can be the cause of."""

_OPEN = text("""
INSERT INTO ship_delays (id, shop_id, order_id, warehouse_id, courier, threat, expected_at,
    missed_at, task_id, cause, opened_at)
SELECT d.id, w.shop_id, w.order_id, w.warehouse_id, w.courier, w.threat, w.expected_at, :missed,
    :task, w.cause, :now
FROM ship_watches w JOIN unnest(CAST(:ids AS uuid[]), CAST(:orders AS uuid[])) AS d(id, order_id)
    ON d.order_id = w.order_id
WHERE w.stage IN ('owed', 'marked')
ON CONFLICT (order_id) WHERE ended_at IS NULL DO UPDATE
    SET missed_at = coalesce(ship_delays.missed_at, excluded.missed_at)
RETURNING id, order_id, (xmax = 0) AS fresh
""")


def _open(
    session: Session, order_ids: Sequence[UUID], *, task_id: UUID | None, missed: datetime | None
) -> list[Any]:
    asked = {
        "ids": [ids.new_id() for _ in order_ids],
        "orders": list(order_ids),
        "task": task_id,
        "missed": missed,
        "now": clock.now(),
    }
    return list(session.execute(_OPEN, asked))


def foresee(session: Session, event: DelaysPredicted) -> None:
    """Orders will be late: whoever cares for customers is to warn them, in one task (SHP-3)."""
    assert event.shop_id
    still = _owed(session, event.order_ids)
    if still:
        title = f"预计延迟，请告知客户：{_place(session, event.warehouse_id)}"
        task_id = _task(session, event.shop_id, FORESEEN, title, event.warehouse_id)
        _open(session, still, task_id=task_id, missed=None)


def late(session: Session, event: ShipDeadlineMissed) -> None:
    """A deadline has passed: the customer is to be told, and whose fault it was to be said. What
    only the shop can have caused is its own without asking."""
    assert event.shop_id
    if not _owed(session, [event.order_id]):
        return
    title = f"已超时，请告知客户：{_place(session, event.warehouse_id)}"
    task_id = _task(session, event.shop_id, LATE, title, event.warehouse_id)
    _open(session, [event.order_id], task_id=task_id, missed=event.due_at)
    delay = current(session, event.order_id)
    if delay is not None and delay.cause is None and delay.threat in OWN:
        _blame(session, system("shipping"), delay, Cause.MERCHANT)
    elif delay is not None and delay.cause is Cause.MERCHANT:
        _announce(session, system("shipping"), delay)


def _owed(session: Session, order_ids: Sequence[UUID]) -> list[UUID]:
    query = select(ShipWatch.order_id).where(
        ShipWatch.order_id.in_(order_ids), ShipWatch.stage.in_(OPEN_STAGES)
    )
    return list(session.scalars(query.order_by(ShipWatch.order_id)))


def _place(session: Session, warehouse_id: UUID | None) -> str:
    found = session.get(Warehouse, warehouse_id) if warehouse_id else None
    return found.name if found else "未指定仓库"


def _task(
    session: Session, shop_id: UUID, kind: str, title: str, warehouse_id: UUID | None
) -> UUID:
    return owning.task_about(
        session,
        shop_id=shop_id,
        kind=kind,
        title=title,
        due_at=clock.now() + WITHIN[kind],
        subject=("warehouse", warehouse_id) if warehouse_id else None,
        owner=owning.care(session, shop_id),
    ).id


def current(session: Session, order_id: UUID, *, lock: bool = False) -> ShipDelay | None:
    """The delay of the order that is not over."""
    query = select(ShipDelay).where(ShipDelay.order_id == order_id, ShipDelay.ended_at.is_(None))
    if lock:
        query = query.with_for_update()
    return session.scalars(query, execution_options={"populate_existing": True}).one_or_none()


@dataclass(frozen=True)
class Telling:
    """What became of telling many: delays told of, and orders whose customer cannot be told."""

    told: list[ShipDelay]
    unreached: dict[UUID, str]


def tell(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    order_ids: Sequence[UUID],
    cause: Cause,
    reason: str,
    expected_at: datetime,
) -> Telling:
    """Tell the customers of these orders why it takes longer and until when (SHP-4), whose delay
    it is with it (SHP-8). Told again it is a new notice. Those without a way to be told are named.
    """
    actor.must(Permission.SHIPPING_DELAY)
    must_reach(actor, shop_id)
    if not reason.strip() or expected_at <= clock.now():
        raise DelayReasonNeeded
    query = select(ShipWatch.order_id).where(
        ShipWatch.order_id.in_(order_ids), ShipWatch.shop_id == shop_id
    )
    if len(set(session.scalars(query))) != len(set(order_ids)):
        raise NotWatched
    _open(session, _owed(session, order_ids), task_id=None, missed=None)
    done = Telling([], {})
    for order_id in sorted(set(order_ids)):
        delay = current(session, order_id, lock=True)
        if delay is None:
            continue
        delay.reason, delay.expected_at = reason, expected_at
        refusal = _notify(session, actor, delay)
        if refusal:
            done.unreached[order_id] = refusal
        else:
            done.told.append(delay)
        if delay.cause is not cause:
            _blame(session, actor, delay, cause)
    session.flush()
    _finish(session, {each.task_id for each in done.told if each.task_id})
    return done


def _notify(session: Session, actor: Actor, delay: ShipDelay) -> str:
    """Why the customer could not be told; nothing when they were."""
    order = session.get_one(Order, delay.order_id)
    if order.customer_id is None:
        return "订单没有关联顾客"
    assert delay.expected_at
    language, zone = wording.language_and_zone(session, order)
    try:
        with session.begin_nested():
            notice = notices.notify(
                session,
                system(actor.name),
                customer_id=order.customer_id,
                template_code=wording.DELAY,
                facts={
                    "order_no": order.order_no,
                    "reason": delay.reason,
                    "until": wording.moment(delay.expected_at, zone, language),
                },
                channels=wording.CHANNELS,
                locale=language,
                subject_type="order",
                subject_id=order.id,
            )
    except DeskError as refusal:
        return refusal.sentence("zh")
    delay.notice_id, delay.told_at, delay.told_by = notice.id, clock.now(), actor.name
    session.flush()
    told = DelayTold(
        shop_id=delay.shop_id,
        order_id=delay.order_id,
        delay_id=delay.id,
        reason=delay.reason,
        expected_at=delay.expected_at,
    )
    events.emit(session, actor, told)
    return ""


def blame(session: Session, actor: Actor, *, delay_id: UUID, cause: Cause) -> ShipDelay:
    """Say whose the delay is (SHP-8)."""
    actor.must(Permission.SHIPPING_DELAY)
    delay = one(session, actor, delay_id)
    _blame(session, actor, delay, cause)
    return delay


def _blame(session: Session, actor: Actor, delay: ShipDelay, cause: Cause) -> None:
    delay.cause = cause
    session.execute(
        update(ShipWatch).where(ShipWatch.order_id == delay.order_id).values(cause=cause)
    )
    session.flush()
    _announce(session, actor, delay)


def _announce(session: Session, actor: Actor, delay: ShipDelay) -> None:
    assert delay.cause
    told = DelayBlamed(
        shop_id=delay.shop_id,
        order_id=delay.order_id,
        delay_id=delay.id,
        cause=delay.cause.value,
        missed_at=delay.missed_at,
    )
    events.emit(session, actor, told)


def one(session: Session, actor: Actor, delay_id: UUID) -> ShipDelay:
    """A delay of the actor's shops, locked. Raises `NotWatched`."""
    found = session.scalars(
        select(ShipDelay).where(ShipDelay.id == delay_id).with_for_update(),
        execution_options={"populate_existing": True},
    ).one_or_none()
    if found is None or not actor.reaches(found.shop_id):
        raise NotWatched
    return found


def end(session: Session, order_ids: Sequence[UUID], why: str) -> None:
    """They are shipped, or nothing is owed any more: their delays are over (SHP-6)."""
    over = _ending().all(session, orders=list(order_ids), now=clock.now(), why=why)
    _finish(session, {each.task_id for each in over if each.task_id})


@prepared
def _ending() -> ReturningUpdate[ShipDelay]:
    now, why = bindparam("now", type_=DateTime(timezone=True)), bindparam("why", type_=String())
    return (
        update(ShipDelay)
        .where(ShipDelay.order_id == among("orders"), ShipDelay.ended_at.is_(None))
        .values(ended_at=now, ended_why=why)
        .returning(ShipDelay)
    )


def _finish(session: Session, task_ids: set[UUID]) -> None:
    """A task whose customers were all told, or need not be, is done."""
    for task_id in sorted(task_ids):
        left = session.scalar(
            select(func.count()).where(
                ShipDelay.task_id == task_id,
                ShipDelay.ended_at.is_(None),
                ShipDelay.told_at.is_(None),
            )
        )
        if not left:
            task = session.get_one(Task, task_id, with_for_update=True)
            if not task.ended:
                tasks.complete(session, system("shipping"), task_id, result="都已告知或已发出")
