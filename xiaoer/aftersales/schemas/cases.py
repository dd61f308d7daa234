"""A case as staff and shoppers see it."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from xiaoer.aftersales.models import (
    CaseKind,
    CaseState,
    Closed,
    Decided,
    EvidenceKind,
    Goods,
    Mode,
    Money,
    Phase,
    Queue,
    Reason,
    ReturnMethod,
)
from xiaoer.aftersales.schemas.caring import (
    Both,
    CaseNoticeOut,
    FeedbackOut,
    GuideOffer,
    GuideOut,
    LegOut,
    PositionOut,
    RetentionOut,
)
from xiaoer.aftersales.schemas.parts import (
    ActionOut,
    AmountsOut,
    CreditOut,
    DecisionOut,
    DisputeOut,
    FromRow,
    InspectionOut,
    InterceptionOut,
    LineOut,
    OfferOut,
    ParcelOut,
    PlaceOut,
    ProofOut,
    StandingOut,
    StepOut,
)
from xiaoer.aftersales.schemas.quotes import StepAhead, WayOut


class CaseBrief(FromRow):
    """A case in a list, with what was paid for its order. `amount_mark`: how the amount stands to
    what can be refunded; `silent`: whose turn it is; `deadline_action`: what happens by itself."""

    id: UUID
    shop_id: UUID
    number: int
    order_id: UUID
    order_no: str
    order_paid_cents: int
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
    amount_mark: Literal["ok", "too_low", "too_high"] | None
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


class QueueOut(FromRow):
    """`ages`: how many wait for up to 6, 24 and 48 hours since the request, and longer."""

    queue: Queue
    count: int
    overdue: int
    ages: dict[str, int]
    oldest_at: dt.datetime | None


class QueueList(BaseModel):
    """`second`: how many wait for a second person's approval."""

    items: list[QueueOut]
    second: int


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
    fast_entitlement: str
    """Of the customer and order, when it was asked for (FST-1)."""
    instrument_id: UUID | None
    platform_ref: str
    platform_version: str
    parent_id: UUID | None
    together_id: UUID | None
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
    timeline: list[StepOut]
    actions: list[ActionOut]


class SurroundingsOut(BaseModel):
    """What stands around a case, asked for apart so that the case itself is there at once."""

    standing: StandingOut | None
    position: PositionOut | None
    legs: list[LegOut]
    notices: list[CaseNoticeOut]
    guides: list[GuideOut]
    guide_offers: list[GuideOffer]
    feedback: FeedbackOut | None
    reminder: Both | None
    credit: CreditOut
    retention: RetentionOut | None


class ForetoldOut(BaseModel):
    """What follows from an action before it is done. `message`: what the customer is told, with
    `{name}` where the form fills something in; `ways`: where money would go; `steps`: the clocks
    that begin."""

    action: str
    message: str | None
    ways: list[WayOut]
    steps: list[StepAhead]
