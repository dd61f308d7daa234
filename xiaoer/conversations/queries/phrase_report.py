"""How phrases do in talks: used, edited, how fast the answer was, how content the customer
(QP-17, QP-18)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach

_USES = (
    "SELECT p.id, p.title, count(u.message_id), count(*) FILTER (WHERE u.edited),"
    " avg(t.seconds), avg(r.score), count(r.score)"
    " FROM phrases p"
    " LEFT JOIN phrase_uses u ON u.phrase_id = p.id AND u.at >= %(start)s AND u.at < %(end)s"
    " LEFT JOIN messages m ON m.id = u.message_id"
    " LEFT JOIN turns t ON t.conversation_id = u.conversation_id AND t.answer_seq = m.seq"
    " LEFT JOIN conversation_ratings r ON r.conversation_id = u.conversation_id"
    " WHERE p.shop_id = %(shop)s AND p.retired_at IS NULL"
    " GROUP BY p.id, p.title ORDER BY count(u.message_id) DESC, p.title LIMIT 500"
)
_AGENTS = (
    "SELECT a.id, a.name, count(*), count(*) FILTER (WHERE u.edited IS FALSE),"
    " count(*) FILTER (WHERE u.message_id IS NOT NULL),"
    " avg(r.score) FILTER (WHERE u.edited IS FALSE), avg(r.score)"
    " FROM messages m JOIN agents a ON a.id = m.author_id"
    " LEFT JOIN phrase_uses u ON u.message_id = m.id"
    " LEFT JOIN conversation_ratings r ON r.conversation_id = m.conversation_id"
    " WHERE m.shop_id = %(shop)s AND m.author = 'agent' AND NOT m.auto"
    " AND m.at >= %(start)s AND m.at < %(end)s"
    " GROUP BY a.id, a.name ORDER BY 4 DESC, a.name"
)


@dataclass(frozen=True)
class PhraseFigures:
    """Of one shared phrase; seconds and scores (1 to 5) are averages."""

    phrase_id: UUID
    title: str
    sent: int
    edited: int
    response_sec: float | None
    score: float | None
    rated: int


@dataclass(frozen=True)
class AgentFigures:
    """Of one agent's replies. `unedited`: phrases sent word by word."""

    agent_id: UUID
    name: str
    replies: int
    unedited: int
    by_phrase: int
    score_unedited: float | None
    """Of talks in which phrases were sent word by word."""
    score: float | None

    @property
    def mechanical(self) -> float:
        """机械回复率, 0 … 1."""
        return self.unedited / self.replies


def phrases(
    session: Session, actor: Actor, *, shop_id: UUID, start: datetime, end: datetime
) -> list[PhraseFigures]:
    """Every shared phrase, the most used first; one that nobody sends has noughts."""
    _must(actor, shop_id)
    return [PhraseFigures(*row) for row in db.read(session, _USES, _values(shop_id, start, end))]


def agents(
    session: Session, actor: Actor, *, shop_id: UUID, start: datetime, end: datetime
) -> list[AgentFigures]:
    """Each agent who replied, the most mechanical first."""
    _must(actor, shop_id)
    found = db.read(session, _AGENTS, _values(shop_id, start, end))
    return sorted((AgentFigures(*row) for row in found), key=lambda one: -one.mechanical)


def _must(actor: Actor, shop_id: UUID) -> None:
    actor.must(Permission.PHRASES_EDIT)
    must_reach(actor, shop_id)


def _values(shop_id: UUID, start: datetime, end: datetime) -> dict[str, object]:
    return {"shop": shop_id, "start": start, "end": end}
