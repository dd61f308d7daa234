"""What somebody asks for: a request, a change of the order, a compensation."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from xiaoer.aftersales.models import (
    AmendmentKind,
    CaseKind,
    EvidenceKind,
    Reason,
    ReturnMethod,
)
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.schemas.fields import Cents, Count, Currency, Files, Free, Text, Word
from xiaoer.aftersales.service import Address, Becomes, Change, Proof, Request


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


class OrderRequestIn(RequestIn):
    """What is asked for on one of several orders."""

    order_id: UUID


class TogetherIn(BaseModel):
    """Requests about several orders of one shop: all of them, or none."""

    requests: Annotated[list[OrderRequestIn], Field(max_length=20)]

    def made(self) -> list[tuple[UUID, Request]]:
        return [(each.order_id, RequestIn.made(each)) for each in self.requests]


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
