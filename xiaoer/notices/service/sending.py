"""A notice goes out: claimed, handed over outside of any transaction, and its answer recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

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


def claim(session: Session, notice_ids: Sequence[UUID]) -> list[Outgoing]:
    """Take notices to send them now, without those there is nothing to send of (yet).

    Another worker's claim holds for `rules.LEASE`; then a job left behind here tries again.
    """
    now = clock.now()
    due = [each for each in queries.locked(session, notice_ids) if _is_due(session, each, now)]
    people = queries.recipients(session, due)
    reached = [
        (notice, address)
        for notice in due
        if (address := _address(session, notice, people[notice.customer_id]))
    ]
    if not reached:
        return []
    lease = clock.now() + rules.LEASE
    tried = queries.last_attempts(session, [notice.id for notice, _ in reached])
    jobs = [{"notice_id": notice.id} for notice, _ in reached]
    queue.defer_many(session, SEND, jobs, run_at=lease)
    return [_taken(session, *each, tried.get(each[0].id, 0) + 1, lease) for each in reached]


def _is_due(session: Session, notice: Notice, now: datetime) -> bool:
    if notice.state is not NoticeState.QUEUED:
        return False
    if notice.claimed_until is not None and notice.claimed_until > now:
        return False
    quiet_until = sendable_from(shops.get(session, notice.shop_id), now, urgent=notice.urgent)
    wait_until = max(notice.send_after, quiet_until)
    if wait_until > now:
        notice.send_after = wait_until
        queue.defer(session, SEND, {"notice_id": notice.id}, run_at=wait_until)
    return wait_until <= now


def _taken(
    session: Session, notice: Notice, address: str, number: int, lease: datetime
) -> Outgoing:
    notice.tries += 1
    notice.claimed_until = lease
    session.add(NoticeAttempt(notice_id=notice.id, number=number, channel=notice.channel))
    key = rules.key_of(notice.id, notice.channel)
    about = (notice.subject_type, notice.subject_id)
    return Outgoing(
        notice.id,
        number,
        key,
        notice.channel,
        address,
        notice.text,
        notice.shop_id,
        notice.customer_id,
        cast("tuple[str, UUID]", about) if None not in about else None,
    )


@dataclass(frozen=True)
class Handed:
    """A notice that was handed over, and what the carrier said; `receipt` None: nothing."""

    outgoing: Outgoing
    receipt: Receipt | None
    detail: str = ""


def record(session: Session, handed: Sequence[Handed]) -> None:
    """Write what the carriers said."""
    by_id = {each.outgoing.notice_id: each for each in handed}
    notices = queries.locked(session, list(by_id))
    places = [(each.outgoing.notice_id, each.outgoing.number) for each in handed]
    attempts = {each.notice_id: each for each in queries.attempts_at(session, places)}
    for notice in notices:
        told, attempt = by_id[notice.id], attempts[notice.id]
        if attempt.outcome is Outcome.UNDER_WAY:
            _record(session, notice, attempt, told)


def _record(session: Session, notice: Notice, attempt: NoticeAttempt, told: Handed) -> None:
    receipt = told.receipt
    attempt.ended_at, attempt.detail = (
        clock.now(),
        told.detail or (receipt.reason if receipt else ""),
    )
    attempt.outcome = _outcome(receipt)
    notice.claimed_until = None
    if notice.state is not NoticeState.QUEUED or notice.channel != told.outgoing.channel:
        return
    if receipt is None:
        _again(session, notice, attempt.detail)
    elif receipt.accepted:
        notice.state, notice.sent_at = NoticeState.SENT, clock.now()
        notice.external_id = receipt.external_id
        events.emit(session, auth.system("notices"), NoticeSent(**common(notice)))
    else:
        _fall_back(session, notice, receipt.reason)


def report(session: Session, news: Sequence[DeliveryReport]) -> None:
    """Later news of notices that were sent. The same news twice changes nothing."""
    named = [(found, each) for each in news if (found := rules.parse_key(each.key))]
    held = {each.id: each for each in queries.locked(session, [each for (each, _), _ in named])}
    for (notice_id, channel), each in named:
        notice = held.get(notice_id)
        if notice is not None and notice.channel == channel:
            _report(session, notice, each)


def _report(session: Session, notice: Notice, news: DeliveryReport) -> None:
    if notice.state not in (NoticeState.SENT, NoticeState.QUEUED):
        return
    if news.delivered:
        notice.state, notice.delivered_at = NoticeState.DELIVERED, clock.now()
        events.emit(session, auth.system("notices"), NoticeDelivered(**common(notice)))
    else:
        notice.state = NoticeState.QUEUED
        _fall_back(session, notice, news.reason)


def _outcome(receipt: Receipt | None) -> Outcome:
    if receipt is None:
        return Outcome.UNREACHABLE
    return Outcome.ACCEPTED if receipt.accepted else Outcome.REFUSED


def _address(session: Session, notice: Notice, customer: Customer) -> str | None:
    """Where the present channel reaches the customer; falls back by itself where it does not."""
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
        told = NoticeFailed(**common(notice), reason=reason)
        events.emit(session, auth.system("notices"), told)
        return
    told_back = NoticeFellBack(**common(notice), next_channel=following, reason=reason)
    notice.channel, notice.send_after = following, clock.now()
    events.emit(session, auth.system("notices"), told_back)
    if soon:
        queue.defer(session, SEND, {"notice_id": notice.id})
