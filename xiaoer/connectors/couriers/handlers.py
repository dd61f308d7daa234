"""New parcels are followed."""

from sqlalchemy.orm import Session

from xiaoer.connectors.couriers.following import FOLLOW
from xiaoer.core import queue
from xiaoer.core.events import on
from xiaoer.shipping.events import ParcelRegistered


@on(ParcelRegistered)
def follow(session: Session, event: ParcelRegistered) -> None:
    told = {"courier": event.courier, "tracking_no": event.tracking_no}
    queue.defer(session, FOLLOW, {"parcels": [told]})
