"""Playbooks, runs and appeals on the wire. Texts come in both languages."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from xiaoer.core.web import Line, Words
from xiaoer.evidence.models import Kind, Visibility
from xiaoer.playbooks.models import AppealReason, AppealState, AppealTarget, Ruling

SubjectType = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,29}$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9_.]+$")]
Note = Annotated[Words, Field(max_length=2000)]
Statement = Annotated[Words, Field(max_length=5000)]
Cents = Annotated[int, Field(ge=0, le=10**12)]
Facts = Annotated[dict[Code, bool | Line | None], Field(max_length=60)]


class BothOut(BaseModel):
    zh: str
    en: str


class SubjectRef(BaseModel):
    type: SubjectType
    id: UUID


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


class PlaybookOut(BaseModel):
    playbook: str
    title: BothOut
    about: BothOut
    subjects: list[str]
    sha256: str


class PlaybookList(BaseModel):
    items: list[PlaybookOut]
    next: None = None


class PlaybookFull(PlaybookOut):
    """`content` is the file itself: facts, steps, branches, results."""

    content: dict[str, Any]


class WordsOut(BothOut):
    code: str
    used: int


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


class PieceOut(BaseModel):
    id: UUID
    kind: Kind
    at: dt.datetime
    note: str
    visibility: Visibility
    attached: bool


class ChecklistItemOut(BaseModel):
    """`kinds` count by themselves, `by_hand` when somebody attaches them."""

    code: str
    label: BothOut
    need: Literal["mandatory", "helpful"]
    present: bool
    kinds: list[Kind]
    by_hand: list[Kind]
    pieces: list[PieceOut]
    offered: list[PieceOut]
    """Evidence of its kinds that nobody has attached to it."""


class Checklist(BaseModel):
    """`complete`: nothing mandatory is missing; `missing` are the codes of what is."""

    branch: str | None
    items: list[ChecklistItemOut]
    missing: list[str]
    complete: bool
    next: None = None


class RunResultOut(BaseModel):
    """`contests`: a ruling follows. `blocked`: it must be proved, and mandatory evidence is
    missing."""

    code: str
    label: BothOut
    contests: bool
    proved: bool
    blocked: bool


class BranchOut(BaseModel):
    code: str
    title: BothOut
    path: list[BothOut]
    """The wider branches it lies within, the widest first."""


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


class BranchResultOut(BaseModel):
    branch: str
    title: BothOut | None
    runs: int
    results: dict[str, int]
    rulings: dict[str, int]
    seconds: int
    cost_cents: int


class BranchResults(BaseModel):
    """Runs that ended in [since, until). `seconds`: mean from start to end."""

    shop_id: UUID
    playbook: str
    since: dt.datetime
    until: dt.datetime
    currency: str
    items: list[BranchResultOut]
    next: None = None


class OpenAppeal(BaseModel):
    target: AppealTarget
    subject: SubjectRef
    due_at: AwareDatetime
    statement: Statement = ""
    shop_id: UUID | None = None


class AppealRuling(BaseModel):
    statement: Statement = ""


class SubmitAppeal(BaseModel):
    statement: Statement
    evidence_ids: Annotated[list[UUID], Field(max_length=50)]


class DecideAppeal(BaseModel):
    won: bool
    reason: AppealReason
    note: Note = ""


class DropAppeal(BaseModel):
    reason: Annotated[Note, Field(min_length=1)]


class AppealOut(BaseModel):
    id: UUID
    shop_id: UUID
    number: int
    target: AppealTarget
    subject: SubjectRef
    run_id: UUID | None
    state: AppealState
    due_at: dt.datetime
    statement: str
    evidence_ids: list[UUID]
    opened_by: str
    opened_at: dt.datetime
    submitted_by: str | None
    submitted_at: dt.datetime | None
    ended_at: dt.datetime | None
    reason: AppealReason | None
    result_note: str


class AppealList(BaseModel):
    items: list[AppealOut]
    next: str | None


class AppealResultOut(BaseModel):
    target: AppealTarget
    state: AppealState
    reason: AppealReason
    appeals: int


class AppealResults(BaseModel):
    """Appeals that were won or lost in [since, until)."""

    shop_id: UUID
    since: dt.datetime
    until: dt.datetime
    items: list[AppealResultOut]
    next: None = None
