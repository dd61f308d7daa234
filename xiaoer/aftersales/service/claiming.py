"""Parcels a courier lost on the way back to us: the claim against them (RFS-13)."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseParcel
from xiaoer.aftersales.service.holding import engine
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.money import Money
from xiaoer.tasks import service as tasks

CLAIM = "logistics_claim"
CLAIM_WITHIN = timedelta(days=3)


def lost(session: Session, actor: Actor, case: Case, parcel: CaseParcel, at: datetime) -> None:
    """Note the loss, and link the claim that somebody has to make; told twice, it is one."""
    if parcel.lost_at is not None:
        return
    worth = case.approved_cents or case.requested_cents
    parcel.lost_at = at
    claim = tasks.open_task(
        session,
        engine(actor),
        title=f"向快递索赔 · 售后 {case.number}",
        description=f"{parcel.carrier} {parcel.tracking_no}，{Money(worth, case.currency)}",
        kind=CLAIM,
        due_at=clock.now() + CLAIM_WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
    parcel.claim_task_id = claim.id
    session.flush()
