"""Reminders, lessons and couriers on the wire."""

from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from xiaoer.shipping.models import Cause, CourierDesk, Receiver, Reminder
from xiaoer.shipping.schemas import MOST_AT_ONCE, Courier, Long

Said = Annotated[Long, Field(min_length=1)]


class RemindIn(BaseModel):
    shop_id: UUID
    order_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_AT_ONCE)]
    receiver: Receiver
    note: Long = ""
    ack_minutes: Annotated[int, Field(ge=5, le=1440)] = 120
    done_hours: Annotated[int, Field(ge=1, le=168)] = 8

    def asked(self) -> dict[str, Any]:
        return {
            "shop_id": self.shop_id,
            "order_ids": self.order_ids,
            "receiver": self.receiver,
            "note": self.note,
            "ack_within": timedelta(minutes=self.ack_minutes),
            "done_within": timedelta(hours=self.done_hours),
        }


class AnswerIn(BaseModel):
    difficulty: Said
    proposed_at: AwareDatetime | None = None


class PlanIn(BaseModel):
    plan: Said


class ClosingIn(BaseModel):
    cause: Cause
    action: Said
    result: Said
    lesson: Long = ""


class ReminderOut(BaseModel):
    id: UUID
    task_id: UUID
    receiver: Receiver
    warehouse_id: UUID | None
    courier: str
    note: str
    sent_by: str
    sent_at: datetime
    ack_by: datetime
    acknowledged_at: datetime | None
    escalated_at: datetime | None
    difficulty: str
    proposed_at: datetime | None
    answered_by: str
    plan: str
    agreed_at: datetime | None
    cause: Cause | None
    action: str
    result: str
    lesson: str
    closed_at: datetime | None
    closed_by: str
    orders: int

    @classmethod
    def of(cls, reminder: Reminder, orders: int) -> "ReminderOut":
        names = set(cls.model_fields) - {"orders"}
        return cls(**{name: getattr(reminder, name) for name in names}, orders=orders)


class RemindersOut(BaseModel):
    items: list[ReminderOut]


class ReminderList(RemindersOut):
    """Reminders with how many orders each is about."""


class LessonPage(RemindersOut):
    causes: dict[Cause, int]


class CourierIn(BaseModel):
    shop_id: UUID
    courier: Courier
    share: Annotated[int, Field(ge=0, le=1000)] = 0
    group_id: UUID | None = None
    lead_id: UUID | None = None
    stopped: bool = False


class CourierOut(BaseModel):
    shop_id: UUID
    courier: str
    share: int
    group_id: UUID | None
    lead_id: UUID | None
    stopped_since: datetime | None

    @classmethod
    def of(cls, desk: CourierDesk) -> "CourierOut":
        return cls(**{name: getattr(desk, name) for name in cls.model_fields})


class PresaleOut(BaseModel):
    id: UUID
    external_id: str
    title: str
    ship_on: str | None
    labelled: bool
