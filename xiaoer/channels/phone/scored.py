"""Calls as work that is scored (CMM-9)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.phone import queries
from xiaoer.core import db
from xiaoer.core.auth import Actor
from xiaoer.quality.errors import NotServed
from xiaoer.quality.models import SheetKind
from xiaoer.quality.queries.work import Work

_DRAW = (
    "SELECT c.shop_id, c.id, '', c.agent_id, c.agent_name, c.at FROM calls c"
    " WHERE c.shop_id = %(shop)s AND c.at >= %(since)s AND c.answered_at IS NOT NULL"
    " AND c.ended_at IS NOT NULL AND c.agent_id IS DISTINCT FROM %(me)s"
    " AND (c.agent_id = %(agent)s OR %(agent)s::uuid IS NULL AND c.agent_id IS NOT NULL)"
    " AND NOT EXISTS (SELECT FROM quality_scores s WHERE s.subject_id = c.id)"
    " ORDER BY (SELECT count(*) FROM quality_scores s WHERE s.agent_id = c.agent_id"
    " AND s.at >= %(since)s), random() LIMIT 1"
)


class Calls:
    """Answered calls of the call book."""

    def one(self, session: Session, actor: Actor, subject_id: UUID) -> Work:
        call = queries.one(session, actor, subject_id)
        if call.agent_id is None or call.seconds is None:
            raise NotServed
        about = (call.shop_id, call.id, "", call.agent_id, call.agent_name, call.at)
        return Work(SheetKind.CALL, *about)

    def draw(
        self, session: Session, actor: Actor, shop_id: UUID, since: datetime, agent_id: UUID | None
    ) -> Work | None:
        values = {"shop": shop_id, "since": since, "me": actor.id, "agent": agent_id}
        found = db.read(session, _DRAW, values)
        return Work(SheetKind.CALL, *found[0]) if found else None
