"""The clock of promises tells that a deadline is near or over: the watch follows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import system
from xiaoer.shipping import rules
from xiaoer.shipping.events import OrderOverlooked, ShipDeadlineMissed
from xiaoer.shipping.models import ShipWatch, Stage
from xiaoer.shipping.queries import has_label


def tick(session: Session, order_id: UUID) -> ShipWatch | None:
    """Set how near the deadline is by now; tell once that an order is overlooked."""
    watch = session.get(ShipWatch, order_id, with_for_update=True, populate_existing=True)
    if watch is None or watch.stage not in (Stage.OWED, Stage.MARKED):
        return watch
    now = clock.now()
    watch.urgency = rules.urgency_of(watch.stage, watch.due_at, watch.warn_hours, now)
    labels = 1 if has_label(session, order_id) else 0
    overlooked = rules.is_overlooked(watch.stage, watch.overlook_at, labels, now)
    if overlooked and not watch.overlooked:
        told = OrderOverlooked(
            shop_id=watch.shop_id, order_id=order_id, warehouse_id=watch.warehouse_id
        )
        events.emit(session, system("clock"), told)
    watch.overlooked = overlooked
    session.flush()
    return watch


def miss(session: Session, order_id: UUID, kind: str, due_at: datetime) -> None:
    """The deadline is over: say what it costs. Told again, it is not said twice."""
    watch = tick(session, order_id)
    if watch is None or kind in watch.missed_told:
        return
    watch.missed_told = [*watch.missed_told, kind]
    session.flush()
    told = ShipDeadlineMissed(
        shop_id=watch.shop_id,
        order_id=order_id,
        kind=kind,
        due_at=due_at,
        warehouse_id=watch.warehouse_id,
        courier=watch.courier,
        stage=watch.stage.value,
        complaint=watch.complaint,
        compensation_cents=watch.compensation_cents,
        compensation_form=watch.compensation_form,
    )
    events.emit(session, system("clock"), told)
