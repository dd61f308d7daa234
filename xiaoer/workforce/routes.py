"""Agents, roles and groups for those who manage them."""

from uuid import UUID

from sqlalchemy import select

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.workforce import queries, service
from xiaoer.workforce.models import Agent, Group, Role
from xiaoer.workforce.schemas import (
    AgentChange,
    AgentList,
    AgentNew,
    AgentOut,
    GroupList,
    GroupName,
    GroupNew,
    PasswordNew,
    RoleChange,
    RoleList,
    RoleNew,
    RoleOut,
)

router = Router(prefix="/api", tags=["workforce"])


@router.get("/agents")
def list_agents(session: Db, actor: Me) -> AgentList:
    """Everybody who shares a shop with you; a desk has hundreds of people, not more."""
    actor.must(Permission.WORKFORCE_READ)
    query = queries.visible_to(actor).order_by(Agent.active.desc(), Agent.name, Agent.id)
    found = queries.described(session, session.scalars(query).all())
    return AgentList(items=[AgentOut.of(each) for each in found])


@router.post("/agents", status_code=201)
def add_agent(session: Db, actor: Me, body: AgentNew) -> AgentOut:
    agent = service.add_agent(session, actor, **body.model_dump())
    return AgentOut.of(queries.described(session, [agent])[0])


@router.put("/agents/{agent_id}")
def change_agent(session: Db, actor: Me, agent_id: UUID, body: AgentChange) -> AgentOut:
    changes = service.Changes(**body.model_dump())
    agent = service.change_agent(session, actor, agent_id, changes)
    return AgentOut.of(queries.described(session, [agent])[0])


@router.put("/agents/{agent_id}/password", status_code=204)
def set_password(session: Db, actor: Me, agent_id: UUID, body: PasswordNew) -> None:
    service.set_password(session, actor, agent_id, body.password)


@router.put("/agents/{agent_id}/activation")
def reactivate(session: Db, actor: Me, agent_id: UUID) -> AgentOut:
    agent = service.reactivate(session, actor, agent_id)
    return AgentOut.of(queries.described(session, [agent])[0])


@router.delete("/agents/{agent_id}/activation")
def deactivate(session: Db, actor: Me, agent_id: UUID) -> AgentOut:
    agent = service.deactivate(session, actor, agent_id)
    return AgentOut.of(queries.described(session, [agent])[0])


@router.delete("/agents/{agent_id}/sign-ins", status_code=204)
def end_sign_ins(session: Db, actor: Me, agent_id: UUID) -> None:
    """Sign somebody out everywhere."""
    service.end_of(session, actor, agent_id)


@router.get("/roles")
def list_roles(session: Db, actor: Me) -> RoleList:
    actor.must(Permission.WORKFORCE_READ)
    roles = session.scalars(select(Role).order_by(Role.builtin.desc(), Role.id))
    items = [RoleOut.model_validate(role) for role in roles]
    return RoleList(items=items, permissions=[permission.value for permission in Permission])


@router.post("/roles", status_code=201, response_model=RoleOut)
def add_role(session: Db, actor: Me, body: RoleNew) -> Role:
    return service.add_role(session, actor, **body.model_dump())


@router.put("/roles/{role_id}", response_model=RoleOut)
def change_role(session: Db, actor: Me, role_id: UUID, body: RoleChange) -> Role:
    return service.change_role(session, actor, role_id, **body.model_dump())


@router.get("/groups")
def list_groups(session: Db, actor: Me) -> GroupList:
    actor.must(Permission.WORKFORCE_READ)
    groups = session.scalars(select(Group).order_by(Group.name))
    return GroupList(items=[GroupName.model_validate(group) for group in groups])


@router.post("/groups", status_code=201, response_model=GroupName)
def add_group(session: Db, actor: Me, body: GroupNew) -> Group:
    return service.add_group(session, actor, name=body.name)


@router.put("/groups/{group_id}", response_model=GroupName)
def rename_group(session: Db, actor: Me, group_id: UUID, body: GroupNew) -> Group:
    return service.rename_group(session, actor, group_id, name=body.name)
