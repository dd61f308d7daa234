"""Lists that people keep."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ViewNotFound
from xiaoer.conversations.models import SavedView, ViewScope
from xiaoer.core.auth import Actor, Permission


def visible_to(session: Session, actor: Actor) -> Sequence[SavedView]:
    """One's own and everybody's, by name."""
    actor.must(Permission.CONVERSATIONS_READ)
    mine = or_(SavedView.agent_id == actor.id, SavedView.scope == ViewScope.EVERYBODY)
    return session.scalars(select(SavedView).where(mine).order_by(SavedView.name)).all()


def get(session: Session, actor: Actor, view_id: UUID) -> SavedView:
    """A view the actor may use. Raises `ViewNotFound`."""
    actor.must(Permission.CONVERSATIONS_READ)
    view = session.get(SavedView, view_id)
    if view is None or (view.agent_id != actor.id and view.scope != ViewScope.EVERYBODY):
        raise ViewNotFound
    return view


def keep(
    session: Session, actor: Actor, *, name: str, filters: dict[str, Any], scope: ViewScope
) -> SavedView:
    """Keep a list; only who manages conversations keeps one for everybody."""
    actor.must(Permission.CONVERSATIONS_READ)
    _check_scope(actor, scope)
    view = SavedView(agent_id=actor.id, name=name, filters=filters, scope=scope)
    session.add(view)
    session.flush()
    return view


def change(
    session: Session,
    actor: Actor,
    view_id: UUID,
    *,
    name: str,
    filters: dict[str, Any],
    scope: ViewScope,
) -> SavedView:
    view = _own(session, actor, view_id)
    _check_scope(actor, scope)
    view.name, view.filters, view.scope = name, filters, scope
    session.flush()
    return view


def drop(session: Session, actor: Actor, view_id: UUID) -> None:
    session.delete(_own(session, actor, view_id))


def _own(session: Session, actor: Actor, view_id: UUID) -> SavedView:
    view = get(session, actor, view_id)
    if view.agent_id != actor.id:
        actor.must(Permission.CONVERSATIONS_MANAGE)
    return view


def _check_scope(actor: Actor, scope: ViewScope) -> None:
    if scope == ViewScope.EVERYBODY:
        actor.must(Permission.CONVERSATIONS_MANAGE)
