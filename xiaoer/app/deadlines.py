"""Tasks keep their clocks as promises; the two rooms do not know each other."""

from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task

KIND = "task"
WARN_BEFORE = (timedelta(hours=1), timedelta(minutes=10))


class TaskPromises:
    """A task is promised by its assignee until it is due; both assignee and lead are told."""

    def begin(self, session: Session, actor: Actor, task: Task) -> None:
        now = clock.now()
        warnings = [task.due_at - before for before in WARN_BEFORE]
        terms = Terms(
            shop_id=task.shop_id,
            kind=KIND,
            subject_type="task",
            subject_id=task.id,
            due_at=task.due_at,
            warn_at=[each for each in warnings if each > now],
            owner_agent_id=task.assignee_agent_id,
            owner_group_id=task.assignee_group_id,
            facts={"number": task.number, "title": task.title},
        )
        promises.make_many(session, actor, [terms], announce=True)

    def hand_over(self, session: Session, actor: Actor, task: Task) -> None:
        promises.hand_over_for(
            session,
            actor,
            shop_id=task.shop_id,
            subject_id=task.id,
            agent_id=task.assignee_agent_id,
            group_id=task.assignee_group_id,
            announce=True,
        )

    def end(self, session: Session, actor: Actor, task: Task, *, done: bool, why: str) -> None:
        if done:
            promises.keep_for(
                session,
                actor,
                shop_id=task.shop_id,
                subject_id=task.id,
                kinds=[KIND],
                announce=True,
            )
        else:
            promises.release_for(
                session,
                actor,
                shop_id=task.shop_id,
                subject_id=task.id,
                kinds=[KIND],
                reason=why,
                announce=True,
            )


def install() -> None:
    tasks.keep_deadlines_with(TaskPromises())
