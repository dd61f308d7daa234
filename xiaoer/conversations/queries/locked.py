"""The row of a conversation, held until the commit: whoever changes a talk goes through here."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session
from sqlalchemy.types import Uuid

from xiaoer.conversations.errors import ConversationNotFound
from xiaoer.conversations.models import (
    AMBER_RATIO,
    FIRST_TARGET_SEC,
    HOLD_ALERT_SEC,
    HOLD_CONTACT_RATIO,
    TARGET_SEC,
)
from xiaoer.core import db
from xiaoer.core.auth import Actor


class Whose(NamedTuple):
    """A customer as one channel of a shop knows them."""

    shop_id: UUID
    customer_id: UUID
    channel: str


@dataclass(frozen=True, slots=True)
class Locked:
    """What verbs need to know of a conversation and of its channel's settings."""

    id: UUID
    shop_id: UUID
    number: int
    channel: str
    customer_id: UUID
    state: str
    assignee_id: UUID | None
    group_id: UUID | None
    skill: str | None
    last_agent_id: UUID | None
    queued_at: datetime | None
    waiting_since: datetime | None
    waiting_seq: int | None
    last_seq: int
    unread: int
    staff_read_seq: int
    staff_delivered_seq: int
    customer_read_seq: int
    customer_delivered_seq: int
    responses: int
    stage: str | None
    priority: str
    tags: list[str]
    snoozed_until: datetime | None
    closed_at: datetime | None
    left_unanswered_at: datetime | None
    order_no: str | None
    hold_until: datetime | None
    open_hours: UUID | None
    first_target_sec: int
    target_sec: int
    amber_ratio: float
    requeue_after_sec: int | None
    hold_contact_ratio: float
    hold_alert_sec: int
    agent_presence: str | None


_SETTINGS = (
    f"s.open_hours, coalesce(s.first_response_target_sec, {FIRST_TARGET_SEC}),"
    f" coalesce(s.response_target_sec, {TARGET_SEC}),"
    f" coalesce(s.amber_ratio, {AMBER_RATIO}), s.requeue_after_sec,"
    f" coalesce(s.hold_contact_ratio, {HOLD_CONTACT_RATIO}),"
    f" coalesce(s.hold_alert_sec, {HOLD_ALERT_SEC}),"
    " a.presence"
)
_COLUMNS = (
    "c.id, c.shop_id, c.number, c.channel, c.customer_id, c.state, c.assignee_id, c.group_id,"
    " c.skill, c.last_agent_id, c.queued_at, c.waiting_since, c.waiting_seq, c.last_seq, c.unread,"
    " c.staff_read_seq, c.staff_delivered_seq, c.customer_read_seq, c.customer_delivered_seq,"
    " c.responses, c.stage, c.priority, c.tags, c.snoozed_until, c.closed_at,"
    f" c.left_unanswered_at, c.order_no, c.hold_until, {_SETTINGS}"
)
_FROM = (
    " FROM conversations c"
    " LEFT JOIN channel_settings s ON s.shop_id = c.shop_id AND s.channel = c.channel"
    " LEFT JOIN agents a ON a.id = c.assignee_id"
)


def _statement(where: str) -> TextClause:
    return text(f"SELECT {_COLUMNS}{_FROM} WHERE {where} FOR UPDATE OF c")


_BY_ID = _statement("c.id = :id AND (:everywhere OR c.shop_id = ANY(:shops))").bindparams(
    bindparam("shops", type_=ARRAY(Uuid()))
)
_IF_QUEUED = _statement("c.id = :id AND c.state = 'open' AND c.assignee_id IS NULL")
_LAST_OF_CUSTOMER = _statement(
    "c.id = (SELECT id FROM conversations WHERE shop_id = :shop_id"
    " AND customer_id = :customer_id AND channel = :channel ORDER BY id DESC LIMIT 1)"
)

_HAS_TALKED = (
    "SELECT EXISTS (SELECT FROM conversations WHERE shop_id = %(shop_id)s"
    " AND customer_id = %(customer_id)s AND channel = %(channel)s)"
)


def by_id(session: Session, actor: Actor, conversation_id: UUID) -> Locked:
    """Lock a conversation the actor may know of. Raises `ConversationNotFound`."""
    values = {
        "id": conversation_id,
        "everywhere": actor.all_shops,
        "shops": list(actor.shop_ids),
    }
    row = session.execute(_BY_ID, values).one_or_none()
    if row is None:
        raise ConversationNotFound
    return Locked(*row)


def has_talked(session: Session, whose: Whose) -> bool:
    """Whether the customer has a conversation over this channel; nothing is locked."""
    return bool(db.read(session, _HAS_TALKED, whose._asdict())[0][0])


def last_of_customer(session: Session, whose: Whose) -> Locked | None:
    """Lock the customer's newest conversation over this channel."""
    row = session.execute(_LAST_OF_CUSTOMER, whose._asdict()).one_or_none()
    return Locked(*row) if row else None


def if_queued(session: Session, conversation_id: UUID) -> Locked | None:
    """Lock a talk that still waits for an agent; None when somebody was faster."""
    row = session.execute(_IF_QUEUED, {"id": conversation_id}).one_or_none()
    return Locked(*row) if row else None
