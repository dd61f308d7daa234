"""What staff and shoppers send. `version` is the case's, as the sender saw it."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, model_validator

from xiaoer.aftersales.models import (
    AmendmentKind,
    CaseKind,
    EvidenceKind,
    InterceptionState,
    OfferKind,
    Party,
    Reason,
    Responsible,
    ReturnMethod,
)
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Address, Becomes, Change, Inspected, Proof, Request
from xiaoer.core.web import Line, Words

MOST = 2**53
Cents = Annotated[int, Field(ge=-MOST, le=MOST)]
"""Below what can be, too: the verbs refuse with a sentence of their own."""
Count = Annotated[int, Field(ge=-1000, le=100_000)]
Version = Annotated[int, Field(ge=0, lt=2**31)]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000), Words
]
Free = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000), Words]
Word = Annotated[str, StringConstraints(max_length=60), Words]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Files = Annotated[list[UUID], Field(max_length=9)]


class WantedIn(BaseModel):
    """So many units of a line; for an exchange `sku_id` is what they become."""

    order_line_id: UUID
    qty: Count = 1
    sku_id: UUID | None = None


class ProofIn(BaseModel):
    kind: EvidenceKind
    file_ids: Files = []
    note: Free = ""

    def made(self) -> Proof:
        return Proof(self.kind, self.file_ids, self.note)


class PickupIn(BaseModel):
    """Door pick-up; the times bound the window."""

    begins: AwareDatetime | None = None
    ends: AwareDatetime | None = None
    courier: Word = ""
    address: Free = ""
    result: Word = ""

    @model_validator(mode="after")
    def _a_window(self) -> Self:
        if self.begins and self.ends and self.ends <= self.begins:
            raise ValueError("the window ends before it begins")
        return self

    def made(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_defaults=True)


class RequestIn(BaseModel):
    """What is asked for. Without `cents`: all that can go back."""

    kind: CaseKind
    reason: Reason
    lines: Annotated[list[WantedIn], Field(max_length=200)]
    text: Free = ""
    got_goods: Literal["received", "not", "refused"] | None = None
    condition: Literal["intact", "worn", "damaged", "incomplete", "defective"] | None = None
    cents: Cents | None = None
    currency: Currency | None = None
    instrument_id: UUID | None = None
    return_method: ReturnMethod | None = None
    pickup: PickupIn | None = None
    evidence: Annotated[list[ProofIn], Field(max_length=20)] = []

    def made(self) -> Request:
        return Request(
            kind=self.kind,
            reason=self.reason,
            lines=[Wanted(each.order_line_id, each.qty, each.sku_id) for each in self.lines],
            text=self.text,
            got_goods=self.got_goods,
            condition=self.condition,
            cents=self.cents,
            currency=self.currency,
            instrument_id=self.instrument_id,
            return_method=self.return_method,
            pickup=self.pickup.made() if self.pickup else {},
            proofs=[each.made() for each in self.evidence],
        )


class StaffRequestIn(RequestIn):
    """With `override_reason` and the right to it, what policy refuses is asked for all the same."""

    override_reason: Free = ""


class SwapIn(BaseModel):
    """So many units of a line become another article; without `qty`: the whole line."""

    order_line_id: UUID
    sku_id: UUID
    qty: Count | None = None


class AddressIn(BaseModel):
    address: Text
    name: Word = ""
    phone: Annotated[Word, Field(max_length=40)] = ""


class AmendmentIn(BaseModel):
    """A change before shipping: `swaps`, `address` or `instrument_id` by its kind."""

    kind: AmendmentKind
    swaps: Annotated[list[SwapIn], Field(max_length=200)] = []
    address: AddressIn | None = None
    instrument_id: UUID | None = None

    def made(self) -> Change:
        to = self.address
        return Change(
            kind=self.kind,
            swaps=[Becomes(each.order_line_id, each.sku_id, each.qty) for each in self.swaps],
            address=Address(to.address, to.name, to.phone) if to else None,
            instrument_id=self.instrument_id,
        )


class CompensationIn(BaseModel):
    cents: Cents
    currency: Currency
    reason: Reason
    words: Free = ""
    instrument_id: UUID | None = None


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
    result: Word = "ok"


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
