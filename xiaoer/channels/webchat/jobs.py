"""Work of the shop's own chat that waits."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.webchat.service import leaving
from xiaoer.core import queue


@queue.task("webchat.gone")
def gone(session: Session, payload: queue.Payload) -> None:
    leaving.look(
        session,
        shop_id=UUID(payload["shop_id"]),
        customer_id=UUID(payload["customer_id"]),
        closed_at=datetime.fromisoformat(payload["closed_at"]),
    )
