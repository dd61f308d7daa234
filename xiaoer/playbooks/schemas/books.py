"""Playbooks, their branches, and the proof these ask for."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from xiaoer.evidence.models import Kind, Visibility
from xiaoer.playbooks.schemas.fields import BothOut


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


class BranchOut(BaseModel):
    code: str
    title: BothOut
    path: list[BothOut]
    """The wider branches it lies within, the widest first."""


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
