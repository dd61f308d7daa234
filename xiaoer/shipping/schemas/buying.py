"""An order under way as its buyer sees it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from xiaoer.customers import rules as privacy
from xiaoer.orders.models import CheckState, Order, OrderCheck, OrderStatus
from xiaoer.orders.service.amending import UNSHIPPED
from xiaoer.shipping import rules
from xiaoer.shipping.models import Node, Parcel, TrackingEvent


class OwnScanOut(BaseModel):
    at: datetime
    text: str
    place: str


class OwnParcelOut(BaseModel):
    courier: str
    courier_name: dict[str, str]
    tracking_no: str
    node: Node
    scans: list[OwnScanOut]

    @classmethod
    def of(cls, parcel: Parcel, scans: Sequence[TrackingEvent]) -> "OwnParcelOut":
        known = rules.known().get(parcel.courier)
        names = {"zh": known.zh, "en": known.en} if known else {}
        return cls(
            courier=parcel.courier,
            courier_name=names or {"zh": parcel.courier, "en": parcel.courier},
            tracking_no=parcel.tracking_no,
            node=parcel.node,
            scans=[OwnScanOut(at=each.at, text=each.text, place=each.place) for each in scans],
        )


class OwnCheckOut(BaseModel):
    """What the buyer is asked to confirm; `open`: it can still be answered."""

    state: CheckState
    open: bool
    due_at: datetime | None
    receiver_name: str
    receiver_phone: str
    receiver_address: str
    courier: str
    courier_chosen: bool
    couriers: list[str]

    @classmethod
    def of(
        cls, order: Order, check: OrderCheck, couriers: Sequence[str], *, vouched: bool
    ) -> "OwnCheckOut":
        """Masked for who only proved to know the order: it may have been read off a parcel."""
        name, phone, address = order.receiver_name, order.receiver_phone, order.receiver_address
        if not vouched:
            name, phone = privacy.mask_name(name), privacy.mask_phone(phone)
            address = privacy.mask_address(address)
        late = check.state is CheckState.UNANSWERED and order.status in UNSHIPPED
        return cls(
            state=check.state,
            open=check.settled_at is None or late,
            due_at=check.due_at,
            receiver_name=name,
            receiver_phone=phone,
            receiver_address=address,
            courier=check.courier,
            courier_chosen=check.courier_chosen,
            couriers=list(couriers),
        )


class OwnShippingOut(BaseModel):
    order_id: UUID
    order_no: str
    status: OrderStatus
    sentence: str
    """Where it is, in the reader's language."""
    ship_by: datetime | None
    """Promised; None once it has left."""
    arrives_on: datetime | None
    parcels: list[OwnParcelOut]
    check: OwnCheckOut | None
