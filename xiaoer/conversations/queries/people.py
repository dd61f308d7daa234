"""Who works where, as the inbox needs to know it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation, Message, State
from xiaoer.customers.models import Customer
from xiaoer.workforce.models import Agent, AgentShop, Group, Presence


def name(session: Session, agent_id: UUID | None) -> str:
    return session.scalar(select(Agent.name).where(Agent.id == agent_id)) or ""


def group_name(session: Session, group_id: UUID) -> str | None:
    return session.scalar(select(Group.name).where(Group.id == group_id))


def works_in(session: Session, agent_id: UUID, shop_id: UUID) -> str | None:
    """The name of an active agent of the shop; None for anybody else."""
    served = select(AgentShop.agent_id).where(AgentShop.shop_id == shop_id)
    query = select(Agent.name).where(
        Agent.id == agent_id, Agent.active, or_(Agent.all_shops, Agent.id.in_(served))
    )
    return session.scalar(query)


def at_the_desk(session: Session, agent_id: UUID) -> bool:
    """Online or pausing: talks stay with who is here."""
    query = select(Agent.presence).where(Agent.id == agent_id, Agent.active)
    return session.scalar(query) in (Presence.ONLINE, Presence.PAUSED)


def workload(session: Session, agent_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many open talks each agent serves; snoozed ones do not count."""
    query = (
        select(Conversation.assignee_id, func.count())
        .where(Conversation.assignee_id.in_(agent_ids), Conversation.state == State.OPEN)
        .group_by(Conversation.assignee_id)
    )
    return {agent_id: count for agent_id, count in session.execute(query) if agent_id}


def language_of(session: Session, conversation_id: UUID) -> str | None:
    """What the customer of a talk speaks, as far as it is known."""
    query = (
        select(Customer.language)
        .join(Conversation, Conversation.customer_id == Customer.id)
        .where(Conversation.id == conversation_id)
    )
    return session.scalar(query)


def words_of(session: Session, conversation_id: UUID, seq: int) -> str:
    """What was said at this place of a talk."""
    query = select(Message.text).where(
        Message.conversation_id == conversation_id, Message.seq == seq
    )
    return session.scalar(query) or ""
