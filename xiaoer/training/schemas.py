"""Training on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.core.web import Line, Words
from xiaoer.training.models import QuestionKind, SittingState

Title = Annotated[Line, Field(min_length=1)]
Asked = Annotated[Words, Field(min_length=1, max_length=500)]
Option = Annotated[Line, Field(min_length=1)]
Place = Annotated[int, Field(ge=0, le=9)]


class LessonIn(BaseModel):
    title: Title
    body: Annotated[Words, Field(max_length=4000)] = ""
    product_id: UUID | None = None
    article_id: UUID | None = None


class LessonOut(LessonIn):
    product: str | None
    """Its title."""
    article: str | None


class CourseIn(BaseModel):
    shop_id: UUID
    title: Title
    summary: Annotated[Words, Field(max_length=1000)] = ""
    lessons: Annotated[list[LessonIn], Field(min_length=1, max_length=50)]


class CourseOut(BaseModel):
    id: UUID
    title: str
    summary: str
    lessons: list[LessonOut]
    updated_at: datetime
    updated_by: str


class QuestionIn(BaseModel):
    """`right` are places in `options`, from 0."""

    kind: QuestionKind
    text: Asked
    options: Annotated[list[Option], Field(min_length=2, max_length=9)]
    right: Annotated[list[Place], Field(min_length=1, max_length=9)]
    why: Annotated[Words, Field(max_length=500)] = ""


class ExamIn(BaseModel):
    course_id: UUID
    title: Title
    pass_percent: Annotated[int, Field(ge=1, le=100)] = 80
    period_days: Annotated[int, Field(ge=1, le=730)] = 90
    days_to_sit: Annotated[int, Field(ge=1, le=60)] = 7
    tries: Annotated[int, Field(ge=1, le=10)] = 2
    next_on: date
    role: Annotated[str | None, Field(max_length=40)] = None
    group_id: UUID | None = None
    questions: Annotated[list[QuestionIn], Field(min_length=1, max_length=50)]


class RoundOut(BaseModel):
    due: int
    passed: int
    failed: int
    missed: int


class ExamOut(BaseModel):
    id: UUID
    course_id: UUID
    course: str
    title: str
    pass_percent: int
    period_days: int
    days_to_sit: int
    tries: int
    role: str | None
    group_id: UUID | None
    active: bool
    round_on: date | None
    next_on: date
    round: RoundOut
    """How the present round stands."""
    questions: list[QuestionIn]
    updated_at: datetime
    updated_by: str


class SittingOut(BaseModel):
    id: UUID
    exam_id: UUID
    title: str
    agent_id: UUID
    agent: str
    round_on: date
    state: SittingState
    overdue: bool
    opened_at: datetime
    due_at: datetime
    tries: int
    taken: int
    best_percent: int | None
    pass_percent: int
    ended_at: datetime | None
    note: str


class SittingPage(BaseModel):
    items: list[SittingOut]
    next: str | None


class PaperQuestion(BaseModel):
    """A question without its answer."""

    id: UUID
    kind: QuestionKind
    text: str
    options: list[str]


class AnswerOut(BaseModel):
    """What was chosen; the right places and why are told when the sitting is over."""

    text: str
    options: list[str]
    chosen: list[int]
    right: bool
    answer: list[int] | None
    why: str


class AttemptOut(BaseModel):
    number: int
    percent: int
    passed: bool
    at: datetime


class PaperOut(SittingOut):
    """One sitting with what it asks, what there is to read before, and how it went so far."""

    course: CourseOut
    questions: list[PaperQuestion]
    attempts: list[AttemptOut]
    answers: list[AnswerOut]
    """Of the last attempt."""


class AnswerIn(BaseModel):
    question_id: UUID
    chosen: Annotated[list[Place], Field(max_length=9)]


class PaperIn(BaseModel):
    answers: Annotated[list[AnswerIn], Field(max_length=50)]


class ExcuseIn(BaseModel):
    reason: Annotated[Line, Field(min_length=1)]


class WeakOut(BaseModel):
    question_id: UUID
    exam: str
    text: str
    answered: int
    wrong: int


class BegunOut(BaseModel):
    sittings: int
