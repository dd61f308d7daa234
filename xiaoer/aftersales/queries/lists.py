"""Short lists beside the cases: return addresses, parcels on their way back, amendments."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, true, tuple_
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Amendment,
    Case,
    CasePlace,
)
from xiaoer.aftersales.queries.cases import own_order_ids, visible_to
from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.customers import queries as customers
from xiaoer.orders.models import Order, OrderLine

MOST = 500
KEYS = (datetime, UUID)


def places(session: Session, actor: Actor, shop_id: UUID) -> Sequence[CasePlace]:
    if not actor.reaches(shop_id):
        return []
    query = select(CasePlace).where(CasePlace.shop_id == shop_id).order_by(CasePlace.id)
    return session.scalars(query).all()


def amendments(session: Session, order_id: UUID) -> Sequence[Amendment]:
    """The oldest first; the caller has seen that the actor may look at the order."""
    query = select(Amendment).where(Amendment.order_id == order_id).order_by(Amendment.id)
    return session.scalars(query).all()


def customer_for(session: Session, actor: Actor, customer_id: UUID) -> UUID:
    """The customer's id, if the actor may see them; a stranger is not there."""
    return customers.one_visible(session, actor, customer_id).id


def own_cases(session: Session, actor: Actor) -> Sequence[tuple[Case, Order]]:
    """The newest first."""
    query = visible_to(actor).join(Order, Order.id == Case.order_id).add_columns(Order)
    return session.execute(query.order_by(Case.id.desc()).limit(MOST)).all()


def own_orders(
    session: Session, actor: Actor, *, after: str | None, limit: int
) -> tuple[Sequence[tuple[Order, str | None, str | None]], str | None]:
    """The shopper's orders with title and picture of their first line, the most recent first."""
    first = (
        select(OrderLine.title, OrderLine.image_url)
        .where(OrderLine.order_id == Order.id)
        .order_by(OrderLine.position)
        .limit(1)
        .lateral()
    )
    query = select(Order, first.c.title, first.c.image_url).outerjoin(first, true())
    query = query.where(Order.id.in_(own_order_ids(actor)))
    query = query.where(Order.shop_id.in_(actor.shop_ids))
    if after:
        query = query.where(tuple_(Order.recency, Order.id) < tuple_(*paging.keys(after, KEYS)))
    query = query.order_by(Order.recency.desc(), Order.id.desc()).limit(limit + 1)
    found = session.execute(query).all()
    more, found = len(found) > limit, found[:limit]
    last = found[-1][0] if found else None
    return found, paging.cursor(last.recency, last.id) if more and last else None
