"""Lists of what to look at first, on the wire. Amounts are cents."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.orders.models import OrderStatus
from xiaoer.shipping.models import DelayAnswer, Threat
from xiaoer.shipping.queries import Risk
from xiaoer.tasks.models import TaskState


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class FocusOut(_Read):
    order_id: UUID
    order_no: str
    customer_id: UUID | None
    customer: str | None
    status: OrderStatus
    risk: Risk
    since: datetime
    """When it was to be shipped, or since when there is no news."""
    score: int
    threat: Threat | None
    compensation_cents: int
    courier: str
    tracking_no: str
    parcel_text: str


class ShortOrderOut(_Read):
    delay_id: UUID
    order_id: UUID
    order_no: str
    paid_cents: int
    currency: str
    goods: str | None
    customer: str | None
    loss: Literal["lost_order", "delayed_shipment"]
    opened_at: datetime
    told_at: datetime | None
    expected_at: datetime | None
    answer: DelayAnswer | None
    ended_at: datetime | None
    task_id: UUID | None
    task_number: int | None
    task_state: TaskState | None
