"""Tasks an actor may see."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.events import EventRow
from xiaoer.tasks.errors import TaskNotFound
from xiaoer.tasks.models import Task, TaskComment
from xiaoer.workforce.models import Agent, Group, GroupMember

_ECHOES = {"PromiseMade", "PromiseReleased", "PromiseHandedOver", "PromiseKept"}
"""The clock following a step of the task; its warnings and the time running out are news."""
_TOLD = ("before", "due_at", "note", "reason", "result", "text")


def visible_to(actor: Actor) -> Select[Task]:
    query = select(Task)
    return query if actor.all_shops else query.where(Task.shop_id.in_(actor.shop_ids))


def get(session: Session, actor: Actor, task_id: UUID, *, lock: bool = False) -> Task:
    query = visible_to(actor).where(Task.id == task_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    task = session.scalars(query).one_or_none()
    if task is None:
        raise TaskNotFound
    return task


def queue(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    mine: bool = False,
    assignee_agent_id: UUID | None = None,
    assignee_group_id: UUID | None = None,
    subject_id: UUID | None = None,
    ended: bool = False,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Task], str | None]:
    """Tasks by when they are due. `mine`: the actor's, and the untaken ones of its groups."""
    query = visible_to(actor).where(
        Task.ended_at.is_not(None) if ended else Task.ended_at.is_(None)
    )
    if shop_id:
        query = query.where(Task.shop_id == shop_id)
    if mine:
        groups = select(GroupMember.group_id).where(GroupMember.agent_id == actor.id)
        untaken = Task.assignee_agent_id.is_(None) & Task.assignee_group_id.in_(groups)
        query = query.where(or_(Task.assignee_agent_id == actor.id, untaken))
    if assignee_agent_id:
        query = query.where(Task.assignee_agent_id == assignee_agent_id)
    if assignee_group_id:
        query = query.where(Task.assignee_group_id == assignee_group_id)
    if subject_id:
        query = query.where(Task.subject_id == subject_id)
    if after:
        place = paging.keys(after, (datetime, UUID))
        query = query.where(tuple_(Task.due_at, Task.id) > tuple_(*place))
    found = session.scalars(query.order_by(Task.due_at, Task.id).limit(limit + 1)).all()
    page, more = found[:limit], len(found) > limit
    return page, paging.cursor(page[-1].due_at, page[-1].id) if more else None


def open_about(session: Session, shop_id: UUID, subject_id: UUID, kind: str) -> Sequence[Task]:
    """What is still to be done about a subject; for rooms above, whose verb has reached it."""
    query = select(Task).where(
        Task.shop_id == shop_id,
        Task.subject_id == subject_id,
        Task.kind == kind,
        Task.ended_at.is_(None),
    )
    return session.scalars(query.order_by(Task.id)).all()


def comments(session: Session, task: Task) -> Sequence[TaskComment]:
    return session.scalars(
        select(TaskComment)
        .where(TaskComment.task_id == task.id)
        .order_by(TaskComment.at, TaskComment.id)
    ).all()


def story(
    session: Session, actor: Actor, task_id: UUID, *, after: str | None = None, limit: int = 50
) -> tuple[list[dict[str, Any]], str | None]:
    """What happened to a task, newest first, with the names of those it was given to."""
    task = get(session, actor, task_id)
    query = select(EventRow).where(EventRow.subject_id == task.id, EventRow.kind.not_in(_ECHOES))
    if after:
        (last,) = paging.keys(after, (int,))
        query = query.where(EventRow.id < last)
    found = session.scalars(query.order_by(EventRow.id.desc()).limit(limit + 1)).all()
    page, more = found[:limit], len(found) > limit
    known = _named(
        session,
        {UUID(each.data["assignee_agent_id"]) for each in page if _given(each, "agent")},
        {UUID(each.data["assignee_group_id"]) for each in page if _given(each, "group")},
    )
    return [_step(each, known) for each in page], paging.cursor(page[-1].id) if more else None


def _given(row: EventRow, to: str) -> bool:
    return bool(row.data.get(f"assignee_{to}_id"))


def _step(row: EventRow, known: dict[UUID, str]) -> dict[str, Any]:
    to = row.data.get("assignee_agent_id") or row.data.get("assignee_group_id")
    facts = {name: row.data[name] for name in _TOLD if row.data.get(name) is not None}
    return {
        "at": row.at,
        "kind": row.kind,
        "by": row.actor_name,
        "auto": row.actor_kind in (ActorKind.SYSTEM, ActorKind.BOT),
        "assignee": known.get(UUID(to)) if to else None,
        **facts,
    }


def names(session: Session, tasks: Collection[Task]) -> dict[UUID, str]:
    """Names of the agents and groups these tasks are assigned to, in one statement."""
    return _named(
        session,
        {each.assignee_agent_id for each in tasks if each.assignee_agent_id},
        {each.assignee_group_id for each in tasks if each.assignee_group_id},
    )


Naming = Callable[[Session, Actor, str, Collection[UUID]], dict[UUID, str]]


def _nameless(*_: object) -> dict[UUID, str]:
    return {}


_naming: Naming = _nameless


def name_subjects_with(naming: Naming) -> Naming:
    """The rooms above know what tasks are about: names of things of one kind, as an actor may know
    them. Gives back who named them before."""
    global _naming
    before, _naming = _naming, naming
    return before


def subject_names(session: Session, actor: Actor, tasks: Collection[Task]) -> dict[UUID, str]:
    """What these tasks are about, one statement for each kind of thing."""
    kinds: dict[str, set[UUID]] = defaultdict(set)
    for each in tasks:
        if each.subject_type and each.subject_id:
            kinds[each.subject_type].add(each.subject_id)
    found: dict[UUID, str] = {}
    for kind, ids in sorted(kinds.items()):
        found |= _naming(session, actor, kind, ids)
    return found


def _named(session: Session, agents: set[UUID], groups: set[UUID]) -> dict[UUID, str]:
    if not agents and not groups:
        return {}
    of_agents = select(Agent.id, Agent.name).where(Agent.id.in_(agents))
    of_groups = select(Group.id, Group.name).where(Group.id.in_(groups))
    return {row.id: row.name for row in session.execute(of_agents.union_all(of_groups))}


def is_member(session: Session, group_id: UUID, agent_id: UUID) -> bool:
    query = select(GroupMember.agent_id).where(
        GroupMember.group_id == group_id, GroupMember.agent_id == agent_id
    )
    return session.scalar(query) is not None
