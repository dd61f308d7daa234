"""What an agent holds in a shop, and what was handed on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Row, select, text
from sqlalchemy.orm import Session, aliased

from xiaoer.conversations.models import Handover
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.workforce.models import Agent

SHOWN = timedelta(days=3)
CHANGED_WITHIN = timedelta(hours=24)
"""Orders somebody changed in that time and that have not arrived yet are worth a word."""

_HELD = text("""
SELECT 'talk' AS kind, c.id, coalesce(u.name, '') AS label, c.activity_at AS at
FROM conversations c LEFT JOIN customers u ON u.id = c.customer_id
WHERE c.assignee_id = :agent AND c.shop_id = :shop AND c.state <> 'closed'
UNION ALL
SELECT 'task', id, title, due_at FROM tasks
WHERE assignee_agent_id = :agent AND shop_id = :shop AND ended_at IS NULL
UNION ALL
SELECT 'promise', id, kind, due_at FROM promises
WHERE owner_agent_id = :agent AND shop_id = :shop AND ended_at IS NULL
    AND subject_type NOT IN ('conversation', 'task', 'handover')
UNION ALL
SELECT DISTINCT ON (o.id) 'order', o.id, o.order_no, r.at
FROM order_remarks r JOIN orders o ON o.id = r.order_id
WHERE r.shop_id = :shop AND r.author_id = :agent AND r.at > :since
    AND o.status NOT IN ('signed', 'completed', 'cancelled', 'closed', 'refunded')
ORDER BY kind, at
""")


@dataclass(frozen=True)
class Held:
    """Something an agent would hand on."""

    kind: str
    id: UUID
    label: str


def held(session: Session, agent_id: UUID, shop_id: UUID) -> list[Held]:
    """Open talks, tasks, promises of their own, and orders they changed in the last day."""
    asked = {"agent": agent_id, "shop": shop_id, "since": clock.now() - CHANGED_WITHIN}
    return [Held(row.kind, row.id, row.label) for row in session.execute(_HELD, asked)]


def handovers(session: Session, actor: Actor, shop_id: UUID) -> Sequence[Row[Handover, str, str]]:
    """Of the last days and whatever waits: one's own, or all of the shop for who leads it."""
    giver, taker = aliased(Agent), aliased(Agent)
    recent: datetime = clock.now() - SHOWN
    query = (
        select(Handover, giver.name.label("from_name"), taker.name.label("to_name"))
        .join(giver, giver.id == Handover.from_agent_id)
        .join(taker, taker.id == Handover.to_agent_id)
        .where(Handover.shop_id == shop_id)
        .where((Handover.at > recent) | Handover.acknowledged_at.is_(None))
    )
    if not actor.may(Permission.CONVERSATIONS_MANAGE):
        query = query.where(
            (Handover.from_agent_id == actor.id) | (Handover.to_agent_id == actor.id)
        )
    return session.execute(query.order_by(Handover.at.desc()).limit(100)).all()
