"""Who is here: online, paused or offline, and the beats of their sockets."""

from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, system
from xiaoer.workforce import queries, rules
from xiaoer.workforce.errors import AgentGone, AgentNotFound
from xiaoer.workforce.events import AgentLeft, PresenceChanged
from xiaoer.workforce.models import Agent, Presence, PresenceChange

SWEPT_AT_ONCE = 200


def set_mine(session: Session, actor: Actor, state: Presence) -> Agent:
    """A person says that they are here, pausing or gone."""
    agent = _own_locked(session, actor)
    move(session, actor, agent, state, cause="own")
    return agent


def beat(session: Session, agent_id: UUID) -> None:
    """A socket of this person is alive. Whoever was lost takes up again what they were.

    Call it at most every 30 seconds for each socket.
    """
    seen = (
        update(Agent)
        .where(Agent.id == agent_id, Agent.active)
        .values(last_seen_at=clock.now())
        .returning(Agent.resume_as)
        .execution_options(synchronize_session=False)
    )
    resume_as = session.execute(seen).scalar()
    if resume_as is not None:
        agent = session.get(Agent, agent_id, populate_existing=True)
        assert agent is not None
        move(session, system("presence"), agent, Presence(resume_as), cause="came_back")


def sweep(session: Session) -> int:
    """Take for gone whoever has been silent for `rules.SILENCE`. Returns how many."""
    silent_since = clock.now() - rules.SILENCE
    silent = (
        select(Agent)
        .where(
            Agent.presence != Presence.OFFLINE,
            Agent.presence_since <= silent_since,
            or_(Agent.last_seen_at.is_(None), Agent.last_seen_at <= silent_since),
        )
        .order_by(Agent.id)
        .limit(SWEPT_AT_ONCE)
        .with_for_update(skip_locked=True, key_share=True)
    )
    gone = list(session.scalars(silent, execution_options={"populate_existing": True}))
    for agent in gone:
        was = agent.presence
        move(session, system("presence"), agent, Presence.OFFLINE, cause="lost")
        agent.resume_as = was
    return len(gone)


def hold(session: Session, agent_id: UUID) -> Agent | None:
    """Lock an agent who is still online, for a claim; None when they are not any more."""
    query = (
        select(Agent)
        .where(Agent.id == agent_id, Agent.active, Agent.presence == Presence.ONLINE)
        .with_for_update(key_share=True)
    )
    return session.scalar(query, execution_options={"populate_existing": True})


def move(session: Session, actor: Actor, agent: Agent, state: Presence, *, cause: str) -> None:
    """Change a presence, keep its history and tell who watches. The same again is nothing."""
    agent.resume_as = None
    if agent.presence == state:
        return
    before, now = agent.presence, clock.now()
    agent.presence, agent.presence_since = state, now
    session.add(PresenceChange(agent_id=agent.id, before=before, after=state, cause=cause, at=now))
    session.flush()
    shop_ids = queries.shop_ids_of(session, agent)
    changed = PresenceChanged(
        agent_id=agent.id, before=before, after=state, cause=cause, shop_ids=shop_ids
    )
    events.emit(session, actor, changed)
    if state == Presence.OFFLINE:
        left = AgentLeft(agent_id=agent.id, cause=cause, shop_ids=shop_ids)
        events.emit(session, actor, left)


def _own_locked(session: Session, actor: Actor) -> Agent:
    agent = (
        session.get(Agent, actor.id, with_for_update={"key_share": True}, populate_existing=True)
        if actor.id
        else None
    )
    if agent is None:
        raise AgentNotFound
    if not agent.active:
        raise AgentGone
    return agent
