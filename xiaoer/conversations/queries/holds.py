"""What is being checked for customers, and how well such promises are kept (HOLD-12)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Float, case, extract, func, select
from sqlalchemy.orm import Session

from xiaoer.conversations.models import HoldPromise, HoldState
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach
from xiaoer.workforce.models import Agent

LIVE_LIMIT = 100


@dataclass(frozen=True)
class Share:
    """How one agent kept the holds begun in a stretch of time. Seconds."""

    agent_id: UUID
    name: str
    begun: int
    kept: int
    """Answered within the time the customer was told."""
    late: int
    """Answered after it."""
    average_over_sec: float | None
    never_answered: int
    """漏跟进: the time has passed and no answer came, or it was given up then."""
    extensions: int

    @property
    def on_time(self) -> float | None:
        """Of those that are decided, 0 … 1."""
        decided = self.kept + self.late + self.never_answered
        return self.kept / decided if decided else None


def live(session: Session, conversation_id: UUID, *, lock: bool = False) -> HoldPromise | None:
    query = select(HoldPromise).where(
        HoldPromise.conversation_id == conversation_id, HoldPromise.ended_at.is_(None)
    )
    return session.scalar(query.with_for_update() if lock else query)


def late_talks(session: Session, actor: Actor) -> list[UUID]:
    """Talks whose customer was promised an answer by now, the longest overdue first: the actor's
    own, or everybody's for those who manage talks (HOLD-7)."""
    actor.must(Permission.CONVERSATIONS_READ)
    query = select(HoldPromise.conversation_id).where(
        HoldPromise.ended_at.is_(None), HoldPromise.due_at <= clock.now()
    )
    if not actor.all_shops:
        query = query.where(HoldPromise.shop_id.in_(actor.shop_ids))
    if not actor.may(Permission.CONVERSATIONS_MANAGE):
        query = query.where(HoldPromise.agent_id == actor.id)
    return list(session.scalars(query.order_by(HoldPromise.due_at).limit(LIVE_LIMIT)))


def shares(
    session: Session, actor: Actor, *, shop_id: UUID, start: datetime, end: datetime
) -> list[Share]:
    """Each agent's holds begun from `start` to before `end`; one statement."""
    actor.must(Permission.CONVERSATIONS_MANAGE)
    must_reach(actor, shop_id)
    over = extract("epoch", HoldPromise.ended_at - HoldPromise.late_at).cast(Float)
    answered, late = HoldPromise.answer_seq.is_not(None), HoldPromise.late_at.is_not(None)
    overdue = HoldPromise.ended_at.is_(None) & (HoldPromise.due_at <= clock.now())
    given_up = HoldPromise.ended_at.is_not(None) & ~answered & late
    query = (
        select(
            HoldPromise.agent_id,
            Agent.name,
            func.count(),
            func.count().filter(HoldPromise.state == HoldState.KEPT),
            func.count().filter(answered & late),
            func.avg(case((answered & late, over))),
            func.count().filter(overdue | given_up),
            func.sum(HoldPromise.extensions),
        )
        .join(Agent, Agent.id == HoldPromise.agent_id)
        .where(
            HoldPromise.shop_id == shop_id,
            HoldPromise.started_at >= start,
            HoldPromise.started_at < end,
        )
        .group_by(HoldPromise.agent_id, Agent.name)
        .order_by(func.count().desc(), Agent.name)
    )
    return [Share(*row) for row in session.execute(query)]
