"""Talking to couriers: always here, in the worker, never in a transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from xiaoer.connectors.couriers import port
from xiaoer.connectors.couriers.following import FOLLOW
from xiaoer.connectors.couriers.port import Followed
from xiaoer.connectors.couriers.twin import client
from xiaoer.core import queue

port.connect(port.DEFAULT, client.present)


@queue.task(FOLLOW, own_transactions=True)
def follow(_session: Session, payload: queue.Payload) -> None:
    """Have scans pushed to us; a courier that is away is asked again by the queue."""
    told = [each | {"since": datetime.fromisoformat(each["since"])} for each in payload["parcels"]]
    port.named().follow([Followed(**each) for each in told])
