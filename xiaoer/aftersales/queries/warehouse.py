"""What the warehouse works on: parcels that come back, parcels to be stopped, replacements to send.

Nothing about who the customer is beyond a name on a label, what they paid, or what was said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Case,
    CaseLine,
    CaseParcel,
    CaseState,
    Interception,
    InterceptionState,
    ParcelWay,
)
from xiaoer.catalog.models import Sku
from xiaoer.core.auth import Actor
from xiaoer.orders.models import Order, OrderLine

MOST = 300
UNDER_WAY = (InterceptionState.SENT, InterceptionState.ACCEPTED)


@dataclass(frozen=True)
class Article:
    """A line of a case as hands find it: what, how many, and what replaces it."""

    case_id: UUID
    order_line_id: UUID
    title: str
    spec: str
    qty: int
    image_url: str | None
    replacement_spec: str | None


@dataclass(frozen=True)
class Incoming:
    case: Case
    parcel: CaseParcel
    order_no: str


@dataclass(frozen=True)
class Stopping:
    case: Case
    interception: Interception
    order_no: str


@dataclass(frozen=True)
class Outgoing:
    case: Case
    order: Order


def _mine(actor: Actor, shop_id: UUID | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if not actor.all_shops:
        found.append(Case.shop_id.in_(actor.shop_ids))
    if shop_id is not None:
        found.append(Case.shop_id == shop_id)
    return found


def incoming(
    session: Session, actor: Actor, shop_id: UUID | None, *, tracking_no: str = ""
) -> list[Incoming]:
    """Parcels on their way to us, those the courier delivered first; or the one of a number."""
    query = (
        select(Case, CaseParcel, Order.order_no)
        .join(CaseParcel, CaseParcel.case_id == Case.id)
        .join(Order, Order.id == Case.order_id)
        .where(CaseParcel.way == ParcelWay.BACK, CaseParcel.arrived_at.is_(None))
        .where(*_mine(actor, shop_id))
    )
    if tracking_no:
        wanted = tracking_no.strip().upper()
        query = query.where(func.upper(CaseParcel.tracking_no) == wanted)
    order = (CaseParcel.signed_at.asc().nulls_last(), CaseParcel.sent_at, CaseParcel.id)
    return [Incoming(*row) for row in session.execute(query.order_by(*order).limit(MOST))]


def stopping(
    session: Session, actor: Actor, shop_id: UUID | None, *, answered_since: datetime | None = None
) -> list[Stopping]:
    """Interceptions the courier has not answered yet, the oldest first (RFS-8); with a moment,
    those answered since, the newest first."""
    query = (
        select(Case, Interception, Order.order_no)
        .join(Interception, Interception.case_id == Case.id)
        .join(Order, Order.id == Case.order_id)
        .where(*_mine(actor, shop_id))
    )
    if answered_since is None:
        query = query.where(Interception.state.in_(UNDER_WAY))
        query = query.order_by(Interception.sent_at, Interception.id)
    else:
        query = query.where(Interception.answered_at >= answered_since)
        query = query.order_by(Interception.answered_at.desc(), Interception.id)
    return [Stopping(*row) for row in session.execute(query.limit(MOST))]


def outgoing(session: Session, actor: Actor, shop_id: UUID | None) -> list[Outgoing]:
    """Replacements to send, the most urgent first."""
    query = (
        select(Case, Order)
        .join(Order, Order.id == Case.order_id)
        .where(Case.state == CaseState.AWAITING_REPLACEMENT_SHIP)
        .where(*_mine(actor, shop_id))
    )
    rows = session.execute(query.order_by(Case.deadline_at, Case.id).limit(MOST))
    return [Outgoing(*row) for row in rows]


def articles(session: Session, case_ids: Sequence[UUID]) -> dict[UUID, list[Article]]:
    """By case, what it is about; one statement for a whole list."""
    query = (
        select(
            CaseLine.case_id,
            CaseLine.order_line_id,
            CaseLine.title,
            CaseLine.spec,
            CaseLine.qty,
            OrderLine.image_url,
            Sku.spec,
        )
        .join(OrderLine, OrderLine.id == CaseLine.order_line_id)
        .outerjoin(Sku, Sku.id == CaseLine.replacement_sku_id)
        .where(CaseLine.case_id.in_(case_ids))
        .order_by(CaseLine.id)
    )
    found: dict[UUID, list[Article]] = {}
    for row in session.execute(query):
        article = Article(*row)
        found.setdefault(article.case_id, []).append(article)
    return found
