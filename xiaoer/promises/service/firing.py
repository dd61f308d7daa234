"""The clock's work: warn and break what is due, once each, however many clocks run."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import auth, clock, events
from xiaoer.promises.events import PromiseBroken, PromiseWarned
from xiaoer.promises.service.telling import common

BATCH = 500

# Whoever holds the row decides: a keep under way is skipped and, once committed, no longer
# matches; another clock's rows are skipped; what the row says when it is locked is what counts.
_FIRE = text("""
    WITH due AS (
        SELECT id, warned, next_fire_at FROM promises
        WHERE next_fire_at <= :now
        ORDER BY next_fire_at LIMIT :batch FOR UPDATE SKIP LOCKED)
    UPDATE promises p SET
        state = CASE WHEN p.due_at <= :now THEN 'broken' ELSE p.state END,
        broken_at = CASE WHEN p.due_at <= :now THEN CAST(:now AS timestamptz) END,
        warned = (SELECT count(*) FROM unnest(p.warn_at) AS w WHERE w <= :now),
        next_fire_at = CASE WHEN p.due_at > :now THEN coalesce(
            (SELECT min(w) FROM unnest(p.warn_at) AS w WHERE w > :now), p.due_at) END
    FROM due
    WHERE p.id = due.id AND p.next_fire_at = due.next_fire_at
    RETURNING p.id, p.shop_id, p.kind, p.subject_type, p.subject_id, p.owner_agent_id,
        p.owner_group_id, p.state, p.due_at, p.warned, p.facts, due.next_fire_at AS fired_for
""")


@dataclass(frozen=True)
class Fired:
    """What one turn of the clock told."""

    warned: int
    broken: int
    times: tuple[datetime, ...]
    """The moments these were due to fire, ascending within a batch or nearly so."""

    @property
    def full(self) -> bool:
        """More may be waiting."""
        return self.warned + self.broken == BATCH


def fire_due(session: Session) -> Fired:
    """Warn and break up to `BATCH` promises whose time has come."""
    rows = session.execute(_FIRE, {"now": clock.now(), "batch": BATCH}).all()
    told = [
        PromiseBroken(**common(row))
        if row.state == "broken"
        else PromiseWarned(**common(row), number=row.warned)
        for row in rows
    ]
    events.emit_many(session, auth.system("clock"), told)
    broken = sum(1 for row in rows if row.state == "broken")
    return Fired(len(rows) - broken, broken, tuple(row.fired_for for row in rows))
