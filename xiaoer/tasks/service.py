"""The verbs of tasks."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.tasks import queries, rules
from xiaoer.tasks.errors import (
    DueInThePast,
    NotYourTask,
    ResultNeeded,
    TaskCannotMove,
    TaskTakenAlready,
    WhichShop,
)
from xiaoer.tasks.events import (
    TaskAcknowledged,
    TaskCancelled,
    TaskCommented,
    TaskDone,
    TaskOpened,
    TaskPostponed,
    TaskReassigned,
)
from xiaoer.tasks.models import Task, TaskComment, TaskState
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.errors import AgentNotFound, GroupNotFound
from xiaoer.workforce.models import Agent, Group


class Deadlines(Protocol):
    """Who keeps the clock of a task; called in the transaction of the change."""

    def begin(self, session: Session, actor: Actor, task: Task) -> None:
        """It is due at `task.due_at`, by its assignee."""

    def hand_over(self, session: Session, actor: Actor, task: Task) -> None:
        """Its assignee is another one now."""

    def end(self, session: Session, actor: Actor, task: Task, *, done: bool, why: str) -> None:
        """It is done, or no longer to be done."""


class NoDeadlines:
    """Nobody keeps the clock: tasks are lists only."""

    def begin(self, session: Session, actor: Actor, task: Task) -> None: ...
    def hand_over(self, session: Session, actor: Actor, task: Task) -> None: ...
    def end(self, session: Session, actor: Actor, task: Task, *, done: bool, why: str) -> None: ...


_deadlines: Deadlines = NoDeadlines()


def keep_deadlines_with(deadlines: Deadlines) -> Deadlines:
    """Let `deadlines` keep the clocks of tasks; gives back who kept them before."""
    global _deadlines
    before, _deadlines = _deadlines, deadlines
    return before


def open_task(
    session: Session,
    actor: Actor,
    *,
    title: str,
    due_at: datetime,
    kind: str = "general",
    shop_id: UUID | None = None,
    description: str = "",
    subject_type: str | None = None,
    subject_id: UUID | None = None,
    agent_id: UUID | None = None,
    group_id: UUID | None = None,
) -> Task:
    """Something to do until `due_at`: for oneself, or (with the right to assign) for others. What
    the house itself opens for nobody comes to those who can pass it on."""
    for_oneself = agent_id is not None and agent_id == actor.id
    actor.must(Permission.TASKS_WORK if for_oneself else Permission.TASKS_ASSIGN)
    if due_at <= clock.now():
        raise DueInThePast
    _check_assignee(session, actor, agent_id, group_id)
    shop_id = _shop(session, actor, shop_id)
    task = Task(
        shop_id=shop_id,
        number=shops.draw_number(session, shop_id, "task"),
        kind=kind,
        title=title,
        description=description,
        subject_type=subject_type,
        subject_id=subject_id,
        due_at=due_at,
        created_by_id=actor.id,
        created_by_name=actor.name,
        **_owner(session, actor, shop_id, agent_id, group_id),
    )
    session.add(task)
    session.flush()
    _deadlines.begin(session, actor, task)
    events.emit(session, actor, TaskOpened(**_common(task)))
    return task


def _owner(
    session: Session, actor: Actor, shop_id: UUID, agent_id: UUID | None, group_id: UUID | None
) -> dict[str, UUID | None]:
    if actor.kind is ActorKind.SYSTEM and agent_id is None and group_id is None:
        found = workforce.owner(session, shop_id=shop_id, permission=Permission.TASKS_ASSIGN)
        agent_id, group_id = found.agent_id, found.group_id
    return {"assignee_agent_id": agent_id, "assignee_group_id": group_id}


def acknowledge(session: Session, actor: Actor, task_id: UUID) -> Task:
    """Say that one has seen it and does it. Of a group's task the first one takes it."""
    actor.must(Permission.TASKS_WORK)
    task = queries.get(session, actor, task_id, lock=True)
    if task.state is TaskState.ACKNOWLEDGED and task.assignee_agent_id != actor.id:
        raise TaskTakenAlready
    rules.check_move(task.state, TaskState.ACKNOWLEDGED)
    _check_own(session, actor, task)
    before = task.assignee_agent_id
    if before is None and actor.id is None:
        raise NotYourTask
    task.state, task.acknowledged_at = TaskState.ACKNOWLEDGED, clock.now()
    task.assignee_agent_id = before or actor.id
    session.flush()
    if before is None:
        _deadlines.hand_over(session, actor, task)
    events.emit(session, actor, TaskAcknowledged(**_common(task)))
    return task


