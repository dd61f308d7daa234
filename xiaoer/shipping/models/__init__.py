"""Tables of shipping."""

from xiaoer.shipping.models.delays import DelayAnswer, ShipDelay
from xiaoer.shipping.models.duties import Party, RemarkDuty
from xiaoer.shipping.models.parcels import (
    Node,
    Parcel,
    ParcelCell,
    Standstill,
    StrayEvent,
    TrackingEvent,
)
from xiaoer.shipping.models.reminders import CourierDesk, Receiver, Reminder, ReminderOrder
from xiaoer.shipping.models.troubles import (
    EntryKind,
    Trouble,
    TroubleEnd,
    TroubleEntry,
    TroubleType,
)
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
    "DelayAnswer",
    "EntryKind",
    "Node",
    "Parcel",
    "ParcelCell",
    "Party",
    "Receiver",
    "RemarkDuty",
    "Reminder",
    "ReminderOrder",
    "ShipDelay",
    "ShipWatch",
    "Stage",
    "Standstill",
    "StrayEvent",
    "Suspension",
    "Threat",
    "TrackingEvent",
    "Trouble",
    "TroubleEnd",
    "TroubleEntry",
    "TroubleType",
    "Urgency",
    "Warehouse",
    "WatchCell",
]
