"""Queues of cases by their deadline."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, true, tuple_
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseLine, CaseState, Queue
from xiaoer.core import clock, paging
from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop
from xiaoer.customers.models import Customer
from xiaoer.orders.models import Order


@dataclass(frozen=True)
class Listed:
    """A case as a list shows it."""

    case: Case
    order_no: str
    order_paid_cents: int
    customer_name: str | None
    title: str | None
    units: int


@dataclass(frozen=True)
class Asked:
    """Which cases to list; nothing: all that are open."""

    queue: Queue | None = None
    overdue: bool = False
    shop_id: UUID | None = None
    customer_id: UUID | None = None
    second: bool = False
    """Only those somebody agreed to beyond their limit: a second person is asked (I24)."""


def queue(
    session: Session, actor: Actor, asked: Asked, *, after: str | None = None, limit: int = 50
) -> tuple[list[Listed], str | None]:
    """Open cases, the most urgent first, in one statement."""
    query = _open(Case.shop_id.in_(shops_of(actor, asked.shop_id)), asked)
    if asked.customer_id is None:
        # One walk along the index per shop, merged: an IN list would sort every case of them.
        shop = select(Shop.id).where(Shop.id.in_(shops_of(actor, asked.shop_id))).subquery()
        each = _onwards(_open(Case.shop_id == shop.c.id, asked), after, limit + 1).lateral()
        query = select(each.c.id, each.c.deadline_at).select_from(shop).join(each, true())
        query = query.order_by(each.c.deadline_at, each.c.id).limit(limit + 1)
    else:
        query = _onwards(query, after, limit + 1)
    page = query.subquery()
    found = _listed(session, select(page.c.id), Case.deadline_at, Case.id)
    more, found = len(found) > limit, found[:limit]
    last = found[-1].case if found else None
    return found, paging.cursor(last.deadline_at, last.id) if more and last else None


def _open(where: object, asked: Asked) -> Select[UUID, datetime | None]:
    query = select(Case.id, Case.deadline_at).where(where, Case.ended_at.is_(None))  # type: ignore[arg-type]
    if asked.queue is not None:
        query = query.where(Case.queue == asked.queue)
    if asked.overdue:
        query = query.where(Case.deadline_at <= clock.now())
    if asked.customer_id is not None:
        query = query.where(Case.customer_id == asked.customer_id)
    return query.where(*SECOND) if asked.second else query


SECOND = (Case.asked_by.is_not(None), Case.state == CaseState.AWAITING_MERCHANT)


def _onwards(
    query: Select[UUID, datetime | None], after: str | None, limit: int
) -> Select[UUID, datetime | None]:
    if after:
        key = tuple_(*paging.keys(after, (datetime, UUID)))
        query = query.where(tuple_(Case.deadline_at, Case.id) > key)
    return query.order_by(Case.deadline_at, Case.id).limit(limit)


def shops_of(actor: Actor, shop_id: UUID | None) -> Select[UUID]:
    query = select(Shop.id)
    if not actor.all_shops:
        query = query.where(Shop.id.in_(actor.shop_ids))
    return query.where(Shop.id == shop_id) if shop_id else query


def listed(session: Session, case_ids: Collection[UUID]) -> list[Listed]:
    """These cases, the newest first."""
    wanted = select(Case.id).where(Case.id.in_(case_ids))
    return _listed(session, wanted, Case.id.desc())


def named(session: Session, actor: Actor, case_ids: Collection[UUID]) -> list[Listed]:
    """Of these cases those the actor may see, the newest first: the rows behind a figure."""
    wanted = select(Case.id).where(Case.id.in_(case_ids))
    if not actor.all_shops:
        wanted = wanted.where(Case.shop_id.in_(actor.shop_ids))
    return _listed(session, wanted, Case.id.desc())


def _listed(session: Session, wanted: Select[UUID], *order: object) -> list[Listed]:
    line = (
        select(func.min(CaseLine.title).label("title"), func.sum(CaseLine.qty).label("units"))
        .where(CaseLine.case_id == Case.id)
        .correlate(Case)
        .lateral()
    )
    query = (
        select(Case, Order.order_no, Order.paid_cents, Customer.name, line.c.title, line.c.units)
        .join(Order, Order.id == Case.order_id)
        .outerjoin(Customer, Customer.id == Case.customer_id)
        .outerjoin(line, true())
        .where(Case.id.in_(wanted))
        .order_by(*order)  # type: ignore[arg-type]
    )
    return [
        Listed(case, order_no, paid_cents, name, title, int(units or 0))
        for case, order_no, paid_cents, name, title, units in session.execute(query)
    ]
