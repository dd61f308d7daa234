"""Stock for replacements: set aside when an exchange is agreed to, until it leaves or ends."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.models import Case, CaseKind, CaseState
from xiaoer.catalog import service as catalog
from xiaoer.core import clock
from xiaoer.core.auth import Actor, system
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

SHIP = "ship_replacement"


def reserve(session: Session, actor: Actor, case: Case) -> None:
    """Keep what the exchange will need (FM2-4). Raises `OutOfStock`."""
    if case.kind is not CaseKind.EXCHANGE:
        return
    wanted: Counter[UUID] = Counter()
    for line in queries.lines_of(session, case.id):
        if line.replacement_sku_id is not None:
            wanted[line.replacement_sku_id] += line.qty
    for sku_id in sorted(wanted):
        catalog.set_aside(
            session,
            actor,
            sku_id=sku_id,
            pieces=wanted[sku_id],
            subject_type="case",
            subject_id=case.id,
        )


def release(session: Session, case: Case) -> None:
    """The replacement left, or will not."""
    if case.kind is CaseKind.EXCHANGE or case.converted_from is CaseKind.EXCHANGE:
        catalog.let_go(session, case.id)


def warn(session: Session, case_id: UUID, due_at: datetime) -> None:
    """The time to send a replacement is nearly over: somebody has to do it now (FM2-4)."""
    case = session.get(Case, case_id)
    if case is None or case.state is not CaseState.AWAITING_REPLACEMENT_SHIP:
        return
    known = to_do.open_about(session, case.shop_id, case.id, SHIP)
    if not known and due_at > clock.now():
        tasks.open_task(
            session,
            system("aftersales"),
            title=f"尽快寄出换新 · 售后 {case.number}",
            kind=SHIP,
            due_at=due_at,
            shop_id=case.shop_id,
            subject_type="case",
            subject_id=case.id,
        )
