"""Talks and calls as work to be scored: whose they are, and which to take next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.queries import rows
from xiaoer.core import clock, db
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.quality.errors import NothingToScore, NotServed
from xiaoer.quality.models import SheetKind

DRAWN_FROM_DAYS = 7

_TALK = (
    "SELECT c.shop_id, c.id, c.number::text, a.id, a.name, c.opened_at FROM conversations c"
    " LEFT JOIN agents a ON a.id = coalesce(c.assignee_id, c.last_agent_id) AND c.responses > 0"
    " WHERE c.id = %(id)s"
)
# Who was scored least comes first, so that everybody is looked at; then by chance.
_DRAW = (
    "WITH work AS (SELECT DISTINCT t.conversation_id, t.agent_id FROM turns t"
    " WHERE t.shop_id = %(shop)s AND t.asked_at >= %(since)s AND t.agent_id IS NOT NULL"
    " AND t.agent_id IS DISTINCT FROM %(me)s"
    " AND (%(agent)s::uuid IS NULL OR t.agent_id = %(agent)s)"
    " AND NOT EXISTS (SELECT FROM quality_scores s WHERE s.subject_id = t.conversation_id))"
    " SELECT c.shop_id, c.id, c.number::text, a.id, a.name, c.opened_at FROM work w"
    " JOIN conversations c ON c.id = w.conversation_id AND c.state = 'closed'"
    " AND coalesce(c.assignee_id, c.last_agent_id) = w.agent_id"
    " JOIN agents a ON a.id = w.agent_id"
    " ORDER BY (SELECT count(*) FROM quality_scores s WHERE s.agent_id = w.agent_id"
    " AND s.at >= %(since)s), random() LIMIT 1"
)


@dataclass(frozen=True)
class Work:
    """A talk or a call, and whose work it was."""

    kind: SheetKind
    shop_id: UUID
    subject_id: UUID
    number: str
    agent_id: UUID
    agent_name: str
    at: datetime


class Source(Protocol):
    """Where work of one kind is kept."""

    def one(self, session: Session, actor: Actor, subject_id: UUID) -> Work:
        """Raises `NotServed` where nobody answered, and what a stranger gets to see."""
        ...

    def draw(
        self, session: Session, actor: Actor, shop_id: UUID, since: datetime, agent_id: UUID | None
    ) -> Work | None:
        """Work since then that nobody has scored; not the actor's own."""
        ...


class Talks:
    """Closed talks of the inbox."""

    def one(self, session: Session, actor: Actor, subject_id: UUID) -> Work:
        rows.check(session, actor, subject_id)
        found = db.read(session, _TALK, {"id": subject_id})
        if not found or found[0][3] is None:
            raise NotServed
        return Work(SheetKind.TALK, *found[0])

    def draw(
        self, session: Session, actor: Actor, shop_id: UUID, since: datetime, agent_id: UUID | None
    ) -> Work | None:
        values = {"shop": shop_id, "since": since, "me": actor.id, "agent": agent_id}
        found = db.read(session, _DRAW, values)
        return Work(SheetKind.TALK, *found[0]) if found else None


_sources: dict[SheetKind, Source] = {SheetKind.TALK: Talks()}


def register(kind: SheetKind, source: Source) -> None:
    """Rooms above keep work of other kinds."""
    _sources[kind] = source


def one(session: Session, actor: Actor, kind: SheetKind, subject_id: UUID) -> Work:
    return _sources[kind].one(session, actor, subject_id)


def draw(
    session: Session, actor: Actor, shop_id: UUID, kind: SheetKind, *, agent_id: UUID | None = None
) -> Work:
    """Work of the last days that nobody has scored, of whoever was scored least.

    Raises `NothingToScore`.
    """
    actor.must(Permission.QUALITY_SCORE)
    must_reach(actor, shop_id)
    since = clock.now() - timedelta(days=DRAWN_FROM_DAYS)
    found = _sources[kind].draw(session, actor, shop_id, since, agent_id)
    if found is None:
        raise NothingToScore(days=DRAWN_FROM_DAYS)
    return found


_SAID = (
    "SELECT seq FROM messages WHERE conversation_id = %(id)s AND author <> 'system'"
    " AND strpos(text, %(quote)s) > 0 ORDER BY author <> 'agent', seq LIMIT 1"
)


def said_at(session: Session, conversation_id: UUID, quote: str) -> int | None:
    """The message in which these words stand, the agent's own first."""
    found = db.read(session, _SAID, {"id": conversation_id, "quote": quote})
    return int(found[0][0]) if found else None
