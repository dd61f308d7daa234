"""A case as staff and shoppers see it."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.aftersales.models import (
    AmendmentKind,
    Answer,
    CaseKind,
    CaseState,
    Closed,
    Decided,
    DisputeState,
    EvidenceKind,
    Goods,
    InterceptionState,
    Mode,
    Money,
    OfferKind,
    OfferState,
    ParcelWay,
    Party,
    Phase,
    Queue,
    Reason,
    RecoveryState,
    Responsible,
    ReturnMethod,
)


class _FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class CaseBrief(_FromRow):
    """A case in a list. `silent`: whose turn it is; `deadline_action`: what happens by itself."""

    id: UUID
    shop_id: UUID
    number: int
    order_id: UUID
    order_no: str
    customer_id: UUID | None
    customer_name: str | None
    title: str | None
    units: int
    kind: CaseKind
    phase: Phase
    state: CaseState
    decided: Decided
    goods: Goods
    money: Money
    queue: Queue | None
    version: int
    currency: str
    requested_cents: int
    approved_cents: int
    refunded_cents: int
    due_cents: int
    reason: Reason
    deadline_at: dt.datetime | None
    deadline_action: str
    silent: str
    overdue: bool
    asked_by: UUID | None
    asked_cents: int | None
    asked_role: str
    mode: Mode
    platform: str
    opened_at: dt.datetime
    ended_at: dt.datetime | None


class CasePage(BaseModel):
    items: list[CaseBrief]
    next: str | None


class CaseList(BaseModel):
    items: list[CaseBrief]


class QueueOut(_FromRow):
    queue: Queue
    count: int
    overdue: int


class QueueList(BaseModel):
    items: list[QueueOut]


class LineOut(BaseModel):
    """A line of a case; `refund_cents` is what goes back for it, `quoted_cents` what one
    replacement costs."""

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


class AmountsOut(BaseModel):
    requested_cents: int
    approved_cents: int
    refunded_cents: int
    freight_cents: int
    due_cents: int
    freight_payer: str


class DecisionOut(BaseModel):
    """What policy said and why; `why` in words, the near misses among them."""

    id: UUID
    outcome: str
    decided: str | None
    row: str | None
    code: str | None
    clauses: list[str]
    why: list[dict[str, str]]
    needs: list[str]
    outputs: dict[str, Any]
    override_reason: str | None
    by: str
    at: dt.datetime


class ParcelOut(_FromRow):
    way: ParcelWay
    carrier: str
    tracking_no: str
    node: str
    node_at: dt.datetime | None
    sent_at: dt.datetime
    signed_at: dt.datetime | None
    arrived_at: dt.datetime | None


class InspectionOut(_FromRow):
    lines: list[dict[str, Any]]
    passed: bool
    file_ids: list[UUID]
    note: str
    by_name: str
    at: dt.datetime


class InterceptionOut(_FromRow):
    state: InterceptionState
    carrier: str
    tracking_no: str
    answer: str
    by_name: str
    sent_at: dt.datetime
    answered_at: dt.datetime | None


class OfferOut(_FromRow):
    id: UUID
    kind: OfferKind
    case_kind: CaseKind | None
    cents: int
    words: str
    valid_until: dt.datetime | None
    answer_by: dt.datetime
    state: OfferState
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


class DisputeOut(_FromRow):
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


class Both(BaseModel):
    zh: str
    en: str


class TreeStep(BaseModel):
    code: str
    title: Both
    do: Both | None
    words: list[Both]


class TreeItem(BaseModel):
    code: str
    label: Both
    mandatory: bool
    present: bool


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


class PlaceOut(_FromRow):
    id: UUID
    shop_id: UUID
    name: str
    recipient: str
    phone: str
    address: str
    category: str | None
    region: str | None
    active: bool


class PlaceList(BaseModel):
    items: list[PlaceOut]


class ActionOut(BaseModel):
    """What may be done now, and what follows from it. `cents` is what to send along."""

    action: str
    path: str
    leads_to: list[CaseState]
    cents: int | None
    consequence: dict[str, str]


class CreditOut(_FromRow):
    """The customer's dealings of 90 days; the score follows from the rest (FST-7)."""

    orders_90d: int
    cases_90d: int
    disputes_90d: int
    open_cases: int
    refund_rate_90d_bp: int
    unrecovered: int
    unrecovered_cents: int
    score: int
    risk: str


class CaseOut(CaseBrief):
    first_reason: Reason
    reason_text: str
    quality: bool
    reasonable: bool
    condition: str | None
    got_goods: str
    liability: str
    return_method: ReturnMethod | None
    pickup: dict[str, Any]
    notes: dict[str, Any]
    automation: str
    attempts: int
    fast: bool
    instrument_id: UUID | None
    platform_ref: str
    platform_version: str
    parent_id: UUID | None
    converted_from: CaseKind | None
    closed_reason: Closed | None
    approved_at: dt.datetime | None
    amounts: AmountsOut
    lines: list[LineOut]
    decision: DecisionOut | None
    missing_evidence: list[EvidenceKind]
    parcels: list[ParcelOut]
    inspections: list[InspectionOut]
    interceptions: list[InterceptionOut]
    offers: list[OfferOut]
    evidence: list[ProofOut]
    disputes: list[DisputeOut]
    place: PlaceOut | None
    standing: StandingOut | None
    credit: CreditOut
    timeline: list[StepOut]
    actions: list[ActionOut]


class BackOut(_FromRow):
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


class AmendmentOut(_FromRow):
    id: UUID
    order_id: UUID
    kind: AmendmentKind
    before: dict[str, Any]
    after: dict[str, Any]
    due_cents: int
    instrument_id: UUID | None
    by_name: str
    at: dt.datetime


class AmendmentList(BaseModel):
    items: list[AmendmentOut]


class BulkLine(BaseModel):
    """What became of one case; `code` says why it was left alone."""

    case_id: UUID
    approved: bool
    code: str | None
    message: str | None


class BulkOut(BaseModel):
    items: list[BulkLine]


class AwaitedOut(_FromRow):
    case_id: UUID
    carrier: str
    tracking_no: str
    node: str
    sent_at: dt.datetime
    signed_at: dt.datetime | None


class AwaitedList(BaseModel):
    items: list[AwaitedOut]


class RecoveryOut(_FromRow):
    id: UUID
    case_id: UUID
    cents: int
    why: str
    state: RecoveryState
    at: dt.datetime
    ended_at: dt.datetime | None
    note: str


class RecoveryList(BaseModel):
    items: list[RecoveryOut]
