"""An order and its lines as a source tells them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from xiaoer.orders.models import Flag, LineStatus, OrderStatus


@dataclass(slots=True, kw_only=True)
class LineRow:
    """A line as the source tells it; `list_cents` is the whole line at list price, `tax_cents` the
    tax within what is paid for it."""

    title: str
    list_cents: int
    tax_cents: int = 0
    quantity: int | None = 1
    spec: str = ""
    sku_id: UUID | None = None
    image_url: str | None = None
    status: LineStatus = LineStatus.NORMAL
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class OrderRow:
    """An order as the source tells it. `payable_cents`: what it costs the buyer, freight included;
    `paid_cents`: what was really paid of it."""

    order_no: str
    source: str
    status: OrderStatus
    currency: str
    content_hash: bytes | None = None
    lines: Sequence[LineRow] = ()
    customer_id: UUID | None = None
    payable_cents: int = 0
    platform_discount_cents: int = 0
    freight_cents: int = 0
    paid_cents: int = 0
    refunded_cents: int = 0
    amounts_known: bool = True
    placed_at: datetime | None = None
    paid_at: datetime | None = None
    shipped_at: datetime | None = None
    collected_at: datetime | None = None
    signed_at: datetime | None = None
    completed_at: datetime | None = None
    closed_at: datetime | None = None
    promised_ship_by: datetime | None = None
    promised_arrival: datetime | None = None
    receiver_name: str = ""
    receiver_phone: str = ""
    receiver_address: str = ""
    courier: str = ""
    tracking_no: str = ""
    parcel_text: str = ""
    parcel_at: datetime | None = None
    buyer_message: str = ""
    flag: Flag | None = None
    facts: dict[str, Any] = field(default_factory=dict)
