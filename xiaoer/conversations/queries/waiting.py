"""The queue of a shop: who is next, how long it is, how fast it moves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation, State
from xiaoer.core import clock, db

COUNT_LIMIT = 1000
RECENT = timedelta(minutes=30)


class Wanted(NamedTuple):
    """Who would do: somebody of this group, with this skill, while this channel is open."""

    channel: str
    group_id: UUID | None
    skill: str | None


@dataclass(frozen=True, slots=True, order=True)
class Queued:
    """A talk that waits for an agent; the older the smaller."""

    queued_at: datetime
    id: UUID
    last_agent_id: UUID | None = field(compare=False)
    wanted: Wanted = field(compare=False)
    words: str = field(compare=False, default="")
    """The last ones of the talk."""
    stage: str | None = field(compare=False, default=None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a talk stands: 1 is next. The wait is a guess from recent answers; None: no grounds."""

    position: int
    expected_wait_sec: int | None


def wanted(session: Session, shop_id: UUID) -> list[Wanted]:
    """The kinds of people that the queue of a shop asks for."""
    columns = (Conversation.channel, Conversation.group_id, Conversation.skill)
    query = select(*columns).where(*_queued(shop_id)).distinct()
    return [Wanted(*row) for row in session.execute(query)]


def oldest(session: Session, shop_id: UUID, kind: Wanted, limit: int) -> list[Queued]:
    """Who waits longest for this kind of people."""
    query = (
        select(
            Conversation.queued_at,
            Conversation.id,
            Conversation.last_agent_id,
            Conversation.last_text,
            Conversation.stage,
        )
        .where(
            *_queued(shop_id),
            Conversation.queued_at.is_not(None),
            Conversation.channel == kind.channel,
            Conversation.group_id.is_not_distinct_from(kind.group_id),
            Conversation.skill.is_not_distinct_from(kind.skill),
        )
        .order_by(Conversation.queued_at, Conversation.id)
        .limit(limit)
    )
    rows = session.execute(query)
    return [
        Queued(at, id_, last, kind, words or "", stage)
        for at, id_, last, words, stage in rows
        if at
    ]


def _queued(shop_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return (
        Conversation.shop_id == shop_id,
        Conversation.state == State.OPEN,
        Conversation.assignee_id.is_(None),
    )


_SHOPS = text(
    "SELECT s.id FROM shops s WHERE EXISTS (SELECT FROM conversations c WHERE c.shop_id = s.id"
    " AND c.state = 'open' AND c.assignee_id IS NULL)"
)


def shops_with_a_queue(session: Session) -> Sequence[UUID]:
    return session.scalars(_SHOPS).all()


def length(session: Session, shop_id: UUID) -> int:
    """How many talks of the shop wait for an agent, counted to `COUNT_LIMIT`."""
    values = {"shop": shop_id}
    return int(db.read(session, _LENGTH, values)[0][0])


_LENGTH = (
    "SELECT count(*) FROM (SELECT FROM conversations c WHERE c.shop_id = %(shop)s"
    f" AND c.state = 'open' AND c.assignee_id IS NULL LIMIT {COUNT_LIMIT}) waiting"
)

_PLACE = f"""
SELECT (SELECT count(*) FROM (SELECT FROM conversations c WHERE c.shop_id = mine.shop_id
    AND c.state = 'open' AND c.assignee_id IS NULL AND c.skill IS NOT DISTINCT FROM mine.skill
    AND (c.queued_at, c.id) < (mine.queued_at, mine.id) LIMIT {COUNT_LIMIT}) ahead),
  (SELECT count(*) FROM (SELECT FROM turns t WHERE t.shop_id = mine.shop_id
    AND t.asked_at >= %(since)s AND t.question_seq = 1 AND t.answered_at IS NOT NULL
    LIMIT {COUNT_LIMIT}) answered)
FROM conversations mine WHERE mine.id = %(id)s AND mine.queued_at IS NOT NULL
"""


def place(session: Session, conversation_id: UUID) -> Place | None:
    """The talk's place among those of its shop and skill; None when it is not queued. First
    answers of the last half hour say how fast the queue moves."""
    values = {"id": conversation_id, "since": clock.now() - RECENT}
    found = db.read(session, _PLACE, values)
    if not found:
        return None
    ahead, answered = found[0]
    position = 1 + ahead
    wait = round(position * RECENT.total_seconds() / answered) if answered else None
    return Place(position, wait)
