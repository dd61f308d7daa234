"""What a request would come to, said before it is made."""

from uuid import UUID

from pydantic import BaseModel

from xiaoer.aftersales.models import (
    CaseKind,
    CaseState,
    EvidenceKind,
    Phase,
)
from xiaoer.aftersales.schemas.parts import DeductionOut, FromRow


class BackOut(FromRow):
    """One transfer, and in how many hours it should be there."""

    label: str
    kind: str
    cents: int
    arrives_from_hours: int
    arrives_to_hours: int


class WayOut(FromRow):
    """Where money goes, and in how many hours it should be there."""

    label: str
    kind: str
    arrives_from_hours: int
    arrives_to_hours: int


class StandardOut(BaseModel):
    """A clause that counts for a request, in words; without `id` it is said to this customer."""

    id: str
    zh: str
    en: str


class StepAhead(FromRow):
    """A state on the way. `silent`: whose turn it is; `action`: what happens by itself after
    `hours`."""

    state: CaseState
    hours: int
    silent: str
    action: str


class QuoteLine(BaseModel):
    order_line_id: UUID
    cents: int
    replacement_cents: int | None


class QuoteOut(BaseModel):
    """Exactly what a request would come to. Nothing is kept."""

    kind: CaseKind
    phase: Phase
    decision: str | None
    row: str | None
    code: str | None
    currency: str
    cents: int
    max_cents: int
    gross_cents: int
    freight_cents: int
    deductions: list[DeductionOut]
    points: int
    due_cents: int
    freight_payer: str
    must_return: bool
    reasonable: bool
    missing_evidence: list[EvidenceKind]
    standards: list[StandardOut]
    steps: list[StepAhead]
    lines: list[QuoteLine]
    ways: list[BackOut]
