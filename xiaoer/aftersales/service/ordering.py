"""What a case does to its order: hold it back from shipping, end it, mark its lines."""

from collections import Counter
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import Case, CaseKind, Phase, UnitClaim
from xiaoer.aftersales.service.holding import Held
from xiaoer.core.auth import Actor
from xiaoer.orders import queries as order_queries
from xiaoer.orders import service as orders
from xiaoer.orders.models import LineStatus, OrderStatus

ALREADY_WRITTEN = {"autoflush": False}
"""For reads of what does not wait to be written."""


def hold_back(session: Session, boss: Actor, held: Held) -> None:
    """A refund before shipping keeps the goods in the warehouse, in the same transaction (I18).

    Every unit refunded: the order is called off. Some: it is held until the refund is done.
    """
    case, order = held.case, held.order
    if case.phase is not Phase.PRE_SHIP or case.kind is not CaseKind.REFUND_ONLY:
        return
    if order.status not in rules.UNSHIPPED:
        return
    if _nothing_left(session, held):
        orders.move(session, boss, order_id=order.id, status=OrderStatus.CANCELLED)
    elif order.status == OrderStatus.PAID:
        orders.move(session, boss, order_id=order.id, status=OrderStatus.HELD)


def after_refund(session: Session, boss: Actor, held: Held) -> None:
    """The money is back: lines are marked, an order held for it goes on without these units."""
    case, order = held.case, held.order
    if case.kind not in TAKE:
        return
    _mark_lines(session, order.id)
    if case.phase is Phase.PRE_SHIP and order.status == OrderStatus.HELD:
        if not _others_hold(session, case):
            orders.move(session, boss, order_id=order.id, status=OrderStatus.PAID)
    elif order.status in _CAN_CLOSE and _nothing_left(session, held):
        orders.move(session, boss, order_id=order.id, status=OrderStatus.CLOSED)


_CAN_CLOSE = frozenset(
    {
        OrderStatus.PART_SHIPPED,
        OrderStatus.SHIPPED,
        OrderStatus.IN_TRANSIT,
        OrderStatus.SIGNED,
        OrderStatus.COMPLETED,
        OrderStatus.REFUNDING,
    }
)


TAKE = (CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)


def _nothing_left(session: Session, held: Held) -> bool:
    """Whether refunds have taken every unit of the order."""
    case, order = held.case, held.order
    units = sum(line.quantity or 1 for line in order_queries.lines(session, order.id))
    if queries.past(session, order.id).only == case.id:  # its units are known, there are no others
        claims = queries.claims_of(session, case.id) if case.approved_cents > 0 else []
        return case.kind in TAKE and sum(each.held for each in claims) >= units
    taken = select(func.count()).select_from(UnitClaim).join(Case, Case.id == UnitClaim.case_id)
    query = taken.where(
        Case.order_id == order.id,
        UnitClaim.held,
        Case.kind.in_(TAKE),
        Case.approved_cents > 0,
    )
    return (session.scalar(query) or 0) >= units


def _others_hold(session: Session, case: Case) -> bool:
    query = select(Case.id).where(
        Case.order_id == case.order_id,
        Case.id != case.id,
        Case.ended_at.is_(None),
        Case.approved_cents > 0,
        Case.phase == Phase.PRE_SHIP,
    )
    return session.scalar(query.limit(1), execution_options=ALREADY_WRITTEN) is not None


def _mark_lines(session: Session, order_id: UUID) -> None:
    claims = queries.claims_on(session, order_id)
    gone = Counter(each.order_line_id for each in claims if each.consumed)
    for line in order_queries.lines(session, order_id):
        if gone[line.id] >= (line.quantity or 1):
            line.status = LineStatus.REFUNDED
