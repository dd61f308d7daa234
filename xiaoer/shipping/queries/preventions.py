"""The checklist of each warehouse: what was done, what is due, and what nobody has."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach

_CHECKLIST = text("""
SELECT w.id AS warehouse_id, w.name AS warehouse, m.measure, t.id AS task_id, t.state, t.due_at,
    t.result, a.name AS owner
FROM warehouses w CROSS JOIN unnest(CAST(:measures AS text[])) WITH ORDINALITY AS m(measure, place)
LEFT JOIN LATERAL (
    SELECT * FROM tasks WHERE shop_id = w.shop_id AND subject_id = w.id
        AND kind = 'prevention_' || m.measure ORDER BY number DESC LIMIT 1
) AS t ON true
LEFT JOIN agents a ON a.id = t.assignee_agent_id
WHERE w.shop_id = :shop AND w.active ORDER BY w.code, m.place
""")


def checklist(
    session: Session, actor: Actor, *, shop_id: UUID, measures: Sequence[str]
) -> Sequence[Row[Any]]:
    """Each measure of each warehouse with its newest task, if anybody has it. One statement."""
    must_reach(actor, shop_id)
    return session.execute(_CHECKLIST, {"shop": shop_id, "measures": list(measures)}).all()
