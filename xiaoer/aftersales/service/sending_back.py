"""Goods that are here and go back to the customer as they are."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case
from xiaoer.aftersales.service.holding import robot
from xiaoer.core import clock
from xiaoer.tasks import service as tasks

SEND_BACK, WITHIN = "send_back", timedelta(hours=48)


def ask(session: Session, case: Case, what: str) -> None:
    """A task for the warehouse; the case has ended."""
    tasks.open_task(
        session,
        robot(),
        title=f"寄回{what} · 售后 {case.number}",
        kind=SEND_BACK,
        due_at=clock.now() + WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
