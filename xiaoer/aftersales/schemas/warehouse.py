"""What the warehouse sees of cases: things, parcels and clocks; no amounts, no talk."""

import datetime as dt
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from xiaoer.aftersales.models import CaseKind, CaseState, InterceptionState, Reason
from xiaoer.aftersales.schemas.parts import FromRow


class ArticleOut(FromRow):
    """`replacement_spec`: what is sent instead, where it is an exchange."""

    order_line_id: UUID
    title: str
    spec: str
    qty: int
    image_url: str | None
    replacement_spec: str | None


class _Work(BaseModel):
    case_id: UUID
    shop_id: UUID
    number: int
    order_no: str
    kind: CaseKind
    reason: Reason
    version: int
    state: CaseState
    opened_at: dt.datetime
    deadline_at: dt.datetime | None
    deadline_action: str
    articles: list[ArticleOut]


class IncomingOut(_Work):
    """A parcel on its way to us. `receive`: its goods are inspected; else it was stopped or
    refused on its way to the customer, and is only signed for."""

    carrier: str
    tracking_no: str
    node: str
    node_at: dt.datetime | None
    sent_at: dt.datetime
    signed_at: dt.datetime | None
    pickup_at: dt.datetime | None
    task: Literal["receive", "sign"]


class IncomingList(BaseModel):
    items: list[IncomingOut]


class StoppingOut(_Work):
    carrier: str
    tracking_no: str
    stop: InterceptionState
    by_name: str
    sent_at: dt.datetime
    answer: str
    answered_at: dt.datetime | None


class StoppingList(BaseModel):
    items: list[StoppingOut]


class OutgoingOut(_Work):
    """A replacement to send, and where to; name and phone as on every page."""

    receiver: str
    phone_masked: str
    address: str


class OutgoingList(BaseModel):
    items: list[OutgoingOut]


class DoneOut(BaseModel):
    """What a case became."""

    case_id: UUID
    number: int
    state: CaseState
    version: int
