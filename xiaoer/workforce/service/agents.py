"""Agents: add, change, let go, bring back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop, ShopNotFound, must_reach
from xiaoer.workforce import queries, rules
from xiaoer.workforce.errors import (
    AboveYou,
    BadLimit,
    GroupNotFound,
    LastManager,
    LoginTaken,
    MayNotGrant,
    RoleNotFound,
    WrongPassword,
)
from xiaoer.workforce.events import (
    AgentAdded,
    AgentChanged,
    AgentDeactivated,
    AgentReactivated,
    PasswordChanged,
)
from xiaoer.workforce.models import (
    MAX_CONCURRENCY,
    Agent,
    AgentRole,
    AgentShop,
    AgentSkill,
    Group,
    GroupMember,
    Presence,
    Role,
)
from xiaoer.workforce.service import presence, signing


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What may change about an agent; None leaves it as it is."""

    name: str | None = None
    roles: Sequence[str] | None = None
    """Role codes; a person may hold several."""
    group_ids: Collection[UUID] | None = None
    skills: Collection[str] | None = None
    shop_ids: Collection[UUID] | None = None
    all_shops: bool | None = None
    max_concurrency: int | None = None

    def named(self) -> list[str]:
        return [name for name, value in vars(self).items() if value is not None]


def add_agent(
    session: Session,
    actor: Actor,
    *,
    login: str,
    name: str,
    password: str,
    roles: Sequence[str] = ("reception",),
    shop_ids: Collection[UUID] = (),
    all_shops: bool = False,
    group_ids: Collection[UUID] = (),
    skills: Collection[str] = (),
    max_concurrency: int = 8,
    locale: str = "zh",
) -> Agent:
    """Add a person who may sign in at once. `roles` are role codes."""
    actor.must(Permission.WORKFORCE_MANAGE)
    rules.check_login(login)
    rules.check_password(password, login=login)
    wanted = Changes(
        name=name,
        roles=roles,
        group_ids=group_ids,
        skills=skills,
        shop_ids=shop_ids,
        all_shops=all_shops,
        max_concurrency=max_concurrency,
    )
    _check(session, actor, wanted)
    hashed = signing.hash_password(password)
    agent = Agent(login=login, name=name, password_hash=hashed, locale=locale)
    try:
        with session.begin_nested():
            session.add(agent)
    except IntegrityError as error:
        raise LoginTaken(login=login) from error
    _apply(session, agent, wanted)
    events.emit(session, actor, AgentAdded(agent_id=agent.id, name=agent.name))
    return agent


def change_agent(session: Session, actor: Actor, agent_id: UUID, changes: Changes) -> Agent:
    actor.must(Permission.WORKFORCE_MANAGE)
    agent = _below(session, actor, agent_id)
    _check(session, actor, changes)
    _apply(session, agent, changes)
    if changes.roles is not None:
        _check_managed(session)
    if changed := changes.named():
        events.emit(session, actor, AgentChanged(agent_id=agent.id, changed=changed))
    return agent


def set_password(session: Session, actor: Actor, agent_id: UUID, password: str) -> None:
    """Give somebody a new password; they are signed out everywhere."""
    actor.must(Permission.WORKFORCE_MANAGE)
    agent = _below(session, actor, agent_id)
    rules.check_password(password, login=agent.login)
    agent.password_hash = signing.hash_password(password)
    signing.end_all(session, actor, agent_id=agent.id)
    events.emit(session, actor, PasswordChanged(agent_id=agent.id))


def change_my_password(
    session: Session, actor: Actor, *, old: str, new: str, token: str | None = None
) -> None:
    """Change one's own; every other sign-in than that of `token` ends."""
    agent = queries.one_visible(session, actor, actor.id, lock=True) if actor.id else None
    if agent is None or not signing.matches(agent.password_hash, old):
        raise WrongPassword
    rules.check_password(new, login=agent.login)
    agent.password_hash = signing.hash_password(new)
    signing.end_all(session, actor, agent_id=agent.id, but=token)
    events.emit(session, actor, PasswordChanged(agent_id=agent.id))


def deactivate(session: Session, actor: Actor, agent_id: UUID) -> Agent:
    """Let somebody go: signed out at once, their work is given to others, their name stays."""
    actor.must(Permission.WORKFORCE_MANAGE)
    agent = _below(session, actor, agent_id)
    if not agent.active:
        return agent
    signing.end_all(session, actor, agent_id=agent.id)
    presence.move(session, actor, agent, Presence.OFFLINE, cause="deactivated")
    agent.active = False
    session.flush()
    _check_managed(session)
    events.emit(session, actor, AgentDeactivated(agent_id=agent.id))
    return agent


