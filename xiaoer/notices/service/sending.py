"""A notice goes out: claimed, handed over outside of any transaction, and its answer recorded."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import auth, clock, events, queue, shops
from xiaoer.customers.models import Customer
from xiaoer.notices import queries, rules
from xiaoer.notices.events import NoticeDelivered, NoticeFailed, NoticeFellBack, NoticeSent
from xiaoer.notices.models import Notice, NoticeAttempt, NoticeState, Outcome
from xiaoer.notices.service.asking import SEND, common, sendable_from
from xiaoer.notices.service.senders import (
    DeliveryReport,
    Outgoing,
    Receipt,
    finds_by_customer,
)

NO_ADDRESS = "no address"


def claim(session: Session, notice_id: UUID) -> Outgoing | None:
    """Take the notice to send it now; None when there is nothing to send (yet).

    Another worker's claim holds for `rules.LEASE`; then a job left behind here tries again.
    """
    notice = queries.locked(session, notice_id)
    now = clock.now()
    if notice is None or notice.state is not NoticeState.QUEUED:
        return None
    if notice.claimed_until is not None and notice.claimed_until > now:
        return None
    quiet_until = sendable_from(shops.get(session, notice.shop_id), now, urgent=notice.urgent)
    wait_until = max(notice.send_after, quiet_until)
    if wait_until > now:
        notice.send_after = wait_until
        queue.defer(session, SEND, {"notice_id": notice.id}, run_at=wait_until)
        return None
    address = _address(session, notice)
    if address is None:
        return None
    notice.tries += 1
    notice.claimed_until = now + rules.LEASE
    number = _next_number(session, notice.id)
    session.add(NoticeAttempt(notice_id=notice.id, number=number, channel=notice.channel))
    queue.defer(session, SEND, {"notice_id": notice.id}, run_at=notice.claimed_until)
    session.flush()
    key = rules.key_of(notice.id, notice.channel)
    return Outgoing(notice.id, number, key, notice.channel, address, notice.text)


def record(session: Session, outgoing: Outgoing, receipt: Receipt | None, detail: str = "") -> None:
    """What the carrier said; `receipt` None: nothing."""
    notice = queries.locked(session, outgoing.notice_id)
    attempt = session.get_one(NoticeAttempt, (outgoing.notice_id, outgoing.number))
    if notice is None or attempt.outcome is not Outcome.UNDER_WAY:
        return
    attempt.ended_at, attempt.detail = clock.now(), detail or (receipt.reason if receipt else "")
    attempt.outcome = _outcome(receipt)
    notice.claimed_until = None
    if notice.state is not NoticeState.QUEUED or notice.channel != outgoing.channel:
        return
    if receipt is None:
        _again(session, notice, attempt.detail)
    elif receipt.accepted:
        notice.state, notice.sent_at = NoticeState.SENT, clock.now()
        notice.external_id = receipt.external_id
        session.flush()
        events.emit(session, auth.system("notices"), NoticeSent(**common(notice)))
    else:
        _fall_back(session, notice, receipt.reason)


def report(session: Session, news: DeliveryReport) -> None:
    """Later news of a notice that was sent. The same news twice changes nothing."""
    named = rules.parse_key(news.key)
    notice = queries.locked(session, named[0]) if named else None
    if notice is None or named is None or notice.channel != named[1]:
        return
    if notice.state not in (NoticeState.SENT, NoticeState.QUEUED):
        return
    if news.delivered:
        notice.state, notice.delivered_at = NoticeState.DELIVERED, clock.now()
        session.flush()
        events.emit(session, auth.system("notices"), NoticeDelivered(**common(notice)))
    else:
        notice.state = NoticeState.QUEUED
        _fall_back(session, notice, news.reason)


def _outcome(receipt: Receipt | None) -> Outcome:
    if receipt is None:
        return Outcome.UNREACHABLE
    return Outcome.ACCEPTED if receipt.accepted else Outcome.REFUSED


def _address(session: Session, notice: Notice) -> str | None:
    """Where the present channel reaches the customer; falls back by itself where it does not."""
    customer = session.get_one(Customer, notice.customer_id)
    while notice.state is NoticeState.QUEUED:
        if finds_by_customer(notice.channel):
            return str(customer.id)
        address = queries.address(session, customer, notice.channel)
        if address:
            return address
        _fall_back(session, notice, NO_ADDRESS, soon=False)
    return None


def _again(session: Session, notice: Notice, reason: str) -> None:
    wait = rules.retry_after(notice.tries)
    if wait is None:
        _fall_back(session, notice, reason)
        return
    notice.send_after = clock.now() + wait
    queue.defer(session, SEND, {"notice_id": notice.id}, run_at=notice.send_after)


def _fall_back(session: Session, notice: Notice, reason: str, *, soon: bool = True) -> None:
    following = rules.next_channel(notice.channels, notice.channel)
    notice.failure, notice.external_id, notice.tries = reason, None, 0
    if following is None:
        notice.state, notice.failed_at = NoticeState.FAILED, clock.now()
        session.flush()
        told = NoticeFailed(**common(notice), reason=reason)
        events.emit(session, auth.system("notices"), told)
        return
    told_back = NoticeFellBack(**common(notice), next_channel=following, reason=reason)
    notice.channel, notice.send_after = following, clock.now()
    session.flush()
    events.emit(session, auth.system("notices"), told_back)
    if soon:
        queue.defer(session, SEND, {"notice_id": notice.id})


def _next_number(session: Session, notice_id: UUID) -> int:
    last = session.scalar(
        select(func.max(NoticeAttempt.number)).where(NoticeAttempt.notice_id == notice_id)
    )
    return (last or 0) + 1
