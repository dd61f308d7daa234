"""What staff and shoppers do about a case. `version` is the case's, as the sender saw it."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from xiaoer.aftersales.models import (
    CaseKind,
    Finding,
    InterceptionState,
    OfferKind,
    Party,
    Reason,
    Responsible,
)
from xiaoer.aftersales.schemas.fields import Cents, Count, Files, Free, Text, Version, Word
from xiaoer.aftersales.schemas.requests import PickupIn, ProofIn
from xiaoer.aftersales.service import Inspected
from xiaoer.core.web import Line


class Seen(BaseModel):
    version: Version


class ApprovalIn(Seen):
    """`cents` is the amount that was seen; `override_reason` lets a missing answer or missing
    evidence not stand in the way."""

    cents: Cents
    reasonable: bool | None = None
    conditions_met: bool | None = None
    override_reason: Free = ""
    platform_version: Annotated[str, Field(max_length=100)] | None = None


class BulkItem(Seen):
    case_id: UUID
    cents: Cents


class BulkIn(BaseModel):
    cases: Annotated[list[BulkItem], Field(min_length=1, max_length=100)]


class RefusalIn(Seen):
    reason: Word
    words: Free
    evidence: Annotated[list[ProofIn], Field(max_length=20)] = []
    platform_version: Annotated[str, Field(max_length=100)] | None = None


class ProposalIn(Seen):
    """Another amount or kind for the case."""

    cents: Cents
    kind: CaseKind | None = None
    send_back: bool = False
    words: Free = ""


class RetentionIn(Seen):
    kind: OfferKind


class OverrideIn(Seen):
    """`outputs` replace those of the decision that have the same name."""

    cents: Cents
    reason: Text
    outputs: dict[Annotated[str, Field(max_length=60)], Any] = {}


class DeclineIn(Seen):
    """`counter_cents`: what the customer would take instead."""

    counter_cents: Cents | None = None
    words: Free = ""


class FastRefundIn(Seen):
    reason: Text


class ConversionIn(Seen):
    why: Text


class SettlementIn(Seen):
    cents: Cents
    words: Text


class JudgementIn(Seen):
    responsible: Responsible


class ContestIn(Seen):
    words: Text


class RulingIn(Seen):
    ruled_for: Party
    words: Text
    cents: Cents | None = None
    return_first: bool = False


class ReopeningIn(BaseModel):
    reason: Text


class Needs(BaseModel):
    """What was found out in talk: what the customer wants, what it really is, and their words."""

    wants: Literal["keep", "refund", "return", "exchange", "compensation"] | None = None
    reason: Reason | None = None
    has_goods: bool | None = None
    words: Free = ""


class NeedsIn(Seen):
    needs: Needs


class InterceptionAnswer(BaseModel):
    state: InterceptionState
    words: Free = ""


class ShippedIn(Seen):
    carrier: Word
    tracking_no: Annotated[Word, Field(max_length=120)]


class NewsIn(BaseModel):
    """Where a parcel is, in the words of policies (`return.node`, `parcel.node`)."""

    node: Annotated[str, Field(pattern="^[a-z_]{1,20}$")]
    at: AwareDatetime | None = None


class InspectedIn(BaseModel):
    order_line_id: UUID
    received: Count
    accepted: Count
    restock: Count = 0
    result: Finding = Finding.OK


class ReceiptIn(Seen):
    """What was found in the parcel; photos where something is not accepted."""

    lines: Annotated[list[InspectedIn], Field(max_length=200)]
    file_ids: Files = []
    note: Free = ""

    def made(self) -> list[Inspected]:
        return [Inspected(**each.model_dump()) for each in self.lines]


class ReceiptRefusalIn(Seen):
    words: Free
    evidence: Annotated[list[ProofIn], Field(max_length=20)] = []


class PickupSet(Seen):
    pickup: PickupIn


class RevisionIn(Seen):
    """Asked once more after a refusal."""

    cents: Cents | None = None
    kind: CaseKind | None = None
    text: Free = ""


class EscalationIn(Seen):
    words: Free = ""


class ChoiceIn(Seen):
    choice: Literal["refuse", "wait"]


class PayIn(Seen):
    instrument_id: UUID


class RecoveryEnd(BaseModel):
    how: Literal["recovered", "written_off"]
    note: Text


class PlaceIn(BaseModel):
    """A return address. The narrowest that fits category and region is chosen by itself."""

    shop_id: UUID
    name: Annotated[Line, Field(min_length=1, max_length=100)]
    recipient: Annotated[Line, Field(min_length=1, max_length=100)]
    phone: Annotated[Line, Field(min_length=1, max_length=40)]
    address: Text
    category: Annotated[Line, Field(min_length=1, max_length=100)] | None = None
    region: Annotated[Line, Field(min_length=1, max_length=60)] | None = None
    active: bool = True
