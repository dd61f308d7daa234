"""After a hard talk an agent may rest a little (EMT-4)."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.errors import NothingHardToday
from xiaoer.assist.models import CoolDown
from xiaoer.assist.queries import hard
from xiaoer.core import clock, queue
from xiaoer.core.auth import Actor, Permission
from xiaoer.workforce.models import Agent, Presence
from xiaoer.workforce.service import presence

BACK = "assist.back"
CAUSE = "cooled_down"


def rest(session: Session, actor: Actor, *, minutes: int = 10) -> CoolDown:
    """Nothing new comes for so long; then the agent is back by itself. Talks stay."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    assert actor.id is not None
    if not hard.of_late(session, actor.id):
        raise NothingHardToday
    now = clock.now()
    until = now + timedelta(minutes=minutes)
    held = session.get(CoolDown, actor.id, with_for_update=True) or CoolDown(agent_id=actor.id)
    held.started_at, held.until = now, until
    session.add(held)
    session.flush()
    presence.set_mine(session, actor, Presence.PAUSED)
    which = {"agent_id": str(actor.id), "until": until.isoformat()}
    queue.defer(session, BACK, which, run_at=until)
    return held


def come_back(session: Session, actor: Actor, agent_id: UUID, until: datetime) -> None:
    """The rest is over, unless another one began, or the agent has decided otherwise since."""
    held = session.get(CoolDown, agent_id)
    agent = session.get(Agent, agent_id, with_for_update={"key_share": True})
    if held is None or agent is None or held.until != until:
        return
    if agent.presence == Presence.PAUSED and agent.presence_since <= held.started_at:
        presence.move(session, actor, agent, Presence.ONLINE, cause=CAUSE)
