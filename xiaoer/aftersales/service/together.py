"""Several orders in one request (aftersales.md C, P24): a case for each, all of them or none, whose
goods may come back in one box."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.errors import NotTogether, TrackingNumberUsed
from xiaoer.aftersales.models import Case, CaseParcel, ParcelWay
from xiaoer.aftersales.service import opening
from xiaoer.aftersales.service.requests import Request
from xiaoer.core import events, ids
from xiaoer.core.auth import Actor
from xiaoer.core.once import once
from xiaoer.core.remembering import once_each
from xiaoer.orders.models import Order


def open_together(
    session: Session, actor: Actor, *, asked: Sequence[tuple[UUID, Request]], key: UUID | None
) -> list[Case]:
    """Ask for something on each of several orders of one shop. Same `key` and same content: the
    same cases (I9, I10). Raises `NotTogether` and what `open_case` would for any of them."""
    opening.must(actor)
    wanted = sorted(asked, key=lambda each: each[0])  # locks are taken in one order

    def do() -> dict[str, Any]:
        found = [queries.order_for(session, actor, each, lock=True) for each, _ in wanted]
        _check(found)
        together_id, made = ids.new_id(), []
        for order, (_, request) in zip(found, wanted, strict=True):
            with once_each(session):
                case = opening.made(session, actor, order, request, "")
                case.together_id = together_id
                session.flush()
            made.append(case.id)
        return {"cases": made}

    content = [[order_id, repr(request)] for order_id, request in wanted]
    scope = f"aftersales.together:{actor.kind}:{actor.id}"
    with session.begin_nested(), events.together(session):
        answer = once(session, scope=scope, key=key, content=content, do=do)
    return [queries.get(session, actor, UUID(str(each))) for each in answer["cases"]]


def _check(orders: Sequence[Order]) -> None:
    different = {each.id for each in orders}
    if len(different) < 2 or len(different) != len(orders):
        raise NotTogether
    if len({each.shop_id for each in orders}) > 1:
        raise NotTogether


def box_of(session: Session, case: Case, number: str) -> UUID | None:
    """The parcel this one is in the same box with; None: its number is new.

    Raises `TrackingNumberUsed` for the number of a case that has nothing to do with this one.
    """
    query = select(CaseParcel.id, Case.id, Case.together_id).join(
        Case, Case.id == CaseParcel.case_id
    )
    known = session.execute(
        query.where(
            CaseParcel.shop_id == case.shop_id,
            CaseParcel.tracking_no == number,
            CaseParcel.way == ParcelWay.BACK,
            CaseParcel.shares_id.is_(None),
        )
    ).one_or_none()
    if known is None:
        return None
    parcel_id, case_id, together_id = known
    if together_id is None or together_id != case.together_id or case_id == case.id:
        raise TrackingNumberUsed
    found: UUID = parcel_id
    return found


def in_the_box(session: Session, parcel: CaseParcel) -> list[UUID]:
    """The other cases whose goods come in the same box."""
    first = parcel.shares_id or parcel.id
    same = (CaseParcel.id == first) | (CaseParcel.shares_id == first)
    query = select(CaseParcel.case_id).where(same, CaseParcel.case_id != parcel.case_id)
    return list(session.scalars(query.order_by(CaseParcel.case_id)))
