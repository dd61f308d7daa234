"""Reads about agents: who is asking, who is here, who could take this."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select, text
from sqlalchemy.orm import Session

from xiaoer.core import clock, db
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.shops import Shop
from xiaoer.workforce.errors import AgentNotFound
from xiaoer.workforce.models import (
    Agent,
    AgentRole,
    AgentShop,
    AgentSkill,
    Group,
    GroupMember,
    Presence,
    Role,
    SignIn,
)

_PERMISSIONS = (
    "ARRAY(SELECT DISTINCT unnest(r.permissions) FROM agent_roles ar"
    " JOIN roles r ON r.id = ar.role_id WHERE ar.agent_id = a.id)"
)
_SHOPS = (
    "ARRAY(SELECT s.id FROM shops s WHERE a.all_shops UNION"
    " SELECT x.shop_id FROM agent_shops x WHERE x.agent_id = a.id)"
)
_WHO = (
    f"SELECT a.id, a.name, a.locale, a.all_shops, {_PERMISSIONS} AS permissions,"
    f" {_SHOPS} AS shop_ids FROM sign_ins i JOIN agents a ON a.id = i.agent_id"
    " WHERE i.token_hash = %(hash)s AND i.expires_at > %(now)s AND a.active"
)
_ACTOR = text(
    f"SELECT a.id, a.name, a.locale, a.all_shops, {_PERMISSIONS} AS permissions,"
    f" {_SHOPS} AS shop_ids FROM agents a WHERE a.id = :agent AND a.active"
)


@dataclass(frozen=True)
class Known:
    """Whoever asks, and the language they read."""

    actor: Actor
    locale: str


@dataclass(frozen=True)
class Candidate:
    """An agent who is online and could take something new."""

    id: UUID
    name: str
    max_concurrency: int


@dataclass(frozen=True)
class Described:
    """An agent with everything a list of people shows."""

    agent: Agent
    roles: list[str]
    groups: list[Group]
    skills: list[str]
    shop_ids: list[UUID]
    serving: int


Workload = Callable[[Session, Collection[UUID]], dict[UUID, int]]


def _nothing(_session: Session, _agent_ids: Collection[UUID]) -> dict[UUID, int]:
    return {}


_workload: Workload = _nothing


def count_work_with(workload: Workload) -> Workload:
    """The room above that gives agents their work says how much each of them has."""
    global _workload
    _workload = workload
    return workload


def by_token(session: Session, token_hash: bytes) -> Known | None:
    """Who signed in with this token: one statement, on every request."""
    found = db.read(session, _WHO, {"hash": token_hash, "now": clock.now()})
    return _known(found[0]) if found else None


def actor_of(session: Session, agent_id: UUID) -> Known | None:
    """An agent as an actor, for work done in their name; None when they are gone."""
    row = session.execute(_ACTOR, {"agent": agent_id}).first()
    return _known(row) if row else None


def _known(row: Sequence[Any]) -> Known:
    id_, name, locale, all_shops, permissions, shop_ids = row
    actor = Actor(
        kind=ActorKind.AGENT,
        id=id_,
        name=name,
        permissions=_granted(tuple(permissions)),
        shop_ids=frozenset(shop_ids),
        all_shops=all_shops,
    )
    return Known(actor, locale)


@lru_cache(maxsize=256)
def _granted(names: tuple[str, ...]) -> frozenset[Permission]:
    """The permissions of these names; a name that is no longer one grants nothing."""
    return frozenset(each for each in Permission if each.value in names)


def visible_to(actor: Actor) -> Select[Agent]:
    """Agents who share a shop with the actor."""
    query = select(Agent)
    if actor.all_shops:
        return query
    shared = select(AgentShop.agent_id).where(AgentShop.shop_id.in_(actor.shop_ids))
    return query.where(or_(Agent.id.in_(shared), Agent.all_shops, Agent.id == actor.id))


def one_visible(session: Session, actor: Actor, agent_id: UUID, *, lock: bool = False) -> Agent:
    query = visible_to(actor).where(Agent.id == agent_id)
    if lock:
        query = query.with_for_update(key_share=True, of=Agent)
    agent = session.scalar(query)
    if agent is None:
        raise AgentNotFound
    return agent


def by_login(session: Session, login: str, *, shop_id: UUID) -> Agent | None:
    """The agent of the shop who signs in so: for systems that know people by their login."""
    served = select(AgentShop.agent_id).where(AgentShop.shop_id == shop_id)
    query = select(Agent).where(Agent.login == login, Agent.active)
    return session.scalar(query.where(or_(Agent.all_shops, Agent.id.in_(served))))


def described(session: Session, agents: Sequence[Agent]) -> list[Described]:
    """The agents with roles, groups, skills, shops and load: five statements for any number."""
    ids = [agent.id for agent in agents]
    roles = _gather(
        session,
        select(AgentRole.agent_id, Role.code)
        .join(Role, Role.id == AgentRole.role_id)
        .where(AgentRole.agent_id.in_(ids))
        .order_by(Role.code),
    )
    groups = _gather(
        session,
        select(GroupMember.agent_id, Group)
        .join(Group, Group.id == GroupMember.group_id)
        .where(GroupMember.agent_id.in_(ids))
        .order_by(Group.name),
    )
    skilled = select(AgentSkill.agent_id, AgentSkill.skill).where(AgentSkill.agent_id.in_(ids))
    skills = _gather(session, skilled.order_by(AgentSkill.skill))
    served = select(AgentShop.agent_id, AgentShop.shop_id).where(AgentShop.agent_id.in_(ids))
    shops = _gather(session, served.order_by(AgentShop.shop_id))
    serving = _workload(session, ids)
    return [
        Described(
            agent=agent,
            roles=roles.get(agent.id, []),
            groups=groups.get(agent.id, []),
            skills=skills.get(agent.id, []),
            shop_ids=shops.get(agent.id, []),
            serving=serving.get(agent.id, 0),
        )
        for agent in agents
    ]


def _gather(session: Session, query: Select[UUID, Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for agent_id, value in session.execute(query):
        found.setdefault(agent_id, []).append(value)
    return found


def shop_ids_of(session: Session, agent: Agent) -> list[UUID]:
    """The shops this agent serves, those of `all_shops` included."""
    served = select(AgentShop.shop_id).where(AgentShop.agent_id == agent.id)
    query = select(Shop.id) if agent.all_shops else served
    return list(session.scalars(query))


def candidates(
    session: Session,
    *,
    shop_id: UUID,
    group_id: UUID | None = None,
    skill: str | None = None,
    role: str | None = None,
    permission: Permission = Permission.CONVERSATIONS_REPLY,
) -> list[Candidate]:
    """Agents who are online and may answer in this shop, of a group, skill or role if asked.

    In a stable order; how busy they are is known above.
    """
    may = (
        select(AgentRole.agent_id)
        .join(Role, Role.id == AgentRole.role_id)
        .where(func.array_position(Role.permissions, permission.value).is_not(None))
    )
    served = select(AgentShop.agent_id).where(AgentShop.shop_id == shop_id)
    query = select(Agent.id, Agent.name, Agent.max_concurrency).where(
        Agent.active,
        Agent.presence == Presence.ONLINE,
        or_(Agent.all_shops, Agent.id.in_(served)),
        Agent.id.in_(may),
    )
    if group_id is not None:
        members = select(GroupMember.agent_id).where(GroupMember.group_id == group_id)
        query = query.where(Agent.id.in_(members))
    if skill is not None:
        query = query.where(
            Agent.id.in_(select(AgentSkill.agent_id).where(AgentSkill.skill == skill))
        )
    if role is not None:
        holders = select(AgentRole.agent_id).join(Role, Role.id == AgentRole.role_id)
        query = query.where(Agent.id.in_(holders.where(Role.code == role)))
    return [Candidate(*row) for row in session.execute(query.order_by(Agent.id))]


def roles_of(session: Session, agent_ids: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """The codes of their roles, one statement."""
    query = select(AgentRole.agent_id, Role.code).join(Role, Role.id == AgentRole.role_id)
    found = _gather(session, query.where(AgentRole.agent_id.in_(agent_ids)))
    return {agent_id: frozenset(codes) for agent_id, codes in found.items()}


def names(session: Session, agent_ids: Collection[UUID]) -> dict[UUID, str]:
    """Display names for lists of other rooms, one statement."""
    query = select(Agent.id, Agent.name).where(Agent.id.in_(agent_ids))
    return dict(session.execute(query).all())


def group_names(session: Session, group_ids: Collection[UUID]) -> dict[UUID, str]:
    query = select(Group.id, Group.name).where(Group.id.in_(group_ids))
    return dict(session.execute(query).all())


def holders(session: Session, *, shop_id: UUID, permission: Permission) -> list[UUID]:
    """Active agents of a shop who hold a permission, here or not: whom to tell."""
    served = select(AgentShop.agent_id).where(AgentShop.shop_id == shop_id)
    query = (
        select(Agent.id)
        .join(AgentRole, AgentRole.agent_id == Agent.id)
        .join(Role, Role.id == AgentRole.role_id)
        .where(
            Agent.active,
            or_(Agent.all_shops, Agent.id.in_(served)),
            func.array_position(Role.permissions, permission.value).is_not(None),
        )
        .distinct()
        .order_by(Agent.id)
    )
    return list(session.scalars(query))


@dataclass(frozen=True)
class Owner:
    """Whose work something is: a group's, or a person's."""

    group_id: UUID | None
    agent_id: UUID | None


def owner(session: Session, *, shop_id: UUID, permission: Permission) -> Owner:
    """Who can be given a work of that kind: the group with the most people who may do it, else
    one of those people. Nobody only where no one of the shop may."""
    able = holders(session, shop_id=shop_id, permission=permission)
    largest = (
        select(GroupMember.group_id)
        .where(GroupMember.agent_id.in_(able))
        .group_by(GroupMember.group_id)
        .order_by(func.count().desc(), GroupMember.group_id)
        .limit(1)
    )
    group_id = session.scalar(largest) if able else None
    return Owner(group_id, None if group_id or not able else able[0])


def sign_ins(session: Session, agent_id: UUID) -> list[SignIn]:
    """Where this person is signed in now, newest first."""
    query = select(SignIn).where(SignIn.agent_id == agent_id, SignIn.expires_at > clock.now())
    return list(session.scalars(query.order_by(SignIn.created_at.desc())))
