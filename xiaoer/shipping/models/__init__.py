"""Tables of shipping."""

from xiaoer.shipping.models.parcels import (
    Node,
    Parcel,
    ParcelCell,
    Standstill,
    StrayEvent,
    TrackingEvent,
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
    "Node",
    "Parcel",
    "ParcelCell",
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