def reassign(
    session: Session,
    actor: Actor,
    task_id: UUID,
    *,
    agent_id: UUID | None = None,
    group_id: UUID | None = None,
    note: str = "",
) -> Task:
    """Give it to another person or group, who have not seen it yet. One's own may be given away."""
    actor.must(Permission.TASKS_WORK)
    task = queries.get(session, actor, task_id, lock=True)
    if task.assignee_agent_id != actor.id:
        actor.must(Permission.TASKS_ASSIGN)
    if task.ended:
        raise TaskCannotMove(state=task.state.value, to=TaskState.OPEN.value)
    _check_assignee(session, actor, agent_id, group_id)
    from_agent_id, from_group_id = task.assignee_agent_id, task.assignee_group_id
    task.assignee_agent_id, task.assignee_group_id = agent_id, group_id
    task.state, task.acknowledged_at = TaskState.OPEN, None
    session.flush()
    _deadlines.hand_over(session, actor, task)
    told = TaskReassigned(
        **_common(task), from_agent_id=from_agent_id, from_group_id=from_group_id, note=note
    )
    events.emit(session, actor, told)
    return task


def postpone(
    session: Session, actor: Actor, task_id: UUID, *, due_at: datetime, reason: str
) -> Task:
    """Set another time, earlier or later, with a reason."""
    actor.must(Permission.TASKS_ASSIGN)
    if due_at <= clock.now():
        raise DueInThePast
    task = queries.get(session, actor, task_id, lock=True)
    if task.ended:
        raise TaskCannotMove(state=task.state.value, to=TaskState.OPEN.value)
    before, task.due_at = task.due_at, due_at
    session.flush()
    _deadlines.end(session, actor, task, done=False, why=reason)
    _deadlines.begin(session, actor, task)
    events.emit(session, actor, TaskPostponed(**_common(task), before=before, reason=reason))
    return task


def complete(session: Session, actor: Actor, task_id: UUID, *, result: str) -> Task:
    """It is done, and this came of it."""
    actor.must(Permission.TASKS_WORK)
    if not result.strip():
        raise ResultNeeded
    task = queries.get(session, actor, task_id, lock=True)
    _check_own(session, actor, task)
    _end(session, actor, task, TaskState.DONE, result)
    events.emit(session, actor, TaskDone(**_common(task), result=result))
    return task


def cancel(session: Session, actor: Actor, task_id: UUID, *, reason: str) -> Task:
    """It need not be done any more."""
    actor.must(Permission.TASKS_ASSIGN)
    task = queries.get(session, actor, task_id, lock=True)
    _end(session, actor, task, TaskState.CANCELLED, reason)
    events.emit(session, actor, TaskCancelled(**_common(task), reason=reason))
    return task


def comment(session: Session, actor: Actor, task_id: UUID, *, text: str) -> TaskComment:
    actor.must(Permission.TASKS_READ)
    task = queries.get(session, actor, task_id)
    said = TaskComment(task_id=task.id, author_id=actor.id, author_name=actor.name, text=text)
    session.add(said)
    session.flush()
    events.emit(session, actor, TaskCommented(**_common(task), comment_id=said.id, text=text))
    return said


def _end(session: Session, actor: Actor, task: Task, state: TaskState, result: str) -> None:
    rules.check_move(task.state, state)
    task.state, task.result = state, result
    task.ended_at, task.ended_by_id = clock.now(), actor.id
    session.flush()
    _deadlines.end(session, actor, task, done=state is TaskState.DONE, why=result)


def _check_own(session: Session, actor: Actor, task: Task) -> None:
    """Whoever may assign may also work on anything; others on their own and their groups'."""
    if actor.may(Permission.TASKS_ASSIGN) or task.assignee_agent_id == actor.id:
        return
    group = task.assignee_group_id
    untaken = task.assignee_agent_id is None
    if untaken and group and actor.id and queries.is_member(session, group, actor.id):
        return
    if untaken and group is None:
        return
    raise NotYourTask


def _check_assignee(
    session: Session, actor: Actor, agent_id: UUID | None, group_id: UUID | None
) -> None:
    if agent_id is not None and agent_id != actor.id and session.get(Agent, agent_id) is None:
        raise AgentNotFound
    if group_id is not None and session.get(Group, group_id) is None:
        raise GroupNotFound


def _shop(session: Session, actor: Actor, shop_id: UUID | None) -> UUID:
    if shop_id is not None:
        shops.must_reach(actor, shop_id)
        return shops.get(session, shop_id).id
    reached = shops.visible_to(session, actor)
    if len(reached) != 1:
        raise WhichShop
    return reached[0].id


def _common(task: Task) -> dict[str, Any]:
    return {
        "shop_id": task.shop_id,
        "task_id": task.id,
        "number": task.number,
        "kind": task.kind,
        "title": task.title,
        "subject_type": task.subject_type,
        "subject_id": task.subject_id,
        "assignee_agent_id": task.assignee_agent_id,
        "assignee_group_id": task.assignee_group_id,
        "due_at": task.due_at,
    }
