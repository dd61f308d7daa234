"""What a request would come to, said before it is made."""

from uuid import UUID

from pydantic import BaseModel

from xiaoer.aftersales.models import (
    CaseKind,
    EvidenceKind,
    Phase,
)
from xiaoer.aftersales.schemas.parts import FromRow


class BackOut(FromRow):
    """One transfer, and in how many hours it should be there."""

    label: str
    kind: str
    cents: int
    arrives_from_hours: int
    arrives_to_hours: int


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
    freight_cents: int
    due_cents: int
    freight_payer: str
    must_return: bool
    reasonable: bool
    missing_evidence: list[EvidenceKind]
    lines: list[QuoteLine]
    ways: list[BackOut]
