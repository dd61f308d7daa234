"""What happens in training."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class CourseWritten(Event):
    """A course is there, was written anew, or was put away (`active` is false)."""

    subject_field = "course_id"

    course_id: UUID
    title: str
    active: bool

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ExamWritten(Event):
    """A test is there, was written anew, or is no longer held (`active` is false)."""

    subject_field = "exam_id"

    exam_id: UUID
    title: str
    next_on: date
    active: bool

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class SittingEvent(Event):
    """Common to all facts about a test somebody is to take."""

    subject_field = "sitting_id"

    sitting_id: UUID
    exam_id: UUID
    agent_id: UUID
    title: str

    def topics(self) -> list[str]:
        return [f"me:{self.agent_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class SittingOpened(SittingEvent):
    """A round began for this agent."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class SittingNear(SittingEvent):
    """It is due soon and not passed: the agent and those who lead are told."""

    due_at: datetime
    name: str
    lead_ids: list[UUID]

    def topics(self) -> list[str]:
        return [*super().topics(), *(f"me:{each}" for each in self.lead_ids)]


@dataclass(frozen=True, kw_only=True)
class ExamTaken(SittingEvent):
    """A paper was handed in."""

    attempt: int
    percent: int
    passed: bool


@dataclass(frozen=True, kw_only=True)
class SittingMissed(SittingEvent):
    """The next round began before it was passed."""

    round_on: date


@dataclass(frozen=True, kw_only=True)
class SittingExcused(SittingEvent):
    reason: str
