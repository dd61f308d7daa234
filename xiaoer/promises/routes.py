"""The wire of promises and business calendars."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.promises import queries, schemas, service
from xiaoer.promises.errors import DueInThePast
from xiaoer.promises.models import BusinessCalendar, Promise
from xiaoer.promises.rules import Terms

router = Router(prefix="/api", tags=["promises"])


@router.get("/promises", response_model=schemas.PromisePage)
def owed(
    session: Db,
    actor: Me,
    shop_id: UUID,
    kind: str | None = None,
    owner_agent_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """What a shop owes, nearest first."""
    actor.must(Permission.PROMISES_READ)
    items, following = queries.owed(
        session,
        actor,
        shop_id=shop_id,
        kind=kind,
        owner_agent_id=owner_agent_id,
        after=after,
        limit=limit,
    )
    return {"items": items, "next": following}


@router.get("/promises/{promise_id}", response_model=schemas.PromiseOut)
def get(session: Db, actor: Me, promise_id: UUID) -> Promise:
    actor.must(Permission.PROMISES_READ)
    return queries.get(session, actor, promise_id)


@router.post("/promises", response_model=schemas.PromiseOut, status_code=201)
def make(session: Db, actor: Me, body: schemas.NewPromise) -> Promise:
    given = body.model_dump(exclude={"due_at", "seconds", "warn_after"})
    if body.seconds is not None:
        promised = service.terms(session, seconds=body.seconds, warn_after=body.warn_after, **given)
    elif body.due_at is not None:
        promised = Terms(due_at=body.due_at, **given)
    else:
        raise DueInThePast
    return service.make(session, actor, promised)


@router.put("/promises/{promise_id}/fulfilment", response_model=schemas.PromiseOut)
def keep(session: Db, actor: Me, promise_id: UUID) -> Promise:
    return service.keep(session, actor, promise_id)


@router.put("/promises/{promise_id}/release", response_model=schemas.PromiseOut)
def release(session: Db, actor: Me, promise_id: UUID, body: schemas.Reason) -> Promise:
    return service.release(session, actor, promise_id, reason=body.reason)


@router.put("/promises/{promise_id}/pause", response_model=schemas.PromiseOut)
def pause(session: Db, actor: Me, promise_id: UUID, body: schemas.Reason) -> Promise:
    return service.pause(session, actor, promise_id, reason=body.reason)


@router.delete("/promises/{promise_id}/pause", response_model=schemas.PromiseOut)
def resume(session: Db, actor: Me, promise_id: UUID) -> Promise:
    return service.resume(session, actor, promise_id)


@router.put("/promises/{promise_id}/extension", response_model=schemas.PromiseOut)
def extend(session: Db, actor: Me, promise_id: UUID, body: schemas.Extension) -> Promise:
    return service.extend(session, actor, promise_id, **body.model_dump())


@router.put("/promises/{promise_id}/owner", response_model=schemas.PromiseOut)
def hand_over(session: Db, actor: Me, promise_id: UUID, body: schemas.Owner) -> Promise:
    return service.hand_over(session, actor, promise_id, **body.model_dump())


@router.get("/calendars", response_model=schemas.CalendarList)
def calendars(session: Db, actor: Me) -> dict[str, Any]:
    actor.must(Permission.PROMISES_READ)
    return {"items": queries.calendars(session, actor)}


@router.get("/calendars/{calendar_id}", response_model=schemas.CalendarDetail)
def calendar(session: Db, actor: Me, calendar_id: UUID) -> dict[str, Any]:
    actor.must(Permission.PROMISES_READ)
    return _detail(session, queries.calendar(session, actor, calendar_id))


@router.post("/calendars", response_model=schemas.CalendarDetail, status_code=201)
def add_calendar(session: Db, actor: Me, body: schemas.NewCalendar) -> dict[str, Any]:
    given = body.model_dump(exclude={"days"})
    return _detail(session, service.add_calendar(session, actor, **given, days=_by_date(body.days)))


@router.post("/calendars/openings", response_model=schemas.OpeningsOut)
def openings(actor: Me, body: schemas.HoursIn) -> dict[str, Any]:
    """When the hours written here are open, today and the days after; nothing is kept."""
    days = _by_date(body.days)
    upcoming = service.upcoming(actor, week=body.week, timezone=body.timezone, days=days)
    shown = [
        {
            "day": day,
            "name": days[day][0] if day in days else "",
            "special": day in days and days[day][1] is not None,
            "open": [{"opens": opens, "closes": closes} for opens, closes in spans],
        }
        for day, spans in upcoming
    ]
    return {"timezone": body.timezone, "days": shown}


@router.put("/calendars/{calendar_id}", response_model=schemas.CalendarDetail)
def change_calendar(
    session: Db, actor: Me, calendar_id: UUID, body: schemas.CalendarIn
) -> dict[str, Any]:
    given = body.model_dump(exclude={"days"})
    days = _by_date(body.days)
    changed = service.change_calendar(session, actor, calendar_id, **given, days=days)
    return _detail(session, changed)


@router.put("/calendars/{calendar_id}/days", response_model=schemas.CalendarDetail)
def set_days(session: Db, actor: Me, calendar_id: UUID, body: schemas.DaysIn) -> dict[str, Any]:
    service.set_days(session, actor, calendar_id, _by_date(body.days))
    return _detail(session, queries.calendar(session, actor, calendar_id))


@router.post("/calendars/{calendar_id}/holidays", response_model=schemas.CalendarDetail)
def import_holidays(
    session: Db, actor: Me, calendar_id: UUID, body: schemas.Holidays
) -> dict[str, Any]:
    """Days off and make-up workdays of a public notice."""
    notices = [service.Notice(each.date, each.name, each.isOffDay) for each in body.days]
    service.import_holidays(session, actor, calendar_id, notices)
    return _detail(session, queries.calendar(session, actor, calendar_id))


def _by_date(days: list[schemas.DayIn]) -> service.Days:
    return {each.day: (each.name, each.hours) for each in days}


def _detail(session: Db, calendar: BusinessCalendar) -> dict[str, Any]:
    shown = schemas.CalendarOut.model_validate(calendar).model_dump()
    return {**shown, "days": queries.days(session, calendar.id)}
