"""Parcels that come back by themselves, stopped or refused, are watched for until we have them;
late, somebody looks for them (RFS-11)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseParcel
from xiaoer.aftersales.service import clocks
from xiaoer.aftersales.service.holding import engine
from xiaoer.core import clock
from xiaoer.core.auth import Actor, system
from xiaoer.promises import service as promises
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

BACK = "parcel_back"
"""The promise of a parcel; its subject is the parcel's row."""
FIND, FIND_WITHIN = "find_parcel", timedelta(hours=24)


def begin(session: Session, actor: Actor, parcel: CaseParcel) -> None:
    days = clocks.choices(session, parcel.shop_id).parcel_back_days
    terms = promises.terms(
        session,
        shop_id=parcel.shop_id,
        kind=BACK,
        subject_type="case_parcel",
        subject_id=parcel.id,
        seconds=days * 86400.0,
    )
    promises.make_many(session, engine(actor), [terms])


def arrived(session: Session, actor: Actor, parcel: CaseParcel) -> None:
    """It is here: nobody has to look for it any more."""
    about = {"shop_id": parcel.shop_id, "subject_id": parcel.id, "kinds": [BACK]}
    promises.keep_for(session, engine(actor), **about)  # type: ignore[arg-type]
    for each in to_do.open_about(session, parcel.shop_id, parcel.case_id, FIND):
        tasks.complete(session, engine(actor), each.id, result=parcel.node)


def overdue(session: Session, parcel_id: UUID) -> None:
    """It should be here by now."""
    parcel = session.get(CaseParcel, parcel_id)
    if parcel is None or (parcel.arrived_at or parcel.lost_at) is not None:
        return
    case = session.get_one(Case, parcel.case_id)
    if to_do.open_about(session, parcel.shop_id, case.id, FIND):
        return
    tasks.open_task(
        session,
        system("aftersales"),
        title=f"查找退回包裹 {parcel.tracking_no} · 售后 {case.number}",
        kind=FIND,
        due_at=clock.now() + FIND_WITHIN,
        shop_id=parcel.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
