"""What a list, a head and a live update show of a conversation, made in one statement."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ConversationNotFound
from xiaoer.conversations.models import AMBER_RATIO, FIRST_TARGET_SEC, TARGET_SEC
from xiaoer.core import db
from xiaoer.core.auth import Actor, Permission

Shown = dict[str, Any]
"""A conversation as the wire carries it (`Row` of the schemas)."""

TARGET = (
    f"CASE WHEN c.responses > 0 THEN coalesce(cs.response_target_sec, {TARGET_SEC})"
    f" ELSE coalesce(cs.first_response_target_sec, {FIRST_TARGET_SEC}) END"
)
COLUMNS = (
    "c.id, c.number, c.shop_id, s.name, c.channel, c.state, c.stage, c.priority,"
    " c.customer_id, cu.name, c.assignee_id, a.name, c.group_id, g.name,"
    " c.last_seq, c.last_from, c.last_kind, c.last_text, c.last_at, c.unread, c.waiting_since,"
    f" {TARGET}, coalesce(cs.amber_ratio, {AMBER_RATIO}),"
    " c.snoozed_until, c.closed_reason, c.tags, c.order_no, c.activity_at, c.version,"
    " c.hold_until, c.hold_late"
)
WIDTH = 31
JOINS = (
    " JOIN shops s ON s.id = c.shop_id JOIN customers cu ON cu.id = c.customer_id"
    " LEFT JOIN agents a ON a.id = c.assignee_id LEFT JOIN agent_groups g ON g.id = c.group_id"
    " LEFT JOIN channel_settings cs ON cs.shop_id = c.shop_id AND cs.channel = c.channel"
)

_BY_IDS = f"SELECT {COLUMNS} FROM conversations c{JOINS} WHERE c.id = ANY(%(ids)s)"
_WITH_HEAD = (
    f"SELECT {COLUMNS}, c.first_response_sec, c.responses, c.response_total_sec,"
    " c.customer_delivered_seq, c.customer_read_seq, c.staff_delivered_seq, c.staff_read_seq,"
    " c.opened_at, c.closed_at, c.left_unanswered_at, d.kind, d.text, c.queued_at"
    f" FROM conversations c{JOINS} LEFT JOIN drafts d ON d.conversation_id = c.id"
    " AND d.agent_id = %(agent_id)s"
    " WHERE c.id = %(id)s AND (%(everywhere)s OR c.shop_id = ANY(CAST(%(shops)s AS uuid[])))"
)


def shown(row: Sequence[Any]) -> Shown:
    """The first `WIDTH` columns of a row as the wire carries them."""
    (
        id_, number, shop_id, shop_name, channel, state, stage, priority,
        customer_id, customer_name, assignee_id, assignee_name, group_id, group_name,
        last_seq, last_from, last_kind, last_text, last_at, unread, waiting_since,
        target_sec, amber_ratio,
        snoozed_until, closed_reason, tags, order_no, updated_at, version,
        hold_until, hold_late,
    ) = row[:WIDTH]  # fmt: skip
    return {
        "id": id_,
        "number": number,
        "shop_id": shop_id,
        "shop_name": shop_name,
        "channel": channel,
        "state": state,
        "stage": stage,
        "priority": priority,
        "customer": _customer(customer_id, customer_name),
        "assignee": {"id": assignee_id, "name": assignee_name} if assignee_id else None,
        "group": {"id": group_id, "name": group_name} if group_id else None,
        "queue_position": None,
        "last_message": _last(last_seq, last_from, last_kind, last_text, last_at),
        "unread": unread,
        "waiting_since": waiting_since,
        "target_sec": target_sec,
        "amber_ratio": amber_ratio,
        "snoozed_until": snoozed_until,
        "closed_reason": closed_reason,
        "tags": tags,
        "order_no": order_no,
        "updated_at": updated_at,
        "version": version,
        "hold": {"until": hold_until, "late": hold_late} if hold_until else None,
    }


def _customer(customer_id: UUID, name: str) -> dict[str, Any]:
    return {"id": customer_id, "name": name, "avatar_letter": name[:1].upper()}


def _last(seq: int, author: str | None, *what: Any) -> dict[str, Any] | None:
    if author is None:
        return None
    kind, words, at = what
    return {"seq": seq, "from": author, "kind": kind, "text": words, "at": at}


def by_ids(session: Session, ids: list[UUID]) -> dict[UUID, Shown]:
    """Rows for whoever may see them already: live frames, results of a search."""
    found = db.read(session, _BY_IDS, {"ids": ids})
    return {row[0]: shown(row) for row in found}


def head(session: Session, actor: Actor, conversation_id: UUID) -> tuple[Shown, Any]:
    """One conversation the actor may know of, with the further columns of its head."""
    actor.must(Permission.CONVERSATIONS_READ)
    values = {
        "id": conversation_id,
        "agent_id": actor.id,
        "everywhere": actor.all_shops,
        "shops": list(actor.shop_ids),
    }
    found = db.read(session, _WITH_HEAD, values)
    if not found:
        raise ConversationNotFound
    return shown(found[0]), found[0][WIDTH:]


def get(session: Session, actor: Actor, conversation_id: UUID) -> Shown:
    return head(session, actor, conversation_id)[0]


_EXISTS = (
    "SELECT 1 FROM conversations c"
    " WHERE c.id = %(id)s AND (%(everywhere)s OR c.shop_id = ANY(CAST(%(shops)s AS uuid[])))"
)


def check(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Raise `ConversationNotFound` unless the actor may know of it."""
    actor.must(Permission.CONVERSATIONS_READ)
    values = {
        "id": conversation_id,
        "everywhere": actor.all_shops,
        "shops": list(actor.shop_ids),
    }
    if not db.read(session, _EXISTS, values):
        raise ConversationNotFound


_VISIBLE = (
    "SELECT c.id, c.customer_id FROM conversations c WHERE c.id = ANY(CAST(%(ids)s AS uuid[]))"
    " AND (%(everywhere)s OR c.shop_id = ANY(CAST(%(shops)s AS uuid[])))"
)


def visible(session: Session, actor: Actor, ids: list[UUID]) -> dict[UUID, UUID]:
    """Of `ids` the talks the actor may know of, with their customers."""
    actor.must(Permission.CONVERSATIONS_READ)
    values = {"ids": ids, "everywhere": actor.all_shops, "shops": list(actor.shop_ids)}
    return {row[0]: row[1] for row in db.read(session, _VISIBLE, values)}
