"""Rows of the inbox with only what matters to a test."""

from typing import Any

from sqlalchemy.orm import Session

from xiaoer.conversations import service
from xiaoer.conversations.service import Received
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.customers.models import Customer
from xiaoer.workforce.models import Agent, AgentShop, AgentSkill, Presence

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


def make_agent(session: Session, shop: Shop, *, skills: tuple[str, ...] = (), **only: Any) -> Agent:
    given = {"name": "林客服", "presence": Presence.ONLINE, "password_hash": "-", **only}
    agent = Agent(id=new_id(), **{"login": f"a{new_id().hex[-10:]}", **given})
    session.add(agent)
    session.flush()
    session.add(AgentShop(shop_id=shop.id, agent_id=agent.id))
    session.add_all(AgentSkill(agent_id=agent.id, skill=skill) for skill in skills)
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
