"""What shipping does when something happens below. Each is safe to run twice."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.events import on, on_many
from xiaoer.notices.service import bring_words
from xiaoer.orders.events import OrderMoved, OrderRemarked, OrdersLoaded
from xiaoer.promises.events import PromiseBroken, PromiseWarned
from xiaoer.shipping import queries, service
from xiaoer.shipping.events import (
    DelaysPredicted,
    ParcelMoved,
    ParcelRegistered,
    ParcelStalled,
    ShipDeadlineMissed,
)
from xiaoer.shipping.models import Node, Standstill
from xiaoer.shipping.service import (
    announcing,
    delaying,
    duties,
    pursuing,
    troubling,
    wording,
)
from xiaoer.shipping.service.announcing import OF_NODE, News
from xiaoer.shipping.service.owing import KINDS
from xiaoer.shipping.service.reminding import ACK, KIND
from xiaoer.tasks.events import TaskAcknowledged, TaskDone

bring_words(wording.shipped())


@on(OrdersLoaded)
def watch_loaded(session: Session, event: OrdersLoaded) -> None:
    assert event.shop_id
    ids = list(event.renewed)
    if event.first_id and event.last_id:
        ids += queries.created_between(session, event.shop_id, event.first_id, event.last_id)
    service.watch(session, event.shop_id, ids)


@on_many(OrderMoved, when=lambda event: not event.by_scan)
def watch_moved(session: Session, events: Sequence[OrderMoved]) -> None:
    of_shop: dict[UUID, dict[UUID, None]] = {}
    for event in events:
        assert event.shop_id
        of_shop.setdefault(event.shop_id, {})[event.order_id] = None
    for shop_id, order_ids in of_shop.items():
        service.watch(session, shop_id, list(order_ids))


@on(PromiseWarned, when=lambda event: event.kind in KINDS)
def warned(session: Session, event: PromiseWarned) -> None:
    service.tick(session, event.subject_id)


@on(PromiseBroken, when=lambda event: event.kind in KINDS)
def missed(session: Session, event: PromiseBroken) -> None:
    service.miss(session, event.subject_id, event.kind, event.due_at)


@on(DelaysPredicted)
def foresee(session: Session, event: DelaysPredicted) -> None:
    delaying.foresee(session, event)


@on(ShipDeadlineMissed)
def late(session: Session, event: ShipDeadlineMissed) -> None:
    delaying.late(session, event)


@on_many(ParcelMoved, when=lambda event: event.node in (*troubling.FOUND, Node.SIGNED))
def trouble(session: Session, events: Sequence[ParcelMoved]) -> None:
    for event in events:
        if event.node != Node.SIGNED:
            troubling.found(session, event)
    troubling.arrived(session, [each.parcel_id for each in events if each.node == Node.SIGNED])


@on(ParcelStalled, when=lambda event: event.standstill != Standstill.UNSCANNED)
def stands_still(session: Session, event: ParcelStalled) -> None:
    troubling.found(session, event)


@on(ParcelStalled, when=lambda event: event.standstill != Standstill.STALLED)
def does_not_move(session: Session, event: ParcelStalled) -> None:
    announcing.offer_refund(session, event.parcel_id)


@on(PromiseBroken, when=lambda event: event.kind == pursuing.FOLLOW)
def not_followed(session: Session, event: PromiseBroken) -> None:
    troubling.overdue(session, event.subject_id)


@on(ParcelRegistered, when=lambda event: announcing.fresh(event.labelled_at))
def announce_shipped(session: Session, event: ParcelRegistered) -> None:
    announcing.by_rule(session, {event.parcel_id: News.SHIPPED})


@on_many(ParcelMoved, when=lambda event: event.node in OF_NODE and announcing.fresh(event.at))
def announce_moved(session: Session, events: Sequence[ParcelMoved]) -> None:
    announcing.by_rule(session, {each.parcel_id: OF_NODE[Node(each.node)] for each in events})


@on(OrderRemarked, when=duties.concerns)
def duty(session: Session, event: OrderRemarked) -> None:
    duties.assign(session, event)


@on(TaskAcknowledged, when=lambda event: event.kind == duties.KIND)
def seen(session: Session, event: TaskAcknowledged) -> None:
    duties.acknowledged(session, event.task_id, event.assignee_agent_id)


@on(TaskDone, when=lambda event: event.kind == duties.KIND)
def acted_on(session: Session, event: TaskDone) -> None:
    duties.acknowledged(session, event.task_id, event.assignee_agent_id)


@on(TaskAcknowledged, when=lambda event: event.kind == KIND)
def acknowledged(session: Session, event: TaskAcknowledged) -> None:
    service.acknowledged(session, event.task_id, clock.now())


@on(PromiseBroken, when=lambda event: event.kind == ACK)
def unanswered(session: Session, event: PromiseBroken) -> None:
    service.escalate(session, event.subject_id)
