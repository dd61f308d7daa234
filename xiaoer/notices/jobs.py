"""Notices go out in the worker; carriers are called with no transaction open."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import batching, db, events, queue
from xiaoer.core.remembering import once_each
from xiaoer.notices import service
from xiaoer.notices.service import Handed, Outgoing, SenderUnreachable
from xiaoer.notices.service.asking import SEND

CALLS_AT_ONCE = 4
"""Of one batch: each is over well within the lease, and few connections are needed for it."""

logger = logging.getLogger(__name__)
_carriers = ThreadPoolExecutor(CALLS_AT_ONCE, thread_name_prefix="carrier")


@queue.several(SEND, own_transactions=True)
def send(session: Session, payloads: Sequence[queue.Payload]) -> batching.After | None:
    """Notices are claimed along with their jobs, and handed over after that."""
    with once_each(session):
        claimed = service.claim(session, [UUID(each["notice_id"]) for each in payloads])
    return partial(_carry, claimed) if claimed else None


def _carry(claimed: Sequence[Outgoing]) -> None:
    handed = [each for each in _carriers.map(_hand_over, claimed) if each is not None]
    try:
        _write(handed)
    except Exception as failure:  # noqa: BLE001 - each is tried alone, and then says why
        logger.info("%d answers could not be written together: %s", len(handed), failure)
        for each in handed:
            _write_alone(each)
    for channel in {each.outgoing.channel for each in handed}:
        sender = service.sender_of(channel)
        if sender and (news := sender.reports()):
            with db.transaction() as session, events.together(session):
                service.report(session, news)


def _hand_over(outgoing: Outgoing) -> Handed | None:
    """What the carrier said; None when nothing can be written of it: then its claim runs out."""
    sender = service.sender_of(outgoing.channel)
    try:
        return Handed(outgoing, sender.send(outgoing)) if sender else None
    except (SenderUnreachable, OSError) as error:
        return Handed(outgoing, None, str(error))
    except Exception:
        logger.exception("Notice %s could not be handed over.", outgoing.notice_id)
        return None


def _write(handed: Sequence[Handed]) -> None:
    with db.transaction() as session, events.together(session):
        service.record(session, handed)


def _write_alone(handed: Handed) -> None:
    try:
        _write([handed])
    except Exception:
        logger.exception("What came of notice %s could not be written.", handed.outgoing.notice_id)
