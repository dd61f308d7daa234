"""What shipping does when something happens below. Each is safe to run twice."""

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.events import on
from xiaoer.orders.events import OrderMoved, OrdersLoaded
from xiaoer.promises.events import PromiseBroken, PromiseWarned
from xiaoer.shipping import queries, service
from xiaoer.shipping.service.owing import KINDS
from xiaoer.shipping.service.reminding import ACK, KIND
from xiaoer.tasks.events import TaskAcknowledged


@on(OrdersLoaded)
def watch_loaded(session: Session, event: OrdersLoaded) -> None:
    assert event.shop_id
    ids = list(event.renewed)
    if event.first_id and event.last_id:
        ids += queries.created_between(session, event.shop_id, event.first_id, event.last_id)
    service.watch(session, event.shop_id, ids)


@on(OrderMoved, when=lambda event: not event.by_scan)
def watch_moved(session: Session, event: OrderMoved) -> None:
    assert event.shop_id
    service.watch(session, event.shop_id, [event.order_id])


@on(PromiseWarned, when=lambda event: event.kind in KINDS)
def warned(session: Session, event: PromiseWarned) -> None:
    service.tick(session, event.subject_id)


@on(PromiseBroken, when=lambda event: event.kind in KINDS)
def missed(session: Session, event: PromiseBroken) -> None:
    service.miss(session, event.subject_id, event.kind, event.due_at)


@on(TaskAcknowledged, when=lambda event: event.kind == KIND)
def acknowledged(session: Session, event: TaskAcknowledged) -> None:
    service.acknowledged(session, event.task_id, clock.now())


@on(PromiseBroken, when=lambda event: event.kind == ACK)
def unanswered(session: Session, event: PromiseBroken) -> None:
    service.escalate(session, event.subject_id)
