"""What is said in talks and what was read out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from xiaoer.assist.models import Reading, ReadingPlace
from xiaoer.assist.rules.moods import CALLS_FOR_CARE
from xiaoer.conversations.events import MessageReceived
from xiaoer.core import db
from xiaoer.core.auth import Actor

EVENTS_AT_ONCE = 1000
LONGEST_WAY_BACK = 20_000
"""Where nothing was read yet, so many events are gone back."""
MESSAGES_AT_ONCE = 30
TENSE_SHOWN = 300
READER_LOCK = 7_202_613

_EVENTS = text(
    "SELECT xid::text::bigint, id, kind, subject_id FROM events"
    " WHERE (xid, id) > (CAST(CAST(:xid AS text) AS xid8), :id)"
    " AND xid < pg_snapshot_xmin(pg_current_snapshot())"
    f" ORDER BY events.xid, events.id LIMIT {EVENTS_AT_ONCE}"
)
_BEGINNING = text(
    "SELECT xid::text::bigint, id FROM events ORDER BY events.xid DESC, events.id DESC"
    f" OFFSET {LONGEST_WAY_BACK} LIMIT 1"
)
_WORDS = text(
    "SELECT c.id, c.shop_id, said.seq, said.text FROM conversations c"
    " LEFT JOIN assist_readings r ON r.conversation_id = c.id"
    " CROSS JOIN LATERAL (SELECT m.seq, m.text FROM messages m WHERE m.conversation_id = c.id"
    " AND m.seq > coalesce(r.seq, 0) AND m.author = 'customer' AND m.text <> ''"
    f" ORDER BY m.seq DESC LIMIT {MESSAGES_AT_ONCE}) said"
    " WHERE c.id = ANY(:ids) ORDER BY c.id, said.seq"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A customer's message that has not been read."""

    conversation_id: UUID
    shop_id: UUID
    seq: int
    text: str


def place(session: Session) -> ReadingPlace | None:
    """Where the reader is; None in a house that has not been read yet."""
    return session.get(ReadingPlace, 1)


def reads_alone(session: Session) -> bool:
    """Whether nobody else reads until this transaction ends.

    A locked row would give the transaction a number, and screens hear of nothing younger than it
    while the reader thinks.
    """
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(READER_LOCK))))


def beginning(session: Session) -> tuple[int, int]:
    """Where to begin in a house that has not been read yet."""
    found = session.execute(_BEGINNING).one_or_none()
    return (found[0], found[1]) if found else (0, 0)


def talked_since(session: Session, xid: int, event_id: int) -> tuple[list[UUID], int, int, bool]:
    """Talks in which customers spoke after a place, the place now, and whether there is more."""
    rows = session.execute(_EVENTS, {"xid": str(xid), "id": event_id}).all()
    kind = MessageReceived.__name__
    talks = dict.fromkeys(row[3] for row in rows if row[2] == kind and row[3])
    if rows:
        xid, event_id = rows[-1][0], rows[-1][1]
    return list(talks), xid, event_id, len(rows) == EVENTS_AT_ONCE


def unread(session: Session, conversation_ids: Sequence[UUID]) -> list[Words]:
    """What customers said that has not been read, by talk and in order."""
    rows = session.execute(_WORDS, {"ids": list(conversation_ids)})
    return [Words(*row) for row in rows]


def readings(session: Session, conversation_ids: Sequence[UUID]) -> dict[UUID, Reading]:
    query = select(Reading).where(Reading.conversation_id.in_(conversation_ids))
    return {row.conversation_id: row for row in session.scalars(query)}


def is_tense(session: Session, conversation_id: UUID) -> bool:
    """Whether its customer is angry, threatens or complains, as far as the talk was read."""
    values = {"id": conversation_id, "tense": int(CALLS_FOR_CARE)}
    return bool(db.read(session, _IS_TENSE, values))


_IS_TENSE = "SELECT 1 FROM assist_readings WHERE conversation_id = %(id)s AND risk >= %(tense)s"


def tense(session: Session, actor: Actor) -> list[dict[str, Any]]:
    """Open talks that call for care, for the marks of lists (EMT-1)."""
    reach = "" if actor.all_shops else " AND r.shop_id = ANY(:shops)"
    rows = session.execute(
        text(
            "SELECT r.conversation_id, r.moods, r.risk FROM assist_readings r"
            " JOIN conversations c ON c.id = r.conversation_id AND c.state <> 'closed'"
            f" WHERE r.risk >= {int(CALLS_FOR_CARE)}{reach}"
            f" ORDER BY r.read_at DESC LIMIT {TENSE_SHOWN}"
        ),
        {} if actor.all_shops else {"shops": list(actor.shop_ids)},
    )
    return [{"conversation_id": row[0], "moods": row[1], "risk": row[2]} for row in rows]
