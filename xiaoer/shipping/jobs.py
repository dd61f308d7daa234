"""Background work of shipping."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import queue
from xiaoer.shipping import service
from xiaoer.shipping.service.arranging import RENEW


@queue.task(RENEW)
def renew(session: Session, payload: queue.Payload) -> None:
    """The rules of a shop changed: every open watch goes by them."""
    service.renew_open(session, UUID(payload["shop_id"]))
