"""Facts about shipping. What is done about them is for those above."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ShippingSuspended(Event):
    """A time was announced in which nobody has to ship."""

    subject_field = "suspension_id"

    suspension_id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class WarehouseChanged(Event):
    """A warehouse was added or set otherwise."""

    subject_field = "warehouse_id"

    warehouse_id: UUID
    code: str
    name: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class _ParcelEvent(Event):
    subject_field = "order_id"

    parcel_id: UUID
    order_id: UUID
    courier: str
    tracking_no: str

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}"]


@dataclass(frozen=True, kw_only=True)
class ParcelRegistered(_ParcelEvent):
    """A parcel of the order has a number."""

    labelled_at: datetime


@dataclass(frozen=True, kw_only=True)
class ParcelMoved(_ParcelEvent):
    """A scan brought the parcel to another node; `picked` is the courier's first."""

    before: str
    node: str
    code: str
    text: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ParcelStalled(_ParcelEvent):
    """No news for longer than the rule allows. `standstill`: `unscanned` (marked as shipped and
    never picked up), `no_trace` (picked up and never seen again), or `stalled` on its way."""

    warehouse_id: UUID | None
    node: str
    standstill: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class ShipDeadlineMissed(Event):
    """The order was not shipped (`ship`) or not picked up (`pickup`) in time. Told once each."""

    subject_field = "order_id"

    order_id: UUID
    kind: str
    due_at: datetime
    warehouse_id: UUID | None
    courier: str
    stage: str
    complaint: bool
    compensation_cents: int
    compensation_form: str

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}"]


@dataclass(frozen=True, kw_only=True)
class OrderOverlooked(Event):
    """Paid for a while, and nobody has made a label for it (遗漏)."""

    subject_field = "order_id"

    order_id: UUID
    warehouse_id: UUID | None

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}"]


@dataclass(frozen=True, kw_only=True)
class BoardChanged(Event):
    """Figures of the board are others than a moment ago: told at most once a second."""

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class DelaysPredicted(Event):
    """These orders are expected to miss their deadline, for one reason and from one place."""

    warehouse_id: UUID | None
    courier: str
    threat: str
    order_ids: list[UUID]
    expected_at: datetime | None
    """When the last of them will be shipped, as far as the pace tells."""

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class _ReminderEvent(Event):
    subject_field = "reminder_id"

    reminder_id: UUID

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ReminderAnswered(_ReminderEvent):
    """The warehouse or courier said what is difficult and when it can be done."""

    task_id: UUID
    difficulty: str
    proposed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ReminderEscalated(_ReminderEvent):
    """Nobody acknowledged it in time: the lead has it now, if there is one."""

    task_id: UUID
    lead_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class ReminderClosedWith(_ReminderEvent):
    """It is solved; this was the cause, and this is learned."""

    cause: str
    lesson: str


@dataclass(frozen=True, kw_only=True)
class CourierDeskChanged(Event):
    """A courier's share or people were set, or it stopped or takes parcels again."""

    courier: str
    share: int
    stopped: bool

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class _DelayEvent(Event):
    subject_field = "order_id"

    order_id: UUID
    delay_id: UUID

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class DelayTold(_DelayEvent):
    """The customer was told why it takes longer, and until when."""

    reason: str
    expected_at: datetime


@dataclass(frozen=True, kw_only=True)
class DelayBlamed(_DelayEvent):
    """Whose the delay is. `missed_at`: the deadline that has passed, if one has."""

    cause: str
    missed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class DelayDecided(_DelayEvent):
    """The customer wants to wait, a swap, a part of it, the money back or compensation."""

    answer: str
    opinion: str
    others: list[dict[str, Any]]
    """For a swap: `order_line_id`, `qty` and the `sku_id` it becomes."""


@dataclass(frozen=True, kw_only=True)
class TroubleOpened(Event):
    """A logistics case is open: something happened to a parcel on its way."""

    subject_field = "order_id"

    trouble_id: UUID
    order_id: UUID
    courier: str
    type: str

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class TroubleEndedWith(TroubleOpened):
    """It is over: delivered, sent anew, refunded or claimed."""

    ended: str


@dataclass(frozen=True, kw_only=True)
class ShippingSettingsChanged(Event):
    """The shop's choices for shipping are others now: by name what stood there, and what does."""

    changes: dict[str, list[Any]]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
