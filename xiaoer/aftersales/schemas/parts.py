"""What a case is made of: lines, parcels, offers, proof, steps."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.aftersales.models import (
    Answer,
    CaseKind,
    CaseState,
    DisputeState,
    EvidenceKind,
    InterceptionState,
    OfferKind,
    OfferState,
    ParcelWay,
    Party,
    Responsible,
)
from xiaoer.aftersales.schemas.caring import Both


class FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class LineOut(BaseModel):
    """A line of a case; `refund_cents` is what goes back for it, `tax_cents` the tax in that,
    `quoted_cents` what one replacement costs."""

    order_line_id: UUID
    sku_id: UUID | None
    title: str
    spec: str
    qty: int
    received: int
    accepted: int
    rejected: int
    replacement_sku_id: UUID | None
    replacement_spec: str | None
    quoted_cents: int | None
    refund_cents: int
    tax_cents: int


class DeductionOut(BaseModel):
    """What is kept back of a refund, by name."""

    code: str
    cents: int
    label: Both


class AmountsOut(BaseModel):
    """`gross_cents` less the deductions is what is asked for; `points` go back beside it."""

    gross_cents: int
    deductions: list[DeductionOut]
    points: int
    requested_cents: int
    approved_cents: int
    refunded_cents: int
    freight_cents: int
    due_cents: int
    freight_payer: str


class DecisionOut(BaseModel):
    """What policy said and why; `why` in words, the near misses among them; `standards`: the words
    of its clauses, with the sentence that the row has for the customer."""

    id: UUID
    outcome: str
    decided: str | None
    row: str | None
    code: str | None
    clauses: list[str]
    standards: list[dict[str, str]]
    why: list[dict[str, str]]
    needs: list[str]
    outputs: dict[str, Any]
    override_reason: str | None
    by: str
    at: dt.datetime


class ParcelOut(FromRow):
    way: ParcelWay
    carrier: str
    tracking_no: str
    node: str
    node_at: dt.datetime | None
    sent_at: dt.datetime
    signed_at: dt.datetime | None
    arrived_at: dt.datetime | None
    lost_at: dt.datetime | None
    claim_task_id: UUID | None


class InspectionOut(FromRow):
    lines: list[dict[str, Any]]
    passed: bool
    file_ids: list[UUID]
    note: str
    by_name: str
    at: dt.datetime


class InterceptionOut(FromRow):
    state: InterceptionState
    carrier: str
    tracking_no: str
    answer: str
    by_name: str
    sent_at: dt.datetime
    answered_at: dt.datetime | None


class OfferOut(FromRow):
    id: UUID
    kind: OfferKind
    case_kind: CaseKind | None
    cents: int
    words: str
    valid_until: dt.datetime | None
    answer_by: dt.datetime
    state: OfferState
    counter_cents: int | None
    answer_words: str
    by_name: str
    at: dt.datetime
    answered_at: dt.datetime | None


class FileOut(BaseModel):
    id: UUID
    name: str
    content_type: str
    url: str


class ProofOut(BaseModel):
    id: UUID
    evidence_id: UUID
    kind: EvidenceKind
    party: Party
    note: str
    files: list[FileOut]
    at: dt.datetime


class DisputeOut(FromRow):
    id: UUID
    state: DisputeState
    opened_by: Party
    words: str
    evidence_due_at: dt.datetime
    responsible: Responsible | None
    answer: Answer | None
    answered_at: dt.datetime | None
    answered_by_name: str
    ruled_for: Party | None
    ruling_cents: int | None
    ruling: str
    return_first: bool
    ruled_by_name: str
    ruled_at: dt.datetime | None
    at: dt.datetime


class TreeStep(BaseModel):
    code: str
    title: Both
    do: Both | None
    words: list[Both]


class TreeItem(BaseModel):
    """`add`: put forward as this, a file counts for it; None: somebody says what proves it."""

    code: str
    label: Both
    mandatory: bool
    present: bool
    add: EvidenceKind | None


class StandingOut(BaseModel):
    """Where a case stands in the tree of disputes (DSP-1): its branch, what is to be done or asked
    next with the words to say, and the proof it asks for. `missing`: mandatory and not there.
    `advice`: what to do about a dispute that was not answered yet."""

    branch: str | None
    title: Both | None
    step: TreeStep | None
    items: list[TreeItem]
    missing: list[str]
    responsible: Responsible | None
    advice: Literal["judge", "agree", "contest", "settle"] | None


class StepOut(BaseModel):
    seq: int
    command: str
    before: str
    after: str
    by: str
    by_kind: str
    at: dt.datetime
    data: dict[str, Any]


class PlaceOut(FromRow):
    id: UUID
    shop_id: UUID
    name: str
    recipient: str
    phone: str
    address: str
    category: str | None
    region: str | None
    active: bool


class ActionOut(BaseModel):
    """What may be done now, and what follows from it. `cents` is what to send along."""

    action: str
    path: str
    leads_to: list[CaseState]
    cents: int | None
    consequence: dict[str, str]


class WeighedOut(FromRow):
    """A fact, and what it takes off the score of 100."""

    fact: str
    value: int
    off: int


class CreditOut(FromRow):
    """The customer's dealings of 90 days; `why`: the facts that lowered the score (FST-7)."""

    orders_90d: int
    cases_90d: int
    disputes_90d: int
    open_cases: int
    refund_rate_90d_bp: int
    unrecovered: int
    unrecovered_cents: int
    abusive_90d: int
    why: list[WeighedOut]
    score: int
    risk: str
