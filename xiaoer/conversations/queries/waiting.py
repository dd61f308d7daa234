"""The queue of a shop: who is next, how long it is, how fast it moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, text, tuple_
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation, State, Turn
from xiaoer.core import clock

LOOK_AHEAD = 200
"""Talks a round of routing looks at: beyond them everybody waits for the same people anyway."""
COUNT_LIMIT = 1000
RECENT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Queued:
    """A talk that waits for an agent, and who would do."""

    id: UUID
    channel: str
    group_id: UUID | None
    skill: str | None
    last_agent_id: UUID | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a talk stands: 1 is next. The wait is a guess from recent answers; None: no grounds."""

    position: int
    expected_wait_sec: int | None


def queue(session: Session, shop_id: UUID, *, limit: int = LOOK_AHEAD) -> Sequence[Queued]:
    """The oldest of the queue, oldest first."""
    rows = session.execute(
        select(
            Conversation.id,
            Conversation.channel,
            Conversation.group_id,
            Conversation.skill,
            Conversation.last_agent_id,
        )
        .where(
            Conversation.shop_id == shop_id,
            Conversation.state == State.OPEN,
            Conversation.assignee_id.is_(None),
        )
        .order_by(Conversation.queued_at, Conversation.id)
        .limit(limit)
    )
    return [Queued(*row) for row in rows]


_SHOPS = text(
    "SELECT s.id FROM shops s WHERE EXISTS (SELECT FROM conversations c WHERE c.shop_id = s.id"
    " AND c.state = 'open' AND c.assignee_id IS NULL)"
)


def shops_with_a_queue(session: Session) -> Sequence[UUID]:
    return session.scalars(_SHOPS).all()


def place(session: Session, conversation_id: UUID) -> Place | None:
    """The talk's place among those of its shop and skill; None when it is not queued."""
    mine = session.execute(
        select(
            Conversation.shop_id, Conversation.skill, Conversation.queued_at, Conversation.id
        ).where(Conversation.id == conversation_id, Conversation.queued_at.is_not(None))
    ).one_or_none()
    if mine is None:
        return None
    ahead = (
        select(Conversation.id)
        .where(
            Conversation.shop_id == mine.shop_id,
            Conversation.state == State.OPEN,
            Conversation.assignee_id.is_(None),
            Conversation.skill.is_not_distinct_from(mine.skill),
            tuple_(Conversation.queued_at, Conversation.id) < (mine.queued_at, mine.id),
        )
        .limit(COUNT_LIMIT)
        .subquery()
    )
    position = 1 + (session.scalar(select(func.count()).select_from(ahead)) or 0)
    return Place(position, _expected_wait(session, mine.shop_id, position))


def _expected_wait(session: Session, shop_id: UUID, position: int) -> int | None:
    """First answers of the last half hour say how fast the queue moves."""
    since = clock.now() - RECENT
    answered = (
        select(Turn.conversation_id)
        .where(
            Turn.shop_id == shop_id,
            Turn.asked_at >= since,
            Turn.question_seq == 1,
            Turn.answered_at.is_not(None),
        )
        .limit(COUNT_LIMIT)
        .subquery()
    )
    count = session.scalar(select(func.count()).select_from(answered)) or 0
    if not count:
        return None
    return round(position * RECENT.total_seconds() / count)
