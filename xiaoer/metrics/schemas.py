"""The wire of figures: each report names its window, zone and rule."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.complaints.models import ComplaintCause
from xiaoer.core.web import Line
from xiaoer.metrics.queries.responses import SplitBy
from xiaoer.metrics.rules.shifts import Shift


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class FigureWindow(_Read):
    since: datetime
    until: datetime
    timezone: str


class RuleOut(_Read):
    """What is counted and how."""

    zh: str
    en: str


class FiguresOut(_Read):
    rounds: int
    unanswered: int
    avg_response_sec: float | None
    quick_bp: int | None
    first_rounds: int
    avg_first_response_sec: float | None
    first_quick_bp: int | None


class ResponseLine(_Read):
    key: str
    label: str
    figures: FiguresOut


class FigureDay(BaseModel):
    day: date
    figures: FiguresOut


class Report(BaseModel):
    window: FigureWindow
    rule: RuleOut


class ResponsesOut(Report):
    """`settled_until`: days before it are rolled up and no longer change."""

    by: SplitBy
    settled_until: date | None
    total: FiguresOut
    lines: list[ResponseLine]
    days: list[FigureDay]


class RateDay(BaseModel):
    day: date
    share_bp: int | None


class RateOut(BaseModel):
    code: str
    rule: RuleOut
    good: int
    counted: int
    share_bp: int | None
    days: list[RateDay]


class RatesOut(BaseModel):
    window: FigureWindow
    items: list[RateOut]


class ProductivityOut(_Read):
    talks: int
    handled: int
    worked_sec: float
    talks_per_hour: float | None
    handled_per_hour: float | None
    at_once: float | None
    peak: int
    responses: FiguresOut


class QualityOut(_Read):
    stars: float | None
    rated: int
    score_bp: int | None
    scored: int
    complaints: int
    complaint_bp: int | None


class PersonOut(_Read):
    """There is no productivity without the quality beside it."""

    agent_id: UUID
    name: str
    productivity: ProductivityOut
    quality: QualityOut


class PeopleOut(BaseModel):
    window: FigureWindow | None
    rule: RuleOut
    items: list[PersonOut]


class OutcomeOut(_Read):
    served: int
    bought_before: int
    bought_again: int
    repurchase_bp: int | None
    complaints: int
    causes: dict[ComplaintCause, int]
    disputes: int
    rated: int
    stars: float | None
    content_bp: int | None


class CauseWeekOut(_Read):
    monday: date
    complaints: int
    misunderstandings: int
    causes: dict[ComplaintCause, int]
    avg_response_sec: float | None
    accuracy_bp: int | None


class OutcomesOut(Report):
    now: OutcomeOut
    before: OutcomeOut
    causes_rule: RuleOut
    weeks: list[CauseWeekOut]


class FigureRow(_Read):
    kind: str
    id: UUID
    title: str
    text: str
    agent: str
    at: datetime
    value: float | None


class FigureRows(BaseModel):
    items: list[FigureRow]
    next: str | None


class ShiftOut(_Read):
    name: Annotated[Line, Field(min_length=1, max_length=20)]
    begins: Annotated[int, Field(ge=0, le=23)]
    ends: Annotated[int, Field(ge=0, le=23)]

    def made(self) -> Shift:
        return Shift(self.name, self.begins, self.ends)


class ShiftsIn(BaseModel):
    shop_id: UUID
    shifts: Annotated[list[ShiftOut], Field(min_length=1, max_length=12)]


class ShiftsOut(BaseModel):
    shifts: list[ShiftOut]
