"""Promises and calendars on the wire."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from xiaoer.core.web import Line, Words
from xiaoer.promises.models import PromiseState

Intervals = Annotated[list[tuple[Line, Line]], Field(max_length=12)]
Seconds = Annotated[float, Field(gt=0, le=366 * 86400, allow_inf_nan=False)]
Code = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{0,29}$")]


class PromiseOut(BaseModel):
    """A promise; times in UTC, `remaining_sec` in business seconds while paused."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    kind: str
    subject_type: str
    subject_id: UUID
    owner_agent_id: UUID | None
    owner_group_id: UUID | None
    calendar_id: UUID | None
    state: PromiseState
    made_at: dt.datetime
    due_at: dt.datetime
    warn_at: list[dt.datetime]
    remaining_sec: float | None
    kept_at: dt.datetime | None
    broken_at: dt.datetime | None
    ended_at: dt.datetime | None
    facts: dict[str, Any]


class PromisePage(BaseModel):
    items: list[PromiseOut]
    next: str | None


class NewPromise(BaseModel):
    """Promised by a person: until a moment, or for so many business seconds from now."""

    shop_id: UUID
    kind: Code
    subject_type: Code
    subject_id: UUID
    due_at: AwareDatetime | None = None
    seconds: Seconds | None = None
    warn_after: Annotated[list[Seconds], Field(max_length=10)] = []
    owner_agent_id: UUID | None = None
    owner_group_id: UUID | None = None
    calendar_id: UUID | None = None


class Reason(BaseModel):
    reason: Annotated[Words, Field(min_length=1, max_length=500)]


class Extension(Reason):
    due_at: AwareDatetime
    customer_told: bool = False


class Owner(BaseModel):
    agent_id: UUID | None = None
    group_id: UUID | None = None


class DayIn(BaseModel):
    """A date with its own hours; `hours` null gives the date back to its weekday."""

    day: dt.date
    name: Line = ""
    hours: Intervals | None


Days = Annotated[list[DayIn], Field(max_length=1000)]


class DaysIn(BaseModel):
    days: Days


class DayOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    day: dt.date
    name: str
    hours: list[tuple[str, str]]


class NoticeDay(BaseModel):
    """A day as the public holiday files of China write it."""

    name: Line
    date: dt.date
    isOffDay: bool


class Holidays(BaseModel):
    days: Annotated[list[NoticeDay], Field(max_length=400)]


class CalendarIn(BaseModel):
    """`days` are changed along with the week; days not named stay as they are."""

    name: Annotated[Line, Field(min_length=1, max_length=100)]
    week: dict[str, Intervals]
    timezone: Annotated[Line, Field(max_length=60)]
    days: Days = []


class NewCalendar(BaseModel):
    shop_id: UUID
    name: Annotated[Line, Field(min_length=1, max_length=100)]
    week: dict[str, Intervals]
    timezone: Annotated[Line, Field(max_length=60)] | None = None
    days: Days = []


class CalendarOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    name: str
    timezone: str
    week: dict[str, list[tuple[str, str]]]


class CalendarDetail(CalendarOut):
    days: list[DayOut]


class CalendarList(BaseModel):
    items: list[CalendarOut]


class HoursIn(BaseModel):
    """Hours as somebody writes them, kept or not yet; `days` are all the special ones."""

    week: dict[str, Intervals]
    timezone: Annotated[Line, Field(max_length=60)]
    days: Days = []


class OpenOut(BaseModel):
    opens: dt.datetime
    closes: dt.datetime


class OpenDay(BaseModel):
    """A day in the calendar's time zone; `special` when it does not follow its weekday."""

    day: dt.date
    name: str
    special: bool
    open: list[OpenOut]


class OpeningsOut(BaseModel):
    """Times carry the offset of `timezone`."""

    timezone: str
    days: list[OpenDay]
