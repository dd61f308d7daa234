"""Facts about orders."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _OrderEvent(Event):
    subject_field = "order_id"

    order_id: UUID
    order_no: str
    customer_id: UUID | None

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class OrdersLoaded(Event):
    """Orders were written in bulk; `moved` names those whose status changed.

    Ids are made in order of time: those created lie between `first_id` and `last_id`, perhaps
    among others'. `renewed` were known before.
    """

    created: int
    updated: int
    moved: list[UUID]
    first_id: UUID | None = None
    last_id: UUID | None = None
    renewed: list[UUID] = field(default_factory=list)

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class OrderMoved(_OrderEvent):
    """The order's status changed."""

    before: str
    after: str
    by_scan: bool = False
    """A parcel's scans or label moved it, not a person or a source."""


@dataclass(frozen=True, kw_only=True)
class ParcelReported(_OrderEvent):
    """The courier told where the parcel is."""

    courier: str
    tracking_no: str
    text: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class OrderRemarked(_OrderEvent):
    """Somebody left a remark for everybody who handles the order later (MEM-1)."""

    remark_id: UUID
    type: str
    old_value: str | None
    new_value: str | None
    text: str
    flag: str | None


@dataclass(frozen=True, kw_only=True)
class OrderChecked(_OrderEvent):
    """An address or a cash-on-delivery order was confirmed, changed, or nobody answered."""

    check: str
    state: str


@dataclass(frozen=True, kw_only=True)
class CodRefused(_OrderEvent):
    """A parcel to be paid on delivery was refused at the door."""

    cause: str
    freight_cents: int


@dataclass(frozen=True, kw_only=True)
class BuyerNudged(_OrderEvent):
    """The customer was reminded to pay."""

    template: str


@dataclass(frozen=True, kw_only=True)
class BuyerRated(_OrderEvent):
    """The shop has rated the buyer."""

    recommends: bool


@dataclass(frozen=True, kw_only=True)
class CodDeceived(_OrderEvent):
    """A customer says they were deceived about the price of paying on delivery."""

    words: str


@dataclass(frozen=True, kw_only=True)
class OrderSettingsChanged(Event):
    """The shop confirms its orders otherwise: by name what stood there, and what does now."""

    changes: dict[str, list[Any]]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
