"""Notices an actor may see, and where customers are reached."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, Uuid, bindparam, func, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.prepared import among, by_ids, locked_by_ids, prepared
from xiaoer.customers.models import Consent, ConsentKind, Customer, Identity
from xiaoer.notices.errors import NoticeNotFound
from xiaoer.notices.models import Notice, NoticeAttempt, NoticeState, NoticeTemplate


def visible_to(actor: Actor) -> Select[Notice]:
    query = select(Notice)
    return query if actor.all_shops else query.where(Notice.shop_id.in_(actor.shop_ids))


def get(session: Session, actor: Actor, notice_id: UUID) -> Notice:
    notice = session.scalars(visible_to(actor).where(Notice.id == notice_id)).one_or_none()
    if notice is None:
        raise NoticeNotFound
    return notice


def locked(session: Session, notice_ids: Collection[UUID]) -> Sequence[Notice]:
    """In the order of their ids, as everybody locks them."""
    return locked_by_ids(Notice).all(session, ids=list(notice_ids))


def recipients(session: Session, notices: Collection[Notice]) -> dict[UUID, Customer]:
    """Whom they are for, by their ids."""
    wanted = {each.customer_id for each in notices}
    found = by_ids(Customer).all(session, ids=list(wanted)) if wanted else ()
    return {each.id: each for each in found}


def listed(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    customer_id: UUID | None = None,
    subject_id: UUID | None = None,
    state: NoticeState | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Notice], str | None]:
    """Notices, newest first."""
    query = visible_to(actor)
    for column, wanted in (
        (Notice.shop_id, shop_id),
        (Notice.customer_id, customer_id),
        (Notice.subject_id, subject_id),
        (Notice.state, state),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if after:
        place = paging.keys(after, (datetime, UUID))
        query = query.where(tuple_(Notice.created_at, Notice.id) < tuple_(*place))
    ordered = query.order_by(Notice.created_at.desc(), Notice.id.desc())
    found = session.scalars(ordered.limit(limit + 1)).all()
    page, more = found[:limit], len(found) > limit
    return page, paging.cursor(page[-1].created_at, page[-1].id) if more else None


def attempts(session: Session, notice_id: UUID) -> Sequence[NoticeAttempt]:
    return session.scalars(
        select(NoticeAttempt)
        .where(NoticeAttempt.notice_id == notice_id)
        .order_by(NoticeAttempt.number)
    ).all()


def attempts_at(session: Session, places: Collection[tuple[UUID, int]]) -> Sequence[NoticeAttempt]:
    """Those of the given notices and numbers."""
    wanted = set(places)
    found = _attempts().all(session, ids=list({notice_id for notice_id, _ in wanted}))
    return [each for each in found if (each.notice_id, each.number) in wanted]


@prepared
def _attempts() -> Select[NoticeAttempt]:
    return select(NoticeAttempt).where(NoticeAttempt.notice_id == among("ids"))


def last_attempts(session: Session, notice_ids: Collection[UUID]) -> dict[UUID, int]:
    """The number of the last attempt of each that had one."""
    return dict(_last_attempts().all(session, ids=list(notice_ids)))


@prepared
def _last_attempts() -> Select[UUID, int]:
    return (
        select(NoticeAttempt.notice_id, func.max(NoticeAttempt.number))
        .where(NoticeAttempt.notice_id == among("ids"))
        .group_by(NoticeAttempt.notice_id)
    )


def template(session: Session, shop_id: UUID, code: str, locale: str) -> NoticeTemplate | None:
    """The words in this language, else in the other one."""
    found = _templates().all(session, shop_id=shop_id, code=code)
    return next((each for each in found if each.locale == locale), found[0] if found else None)


@prepared
def _templates() -> Select[NoticeTemplate]:
    shop_id, code = bindparam("shop_id", type_=Uuid()), bindparam("code", type_=String())
    return select(NoticeTemplate).where(
        NoticeTemplate.shop_id == shop_id, NoticeTemplate.code == code
    )


def templates(session: Session, actor: Actor) -> Sequence[NoticeTemplate]:
    query = select(NoticeTemplate).order_by(
        NoticeTemplate.shop_id, NoticeTemplate.code, NoticeTemplate.locale
    )
    if not actor.all_shops:
        query = query.where(NoticeTemplate.shop_id.in_(actor.shop_ids))
    return session.scalars(query).all()


def address(session: Session, customer: Customer, channel: str) -> str | None:
    """Where this channel reaches the customer: a phone, a mailbox, or the channel's own name."""
    if channel == "sms":
        return customer.phone
    if channel == "email":
        return customer.email
    return session.scalar(
        select(Identity.external_id)
        .where(Identity.customer_id == customer.id, Identity.channel == channel)
        .order_by(Identity.created_at.desc())
        .limit(1)
    )


def agreed_to_marketing(session: Session, customer_id: UUID) -> bool:
    standing = select(Consent.id).where(
        Consent.customer_id == customer_id,
        Consent.kind == ConsentKind.MARKETING,
        Consent.withdrawn_at.is_(None),
    )
    return session.scalar(standing.limit(1)) is not None


def by_dedupe(session: Session, shop_id: UUID, dedupe_key: str) -> Notice | None:
    return session.scalars(
        select(Notice).where(Notice.shop_id == shop_id, Notice.dedupe_key == dedupe_key)
    ).one_or_none()


def exported(session: Session, customer_id: UUID) -> list[dict[str, Any]]:
    """What this customer was told, for the export of their data."""
    told = session.scalars(
        select(Notice)
        .where(Notice.customer_id == customer_id)
        .order_by(Notice.created_at, Notice.id)
    )
    return [
        {"at": each.created_at, "channel": each.channel, "state": each.state, "text": each.text}
        for each in told
    ]
