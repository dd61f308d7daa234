"""The wire of tasks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.tasks import queries, schemas, service
from xiaoer.tasks.models import Task

WITHIN = timedelta(days=1)

router = Router(prefix="/api", tags=["tasks"])


@router.get("/tasks", response_model=schemas.TaskPage)
def queue(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    mine: bool = False,
    assignee_agent_id: UUID | None = None,
    assignee_group_id: UUID | None = None,
    subject_id: UUID | None = None,
    ended: bool = False,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Tasks by when they are due."""
    actor.must(Permission.TASKS_READ)
    tasks, following = queries.queue(
        session,
        actor,
        shop_id=shop_id,
        mine=mine,
        assignee_agent_id=assignee_agent_id,
        assignee_group_id=assignee_group_id,
        subject_id=subject_id,
        ended=ended,
        after=after,
        limit=limit,
    )
    return {"items": _shown(session, actor, tasks), "next": following}


@router.post("/tasks", response_model=schemas.TaskOut, status_code=201)
def open_task(
    session: Db,
    actor: Me,
    body: schemas.NewTask,
    idempotency_key: Annotated[UUID | None, Header()] = None,
) -> dict[str, Any]:
    def do() -> dict[str, Any]:
        return _one(session, actor, service.open_task(session, actor, **_wanted(actor, body)))

    content = body.model_dump(mode="json")
    scope = f"tasks:{actor.kind}:{actor.id}"
    return once(session, scope=scope, key=idempotency_key, content=content, do=do)


def _wanted(actor: Me, body: schemas.NewTask) -> dict[str, Any]:
    wanted = body.model_dump(exclude={"subject"})
    wanted["due_at"] = body.due_at or clock.now() + WITHIN
    if body.agent_id is None and body.group_id is None:
        wanted["agent_id"] = actor.id
    if body.subject:
        wanted |= {"subject_type": body.subject.type, "subject_id": body.subject.id}
    return wanted


@router.get("/tasks/{task_id}", response_model=schemas.TaskDetail)
def get(session: Db, actor: Me, task_id: UUID) -> dict[str, Any]:
    actor.must(Permission.TASKS_READ)
    task = queries.get(session, actor, task_id)
    said = [
        {"id": each.id, "author": each.author_name, "text": each.text, "at": each.at}
        for each in queries.comments(session, task)
    ]
    return {**_one(session, actor, task), "comments": said}


@router.get("/tasks/{task_id}/timeline", response_model=schemas.TaskStory)
def story(
    session: Db,
    actor: Me,
    task_id: UUID,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Who did what, newest first."""
    actor.must(Permission.TASKS_READ)
    items, following = queries.story(session, actor, task_id, after=after, limit=limit)
    return {"items": items, "next": following}


@router.put("/tasks/{task_id}/acknowledgement", response_model=schemas.TaskOut)
def acknowledge(session: Db, actor: Me, task_id: UUID) -> dict[str, Any]:
    return _one(session, actor, service.acknowledge(session, actor, task_id))


@router.put("/tasks/{task_id}/assignment", response_model=schemas.TaskOut)
def reassign(session: Db, actor: Me, task_id: UUID, body: schemas.Assignment) -> dict[str, Any]:
    return _one(session, actor, service.reassign(session, actor, task_id, **body.model_dump()))


@router.put("/tasks/{task_id}/due", response_model=schemas.TaskOut)
def postpone(session: Db, actor: Me, task_id: UUID, body: schemas.Postponement) -> dict[str, Any]:
    return _one(session, actor, service.postpone(session, actor, task_id, **body.model_dump()))


@router.put("/tasks/{task_id}/completion", response_model=schemas.TaskOut)
def complete(session: Db, actor: Me, task_id: UUID, body: schemas.Completion) -> dict[str, Any]:
    return _one(session, actor, service.complete(session, actor, task_id, result=body.note))


@router.put("/tasks/{task_id}/cancellation", response_model=schemas.TaskOut)
def cancel(session: Db, actor: Me, task_id: UUID, body: schemas.Reason) -> dict[str, Any]:
    return _one(session, actor, service.cancel(session, actor, task_id, reason=body.reason))


@router.post("/tasks/{task_id}/comments", response_model=schemas.CommentOut, status_code=201)
def comment(
    session: Db,
    actor: Me,
    task_id: UUID,
    body: schemas.Said,
    idempotency_key: Annotated[UUID | None, Header()] = None,
) -> dict[str, Any]:
    def do() -> dict[str, Any]:
        said = service.comment(session, actor, task_id, text=body.text)
        return {"id": said.id, "author": said.author_name, "text": said.text, "at": said.at}

    scope = f"task-comments:{task_id}:{actor.kind}:{actor.id}"
    content = body.model_dump(mode="json")
    return once(session, scope=scope, key=idempotency_key, content=content, do=do)


def _one(session: Session, actor: Actor, task: Task) -> dict[str, Any]:
    return _shown(session, actor, [task])[0]


def _shown(session: Session, actor: Actor, tasks: Sequence[Task]) -> list[dict[str, Any]]:
    names, now = queries.names(session, tasks), clock.now()
    names |= queries.subject_names(session, actor, tasks)
    return [
        _task(each, names) | {"overdue": not each.ended and each.due_at <= now} for each in tasks
    ]


def _task(task: Task, names: dict[UUID, str]) -> dict[str, Any]:
    plain = ("id", "number", "shop_id", "kind", "title", "description", "state", "due_at")
    times = ("created_at", "acknowledged_at", "ended_at", "result")
    return {
        **{name: getattr(task, name) for name in (*plain, *times)},
        "created_by": task.created_by_name,
        "subject": _ref(task.subject_id, names, type=task.subject_type),
        "assignee": _ref(task.assignee_agent_id, names),
        "group": _ref(task.assignee_group_id, names),
    }


def _ref(ref_id: UUID | None, names: dict[UUID, str], **more: Any) -> dict[str, Any] | None:
    return {"id": ref_id, "name": names.get(ref_id, ""), **more} if ref_id else None
