"""Lists beside the cases: amendments, parcels awaited, recoveries, bulk answers."""

import datetime as dt
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from xiaoer.aftersales.models import (
    AmendmentKind,
    RecoveryState,
)
from xiaoer.aftersales.schemas.caring import Both
from xiaoer.aftersales.schemas.parts import FromRow, PlaceOut


class PlaceList(BaseModel):
    items: list[PlaceOut]


class AmendmentOut(FromRow):
    id: UUID
    order_id: UUID
    kind: AmendmentKind
    before: dict[str, Any]
    after: dict[str, Any]
    due_cents: int
    instrument_id: UUID | None
    by_name: str
    at: dt.datetime


class ForeseenOut(BaseModel):
    """What a change comes to: above zero it is charged, below given back."""

    allowed: bool
    currency: str
    due_cents: int
    code: str
    sentence: Both | None


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


class AwaitedOut(FromRow):
    case_id: UUID
    carrier: str
    tracking_no: str
    node: str
    sent_at: dt.datetime
    signed_at: dt.datetime | None


class AwaitedList(BaseModel):
    items: list[AwaitedOut]


class RecoveryOut(FromRow):
    """`due_at`: until when somebody has to have seen to it."""

    id: UUID
    shop_id: UUID
    case_id: UUID
    case_number: int
    order_no: str
    customer_id: UUID | None
    customer_name: str
    currency: str
    cents: int
    due_at: dt.datetime
    reminders: int
    reminded_at: dt.datetime | None
    why: str
    state: RecoveryState
    at: dt.datetime
    ended_at: dt.datetime | None
    note: str


class RecoveryList(BaseModel):
    items: list[RecoveryOut]


class DroppedOut(FromRow):
    order_line_id: UUID
    title: str
    units: int
    paid_each_cents: int
    now_each_cents: int
    cents: int


class PriceDropOut(BaseModel):
    """What comes back for prices that fell, and the rule that says so; `allowed`: it may be asked
    for now."""

    currency: str
    cents: int
    lines: list[DroppedOut]
    allowed: bool
    row: str | None
    clauses: list[str]
