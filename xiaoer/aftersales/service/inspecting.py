"""What came back has to be opened and looked at: somebody's task from the signature on (RET-12)."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case
from xiaoer.aftersales.service.holding import engine
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

INSPECT, WITHIN = "inspect_return", timedelta(hours=24)


def ask(session: Session, actor: Actor, case: Case) -> None:
    """The parcel was signed for; told twice, it is one task."""
    if to_do.open_about(session, case.shop_id, case.id, INSPECT):
        return
    soon = clock.now() + WITHIN
    tasks.open_task(
        session,
        engine(actor),
        title=f"验收退货 · 售后 {case.number}",
        kind=INSPECT,
        due_at=min(soon, case.deadline_at) if case.deadline_at else soon,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )


def done(session: Session, actor: Actor, case: Case, result: str) -> None:
    for each in to_do.open_about(session, case.shop_id, case.id, INSPECT):
        tasks.complete(session, engine(actor), each.id, result=result)
