"""Notices go out in the worker; carriers are called with no transaction open."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db, queue
from xiaoer.notices import service
from xiaoer.notices.service import SenderUnreachable
from xiaoer.notices.service.asking import SEND


@queue.task(SEND, own_transactions=True)
def send(_session: Session, payload: queue.Payload) -> None:
    with db.transaction() as session:
        outgoing = service.claim(session, UUID(payload["notice_id"]))
    sender = service.sender_of(outgoing.channel) if outgoing else None
    if outgoing is None or sender is None:
        return
    receipt, detail = None, ""
    try:
        receipt = sender.send(outgoing)
    except (SenderUnreachable, OSError) as error:
        detail = str(error)
    with db.transaction() as session:
        service.record(session, outgoing, receipt, detail)
    for news in sender.reports():
        with db.transaction() as session:
            service.report(session, news)
