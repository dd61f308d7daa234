"""The clock of a case: one promise for the state it is in, and the order's own clock it stops."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseParcel,
    Closed,
    Interception,
    ParcelWay,
    Phase,
)
from xiaoer.aftersales.rules import UNSHIPPED, Choices, choices_of
from xiaoer.core import shops
from xiaoer.core.auth import Actor, system
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.policies import service as policies
from xiaoer.promises import queries as promised
from xiaoer.promises import service as promises
from xiaoer.promises.models import PromiseState

KIND, SUBJECT = "case", "case"
CONFIRM = "confirm_receipt"
"""The order confirms its receipt by itself when this promise breaks."""
WARN_BEFORE = (timedelta(hours=24), timedelta(hours=2))
DEADLINES = "deadlines"
SETTINGS = "aftersales"


def choices(session: Session, shop_id: UUID) -> Choices:
    """The shop's own choices for after-sales."""
    return choices_of(shops.get(session, shop_id).settings.get(SETTINGS, {}))


def start(session: Session, actor: Actor, case: Case) -> None:
    """Promise what policy says for the case's state; what was promised before is settled (I15)."""
    settle(session, actor, case, kept=True)
    _promise(session, actor, case, _parcels(session, case))


def begin(session: Session, actor: Actor, case: Case) -> None:
    """The first clock of a new case: nothing was promised before, and no parcel is under way."""
    _promise(session, actor, case, {})


def _promise(session: Session, actor: Actor, case: Case, parcels: dict[str, Any]) -> None:
    told = policies.preview(
        session,
        system("aftersales"),
        table=DEADLINES,
        shop_id=case.shop_id,
        facts=_facts(case) | parcels | _stopping(session, case),
    )
    hours = int(told.outputs.get("hours", 48))
    seconds = hours * 3600.0
    warn = [seconds - each.total_seconds() for each in WARN_BEFORE]
    if minutes := told.outputs.get("page_minutes"):
        warn.append(int(minutes) * 60.0)
    terms = promises.terms(
        session,
        shop_id=case.shop_id,
        kind=KIND,
        subject_type=SUBJECT,
        subject_id=case.id,
        seconds=seconds,
        warn_after=[each for each in warn if each > 0],
        calendar_id=choices(session, case.shop_id).calendar_id,
        facts={"number": case.number, "state": case.state.value},
    )
    if queries.is_new(session, case.id):
        promises.make_first(session, actor, terms)
    else:
        promises.make_many(session, actor, [terms])
    case.deadline_at = terms.due_at
    case.deadline_action = str(told.outputs.get("action", "alert"))
    case.silent = str(told.outputs.get("silent", "merchant"))


def stop(session: Session, actor: Actor, case: Case) -> None:
    """Nothing is owed any more."""
    settle(session, actor, case, kept=case.closed_reason in _AGREED)
    case.deadline_at = None
    case.deadline_action = case.silent = ""


_AGREED = (None, Closed.RETAINED, Closed.SENT_BACK)


def settle(session: Session, actor: Actor, case: Case, *, kept: bool) -> None:
    about: dict[str, Any] = {"shop_id": case.shop_id, "subject_id": case.id, "kinds": [KIND]}
    if kept:
        promises.keep_for(session, actor, **about)
    else:
        promises.release_for(session, actor, **about, reason="closed")


def _facts(case: Case) -> dict[str, Any]:
    return {
        "case.state": case.state.value,
        "case.kind": case.kind.value,
        "order.phase": case.phase.value,
        "return.node": "none",
        "parcel.node": "none",
    }


def _stopping(session: Session, case: Case) -> dict[str, Any]:
    """What the courier said about stopping a parcel on its way, where that was asked for."""
    if case.kind is not CaseKind.REFUND_ONLY or case.phase is not Phase.SHIPPED:
        return {"parcel.interception": "none"}
    query = select(Interception.state).where(Interception.case_id == case.id)
    found = session.scalar(query.order_by(Interception.id.desc()).limit(1))
    return {"parcel.interception": found.value if found else "none"}


def _parcels(session: Session, case: Case) -> dict[str, Any]:
    if case.kind is CaseKind.REFUND_ONLY and case.phase is Phase.PRE_SHIP:
        return {}
    rows = session.execute(
        select(CaseParcel.way, CaseParcel.node).where(CaseParcel.case_id == case.id)
    )
    return {"return.node" if way is ParcelWay.BACK else "parcel.node": node for way, node in rows}


_NEVER_LEFT = frozenset({*UNSHIPPED, OrderStatus.CANCELLED})


def pause_order(session: Session, actor: Actor, case: Case) -> None:
    """The order does not confirm its receipt by itself while a case is open (T1)."""
    clock = promised.live(session, case.shop_id, case.order_id, CONFIRM)
    if clock is not None and clock.state is PromiseState.OPEN:
        promises.pause(session, actor, clock.id, reason=f"case {case.number}")


def resume_order(session: Session, case: Case, order: Order) -> None:
    """The last open case of an order ended: its clock runs on. One that never left has none."""
    if order.shipped_at is None and order.status in _NEVER_LEFT:
        return
    others = select(Case.id).where(Case.order_id == case.order_id, Case.ended_at.is_(None)).limit(1)
    if session.scalar(others) is not None:
        return
    clock = promised.live(session, case.shop_id, case.order_id, CONFIRM)
    if clock is not None and clock.state is PromiseState.PAUSED:
        promises.resume(session, system("aftersales"), clock.id)
