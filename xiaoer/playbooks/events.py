"""What happens to a run and to an appeal. Each is told on the timeline of its subject."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _AboutSubject(Event):
    subject_field = "subject_id"

    subject_type: str
    subject_id: UUID

    def topics(self) -> list[str]:
        return [f"{self.subject_type}:{self.subject_id}"]


@dataclass(frozen=True, kw_only=True)
class _OfRun(_AboutSubject):
    run_id: UUID
    playbook: str
    branch: str | None


@dataclass(frozen=True, kw_only=True)
class PlaybookStarted(_OfRun):
    """`branch` is where its facts placed it by themselves."""

    content_hash: str


@dataclass(frozen=True, kw_only=True)
class PlaybookStepTaken(_OfRun):
    """`by_facts`: no person answered, the facts did."""

    step: str
    answer: str | None
    by_facts: bool
    note: str


@dataclass(frozen=True, kw_only=True)
class PlaybookStepTakenBack(_OfRun):
    """`step` is open again, and what followed it is undone."""

    step: str


@dataclass(frozen=True, kw_only=True)
class PlaybookFactsLearnt(_OfRun):
    facts: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class PlaybookWordsUsed(_OfRun):
    step: str
    words: str


@dataclass(frozen=True, kw_only=True)
class PlaybookEvidenceAttached(_OfRun):
    item: str
    evidence_id: UUID


@dataclass(frozen=True, kw_only=True)
class PlaybookEvidenceDetached(_OfRun):
    item: str
    evidence_id: UUID


@dataclass(frozen=True, kw_only=True)
class PlaybookFinished(_OfRun):
    """`seconds` from start to end; `missing`: items of the checklist nobody had."""

    result: str
    note: str
    seconds: int
    cost_cents: int | None
    missing: list[str]


@dataclass(frozen=True, kw_only=True)
class PlaybookRuled(_OfRun):
    """The platform has judged. `appeal_until`: an appeal is possible before then."""

    ruling: str
    note: str
    appeal_until: dt.datetime | None


@dataclass(frozen=True, kw_only=True)
class _OfAppeal(_AboutSubject):
    appeal_id: UUID
    target: str
    number: int


@dataclass(frozen=True, kw_only=True)
class AppealOpened(_OfAppeal):
    run_id: UUID | None
    due_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class AppealSubmitted(_OfAppeal):
    evidence_ids: list[UUID]


@dataclass(frozen=True, kw_only=True)
class AppealDecided(_OfAppeal):
    won: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class AppealDropped(_OfAppeal):
    reason: str
