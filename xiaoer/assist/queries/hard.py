"""Hard talks by agent and day (EMT-4): those in which a customer was angry, threatened or
complained, however they ended."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.rules.moods import CALLS_FOR_CARE
from xiaoer.core import clock, db
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach

_COUNTS = (
    "SELECT a.id, a.name, (r.read_at AT TIME ZONE s.timezone)::date, count(*)"
    " FROM assist_readings r JOIN conversations c ON c.id = r.conversation_id"
    " JOIN shops s ON s.id = r.shop_id"
    " JOIN agents a ON a.id = coalesce(c.assignee_id, c.last_agent_id)"
    f" WHERE r.shop_id = %(shop)s AND r.hardest >= {int(CALLS_FOR_CARE)}"
    " AND r.read_at >= %(since)s GROUP BY 1, 2, 3 ORDER BY 3 DESC, 4 DESC, 2"
)
_MINE = (
    "SELECT count(*) FROM assist_readings r JOIN conversations c ON c.id = r.conversation_id"
    f" WHERE r.hardest >= {int(CALLS_FOR_CARE)} AND r.read_at >= %(since)s"
    " AND (c.assignee_id = %(agent)s OR c.last_agent_id = %(agent)s)"
)
A_DAY = timedelta(hours=12)


@dataclass(frozen=True)
class HardTalks:
    """How many hard talks an agent had on a day of the shop."""

    agent_id: UUID
    name: str
    day: date
    talks: int


def per_agent(session: Session, actor: Actor, shop_id: UUID, *, days: int) -> list[HardTalks]:
    """The newest day first, and the most burdened."""
    actor.must(Permission.CONVERSATIONS_MANAGE)
    must_reach(actor, shop_id)
    values = {"shop": shop_id, "since": clock.now() - timedelta(days=days)}
    return [HardTalks(*row) for row in db.read(session, _COUNTS, values)]


def of_late(session: Session, agent_id: UUID) -> int:
    """How many hard talks this agent had in the last hours of work."""
    values = {"agent": agent_id, "since": clock.now() - A_DAY}
    return int(db.read(session, _MINE, values)[0][0])
