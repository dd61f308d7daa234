"""A further message of a customer who waits already: one statement, a transaction of its own.

Most of what customers write are such messages, and each round trip to the database costs as much
as all else together (ADR 0007). The statement itself checks that the talk is still as the caller
remembers it; when it is not, nothing happens and the ordinary path (`receiving`) is taken.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.events import MessageReceived
from xiaoer.conversations.models import Author
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.conversations.service.log import Words
from xiaoer.core import clock, db, events
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


_STATEMENT = """
WITH moved AS (
  UPDATE conversations c SET last_seq = last_seq + 1, last_from = 'customer', last_kind = 'text',
    last_text = %(preview)s, last_at = %(at)s, activity_at = %(at)s, version = version + 1,
    unread = unread + 1, left_unanswered_at = NULL, left_waited_sec = NULL
  WHERE id = %(id)s AND number = %(number)s AND customer_id = %(customer_id)s
    AND state = 'open' AND waiting_since IS NOT NULL
    AND (assignee_id IS NULL OR EXISTS (
      SELECT FROM agents a WHERE a.id = c.assignee_id AND a.presence <> 'offline'))
    AND EXISTS (SELECT FROM customer_identities i WHERE i.shop_id = c.shop_id
      AND i.channel = %(identity_channel)s AND i.external_id = %(external_id)s
      AND i.customer_id = c.customer_id)
    AND NOT EXISTS (
      SELECT FROM messages m WHERE m.conversation_id = c.id AND m.client_id = %(client_id)s)
  RETURNING id, shop_id, customer_id, assignee_id, last_seq
), put AS (
  INSERT INTO messages (id, conversation_id, shop_id, seq, client_id, author, author_id,
    author_name, kind, text, auto, at, search)
  SELECT %(message_id)s, id, shop_id, last_seq, %(client_id)s, 'customer', customer_id,
    %(author_name)s, 'text', %(text)s, false, %(at)s, array_to_tsvector(%(lexemes)s::text[])
  FROM moved
), told AS (
  INSERT INTO events (at, shop_id, kind, actor_kind, actor_id, actor_name, subject_id, topics, data)
  SELECT %(at)s, shop_id, 'MessageReceived', 'customer', customer_id, '', id,
    ARRAY['conversation:' || id, 'customer:' || customer_id,
      coalesce('me:' || assignee_id, 'queue:' || shop_id)],
    jsonb_build_object('shop_id', shop_id, 'conversation_id', id, 'customer_id', customer_id,
      'assignee_id', assignee_id, 'message_id', %(message_id)s::uuid, 'seq', last_seq)
  FROM moved
)
SELECT last_seq FROM moved
"""


def receive_further(
    session: Session, talk: Remembered, *, client_id: UUID, text: str
) -> MessageView | None:
    """The message, committed; None when the talk is not as remembered or it was said before."""
    rules.check_content(text, attached=False, limit=settings().message_limit_chars)
    if events.reactions(MessageReceived):
        return None
    words = Words(
        client_id=client_id,
        author=Author.CUSTOMER,
        author_id=talk.customer_id,
        author_name=talk.customer_name,
        text=text,
    )
    message = words.written(talk.conversation_id, 0, clock.now())
    row = db.alone(
        session,
        _STATEMENT,
        {
            "id": talk.conversation_id,
            "number": talk.number,
            "customer_id": talk.customer_id,
            "identity_channel": talk.identity_channel,
            "external_id": talk.external_id,
            "message_id": message.id,
            "client_id": client_id,
            "author_name": talk.customer_name,
            "text": text,
            "preview": rules.preview(message.kind, text),
            "at": message.at,
            "lexemes": rules.lexemes(text, talk.shop_id, talk.number),
        },
    )
    if row is None:
        return None
    events.noted(session)
    return message.at_place(row[0])
