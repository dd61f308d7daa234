"""Cases: who may see which, one of them whole, and those of an order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import CaseNotFound
from xiaoer.aftersales.models import (
    Case,
    CaseEvent,
    CaseEvidence,
    CaseLine,
    CaseParcel,
    Closed,
    Dispute,
    Inspection,
    Interception,
    Offer,
    Replacement,
)
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.orders import queries as orders
from xiaoer.orders.errors import OrderNotFound
from xiaoer.orders.models import Order


def visible_to(actor: Actor) -> Select[Case]:
    """Staff see the cases of their shops; customers those of their own orders (I25)."""
    query = select(Case)
    if not actor.all_shops:
        query = query.where(Case.shop_id.in_(actor.shop_ids))
    if actor.kind is ActorKind.CUSTOMER:
        query = query.where(Case.order_id.in_(own_order_ids(actor)))
    return query


def own_order_ids(actor: Actor) -> Select[UUID]:
    """Orders a shopper proved to know, and if the shop vouches for them, those in their name."""
    vouched = actor.may(Permission.AFTERSALES_VOUCHED)
    owned = orders.belongs_to(actor.id, vouched=vouched) if actor.id else Order.id.is_(None)
    return select(Order.id).where(owned)


def get(session: Session, actor: Actor, case_id: UUID) -> Case:
    found = session.scalars(visible_to(actor).where(Case.id == case_id)).one_or_none()
    if found is None:
        raise CaseNotFound
    return found


def order_for(session: Session, actor: Actor, order_id: UUID, *, lock: bool = False) -> Order:
    """The order, if the actor may act on it; a stranger's is not there."""
    if actor.kind is ActorKind.CUSTOMER:
        own = session.scalar(own_order_ids(actor).where(Order.id == order_id))
        if own is None:
            raise OrderNotFound
    return orders.get(session, actor, order_id, lock=lock)


def of_order(session: Session, actor: Actor, order_id: UUID) -> Sequence[Case]:
    """The newest first."""
    query = visible_to(actor).where(Case.order_id == order_id).order_by(Case.id.desc())
    return session.scalars(query).all()


def recent_attempts(session: Session, order_id: UUID, line_ids: Sequence[UUID]) -> int:
    """How often the same lines were asked for before, in cases that came to nothing."""
    query = (
        select(func.count(Case.id.distinct()))
        .join(CaseLine, CaseLine.case_id == Case.id)
        .where(
            Case.order_id == order_id,
            CaseLine.order_line_id.in_(line_ids),
            Case.closed_reason.is_not(None),
            Case.closed_reason != Closed.SHIPPED_INSTEAD,
        )
    )
    return session.scalar(query) or 0


@dataclass(frozen=True)
class Report:
    """One case with everything that belongs to it."""

    case: Case
    order: Order
    lines: Sequence[CaseLine]
    events: Sequence[CaseEvent]
    parcels: Sequence[CaseParcel]
    inspections: Sequence[Inspection]
    interceptions: Sequence[Interception]
    offers: Sequence[Offer]
    evidence: Sequence[CaseEvidence]
    disputes: Sequence[Dispute]
    replacements: Sequence[Replacement]


def detail(session: Session, actor: Actor, case_id: UUID) -> Report:
    case = get(session, actor, case_id)

    def of(model: Any) -> list[Any]:
        query = select(model).where(model.case_id == case.id).order_by(model.id)
        return list(session.scalars(query))

    return Report(
        case=case,
        order=session.get_one(Order, case.order_id),
        lines=of(CaseLine),
        events=of(CaseEvent),
        parcels=of(CaseParcel),
        inspections=of(Inspection),
        interceptions=of(Interception),
        offers=of(Offer),
        evidence=of(CaseEvidence),
        disputes=of(Dispute),
        replacements=of(Replacement),
    )
