"""What shoppers see of their own orders and cases."""

import datetime as dt
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from xiaoer.aftersales.models import (
    CaseKind,
    CaseState,
    Closed,
    DisputeState,
    EvidenceKind,
    Party,
    Phase,
    Reason,
    ReturnMethod,
)
from xiaoer.aftersales.schemas.caring import GuideOut, OwnFeedback
from xiaoer.aftersales.schemas.lists import AmendmentOut
from xiaoer.aftersales.schemas.parts import (
    DeductionOut,
    FromRow,
    LineOut,
    OfferOut,
    ParcelOut,
    PlaceOut,
    ProofOut,
)
from xiaoer.aftersales.schemas.quotes import StandardOut, StepAhead, WayOut


class OwnOrder(BaseModel):
    id: UUID
    order_no: str
    phase: Phase
    currency: str
    paid_cents: int
    title: str | None
    image_url: str | None
    item_count: int
    placed_at: dt.datetime | None


class OwnOrderPage(BaseModel):
    items: list[OwnOrder]
    next: str | None


class Variant(BaseModel):
    """What a line could be exchanged for, at today's price of one of it."""

    sku_id: UUID
    spec: str
    price_cents: int
    available: bool


class OwnLine(BaseModel):
    """`free`: units that no case holds; `left_cents`: what could go back for all of these."""

    order_line_id: UUID
    sku_id: UUID | None
    title: str
    spec: str
    quantity: int
    paid_cents: int
    free: int
    left_cents: int
    image_url: str | None
    variants: list[Variant]


class OwnInstrument(BaseModel):
    id: UUID
    kind: str
    label: str
    balance_cents: int | None
    original: bool


class ReasonOut(BaseModel):
    reason: Reason
    quality: bool
    liability: str


class OwnReceiver(BaseModel):
    """Their own address; `masked` unless the shop vouches for whoever asks."""

    name: str
    phone: str
    address: str
    masked: bool


class NothingOut(BaseModel):
    """Why nothing can be asked for."""

    code: str
    zh: str
    en: str


class Eligible(BaseModel):
    """Everything a request about an order can be made of."""

    order_id: UUID
    order_no: str
    phase: Phase
    currency: str
    paid_cents: int
    freight_cents: int
    kinds: list[CaseKind]
    nothing: NothingOut | None
    reasons: list[ReasonOut]
    lines: list[OwnLine]
    instruments: list[OwnInstrument]
    receiver: OwnReceiver | None
    return_methods: list[ReturnMethod]
    can_amend: bool
    amendments: list[AmendmentOut]
    cases: list["OwnCase"]


class OwnCase(BaseModel):
    id: UUID
    number: int
    order_id: UUID
    order_no: str
    kind: CaseKind
    state: CaseState
    version: int
    currency: str
    requested_cents: int
    approved_cents: int
    refunded_cents: int
    due_cents: int
    reason: Reason
    deadline_at: dt.datetime | None
    silent: str
    opened_at: dt.datetime
    ended_at: dt.datetime | None


class OwnCaseList(BaseModel):
    items: list[OwnCase]


class OwnStep(BaseModel):
    """A step as the customer follows it; who of the shop did it is not told."""

    command: str
    after: CaseState
    mine: bool
    at: dt.datetime


class OwnRefund(BaseModel):
    """One transfer of a case: where to, how far it is, when it should be seen there."""

    label: str
    kind: str
    cents: int
    state: str
    sent_at: dt.datetime | None
    expected_at: dt.datetime | None
    ended_at: dt.datetime | None


class OwnInspection(FromRow):
    """What the warehouse found."""

    passed: bool
    at: dt.datetime
    note: str


class OwnDispute(FromRow):
    state: DisputeState
    evidence_due_at: dt.datetime
    ruled_for: Party | None
    ruling: str
    ruling_cents: int | None
    at: dt.datetime
    ruled_at: dt.datetime | None


class OwnCaseOut(OwnCase):
    deadline_action: str
    closed_reason: Closed | None
    reason_text: str
    gross_cents: int
    deductions: list[DeductionOut]
    points: int
    freight_cents: int
    freight_payer: str
    max_cents: int
    return_method: ReturnMethod | None
    pickup: dict[str, Any]
    refusal: str | None
    instrument_id: UUID | None
    choices: list[str]
    lines: list[LineOut]
    standards: list[StandardOut]
    missing_evidence: list[EvidenceKind]
    parcels: list[ParcelOut]
    offer: OfferOut | None
    evidence: list[ProofOut]
    dispute: OwnDispute | None
    inspection: OwnInspection | None
    place: PlaceOut | None
    ways: list[WayOut]
    refunds: list[OwnRefund]
    timeline: list[OwnStep]
    ahead: list[StepAhead]
    actions: list[str]
    guides: list[GuideOut]
    feedback: OwnFeedback | None


Eligible.model_rebuild()
