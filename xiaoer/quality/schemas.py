"""The wire of quality."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.core.web import Line, Words
from xiaoer.quality.models import SheetKind, Skill
from xiaoer.quality.rules.sheets import Criterion
from xiaoer.quality.service.scoring import Remark

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
Quote = Annotated[Words, Field(max_length=500)]


class CriterionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: Code
    skill: Skill
    points: Annotated[int, Field(ge=1, le=100)]
    zh: Annotated[Line, Field(min_length=1)]
    en: Annotated[Line, Field(min_length=1)]
    tip_zh: Line = ""
    tip_en: Line = ""

    def made(self) -> Criterion:
        return Criterion(**self.model_dump())


class SheetIn(BaseModel):
    shop_id: UUID
    criteria: Annotated[list[CriterionOut], Field(min_length=1, max_length=30)]


class SheetOut(BaseModel):
    """`version` 0: what is shipped, nothing was scored by it yet."""

    kind: SheetKind
    version: int
    made_by: str
    made_at: datetime | None
    criteria: list[CriterionOut]


class QualityRemarkIn(BaseModel):
    criterion: Code
    quote: Quote = ""
    text: Annotated[Words, Field(min_length=1, max_length=500)]

    def made(self) -> Remark:
        return Remark(self.criterion, self.quote.strip(), self.text)


class ScoreIn(BaseModel):
    points: Annotated[dict[Code, Annotated[int, Field(ge=0, le=100)]], Field(max_length=30)]
    remarks: Annotated[list[QualityRemarkIn], Field(max_length=30)] = []


class QualityRemark(BaseModel):
    criterion: str
    quote: str
    text: str
    seq: int | None


class ScoreOut(BaseModel):
    id: UUID
    shop_id: UUID
    kind: SheetKind
    subject_id: UUID
    subject_number: str
    agent_id: UUID
    agent_name: str
    total_bp: int
    scored_by: str
    at: datetime
    seen_at: datetime | None
    version: int
    criteria: list[CriterionOut]
    points: dict[str, int]
    remarks: list[QualityRemark]


class ScorePage(BaseModel):
    items: list[ScoreOut]
    next: str | None


class WorkOut(BaseModel):
    """A talk or a call to score, whose it is, and the sheet."""

    model_config = ConfigDict(from_attributes=True)

    kind: SheetKind
    subject_id: UUID
    number: str
    agent_id: UUID
    agent_name: str
    at: datetime


class WeekOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    monday: date
    scores: int
    mean_bp: int


class CoachingOut(BaseModel):
    """An agent's skills in ten thousandths, and how the scores went; `weakest`: to work on."""

    agent_id: UUID
    agent_name: str
    scores: int
    mean_bp: int | None
    skills: dict[Skill, int]
    weakest: Skill | None
    weeks: list[WeekOut]
    unseen: int


class TeamOut(BaseModel):
    since: datetime
    until: datetime
    timezone: str
    items: list[CoachingOut]
