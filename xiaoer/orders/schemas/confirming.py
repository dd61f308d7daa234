"""What waits for a customer's word, on the wire. Amounts are cents."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Words
from xiaoer.customers import rules as privacy
from xiaoer.orders.models import CallOutcome, CheckState, OrderStatus, RefusalCause, UnpaidWhy
from xiaoer.orders.service import Corrected

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Words]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), Words]


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class AddressIn(BaseModel):
    """Empty: everything is right as it is."""

    address: Text = ""
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100), Words] = ""
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), Words] = ""
    courier: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), Words] = ""

    def corrected(self) -> Corrected | None:
        return Corrected(self.address, self.name, self.phone) if self.address else None


class CallIn(BaseModel):
    outcome: CallOutcome
    seconds: Annotated[int, Field(ge=0, le=36_000)]
    note: Text = ""
    new_order_no: Annotated[str, StringConstraints(max_length=64), Words] = ""


class ComplaintIn(BaseModel):
    words: Annotated[str, Field(min_length=1, max_length=1000)]


class RefusalIn(BaseModel):
    cause: RefusalCause
    freight_cents: Annotated[int, Field(ge=0, le=10**8)] = 0


class WhyIn(BaseModel):
    why: UnpaidWhy
    said_no: bool = False


class ReasonIn(BaseModel):
    reason: Said


class RateIn(BaseModel):
    order_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    text: Said
    recommends: bool = False


class RatedOut(BaseModel):
    rated: int


class OrderCheckOut(_Read):
    id: UUID
    order_id: UUID
    order_no: str
    customer_id: UUID | None
    customer: str | None
    receiver_name: str
    receiver_phone: str
    receiver_address: str
    status: OrderStatus
    state: CheckState
    several: bool
    courier: str
    courier_chosen: bool
    currency: str
    online_cents: int
    cod_cents: int = 0
    calls: int
    last_call: datetime | None
    opened_at: datetime
    due_at: datetime

    @classmethod
    def of(cls, row: Any, fee_cents: int = 0) -> "OrderCheckOut":
        told = cls.model_validate(row)
        fee = row.order_facts.get("buyer_cod_fee_cents", fee_cents)
        told.cod_cents = told.online_cents + int(fee)
        return told

    def masked(self) -> "OrderCheckOut":
        """A list needs nobody's name and number; who calls reveals it, with a reason."""
        self.receiver_name = privacy.mask_name(self.receiver_name)
        self.receiver_phone = privacy.mask_phone(self.receiver_phone)
        return self


class UnpaidOut(_Read):
    id: UUID
    order_no: str
    customer_id: UUID | None
    customer: str | None
    currency: str
    placed_at: datetime | None
    cents: int
    title: str | None
    stock: int | None
    nudges: int
    last_nudge: datetime | None
    said_no: bool
    why: UnpaidWhy
    paid_twin: str | None


class UnpaidList(BaseModel):
    cutoff_at: datetime
    """Paid by then, it is sent today."""
    items: list[UnpaidOut]


class NudgedOut(_Read):
    by: str
    template: str
    nudged: int
    paid: int
    cents: int


class CodReportOut(_Read):
    orders: int
    confirmed: int
    unconfirmed_sent: int
    refused: int
    refused_confirmed: int
    sent: int
    sent_confirmed: int
    freight_cents: int
    calls: int
    seconds: int
    averted: int
    deceived: int
    """Customers who complain of the price; `deceived_called`: although they had been called."""
    deceived_called: int
    call_cents: int = 0
    """What the calls cost, by the shop's price of a minute."""


class ExceptionOut(_Read):
    id: UUID
    order_no: str
    shipped_at: datetime
    courier: str
    tracking_no: str


class RatingOut(_Read):
    id: UUID
    order_no: str
    customer: str | None
    completed_at: datetime
    state: str
    text: str | None
    by: str | None


class RatingList(BaseModel):
    templates: list[str]
    items: list[RatingOut]


class AstrayOut(_Read):
    asked: str
    orders: int
    astray: int


class QueuesOut(_Read):
    addresses: int
    cod: int
    unpaid: int
    ratings: int
