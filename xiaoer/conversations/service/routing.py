"""Who serves whom: the oldest waiting first, to the person who knows the customer, else to the
least busy, never beyond anybody's limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from xiaoer.conversations.models import ChannelSettings, Conversation, State
from xiaoer.conversations.queries import locked, people, waiting
from xiaoer.conversations.queries.waiting import Queued
from xiaoer.conversations.service import assigning
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.promises import rules as business
from xiaoer.promises import service as promises
from xiaoer.workforce import queries as workforce
from xiaoer.workforce import service as presence
from xiaoer.workforce.queries import Candidate

Wanted = tuple[UUID | None, str | None]
"""Group and skill that a talk asks for."""

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended(:shop, 7))")


@dataclass
class _Free:
    """Agents of one kind who can take something, with what they have."""

    agents: list[Candidate]
    load: dict[UUID, int]

    def best(self, last_agent_id: UUID | None) -> Candidate | None:
        free = [each for each in self.agents if self.load[each.id] < each.max_concurrency]
        known = [each for each in free if each.id == last_agent_id]
        if known:
            return known[0]
        return min(free, key=self._busy, default=None)

    def _busy(self, agent: Candidate) -> tuple[float, int]:
        return self.load[agent.id] / agent.max_concurrency, self.load[agent.id]


def route(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Find somebody for one talk by serving its shop's queue, so that nobody is overtaken.

    A talk that woke with an agent who has gone home goes back to the queue first.
    """
    talk = session.execute(
        select(Conversation.shop_id, Conversation.state, Conversation.assignee_id).where(
            Conversation.id == conversation_id
        )
    ).one_or_none()
    if talk is None or talk.state != State.OPEN:
        return
    if talk.assignee_id is None:
        # The shop's turn before any row: whoever holds rows never waits for a turn.
        serve_queue(session, actor, talk.shop_id)
    elif not people.at_the_desk(session, talk.assignee_id):
        assigning.release(session, actor, conversation_id, talk.assignee_id, reason="agent_away")


def serve_queue(session: Session, actor: Actor, shop_id: UUID) -> int:
    """Give queued talks of a shop to free agents, oldest first. Returns how many found one.

    One round per shop at a time: two rounds that know different parts of the queue would let a
    newer talk pass an older one.
    """
    session.execute(_ONE_AT_A_TIME, {"shop": str(shop_id)})
    queued = waiting.queue(session, shop_id)
    closed = _closed_channels(session, shop_id) if queued else frozenset()
    free: dict[Wanted, _Free] = {}
    given = 0
    for each in queued:
        if each.channel in closed:
            continue
        wanted = (each.group_id, each.skill)
        if wanted not in free:
            free[wanted] = _free(session, shop_id, wanted)
        given += _give(session, actor, each, free[wanted])
    return given


def _free(session: Session, shop_id: UUID, wanted: Wanted) -> _Free:
    group_id, skill = wanted
    agents = workforce.candidates(session, shop_id=shop_id, group_id=group_id, skill=skill)
    agents = [agent for agent in agents if agent.max_concurrency > 0]
    load = people.workload(session, [agent.id for agent in agents])
    return _Free(agents, {agent.id: load.get(agent.id, 0) for agent in agents})


def _give(session: Session, actor: Actor, queued: Queued, free: _Free) -> bool:
    while agent := free.best(queued.last_agent_id):
        held = presence.hold(session, agent.id)
        # Counted under the agent's lock: other shops' rounds may have filled the last place.
        now_serving = people.workload(session, [agent.id]).get(agent.id, 0) if held else 0
        if held is None or now_serving >= held.max_concurrency:
            free.agents.remove(agent)
            continue
        free.load[agent.id] = now_serving
        talk = locked.if_queued(session, queued.id)
        if talk is None:
            return False
        assigning.place(session, actor, talk, agent.id, by_rule=True)
        free.load[agent.id] += 1
        return True
    return False


def _closed_channels(session: Session, shop_id: UUID) -> frozenset[str]:
    query = select(ChannelSettings.channel, ChannelSettings.open_hours).where(
        ChannelSettings.shop_id == shop_id, ChannelSettings.open_hours.is_not(None)
    )
    return frozenset(
        channel
        for channel, calendar_id in session.execute(query)
        if not is_open(session, calendar_id)
    )


def is_open(session: Session, calendar_id: UUID | None) -> bool:
    """Whether people serve now, by the channel's calendar."""
    return business.is_open(promises.hours_of(session, calendar_id), clock.now())


def serve_all(session: Session, actor: Actor, shop_ids: Sequence[UUID]) -> int:
    """Serve the queues of several shops, always in the same order."""
    return sum(serve_queue(session, actor, shop_id) for shop_id in sorted(shop_ids))
