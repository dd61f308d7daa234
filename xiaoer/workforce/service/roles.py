"""Roles and groups."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.core import events, ids
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.workforce import rules
from xiaoer.workforce.errors import (
    GroupNameTaken,
    GroupNotFound,
    LastManager,
    MayNotGrant,
    RoleCodeTaken,
    RoleNotFound,
)
from xiaoer.workforce.events import GroupChanged, RoleChanged
from xiaoer.workforce.models import Group, Role


def ensure_builtin_roles(session: Session) -> None:
    """Make the roles every installation has; those that exist stay as they were edited.

    What a newer version may do besides is added once, so that nobody has to find out what a role
    lacks; what somebody took away stays away. The manager always holds every permission.
    """
    rows = [
        {
            "id": ids.new_id(),
            "code": role.code,
            "name_zh": role.name_zh,
            "name_en": role.name_en,
            "permissions": sorted(role.permissions),
            "builtin": True,
            "offered": sorted(role.permissions),
        }
        for role in rules.BUILTIN_ROLES
    ]
    made = pg_insert(Role).values(rows)
    session.execute(made.on_conflict_do_nothing(index_elements=[Role.code]))
    there = select(Role).where(Role.builtin).order_by(Role.id).with_for_update()
    held = {role.code: role for role in session.scalars(there)}
    for each in rules.BUILTIN_ROLES:
        if each.code in held:
            _offer(session, held[each.code], each.permissions)


def _offer(session: Session, role: Role, permissions: frozenset[str]) -> None:
    """Give a built-in role what it was never given before. Where that is not known (`offered` is
    not there), it counts as given."""
    known = frozenset(permissions if role.offered is None else role.offered)
    fresh = permissions if role.code == rules.MANAGER else permissions - known
    if not fresh <= set(role.permissions):
        role.permissions = sorted({*role.permissions, *fresh})
        _announce(session, system("roles"), role)
    if role.offered is None or not permissions <= known:
        role.offered = sorted(known | permissions)
    session.flush()


def add_role(
    session: Session,
    actor: Actor,
    *,
    code: str,
    name_zh: str,
    name_en: str,
    permissions: list[str],
) -> Role:
    actor.must(Permission.WORKFORCE_MANAGE)
    granted = _grantable(actor, permissions)
    role = Role(code=code, name_zh=name_zh, name_en=name_en, permissions=granted)
    try:
        with session.begin_nested():
            session.add(role)
    except IntegrityError as error:
        raise RoleCodeTaken(code=code) from error
    _announce(session, actor, role)
    return role


def change_role(
    session: Session,
    actor: Actor,
    role_id: UUID,
    *,
    name_zh: str | None = None,
    name_en: str | None = None,
    permissions: list[str] | None = None,
) -> Role:
    """Change what a role is called and may do. The manager's permissions cannot be taken."""
    actor.must(Permission.WORKFORCE_MANAGE)
    role = session.get(Role, role_id, with_for_update=True)
    if role is None:
        raise RoleNotFound(role=role_id)
    if permissions is not None:
        # Whoever takes permissions away must hold them too: else a lead could strip a manager.
        _grantable(actor, role.permissions)
        granted = _grantable(actor, permissions)
        if role.code == rules.MANAGER and granted != sorted(role.permissions):
            raise LastManager
        role.permissions = granted
    role.name_zh = name_zh or role.name_zh
    role.name_en = name_en or role.name_en
    session.flush()
    _announce(session, actor, role)
    return role


def add_group(session: Session, actor: Actor, *, name: str) -> Group:
    actor.must(Permission.WORKFORCE_MANAGE)
    rules.check_name(name)
    group = Group(name=name.strip())
    try:
        with session.begin_nested():
            session.add(group)
    except IntegrityError as error:
        raise GroupNameTaken(name=name) from error
    events.emit(session, actor, GroupChanged(group_id=group.id, name=group.name))
    return group


def rename_group(session: Session, actor: Actor, group_id: UUID, *, name: str) -> Group:
    actor.must(Permission.WORKFORCE_MANAGE)
    rules.check_name(name)
    group = session.get(Group, group_id)
    if group is None:
        raise GroupNotFound
    try:
        with session.begin_nested():
            group.name = name.strip()
    except IntegrityError as error:
        raise GroupNameTaken(name=name) from error
    events.emit(session, actor, GroupChanged(group_id=group.id, name=group.name))
    return group


def _grantable(actor: Actor, permissions: list[str]) -> list[str]:
    granted = rules.known_permissions(permissions)
    if not granted <= actor.permissions:
        raise MayNotGrant
    return sorted(granted)


def _announce(session: Session, actor: Actor, role: Role) -> None:
    events.emit(
        session,
        actor,
        RoleChanged(role_id=role.id, code=role.code, permissions=list(role.permissions)),
    )
