"""Rows of the inbox with only what matters to a test."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations import service
from xiaoer.conversations.models import ChannelSettings
from xiaoer.conversations.service import Received
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.customers.models import Customer
from xiaoer.workforce.models import (
    Agent,
    AgentRole,
    AgentShop,
    AgentSkill,
    Group,
    GroupMember,
    Presence,
    Role,
)

DESK = frozenset(
    {
        Permission.CONVERSATIONS_READ,
        Permission.CONVERSATIONS_REPLY,
        Permission.CONVERSATIONS_ASSIGN,
        Permission.CONVERSATIONS_CLOSE,
        Permission.CUSTOMERS_READ,
    }
)


def make_customer(session: Session, shop: Shop, **only: Any) -> Customer:
    customer = Customer(**{"shop_id": shop.id, "name": "王小雨", **only})
    session.add(customer)
    session.flush()
    return customer


def make_role(
    session: Session, *permissions: Permission, code: str = "serves", **only: Any
) -> Role:
    """A role that may answer, unless told otherwise."""
    known = session.scalar(select(Role).where(Role.code == code))
    if known:
        return known
    granted = [str(each) for each in permissions or (Permission.CONVERSATIONS_REPLY,)]
    role = Role(code=code, name_zh=code, name_en=code, permissions=granted, **only)
    session.add(role)
    session.flush()
    return role


def make_agent(
    session: Session,
    shop: Shop,
    *,
    skills: Sequence[str] = (),
    roles: Sequence[Role] = (),
    groups: Sequence[Group] = (),
    **only: Any,
) -> Agent:
    given = {"name": "林客服", "presence": Presence.ONLINE, "password_hash": "-", **only}
    agent = Agent(id=new_id(), **{"login": f"a{new_id().hex[-10:]}", **given})
    session.add(agent)
    session.flush()
    session.add(AgentShop(shop_id=shop.id, agent_id=agent.id))
    session.add_all(AgentSkill(agent_id=agent.id, skill=skill) for skill in skills)
    session.add_all(AgentRole(agent_id=agent.id, role_id=role.id) for role in roles)
    session.add_all(GroupMember(agent_id=agent.id, group_id=group.id) for group in groups)
    session.flush()
    return agent


def acting_as(agent: Agent, *shops: Shop, rights: frozenset[Permission] = DESK) -> Actor:
    return Actor(
        kind=ActorKind.AGENT,
        id=agent.id,
        name=agent.name,
        permissions=rights,
        shop_ids=frozenset(shop.id for shop in shops),
    )


def ask(session: Session, customer: Customer, text: str = "在吗", **only: Any) -> Received:
    """The customer writes over the web chat."""
    actor = service.as_customer(
        shop_id=customer.shop_id, customer_id=customer.id, name=customer.name
    )
    given = {"channel": "webchat", "client_id": new_id(), "text": text, **only}
    return service.receive(
        session, actor, shop_id=customer.shop_id, customer_id=customer.id, **given
    )


def settle(session: Session, shop: Shop, channel: str = "webchat", **only: Any) -> ChannelSettings:
    """Settings of a channel with only what matters."""
    settings = ChannelSettings.usual(shop.id, channel)
    for name, value in only.items():
        setattr(settings, name, value)
    session.add(settings)
    session.flush()
    return settings
