"""Delays and figures of shipping in time, on the wire. Amounts are cents."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Words
from xiaoer.shipping.models import Cause, DelayAnswer, Stage, Threat
from xiaoer.shipping.service import Other, Telling

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Words]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words]


class TellIn(BaseModel):
    """Tell the customers of these orders: whose delay it is, why, and the new time."""

    shop_id: UUID
    order_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    cause: Cause
    reason: Said
    expected_at: AwareDatetime


class UnreachedOut(BaseModel):
    order_id: UUID
    why: str


class ToldOut(BaseModel):
    told: int
    unreached: list[UnreachedOut]

    @classmethod
    def of(cls, done: Telling) -> "ToldOut":
        return cls(
            told=len(done.told),
            unreached=[UnreachedOut(order_id=key, why=why) for key, why in done.unreached.items()],
        )


class OtherIn(BaseModel):
    order_line_id: UUID
    qty: Annotated[int, Field(ge=1, le=1000)]
    sku_id: UUID

    def told(self) -> Other:
        return Other(**self.model_dump())


class DecisionIn(BaseModel):
    """What the customer said and wants."""

    answer: DelayAnswer
    opinion: Text = ""
    solution: Text = ""
    others: Annotated[list[OtherIn], Field(max_length=50)] = []


class CauseIn(BaseModel):
    cause: Cause


class DelayOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    order_id: UUID
    order_no: str
    customer_id: UUID | None
    customer: str | None
    warehouse_id: UUID | None
    courier: str
    stage: Stage
    due_at: datetime
    threat: Threat | None
    missed_at: datetime | None
    task_id: UUID | None
    cause: Cause | None
    reason: str
    expected_at: datetime | None
    told_at: datetime | None
    told_by: str
    answer: DelayAnswer | None
    opinion: str
    solution: str
    answered_at: datetime | None
    outcome: str
    case_id: UUID | None
    currency: str
    compensation_cents: int
    """What policy gives for it."""
    compensated_cents: int
    """What was given."""
    opened_at: datetime
    ended_at: datetime | None
    ended_why: str

    @classmethod
    def of(cls, row: Any) -> "DelayOut":
        return cls.model_validate(row)


class DelayPage(BaseModel):
    items: list[DelayOut]
    next: str | None


class IndicatorOut(BaseModel):
    """Counts of orders; see `indicators`."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    due: int
    picked_24h: int
    ripe: int
    shipped_in_time: int
    overdue: int
    own_fault: int
    compensated_cents: int


class CompensatedOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    cause: Cause | None
    warehouse: str | None
    product: str | None
    delays: int
    compensated: int
    cents: int
