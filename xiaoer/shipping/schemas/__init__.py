"""Shipping on the wire. Amounts are cents."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints
from sqlalchemy import Row

from xiaoer.core.web import Words
from xiaoer.shipping.models import (
    Cause,
    Node,
    Parcel,
    ShipWatch,
    Stage,
    Standstill,
    Threat,
    TrackingEvent,
    Urgency,
    Warehouse,
)
from xiaoer.shipping.queries import Board, Figure
from xiaoer.shipping.service import Held, Label, Packed, Scan, Taken

MOST_AT_ONCE = 1000

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100), Words]
Number = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Words
]
Courier = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Words
]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Words]


class LabelIn(BaseModel):
    """A parcel of an order; `marked`: the shop says it is on its way."""

    order_no: Number
    courier: Courier
    tracking_no: Number
    labelled_at: AwareDatetime | None = None
    marked: bool = True
    last: bool = True
    """No further parcel of the order follows."""
    warehouse: Short = ""
    region: Short = ""

    def told(self) -> Label:
        return Label(**self.model_dump())


class LabelsIn(BaseModel):
    shop_id: UUID
    parcels: Annotated[list[LabelIn], Field(min_length=1, max_length=MOST_AT_ONCE)]


class PackedOut(BaseModel):
    new: int
    known: int
    refused: list[int]
    """Places in the request whose order is not there."""
    held: dict[int, Held] = {}
    """Places whose order must not leave yet, and why."""

    @classmethod
    def of(cls, done: Packed) -> "PackedOut":
        return cls(new=done.new, known=done.known, refused=done.refused, held=done.held)


class ScanIn(BaseModel):
    courier: Courier
    tracking_no: Number
    at: AwareDatetime
    code: Annotated[str, StringConstraints(max_length=8), Words]
    """As Kuaidi100 lists them: 103 collected, 1002 between hubs, 5 delivering, 301 signed, …"""
    text: Long = ""
    place: Short = ""

    def told(self) -> Scan:
        return Scan(**self.model_dump())


class ScansIn(BaseModel):
    shop_id: UUID
    scans: Annotated[list[ScanIn], Field(min_length=1, max_length=MOST_AT_ONCE)]


class TakenOut(BaseModel):
    new: int
    known: int
    stray: int
    """Of numbers nobody told us of yet: kept until somebody does."""
    refused: list[int]
    """Places in the request whose code means nothing."""

    @classmethod
    def of(cls, taken: Taken) -> "TakenOut":
        return cls(new=taken.new, known=taken.known, stray=taken.stray, refused=taken.refused)


class TrackingOut(BaseModel):
    at: datetime
    code: str
    node: Node
    text: str
    place: str

    @classmethod
    def of(cls, scan: TrackingEvent) -> "TrackingOut":
        return cls(at=scan.at, code=scan.code, node=scan.node, text=scan.text, place=scan.place)


class ParcelOut(BaseModel):
    id: UUID
    courier: str
    tracking_no: str
    node: Node
    text: str
    place: str
    labelled_at: datetime
    marked_at: datetime | None
    picked_at: datetime | None
    last_at: datetime | None
    signed_at: datetime | None
    standstill: Standstill | None
    standing_since: datetime | None
    doubts: list[str]
    scans: list[TrackingOut]

    @classmethod
    def of(cls, parcel: Parcel, scans: Sequence[TrackingEvent]) -> "ParcelOut":
        names = set(cls.model_fields) - {"scans"}
        told = {name: getattr(parcel, name) for name in names}
        return cls(**told, scans=[TrackingOut.of(each) for each in scans])


class WatchOut(BaseModel):
    """What is owed about shipping the order, and what missing it costs (SHP-2)."""

    stage: Stage
    urgency: Urgency
    overlooked: bool
    ship_by: datetime
    pickup_by: datetime
    due_at: datetime
    marked_at: datetime | None
    handed_at: datetime | None
    warehouse_id: UUID | None
    courier: str
    rule_row: str
    complaint: bool
    compensation_cents: int
    compensation_form: str
    threat: Threat | None
    expected_at: datetime | None
    cause: Cause | None

    @classmethod
    def of(cls, watch: ShipWatch) -> "WatchOut":
        return cls(**{name: getattr(watch, name) for name in cls.model_fields})


class OrderShippingOut(BaseModel):
    order_id: UUID
    watch: WatchOut | None
    parcels: list[ParcelOut]


class PlaceOut(BaseModel):
    warehouse_id: UUID | None
    courier: str
    figures: dict[Figure, int]


class WarehouseOut(BaseModel):
    id: UUID
    code: str
    name: str


class BoardOut(BaseModel):
    """Figures of this moment; `soon`, `near` and `last` begin at the warnings of each order."""

    at: datetime
    totals: dict[Figure, int]
    places: list[PlaceOut]
    warehouses: list[WarehouseOut]

    @classmethod
    def of(cls, board: Board, at: datetime) -> "BoardOut":
        return cls(
            at=at,
            totals=board.totals,
            places=[PlaceOut(**vars(place)) for place in board.places],
            warehouses=[
                WarehouseOut(id=id_, code=code, name=name) for id_, code, name in board.warehouses
            ],
        )


class BehindOut(BaseModel):
    """An order behind a figure."""

    id: UUID
    order_no: str
    customer_id: UUID | None
    source: str
    paid_cents: int
    currency: str
    stage: Stage
    urgency: Urgency
    overlooked: bool
    paid_at: datetime | None
    ship_by: datetime
    pickup_by: datetime
    due_at: datetime
    marked_at: datetime | None
    warehouse_id: UUID | None
    courier: str
    tracking_no: str
    parcel_text: str
    parcel_at: datetime | None
    threat: Threat | None
    expected_at: datetime | None
    complaint: bool
    compensation_cents: int
    compensation_form: str
    standstill: Standstill | None
    standing_since: datetime | None
    node: Node | None

    @classmethod
    def of(cls, row: Row[Any]) -> "BehindOut":
        return cls(**{name: getattr(row, name) for name in cls.model_fields})


class BehindPage(BaseModel):
    items: list[BehindOut]
    next: str | None


class SuspensionIn(BaseModel):
    shop_id: UUID
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    reason: Annotated[Short, Field(min_length=1)]
    source: Short | None = None


class SuspensionOut(BaseModel):
    id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: str
    source: str | None


class WarehouseIn(BaseModel):
    shop_id: UUID
    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
    name: Annotated[Short, Field(min_length=1)]
    group_id: UUID | None = None
    lead_id: UUID | None = None
    usual: bool = False
    active: bool = True


class WarehouseSet(WarehouseIn):
    id: UUID

    @classmethod
    def of(cls, place: Warehouse) -> "WarehouseSet":
        return cls(**{name: getattr(place, name) for name in cls.model_fields})
