"""Further messages of customers who wait already: one statement, a transaction of its own.

Most of what customers write are such messages, and each round trip to the database costs as much
as all else together (ADR 0007), so those that arrive together are written together (ADR 0008).
The statement itself checks that each talk is still as the caller remembers it; for one that is
not, or that somebody else holds, nothing happens and the ordinary path (`receiving`) is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.errors import EmptyMessage, MessageTooLong
from xiaoer.conversations.events import MessageReceived
from xiaoer.conversations.models import Author
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.conversations.service import answering
from xiaoer.conversations.service.log import Words
from xiaoer.core import clock, db, events, queue
from xiaoer.core.config import settings


@dataclass(frozen=True, slots=True)
class Remembered:
    """A customer's talk as it was a moment ago, and the identity that led to the customer."""

    conversation_id: UUID
    number: int
    shop_id: UUID
    customer_id: UUID
    customer_name: str
    identity_channel: str
    external_id: str


@dataclass(frozen=True, slots=True)
class Further:
    """What a customer adds to a talk."""

    talk: Remembered
    client_id: UUID
    text: str


_STATEMENT = """
WITH said AS (
  SELECT * FROM jsonb_to_recordset(%(said)s::jsonb) AS s (id uuid, number int, customer_id uuid,
    identity_channel text, external_id text, message_id uuid, client_id uuid, author_name text,
    text text, preview text, at timestamptz, lexemes text[], replies uuid[])
), held AS (
  SELECT s.* FROM said s JOIN conversations c ON c.id = s.id
  WHERE c.number = s.number AND c.customer_id = s.customer_id
    AND c.state = 'open' AND c.waiting_since IS NOT NULL
    AND (c.assignee_id IS NULL OR EXISTS (
      SELECT FROM agents a WHERE a.id = c.assignee_id AND a.presence <> 'offline'))
    AND EXISTS (SELECT FROM customer_identities i WHERE i.shop_id = c.shop_id
      AND i.channel = s.identity_channel AND i.external_id = s.external_id
      AND i.customer_id = c.customer_id)
    AND NOT EXISTS (
      SELECT FROM messages m WHERE m.conversation_id = c.id AND m.client_id = s.client_id)
  FOR NO KEY UPDATE OF c SKIP LOCKED
), moved AS (
  UPDATE conversations c SET last_seq = c.last_seq + 1, last_from = 'customer', last_kind = 'text',
    last_text = h.preview, last_at = h.at, activity_at = h.at, version = c.version + 1,
    unread = c.unread + 1, left_unanswered_at = NULL, left_waited_sec = NULL
  FROM held h WHERE c.id = h.id
  RETURNING c.id, c.shop_id, c.customer_id, c.channel, c.assignee_id, c.last_seq,
    h.message_id, h.client_id, h.author_name, h.text, h.at, h.lexemes, h.replies
), put AS (
  INSERT INTO messages (id, conversation_id, shop_id, seq, client_id, author, author_id,
    author_name, kind, text, auto, at, search)
  SELECT message_id, id, shop_id, last_seq, client_id, 'customer', customer_id,
    author_name, 'text', text, false, at, array_to_tsvector(lexemes)
  FROM moved
), told AS (
  INSERT INTO events (at, shop_id, kind, actor_kind, actor_id, actor_name, subject_id, topics, data)
  SELECT at, shop_id, 'MessageReceived', 'customer', customer_id, '', id,
    ARRAY['conversation:' || id, 'customer:' || customer_id,
      coalesce('me:' || assignee_id, 'queue:' || shop_id)],
    jsonb_build_object('shop_id', shop_id, 'conversation_id', id, 'customer_id', customer_id,
      'assignee_id', assignee_id, 'message_id', message_id, 'seq', last_seq)
  FROM moved
), jobs AS (
  INSERT INTO pgqueuer (priority, status, entrypoint, payload, execute_after)
  SELECT 0, 'queued', %(job)s, convert_to(jsonb_build_object(
    'conversation_id', m.id, 'seq', m.last_seq)::text, 'UTF8'), least(now(), m.at)
  FROM moved m WHERE EXISTS (
    SELECT FROM auto_replies r WHERE r.id = ANY (m.replies) AND r.active
      AND (r.channel IS NULL OR r.channel = m.channel)
      AND NOT EXISTS (SELECT FROM auto_reply_sendings s WHERE s.auto_reply_id = r.id
        AND s.customer_id = m.customer_id AND s.at > m.at - r.window_min * interval '1 minute'))
  RETURNING id
)
SELECT id, last_seq, EXISTS (SELECT FROM jobs) FROM moved
"""
"""A rule may answer words with its keyword: a job looks, unless this customer has got all such
replies within their windows (RSP-9), as one who keeps asking has."""


def receive_further(session: Session, said: Sequence[Further]) -> list[MessageView | None]:
    """The messages, committed; None for each whose talk is not as remembered or is held by
    somebody, that was said before, or that must be refused. No two may be of one talk."""
    if events.reactions(MessageReceived):
        return [None] * len(said)
    at = clock.now()
    written = [_words(each).written(each.talk.conversation_id, 0, at) for each in said]
    rows = [_row(*pair) for pair in zip(said, written, strict=True) if _acceptable(pair[0])]
    if not rows:
        return [None] * len(said)
    values = {"said": orjson.dumps(rows).decode(), "job": answering.JOB}
    moved = db.alone(session, _STATEMENT, values)
    if not moved:
        return [None] * len(said)
    events.noted(session)
    if moved[0][2]:
        queue.noted(session)
    places: dict[UUID, int] = {talk_id: seq for talk_id, seq, _ in moved}
    return [
        message.at_place(places[message.conversation_id])
        if message.conversation_id in places
        else None
        for message in written
    ]


def _acceptable(said: Further) -> bool:
    try:
        rules.check_content(said.text, attached=False, limit=settings().message_limit_chars)
    except (EmptyMessage, MessageTooLong):
        return False
    return True


def _words(said: Further) -> Words:
    return Words(
        client_id=said.client_id,
        author=Author.CUSTOMER,
        author_id=said.talk.customer_id,
        author_name=said.talk.customer_name,
        text=said.text,
    )


def _row(said: Further, message: MessageView) -> dict[str, Any]:
    talk = said.talk
    return {
        "id": talk.conversation_id,
        "number": talk.number,
        "customer_id": talk.customer_id,
        "identity_channel": talk.identity_channel,
        "external_id": talk.external_id,
        "message_id": message.id,
        "client_id": message.client_id,
        "author_name": talk.customer_name,
        "text": message.text,
        "preview": rules.preview(message.kind, message.text),
        "at": message.at,
        "lexemes": rules.lexemes(message.text, talk.shop_id, talk.number),
        "replies": answering.may_answer(talk.shop_id, message.text),
    }
