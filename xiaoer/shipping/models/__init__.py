"""Tables of shipping."""

from xiaoer.shipping.models.parcels import (
    Node,
    Parcel,
    ParcelCell,
    Standstill,
    StrayEvent,
    TrackingEvent,
)
from xiaoer.shipping.models.reminders import CourierDesk, Receiver, Reminder, ReminderOrder
from xiaoer.shipping.models.watches import (
    OPEN_STAGES,
    Cause,
    ShipWatch,
    Stage,
    Suspension,
    Threat,
    Urgency,
    Warehouse,
    WatchCell,
)

__all__ = [
    "OPEN_STAGES",
    "Cause",
    "CourierDesk",
    "Node",
    "Parcel",
    "ParcelCell",
    "Receiver",
    "Reminder",
    "ReminderOrder",
    "ShipWatch",
    "Stage",
    "Standstill",
    "StrayEvent",
    "Suspension",
    "Threat",
    "TrackingEvent",
    "Urgency",
    "Warehouse",
    "WatchCell",
]
