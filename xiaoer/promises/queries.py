"""Promises that an actor may see, and the ones that are owed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.promises.errors import CalendarNotFound, PromiseNotFound
from xiaoer.promises.models import BusinessCalendar, CalendarDay, Promise


def visible_to(actor: Actor) -> Select[Promise]:
    query = select(Promise)
    return query if actor.all_shops else query.where(Promise.shop_id.in_(actor.shop_ids))


def get(session: Session, actor: Actor, promise_id: UUID, *, lock: bool = False) -> Promise:
    query = visible_to(actor).where(Promise.id == promise_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    promise = session.scalars(query).one_or_none()
    if promise is None:
        raise PromiseNotFound
    return promise


def live(session: Session, shop_id: UUID, subject_id: UUID, kind: str) -> Promise | None:
    """The promise of this kind about this subject that is not ended yet."""
    return session.scalars(
        select(Promise).where(
            Promise.shop_id == shop_id,
            Promise.subject_id == subject_id,
            Promise.kind == kind,
            Promise.ended_at.is_(None),
        )
    ).one_or_none()


def about(session: Session, actor: Actor, subject_id: UUID) -> Sequence[Promise]:
    """Everything ever promised about one thing, newest first."""
    return session.scalars(
        visible_to(actor)
        .where(Promise.subject_id == subject_id)
        .order_by(Promise.made_at.desc(), Promise.id.desc())
    ).all()


def owed(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    kind: str | None = None,
    owner_agent_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Promise], str | None]:
    """Live promises of a shop, nearest first, and the cursor of the next page."""
    query = visible_to(actor).where(Promise.shop_id == shop_id, Promise.ended_at.is_(None))
    if kind:
        query = query.where(Promise.kind == kind)
    if owner_agent_id:
        query = query.where(Promise.owner_agent_id == owner_agent_id)
    if after:
        place = paging.keys(after, (datetime, UUID))
        query = query.where(tuple_(Promise.due_at, Promise.id) > tuple_(*place))
    found = session.scalars(query.order_by(Promise.due_at, Promise.id).limit(limit + 1)).all()
    page, more = found[:limit], len(found) > limit
    return page, paging.cursor(page[-1].due_at, page[-1].id) if more else None


def calendars(session: Session, actor: Actor) -> Sequence[BusinessCalendar]:
    query = select(BusinessCalendar).order_by(BusinessCalendar.shop_id, BusinessCalendar.name)
    if not actor.all_shops:
        query = query.where(BusinessCalendar.shop_id.in_(actor.shop_ids))
    return session.scalars(query).all()


def calendar(session: Session, actor: Actor, calendar_id: UUID) -> BusinessCalendar:
    found = session.get(BusinessCalendar, calendar_id)
    if found is None or not actor.reaches(found.shop_id):
        raise CalendarNotFound
    return found


def days(session: Session, calendar_id: UUID) -> Sequence[CalendarDay]:
    return session.scalars(
        select(CalendarDay).where(CalendarDay.calendar_id == calendar_id).order_by(CalendarDay.day)
    ).all()
