"""Append to a talk whose row is held: the message, what the list shows of it, and the turn, in one
statement. Saying the same thing twice (same client_id) changes nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.models import Author
from xiaoer.conversations.queries import messages
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.core import ids
from xiaoer.core.errors import KeyReused

Attachment = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What somebody wants to say."""

    client_id: UUID
    author: Author
    author_id: UUID | None = None
    author_name: str = ""
    kind: str = "text"
    text: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    card: dict[str, Any] | None = None
    system: dict[str, Any] | None = None
    auto: bool = False
    phrase_id: UUID | None = None

    def written(self, conversation_id: UUID, seq: int, at: datetime) -> MessageView:
        return MessageView(
            id=ids.new_id(),
            conversation_id=conversation_id,
            seq=seq,
            client_id=self.client_id,
            author=self.author.value,
            author_id=self.author_id,
            author_name=self.author_name,
            kind=self.kind,
            text=self.text,
            attachments=self.attachments or None,
            card=self.card,
            system=self.system,
            auto=self.auto,
            at=at,
        )


@dataclass(frozen=True, slots=True)
class Said:
    """A message that is in the talk now; `again` when it already was."""

    message: MessageView
    again: bool = False


MESSAGE = (
    "INSERT INTO messages (id, conversation_id, shop_id, seq, client_id, author, author_id,"
    " author_name, kind, text, attachments, card, system, auto, phrase_id, at, search)"
    " SELECT CAST(:message_id AS uuid), moved.id, moved.shop_id, moved.last_seq,"
    " CAST(:client_id AS uuid), :author, CAST(:author_id AS uuid),"
    " :author_name, :kind, :text, CAST(:attachments AS jsonb), CAST(:card AS jsonb),"
    " CAST(:system AS jsonb), :auto, CAST(:phrase_id AS uuid), :at,"
    " array_to_tsvector(CAST(:lexemes AS text[]))"
    " FROM moved"
)
_SHOWN = (
    "last_seq = :seq, last_from = :author, last_kind = :kind, last_text = :preview, last_at = :at,"
    " activity_at = :at, version = version + 1"
)


def _append(changes: str, more: str = "", shown: str = _SHOWN) -> Any:
    return text(
        "WITH moved AS (UPDATE conversations SET "
        + shown
        + (", " + changes if changes else "")
        + " WHERE id = :id AND NOT EXISTS (SELECT FROM messages"
        " WHERE conversation_id = :id AND client_id = :client_id)"
        " RETURNING id, shop_id, last_seq)"
        f"{more}, put AS ({MESSAGE}) SELECT last_seq FROM moved"
    )


_CUSTOMER = _append(
    "unread = unread + 1, state = 'open', snoozed_until = NULL, closed_at = NULL,"
    " closed_reason = NULL, left_unanswered_at = NULL, left_waited_sec = NULL,"
    " waiting_since = coalesce(waiting_since, :at), waiting_seq = coalesce(waiting_seq, :seq),"
    " assignee_id = :assignee_id, last_agent_id = :last_agent_id, queued_at = :queued_at,"
    " order_no = coalesce(:order_no, order_no)",
    ", turn AS (INSERT INTO turns (conversation_id, question_seq, shop_id, asked_at)"
    " SELECT id, last_seq, shop_id, :at FROM moved WHERE :asks)",
)
_ANSWER = _append(
    "unread = 0, staff_read_seq = :seq, staff_delivered_seq = :seq, assignee_id = :assignee_id,"
    " last_agent_id = :author_id, queued_at = NULL, waiting_since = NULL, waiting_seq = NULL,"
    " first_response_sec = coalesce(first_response_sec, CAST(:seconds AS float8)),"
    " responses = responses + (CAST(:seconds AS float8) IS NOT NULL)::int,"
    " response_total_sec = response_total_sec + coalesce(CAST(:seconds AS float8), 0)",
    ", turn AS (UPDATE turns SET answer_seq = moved.last_seq, answered_at = :at,"
    " agent_id = :author_id, seconds = :seconds FROM moved"
    " WHERE conversation_id = moved.id AND question_seq = :waiting_seq)"
    ", draft AS (DELETE FROM drafts USING moved"
    " WHERE agent_id = :author_id AND conversation_id = moved.id)",
)
_ASIDE = _append("")
_LINE = _append("", shown="last_seq = :seq, version = version + 1")


def customer_words(
    session: Session,
    talk: Locked,
    words: Words,
    *,
    at: datetime,
    assignee_id: UUID | None,
    last_agent_id: UUID | None,
    queued_at: datetime | None,
    order_no: str | None,
) -> Said:
    """The customer's message: wakes or reopens the talk, and starts a turn when none is open."""
    return _run(
        session,
        _CUSTOMER,
        talk,
        words,
        at,
        {
            "assignee_id": assignee_id,
            "last_agent_id": last_agent_id,
            "queued_at": queued_at,
            "order_no": order_no,
            "asks": talk.waiting_seq is None,
        },
    )


def answer(
    session: Session, talk: Locked, words: Words, *, at: datetime, assignee_id: UUID | None
) -> Said:
    """A person's words to the customer: they end the open turn."""
    waited = rules.seconds_between(talk.waiting_since, at) if talk.waiting_since else None
    values = {"seconds": waited, "waiting_seq": talk.waiting_seq, "assignee_id": assignee_id}
    return _run(session, _ANSWER, talk, words, at, values)


def aside(session: Session, talk: Locked, words: Words, *, at: datetime) -> Said:
    """A note or a bot's words: nobody's waiting ends by it. After a standing text the list goes on
    showing what the customer asked."""
    return _run(session, _LINE if words.auto else _ASIDE, talk, words, at, {})


def line(session: Session, talk: Locked, words: Words, *, at: datetime) -> Said:
    """A system line; the list goes on showing what somebody last said."""
    return _run(session, _LINE, talk, words, at, {})


def _run(
    session: Session,
    statement: Any,
    talk: Locked,
    words: Words,
    at: datetime,
    more: dict[str, Any],
) -> Said:
    message = words.written(talk.id, talk.last_seq + 1, at)
    values = values_of(message, words, talk.shop_id, talk.number) | more
    if session.execute(statement, values).scalar() is not None:
        return Said(message)
    before = messages.by_client_id(session, talk.id, words.client_id)
    assert before is not None
    if not _same(before, words):
        raise KeyReused
    return Said(before, again=True)


def _same(before: MessageView, words: Words) -> bool:
    attached = [each["id"] for each in before.attachments or []]
    return (before.author, before.author_id, before.kind, before.text, attached) == (
        words.author.value,
        words.author_id,
        words.kind,
        words.text,
        [each["id"] for each in words.attachments],
    )


def values_of(message: MessageView, words: Words, shop_id: UUID, number: int) -> dict[str, Any]:
    """The parameters of a statement that writes `message`."""
    return {
        "id": message.conversation_id,
        "message_id": message.id,
        "client_id": message.client_id,
        "seq": message.seq,
        "author": message.author,
        "author_id": message.author_id,
        "author_name": message.author_name,
        "kind": message.kind,
        "text": message.text,
        "preview": rules.preview(message.kind, message.text),
        "attachments": _json(message.attachments),
        "card": _json(message.card),
        "system": _json(message.system),
        "auto": message.auto,
        "phrase_id": words.phrase_id,
        "at": message.at,
        "lexemes": rules.lexemes(message.text, shop_id, number) if message.text else [],
    }


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value).decode()
