"""Points that were spent on an order go back with its refund, as points (aftersales.md A.6 d)."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.events import PointsReturned
from xiaoer.aftersales.models import CaseKind
from xiaoer.aftersales.rules import Amounts, UnitState
from xiaoer.aftersales.service.holding import Held, robot, told_of
from xiaoer.core import clock, events
from xiaoer.orders.models import Order, OrderLine
from xiaoer.tasks import service as tasks

RETURN_POINTS = "return_points"
WITHIN = timedelta(hours=24)


TAKES_UNITS = (CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)
"""Refunds after which a unit is done with; a price difference or a replacement is none."""


def points_of(
    order: Order,
    lines: Sequence[OrderLine],
    kind: CaseKind,
    units: Sequence[UnitState],
    amounts: Amounts,
) -> int:
    """Of the points that the source says were spent (`points`: {"used": …})."""
    if kind not in TAKES_UNITS:
        return 0
    used = int(order.facts.get("points", {}).get("used", 0))
    return rules.points_back(used, lines, units, amounts.units)


def give_back(session: Session, held: Held) -> None:
    """Once, when the money is there. Whoever keeps the points follows the event; the task is for
    the shop whose points are kept where nobody listens."""
    case = held.case
    if not case.points or case.points_at is not None:
        return
    case.points_at = clock.now()
    session.flush()
    events.emit(session, robot(), PointsReturned(**told_of(case), points=case.points))
    tasks.open_task(
        session,
        robot(),
        title=f"返还积分 {case.points} · 售后 {case.number}",
        kind=RETURN_POINTS,
        due_at=clock.now() + WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
