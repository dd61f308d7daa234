"""New parcels are followed."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.connectors.couriers.following import FOLLOW
from xiaoer.core import clock, queue
from xiaoer.core.events import on
from xiaoer.shipping.events import ParcelRegistered

STILL_TOLD = timedelta(days=14)
"""Of older labels a courier tells nothing new: imports of the past ask for none."""


@on(ParcelRegistered, when=lambda event: event.labelled_at > clock.now() - STILL_TOLD)
def follow(session: Session, event: ParcelRegistered) -> None:
    told = {
        "courier": event.courier,
        "tracking_no": event.tracking_no,
        "since": event.labelled_at.isoformat(),
    }
    queue.defer(session, FOLLOW, {"parcels": [told]})
