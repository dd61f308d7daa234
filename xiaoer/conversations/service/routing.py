"""Who serves whom: the oldest waiting first, to somebody whose role it is, of those to the person
who knows the customer, else to the least busy, never beyond anybody's limit. Nobody waits for a
role: while all who have it are away or full, another serves."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from xiaoer.conversations.models import ChannelSettings, Conversation, State
from xiaoer.conversations.queries import locked, people, waiting
from xiaoer.conversations.queries.waiting import Queued, Wanted
from xiaoer.conversations.rules import roles
from xiaoer.conversations.service import assigning
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.promises import rules as business
from xiaoer.promises import service as promises
from xiaoer.workforce import queries as workforce
from xiaoer.workforce import service as presence
from xiaoer.workforce.queries import Candidate

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended(:shop, 7))")


class _Round:
    """One look at who is free, shared by all kinds of talks: somebody may do for several."""

    def __init__(self, session: Session, shop_id: UUID) -> None:
        self.session, self.shop_id = session, shop_id
        self.here = workforce.candidates(session, shop_id=shop_id)
        self.load: dict[UUID, int] = {}
        self.fit: dict[Wanted, list[Candidate]] = {}

    @cached_property
    def roles(self) -> Mapping[UUID, frozenset[str]]:
        """What each of them does; read when there is somebody to give a talk to."""
        return workforce.roles_of(self.session, [agent.id for agent in self.here])

    def any_room(self) -> bool:
        """Whether anybody could take anything."""
        self._count(self.here)
        return any(self._has_room(agent) for agent in self.here)

    def room_for(self, kind: Wanted) -> int:
        """How many more talks of this kind its people could take together."""
        people_ = self.here
        if kind.group_id is not None or kind.skill is not None:
            people_ = workforce.candidates(
                self.session, shop_id=self.shop_id, group_id=kind.group_id, skill=kind.skill
            )
            self._count(people_)
        self.fit[kind] = [agent for agent in people_ if self._has_room(agent)]
        return sum(agent.max_concurrency - self.load[agent.id] for agent in self.fit[kind])

    def _count(self, people_: Sequence[Candidate]) -> None:
        unknown = [agent.id for agent in people_ if agent.id not in self.load]
        counted = people.workload(self.session, unknown) if unknown else {}
        self.load |= {each: counted.get(each, 0) for each in unknown}

    def best_for(self, talk: Queued) -> Candidate | None:
        free = [agent for agent in self.fit[talk.wanted] if self._has_room(agent)]
        role = roles.role_for(talk.words, talk.stage)
        free = [agent for agent in free if role in self.roles.get(agent.id, ())] or free
        known = [agent for agent in free if agent.id == talk.last_agent_id]
        return known[0] if known else min(free, key=self._busy, default=None)

    def _has_room(self, agent: Candidate) -> bool:
        return self.load[agent.id] < agent.max_concurrency

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
    newer talk pass an older one. While nobody is here or all are full the queue, which may be
    long, is not read: whoever comes or has time again leaves a round of their own behind.
    """
    this = _Round(session, shop_id)
    if not this.here:
        return 0
    session.execute(_ONE_AT_A_TIME, {"shop": str(shop_id)})
    if not this.any_room():
        return 0
    kinds = waiting.wanted(session, shop_id)
    closed = _closed_channels(session, shop_id) if kinds else frozenset()
    queued: list[Queued] = []
    for kind in kinds:
        if kind.channel not in closed and (room := this.room_for(kind)):
            queued += waiting.oldest(session, shop_id, kind, room)
    return sum(_give(session, actor, each, this) for each in sorted(queued))


def _give(session: Session, actor: Actor, queued: Queued, this: _Round) -> bool:
    while agent := this.best_for(queued):
        held = presence.hold(session, agent.id)
        if held is None:
            this.load[agent.id] = agent.max_concurrency
            continue
        # Counted under the agent's lock: other shops' rounds may have filled the last place.
        serving = people.workload(session, [agent.id]).get(agent.id, 0)
        this.load[agent.id] = max(serving, this.load[agent.id])
        if serving >= held.max_concurrency:
            this.load[agent.id] = agent.max_concurrency
            continue
        talk = locked.if_queued(session, queued.id)
        if talk is None:
            return False
        assigning.place(session, actor, talk, agent.id, by_rule=True)
        this.load[agent.id] += 1
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
