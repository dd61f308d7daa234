"""Business calendars: the usual week, holidays and make-up workdays."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.promises import queries, rules
from xiaoer.promises.errors import CalendarNotFound
from xiaoer.promises.events import CalendarChanged
from xiaoer.promises.models import BusinessCalendar, CalendarDay
from xiaoer.promises.rules import Hours

KNOWN_FOR_SEC = 10.0
"""How long another process may go on with the hours it knows after a change."""

PREVIEW_DAYS = 14

Written = Sequence[Sequence[str]]
Days = Mapping[date, tuple[str, Written | None]]
"""Name and hours of particular dates; hours None: the date follows its weekday again."""

_known: dict[UUID, tuple[float, Hours]] = {}


@dataclass(frozen=True)
class Notice:
    """A day of an official notice: off, or a make-up workday."""

    day: date
    name: str
    off: bool


def hours_of(session: Session, calendar_id: UUID | None) -> Hours | None:
    """The hours of a calendar; None is always open. Kept in memory for `KNOWN_FOR_SEC`."""
    if calendar_id is None:
        return None
    known = _known.get(calendar_id)
    if known and time.monotonic() - known[0] < KNOWN_FOR_SEC:
        return known[1]
    calendar = session.get(BusinessCalendar, calendar_id)
    if calendar is None:
        raise CalendarNotFound
    hours = Hours(
        ZoneInfo(calendar.timezone),
        rules.parse_week(calendar.week),
        {each.day: rules.parse_day(each.hours) for each in queries.days(session, calendar_id)},
        calendar.name,
    )
    _known[calendar_id] = time.monotonic(), hours
    return hours


def add_calendar(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    name: str,
    week: Mapping[str, Written],
    timezone: str | None = None,
    days: Days | None = None,
) -> BusinessCalendar:
    """A calendar of the shop, in the shop's time zone unless another is named."""
    actor.must(Permission.PROMISES_MANAGE)
    shops.must_reach(actor, shop_id)
    calendar = BusinessCalendar(
        shop_id=shop_id,
        name=name,
        timezone=_zone(timezone or shops.get(session, shop_id).timezone),
        week=_week(week),
    )
    session.add(calendar)
    session.flush()
    _write_days(session, calendar, days or {})
    _changed(session, actor, calendar)
    return calendar


def change_calendar(
    session: Session,
    actor: Actor,
    calendar_id: UUID,
    *,
    name: str,
    week: Mapping[str, Written],
    timezone: str,
    days: Days | None = None,
) -> BusinessCalendar:
    """Other hours from now on, and on `days`. Promises already made keep their time."""
    actor.must(Permission.PROMISES_MANAGE)
    calendar = queries.calendar(session, actor, calendar_id)
    calendar.name, calendar.timezone, calendar.week = name, _zone(timezone), _week(week)
    session.flush()
    _write_days(session, calendar, days or {})
    _changed(session, actor, calendar)
    return calendar


def set_days(session: Session, actor: Actor, calendar_id: UUID, days: Days) -> None:
    actor.must(Permission.PROMISES_MANAGE)
    calendar = queries.calendar(session, actor, calendar_id)
    _write_days(session, calendar, days)
    _changed(session, actor, calendar)


def import_holidays(
    session: Session, actor: Actor, calendar_id: UUID, notices: Sequence[Notice]
) -> None:
    """Days off and make-up workdays as the government announces them, each year anew.

    A make-up workday has the hours of the first weekday, from Monday, that has any.
    """
    week = queries.calendar(session, actor, calendar_id).week
    working = next((week[str(day)] for day in range(1, 8) if week.get(str(day))), [])
    days = {each.day: (each.name, [] if each.off else working) for each in notices}
    set_days(session, actor, calendar_id, days)


def upcoming(
    actor: Actor, *, week: Mapping[str, Written], timezone: str, days: Days
) -> list[tuple[date, list[tuple[datetime, datetime]]]]:
    """When such hours would be open, today and on the days after it; nothing is kept."""
    actor.must(Permission.PROMISES_READ)
    zone = ZoneInfo(_zone(timezone))
    special = {day: rules.parse_day(hours) for day, (_, hours) in days.items() if hours is not None}
    hours = Hours(zone, rules.parse_week(week), special)
    return rules.openings(hours, clock.now().astimezone(zone).date(), PREVIEW_DAYS)


def _write_days(session: Session, calendar: BusinessCalendar, days: Days) -> None:
    if not days:
        return
    usual = [day for day, (_, hours) in days.items() if hours is None]
    special = [
        {"calendar_id": calendar.id, "day": day, "name": name, "hours": _day(hours)}
        for day, (name, hours) in days.items()
        if hours is not None
    ]
    if usual:
        of_these = CalendarDay.calendar_id == calendar.id, CalendarDay.day.in_(usual)
        session.execute(delete(CalendarDay).where(*of_these))
    if special:
        insert = pg_insert(CalendarDay).values(special)
        session.execute(
            insert.on_conflict_do_update(
                index_elements=["calendar_id", "day"],
                set_={"name": insert.excluded.name, "hours": insert.excluded.hours},
            )
        )
    session.expire_all()


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (LookupError, ValueError, OSError) as error:
        raise shops.UnknownTimezone(timezone=name) from error


def _week(week: Mapping[str, Written]) -> dict[str, list[list[str]]]:
    rules.parse_week(week)
    return {weekday: [list(pair) for pair in hours] for weekday, hours in week.items()}


def _day(hours: Written) -> list[list[str]]:
    rules.parse_day(hours)
    return [list(pair) for pair in hours]


def _changed(session: Session, actor: Actor, calendar: BusinessCalendar) -> None:
    _known.pop(calendar.id, None)
    told = CalendarChanged(shop_id=calendar.shop_id, calendar_id=calendar.id, name=calendar.name)
    events.emit(session, actor, told)