def reactivate(session: Session, actor: Actor, agent_id: UUID) -> Agent:
    actor.must(Permission.WORKFORCE_MANAGE)
    agent = _below(session, actor, agent_id)
    if not agent.active:
        agent.active = True
        events.emit(session, actor, AgentReactivated(agent_id=agent.id))
    return agent


def end_of(session: Session, actor: Actor, agent_id: UUID) -> int:
    """Sign somebody out everywhere. Returns how many sign-ins ended."""
    actor.must(Permission.WORKFORCE_MANAGE)
    agent = _below(session, actor, agent_id)
    ended = signing.end_all(session, actor, agent_id=agent.id)
    presence.move(session, actor, agent, Presence.OFFLINE, cause="sign_out")
    return ended


def _below(session: Session, actor: Actor, agent_id: UUID) -> Agent:
    """The agent, locked, when they may do nothing that `actor` may not."""
    agent = queries.one_visible(session, actor, agent_id, lock=True)
    held = select(func.unnest(Role.permissions)).join(AgentRole, AgentRole.role_id == Role.id)
    names = set(session.scalars(held.where(AgentRole.agent_id == agent.id)))
    if agent.all_shops > actor.all_shops or not names <= {p.value for p in actor.permissions}:
        raise AboveYou
    return agent


def _check(session: Session, actor: Actor, wanted: Changes) -> None:
    if wanted.name is not None:
        rules.check_name(wanted.name)
    limit = wanted.max_concurrency
    if limit is not None and not 0 <= limit <= MAX_CONCURRENCY:
        raise BadLimit(most=MAX_CONCURRENCY)
    if wanted.all_shops and not actor.all_shops:
        raise MayNotGrant
    if wanted.roles:
        found = _roles(session, wanted.roles)
        if any(not rules.known_permissions(r.permissions) <= actor.permissions for r in found):
            raise MayNotGrant
    for shop_id in wanted.shop_ids or ():
        must_reach(actor, shop_id)
    if wanted.shop_ids and session.scalar(
        select(func.count()).select_from(Shop).where(Shop.id.in_(wanted.shop_ids))
    ) != len(set(wanted.shop_ids)):
        raise ShopNotFound(shop=next(iter(wanted.shop_ids)))
    if wanted.group_ids and session.scalar(
        select(func.count()).select_from(Group).where(Group.id.in_(wanted.group_ids))
    ) != len(set(wanted.group_ids)):
        raise GroupNotFound


def _roles(session: Session, codes: Sequence[str]) -> list[Role]:
    found = list(session.scalars(select(Role).where(Role.code.in_(codes))))
    for code in codes:
        if code not in {role.code for role in found}:
            raise RoleNotFound(role=code)
    return found


def _apply(session: Session, agent: Agent, wanted: Changes) -> None:
    if wanted.name is not None:
        agent.name = wanted.name.strip()
    if wanted.max_concurrency is not None:
        agent.max_concurrency = wanted.max_concurrency
    if wanted.all_shops is not None:
        agent.all_shops = wanted.all_shops
    session.flush()
    if wanted.roles is not None:
        role_ids = {role.id for role in _roles(session, wanted.roles)}
        _replace(session, AgentRole, agent, "role_id", role_ids)
    if wanted.group_ids is not None:
        _replace(session, GroupMember, agent, "group_id", set(wanted.group_ids))
    if wanted.shop_ids is not None:
        _replace(session, AgentShop, agent, "shop_id", set(wanted.shop_ids))
    if wanted.skills is not None:
        skills = {skill.strip() for skill in wanted.skills if skill.strip()}
        _replace(session, AgentSkill, agent, "skill", skills)


def _replace(
    session: Session,
    link: type[AgentRole | AgentShop | AgentSkill | GroupMember],
    agent: Agent,
    field: str,
    values: Collection[UUID] | Collection[str],
) -> None:
    session.execute(delete(link).where(link.agent_id == agent.id))
    if values:
        rows = [{"agent_id": agent.id, field: value} for value in values]
        session.execute(insert(link), rows)


def _check_managed(session: Session) -> None:
    """Somebody must be left who can manage agents."""
    # Two managers who let each other go at once take turns here.
    session.execute(select(Role.id).where(Role.code == "manager").with_for_update())
    managing = (
        select(Agent.id)
        .join(AgentRole, AgentRole.agent_id == Agent.id)
        .join(Role, Role.id == AgentRole.role_id)
        .where(
            Agent.active,
            func.array_position(Role.permissions, Permission.WORKFORCE_MANAGE.value).is_not(None),
        )
        .limit(1)
    )
    if session.scalar(managing) is None:
        raise LastManager
