from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.wechat import service
from xiaoer.core import queue


@queue.task("wechat.carry_out", own_transactions=True)
def carry_out(_session: Session, payload: queue.Payload) -> None:
    """Tried again, later and later, while the account does not answer."""
    service.carry_out(UUID(payload["message_id"]))
