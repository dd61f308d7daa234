"""Runs of a playbook: started, gone through, ended."""

import datetime as dt
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from xiaoer.playbooks.models import Ruling
from xiaoer.playbooks.schemas.books import BranchOut, Checklist, WordsOut
from xiaoer.playbooks.schemas.fields import BothOut, Cents, Code, Facts, Note, SubjectRef


class StartRun(BaseModel):
    """`shop_id` only where no room here says which shop such a subject belongs to."""

    playbook: Code
    subject: SubjectRef
    facts: Facts = {}
    shop_id: UUID | None = None


class LearnFacts(BaseModel):
    facts: Facts


class TakeStep(BaseModel):
    """`answer` where the step asks."""

    step: Code
    answer: Code | None = None
    note: Note = ""


class UseWords(BaseModel):
    step: Code
    words: Code


class FinishRun(BaseModel):
    result: Code
    note: Note = ""
    cost_cents: Cents | None = None


class RuleRun(BaseModel):
    """`appeal_until` where the platform says it; else the playbook's days count."""

    ruling: Ruling
    note: Note = ""
    cost_cents: Cents | None = None
    appeal_until: AwareDatetime | None = None


class RunAnswerOut(BaseModel):
    """`fits`: what is known already speaks for it."""

    code: str
    label: BothOut
    fits: bool


class RunStepOut(BaseModel):
    code: str
    title: BothOut
    do: BothOut | None
    words: list[WordsOut]
    answers: list[RunAnswerOut]


class TakenOut(BaseModel):
    """A step behind the run. `by_facts`: no person answered it."""

    step: str
    title: BothOut
    answer: str | None
    label: BothOut | None
    by_facts: bool
    note: str
    by: str
    at: dt.datetime
    undone_at: dt.datetime | None


class RunResultOut(BaseModel):
    """`contests`: a ruling follows. `blocked`: it must be proved, and mandatory evidence is
    missing."""

    code: str
    label: BothOut
    contests: bool
    proved: bool
    blocked: bool


class RunLine(BaseModel):
    id: UUID
    playbook: str
    title: BothOut
    subject: SubjectRef
    branch: BranchOut | None
    started_at: dt.datetime
    started_by: str
    finished_at: dt.datetime | None
    finished_by: str | None
    result: str | None
    ruling: Ruling | None
    appeal_until: dt.datetime | None


class RunList(BaseModel):
    items: list[RunLine]
    next: None = None


class RunOut(RunLine):
    """A run on one page: where it stands, what to say, what is proved, how it may end."""

    shop_id: UUID
    sha256: str
    facts: dict[str, str]
    step: RunStepOut | None
    ahead: int
    """Steps that can be foreseen after the present one."""
    taken: list[TakenOut]
    checklist: Checklist
    results: list[RunResultOut]
    note: str
    cost_cents: int | None
