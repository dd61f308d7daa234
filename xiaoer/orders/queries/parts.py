"""What belongs to one order: its lines, remarks and history."""

from collections.abc import Collection, Hashable, Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from xiaoer.core.events import EventRow
from xiaoer.core.prepared import among, prepared
from xiaoer.core.remembering import keep, remembered
from xiaoer.orders.models import OrderLine, OrderRemark

TIMELINE_EVENTS = 200


def lines(session: Session, order_id: UUID) -> list[OrderLine]:
    """In their order. Remembered within a verb: who adds lines forgets them."""

    def read() -> Sequence[OrderLine]:
        return _lines().all(session, orders=[order_id])

    return list(remembered(session, lines_key(order_id), read))


@prepared
def _lines() -> Select[OrderLine]:
    of_orders = OrderLine.order_id == among("orders")
    return select(OrderLine).where(of_orders).order_by(OrderLine.position)


def lines_key(order_id: UUID) -> Hashable:
    return "lines", order_id


def remarks(session: Session, order_id: UUID) -> list[OrderRemark]:
    """The newest first: what changed last is what the next person needs (MEM-3)."""
    query = select(OrderRemark).where(OrderRemark.order_id == order_id)
    return list(session.scalars(query.order_by(OrderRemark.id.desc())))


def history(session: Session, order_id: UUID) -> list[EventRow]:
    query = select(EventRow).where(EventRow.subject_id == order_id).order_by(EventRow.id.desc())
    return list(session.scalars(query.limit(TIMELINE_EVENTS)))[::-1]


def lines_ahead(session: Session, order_ids: Collection[UUID]) -> None:
    """The same for `lines`."""
    found: dict[UUID, list[OrderLine]] = {each: [] for each in order_ids}
    for line in _lines().all(session, orders=list(order_ids)):
        found[line.order_id].append(line)
    for order_id, lines_ in found.items():
        keep(session, lines_key(order_id), lines_)
