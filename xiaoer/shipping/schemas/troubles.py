"""Logistics cases and couriers' figures, on the wire. Amounts are cents."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Words
from xiaoer.shipping.models import EntryKind, TroubleEnd, TroubleType
from xiaoer.shipping.service import News

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Words]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Words]
Cents = Annotated[int, Field(ge=1, le=10**10)]


class TroubleIn(BaseModel):
    order_id: UUID
    type: TroubleType
    parcel_id: UUID | None = None
    note: Text = ""
    wrong_address: bool = False
    """It went astray because the address was wrong (ADR-9)."""


class TroubleEntryIn(BaseModel):
    """An inquiry wants `due_at`; a claim and a payout want `cents`."""

    kind: EntryKind
    text: Said
    due_at: AwareDatetime | None = None
    cents: Cents | None = None


class TroubleEndIn(BaseModel):
    ended: TroubleEnd
    text: Said


class TroubleMade(BaseModel):
    id: UUID
    number: int


class TroubleOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    number: int
    order_id: UUID
    order_no: str
    customer_id: UUID | None
    customer: str | None
    courier: str
    tracking_no: str | None
    region: str
    type: TroubleType
    note: str
    task_id: UUID | None
    follow_up_at: datetime
    currency: str
    claim_cents: int
    paid_cents: int
    last_text: str | None
    last_at: datetime | None
    opened_at: datetime
    opened_by: str
    ended: TroubleEnd | None
    ended_at: datetime | None


class TroublePage(BaseModel):
    items: list[TroubleOut]
    next: str | None


class TroubleEntryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: EntryKind
    text: str
    cents: int
    due_at: datetime | None
    answered_at: datetime | None
    notice_id: UUID | None
    by: str
    at: datetime


class EntriesOut(BaseModel):
    items: list[TroubleEntryOut]
    comfort: list[str]
    """Words that comfort, for this kind of trouble (LOG-5)."""


class PerformanceOut(BaseModel):
    """Figures of a courier; see `performance`."""

    model_config = ConfigDict(from_attributes=True)

    courier: str
    region: str
    parcels: int
    signed: int
    pickup_hours: float | None
    way_hours: float | None
    exceptions: int
    answer_hours: float | None
    claims: int
    claim_cents: int
    paid_cents: int


class AnnounceIn(BaseModel):
    """Tell the customers of these orders of their parcels."""

    shop_id: UUID
    order_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    news: News
